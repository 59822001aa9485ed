"""Checks on photos: a known format, and not too large or too elongated."""

from bot.preview.telegram.api_error import bad_request

MAX_SIDE_SUM = 10_000
"""Width plus height, in pixels."""
MAX_ASPECT_RATIO = 20
_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers whose segment contains the size."""


def photo_size(content: bytes) -> tuple[int, int]:
    """Return a photo's width and height in pixels.

    Raises:
        ApiError: Not a PNG or JPEG, or unacceptable dimensions.
    """
    size = _png_size(content) or _jpeg_size(content)
    if size is None or not all(size):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > MAX_SIDE_SUM or max(size) > MAX_ASPECT_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _SIZE_MARKERS:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
