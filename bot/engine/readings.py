"""Saved queries as the percolator stores them: in parts that alerts share.

An alert fires if an article matches any of its readings and none of its vetoes. Both are stored once, however
many alerts have them, so matching costs what the distinct queries cost. What an article can match without a
second look (words, filters, beginnings of words) stays apart from what needs one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from bot.engine.documents import MAX_BEGINNING, beginning
from bot.engine.queries import Clause, all_of, any_of, clause_of, none_of
from bot.search.analyzer import LANGUAGES, analyzer_for
from bot.search.query.ast import And, Leaf, Node, Not, Or, Prefix, Word

EVERY = "*"
"""Stands for all analyzers."""
Variant = tuple[Clause | None, int]
"""What a node means in some languages (None: nothing); languages are bits, in the order of `LANGUAGES`."""
_ALL = (1 << len(LANGUAGES)) - 1


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
    def keys(self) -> list[str]:
        """The keys of which an article must have any; empty if keys alone don't decide."""
        return _keys(self.clause)

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


def _keys(clause: Clause) -> list[str]:
    """Return the keys of which any makes an article match a clause, empty if no keys do."""
    if parts := clause.get("bool", {}).get("should"):
        keys = [_keys(part) for part in parts]
        return [key for found in keys for key in found] if all(keys) else []
    if term := clause.get("term", {}).get("terms"):
        return [str(term["value"])]
    begins = clause.get("prefix", {}).get("terms", {}).get("value", "")
    return [beginning(begins)] if 0 < len(begins) <= MAX_BEGINNING else []


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
    """Yield the words together, because one look-up finds any of them, and everything else one by one."""
    yield from (node for node in root.nodes if not isinstance(node, Word | Prefix))
    if others := tuple(node for node in root.nodes if isinstance(node, Word | Prefix)):
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
    variants = _variants(nodes[0] if len(nodes) == 1 else And(tuple(nodes)))
    undecided = sum(languages for clause, languages in variants if clause is None)
    if otherwise and undecided:
        variants = [*variants, *_within(_variants(otherwise), undecided)]
    return tuple(
        Reading(clause, _named(languages)) for clause, languages in _merged(variants) if clause is not None
    )


def _variants(node: Node) -> Sequence[Variant]:
    """Return what a node means in which languages; every language is in one variant."""
    if isinstance(node, Not):
        return [(clause and none_of([clause]), languages) for clause, languages in _variants(node.node)]
    if not isinstance(node, And | Or):
        return _variants_of_leaf(node)
    combined: list[tuple[list[Clause], int]] = [([], _ALL)]
    for variants in map(_variants, node.nodes):
        combined = [
            ([*clauses, clause] if clause else clauses, both)
            for clauses, some in combined
            for clause, languages in variants
            if (both := some & languages)
        ]
    join = all_of if isinstance(node, And) else any_of
    return _merged([(join(clauses) if clauses else None, languages) for clauses, languages in combined])


@lru_cache(maxsize=10_000)
def _variants_of_leaf(leaf: Leaf) -> Sequence[Variant]:
    """Return what a leaf means in which languages, kept for the next query with the same word."""
    return _merged(
        [(clause_of(leaf, analyzer_for(language)), 1 << number) for number, language in enumerate(LANGUAGES)]
    )


def _within(variants: Iterable[Variant], wanted: int) -> Iterator[Variant]:
    yield from ((clause, both) for clause, languages in variants if (both := languages & wanted))


def _merged(variants: Iterable[Variant]) -> Sequence[Variant]:
    """Return variants with different clauses."""
    groups: dict[str, tuple[Clause | None, int]] = {}
    for clause, languages in variants:
        key = repr(clause)
        groups[key] = (clause, languages | groups.get(key, (None, 0))[1])
    return tuple(groups.values())


def _named(languages: int) -> tuple[str, ...]:
    if languages == _ALL:
        return (EVERY,)
    return tuple(language for number, language in enumerate(LANGUAGES) if languages >> number & 1)
