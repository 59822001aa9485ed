"""Pictures as the servers take them: a known format, not too large in pixels, not too long and thin."""

from bot.preview.telegram.api_error import bad

MOST_SIDES = 10_000
"""Width and height together, in pixels."""
MOST_RATIO = 20
_SIZED = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers whose segment holds the size."""


def photo_size(content: bytes) -> tuple[int, int]:
    """Return a photo's width and height in pixels.

    Raises:
        Refusal: It is no PNG or JPEG, or its dimensions are not taken.
    """
    found = _png(content) or _jpeg(content)
    if found is None or not all(found):
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(found) > MOST_SIDES or max(found) > MOST_RATIO * min(found):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return found


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _SIZED:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
