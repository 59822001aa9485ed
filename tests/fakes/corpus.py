"""Articles, change log and stories in memory; passes the contract tests of the database's stores."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.corpus.urls import url_key
from bot.errors import VersionConflict
from bot.ingest.batch import Batch, Revision, StoredRecord
from bot.ingest.dedupe import Candidate, Known
from bot.ingest.identity import Identity, identity_of
from bot.stories.story import StoryId

LAST = datetime.max.replace(tzinfo=UTC)


class MemoryCorpus:
    """Implements `ArticleStore`, `ArticleCommit` and `StoryStore` in memory, and lookup by URL."""

    def __init__(self) -> None:
        self._live: dict[ArticleId, Revision] = {}  # oldest commit first
        self._log: list[Change] = []
        self._redirects: dict[StoryId, StoryId] = {}
        self._unmatched: list[ArticleId] = []

    @property
    def _articles(self) -> list[Article]:
        return [revision.article for revision in self._live.values()]

    def _stored(self, ids: Sequence[ArticleId]) -> dict[ArticleId, Revision]:
        return {article_id: self._live[article_id] for article_id in ids if article_id in self._live}

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        return [self._live[article_id].article for article_id in ids if article_id in self._live]

    async def changes(self, *, after: int, limit: int) -> list[Change]:
        return self._log[after : after + limit]

    async def last_change(self) -> int:
        return len(self._log)

    async def fingerprints(self, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        return {article_id: revision.fingerprint for article_id, revision in self._stored(ids).items()}

    async def by_url(self, url: str) -> ArticleId | None:
        key = url_key(url)
        matching = (article.id for article in self._articles if article.url and url_key(article.url) == key)
        return next(matching, None)

    async def known(self, ids: Sequence[ArticleId], fingerprints: Sequence[str]) -> Known:
        holders = {text: holder for text, holder in self._holders().items() if text in fingerprints}
        return Known(await self.fingerprints(ids), holders, len(self._log))

    def _holders(self) -> dict[str, ArticleId]:
        return {revision.fingerprint: article_id for article_id, revision in self._live.items()}

    async def content_hashes(self, ids: Sequence[ArticleId]) -> dict[ArticleId, StoredRecord]:
        return {article_id: _record_of(revision) for article_id, revision in self._stored(ids).items()}

    async def identities(self, ids: Sequence[ArticleId], addresses: Sequence[str]) -> list[Identity]:
        live = (article for article in self._articles if article.id in ids or _address(article) in addresses)
        return [
            identity_of(article.id, article.url, article.title, article.published_at, article.extra)
            for article in live
        ]

    async def touch(self, unchanged: Sequence[Candidate]) -> None:
        for candidate in unchanged:
            stored = self._live.get(candidate.article.id)
            if stored and stored.fingerprint == candidate.fingerprint:
                article = replace(stored.article, source=candidate.article.source)
                touched = replace(stored, article=article, content_hash=candidate.content_hash)
                self._live[article.id] = touched

    async def commit(self, batch: Batch) -> list[Change]:
        self._check_conflicts(batch)
        before = len(self._log)
        for given in batch.revisions:
            story = given.story_id
            revision = replace(given, story_id=self._redirects.get(story, story) if story else None)
            old = self._live.pop(revision.article.id, None)
            self._live[revision.article.id] = revision
            self._add_change(ChangeKind.CHANGED if old else ChangeKind.ADDED, revision.article.id)
        for article_id in (*batch.removed, *batch.expired):
            if self._live.pop(article_id, None):
                self._add_change(ChangeKind.REMOVED, article_id)
        for article_id, story_id in batch.moves.items():
            if (moving := self._live.get(article_id)) and moving.story_id != story_id:
                self._live[article_id] = replace(moving, story_id=self._redirects.get(story_id, story_id))
                self._add_change(ChangeKind.MOVED, article_id)
        for merged, kept in batch.redirects.items():
            self._merge(merged, kept)
        self._unmatched = [one for one in self._unmatched if one not in batch.late.article_ids]
        waiting = (*batch.unmatched, *batch.misplaced)
        self._unmatched += [one for one in waiting if one not in self._unmatched]
        return self._log[before:]

    async def unmatched(self, limit: int) -> list[ArticleId]:
        return self._unmatched[:limit]

    async def sources(self, origin: str) -> AsyncIterator[list[StoredRecord]]:
        records = map(_record_of, self._live.values())
        if of_origin := [record for record in records if record.source.startswith(f"{origin}/")]:
            yield of_origin

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        stored = self._stored(article_ids)
        return {
            article_id: revision.story_id
            for article_id, revision in stored.items()
            if revision.story_id is not None
        }

    async def redirects(self) -> dict[StoryId, StoryId]:
        return self._redirects

    async def redirected(self, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
        return {story: self._redirects[story] for story in story_ids if story in self._redirects}

    async def count_redirects(self) -> int:
        return len(self._redirects)

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        members = {story: self._members(self._redirects.get(story, story)) for story in story_ids}
        return {story: ids for story, ids in members.items() if ids}

    def _members(self, story_id: StoryId) -> tuple[ArticleId, ...]:
        members = [revision.article for revision in self._live.values() if revision.story_id == story_id]
        members.sort(key=lambda article: article.published_at or LAST)
        return tuple(article.id for article in members)

    def _merge(self, merged: StoryId, wanted: StoryId) -> None:
        kept = self._redirects.get(wanted, wanted)
        if merged in self._redirects or merged == kept:
            return
        for article_id, revision in self._live.items():
            if revision.story_id == merged:
                self._live[article_id] = replace(revision, story_id=kept)
        redirects = {story: kept if into == merged else into for story, into in self._redirects.items()}
        self._redirects = {**redirects, merged: kept}

    def _add_change(self, kind: ChangeKind, article_id: ArticleId) -> None:
        self._log.append(Change(len(self._log) + 1, kind, article_id))

    def _check_conflicts(self, batch: Batch) -> None:
        if batch.based_on not in (None, len(self._log)):
            raise VersionConflict(f"computed at {batch.based_on}")
        leaving = {*(revision.article.id for revision in batch.revisions), *batch.removed, *batch.expired}
        holders = self._holders()
        for revision in batch.revisions:
            article_id = revision.article.id
            stored = self._live.get(article_id)
            if (stored.fingerprint if stored else None) != revision.replaces:
                raise VersionConflict(article_id)
            if revision.replaces is None and holders.get(revision.fingerprint, article_id) not in leaving:
                raise VersionConflict(article_id)


def _record_of(revision: Revision) -> StoredRecord:
    return StoredRecord(revision.article.id, revision.article.source, revision.content_hash)


def _address(article: Article) -> str | None:
    return url_key(article.url) if article.url else None
