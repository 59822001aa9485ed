"""Articles, change log and stories in memory, by the same contract as the database's."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import Change, ChangeKind, CorpusFacts
from bot.corpus.urls import url_key
from bot.errors import VersionConflict
from bot.ingest.batch import Batch, Revision, StoredRecord
from bot.ingest.dedupe import Candidate, Known
from bot.stories.story import StoryId

LAST = datetime.max.replace(tzinfo=UTC)


class MemoryCorpus:
    """`ArticleStore`, `ArticleCommit`, `StoryStore` and `ArticleLookup` in one."""

    def __init__(self) -> None:
        self._live: dict[ArticleId, Revision] = {}  # oldest commit first
        self._log: list[Change] = []
        self._redirects: dict[StoryId, StoryId] = {}

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        return [self._live[each].article for each in ids if each in self._live]

    async def changes(self, *, after: int, limit: int) -> list[Change]:
        return self._log[after : after + limit]

    async def last_change(self) -> int:
        return len(self._log)

    async def fingerprints(self, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        return {each: self._live[each].fingerprint for each in ids if each in self._live}

    async def facts(self) -> CorpusFacts:
        live = [each.article for each in self._live.values()]
        shown = [article for article in live if not article.sample] or live
        names = [article.publisher for article in shown if article.publisher]
        held = sorted({(name, names.count(name)) for name in names}, key=lambda pair: (-pair[1], pair[0]))
        newest = max((each.published_at for each in shown if each.published_at), default=None)
        return CorpusFacts(len(live), sum(article.sample for article in live), newest, tuple(held))

    async def by_url(self, url: str) -> ArticleId | None:
        live = (each.article for each in self._live.values())
        found = (each.id for each in live if each.url and url_key(each.url) == url_key(url))
        return next(found, None)

    async def known(self, ids: Sequence[ArticleId], fingerprints: Sequence[str]) -> Known:
        holders = {each.fingerprint: each.article.id for each in self._live.values()}
        held = {mark: holders[mark] for mark in fingerprints if mark in holders}
        return Known(await self.fingerprints(ids), held, len(self._log))

    async def content_hashes(self, ids: Sequence[ArticleId]) -> dict[ArticleId, StoredRecord]:
        return {each: _stored(self._live[each]) for each in ids if each in self._live}

    async def touch(self, same: Sequence[Candidate]) -> None:
        for each in same:
            held = self._live.get(each.article.id)
            if held and held.fingerprint == each.fingerprint:
                article = replace(held.article, source=each.article.source)
                self._live[article.id] = replace(held, article=article, content_hash=each.content_hash)

    async def commit(self, batch: Batch) -> list[Change]:
        await self._recheck(batch)
        before = len(self._log)
        for revision in batch.revisions:
            old = self._live.pop(revision.article.id, None)
            self._live[revision.article.id] = revision
            self._note(ChangeKind.CHANGED if old else ChangeKind.ADDED, revision.article.id)
        for article_id in (*batch.removed, *batch.expired):
            if self._live.pop(article_id, None):
                self._note(ChangeKind.REMOVED, article_id)
        for gone, kept in batch.redirects.items():
            self._merge(gone, kept)
        return self._log[before:]

    async def sources(self, origin: str) -> AsyncIterator[list[StoredRecord]]:
        live = map(_stored, self._live.values())
        if under := [each for each in live if each.source.startswith(f"{origin}/")]:
            yield under

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        live = ((each, self._live[each].story_id) for each in article_ids if each in self._live)
        return {article_id: story_id for article_id, story_id in live if story_id is not None}

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        found = {each: self._members(self._redirects.get(each, each)) for each in story_ids}
        return {story: members for story, members in found.items() if members}

    def _members(self, story_id: StoryId) -> tuple[ArticleId, ...]:
        held = [each.article for each in self._live.values() if each.story_id == story_id]
        return tuple(each.id for each in sorted(held, key=lambda each: each.published_at or LAST))

    def _merge(self, gone: StoryId, kept: StoryId) -> None:
        for article_id, each in self._live.items():
            if each.story_id == gone:
                self._live[article_id] = replace(each, story_id=kept)
        led = {story: kept if into == gone else into for story, into in self._redirects.items()}
        self._redirects = {**led, gone: kept}

    def _note(self, kind: ChangeKind, article_id: ArticleId) -> None:
        self._log.append(Change(len(self._log) + 1, kind, article_id))

    async def _recheck(self, batch: Batch) -> None:
        if batch.based_on not in (None, len(self._log)):
            raise VersionConflict(f"computed at {batch.based_on}")
        leaving = {*(each.article.id for each in batch.revisions), *batch.removed, *batch.expired}
        holders = {each.fingerprint: each.article.id for each in self._live.values()}
        for each in batch.revisions:
            stored = self._live.get(each.article.id)
            if (stored.fingerprint if stored else None) != each.replaces:
                raise VersionConflict(each.article.id)
            if each.replaces is None and holders.get(each.fingerprint, each.article.id) not in leaving:
                raise VersionConflict(each.article.id)


def _stored(revision: Revision) -> StoredRecord:
    return StoredRecord(revision.article.id, revision.article.source, revision.content_hash)
