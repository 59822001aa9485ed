"""The one writer: takes in changes and merges, then puts a new snapshot in the old one's place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from bot.corpus.article import Article
from bot.search.analyze import supported
from bot.search.lexicon import Lexicon
from bot.search.match import Sources
from bot.search.merge import merged, tail_to_merge
from bot.search.ports import IndexChange
from bot.search.segment import Bools, Entry, Ints, Segment, build
from bot.search.snapshot import Snapshot, View


class Writer:
    """Keeps `snapshot` up with the change log, for one thread at a time; readers may take it any time."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        self.lexicon = snapshot.lexicon if snapshot else Lexicon()
        self.sources: list[Sources] = list(snapshot.sources) if snapshot else []
        self.source_numbers = {source: number for number, source in enumerate(self.sources)}
        self.ordinals: dict[str, int] = dict(snapshot.ordinals) if snapshot else {}
        self.next_ordinal = max(self.ordinals.values(), default=-1) + 1
        self.snapshot = snapshot or Snapshot(
            lexicon=self.lexicon, sources=self.sources, ordinals=self.ordinals
        )
        self.merges = 0

    def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes newer than the snapshot; they become visible together."""
        news = {change.article_id: change for change in changes if change.number > self.snapshot.number}
        if not news:
            return
        gone = [self.ordinals[i] for i in news if i in self.ordinals]
        entries = [self._entry(change.article) for change in news.values() if change.article]
        for change in news.values():
            if change.article is None:
                self.ordinals.pop(change.article_id, None)
        fresh = [build(entries)] if entries else []
        languages = {supported(entry.language) for entry in map(self._source_of, entries)}
        self.lexicon.arrange()
        self.snapshot = self._with(fresh, gone, languages, max(change.number for change in news.values()))
        self.ordinals.update((entry.article_id, entry.ordinal) for entry in entries)

    def merge(self) -> None:
        """Merge the last segments when they have grown alike; what readers find stays the same."""
        views = self.snapshot.views
        count = tail_to_merge([len(view.segment) for view in views])
        if count < 2:
            return
        kept, last = views[:-count], views[-count:]
        whole = merged([view.segment for view in last], [view.alive for view in last])
        base = last[0].base
        self.snapshot = replace(self.snapshot, views=(*kept, View(whole, None, base)))
        self.merges += 1

    def _entry(self, article: Article) -> Entry:
        encode, language = self.lexicon.encode, article.language
        ordinal = self.next_ordinal
        self.next_ordinal += 1
        return Entry(
            ordinal=ordinal,
            article_id=article.id,
            title=encode(article.title, language),
            sentences=[encode(text, language) for text in _stretches(article)],
            source=self._source(Sources.of(article)),
            published_at=article.published_at,
            sample=article.sample,
        )

    def _source(self, source: Sources) -> int:
        number = self.source_numbers.setdefault(source, len(self.sources))
        if number == len(self.sources):
            self.sources.append(source)
        return number

    def _source_of(self, entry: Entry) -> Sources:
        return self.sources[entry.source]

    def _with(
        self, fresh: Sequence[Segment], gone: Sequence[int], languages: set[str], number: int
    ) -> Snapshot:
        old = self.snapshot
        df = np.zeros(len(self.lexicon.terms), np.int32)
        df[: len(old.df)] = old.df
        views, removed, length = self._without(old.views, gone, df)
        base = sum(len(view.segment) for view in views)
        for segment in fresh:
            df[segment.terms] += np.diff(segment.offsets).astype(np.int32)
            views.append(View(segment, None, base))
            length -= len(segment.tokens)
        known = [*old.languages] if old.articles else []
        return Snapshot(
            number=number,
            views=tuple(views),
            df=df,
            articles=old.articles - removed + sum(map(len, fresh)),
            length=old.length - length,
            lexicon=self.lexicon,
            sources=self.sources,
            ordinals=self.ordinals,
            languages=tuple(dict.fromkeys([*known, *sorted(languages)])) or ("und",),
        )

    def _without(self, views: Sequence[View], gone: Sequence[int], df: Ints) -> tuple[list[View], int, int]:
        """Return the views with articles struck out, how many, and their terms; lowers `df`."""
        struck = np.array(sorted(gone), np.int64)
        kept: list[View] = []
        removed = length = 0
        for view in views:
            dead = [at for at in _places(view.segment, struck) if view.living[at]]
            for at in dead:
                begin, end = view.segment.starts[at : at + 2].tolist()
                df[np.unique(view.segment.tokens[begin:end])] -= 1
                length += end - begin
            removed += len(dead)
            kept.append(replace(view, alive=_struck(view, dead)) if dead else view)
        return kept, removed, length


def _stretches(article: Article) -> Iterator[str]:
    """The body, cut at its sentences; what stands between two goes with the one before."""
    if not article.sentences:
        yield article.text
        return
    starts = [0, *(span.start for span in article.sentences[1:]), len(article.text)]
    for begin, end in pairwise(starts):
        yield article.text[begin:end]


def _places(segment: Segment, ordinals: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[int]:
    at = np.searchsorted(segment.ordinals, ordinals)
    at = at[at < len(segment)]
    return [int(each) for each in np.unique(at) if segment.ordinals[each] in ordinals]


def _struck(view: View, dead: Sequence[int]) -> Bools:
    alive = view.living.copy()
    alive[list(dead)] = False
    return alive
