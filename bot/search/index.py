"""The searchable copy of the store, in memory."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import process

from bot.corpus.article import Article, ArticleId
from bot.search.bm25 import PostingsBM25, length_norm, saturation
from bot.search.match import Subject
from bot.search.ports import Facets, Hit, IndexChange, Order, Passages, Repair, SearchRequest, SearchResult
from bot.search.query import Query
from bot.search.syntax import And, Field, Node, Not, Or, Period, Phrase, Prefix, evaluate, leaves


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What a search sees: it never changes."""

    number: int = 0
    articles: tuple[Article, ...] = ()
    subjects: tuple[Subject, ...] = ()
    model: PostingsBM25 = field(default_factory=lambda: PostingsBM25([]))
    places: dict[ArticleId, int] = field(default_factory=dict)
    vocabulary: dict[str, int] = field(default_factory=dict)


class NewsIndex:
    """An `ArticleIndex` in memory."""

    def __init__(self) -> None:
        self._now = _Snapshot()

    @classmethod
    def open(cls, folder: Path) -> "NewsIndex":
        """Return the index kept in a folder; an empty one when there is none."""
        return cls()

    async def save(self) -> None:
        """Keep what is in memory; nothing yet."""

    async def close(self) -> None:
        """Let go of everything."""

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        return self._now.number

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in are skipped."""
        self._now = await asyncio.to_thread(_after, self._now, changes)

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a question."""
        return await asyncio.to_thread(_search, self._now, request)

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like one in the index, itself left out."""
        place = self._now.places.get(article_id)
        if place is None:
            return ()
        hits = await asyncio.to_thread(_nearest, self._now, self._now.subjects[place].terms, limit + 1)
        return tuple(hit for hit in hits if hit.article_id != article_id)[:limit]

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like a pasted text; scores are cosines in [0, 1]."""
        terms = Subject(Article(ArticleId("pasted"), title="", text=text)).terms
        return await asyncio.to_thread(_nearest, self._now, terms, limit)

    async def passages(self, ids: Sequence[ArticleId], query: Query | None) -> list[Passages]:
        """Return the sentences of the articles known to the index, in the order asked."""
        known = [self._now.places[i] for i in ids if i in self._now.places]
        return [_passages(self._now, place, query) for place in known]


def _after(snapshot: _Snapshot, changes: Sequence[IndexChange]) -> _Snapshot:
    articles = {article.id: article for article in snapshot.articles}
    subjects = dict(zip(articles, snapshot.subjects, strict=True))
    number = snapshot.number
    for change in changes:
        if change.number <= number:
            continue
        number = change.number
        articles.pop(change.article_id, None)
        if change.article is not None:
            articles[change.article_id] = change.article
            subjects[change.article_id] = Subject(change.article)
    kept = tuple(subjects[i] for i in articles)
    model = PostingsBM25([subject.terms for subject in kept])
    return _Snapshot(
        number,
        tuple(articles.values()),
        kept,
        model,
        {article_id: place for place, article_id in enumerate(articles)},
        {term: i for i, term in enumerate(model.idf)},
    )


def _relaxed(node: Node | None, subject: Subject) -> bool:
    """Whether everything but the bare words and phrases holds."""

    def truth(node: Node) -> np.bool_ | None:
        if isinstance(node, Not):
            return evaluate(node, subject._holds)
        if isinstance(node, And | Or):
            parts = [truth(child) for child in node.nodes]
            if isinstance(node, Or) and any(part is None for part in parts):
                return None
            known = [part for part in parts if part is not None]
            if not known:
                return None
            return np.bool_(all(known) if isinstance(node, And) else any(known))
        if isinstance(node, Period) and node.said and subject.published_at is None:
            return None
        return subject._holds(node) if isinstance(node, Field | Period) else None

    held = None if node is None else truth(node)
    return held is None or bool(held)


def _question_terms(snapshot: _Snapshot, query: Query, repairs: dict[str, tuple[str, ...]]) -> list[str]:
    chains = {subject.chain.language: subject.chain for subject in snapshot.subjects}
    found: dict[str, None] = {}
    for leaf, negated in leaves(query.root):
        if negated:
            continue
        for analysis in chains.values():
            if isinstance(leaf, Prefix):
                found.update(dict.fromkeys(t for t in snapshot.vocabulary if t.startswith(leaf.text.lower())))
            words = leaf.words if isinstance(leaf, Phrase) else (getattr(leaf, "text", ""),)
            found.update(dict.fromkeys(t for word in words if (t := analysis.term(word))))
    terms = [term for term in found if term in snapshot.vocabulary]
    return terms + [term for instead in repairs.values() for term in instead]


