"""The one writer: takes in changes and merges, then puts a new snapshot in the old one's place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from bot.corpus.article import Article
from bot.search.analyzer import supported
from bot.search.index.builder import IndexedArticle, build
from bot.search.index.segment import Bools, Ints, Segment, id_keys
from bot.search.index.snapshot import SegmentView, Snapshot, laid_out
from bot.search.ports import IndexChange


def at_once() -> None:
    """Pause for nobody."""


class Writer:
    """Keeps `snapshot` up with the change log, for one thread at a time; readers may take it any time.

    Args:
        pause: Called between articles, so that others get their turn.
    """

    def __init__(self, snapshot: Snapshot | None = None, *, pause: Callable[[], None] = at_once) -> None:
        self.snapshot = snapshot or Snapshot()
        self.lexicon = self.snapshot.lexicon
        self.sources = self.snapshot.sources
        self._pause = pause
        self._held = _Held()
        self._prepared: list[_Part] = []

    def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes newer than the snapshot; they become visible together.

        Those that belong together with changes still to come are held until the last of these is here.
        """
        done = max(self.snapshot.number, self._held.number)
        news = {change.article_id: change for change in changes if change.number > done}
        if not news:
            return
        ready = {each for part in self._prepared for each in part.ids}
        articles = [each.article for each in news.values() if each.article]
        fresh = [each for each in articles if not (news[each.id].together and each.id in ready)]
        self._held.take(list(news), [self._part(fresh)] if fresh else [])
        self._held.number = max(change.number for change in news.values())
        last = max(news.values(), key=lambda change: change.number)
        if last.together <= last.number:
            parts = self._held.with_prepared(self._prepared) if last.together else self._held.parts
            self.snapshot = self._with(parts, self._held.gone, self._held.number)
            self._held = _Held()

    def prepare(self, articles: Sequence[Article]) -> None:
        """Analyse articles that are to come into force together later."""
        if articles:
            self._prepared.append(self._part(articles))

    def forget_prepared(self) -> None:
        """Let go of what was prepared."""
        self._prepared = []

    def preview(self, gone: Sequence[str]) -> Snapshot:
        """Return what the snapshot would be with everything prepared in force and some articles gone."""
        ids = [each for part in self._prepared for each in part.ids]
        return self._with(self._prepared, [*ids, *gone], self.snapshot.number)

    def _part(self, articles: Sequence[Article]) -> "_Part":
        entries = [self._entry(article) for article in articles]
        languages = {supported(self.sources.sources[entry.source].language) for entry in entries}
        self.lexicon.arrange()
        return _Part(build(entries), frozenset(entry.article_id for entry in entries), languages)

    def put(self, old: Sequence[SegmentView], new: SegmentView) -> None:
        """Put one view in the place of neighbours whose living it holds; what died since dies there."""
        views = list(self.snapshot.views)
        first = self._where(old[0])
        current = views[first : first + len(old)]
        kept = [view.living[before.living] for view, before in zip(current, old, strict=True)]
        alive = np.concatenate(kept)
        views[first : first + len(old)] = [replace(new, alive=None if alive.all() else alive)]
        self.snapshot = replace(self.snapshot, views=laid_out(views))

    def move(self, old: SegmentView, new: SegmentView) -> None:
        """Put the same articles, kept elsewhere, in a view's place."""
        views = list(self.snapshot.views)
        at = self._where(old)
        views[at] = replace(new, alive=views[at].alive)
        self.snapshot = replace(self.snapshot, views=laid_out(views))

    def _where(self, old: SegmentView) -> int:
        return next(i for i, view in enumerate(self.snapshot.views) if view.segment is old.segment)

    def _entry(self, article: Article) -> IndexedArticle:
        encode, language = self.lexicon.encode, article.language
        self._pause()
        return IndexedArticle(
            article_id=article.id,
            title=encode(article.title, language),
            sentences=[encode(text, language) for text in _stretches(article)],
            source=self.sources.number(article),
            published_at=article.published_at,
            sample=article.sample,
        )

    def _with(self, parts: Sequence["_Part"], gone: Sequence[str], number: int) -> Snapshot:
        old = self.snapshot
        df = np.zeros(len(self.lexicon.terms), np.int32)
        df[: len(old.df)] = old.df
        views, removed, length = _without(old.views, gone, df)
        articles = old.articles - removed
        length = old.length - length
        languages = set[str]()
        for part in parts:
            df[part.segment.terms] += np.diff(part.segment.offsets).astype(np.int32)
            live, dead, terms = _without([SegmentView(part.segment, None, -1)], sorted(part.dead), df)
            views += live
            articles += len(part.segment) - dead
            length += len(part.segment.lows) - terms
            languages |= part.languages
        known = [*old.languages] if old.articles else []
        return Snapshot(
            number=number,
            views=laid_out(views),
            df=df,
            articles=articles,
            length=length,
            lexicon=self.lexicon,
            sources=self.sources,
            languages=tuple(dict.fromkeys([*known, *sorted(languages)])) or ("und",),
        )


@dataclass(slots=True)
class _Part:
    """A new segment that no snapshot shows yet; its `dead` articles are never shown."""

    segment: Segment
    ids: frozenset[str]
    languages: set[str]
    dead: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Held:
    """Changes that wait for others to become visible with."""

    parts: list[_Part] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    number: int = 0

    def take(self, ids: Sequence[str], parts: Sequence[_Part]) -> None:
        """Add changes; they replace what is held of the same articles."""
        for part in self.parts:
            part.dead |= part.ids.intersection(ids)
        self.parts += parts
        self.gone += ids

    def with_prepared(self, prepared: Sequence[_Part]) -> list[_Part]:
        """The parts held and those prepared; without articles that did not come into force after all."""
        here = set(self.gone) - {each for part in self.parts for each in part.ids - part.dead}
        return [*self.parts, *(replace(part, dead=set(part.ids - here)) for part in prepared)]


def _stretches(article: Article) -> Iterator[str]:
    """The body, cut at its sentences; what stands between two goes with the one before."""
    if not article.sentences:
        yield article.text
        return
    starts = [0, *(span.start for span in article.sentences[1:]), len(article.text)]
    for begin, end in pairwise(starts):
        yield article.text[begin:end]


def _without(
    views: Sequence[SegmentView], gone: Sequence[str], df: Ints
) -> tuple[list[SegmentView], int, int]:
    """Return the views with articles struck out, how many, and their terms; lowers `df`."""
    keys = id_keys(gone)
    kept: list[SegmentView] = []
    removed = length = 0
    for view in views:
        segment = view.segment
        dead = [at for _, at in segment.find(gone, keys) if view.living[at]]
        for at in dead:
            begin, end = segment.starts[at : at + 2].tolist()
            df[np.unique(segment.tokens(slice(begin, end)))] -= 1
            length += end - begin
        removed += len(dead)
        kept.append(replace(view, alive=_struck(view, dead)) if dead else view)
    return kept, removed, length


def _struck(view: SegmentView, dead: Sequence[int]) -> Bools:
    alive = view.living.copy()
    alive[list(dead)] = False
    return alive
