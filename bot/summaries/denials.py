"""Where one source says something and another one denies it: two sentences of a story, side by side.

Precise rather than complete: a verb of denial of the language, what it denies in the same sentence, and most
of its words in a sentence of another origin that neither denies nor doubts them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.corpus.article import Article, ArticleId
from bot.languages.phrases import alternation, phrases
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.words import find_words
from bot.summaries.credits import credit_sentences

DENIED = "denied"
"""The kind of such differences."""
_SENTENCES = 20
"""Sentences of an article that are read."""
_LEAST, _SHARE = 4, 0.7
"""Terms of what is denied that the other sentence has, and their share."""
_MOST = 25
"""Terms of what is denied; more are several clauses."""
_CLAUSE_END = re.compile(r"[;:؛]|[,،](?=\s)|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two sentences.

    Args:
        terms: What both are about, in alphabetical order.
        said, denied: The article and the index of its sentence.
    """

    terms: tuple[str, ...]
    said: tuple[Article, int]
    denied: tuple[Article, int]


def disputed(articles: Sequence[Article], origin_of: Mapping[ArticleId, str | None]) -> Disputed | None:
    """Return the sentences of two origins that share most of what one of them denies; None for none."""
    found = [
        (len(shared), match)
        for article in articles
        for index, denied in _denials(article)
        if (match := _said(article, index, denied, articles, origin_of)) and (shared := match.terms)
    ]
    return max(found, key=lambda entry: entry[0], default=(0, None))[1]


def _denials(article: Article) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the sentences that deny something, and the terms of what."""
    verbs = _denying(article.language)
    if verbs is None or not verbs.search(article.text):
        return
    for index, span in enumerate(article.sentences[:_SENTENCES]):
        sentence = article.quote(span)
        match = verbs.search(sentence)
        if match is None or sentence.rstrip("\"'”’» ").endswith(("?", "؟")):
            continue
        end = _CLAUSE_END.search(sentence, match.end())
        denied = frozenset(_terms(sentence[match.end() : end.start() if end else None], article.language))
        if _LEAST <= len(denied) <= _MOST:
            yield index, denied


def _said(
    article: Article,
    index: int,
    denied: frozenset[str],
    articles: Sequence[Article],
    origin_of: Mapping[ArticleId, str | None],
) -> Disputed | None:
    best: Disputed | None = None
    for other in articles:
        if other.language != article.language or origin_of.get(other.id) == origin_of.get(article.id):
            continue
        for at, span in enumerate(other.sentences[:_SENTENCES]):
            sentence = other.quote(span)
            if len(sentence.split()) < _LEAST:
                continue
            shared = denied & frozenset(_terms(sentence, other.language))
            enough = len(shared) >= max(_LEAST, _SHARE * len(denied), len(best.terms) + 1 if best else 0)
            if enough and not _doubts(other.language).search(sentence) and _differ(article, index, other, at):
                best = Disputed(tuple(sorted(shared)), (other, at), (article, index))
    return best


def _differ(article: Article, index: int, other: Article, at: int) -> bool:
    """Whether two sentences aren't known to be of one speaker."""
    (denier,), (speaker,) = credit_sentences(article, wanted=[index]), credit_sentences(other, wanted=[at])
    return denier.speaker is None or denier.speaker != speaker.speaker


def _terms(text: str, code: str) -> Iterator[str]:
    analyzer = analyzer_for(analyzer_language(code))
    return (term for word in find_words(text) if (term := analyzer.term(word[0])))


@cache
def _denying(code: str) -> re.Pattern[str] | None:
    verbs = phrases("differences.denials", code)
    return re.compile(rf"(?<!\w){alternation(verbs)}(?!\w)", re.IGNORECASE) if verbs else None


@cache
def _doubts(code: str) -> re.Pattern[str]:
    doubted = (*phrases("differences.denials", code), *phrases("differences.doubts", code))
    return re.compile(rf"(?<!\w){alternation(doubted)}(?!\w)", re.IGNORECASE)
