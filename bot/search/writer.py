"""The one writer: takes in changes and merges, then puts a new snapshot in the old one's place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from bot.corpus.article import Article
from bot.search.analyze import supported
from bot.search.ports import IndexChange
from bot.search.segment import Bools, Entry, Ints, Segment, build, id_keys
from bot.search.snapshot import Snapshot, View, laid_out


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

    def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes newer than the snapshot; they become visible together."""
        news = {change.article_id: change for change in changes if change.number > self.snapshot.number}
        if not news:
            return
        entries = [self._entry(change.article) for change in news.values() if change.article]
        fresh = [build(entries)] if entries else []
        languages = {supported(self.sources.sources[entry.source].language) for entry in entries}
        self.lexicon.arrange()
        number = max(change.number for change in news.values())
        self.snapshot = self._with(fresh, list(news), languages, number)

    def put(self, old: Sequence[View], new: View) -> None:
        """Put one view in the place of neighbours whose living it holds; what died since dies there."""
        views = list(self.snapshot.views)
        first = self._where(old[0])
        current = views[first : first + len(old)]
        kept = [view.living[before.living] for view, before in zip(current, old, strict=True)]
        alive = np.concatenate(kept)
        views[first : first + len(old)] = [replace(new, alive=None if alive.all() else alive)]
        self.snapshot = replace(self.snapshot, views=laid_out(views))

    def move(self, old: View, new: View) -> None:
        """Put the same articles, kept elsewhere, in a view's place."""
        views = list(self.snapshot.views)
        at = self._where(old)
        views[at] = replace(new, alive=views[at].alive)
        self.snapshot = replace(self.snapshot, views=laid_out(views))

    def _where(self, old: View) -> int:
        return next(i for i, view in enumerate(self.snapshot.views) if view.segment is old.segment)

    def _entry(self, article: Article) -> Entry:
        encode, language = self.lexicon.encode, article.language
        self._pause()
        return Entry(
            article_id=article.id,
            title=encode(article.title, language),
            sentences=[encode(text, language) for text in _stretches(article)],
            source=self.sources.number(article),
            published_at=article.published_at,
            sample=article.sample,
        )

    def _with(
        self, fresh: Sequence[Segment], gone: Sequence[str], languages: set[str], number: int
    ) -> Snapshot:
        old = self.snapshot
        df = np.zeros(len(self.lexicon.terms), np.int32)
        df[: len(old.df)] = old.df
        views, removed, length = _without(old.views, gone, df)
        for segment in fresh:
            df[segment.terms] += np.diff(segment.offsets).astype(np.int32)
            views.append(View(segment, None, -1))
            length -= len(segment.tokens)
        known = [*old.languages] if old.articles else []
        return Snapshot(
            number=number,
            views=laid_out(views),
            df=df,
            articles=old.articles - removed + sum(map(len, fresh)),
            length=old.length - length,
            lexicon=self.lexicon,
            sources=self.sources,
            languages=tuple(dict.fromkeys([*known, *sorted(languages)])) or ("und",),
        )


def _stretches(article: Article) -> Iterator[str]:
    """The body, cut at its sentences; what stands between two goes with the one before."""
    if not article.sentences:
        yield article.text
        return
    starts = [0, *(span.start for span in article.sentences[1:]), len(article.text)]
    for begin, end in pairwise(starts):
        yield article.text[begin:end]


def _without(views: Sequence[View], gone: Sequence[str], df: Ints) -> tuple[list[View], int, int]:
    """Return the views with articles struck out, how many, and their terms; lowers `df`."""
    keys = id_keys(gone)
    kept: list[View] = []
    removed = length = 0
    for view in views:
        segment = view.segment
        dead = [at for _, at in segment.find(gone, keys) if view.living[at]]
        for at in dead:
            begin, end = segment.starts[at : at + 2].tolist()
            df[np.unique(segment.tokens[begin:end])] -= 1
            length += end - begin
        removed += len(dead)
        kept.append(replace(view, alive=_struck(view, dead)) if dead else view)
    return kept, removed, length


def _struck(view: View, dead: Sequence[int]) -> Bools:
    alive = view.living.copy()
    alive[list(dead)] = False
    return alive
