"""Texts with formatting entities, written as nested parts."""

from typing import Any


def formatted(*parts: Any) -> dict[str, Any]:
    """Return the `text` and `entities` of parts: plain strings and (type, inner parts, more fields)."""
    entities: list[dict[str, Any]] = []
    text = _join(parts, "", entities)
    return {"text": text, "entities": entities}


def _join(parts: Any, text: str, entities: list[dict[str, Any]]) -> str:
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        kind, inner, *fields = part
        entity = {"type": kind, "offset": units(text), **(fields[0] if fields else {})}
        entities.append(entity)
        text = _join([inner] if isinstance(inner, (str, tuple)) else inner, text, entities)
        entity["length"] = units(text) - entity["offset"]
    return text


def units(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