def _unknown(snapshot: _Snapshot, query: Query) -> list[str]:
    chains = {subject.chain.language: subject.chain for subject in snapshot.subjects}
    unknown = []
    for word in query.words:
        terms = [analysis.term(word) for analysis in chains.values()]
        if terms and not any(term is None or term in snapshot.vocabulary for term in terms):
            unknown.append(word)
    return unknown


def _search(snapshot: _Snapshot, request: SearchRequest) -> SearchResult:
    query = request.query
    unknown = _unknown(snapshot, query)
    near = {
        w: tuple(t for t, s, _ in process.extract(w.lower(), snapshot.vocabulary.keys(), limit=3) if s >= 80)
        for w in unknown
    }
    repairs = {word: instead for word, instead in near.items() if instead}
    terms = _question_terms(snapshot, query, repairs)
    scores = snapshot.model.get_scores(terms) - snapshot.model.delta * sum(
        snapshot.model.idf[t] for t in terms
    )
    ranked = bool(query.words)
    places = [
        place
        for place, subject in enumerate(snapshot.subjects)
        if (scores[place] > 1e-9 or not ranked)
        and _relaxed(query.root, subject)
        and (request.samples or not snapshot.articles[place].sample)
    ]
    inside = [p for p in places if _inside(snapshot.articles[p], request.since)]
    oldest = datetime.min.replace(tzinfo=UTC)

    def newest(place: int) -> datetime:
        return snapshot.articles[place].published_at or oldest

    inside.sort(key=newest, reverse=True)
    if ranked and request.order is Order.RELEVANCE:
        inside.sort(key=lambda place: scores[place], reverse=True)
    matched = {p for p in inside if snapshot.subjects[p].matches(query)}
    return SearchResult(
        hits=tuple(
            Hit(snapshot.articles[p].id, float(max(scores[p], 0.0)), p in matched)
            for p in inside[: request.limit]
        ),
        total=len(inside),
        matched=len(matched),
        outside_period=len(places) - len(inside),
        repairs=tuple(Repair(word, instead) for word, instead in repairs.items()),
        unknown=tuple(unknown),
        suggestions=tuple(dict.fromkeys(t for instead in near.values() for t in instead))[:6],
        facets=_facets([snapshot.articles[p] for p in inside]),
    )


def _inside(article: Article, since: datetime | None) -> bool:
    return since is None or (article.published_at is not None and article.published_at >= since)


def _facets(articles: Iterable[Article]) -> Facets:
    articles = list(articles)
    return Facets(
        dict(Counter(a.published_at.date() for a in articles if a.published_at)),
        dict(Counter(a.publisher for a in articles if a.publisher)),
        dict(Counter(a.language for a in articles)),
    )


def _vector(snapshot: _Snapshot, terms: Sequence[str]) -> dict[str, float]:
    counts = Counter(terms)
    idf = snapshot.model.idf
    vector = {t: idf.get(t, idf.get("", 1.0)) * n * 2.5 / (n + 1.5) for t, n in counts.items()}
    size = sum(v * v for v in vector.values()) ** 0.5 or 1.0
    return {t: v / size for t, v in vector.items()}


def _nearest(snapshot: _Snapshot, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
    wanted = _vector(snapshot, terms)
    best = []
    for place, subject in enumerate(snapshot.subjects):
        other = _vector(snapshot, subject.terms)
        cosine = sum(weight * other.get(term, 0.0) for term, weight in wanted.items())
        if cosine > 0:
            best.append((min(cosine, 1.0), place))
    best.sort(reverse=True)
    return tuple(Hit(snapshot.articles[place].id, cosine, matches=True) for cosine, place in best[:limit])


def _passages(snapshot: _Snapshot, place: int, query: Query | None) -> Passages:
    article, subject, model = snapshot.articles[place], snapshot.subjects[place], snapshot.model
    sentences = [subject.chain.terms(article.quote(span)) for span in article.sentences]
    terms = [term for sentence in sentences for term in sentence]
    starts = np.cumsum([0, *map(len, sentences)]).astype(np.int32)
    idf = np.array([model.idf.get(term, np.log(model.corpus_size + 1)) for term in terms], np.float64)
    wanted = set(_question_terms(snapshot, query, {})) if query else set()
    scores: npt.NDArray[np.float64] = np.zeros(len(sentences))
    mean = max(len(terms) / max(len(sentences), 1), 1.0)
    for i, sentence in enumerate(sentences):
        counts = Counter(term for term in sentence if term in wanted)
        norm = length_norm(np.array([len(sentence)], np.int32), mean, k1=model.k1, b=model.b)
        for term, count in counts.items():
            scores[i] += float(
                model.idf[term] * saturation(np.array([count], np.int32), norm, k1=model.k1)[0]
            )
    ids = np.array([snapshot.vocabulary.get(term, -1) for term in terms], np.int32)
    return Passages(article.id, ids, starts, idf, scores)
