"""The search itself: query -> ranked hits, on one snapshot."""

from dataclasses import dataclass

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.index.segment import UNDATED, Bools, Floats, Longs, microseconds
from bot.search.index.snapshot import Snapshot
from bot.search.ports import Hit, Order, Repair, SearchRequest, SearchResult
from bot.search.ranking.boolean import BooleanMatcher, required
from bot.search.ranking.expansion import WrittenAlike
from bot.search.ranking.facets import count_facets
from bot.search.ranking.plan import add, chains, make_plan, shared_weight, word_terms
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.spelling import most_likely, nearest_words
from bot.search.ranking.top_k import Weighted, best
from bot.search.ranking.vectors import bags, best_sentences, cosines, idfs, nearest_only, occurrences
from bot.search.scoring import term_idf

_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class RankingConfig:
    """How the ranking is seasoned. One fixed configuration for everything.

    Args:
        smoothing: Part of a top article's score that comes from its neighbours', 0 to 1.
        neighbours: The nearest of the top articles that count as an article's neighbours.
        passages: What an article's best sentence adds, as a part of its own score for the query.
        depth: Articles that are smoothed and whose sentences are looked at.
        freshness: Most that being new can add, as a part of the score.
        half_life_days: Age at which half of it is left.
        alike: What an occurrence of a word written like a question's counts, at most.
        repaired: What a word searched for instead of an unknown one counts.
    """

    smoothing: float = 0.35
    neighbours: int = 5
    passages: float = 0.4
    depth: int = 50
    freshness: float = 0.05
    half_life_days: float = 30.0
    alike: float = 0.5
    repaired: float = 0.8


def search(snapshot: Snapshot, request: SearchRequest, recipe: RankingConfig) -> SearchResult:
    """Return the best articles for a question."""
    return _Search(snapshot, request, recipe).result()


