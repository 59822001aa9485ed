"""Message texts as Telegram stores them: sanitized, trimmed, checked for length, with detected entities."""

import re
from typing import Any

from bot.preview.telegram.api_error import bad_request
from bot.preview.telegram.html_entities import Entity
from bot.preview.telegram.html_parser import parse_html

MAX_TEXT_UNITS = 4096
MAX_CAPTION_UNITS = 1024
MAX_ENTITIES = 100

_CODE = ("code", "pre")
_QUOTES = ("blockquote", "expandable_blockquote")
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DETECTED = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31})"
    r"|(?P<url>(?<![\w@.])(?:https?://[^\s<>\"]+"
    r"|(?:[a-z0-9-]+\.)+(?:com|org|net|example)(?:/[^\s<>\"]*)?))"
    r"|(?P<hashtag>(?<![\w#])#\w{1,64})",
    re.IGNORECASE,
)


def utf16_length(text: str) -> int:
    """Return a text's length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def entity_text(text: str, offset: int, length: int) -> str:
    """Return the part of a text that an entity covers; offset and length in UTF-16 code units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


def sanitized(text: str) -> str:
    """Return a text without direction overrides and lone surrogates, control characters as spaces."""
    valid = text.encode("utf-8", "ignore").decode()
    return _CONTROL.sub(" ", _REMOVED.sub("", valid))


def detected_entities(text: str) -> list[Entity]:
    """Return the commands, mentions, URLs and hashtags in a text, which Telegram marks by itself."""
    entities = []
    for match in _DETECTED.finditer(text):
        kind = match.lastgroup
        assert kind is not None
        entities.append(
            {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match.group()),
            }
        )
    return entities


def formatted_text(
    params: dict[str, Any], *, name: str = "text", max_units: int = MAX_TEXT_UNITS
) -> tuple[str, list[Entity]]:
    """Return a request's text as the message will carry it, and its entities.

    Args:
        params: The request's parameters: `text` (or `caption`), `parse_mode`, `entities`.

    Raises:
        ApiError: The text is empty, too long, or can't be parsed.
    """
    raw, entities = _parsed(params, name)
    text, entities = _trimmed(sanitized(raw), entities, raw=raw)
    if not text and name == "text":
        raise bad_request("message text is empty")
    if utf16_length(text) > max_units:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    entities = _unnested(entities)
    explicit = {(entity["offset"], entity["length"]) for entity in entities}
    detected = [
        entity
        for entity in detected_entities(text)
        if (entity["offset"], entity["length"]) not in explicit and not _hidden(entity, entities)
    ]
    return text, sorted([*entities, *detected], key=_order)[:MAX_ENTITIES]


def _parsed(params: dict[str, Any], name: str) -> tuple[str, list[Entity]]:
    source = str(params.get(name, ""))
    mode = str(params.get("parse_mode", "")).lower()
    if mode == "html":
        return parse_html(source)
    if mode not in ("", "none"):
        raise bad_request(f"unsupported parse_mode {params['parse_mode']}: the preview supports HTML only")
    entities = params.get("entities" if name == "text" else "caption_entities") or []
    return source, [dict(entity) for entity in entities]


def _trimmed(text: str, entities: list[Entity], *, raw: str) -> tuple[str, list[Entity]]:
    """Strip white space around a text; shift and crop its entities, and drop those that become empty."""
    if utf16_length(text) != utf16_length(raw):
        entities = [_moved(entity, raw) for entity in entities]
    lead = utf16_length(text) - utf16_length(text.lstrip())
    end = utf16_length(text.strip())
    cropped = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            cropped.append({**entity, "offset": start, "length": stop - start})
    return text.strip(), cropped


def _moved(entity: Entity, raw: str) -> Entity:
    """Return an entity of the raw text at its place in the sanitized text."""
    offset = utf16_length(sanitized(entity_text(raw, 0, entity["offset"])))
    end = utf16_length(sanitized(entity_text(raw, 0, entity["offset"] + entity["length"])))
    return {**entity, "offset": offset, "length": end - offset}


def _unnested(entities: list[Entity]) -> list[Entity]:
    """Return entities as the servers store them: none inside code, no blockquote in a blockquote."""
    code = [_span(entity) for entity in entities if entity["type"] in _CODE]
    quotes = [_span(entity) for entity in entities if entity["type"] in _QUOTES]
    flat = []
    for entity in entities:
        start, stop = _span(entity)
        if entity["type"] in _CODE:
            flat.append(entity)
        elif entity["type"] in _QUOTES and any(
            a <= start and stop <= b for a, b in quotes if (a, b) != (start, stop)
        ):
            continue
        else:
            pieces = _without((start, stop), code)
            flat += [{**entity, "offset": a, "length": b - a} for a, b in pieces]
    return flat


def _without(span: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of a span outside the holes."""
    pieces, (at, stop) = [], span
    for a, b in sorted(holes):
        if a < stop and b > at:
            pieces.append((at, a))
            at = b
    return [(a, b) for a, b in [*pieces, (at, stop)] if b > a]


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _hidden(detected: Entity, entities: list[Entity]) -> bool:
    """Whether a detected entity lies in code or a link, where Telegram doesn't mark it."""
    return any(
        entity["type"] in (*_CODE, "text_link")
        and entity["offset"] <= detected["offset"] < entity["offset"] + entity["length"]
        for entity in entities
    )


def _order(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]
