"""Articles' sentences with their scores for a query, from the forward index."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Bools, Floats, Ints
from bot.search.index.snapshot import SegmentView
from bot.search.ports import Passages, Synonyms
from bot.search.query.query import Query
from bot.search.ranking.plan import (
    PlannedWord,
    QueryPlan,
    analyzers_of,
    plan_query,
    shared_idf,
    word_terms,
)
from bot.search.ranking.vectors import doc_tokens, idfs_of, sentence_scores


def passages_of(
    model: PostingsBM25, ids: Sequence[ArticleId], query: Query | None, synonyms: Synonyms
) -> list[Passages]:
    """Return the sentences of those articles that are in the index, in the order given."""
    plan = plan_query(model, query or Query(""))
    if synonyms and query:
        plan = replace(plan, words=_with_synonyms(model, plan, query, synonyms))
    known = [(article_id, place) for article_id in ids if (place := model.snapshot.find(article_id))]
    return [_passages(model, plan, article_id, place) for article_id, place in known]


def _with_synonyms(
    model: PostingsBM25, plan: QueryPlan, query: Query, synonyms: Synonyms
) -> tuple[PlannedWord, ...]:
    """Return a query's words, each with the terms of its synonyms, at the weight of the word itself."""
    analyzers = analyzers_of(model.snapshot, query.language)
    own = {word.text: word for word in plan.words}
    words = []
    for text in query.words:
        terms = [word_terms(model.snapshot, other, analyzers) or () for other in synonyms.get(text, ())]
        others = tuple(sorted({term for known in terms for term in known}))
        if text in own:
            words.append(replace(own[text], terms=(*own[text].terms, *others)))
        elif others:
            words.append(PlannedWord(text, others, shared_idf(model, others)))
    return tuple(words)


def _passages(
    model: PostingsBM25, plan: QueryPlan, article_id: ArticleId, place: tuple[SegmentView, int]
) -> Passages:
    view, doc = place
    segment = view.segment
    begin, end = segment.token_range(doc)
    first, last = segment.sentence_offsets[doc : doc + 2].tolist()
    sentence_starts = segment.sentence_starts[first:last]
    title = int(sentence_starts[0]) if len(sentence_starts) else end - begin
    terms = segment.tokens(slice(begin + title, end))
    title_terms = segment.tokens(slice(begin, begin + title))
    starts = np.append(sentence_starts.astype(np.int32) - title, len(terms)).astype(np.int32)
    return Passages(
        article_id,
        terms,
        starts,
        idf=idfs_of(model, terms),
        scores=_sentence_scores(model, plan, view.doc_base + doc, len(sentence_starts)),
        words=tuple(word.text for word in plan.words),
        weights=np.array([word.weight for word in plan.words]),
        in_sentence=_words_in_sentences(terms, starts, plan.words),
        in_title=np.array([np.isin(title_terms, word.terms).any() for word in plan.words], np.bool_),
    )


def _sentence_scores(model: PostingsBM25, plan: QueryPlan, doc: int, sentences: int) -> Floats:
    """Return the BM25 of each sentence of an article's body, shape (sentences,)."""
    scored = sentence_scores(model, doc_tokens(model.snapshot, np.array([doc])), plan.weights)
    body = scored.sentences >= 2  # 1 is the title
    scores = np.zeros(sentences)
    scores[scored.sentences[body] - 2] = scored.scores[body]
    return scores


def _words_in_sentences(terms: Ints, starts: Ints, words: Sequence[PlannedWord]) -> Bools:
    """Return which sentence contains which word, shape (sentences, words)."""
    contains = np.zeros((len(starts) - 1, len(words)), np.bool_)
    for column, word in enumerate(words):
        positions = np.flatnonzero(np.isin(terms, word.terms))
        contains[np.searchsorted(starts, positions, side="right") - 1, column] = True
    return contains
