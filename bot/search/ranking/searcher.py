"""The search itself: from a request to ranked hits, on one snapshot."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.analyzer import analyzer_for
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Bools, Floats, Longs, microseconds
from bot.search.ports import Hit, Order, SearchRequest, SearchResult, Synonyms
from bot.search.ranking.boolean import BooleanMatcher, required
from bot.search.ranking.config import RankingConfig
from bot.search.ranking.corrections import find_corrections
from bot.search.ranking.facets import count_facets
from bot.search.ranking.plan import add_weight, analyzers_of, plan_query, shared_idf, word_terms
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.reranking import Reranker
from bot.search.ranking.row_freqs import RowFreqs
from bot.search.ranking.spoken import SpokenStatements
from bot.search.ranking.top_k import WeightedList, find_top_k


def search(
    model: PostingsBM25, request: SearchRequest, config: RankingConfig, freqs: RowFreqs | None = None
) -> SearchResult:
    """Return the best articles for a request.

    Args:
        model: Has the index to search and scores its articles.
        freqs: None if the index has all articles.
    """
    return Search(model, request, config, freqs).result()


class Search:
    """One search on one snapshot."""

    def __init__(
        self,
        model: PostingsBM25,
        request: SearchRequest,
        config: RankingConfig,
        freqs: RowFreqs | None = None,
    ) -> None:
        self.model, self.request, self.config, self.freqs = model, request, config, freqs
        self.snapshot, self.query = model.snapshot, request.query
        self.plan = plan_query(model, self.query)
        self.lists = PostingLists(self.snapshot, model.kernel)
        self.spellings = self._known_spellings()
        self.corrections, self.suggestions = find_corrections(model, self.plan, self.query, self.spellings)
        self.weights = self._weights()
        self.bound = frozenset(map(self.lists.term, self.plan.bound))
        self.weighted = self._weighted_lists()
        self.spoken = SpokenStatements(self.snapshot, self.query)

    def result(self) -> SearchResult:
        """Return the best articles."""
        eligible = self._eligible()
        candidates = self._candidates() if eligible is None else self._candidates() & eligible
        total = in_any_period = int(np.count_nonzero(candidates))
        if self.request.since is not None:
            candidates &= self.snapshot.published >= microseconds(self.request.since)
            total = int(np.count_nonzero(candidates))
        root = self.query.root
        matches = candidates & BooleanMatcher(self.lists).match(root) if root else candidates
        if self.plan.ranked and self.request.order is Order.RELEVANCE:
            docs, scores = self._most_relevant(candidates)
        else:
            docs, scores = self._newest(candidates, matches)
        return SearchResult(
            hits=tuple(map(self._hit, docs.tolist(), scores.tolist(), matches[docs].tolist())),
            total=total,
            matched=int(np.count_nonzero(matches)),
            outside_period=in_any_period - total,
            corrections=self.corrections,
            unknown=self.plan.unknown,
            suggestions=self.suggestions + self.spoken.suggestions(),
            spellings=self.spellings,
            facets=count_facets(self.snapshot, candidates, self.model.kernel),
        )

    def _hit(self, doc: int, score: float, matches: bool) -> Hit:
        return Hit(ArticleId(self.snapshot.article_id(doc)), score, matches)

    def _weights(self) -> dict[int, float]:
        """Return the plan's term weights with those of the corrections."""
        weights = dict(self.plan.weights)
        analyzers = analyzers_of(self.snapshot, self.query.language)
        for correction in self.corrections:
            share = self.config.correction / len(correction.replacements)
            for word in correction.replacements:
                terms = word_terms(self.snapshot, word, analyzers) or ()
                add_weight(weights, terms, share * shared_idf(self.model, terms))
        for word, others in self.spellings.items():
            writers = self.request.spellings[word]
            new = {term for other in others for term in self._new_terms(other, writers[other], weights)}
            spelled = tuple(sorted(new))
            add_weight(weights, spelled, self.config.spelling * shared_idf(self.model, spelled))
        return weights

    def _known_spellings(self) -> Synonyms:
        """Return the request's spellings that some article has, and that aren't words of the query."""
        known: dict[str, tuple[str, ...]] = {}
        for word, spelled in self.request.spellings.items():
            terms = set(self.plan.weights)
            for other, writers in spelled.items():
                if new := self._new_terms(other, writers, terms):
                    known[word] = (*known.get(word, ()), other)
                    terms.update(new)
        return known

    def _new_terms(self, spelled: str, writers: AbstractSet[str], known: Collection[int]) -> tuple[int, ...]:
        """Return the terms of a spelling that aren't known yet.

        Languages share their terms: the Spanish "Francia" has the term of the English "Francis". So a term
        counts only if most of its articles are in languages that write the spelling so.
        """
        readers: dict[int, set[str]] = defaultdict(set)
        for language in writers & set(self.snapshot.languages):
            for term in word_terms(self.snapshot, spelled, [analyzer_for(language)]) or ():
                readers[term].add(language)
        new = (term for term in readers if term not in known)
        return tuple(sorted(term for term in new if self._is_mostly_in(term, readers[term])))

    def _is_mostly_in(self, term: int, languages: Collection[str]) -> bool:
        """Return whether at least half of a term's articles are in some languages."""
        wanted = np.array([name in languages for name in self.snapshot.sources.analyzers.names], np.bool_)
        return bool(wanted[self.snapshot.analyzers[self.lists.term(term).docs]].mean() >= 0.5)

    def _weighted_lists(self) -> list[WeightedList]:
        """Return the posting lists to rank by; a prefix or phrase weighs as a term with its df would."""
        lists = self.lists
        terms = [(weight, lists.term(term)) for term, weight in self.weights.items() if weight > 0]
        lists.find_phrases(self.plan.phrases)
        expanded = [*map(lists.prefix, self.plan.prefixes), *map(lists.phrase, self.plan.phrases)]
        articles = self.model.corpus_size
        sizes = [postings.size for postings in expanded]
        if self.freqs:
            freqs = self.freqs.of(self.plan.phrases, self.snapshot.dictionary.terms)
            sizes = [*map(max, sizes, freqs)]
        idfs = [self.model.term_idf(min(size, articles)) for size in sizes]
        return terms + list(zip(idfs, expanded, strict=True))

    def _candidates(self) -> Bools:
        """Return which articles contain any of the words; all when the query has none."""
        candidates = np.full(len(self.snapshot.published), not self.plan.ranked)
        for _, postings in self.weighted:
            if postings not in self.bound:
                self.lists.mark(postings, candidates)
        for compound in self.plan.compounds:
            parts = np.zeros(len(candidates), np.int16)
            for terms in compound.terms:
                parts[self._containing(terms)] += 1
            candidates |= parts >= compound.least
        return candidates

    def _containing(self, terms: Sequence[int]) -> Bools:
        """Return which articles contain any of some terms."""
        containing = np.zeros(len(self.snapshot.published), np.bool_)
        for term in terms:
            self.lists.mark(self.lists.term(term), containing)
        return containing

    def _eligible(self) -> Bools | None:
        """Return which articles may be ranked, None for all."""
        eligible = self.snapshot.live_docs
        if not self.request.samples and self.snapshot.samples.any():
            eligible = ~self.snapshot.samples if eligible is None else eligible & ~self.snapshot.samples
        must_match = required(self.query.root)
        if must_match is not None:
            matches = BooleanMatcher(self.lists, lenient=True).match(must_match)
            eligible = matches if eligible is None else eligible & matches
        return eligible

    def _newest(self, candidates: Bools, matches: Bools) -> tuple[Longs, Floats]:
        """Return (docs, zeros) of the newest candidates, those that the query matches first."""
        docs = np.flatnonzero(candidates)
        order = np.lexsort((-docs, self.snapshot.published[docs], matches[docs]))[::-1][: self.request.limit]
        return docs[order], np.zeros(len(order))

    def _most_relevant(self, eligible: Bools) -> tuple[Longs, Floats]:
        limit = max(self.request.limit, self.config.depth)
        docs, scores = find_top_k(self.weighted, self.model, limit=limit, eligible=eligible)
        reranker = Reranker(self.model, self.request, self.config, self.weights, self.spoken)
        scores = reranker.rerank(docs, scores)
        order = np.lexsort((docs, -scores))[: self.request.limit]
        return docs[order], scores[order]
