"""Unpacking what strangers packed: never more than allowed, however small it came in."""

import zlib


class TooLarge(Exception):
    """More bytes than allowed; caught where the limit was set."""


class Unpacker:
    """Unpacks a gzip stream piece by piece.

    Args:
        max_bytes: Unpacked, all pieces together.
    """

    def __init__(self, max_bytes: int) -> None:
        self._left = max_bytes
        self._stream = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)

    def unpack(self, piece: bytes) -> bytes:
        """Return what a piece unpacks to.

        Raises:
            TooLarge: There would be more than allowed; what is over was not unpacked.
            zlib.error: It is not gzip.
        """
        out = self._stream.decompress(piece, self._left + 1)
        self._left -= len(out)
        if self._left < 0:
            raise TooLarge
        return out


class Plain:
    """Counts a stream that is not packed, by the same rule."""

    def __init__(self, max_bytes: int) -> None:
        self._left = max_bytes

    def unpack(self, piece: bytes) -> bytes:
        """Return the piece.

        Raises:
            TooLarge: There were more bytes than allowed.
        """
        self._left -= len(piece)
        if self._left < 0:
            raise TooLarge
        return piece
