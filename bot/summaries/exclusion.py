"""Whether figures exclude each other: that of some origins, and that of others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product

from bot.corpus.article import Article
from bot.summaries.claims import Claim
from bot.summaries.counted import COUNTED, are_about_the_same
from bot.summaries.moments import AGE, TIMES
from bot.summaries.quantities import Quantity
from bot.summaries.scope import Scope, scope_of

ALIKE = TIMES | {COUNTED}
"""Kinds of claims that are about the same thing only if their sentences are alike."""
OF_ITS_OWN = ALIKE | {AGE}
"""Kinds of claims in which a figure of one group says nothing about another; people are all people."""
_SAME_DAYS = timedelta(hours=36)
"""Longest time between two articles in which a weekday is one day."""
_MOST_SUMMED = 100
"""Different figures of an origin whose sums count as its own; more are a table."""
Group = Sequence[tuple[Article, Claim]]
"""Claims that agree, with their articles."""


def pool(found: Sequence[Claim]) -> tuple[Quantity, ...]:
    """Return every figure of a kind that an origin states, and what two of them come to."""
    every = {(claim.quantity.low, claim.quantity.high): claim.quantity for claim in found}
    distinct = list(every.values())
    if found and found[0].kind in TIMES | {AGE}:
        return tuple(distinct)
    return (*distinct, *(_sum(a, b) for a, b in combinations(distinct[:_MOST_SUMMED], 2)))


def excludes(
    group: Group,
    names: Sequence[str | None],
    other: Group,
    others: Sequence[str | None],
    pools: Mapping[str | None, Sequence[Quantity]],
) -> bool:
    """Return whether two groups speak of the same, and neither states the other's figure somewhere, too.

    Args:
        names, others: The origins of both.
        pools: By origin, what `pool` returns.
    """
    kind = group[0][1].kind
    if kind != AGE and not _may_be_of_one_event(group, other, kind):
        return False
    if kind in ALIKE and not _are_about_the_same(group, other):
        return False
    pairs = [(claim.quantity, name) for _, claim in group for name in others]
    pairs += [(claim.quantity, name) for _, claim in other for name in names]
    return not any(quantity.agrees(known) for quantity, name in pairs for known in pools[name])


def _may_be_of_one_event(group: Group, other: Group, kind: str) -> bool:
    """Whether places and days don't tell two groups apart; days that are compared don't."""
    if kind in TIMES and not _same_days(group, other):
        return False
    scopes, others_scopes = ([_scope(article, claim) for article, claim in g] for g in (group, other))
    return not all(mine.is_other(theirs) for mine in scopes for theirs in others_scopes)


def _scope(article: Article, claim: Claim) -> Scope:
    scope = scope_of(article, claim.sentence)
    return replace(scope, weekdays=frozenset()) if claim.kind in TIMES else scope


def _same_days(group: Group, other: Group) -> bool:
    pairs = product((a.published_at for a, _ in group), (a.published_at for a, _ in other))
    return all(abs(one - two) <= _SAME_DAYS for one, two in pairs if one and two)


def _are_about_the_same(group: Group, other: Group) -> bool:
    return any(_is_about_the_same(mine, theirs) for mine in group for theirs in other)


def _is_about_the_same(one: tuple[Article, Claim], other: tuple[Article, Claim]) -> bool:
    (mine, claim), (theirs, compared) = one, other
    return mine.language == theirs.language and are_about_the_same(
        _sentence(mine, claim),
        claim.quantity,
        _sentence(theirs, compared),
        compared.quantity,
        mine.language,
        are_times=claim.kind in TIMES,
    )


def _sentence(article: Article, claim: Claim) -> str:
    return article.quote(article.sentences[claim.sentence])


def _sum(left: Quantity, right: Quantity) -> Quantity:
    return Quantity(0, 0, left.value + right.value, left.low + right.low, left.high + right.high)