class _Search:
    def __init__(self, snapshot: Snapshot, request: SearchRequest, recipe: RankingConfig) -> None:
        self.snapshot, self.request, self.recipe = snapshot, request, recipe
        self.query = request.query
        self.plan = make_plan(snapshot, self.query)
        self.repairs, self.suggestions = self._repaired()
        self.weights = self._weights()
        self.lists = PostingLists(snapshot)
        self.weighted = self._weighted()

    def result(self) -> SearchResult:
        inside = self._admitted()
        found = self._holding() if inside is None else self._holding() & inside
        before = int(np.count_nonzero(found))
        if self.request.since is not None:
            recent = self.snapshot.published >= microseconds(self.request.since)
            found &= recent
            inside = recent if inside is None else inside & recent
        truth = found & BooleanMatcher(self.lists).of(self.query.root) if self.query.root else found
        total = int(np.count_nonzero(found))
        if self.plan.ranked and self.request.order is Order.RELEVANCE:
            places, scores = self._best(found)
        else:
            places, scores = self._newest(found, truth)
        return SearchResult(
            hits=tuple(map(self._hit, places.tolist(), scores.tolist(), truth[places].tolist())),
            total=total,
            matched=int(np.count_nonzero(truth)),
            outside_period=before - total,
            repairs=self.repairs,
            unknown=self.plan.unknown,
            suggestions=self.suggestions,
            facets=count_facets(self.snapshot, found),
        )

    def _hit(self, place: int, score: float, matches: bool) -> Hit:
        return Hit(ArticleId(self.snapshot.article_id(place)), score, matches)

    def _repaired(self) -> tuple[tuple[Repair, ...], tuple[str, ...]]:
        """Known words for the unknown ones; only the few first are worth the time."""
        repairs, suggestions = [], []
        analyses = chains(self.snapshot, self.query.language)
        for word in self.plan.unknown[:_MOST_REPAIRS]:
            near = []
            for price, known in nearest_words(self.snapshot.lexicon, word.lower())[:20]:
                terms = word_terms(self.snapshot, known, analyses)
                if terms:
                    near.append((price, known, int(self.snapshot.df[list(terms)].sum())))
            instead = most_likely(near, limit=2)
            suggestions += [known for _, known, _ in sorted(near)[:3]]
            if instead:
                repairs.append(Repair(word, instead))
        return tuple(repairs), tuple(dict.fromkeys(suggestions))[:6]

    def _weights(self) -> dict[int, float]:
        weights = dict(self.plan.weights)
        analyses = chains(self.snapshot, self.query.language)
        for repair in self.repairs:
            for word in repair.instead:
                terms = word_terms(self.snapshot, word, analyses) or ()
                share = self.recipe.repaired / len(repair.instead)
                add(weights, terms, share * shared_weight(self.snapshot, terms))
        return weights

    def _weighted(self) -> list[Weighted]:
        """The lists to rank by; prefixes and phrases weigh as terms of so many articles would."""
        lists = self.lists
        found = [(weight, lists.term(term)) for term, weight in self.weights.items() if weight > 0]
        more = [*map(lists.prefix, self.plan.prefixes), *map(lists.row, self.plan.phrases)]
        articles = self.snapshot.articles
        return found + [(term_idf(articles, min(len(each.docs), articles)), each) for each in more]

    def _holding(self) -> Bools:
        """Which articles have any of the words; all when none are asked for."""
        held = np.full(len(self.snapshot.published), not self.plan.ranked)
        for _, postings in self.weighted:
            held[postings.docs] = True
        return held

    def _admitted(self) -> Bools | None:
        """Which articles may be ranked, None for all."""
        inside = self.snapshot.alive
        if not self.request.samples and self.snapshot.samples.any():
            inside = ~self.snapshot.samples if inside is None else inside & ~self.snapshot.samples
        must = required(self.query.root)
        if must is not None:
            holds = BooleanMatcher(self.lists, lenient=True).of(must)
            inside = holds if inside is None else inside & holds
        return inside

    def _newest(self, found: Bools, truth: Bools) -> tuple[Longs, Floats]:
        """The newest: those the query matches first."""
        members = np.flatnonzero(found)
        published, matching = self.snapshot.published[members], truth[members]
        order = np.lexsort((-members, published, matching))[::-1][: self.request.limit]
        return members[order], np.zeros(len(order))

    def _best(self, inside: Bools) -> tuple[Longs, Floats]:
        limit = max(self.request.limit, self.recipe.depth)
        places, scores = best(self.weighted, self.snapshot.lengths, limit=limit, inside=inside)
        if len(places):
            scores = self._fresher(places, self._reranked(places, scores))
        order = np.lexsort((places, -scores))[: self.request.limit]
        return places[order], scores[order]

    def _reranked(self, places: Longs, scores: Floats) -> Floats:
        """Let the best articles' sentences and neighbours speak; the others stay below them."""
        depth = min(self.recipe.depth, len(places))
        top, rest = scores[:depth], scores[depth:]
        found = occurrences(self.snapshot, places[:depth])
        if self.recipe.alike:
            alike = WrittenAlike(self.snapshot, self.weights, self.recipe.alike)
            top = np.maximum(top + alike.added(found), 0.0)
        if self.recipe.passages:
            best = best_sentences(found, self.weights, depth)
            top = top + self.recipe.passages * best
        if self.recipe.smoothing and depth > 1:
            near = nearest_only(cosines(bags(self.snapshot, found), depth), self.recipe.neighbours)
            total = near.sum(axis=1)
            smooth = np.divide(near @ top, total, out=top.copy(), where=total > 0)
            top = (1 - self.recipe.smoothing) * top + self.recipe.smoothing * smooth
        if len(rest) and top.min() < rest.max():
            rest = rest * (top.min() / rest.max())
        return np.concatenate([top, rest])

    def _fresher(self, places: Longs, scores: Floats) -> Floats:
        if self.query.dated or not self.recipe.freshness:
            return scores
        published = self.snapshot.published[places]
        days = np.maximum(microseconds(self.request.now) - np.maximum(published, 0), 0) / _DAY
        bonus = np.where(published == UNDATED, 0.0, 0.5 ** (days / self.recipe.half_life_days))
        return scores * (1 + self.recipe.freshness * bonus)


_MOST_REPAIRS = 5


def nearest(snapshot: Snapshot, terms: Longs, *, limit: int) -> tuple[Longs, Floats]:
    """Return the places most like a text, and the cosines of their weighted terms with its, in [0, 1]."""
    numbers, counts = np.unique(terms[terms >= 0], return_counts=True)
    weights = idfs(snapshot, numbers) * (counts * 2.5 / (counts + 1.5))
    size = float(np.sqrt((weights**2).sum())) or 1.0
    loud = np.argsort(-weights)[:_LOUDEST]
    wanted = dict(zip(numbers[loud].tolist(), weights[loud].tolist(), strict=True))
    lists = PostingLists(snapshot)
    weighted = [(weight, lists.term(term)) for term, weight in wanted.items() if weight > 0]
    found, _ = best(weighted, snapshot.lengths, limit=4 * limit + 20, inside=snapshot.alive)
    places = found
    if not len(places):
        return places, np.zeros(0)
    vectors = bags(snapshot, occurrences(snapshot, places))
    at = np.searchsorted(numbers, vectors.terms)
    at[at == len(numbers)] = 0
    shared = np.where(numbers[at] == vectors.terms, weights[at], 0.0) * vectors.weights
    cosine = np.bincount(vectors.rows, shared, minlength=len(places)) / (vectors.norms * size)
    order = np.lexsort((places, -cosine))[:limit]
    return places[order], np.clip(cosine[order], 0.0, 1.0)


_LOUDEST = 40
