"""Message texts as Telegram keeps them: cleaned, trimmed, measured, with the entities it finds itself."""

import re
from typing import Any

from bot.preview.telegram.api_error import bad
from bot.preview.telegram.html_parser import Entity, parse_html

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_ENTITIES = 100

_CODE = ("code", "pre")
_QUOTES = ("blockquote", "expandable_blockquote")
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31})"
    r"|(?P<url>(?<![\w@.])(?:https?://[^\s<>\"]+"
    r"|(?:[a-z0-9-]+\.)+(?:com|org|net|example)(?:/[^\s<>\"]*)?))"
    r"|(?P<hashtag>(?<![\w#])#\w{1,64})",
    re.IGNORECASE,
)


def units(text: str) -> int:
    """Return a text's length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, offset: int, length: int) -> str:
    """Return the stretch of a text that an entity's offset and length, in UTF-16 units, name."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


def clean(text: str) -> str:
    """Return what Telegram keeps: control characters as spaces, no overrides, no lone surrogates."""
    kept = text.encode("utf-8", "ignore").decode()
    return _CONTROL.sub(" ", _REMOVED.sub("", kept))


def found_entities(text: str) -> list[Entity]:
    """Return the commands, mentions, hashtags and addresses that Telegram marks by itself."""
    entities = []
    for match in _FOUND.finditer(text):
        kind = match.lastgroup
        assert kind is not None
        entities.append(
            {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}
        )
    return entities


def formatted(
    params: dict[str, Any], *, name: str = "text", most: int = MOST_TEXT
) -> tuple[str, list[Entity]]:
    """Return the text of a request as it will stand in the message, and its entities.

    Args:
        params: A request's parameters: `text` (or `caption`), `parse_mode`, `entities`.

    Raises:
        Refusal: It is empty, too long, or can't be parsed.
    """
    source = str(params.get(name, ""))
    mode = str(params.get("parse_mode", "")).lower()
    given = params.get("entities" if name == "text" else "caption_entities") or []
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in ("", "none"):
        text, entities = source, [dict(each) for each in given]
    else:
        raise bad(f"unsupported parse_mode {params['parse_mode']}: the miniature knows HTML only")
    text, entities = _trimmed(clean(text), entities, was=text)
    if not text and name == "text":
        raise bad("message text is empty")
    if units(text) > most:
        raise bad("message is too long" if name == "text" else "message caption is too long")
    entities = _unnested(entities)
    marked = {(each["offset"], each["length"]) for each in entities}
    found = [each for each in found_entities(text) if (each["offset"], each["length"]) not in marked]
    kept = sorted([*entities, *(each for each in found if not _inside(each, entities))], key=_place)
    return text, kept[:MOST_ENTITIES]


def _trimmed(text: str, entities: list[Entity], *, was: str) -> tuple[str, list[Entity]]:
    """Text without white space around it; entities moved along, cut to it, dropped when nothing is left."""
    if units(text) != units(was):
        entities = [_moved(each, was) for each in entities]
    lead = units(text) - units(text.lstrip())
    end = units(text.strip())
    kept = []
    for each in entities:
        start = max(each["offset"] - lead, 0)
        stop = min(each["offset"] + each["length"] - lead, end)
        if stop > start:
            kept.append({**each, "offset": start, "length": stop - start})
    return text.strip(), kept


def _moved(entity: Entity, was: str) -> Entity:
    """An entity after `clean` took characters out of the text before and in it."""
    offset = units(clean(part(was, 0, entity["offset"])))
    end = units(clean(part(was, 0, entity["offset"] + entity["length"])))
    return {**entity, "offset": offset, "length": end - offset}


def _unnested(entities: list[Entity]) -> list[Entity]:
    """Entities as the servers keep them: nothing in code, no blockquote in a blockquote."""
    code = [_span(each) for each in entities if each["type"] in _CODE]
    quotes = [_span(each) for each in entities if each["type"] in _QUOTES]
    kept = []
    for each in entities:
        start, stop = _span(each)
        if each["type"] in _CODE:
            kept.append(each)
        elif each["type"] in _QUOTES and any(
            a <= start and stop <= b for a, b in quotes if (a, b) != (start, stop)
        ):
            continue
        else:
            pieces = _without((start, stop), code)
            kept += [{**each, "offset": a, "length": b - a} for a, b in pieces]
    return kept


def _without(span: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a span outside holes."""
    pieces, (at, stop) = [], span
    for a, b in sorted(holes):
        if a < stop and b > at:
            pieces.append((at, a))
            at = b
    return [(a, b) for a, b in [*pieces, (at, stop)] if b > a]


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _inside(found: Entity, entities: list[Entity]) -> bool:
    """Whether Telegram leaves a find unmarked: inside code, or inside a link."""
    closed = ("code", "pre", "text_link")
    return any(
        each["type"] in closed and each["offset"] <= found["offset"] < each["offset"] + each["length"]
        for each in entities
    )


def _place(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]
