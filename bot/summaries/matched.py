"""Sentences of an article that cover an alert's query; the index may not have the article yet."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.ports import Passages
from bot.search.query.ast import Phrase, Prefix, Word, leaves
from bot.search.query.matcher import contains_in_row, matches_prefix, sentence_texts
from bot.search.query.query import Query
from bot.summaries.brief import MAX_SENTENCES, choose_brief
from bot.summaries.candidates import Focus, Source
from bot.summaries.evidence import AnswerKind, Wanted
from bot.summaries.sentence import QuotedSentence

_TOPIC = Wanted(AnswerKind.TOPIC)
_Words = Word | Prefix | Phrase


class MatchedArticle:
    """An article whose sentences are prepared for many queries."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._analyzer = analyzer_for(analyzer_language(article.language))
        texts = sentence_texts(article) if article.sentences else ()
        self._terms = [self._analyzer.terms(text) for text in (article.title, *texts)]

    def best_sentences(self, query: Query, *, most: int = MAX_SENTENCES) -> tuple[QuotedSentence, ...]:
        """Return up to `most` sentences, most telling first; none if no sentence has a word of the query."""
        rows = {leaf: self._holders(leaf) for leaf in _words_of(query)}
        held = {leaf: holders for leaf, holders in rows.items() if holders.any()}
        if not any(holders[1:].any() for holders in held.values()):
            return ()
        source = Source(self._article, self._passages(held), self._article.id)
        return choose_brief([source], Focus(query.text, _TOPIC), most=most)

    def _holders(self, leaf: _Words) -> npt.NDArray[np.bool_]:
        """Return which of the title and the sentences contain a word or phrase."""
        if isinstance(leaf, Prefix):
            return np.array([self._begins(terms, leaf.text) for terms in self._terms])
        words = (leaf.text,) if isinstance(leaf, Word) else leaf.words
        readings = [reading for reading in self._analyzer.readings(words) if reading]
        return np.array([any(contains_in_row(terms, r) for r in readings) for terms in self._terms])

    def _begins(self, terms: Sequence[str], prefix: str) -> bool:
        return any(matches_prefix(term, prefix, self._analyzer) for term in terms)

    def _passages(self, held: dict[_Words, npt.NDArray[np.bool_]]) -> Passages:
        """Return the sentences with the words they hold; a word in few sentences weighs more."""
        body = self._terms[1:]
        numbers = {term: n for n, term in enumerate(sorted({term for terms in body for term in terms}))}
        terms = np.array([numbers[term] for sentence in body for term in sentence], np.int32)
        columns = np.array(list(held.values())).T
        sentences = np.maximum(columns[1:].sum(axis=0), 1)
        return Passages(
            self._article.id,
            terms,
            np.array([0, *accumulate(map(len, body))], np.int32),
            idf=np.ones(len(terms)),
            scores=np.zeros(len(body)),
            words=tuple(_text(leaf) for leaf in held),
            weights=np.log(1 + len(body) / sentences),
            in_sentence=columns[1:],
            in_title=columns[0],
        )


def _words_of(query: Query) -> Iterator[_Words]:
    return (leaf for leaf, negated in leaves(query.root) if not negated and isinstance(leaf, _Words))


def _text(leaf: _Words) -> str:
    return " ".join(leaf.words) if isinstance(leaf, Phrase) else leaf.text
