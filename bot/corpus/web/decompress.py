"""Decodes response bodies, gzipped or not, up to a size limit."""

import zlib


class TooLarge(Exception):
    """The decoded body exceeds its limit.

    Args:
        beginning: What of the last chunk is within the limit.
    """

    def __init__(self, beginning: bytes) -> None:
        super().__init__()
        self.beginning = beginning


class BodyDecoder:
    """Decodes a body chunk by chunk.

    Args:
        max_bytes: Limit for the whole decoded body.
        gzipped: Whether the body is a gzip stream.
    """

    def __init__(self, max_bytes: int, *, gzipped: bool) -> None:
        self._left = max_bytes
        self._gzip = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS) if gzipped else None

    def decode(self, chunk: bytes) -> bytes:
        """Return the decoded chunk; of a gzip bomb, at most one byte more than the limit is unpacked.

        Raises:
            TooLarge: The body exceeds its limit.
            zlib.error: The body is not gzip.
        """
        decoded = self._gzip.decompress(chunk, self._left + 1) if self._gzip else chunk
        self._left -= len(decoded)
        if self._left < 0:
            raise TooLarge(decoded[: self._left])
        return decoded
