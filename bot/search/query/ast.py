"""The query language's tree and how it is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import Any, TypeVar

T = TypeVar("T")


class FieldName(StrEnum):
    """What a filter looks at."""

    SOURCE = "source"
    BY = "by"
    LANG = "lang"


@dataclass(frozen=True, slots=True)
class Word:
    """One bare word: ranks, and must stand in an article that matches."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """`word*`: any term that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """`"words in order"`, common words apart."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """`source:`, `by:` or `lang:`; the value may be several words in quotes."""

    name: FieldName
    value: str


@dataclass(frozen=True, slots=True)
class Period:
    """When an article was published.

    Args:
        since: First moment inside, aware UTC; None for no beginning.
        until: First moment after, aware UTC; None for no end.
        said: In words ("last week") rather than as a field; then search ranks undated articles too.
    """

    since: datetime | None
    until: datetime | None
    said: bool = False

    def holds(self, moment: datetime | None) -> bool:
        """Whether a moment lies inside; an unknown one never does."""
        if moment is None:
            return False
        return not (self.since and moment < self.since) and not (self.until and moment >= self.until)


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Everything must hold."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One must hold."""

    nodes: tuple["Node", ...]


Leaf = Word | Prefix | Phrase | Field | Period
Node = Leaf | Not | And | Or


def evaluate(node: Node, leaf: Callable[[Leaf], T | None]) -> T | None:
    """Return a tree's truth from its leaves', in any type with `&`, `|` and `~` (NumPy's booleans).

    Args:
        leaf: Truth of one leaf; None for one that decides nothing (a stop word).
    """
    if isinstance(node, Not):
        truth: Any = evaluate(node.node, leaf)
        return None if truth is None else ~truth
    if not isinstance(node, And | Or):
        return leaf(node)
    total: Any = None
    for child in node.nodes:
        truth = evaluate(child, leaf)
        if truth is None:
            continue
        both = isinstance(node, And)
        total = truth if total is None else total & truth if both else total | truth
    return total  # type: ignore[no-any-return]


def leaves(node: Node | None, *, negated: bool = False) -> Iterator[tuple[Leaf, bool]]:
    """Yield every leaf in order with whether it stands under a `-`."""
    if isinstance(node, Not):
        yield from leaves(node.node, negated=not negated)
    elif isinstance(node, And | Or):
        for child in node.nodes:
            yield from leaves(child, negated=negated)
    elif node is not None:
        yield node, negated


def words_only(node: Node | None) -> Node | None:
    """Return a tree without what narrows it: filters, periods, exclusions; None when nothing is left."""
    if isinstance(node, Not | Field | Period):
        return None
    if not isinstance(node, And | Or):
        return node
    kept = tuple(each for child in node.nodes if (each := words_only(child)))
    return type(node)(kept) if len(kept) > 1 else next(iter(kept), None)


def render(node: Node | None, zone: tzinfo = UTC) -> str:
    """Return the tree in the query language; parsing it again in the same zone gives an equal tree."""
    match node:
        case None:
            return ""
        case Word(text):
            return f'"{text}"' if text == "OR" else text
        case Prefix(text):
            return f"{text}*"
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case Field(name, value):
            return f"{name}:{value}" if value.isalnum() else f'{name}:"{value}"'
        case Period():
            return _render_period(node, zone)
        case Not(inner):
            return f"-{_grouped(inner, zone)}"
        case And(nodes):
            return " ".join(_inside(child, zone) for child in nodes)
        case Or(nodes):
            return " OR ".join(_inside(child, zone) for child in nodes)


def _inside(node: Node, zone: tzinfo) -> str:
    return _grouped(node, zone) if isinstance(node, And) else render(node, zone)


def _grouped(node: Node, zone: tzinfo) -> str:
    """In brackets where a `-` or its neighbours would otherwise take only a part of it."""
    both = isinstance(node, Period) and node.since and node.until
    return f"({render(node, zone)})" if both or isinstance(node, And | Or | Not) else render(node, zone)


def _render_period(period: Period, zone: tzinfo) -> str:
    parts = []
    if period.since:
        parts.append(f"since:{_moment(period.since, zone)}")
    if period.until:
        parts.append(f"before:{_moment(period.until, zone)}")
    return " ".join(parts)


def _moment(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    midnight = not (local.hour or local.minute or local.second or local.microsecond)
    if midnight:
        return local.date().isoformat()  # strftime would write the year 1 as "1"
    return f"{at.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"
