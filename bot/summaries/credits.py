"""Who says each sentence of an article: a speaker named in it, an outlet cited, or the outlet itself."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.article import Article, Certainty, Hop, Span
from bot.languages.phrases import words
from bot.summaries.attribution.attribution import Attribution
from bot.summaries.attribution.finder import find_attributions
from bot.summaries.speaker import speaker_name


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose words a sentence carries.

    Args:
        speaker: Who says it ("anonymous Turkish official"); None for the outlet's own words.
        via: The outlet or agency it was said to or reported by ("Reuters").
        evidence: Where the article's text says so.
    """

    speaker: str | None = None
    via: str | None = None
    evidence: Span | None = None
    certainty: Certainty = Certainty.INFERRED


_READ_BEFORE = 3
"""Sentences before a wanted one in which its speaker may be named."""
_PRONOUN = re.compile(r"(?:he|she|they|it|i|we|you|who|his|her|their)", re.IGNORECASE)


def credit_sentences(article: Article, *, wanted: Sequence[int] | None = None) -> tuple[Credit, ...]:
    """Return the credits of sentences; `Credit()` is the outlet's own words.

    Args:
        wanted: Places in `article.sentences`, ascending; None for all. What stands well before is not read.
    """
    places = range(len(article.sentences)) if wanted is None else wanted
    near = None if wanted is None else frozenset(i - back for i in wanted for back in range(_READ_BEFORE + 1))
    said = find_attributions(article.text, article.sentences, article.language, near=near)
    speakers = _speakers(article, said)
    touching = _touching(article.sentences, said)
    return tuple(_credit(article, article.sentences[i], said, touching.get(i, ()), speakers) for i in places)


def _credit(
    article: Article,
    sentence: Span,
    said: Sequence[Attribution],
    near: Iterable[int],
    speakers: Sequence[str | None],
) -> Credit:
    shared = {n: characters for n in near if (characters := _shared(sentence, said[n]))}
    outlets = [hop for n in shared if (hop := _outlet_at(article, said[n].source))]
    for n in sorted(shared, key=lambda n: -shared[n]):
        speaker = speakers[n]
        if speaker and said[n].spoken and _outlet_at(article, said[n].source) is None:
            return _named(article, said[n], speaker, [*outlets, *_outlets_in(article, sentence)])
    cited = next(iter([*outlets, *_outlets_in(article, sentence)]), None)
    return Credit(via=cited.name, evidence=cited.span, certainty=Certainty.STATED) if cited else Credit()


def _named(article: Article, said: Attribution, speaker: str, cited: Sequence[Hop]) -> Credit:
    evidence = said.source if said.cue is None else _around(said.source, said.cue)
    told = _outlet_at(article, said.to) if said.to else None
    via = told or (cited[0] if cited else None)
    certainty = Certainty.STATED if said.cue is not None else Certainty.INFERRED
    return Credit(speaker, via.name if via else None, evidence, certainty)


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _touching(sentences: Sequence[Span], said: Sequence[Attribution]) -> dict[int, list[int]]:
    """By sentence the attributions whose words reach into it."""
    found: dict[int, list[int]] = {}
    for n, each in enumerate(said):
        whole = each.whole
        i = bisect_right(sentences, whole.start, key=_end)
        while i < len(sentences) and sentences[i].start < whole.end:
            found.setdefault(i, []).append(n)
            i += 1
    return found


def _end(span: Span) -> int:
    return span.end


def _shared(sentence: Span, said: Attribution) -> int:
    """Characters of a sentence that are somebody's; 0 when they are a small part of it."""
    inside = sum(
        max(min(part.end, sentence.end) - max(part.start, sentence.start), 0) for part in said.quoted_content
    )
    return inside if inside >= 0.35 * (sentence.end - sentence.start) else 0


def _outlets_in(article: Article, sentence: Span) -> list[Hop]:
    return [
        hop
        for hop in article.provenance.cited
        if hop.span and sentence.start <= hop.span.start < sentence.end
    ]


def _outlet_at(article: Article, place: Span) -> Hop | None:
    """The cited outlet that is named at a place, by its span or by its name."""
    said = article.quote(place)
    for hop in article.provenance.cited:
        if hop.span and place.start <= hop.span.start < place.end and len(said) <= len(hop.name) + 25:
            return hop
        if said.removeprefix("the ").removeprefix("The ") == hop.name:
            return hop
    return None


def _speakers(article: Article, said: Sequence[Attribution]) -> list[str | None]:
    """A label for each attribution's source; None for a pronoun that can't be told safely."""
    labels: list[str | None] = []
    for n, each in enumerate(said):
        words_said = article.quote(each.source)
        if _is_pronoun(words_said, article.language):
            labels.append(_same_speaker(article, said[n - 1], labels[n - 1], each) if n else None)
        else:
            labels.append(speaker_name(words_said, article.text[: each.source.start], article.language))
    return labels


def _is_pronoun(said: str, language: str) -> bool:
    return _PRONOUN.fullmatch(said) is not None or said in words("attribution.verbs", language)


def _same_speaker(article: Article, last: Attribution, label: str | None, now: Attribution) -> str | None:
    """Who spoke last, when no other sentence lies between and it was nobody's report about them."""
    between = sum(last.whole.end <= each.start and each.end <= now.whole.start for each in article.sentences)
    if between or _outlet_at(article, last.source) is not None:
        return None
    return label


def label(credit: Credit) -> str:
    """Return "SANA" or "Turkish official, via Reuters"; "" for the outlet's own words."""
    if credit.speaker and credit.via:
        return f"{credit.speaker}, via {credit.via}"
    return credit.speaker or credit.via or ""
