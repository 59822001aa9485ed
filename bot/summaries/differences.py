"""Where the outlets of a story differ: figures of the same thing that can't all be right, side by side.

    articles -claims.py-> what each states -by origin-> its latest figure -> figures that exclude each other

Precision comes first. An article that states several figures of one thing is no witness for any of them; an
origin is not contradicted by a figure that it states itself somewhere; copies of one account don't differ. A
later figure of the same origin is an update. A figure that only comes hours after the other one, while the
outlets of that one are silent, is shown as later.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, pairwise

from bot.corpus.article import Article, ArticleId
from bot.stories.origins import oldest_first
from bot.stories.story import Origin
from bot.summaries.claims import EARLY, Claim, claims
from bot.summaries.counted import COUNTED, are_alike, sentence_of
from bot.summaries.credits import credit_sentences
from bot.summaries.quantities import Quantity
from bot.summaries.scope import scope_of
from bot.summaries.sentence import QuotedSentence, quote_sentence

LATER = timedelta(hours=3)
"""Time after which a figure may be an update that the other outlets don't have yet."""
MIN_ORIGINS = 2
"""Independent origins from which outlets can differ."""
COMPARED = 40
"""Newest articles that are compared."""
_MOST_SUMMED = 100
"""Different figures of an origin whose sums count as its own; more are a table."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An outlet with the sentence in which it states a figure."""

    outlet: str
    sentence: QuotedSentence
    language: str


