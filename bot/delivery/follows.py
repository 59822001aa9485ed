"""Follows stories: compares those that changed with what is known of them, and reports what is new."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.alerts.alert import Alert, AlertDraft
from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.corrections.correction import Correction
from bot.corrections.log import CorrectionLog
from bot.corrections.ports import Version
from bot.delivery.follow import Follow, FollowCheck, FollowNews, FollowReport, outdated
from bot.delivery.outbox import OutboxMessage
from bot.delivery.ports import FollowStore
from bot.developments.development import DevelopmentKind, Fact, Key, all_keys, developments
from bot.developments.facts import story_facts
from bot.errors import StoreError
from bot.stories.ports import StoryStore
from bot.stories.story import StoryId

log = structlog.get_logger()
COLLECT_FOR = timedelta(seconds=30)
"""Delay before a development is reported, because several come together."""


@dataclass(frozen=True, slots=True)
class FollowService:
    """Followed stories.

    Args:
        most: Alerts a person may have.
    """

    store: FollowStore
    stories: StoryStore
    corrections: CorrectionLog
    articles: ArticleStore
    most: int = 50

    async def story_of(self, article_id: ArticleId) -> StoryId | None:
        """Return the story of an article; None if the article was withdrawn."""
        return (await self.stories.story_ids([article_id])).get(article_id)

    async def follow(self, draft: AlertDraft) -> Alert | None:
        """Follow the story of a draft from what it is now; None if it has no articles any more.

        A draft without text is named for the story's newest article.

        Raises:
            TooManyAlerts: The owner has reached the limit.
        """
        articles = await self._articles(draft.follows) if draft.follows else []
        if not articles:
            return None
        facts = await _facts(articles, await self._corrections(draft.follows))
        text = (draft.text or articles[-1].title)[:500]
        return await self.store.follow(replace(draft, text=text), all_keys(facts), most=self.most)

    async def check_next(self, *, now: datetime, limit: int) -> bool:
        """Report the developments of one story to up to `limit` followers; return False if none changed."""
        check = await self.store.next_check()
        if check is None:
            return False
        follows = await self.store.followers(check, limit)
        try:
            reports = await self._reports(check, follows)
        except StoreError:
            raise
        except Exception:  # one story must not stop all deliveries; what is new comes with its next change
            log.exception("follow_check_failed", story_id=check.story_id)
            follows, reports = [], []
        await self.store.report(check, reports, now=now, at=now + COLLECT_FOR, last=len(follows) < limit)
        return True

    async def end_quiet(self, *, now: datetime, limit: int) -> bool:
        """End stories that have not developed for long; return whether any were looked at."""
        return await self.store.end_quiet(now=now, limit=limit) > 0

    async def news_of(self, messages: Sequence[OutboxMessage]) -> dict[StoryId, FollowNews]:
        """Return the content of messages about followed stories, by the messages' story ids."""
        return await self.store.news_of(messages)

    async def newest(self, story_id: StoryId) -> Article | None:
        """Return the newest article of a story; None if it has none any more."""
        articles = await self._articles(story_id)
        return articles[-1] if articles else None

    async def _reports(self, check: FollowCheck, follows: Sequence[Follow]) -> list[FollowReport]:
        articles = await self._articles(check.story_id) if follows else []
        corrections = await self._corrections(check.story_id) if follows else []
        facts_of: dict[tuple[str, ...], _StoryFacts] = {}
        reports = []
        for follow in follows:
            wanted = [article for article in articles if _wants(follow.settings, article)]
            key = tuple(article.id for article in wanted)
            if key not in facts_of:
                theirs = [found for found in corrections if _wants(follow.settings, found.version)]
                facts_of[key] = await _facts_of(wanted, theirs, check)
            reports.append(_report(follow, facts_of[key]))
        return reports

    async def _corrections(self, story_id: StoryId | None) -> list[Correction]:
        """Return the corrections of a story's articles, withdrawals included."""
        return await self.corrections.of_story(story_id) if story_id else []

    async def _articles(self, story_id: StoryId) -> list[Article]:
        """Return the live articles of a story, oldest first."""
        members = await self.stories.members([story_id])
        return await self.articles.get(members.get(story_id, ()))


def _wants(settings: ChatSettings, article: Article | Version) -> bool:
    return settings.wants(article.publisher, article.language)


@dataclass(frozen=True, slots=True)
class _StoryFacts:
    """The facts of a story that may be reported.

    Args:
        silent: Keys of those that become known without a message.
        holding: Facts that hold, with or without the story's held articles.
    """

    facts: tuple[Fact, ...]
    silent: frozenset[Key]
    holding: tuple[Fact, ...]


def _report(follow: Follow, story: _StoryFacts) -> FollowReport:
    dropped = outdated(follow, story.holding)
    forgotten = {key for unsent in dropped for key in unsent.keys}
    known = follow.known - forgotten | story.silent
    return FollowReport(follow, developments(known, story.facts), dropped)


async def _facts_of(
    articles: Sequence[Article], corrections: Sequence[Correction], check: FollowCheck
) -> _StoryFacts:
    """Return the facts of a story; those of quiet articles and their differences from others are silent."""
    facts = holding = await _facts(articles, corrections)
    if check.held:
        articles = [article for article in articles if article.id not in check.held]
        corrections = [found for found in corrections if found.article_id not in check.held]
        facts = await _facts(articles, corrections)
        holding += facts
    return _StoryFacts(facts, await _silent(articles, facts, check.quiet), holding)


async def _silent(
    articles: Sequence[Article], facts: Sequence[Fact], quiet: frozenset[ArticleId]
) -> frozenset[Key]:
    if not quiet:
        return frozenset()
    others = await _facts([article for article in articles if article.id not in quiet], ())
    own = all_keys(fact for fact in facts if fact.development.article_id in quiet)
    return own | _differing(facts) - _differing(others)


def _differing(facts: Sequence[Fact]) -> frozenset[Key]:
    return all_keys(fact for fact in facts if fact.development.kind is DevelopmentKind.DIFFERENCE)


async def _facts(articles: Sequence[Article], corrections: Sequence[Correction]) -> tuple[Fact, ...]:
    return await asyncio.to_thread(story_facts, articles, corrections)
