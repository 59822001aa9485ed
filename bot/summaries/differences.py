"""Where the outlets of a story differ: statements that can't all be right, side by side.

    articles -claims.py-> what each states -by origin-> its latest figure -> figures that exclude each other

Precision comes first. An article that states several figures of one thing is no witness for any of them; an
origin is not contradicted by a figure that it states itself somewhere; copies of one account don't differ. A
later figure of the same origin is an update. A figure that only comes hours after the other one, while the
outlets of that one are silent, is shown as later. What is said and denied comes from denials.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from bot.corpus.article import Article, ArticleId
from bot.stories.origins import oldest_first
from bot.stories.story import Origin
from bot.summaries.claims import EARLY, Claim, claims
from bot.summaries.credits import credit_sentences
from bot.summaries.denials import DENIED, Disputed, disputed
from bot.summaries.difference import Difference, Version, Voice
from bot.summaries.exclusion import ALIKE, OF_ITS_OWN, Group, excludes, pool
from bot.summaries.moments import AGE, TIMES
from bot.summaries.quantities import Quantity
from bot.summaries.sentence import quote_sentence

LATER = timedelta(hours=3)
"""Time after which a figure may be an update that the other outlets don't have yet."""
MIN_ORIGINS = 2
"""Independent origins from which outlets can differ."""
COMPARED = 40
"""Newest articles that are compared."""
_KEY_TERMS = 4
"""Terms of a denied statement in the key of its difference."""


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
        if stated[0].kind not in OF_ITS_OWN and min(claim.sentence for claim in self.claims) >= EARLY:
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
    compared = known[-COMPARED:]
    stated = _by_thing(compared)
    found = [_difference(key, of_thing, origin_of) for key, of_thing in stated.items()]
    found.append(_denied(disputed(compared, origin_of)))
    return tuple(_distinct(sorted(filter(None, found), key=_rank)))


def _distinct(found: Iterable[Difference]) -> Iterable[Difference]:
    """Yield differences, those of counted things and times only if no difference before has their sentences.

    "Two small boats" are boats, too, and a sentence may count several things.
    """
    seen: set[str] = set()
    for difference in found:
        sentences = {voice.sentence.text for version in difference.versions for voice in version.voices}
        if difference.kind not in ALIKE or not sentences & seen:
            yield difference
        seen |= sentences


def _denied(match: Disputed | None) -> Difference | None:
    if match is None:
        return None
    versions = tuple(Version("", (_voice(article, index),)) for article, index in (match.said, match.denied))
    return Difference(f"{DENIED}:{'+'.join(match.terms[:_KEY_TERMS])}", DENIED, "", versions)


def _rank(difference: Difference) -> tuple[bool, int, str]:
    return difference.later, -sum(len(version.voices) for version in difference.versions), difference.key


def _by_thing(articles: Iterable[Article]) -> Mapping[tuple[str, str], list[_Stated]]:
    """Return what articles, oldest first, state about each thing: kind and group."""
    things: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for article in articles:
        every = claims(article)
        for thing in {(claim.kind, claim.group): None for claim in every}:
            of_kind = tuple(claim for claim in every if claim.kind == thing[0] and _is_pooled(claim, thing))
            sure = tuple(claim for claim in of_kind if claim.group == thing[1] and claim.sure)
            if sure:
                things[thing].append(_Stated(article, sure, of_kind))
    return things


def _is_pooled(claim: Claim, thing: tuple[str, str]) -> bool:
    """Whether a figure of a kind may be one of a thing of that kind: people are all people."""
    return claim.kind not in OF_ITS_OWN or claim.group == thing[1]


def _difference(
    thing: tuple[str, str], stated: Sequence[_Stated], origin_of: Mapping[ArticleId, str | None]
) -> Difference | None:
    by_origin: dict[str | None, list[_Stated]] = defaultdict(list)
    for entry in stated:
        by_origin[origin_of[entry.article.id]].append(entry)
    pools = {name: pool([c for entry in entries for c in entry.all]) for name, entries in by_origin.items()}
    latest = {name: entries[-1] for name, entries in by_origin.items() if entries[-1].claim}
    groups = _versions(latest, pools)
    if len(groups) < 2:
        return None
    versions = tuple(_version(group) for group in groups)
    kind, group = thing
    noun = next((claim.noun for _, claim in groups[0] if claim.noun), "")
    later = kind not in TIMES | {AGE} and _follow(versions)
    return Difference(f"{kind}:{group}" if group else kind, kind, noun, _ordered(versions), later)


def _all_agree(found: Sequence[Quantity]) -> bool:
    """Return whether any two of some figures agree: ranges that meet in pairs have a point in common."""
    return max(quantity.low for quantity in found) <= min(quantity.high for quantity in found)


def _agree(left: Claim, right: Claim) -> bool:
    return left.quantity.agrees(right.quantity)


def _versions(
    latest: Mapping[str | None, _Stated], pools: Mapping[str | None, Sequence[Quantity]]
) -> list[list[tuple[Article, Claim]]]:
    """Group the origins' figures; return those groups that every other one excludes."""
    groups: list[list[tuple[Article, Claim]]] = []
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
            other != n and excludes(group, names[n], groups[other], names[other], pools)
            for other in range(len(groups))
        )
    ]
    return [groups[n] for n in contested]


def _version(group: Group) -> Version:
    ordered = sorted(
        group, key=lambda entry: (entry[0].published_at is None, entry[0].published_at, entry[0].id)
    )
    return Version(group[0][1].figure, tuple(_voice(article, claim.sentence) for article, claim in ordered))


def _voice(article: Article, index: int) -> Voice:
    (credit,) = credit_sentences(article, wanted=[index])
    return Voice(article.publisher or "", quote_sentence(article, index, credit), article.language)


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
