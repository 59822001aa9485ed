"""Saved queries as the percolator stores them: in parts that alerts share.

An alert fires if an article matches any of its readings and none of its vetoes. Both are stored once, however
many alerts have them, so matching costs what the distinct queries cost. What an article can match without a
second look (words, filters, beginnings of words) stays apart from what needs one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.engine.queries import Clause, clause_of
from bot.search.analyzer import LANGUAGES, Analyzer, analyzer_for
from bot.search.query.ast import And, Node, Not, Or

EVERY = "*"
"""Stands for all analyzers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article must be, and the analyzers of the articles to which that applies.

    Args:
        clause: In the cluster's language.
        analyzers: Names of analyzers, or `EVERY` alone.
    """

    clause: Clause
    analyzers: tuple[str, ...]

    @property
    def number(self) -> int:
        """A number from 0 to 2**63 - 1 that equal readings have, and practically no others."""
        content = repr((self.clause, self.analyzers)).encode()
        return int.from_bytes(blake2b(content, digest_size=8).digest()) >> 1


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query of an alert: an article matches it that matches any reading and no veto."""

    readings: tuple[Reading, ...]
    vetoes: tuple[Reading, ...] = ()

    @property
    def parts(self) -> tuple[Reading, ...]:
        """All readings and vetoes."""
        return (*self.readings, *self.vetoes)


def saved_query(root: Node | None) -> SavedQuery:
    """Return a query as the percolator stores it."""
    if root is None:
        return SavedQuery(_readings([]))
    if isinstance(root, Or):
        return SavedQuery(tuple(part for node in _alternatives(root) for part in _readings([node])))
    wanted, excluded = _divided(root)
    return SavedQuery(
        _readings(wanted, otherwise=root), tuple(part for node in excluded for part in _readings([node]))
    )


def _alternatives(root: Or) -> Iterator[Node]:
    """Yield the alternatives that need several words one by one, the others together: a look-up of any."""
    yield from (node for node in root.nodes if isinstance(node, And))
    if others := tuple(node for node in root.nodes if not isinstance(node, And)):
        yield others[0] if len(others) == 1 else Or(others)


def _divided(root: Node) -> tuple[Sequence[Node], Sequence[Node]]:
    """Return what must match, and what must not."""
    nodes = root.nodes if isinstance(root, And) else (root,)
    excluded = [node.node for node in nodes if isinstance(node, Not)]
    wanted = [node for node in nodes if not isinstance(node, Not)]
    return (wanted, excluded) if wanted else ([root], [])


def _readings(nodes: Sequence[Node], *, otherwise: Node | None = None) -> tuple[Reading, ...]:
    """Return the readings of nodes that must all match.

    Args:
        otherwise: Decides in languages in which the nodes decide nothing.
    """
    if not nodes:
        return (Reading({"match_all": {}}, (EVERY,)),)
    root = nodes[0] if len(nodes) == 1 else And(tuple(nodes))
    groups: dict[str, tuple[Clause, list[str]]] = {}
    for language in LANGUAGES:
        analyzer = analyzer_for(language)
        clause = _clause(root, analyzer) or (_clause(otherwise, analyzer) if otherwise else None)
        if clause is not None:
            groups.setdefault(repr(clause), (clause, []))[1].append(language)
    return tuple(Reading(clause, _named(languages)) for clause, languages in groups.values())


def _clause(node: Node, analyzer: Analyzer) -> Clause | None:
    return clause_of(node, analyzer, begins=True)


def _named(languages: Iterable[str]) -> tuple[str, ...]:
    names = tuple(languages)
    return (EVERY,) if len(names) == len(LANGUAGES) else names
