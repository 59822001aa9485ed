"""The search itself: from a request to ranked hits, on one snapshot."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.analyzer import analyzer_for
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import DAY_US, UNDATED, Bools, Floats, Longs, microseconds
from bot.search.ports import Hit, Order, SearchRequest, SearchResult, Synonyms
from bot.search.query.date_words import YEAR
from bot.search.ranking.boolean import BooleanMatcher, required
from bot.search.ranking.corrections import find_corrections
from bot.search.ranking.expansion import TermExpansion
from bot.search.ranking.facets import count_facets
from bot.search.ranking.plan import add_weight, analyzers_of, plan_query, shared_idf, word_terms
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.spoken import SpokenStatements
from bot.search.ranking.top_k import WeightedList, find_top_k
from bot.search.ranking.vectors import (
    best_sentence_scores,
    cosine_matrix,
    doc_tokens,
    doc_vectors,
    idfs_of,
    keep_nearest,
    sentence_scores,
)

_MAX_TEXT_TERMS = 40
"""Terms of a text by which similar articles are looked up."""


@dataclass(frozen=True, slots=True)
class RankingConfig:
    """Parameters of the ranking; the bot uses one fixed configuration for everything.

    Args:
        smoothing: Share of a top article's score that comes from its neighbours, 0 to 1.
        neighbours: How many of the nearest top articles are an article's neighbours.
        passages: What an article's best sentence adds, as a share of the sentence's score.
        title: What an article's title adds, as a share of the title's score.
        depth: How many top articles are re-ranked.
        freshness: The most that being new adds, as a share of the score.
        half_life_days: Age at which half of the freshness is left.
        expansion: What an occurrence of a similarly spelled term counts at most; 0 for no expansion.
        correction: What a word counts that replaces an unknown one.
        spelling: What another language's spelling of a name counts.
        spoken: What the best sentence of a speaker named with `said:` adds, as a share of its score.
    """

    smoothing: float = 0.35
    neighbours: int = 5
    passages: float = 0.4
    title: float = 0.8
    depth: int = 50
    freshness: float = 0.05
    half_life_days: float = 30.0
    expansion: float = 0.5
    correction: float = 0.8
    spelling: float = 0.8
    spoken: float = 2.0


@dataclass(frozen=True, slots=True)
class RowFreqs:
    """How many articles contain a query's prefixes and phrases, in a corpus of which a snapshot has a part.

    Args:
        prefixes: Of each prefix of the plan.
        phrases: By the terms in a row.
    """

    prefixes: tuple[int, ...]
    phrases: Mapping[tuple[str, ...], int]


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
        self.lists = PostingLists(self.snapshot)
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
        in_any_period = int(np.count_nonzero(candidates))
        if self.request.since is not None:
            candidates &= self.snapshot.published >= microseconds(self.request.since)
        root = self.query.root
        matches = candidates & BooleanMatcher(self.lists).match(root) if root else candidates
        total = int(np.count_nonzero(candidates))
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
            facets=count_facets(self.snapshot, candidates),
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
            sizes = [*map(max, sizes, self._row_freqs(self.freqs))]
        idfs = [self.model.term_idf(min(size, articles)) for size in sizes]
        return terms + list(zip(idfs, expanded, strict=True))

    def _row_freqs(self, freqs: RowFreqs) -> list[int]:
        """Return how many articles contain each prefix and phrase."""
        terms = self.snapshot.dictionary.terms
        phrases = [tuple(terms[number] for number in phrase) for phrase in self.plan.phrases]
        return [*freqs.prefixes, *(freqs.phrases.get(phrase, 0) for phrase in phrases)]

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
        if len(docs):
            scores = self._fresher(docs, self._rerank(docs, scores))
        order = np.lexsort((docs, -scores))[: self.request.limit]
        return docs[order], scores[order]

    def _rerank(self, docs: Longs, scores: Floats) -> Floats:
        """Return scores that count the top articles' sentences and neighbours; the others stay below them."""
        config, depth = self.config, min(self.config.depth, len(docs))
        top, rest = scores[:depth], scores[depth:]
        tokens = doc_tokens(self.snapshot, docs[:depth])
        if config.expansion:
            expansion = TermExpansion(self.model, self.weights, config.expansion)
            top = np.maximum(top + expansion.gains(tokens), 0.0)
        if config.passages or config.title:
            best, title = best_sentence_scores(self.model, tokens, self.weights)
            top = top + config.passages * best + config.title * title
        if self.spoken:
            scored = sentence_scores(self.model, tokens, self.weights)
            top = top + config.spoken * self.spoken.best_scores(scored, tokens, docs[:depth])
        if config.smoothing and depth > 1:
            cosines = cosine_matrix(doc_vectors(self.model, tokens), depth)
            near = keep_nearest(cosines, config.neighbours)
            total = near.sum(axis=1)
            smooth = np.divide(near @ top, total, out=top.copy(), where=total > 0)
            top = (1 - config.smoothing) * top + config.smoothing * smooth
        if len(rest) and top.min() < rest.max():
            rest = rest * (top.min() / rest.max())
        return np.concatenate([top, rest])

    def _fresher(self, docs: Longs, scores: Floats) -> Floats:
        """Return scores with a bonus for new articles, or for those of a year among the words."""
        if self.query.dated or not self.config.freshness:
            return scores
        published = self.snapshot.published[docs]
        if years := [int(word) for word in self.query.words if re.fullmatch(YEAR, word)]:
            bonus = np.isin(
                published.astype("datetime64[us]").astype("datetime64[Y]").astype(int) + 1970, years
            )
        else:
            days = np.maximum(microseconds(self.request.now) - np.maximum(published, 0), 0) / DAY_US
            bonus = 0.5 ** (days / self.config.half_life_days)
        return scores * (1 + self.config.freshness * np.where(published == UNDATED, 0.0, bonus))


