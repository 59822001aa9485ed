"""The syntax tree of a query: nodes, evaluation, and rendering back to text."""

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar

from bot.corpus.article import is_day

T = TypeVar("T")


class FieldName(StrEnum):
    """The field that a filter tests."""

    SOURCE = "source"
    BY = "by"
    LANG = "lang"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word: it ranks, and a matching article must contain it."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """`word*`: any term that starts with these letters."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """`"words in order"`; stop words between them don't count."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A filter: `source:`, `by:`, `said:` or `lang:`; a quoted value may have several words."""

    name: FieldName
    value: str


@dataclass(frozen=True, slots=True)
class Period:
    """When an article was published.

    Args:
        since: First moment inside, aware UTC; None for no beginning.
        until: First moment after, aware UTC; None for no end.
        in_words: Written in words ("last week"), not as a field; search then ranks undated articles too.
        zone: Where its days begin.
    """

    since: datetime | None
    until: datetime | None
    in_words: bool = False
    zone: tzinfo = UTC

    @property
    def of_days(self) -> "Period":
        """The period for dates without an hour, which are stored as midnight in UTC.

        A day is inside if it begins inside where the period's days begin: "today" in Lima has articles dated
        today, although today began in UTC before it did in Lima.
        """
        since, until = (moment and _first_day(moment, self.zone) for moment in (self.since, self.until))
        return Period(since, until, self.in_words)

    def as_for(self, moment: datetime) -> "Period":
        """Return the period as it applies to a date (aware UTC), which may be without an hour."""
        return self.of_days if is_day(moment) else self

    def contains(self, moment: datetime | None) -> bool:
        """Return whether a moment lies inside; an unknown moment never does."""
        if moment is None:
            return False
        period = self.as_for(moment)
        return not (period.since and moment < period.since) and not (period.until and moment >= period.until)


def _first_day(moment: datetime, zone: tzinfo) -> datetime:
    """Return the first day that begins in a zone at a moment or later, as midnight in UTC."""
    try:
        local = moment.astimezone(zone)
        begins = datetime(local.year, local.month, local.day, tzinfo=zone).astimezone(UTC)
        midnight = datetime(local.year, local.month, local.day, tzinfo=UTC)
        return midnight if begins >= moment else midnight + timedelta(days=1)
    except OverflowError:  # the year 1 or 9999
        return moment


@dataclass(frozen=True, slots=True)
class Not:
    """`-`: the node must not match."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All nodes must match."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """`OR`: at least one node must match."""

    nodes: tuple["Node", ...]


Leaf = Word | Prefix | Phrase | Field | Period
Node = Leaf | Not | And | Or


def all_of(nodes: Sequence[Node]) -> Node | None:
    """Return what matches where all nodes match; None without nodes."""
    flat = [part for node in nodes for part in (node.nodes if isinstance(node, And) else (node,))]
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(left: Node, right: Node) -> Node:
    """Return what matches where one of two nodes matches."""
    flat = [part for node in (left, right) for part in (node.nodes if isinstance(node, Or) else (node,))]
    return Or(tuple(flat))


def evaluate(node: Node, evaluate_leaf: Callable[[Leaf], T | None]) -> T | None:
    """Return the truth of a tree as an array of booleans; None if undecided.

    Args:
        evaluate_leaf: Returns the truth of a leaf; None for a leaf that decides nothing (a stop word).
    """
    if isinstance(node, Not):
        truth: Any = evaluate(node.node, evaluate_leaf)
        return None if truth is None else ~truth
    if not isinstance(node, And | Or):
        return evaluate_leaf(node)
    total: Any = None
    join = operator.and_ if isinstance(node, And) else operator.or_
    for child in node.nodes:
        truth = evaluate(child, evaluate_leaf)
        if truth is None:
            continue
        total = truth if total is None else join(total, truth)
        if isinstance(node, And) and not total.any():
            break
    return total  # type: ignore[no-any-return]


def leaves(node: Node | None, *, negated: bool = False) -> Iterator[tuple[Leaf, bool]]:
    """Yield every leaf in order, with whether it is negated."""
    if isinstance(node, Not):
        yield from leaves(node.node, negated=not negated)
    elif isinstance(node, And | Or):
        for child in node.nodes:
            yield from leaves(child, negated=negated)
    elif node is not None:
        yield node, negated


def without_filters(node: Node | None) -> Node | None:
    """Return a tree without filters, periods and exclusions; None when nothing is left."""
    return without(node, Not | Field | Period)


def without(node: Node | None, kinds: type | UnionType) -> Node | None:
    """Return a tree without the nodes of some kinds; None when nothing is left."""
    if isinstance(node, kinds):
        return None
    if not isinstance(node, And | Or):
        return node
    kept = tuple(part for child in node.nodes if (part := without(child, kinds)))
    return type(node)(kept) if len(kept) > 1 else next(iter(kept), None)


def render(node: Node | None, zone: tzinfo = UTC) -> str:
    """Return a tree in the query language; parsed again in the same zone it gives an equal tree."""
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
            return f"-{_parenthesized(inner, zone)}"
        case And(nodes):
            return " ".join(_render_child(child, zone) for child in nodes)
        case Or(nodes):
            return " OR ".join(_render_child(child, zone) for child in nodes)


def _render_child(node: Node, zone: tzinfo) -> str:
    return _parenthesized(node, zone) if isinstance(node, And) else render(node, zone)


def _parenthesized(node: Node, zone: tzinfo) -> str:
    """Return the node, in parentheses where a `-` or its neighbours would take only a part of it."""
    has_parts = isinstance(node, And | Or | Not) or (isinstance(node, Period) and node.since and node.until)
    return f"({render(node, zone)})" if has_parts else render(node, zone)


def _render_period(period: Period, zone: tzinfo) -> str:
    parts = []
    if period.since:
        parts.append(f"since:{_render_moment(period.since, zone)}")
    if period.until:
        parts.append(f"before:{_render_moment(period.until, zone)}")
    return " ".join(parts)


def _render_moment(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    midnight = not (local.hour or local.minute or local.second or local.microsecond)
    if midnight:
        return local.date().isoformat()  # strftime would write the year 1 as "1"
    return f"{moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"
