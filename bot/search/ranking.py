"""The search itself: query -> ranked hits, on one snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.boolean import Truth, required
from bot.search.facets import count_facets
from bot.search.formula import term_idf
from bot.search.forward import bags, best_sentences, cosines, idfs, occurrences
from bot.search.plan import (
    add,
    chains,
    make_plan,
    phrase_occurrences,
    prefix_postings,
    shared_weight,
    term_lists,
    together,
    word_terms,
)
from bot.search.ports import Hit, Order, Repair, SearchRequest, SearchResult
from bot.search.repair import most_likely, nearest_words
from bot.search.segment import UNDATED, Bools, Floats, Longs, microseconds
from bot.search.snapshot import Snapshot, View
from bot.search.top import Postings, Race

_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the ranking is seasoned. One fixed configuration for everything.

    Args:
        smoothing: Part of a top article's score that comes from its neighbours', 0 to 1.
        passages: What an article's best sentence adds, as a part of its own score for the query.
        depth: Articles that are smoothed and whose sentences are looked at.
        freshness: Most that being new can add, as a part of the score.
        half_life_days: Age at which half of it is left.
        repaired: What a word searched for instead of an unknown one counts.
    """

    smoothing: float = 0.35
    passages: float = 0.2
    depth: int = 50
    freshness: float = 0.05
    half_life_days: float = 30.0
    repaired: float = 0.8


def search(snapshot: Snapshot, request: SearchRequest, recipe: Recipe) -> SearchResult:
    """Return the best articles for a question."""
    return _Search(snapshot, request, recipe).result()


@dataclass
class _Found:
    """What one view holds: inside the filters, and with any of the words; with `since` regarded or not."""

    view: View
    inside: Bools
    outside: int
    lists: list[Postings] = field(default_factory=list)


