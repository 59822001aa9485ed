"""The index's only writer: applies changes and merges by replacing its snapshot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bot.corpus.article import Article
from bot.corpus.faults import log_fault
from bot.search.analyzer import analyzer_language
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.id_hashes import hash_ids
from bot.search.index.segment import MAX_DOCS, Bools, Ints, Segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out
from bot.search.ports import IndexChange
from bot.search.query.matcher import sentence_texts
from bot.search.query.offices import named_statements


def no_pause() -> None:
    """Return at once."""


class Writer:
    """Brings `snapshot` up to the change log, for one thread at a time; any thread may read the snapshot.

    Args:
        pause: Called before every article, so that queries can run.
    """

    def __init__(self, snapshot: Snapshot | None = None, *, pause: Callable[[], None] = no_pause) -> None:
        self.snapshot = snapshot or Snapshot()
        self.dictionary = self.snapshot.dictionary
        self.sources = self.snapshot.sources
        self.speakers = self.snapshot.speakers
        self._pause = pause
        self._pending = _Pending()
        self._staged: list[_NewSegment] = []

    def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes newer than the snapshot; they become visible together.

        Changes that belong together with later ones stay pending until the last of these arrives.
        """
        done = max(self.snapshot.number, self._pending.number)
        new = {change.article_id: change for change in changes if change.number > done}
        if not new:
            return
        staged = {article_id for segment in self._staged for article_id in segment.ids}
        articles = [change.article for change in new.values() if change.article]
        unstaged = [
            article for article in articles if not (new[article.id].visible_with and article.id in staged)
        ]
        self._pending.add(list(new), self._build(unstaged))
        last = max(new.values(), key=lambda change: change.number)
        self._pending.number = last.number
        if last.visible_with <= last.number:
            self._publish_pending(with_staged=last.visible_with > 0)

    def stage(self, articles: Sequence[Article]) -> None:
        """Index articles that become visible together later."""
        self._staged += self._build(articles)

    def discard_staged(self) -> None:
        """Drop the staged articles."""
        self._staged = []

    def preview_staged(self, removed: Sequence[str]) -> Snapshot:
        """Return what the snapshot would be with all staged articles visible and some articles removed."""
        ids = [article_id for segment in self._staged for article_id in segment.ids]
        return self._with(self._staged, [*ids, *removed], self.snapshot.number)

    def replace_merged(self, old: Sequence[SegmentView], merged: SegmentView) -> None:
        """Replace neighbouring views by one of their live articles, less those deleted since."""
        views = list(self.snapshot.views)
        first = self._index(old[0])
        current = views[first : first + len(old)]
        live = [view.live_mask[before.live_mask] for view, before in zip(current, old, strict=True)]
        live_docs = np.concatenate(live)
        views[first : first + len(old)] = [replace(merged, live_docs=None if live_docs.all() else live_docs)]
        dropped = sum(len(view.segment) for view in old) - len(merged.segment)
        self._show_merged(lay_out(views), dropped=dropped)

    def replace_saved(self, old: SegmentView, saved: SegmentView) -> None:
        """Replace a view by one of the same segment mapped from its file."""
        views = list(self.snapshot.views)
        index = self._index(old)
        views[index] = replace(saved, live_docs=views[index].live_docs)
        self.snapshot = replace(self.snapshot, views=lay_out(views))

    def _show_merged(self, views: tuple[SegmentView, ...], *, dropped: int) -> None:
        """Replace the snapshot by the same articles in other segments; without deleted ones, docs stay."""
        snapshot = self.snapshot
        merged = replace(snapshot, views=views)
        columns = snapshot.columns.rebuilt(merged.segments, merged.sources) if dropped else snapshot.columns
        self.snapshot = replace(merged, columns=columns)

    def _publish_pending(self, *, with_staged: bool) -> None:
        pending = self._pending
        segments = pending.with_staged(self._staged) if with_staged else pending.segments
        self.snapshot = self._with(segments, pending.replaced, pending.number)
        self._pending = _Pending()

    def _index(self, view: SegmentView) -> int:
        segments = [current.segment for current in self.snapshot.views]
        return next(i for i, segment in enumerate(segments) if segment is view.segment)

    def _build(self, articles: Sequence[Article]) -> "list[_NewSegment]":
        """Return segments of articles, none for no articles."""
        begins = range(0, len(articles), MAX_DOCS)
        return [self._build_one(articles[begin : begin + MAX_DOCS]) for begin in begins]

    def _build_one(self, articles: Sequence[Article]) -> "_NewSegment":
        indexed = [found for article in articles if (found := self._encode_safely(article))]
        languages = {
            analyzer_language(self.sources.sources[article.source_id].language) for article in indexed
        }
        self.dictionary.update_lookups()
        return _NewSegment(
            build_segment(indexed), frozenset(article.article_id for article in indexed), languages
        )

    def _encode_safely(self, article: Article) -> IndexedArticle | None:
        """Return an article's terms; None after an error, so that other articles are indexed."""
        try:
            return self._encode(article)
        except Exception as error:
            log_fault("article_not_indexed", error, article.id)
            return None

    def _encode(self, article: Article) -> IndexedArticle:
        self._pause()
        texts = [article.title, *sentence_texts(article)]
        title, *sentences = self.dictionary.encode_all(texts, article.language)
        return IndexedArticle(
            article_id=article.id,
            title=title,
            sentences=sentences,
            source_id=self.sources.number(article),
            published_at=article.published_at,
            sample=article.sample,
            statements=[
                (self.speakers.number(key, name), sentence)
                for key, name, sentence in named_statements(article)
            ],
        )

    def _with(self, new: Sequence["_NewSegment"], removed: Sequence[str], number: int) -> Snapshot:
        """Return the snapshot with segments added, after some articles are removed from those it has."""
        old = self.snapshot
        df = np.zeros(len(self.dictionary.terms), np.int32)
        df[: len(old.df)] = old.df
        views, deleted, deleted_terms = _delete(old.views, removed, df)
        articles = old.articles - deleted
        length = old.length - deleted_terms
        languages = set[str]()
        for part in new:
            df[part.segment.terms] += np.diff(part.segment.posting_offsets).astype(np.int32)
            part_views, deleted, deleted_terms = _delete(
                [SegmentView(part.segment, None, -1)], sorted(part.replaced), df
            )
            views += part_views
            articles += len(part.segment) - deleted
            length += len(part.segment.low_tokens) - deleted_terms
            languages |= part.languages
        known = [*old.languages] if old.articles else []
        laid_out = lay_out(views)
        new_segments = [(view.segment, view.doc_base) for view in laid_out[len(old.views) :]]
        return replace(
            old,
            number=number,
            views=laid_out,
            columns=old.columns.followed_by(new_segments, self.sources),
            df=df,
            articles=articles,
            length=length,
            languages=tuple(dict.fromkeys([*known, *sorted(languages)])) or ("und",),
        )


