"""Articles of several languages that share words with something, each language by its own words."""

from collections.abc import Sequence

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.analyzer import analyzer_for
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Bools, microseconds
from bot.search.index.snapshot import Snapshot
from bot.search.ports import SharedWords
from bot.search.ranking.plan import word_terms
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.top_k import WeightedList, find_top_k


def sharing(model: PostingsBM25, request: SharedWords) -> list[ArticleId]:
    """Return the articles that share most of a request's words, best first within each language."""
    snapshot = model.snapshot
    inside = _inside(snapshot, request)
    names = snapshot.sources.analyzers.names
    found: list[ArticleId] = []
    for number, language in enumerate(names):
        if words := request.words.get(language):
            eligible = inside & (snapshot.analyzers == number)
            if eligible.any():
                docs, _ = find_top_k(
                    _weighted(model, words, language), model, limit=request.limit, eligible=eligible
                )
                found += [ArticleId(snapshot.article_id(doc)) for doc in docs.tolist()]
    return found


def _inside(snapshot: Snapshot, request: SharedWords) -> Bools:
    """Return which articles are of the request's time."""
    published = snapshot.published
    inside = (published >= microseconds(request.since)) & (published <= microseconds(request.until))
    if snapshot.live_docs is not None:
        inside &= snapshot.live_docs
    return inside if request.samples else inside & ~snapshot.samples


def _weighted(model: PostingsBM25, words: Sequence[str], language: str) -> list[WeightedList]:
    lists, analyzer = PostingLists(model.snapshot), analyzer_for(language)
    terms = {term for word in words for term in word_terms(model.snapshot, word, [analyzer]) or ()}
    weights = np.array([model.term_idf(int(model.snapshot.df[term])) for term in sorted(terms)])
    return [
        (float(weight), lists.term(term))
        for term, weight in zip(sorted(terms), weights, strict=True)
        if weight > 0
    ]