class _Search:
    def __init__(self, snapshot: Snapshot, request: SearchRequest, recipe: Recipe) -> None:
        self.snapshot, self.request, self.recipe = snapshot, request, recipe
        self.query = request.query
        self.plan = make_plan(snapshot, self.query)
        self.repairs, self.suggestions = self._repaired()
        self.weights = self._weights()
        self.found = [self._in_view(view) for view in snapshot.views]

    def result(self) -> SearchResult:
        truths = [self._matching(each) for each in self.found]
        if self.plan.ranked and self.request.order is Order.RELEVANCE:
            places, scores = self._best()
        else:
            places, scores = self._newest(truths)
        hits = [
            Hit(ArticleId(view.segment.article_id(at)), float(score), bool(truths[number][at]))
            for (number, view, at), score in zip(map(self._located, places.tolist()), scores, strict=True)
        ]
        return SearchResult(
            hits=tuple(hits),
            total=sum(int(np.count_nonzero(each.inside)) for each in self.found),
            matched=sum(int(np.count_nonzero(truth)) for truth in truths),
            outside_period=sum(each.outside for each in self.found),
            repairs=self.repairs,
            unknown=self.plan.unknown,
            suggestions=self.suggestions,
            facets=count_facets(self.snapshot, [(each.view, each.inside) for each in self.found]),
        )

    def _located(self, place: int) -> tuple[int, View, int]:
        for number, each in enumerate(self.found):
            if place < each.view.base + len(each.view.segment):
                return number, each.view, place - each.view.base
        raise IndexError(place)

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

    def _in_view(self, view: View) -> _Found:
        lists = list(term_lists(view, self.weights))
        lists += [prefix_postings(view.segment, terms, 1.0) for terms in self.plan.prefixes]
        lists += [
            together(view.segment, phrase_occurrences(view.segment, row), 1.0) for row in self.plan.phrases
        ]
        inside = self._admitted(view)
        if self.plan.ranked:
            held = np.zeros(len(view.segment), np.bool_)
            for postings in lists:
                held[postings.docs] = True
            inside = held if inside is None else held & inside
        elif inside is None:
            inside = np.ones(len(view.segment), np.bool_)
        before = int(np.count_nonzero(inside))
        if self.request.since is not None:
            inside = inside & (view.segment.published >= microseconds(self.request.since))
        return _Found(view, inside, before - int(np.count_nonzero(inside)), lists)

    def _admitted(self, view: View) -> Bools | None:
        """Which articles may be ranked, None for all."""
        inside = view.alive
        if not self.request.samples and view.segment.samples.any():
            inside = ~view.segment.samples if inside is None else inside & ~view.segment.samples
        must = required(self.query.root)
        if must is not None:
            holds = Truth(self.snapshot, view, lenient=True).of(must)
            inside = holds if inside is None else inside & holds
        return inside

    def _matching(self, found: _Found) -> Bools:
        if self.query.root is None:
            return found.inside
        return found.inside & Truth(self.snapshot, found.view).of(self.query.root)

    def _newest(self, truths: Sequence[Bools]) -> tuple[Longs, Floats]:
        """The newest: those the query matches first."""
        places, keys = [np.zeros(0, np.int64)], [np.zeros((2, 0), np.int64)]
        for each, truth in zip(self.found, truths, strict=True):
            members = np.flatnonzero(each.inside)
            places.append(members + each.view.base)
            keys.append(np.stack([each.view.segment.published[members], truth[members].astype(np.int64)]))
        all_places, (published, matching) = np.concatenate(places), np.concatenate(keys, axis=1)
        order = np.lexsort((-all_places, published, matching))[::-1][: self.request.limit]
        return all_places[order], np.zeros(len(order))

    def _best(self) -> tuple[Longs, Floats]:
        self._weigh_occurrences()
        race = Race(max(self.request.limit, self.recipe.depth), self.snapshot.mean_length)
        for each in sorted(self.found, key=lambda each: -len(each.view.segment)):
            whole = self.request.since is None and self._admitted_all(each)
            race.run(each.view.segment, each.view.base, each.lists, None if whole else each.inside)
        places, scores = race.result()
        if len(places):
            scores = self._fresher(places, self._reranked(places, scores))
        order = np.lexsort((places, -scores))[: self.request.limit]
        return places[order], scores[order]

    def _admitted_all(self, found: _Found) -> bool:
        return self._admitted(found.view) is None

    def _weigh_occurrences(self) -> None:
        """Give prefixes and phrases the idf of their article counts."""
        extra = len(self.plan.prefixes) + len(self.plan.phrases)
        for number in range(extra):
            at = number - extra
            held = sum(len(each.lists[at].docs) for each in self.found)
            weight = term_idf(self.snapshot.articles, min(held, self.snapshot.articles))
            for each in self.found:
                each.lists[at] = replace(each.lists[at], weight=weight)

    def _reranked(self, places: Longs, scores: Floats) -> Floats:
        """Let the best articles' sentences and neighbours speak; the others stay below them."""
        depth = min(self.recipe.depth, len(places))
        top, rest = scores[:depth], scores[depth:]
        found = occurrences(self.snapshot, places[:depth])
        if self.recipe.passages:
            best = best_sentences(found, self.weights, depth)
            top = top + self.recipe.passages * best
        if self.recipe.smoothing and depth > 1:
            near = cosines(bags(self.snapshot, found), depth)
            total = near.sum(axis=1)
            smooth = np.divide(near @ top, total, out=top.copy(), where=total > 0)
            top = (1 - self.recipe.smoothing) * top + self.recipe.smoothing * smooth
        if len(rest) and top.min() < rest.max():
            rest = rest * (top.min() / rest.max())
        return np.concatenate([top, rest])

    def _fresher(self, places: Longs, scores: Floats) -> Floats:
        if self.query.dated or not self.recipe.freshness:
            return scores
        published = np.full(len(places), UNDATED, np.int64)
        for view, where, at in self.snapshot.split(places):
            published[where] = view.segment.published[at]
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
    race = Race(4 * limit + 20, snapshot.mean_length)
    for view in snapshot.views:
        race.run(view.segment, view.base, list(term_lists(view, wanted)), view.alive)
    places, _ = race.result()
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
