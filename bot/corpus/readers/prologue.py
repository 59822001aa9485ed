"""Removes what comes before an XML document's first element: comments, a DOCTYPE, a server's warning."""

import re

_SEARCHED = 50_000
"""Characters in which the first element must begin."""
_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:\"[^\"]*\"|'[^']*')){1,2})?\s*"
    r"(?:\[(?P<subset>(?:[^\]\"']|\"[^\"]*\"|'[^']*')*)\]\s*)?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>", re.IGNORECASE)
_DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARES_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_CHARACTER = re.compile(r"&#(?:\d+|x[0-9a-f]+);", re.IGNORECASE)
_REFERENCE = re.compile(r"&([\w.-]+);")
_MAX_ENTITIES = 300
"""Entities of a document; some feeds declare all 253 of HTML."""
_MAX_ENTITY = 100
_MAX_GROWTH = 1_000_000
"""Characters that declared entities may add to a document."""
_ROOT = re.compile(r"<\?xml\b|<(?:\w+:)?(?:rss|feed|RDF|opml)\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)\b", re.IGNORECASE)


class UnsafeProlog(ValueError):
    """A DOCTYPE declares entities that make parsers read files, fetch URLs or grow."""


def from_first_element(text: str) -> str:
    """Return an XML document from its first element on; the entities it declares are replaced.

    Raises:
        UnsafeProlog: An entity it declares is more than a few characters, or is defined elsewhere; or it
            declares many, or has several DOCTYPEs.
    """
    position, entities = _skip(text, 0)
    if text[position : position + 1] != "<" or not _ROOT.match(text, position):
        junk_end = _root_behind_junk(text, position)
        if junk_end is not None:
            position, entities = _skip(text, junk_end)
    return _replaced(text[position:], entities)


def _skip(text: str, position: int) -> tuple[int, dict[str, str]]:
    """Return where the first element begins, and the entities declared before it."""
    entities: dict[str, str] | None = None
    while position < len(text):
        if match := _SKIPPED.match(text, position):
            position = match.end()
        elif match := _DOCTYPE.match(text, position, position + _SEARCHED):
            if entities is not None:
                raise UnsafeProlog
            entities = _entities(match["subset"] or "")
            position = match.end()
        else:
            break
    return position, entities or {}


def _root_behind_junk(text: str, start: int) -> int | None:
    """Return where a feed begins behind what a script printed before it, None in front of a page."""
    root = _ROOT.search(text, start, start + _SEARCHED)
    if root is None or _PAGE.search(text, start, root.start()):
        return None
    if _DECLARATION.search(text, start, root.start()):
        raise UnsafeProlog
    return root.start()


def _entities(subset: str) -> dict[str, str]:
    """Return the entities that an internal subset declares."""
    found = {name: quoted or single for name, quoted, single in _ENTITY.findall(subset)}
    harmless = len(_DECLARES_ENTITY.findall(subset)) == len(found) and "%" not in subset
    if len(found) > _MAX_ENTITIES or not harmless or not all(map(_is_harmless, found.values())):
        raise UnsafeProlog
    return found


def _is_harmless(value: str) -> bool:
    rest = _CHARACTER.sub("", value)
    return len(value) <= _MAX_ENTITY and "&" not in rest and "<" not in rest


def _replaced(text: str, entities: dict[str, str]) -> str:
    """Return a document with its entities replaced, in one pass: a value never makes another reference."""
    added = 0

    def value(match: re.Match[str]) -> str:
        nonlocal added
        known = entities.get(match[1])
        added += len(known or "")
        if added > _MAX_GROWTH:
            raise UnsafeProlog
        return match[0] if known is None else known

    return _REFERENCE.sub(value, text) if entities else text