@dataclass(frozen=True, slots=True)
class Version:
    """One of the figures, and who states it.

    Args:
        figure: As the first of the voices writes it ("at least 3").
        voices: One of each origin, oldest first.
    """

    figure: str
    voices: tuple[Voice, ...]

    @property
    def first_at(self) -> datetime | None:
        """When it was first stated, None if no voice is dated."""
        return min((at for voice in self.voices if (at := voice.sentence.published_at)), default=None)

    @property
    def last_at(self) -> datetime | None:
        """When it was last stated, None if no voice is dated."""
        return max((at for voice in self.voices if (at := voice.sentence.published_at)), default=None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures of one thing, of which at most one can be right.

    Args:
        key: What they are about, the same for as long as the story exists ("dead", "dead:soldier"): two
            differences of a story with one key are one difference, perhaps with other figures.
        kind: A key of `differences.kinds` in the language files ("dead").
        noun: Whom or what they count, as written ("soldiers"); "" for people in general.
        versions: Those that most origins state first, then the latest ones first; at least two.
        later: Whether the figures may just follow each other in time: no outlet stated an earlier one within
            `LATER` of a later one or after it. Show it as a development; notify nobody of a difference.
    """

    key: str
    kind: str
    noun: str
    versions: tuple[Version, ...]
    later: bool = False


@dataclass(frozen=True, slots=True)
class _Stated:
    """What an article states about one thing.

    Args:
        claims: The sure ones.
        all: With the others.
    """

    article: Article
    claims: tuple[Claim, ...]
    all: tuple[Claim, ...]

    @property
    def claim(self) -> Claim | None:
        """The one figure that it states, and states early or in its title; None for several or none."""
        stated = [claim for claim in self.claims if claim.sentence >= 0]
        if not stated or not _all_agree([claim.quantity for claim in self.claims]):
            return None
        if min(claim.sentence for claim in self.claims) >= EARLY:
            return None
        return min(stated, key=lambda claim: claim.quantity.high - claim.quantity.low)


def differences(articles: Sequence[Article], origins: Sequence[Origin]) -> tuple[Difference, ...]:
    """Return where the independent origins of a story differ, the most contested first.

    Pure and deterministic: the same articles in any order give the same differences.

    Args:
        articles: Of one story; the newest `COMPARED` of them count.
        origins: As `bot.stories.origins` finds them. Articles of no known origin don't count.
    """
    origin_of = {
        article_id: origin.name for origin in origins if origin.name for article_id in origin.articles
    }
    known = [article for article in oldest_first(articles) if article.id in origin_of and article.publisher]
    if len({origin_of[article.id] for article in known}) < MIN_ORIGINS:
        return ()
    stated = _by_thing(known[-COMPARED:])
    found = (_difference(key, of_thing, origin_of) for key, of_thing in stated.items())
    return tuple(sorted(filter(None, found), key=_rank))


def _rank(difference: Difference) -> tuple[bool, int, str]:
    return difference.later, -sum(len(version.voices) for version in difference.versions), difference.key


def _by_thing(articles: Iterable[Article]) -> Mapping[tuple[str, str], list[_Stated]]:
    """Return what articles, oldest first, state about each thing: kind and group."""
    things: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for article in articles:
        every = claims(article)
        for thing in {(claim.kind, claim.group): None for claim in every}:
            of_kind = tuple(claim for claim in every if claim.kind == thing[0])
            sure = tuple(claim for claim in of_kind if claim.group == thing[1] and claim.sure)
            if sure:
                things[thing].append(_Stated(article, sure, of_kind))
    return things


def _difference(
    thing: tuple[str, str], stated: Sequence[_Stated], origin_of: Mapping[ArticleId, str | None]
) -> Difference | None:
    by_origin: dict[str | None, list[_Stated]] = defaultdict(list)
    for entry in stated:
        by_origin[origin_of[entry.article.id]].append(entry)
    pools = {name: _pool(entries) for name, entries in by_origin.items()}
    latest = {name: entries[-1] for name, entries in by_origin.items() if entries[-1].claim}
    groups = _versions(latest, pools)
    if len(groups) < 2:
        return None
    versions = tuple(_version(group) for group in groups)
    kind, group = thing
    noun = next((claim.noun for _, claim in groups[0] if claim.noun), "")
    return Difference(f"{kind}:{group}" if group else kind, kind, noun, _ordered(versions), _follow(versions))


def _pool(entries: Sequence[_Stated]) -> tuple[Quantity, ...]:
    """Return every figure of a kind that an origin states, and what two of them come to."""
    found = [claim.quantity for entry in entries for claim in entry.all]
    distinct = list({(quantity.low, quantity.high): quantity for quantity in found}.values())
    sums = [_sum(a, b) for a, b in combinations(distinct[:_MOST_SUMMED], 2)]
    return (*distinct, *sums)


def _sum(left: Quantity, right: Quantity) -> Quantity:
    return Quantity(0, 0, left.value + right.value, left.low + right.low, left.high + right.high)


def _all_agree(found: Sequence[Quantity]) -> bool:
    """Return whether any two of some figures agree: ranges that meet in pairs have a point in common."""
    return max(quantity.low for quantity in found) <= min(quantity.high for quantity in found)


def _agree(left: Claim, right: Claim) -> bool:
    return left.quantity.agrees(right.quantity)


_Group = list[tuple[Article, Claim]]


def _versions(
    latest: Mapping[str | None, _Stated], pools: Mapping[str | None, Sequence[Quantity]]
) -> list[_Group]:
    """Group the origins' figures; return those groups that every other one excludes."""
    groups: list[_Group] = []
    names: list[list[str | None]] = []
    entries = [(name, entry.article, claim) for name, entry in latest.items() if (claim := entry.claim)]
    entries.sort(key=lambda entry: entry[2].quantity.high - entry[2].quantity.low)
    for name, article, claim in entries:
        agreeing = [n for n, group in enumerate(groups) if _agree(group[0][1], claim)]
        if len(agreeing) == 1:
            groups[agreeing[0]].append((article, claim))
            names[agreeing[0]].append(name)
        elif not agreeing:
            groups.append([(article, claim)])
            names.append([name])
    contested = [
        n
        for n, group in enumerate(groups)
        if any(
            other != n and _exclude(group, names[n], groups[other], names[other], pools)
            for other in range(len(groups))
        )
    ]
    return [groups[n] for n in contested]


def _exclude(
    group: _Group,
    names: Sequence[str | None],
    other: _Group,
    others: Sequence[str | None],
    pools: Mapping[str | None, Sequence[Quantity]],
) -> bool:
    """Return whether two groups speak of the same, and neither states the other's figure somewhere, too."""
    scopes, others_scopes = ([scope_of(a, claim.sentence) for a, claim in g] for g in (group, other))
    if all(mine.is_other(theirs) for mine in scopes for theirs in others_scopes):
        return False
    if group[0][1].kind == COUNTED and not _are_all_alike(group, other):
        return False
    pairs = [(claim.quantity, name) for _, claim in group for name in others]
    pairs += [(claim.quantity, name) for _, claim in other for name in names]
    return not any(quantity.agrees(known) for quantity, name in pairs for known in pools[name])


def _are_all_alike(group: _Group, other: _Group) -> bool:
    return all(
        a.language == b.language
        and are_alike(sentence_of(a, mine.sentence), sentence_of(b, theirs.sentence), a.language)
        for a, mine in group
        for b, theirs in other
    )


def _version(group: _Group) -> Version:
    ordered = sorted(
        group, key=lambda entry: (entry[0].published_at is None, entry[0].published_at, entry[0].id)
    )
    return Version(group[0][1].figure, tuple(_voice(article, claim) for article, claim in ordered))


def _voice(article: Article, claim: Claim) -> Voice:
    (credit,) = credit_sentences(article, wanted=[claim.sentence])
    return Voice(article.publisher or "", quote_sentence(article, claim.sentence, credit), article.language)


def _ordered(versions: Sequence[Version]) -> tuple[Version, ...]:
    def rank(version: Version) -> tuple[int, float, str]:
        at = version.last_at
        return -len(version.voices), -at.timestamp() if at else 0.0, version.figure

    return tuple(sorted(versions, key=rank))


def _follow(versions: Sequence[Version]) -> bool:
    """Whether the versions follow each other with at least `LATER` between."""
    spans = [(version.first_at, version.last_at) for version in versions]
    dated = sorted((first, last) for first, last in spans if first and last)
    if len(dated) < len(spans):
        return False
    return all(later[0] - earlier[1] >= LATER for earlier, later in pairwise(dated))
