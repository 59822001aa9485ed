"""A query's tree as a line of JSON, and back, so that what was understood once is never parsed again."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.search.query.ast import And, Field, FieldName, Node, Not, Or, Period, Phrase, Prefix, Word


def encode(node: Node | None) -> bytes:
    """Return a tree as one line of JSON."""
    return json.dumps(None if node is None else _list_of(node), separators=(",", ":")).encode()


def decode(line: bytes) -> Node | None:
    """Return the tree that `encode` wrote."""
    value = json.loads(line)
    return None if value is None else _node_of(value)


def _list_of(node: Node) -> list[Any]:
    match node:
        case Word(text):
            return ["w", text]
        case Prefix(text):
            return ["p", text]
        case Phrase(words):
            return ["q", *words]
        case Field(name, value):
            return ["f", name.value, value]
        case Period(since, until, said):
            return ["t", _seconds(since), _seconds(until), said]
        case Not(inner):
            return ["-", _list_of(inner)]
        case And(nodes):
            return ["&", *map(_list_of, nodes)]
        case Or(nodes):
            return ["|", *map(_list_of, nodes)]


def _node_of(value: list[Any]) -> Node:
    kind, *rest = value
    match kind:
        case "w":
            return Word(rest[0])
        case "p":
            return Prefix(rest[0])
        case "q":
            return Phrase(tuple(rest))
        case "f":
            return Field(FieldName(rest[0]), rest[1])
        case "t":
            return Period(_moment(rest[0]), _moment(rest[1]), rest[2])
        case "-":
            return Not(_node_of(rest[0]))
        case "&":
            return And(tuple(map(_node_of, rest)))
        case "|":
            return Or(tuple(map(_node_of, rest)))
    raise ValueError(f"no part of a query: {kind!r}")


def _seconds(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
