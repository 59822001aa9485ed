"""Whose words a sentence is: what somebody else says doesn't answer what a person said."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from bot.corpus.article import Article, ArticleId, Statement
from bot.search.analyzer import analyze
from bot.search.query.offices import speaker_keys
from bot.search.query.speaking import Wanted, speaks_as, wanted_speaker
from bot.search.words import split_words
from bot.summaries.candidates import Candidate, Focus
from bot.summaries.evidence import is_reported
from bot.summaries.sentence import QuotedSentence
from bot.summaries.statements import statements_of

_THEIR_WORDS, _NOT_NAMED = 1.5, 0.85
"""What remains of the worth of what the wanted speaker says, and of what nobody is credited with in a
sentence that doesn't name the speaker."""
_NEAR = 2
"""Words on either side of a speaker's name among which a reporting verb makes the sentence theirs."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a speaker is quoted with.

    Args:
        candidates: Without what others say.
        theirs: Those of them that the speaker says.
    """

    candidates: tuple[Candidate, ...]
    theirs: frozenset[Candidate]


def spoken_by(focus: Focus, candidates: Sequence[Candidate]) -> Spoken:
    """Return the candidates without what others say, those that the wanted speaker says at a greater worth.

    If the speaker is asked for by name, not as "her lawyer", nobody else's words are left; otherwise only if
    the speaker is found.
    """
    words = split_words(focus.wanted.speaker)
    by_name = bool(words) and words[-1] in focus.names
    sources = {id(candidate.source): candidate.source.article for candidate in candidates}
    wanted = wanted_speaker(focus.wanted.speaker)
    by_source = {key: _by_sentence(article, wanted) for key, article in sources.items()}
    strict = by_name or any(any(theirs.values()) for theirs in by_source.values())
    kept, theirs = [], []
    for candidate in candidates:
        is_theirs = by_source[id(candidate.source)].get(candidate.index)
        if is_theirs:
            theirs.append(_worth(candidate, _THEIR_WORDS))
        elif is_theirs is None:
            speaker = _Speaker(
                frozenset(analyze(focus.wanted.speaker, candidate.source.article.language)), by_name
            )
            kept.append(speaker.weighed(candidate))
        elif not strict:
            kept.append(candidate)
    return Spoken((*kept, *theirs), frozenset(theirs))


def said_by(article: Article, wanted: Sequence[Wanted]) -> list[Statement]:
    """Return the statements of an article whose speaker is one of those looked for."""
    statements = statements_of(article)
    return [
        statement
        for statement, keys in zip(statements, speaker_keys(article, statements), strict=True)
        if any(speaks_as(key, speaker) for key in keys for speaker in wanted)
    ]


def any_quoted(articles: Sequence[Article], speaker: str) -> bool:
    """Return whether some article quotes a speaker, or has their name next to a reporting verb."""
    wanted = wanted_speaker(speaker)
    return any(
        any(_by_sentence(article, wanted).values()) or _reports(article, speaker) for article in articles
    )


def any_by(speaker: str, sentences: Iterable[QuotedSentence], articles: Mapping[ArticleId, Article]) -> bool:
    """Return whether a speaker is credited with one of these sentences, or their name has a verb of saying.

    Args:
        articles: Those that the sentences are from.
    """
    return any(_is_by(speaker, sentence, articles[sentence.article_id]) for sentence in sentences)


def _is_by(speaker: str, sentence: QuotedSentence, article: Article) -> bool:
    asked = _Speaker(frozenset(analyze(speaker, article.language)), by_name=True)
    theirs = _by_sentence(article, wanted_speaker(speaker)).get(sentence.index, False)
    return theirs or asked.says(sentence.text, article.language)


def _reports(article: Article, speaker: str) -> bool:
    language = article.language
    asked = _Speaker(frozenset(analyze(speaker, language)), by_name=True)
    return any(asked.says(article.quote(span), language) for span in article.sentences)


def _by_sentence(article: Article, wanted: Wanted) -> dict[int, bool]:
    """Return whether the speaker looked for says a sentence, for every sentence that somebody says."""
    statements = statements_of(article)
    return dict.fromkeys((s.sentence for s in statements), False) | {
        s.sentence: True for s in said_by(article, [wanted])
    }


def _worth(candidate: Candidate, share: float) -> Candidate:
    return replace(candidate, worth=candidate.worth * share, following=candidate.following * share)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The wanted speaker.

    Args:
        terms: Of the name, or of what the speaker is called.
        by_name: Whether it is a name.
    """

    terms: AbstractSet[str]
    by_name: bool

    def weighed(self, candidate: Candidate) -> Candidate:
        """Return a candidate that nobody is credited with, at the worth that this gives it."""
        language = candidate.source.article.language
        if not self.by_name or not self.terms or self.says(candidate.text, language):
            return candidate
        named = not self.terms.isdisjoint(analyze(candidate.text, language))
        return candidate if named else _worth(candidate, _NOT_NAMED)

    def says(self, sentence: str, language: str) -> bool:
        """Return whether a reporting verb is next to the speaker: "Astley, 40, said"."""
        words = split_words(sentence)
        places = [
            place for place, word in enumerate(words) if not self.terms.isdisjoint(analyze(word, language))
        ]
        return any(
            is_reported(" ".join(words[max(place - _NEAR, 0) : place + _NEAR + 1]), language)
            for place in places
        )
