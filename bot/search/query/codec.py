"""A query's tree as a line of JSON and back, so that an alert is parsed only once."""

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.search.query.ast import And, Field, FieldName, Node, Not, Or, Period, Phrase, Prefix, Word


def encode(node: Node | None) -> bytes:
    """Return a tree as one line of JSON."""
    return json.dumps(None if node is None else _to_list(node), separators=(",", ":")).encode()


def decode(line: bytes) -> Node | None:
    """Return the tree that `encode` wrote."""
    value = json.loads(line)
    return None if value is None else _to_node(value)


def _to_list(node: Node) -> list[Any]:
    match node:
        case Word(text):
            return ["w", text]
        case Prefix(text):
            return ["p", text]
        case Phrase(words):
            return ["q", *words]
        case Field(name, value):
            return ["f", name.value, value]
        case Period(since, until, in_words, zone):
            place = [zone.key] if isinstance(zone, ZoneInfo) else []
            return ["t", _to_text(since), _to_text(until), in_words, *place]
        case Not(inner):
            return ["-", _to_list(inner)]
        case And(nodes):
            return ["&", *map(_to_list, nodes)]
        case Or(nodes):
            return ["|", *map(_to_list, nodes)]


def _to_node(value: list[Any]) -> Node:
    kind, *parts = value
    match kind:
        case "w":
            return Word(parts[0])
        case "p":
            return Prefix(parts[0])
        case "q":
            return Phrase(tuple(parts))
        case "f":
            return Field(FieldName(parts[0]), parts[1])
        case "t":
            zone = ZoneInfo(parts[3]) if len(parts) > 3 else UTC
            return Period(_to_moment(parts[0]), _to_moment(parts[1]), parts[2], zone)
        case "-":
            return Not(_to_node(parts[0]))
        case "&":
            return And(tuple(map(_to_node, parts)))
        case "|":
            return Or(tuple(map(_to_node, parts)))
    raise ValueError(f"unknown node in a query: {kind!r}")


def _to_text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _to_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
