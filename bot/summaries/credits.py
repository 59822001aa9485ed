"""Who says each sentence of an article: a speaker it names, an outlet it cites, or the outlet itself."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from bot.corpus.article import Article, Certainty, Hop, Span
from bot.languages.phrases import words
from bot.languages.scripts import PERSIAN_FORMS
from bot.summaries.attribution.attribution import Attribution
from bot.summaries.attribution.finder import find_attributions
from bot.summaries.speaker import speaker_name

_SENTENCES_BEFORE = 3
"""Sentences before a wanted one in which its speaker may be named."""
_MIN_SHARE = 0.35
"""Share of a sentence's characters from which its words are somebody's."""
_LONGEST_PART, _NEAR_SPEAKER = 800, 300
"""Characters of a part of a quotation that is surely closed, and from the speaker to what they surely say."""
_LONGEST_AROUND_NAME = 25
"""Characters around a cited outlet's name in a source that is the outlet itself."""
_PRONOUN = re.compile(r"(?:he|she|they|it|i|we|you|who|his|her|their)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who says a sentence. `Credit()` is the outlet's own words.

    Args:
        speaker: Who says it ("anonymous Turkish official").
        via: The outlet or agency they spoke to, or that reports it ("Reuters").
        evidence: Where the article's text says so.
    """

    speaker: str | None = None
    via: str | None = None
    evidence: Span | None = None
    certainty: Certainty = Certainty.INFERRED


@dataclass(frozen=True, slots=True)
class _Attributed:
    """An article's attributions, with a label for the speaker of each.

    Args:
        speakers: None where the speaker is a pronoun for somebody uncertain, or no name.
    """

    article: Article
    attributions: Sequence[Attribution]
    speakers: Sequence[str | None]


def credit_sentences(article: Article, *, wanted: Sequence[int] | None = None) -> tuple[Credit, ...]:
    """Return the credits of sentences.

    Args:
        wanted: Indexes in `article.sentences`, ascending; None for all. Only these and the few sentences
            before them are analysed.
    """
    near = None
    if wanted is not None:
        near = frozenset(i - back for i in wanted for back in range(_SENTENCES_BEFORE + 1))
    attributed = _attributed(article, near)
    by_sentence = _by_sentence(article.sentences, attributed.attributions)
    indexes = range(len(article.sentences)) if wanted is None else wanted
    return tuple(_credit(attributed, article.sentences[i], by_sentence.get(i, ())) for i in indexes)


def spoken_sentences(article: Article) -> Iterator[tuple[int, Attribution, str]]:
    """Yield the sentences that a named speaker says: index, attribution, and what to call the speaker."""
    attributed = _attributed(article)
    for i, numbers in sorted(_by_sentence(article.sentences, attributed.attributions).items()):
        shares = _shares(attributed, article.sentences[i], numbers)
        if (spoken := _spoken(attributed, shares)) is not None:
            yield i, attributed.attributions[spoken[0]], spoken[1]


def _attributed(article: Article, near: Container[int] | None = None) -> _Attributed:
    attributions = find_attributions(article.text, article.sentences, article.language, near=near)
    return _Attributed(article, attributions, _speakers(article, attributions))


def _shares(attributed: _Attributed, sentence: Span, numbers: Iterable[int]) -> dict[int, int]:
    """Return how many characters of a sentence belong to each attribution that is a fair part of it."""
    attributions = attributed.attributions
    return {n: shared for n in numbers if (shared := _shared_characters(sentence, attributions[n]))}


def _spoken(attributed: _Attributed, shares: Mapping[int, int]) -> tuple[int, str] | None:
    """Return the attribution with the largest share whose speaker is named and no outlet, and that name."""
    for n in sorted(shares, key=lambda n: -shares[n]):
        speaker, attribution = attributed.speakers[n], attributed.attributions[n]
        if speaker and attribution.spoken and _outlet_at(attributed.article, attribution.source) is None:
            return n, speaker
    return None


def _credit(attributed: _Attributed, sentence: Span, numbers: Iterable[int]) -> Credit:
    """Return the credit of a sentence.

    Args:
        numbers: Of the attributions whose content reaches into the sentence.
    """
    article, attributions = attributed.article, attributed.attributions
    shares = _shares(attributed, sentence, numbers)
    outlets = [outlet for n in shares if (outlet := _outlet_at(article, attributions[n].source))]
    outlets += _outlets_in(article, sentence)
    if (spoken := _spoken(attributed, shares)) is not None:
        n, speaker = spoken
        return _speaker_credit(article, attributions[n], speaker, outlets)
    cited = outlets[0] if outlets else None
    return Credit(via=cited.name, evidence=cited.span, certainty=Certainty.STATED) if cited else Credit()


def _speaker_credit(article: Article, attribution: Attribution, speaker: str, cited: Sequence[Hop]) -> Credit:
    source, cue = attribution.source, attribution.cue
    via = _outlet_at(article, attribution.to) if attribution.to else None
    # An outlet within the speaker's name is who speaks, not whom they told.
    others = (hop for hop in cited if not hop.span or not source.start <= hop.span.start < source.end)
    via = via or next(others, None)
    evidence = Span(min(source.start, cue.start), max(source.end, cue.end)) if cue else source
    certainty = Certainty.STATED if cue else Certainty.INFERRED
    return Credit(speaker, via.name if via else None, evidence, certainty)


def _by_sentence(sentences: Sequence[Span], attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    """Return the numbers of the attributions that reach into each sentence, by the sentence's index."""
    numbers: dict[int, list[int]] = {}
    for n, attribution in enumerate(attributions):
        whole = attribution.whole
        i = bisect_right(sentences, whole.start, key=attrgetter("end"))
        while i < len(sentences) and sentences[i].start < whole.end:
            numbers.setdefault(i, []).append(n)
            i += 1
    return numbers


def _shared_characters(sentence: Span, attribution: Attribution) -> int:
    """Return how many characters of a sentence are quoted; 0 when they are a small part of it."""
    parts = [part for part in attribution.quoted_content if _is_sure(part, sentence, attribution.source)]
    shared = sum(max(min(part.end, sentence.end) - max(part.start, sentence.start), 0) for part in parts)
    return shared if shared >= _MIN_SHARE * (sentence.end - sentence.start) else 0


def _is_sure(part: Span, sentence: Span, source: Span) -> bool:
    """Whether a part of a quotation is surely the speaker's where a sentence is.

    A very long one has lost its closing mark, or the paragraphs that it went on over; only what is near the
    speaker's name is theirs then.
    """
    near = max(sentence.start - source.end, source.start - sentence.end) <= _NEAR_SPEAKER
    return near or part.end - part.start <= _LONGEST_PART


def _outlets_in(article: Article, sentence: Span) -> list[Hop]:
    return [
        hop
        for hop in article.provenance.cited
        if hop.span and sentence.start <= hop.span.start < sentence.end
    ]


def _outlet_at(article: Article, place: Span) -> Hop | None:
    """Return the cited outlet that a place names, by its span or by its name."""
    name = article.quote(place)
    for hop in article.provenance.cited:
        inside = hop.span is not None and place.start <= hop.span.start < place.end
        if inside and len(name) <= len(hop.name) + _LONGEST_AROUND_NAME:
            return hop
        if name.removeprefix("the ").removeprefix("The ") == hop.name:
            return hop
    return None


def _speakers(article: Article, attributions: Sequence[Attribution]) -> list[str | None]:
    labels: list[str | None] = []
    for n, attribution in enumerate(attributions):
        source = article.quote(attribution.source)
        if not is_pronoun(source, article.language):
            before = article.text[: attribution.source.start]
            labels.append(speaker_name(source, before, article.language))
        elif n and _continues(article, attributions[n - 1], attribution):
            labels.append(labels[n - 1])
        else:
            labels.append(None)
    return labels


def is_pronoun(source: str, language: str) -> bool:
    """Return whether a source is a pronoun, or the verb alone, as in Arabic."""
    written = source.translate(PERSIAN_FORMS) if language == "fa" else source
    if _PRONOUN.fullmatch(source) is not None:
        return True
    known = ("attribution.pronouns", "attribution.verbs")
    return any(written.casefold() in words(key, language) for key in known)


def _continues(article: Article, last: Attribution, now: Attribution) -> bool:
    """Whether a pronoun means the last speaker: no sentence lies between, and no outlet spoke."""
    following = bisect_left(article.sentences, last.whole.end, key=attrgetter("start"))
    between = any(sentence.end <= now.whole.start for sentence in article.sentences[following:][:1])
    return not between and _outlet_at(article, last.source) is None


def label(credit: Credit) -> str:
    """Return "SANA" or "Turkish official, via Reuters"; "" for the outlet's own words."""
    if credit.speaker and credit.via:
        return f"{credit.speaker}, via {credit.via}"
    return credit.speaker or credit.via or ""