@dataclass(slots=True)
class _NewSegment:
    """A segment that no snapshot shows yet; its `replaced` articles never become visible."""

    segment: Segment
    ids: frozenset[str]
    languages: set[str]
    replaced: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Pending:
    """Applied changes that are not visible yet.

    Args:
        replaced: Articles whose earlier versions become invisible.
        number: Number of the last change.
    """

    segments: list[_NewSegment] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    number: int = 0

    def add(self, ids: Sequence[str], segments: Sequence[_NewSegment]) -> None:
        """Add changes; they replace pending changes of the same articles."""
        for segment in self.segments:
            segment.replaced |= segment.ids.intersection(ids)
        self.segments += segments
        self.replaced += ids

    def with_staged(self, staged: Sequence[_NewSegment]) -> list[_NewSegment]:
        """Return the pending segments and the staged ones, without staged articles that no change names."""
        pending = {article_id for segment in self.segments for article_id in segment.ids - segment.replaced}
        visible = set(self.replaced) - pending
        return [
            *self.segments,
            *(replace(segment, replaced=set(segment.ids - visible)) for segment in staged),
        ]


def _delete(views: Sequence[SegmentView], ids: Sequence[str], df: Ints) -> tuple[list[SegmentView], int, int]:
    """Return (views without some articles, how many were deleted, how many terms they had); lowers `df`."""
    hashes = hash_ids(ids)
    remaining: list[SegmentView] = []
    deleted = deleted_terms = 0
    for view in views:
        segment = view.segment
        docs = [doc for _, doc in segment.find(ids, hashes) if view.live_mask[doc]]
        for doc in docs:
            tokens = segment.texts(np.array([doc]))
            df[np.unique(tokens)] -= 1
            deleted_terms += len(tokens)
        deleted += len(docs)
        remaining.append(replace(view, live_docs=_without(view.live_mask, docs)) if docs else view)
    return remaining, deleted, deleted_terms


def _without(live_docs: Bools, docs: Sequence[int]) -> Bools:
    live_docs = live_docs.copy()
    live_docs[docs] = False
    return live_docs