def nearest_articles(model: PostingsBM25, terms: Longs, *, limit: int) -> tuple[Longs, Floats]:
    """Return (docs, cosines) of the articles most similar to a text, cosines of weighted terms in [0, 1].

    Args:
        terms: Term numbers of the text, in any order; each as often as it occurs.
    """
    snapshot = model.snapshot
    numbers, weights = _text_weights(model, terms)
    norm = float(np.sqrt((weights**2).sum())) or 1.0
    weighted = [(weight, snapshot.postings(number)) for weight, number in heaviest_terms(model, terms)]
    docs, _ = find_top_k(weighted, model, limit=4 * limit + 20, eligible=snapshot.live_docs)
    if not len(docs):
        return docs, np.zeros(0)
    vectors = doc_vectors(model, doc_tokens(snapshot, docs))
    at = np.searchsorted(numbers, vectors.terms)
    at[at == len(numbers)] = 0
    shared = np.where(numbers[at] == vectors.terms, weights[at], 0.0) * vectors.weights
    cosines = np.bincount(vectors.rows, shared, minlength=len(docs)) / (vectors.norms * norm)
    order = np.lexsort((docs, -cosines))[:limit]
    return docs[order], np.clip(cosines[order], 0.0, 1.0)


def heaviest_terms(model: PostingsBM25, terms: Longs) -> list[tuple[float, int]]:
    """Return (weight, number) of the terms by which articles similar to a text are looked up."""
    numbers, weights = _text_weights(model, terms)
    heaviest = np.argsort(-weights)[:_MAX_TEXT_TERMS]
    pairs = zip(weights[heaviest].tolist(), numbers[heaviest].tolist(), strict=True)
    return [(weight, number) for weight, number in pairs if weight > 0]


def _text_weights(model: PostingsBM25, terms: Longs) -> tuple[Longs, Floats]:
    """Return the distinct terms of a text, ascending, with their weights."""
    numbers, counts = np.unique(terms[terms >= 0], return_counts=True)
    weights = idfs_of(model, numbers) * model.term_weights(counts, np.ones_like(counts), mean_length=1.0)
    return numbers, weights
