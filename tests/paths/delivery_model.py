"""The model that a delivery simulation is compared with: what should be reported, and what was sent."""

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import Article, ArticleId
from bot.preview.telegram.model import Json
from bot.search.query.matcher import matches
from bot.stories.story import StoryId
from tests.paths.delivery_world import PublishedArticle, SavedAlert, SentMessage

_ALERT, _ARTICLE, _ENTRY = re.compile(r"zq(\d+)"), re.compile(r"xv(\d+)"), re.compile(r"\n\n\d\. ")
_FOLLOW, _FIGURE = re.compile(r"fw(\d+)"), re.compile(r"\b(1\d\d)\b")
_NEW_FIGURES = re.compile(r"New figures: (.*)")
_STOP = re.compile(r"N\.(\d+)\.d")


@dataclass
class Briefings:
    """The briefings of a simulation, and what was sent for them.

    Args:
        removed: Those that were deleted.
        messages: What was sent, by briefing.
    """

    alerts: dict[AlertId, Alert] = field(default_factory=dict)
    removed: set[AlertId] = field(default_factory=set)
    messages: dict[AlertId, list[SentMessage]] = field(default_factory=dict)

    def record(self, message: Json, *, run: int) -> bool:
        """Record a message; return whether it is a briefing: the button that stops it names it."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        stops = [
            match
            for row in rows
            for button in row
            if (match := _STOP.fullmatch(button.get("callback_data", "")))
        ]
        if stops:
            sent = SentMessage(run, message["chat"]["id"], message["message_id"], frozenset())
            self.messages.setdefault(AlertId(int(stops[0][1])), []).append(sent)
        return bool(stops)


@dataclass
class Followed:
    """A followed story, as its follower knows it.

    Args:
        alert: As it was saved last; its id stays.
        seen: The figures that the story had when it was followed.
        deleted: Whether it isn't followed now.
        versions: The texts of its articles then.
    """

    alert: Alert
    destination: str
    seen: frozenset[str]
    versions: dict[str, str]
    deleted: bool = False


@dataclass(frozen=True)
class ShownNews:
    """What a message says about a followed story: figures, or that it has ended."""

    text: str
    figures: frozenset[str]
    ended: bool


@dataclass
class DeliveryModel:
    """Alerts, articles, expected reports and sent messages.

    Args:
        stories_of: The stories that articles are or were in.
        told: Stories that alerts reported, as they were then.
        moves: How often an article moved to another story.
        expected: Stories that alerts must report.
        expected_articles: Articles that made them so.
        reported: Messages that reported a story for an alert.
        moved: New chat ids by old ones.
        in_flight: Reports of a story that were being sent when it merged into one that was reported.
        saved: Number of alerts, briefings and followed stories that were saved.
        followed: What messages about followed stories say, in their last version.
        quiet: Articles that a quiet reload brought.
    """

    alerts: dict[AlertId, SavedAlert] = field(default_factory=dict)
    articles: list[PublishedArticle] = field(default_factory=list)
    story_of: dict[ArticleId, StoryId] = field(default_factory=dict)
    stories_of: dict[ArticleId, set[StoryId]] = field(default_factory=dict)
    told: set[tuple[AlertId, StoryId]] = field(default_factory=set)
    moves: int = 0
    expected: set[tuple[AlertId, StoryId]] = field(default_factory=set)
    expected_articles: set[tuple[AlertId, ArticleId]] = field(default_factory=set)
    messages: list[SentMessage] = field(default_factory=list)
    reported: dict[tuple[AlertId, StoryId], list[SentMessage]] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    briefings: Briefings = field(default_factory=Briefings)
    in_flight: Counter[tuple[AlertId, StoryId]] = field(default_factory=Counter)
    saved: int = 0
    follows: dict[AlertId, Followed] = field(default_factory=dict)
    followed: dict[AlertId, dict[SentMessage, ShownNews]] = field(default_factory=dict)
    quiet: set[ArticleId] = field(default_factory=set)

    def active_alerts(self) -> list[SavedAlert]:
        """Return the alerts that were not deleted."""
        return [saved for saved in self.alerts.values() if not saved.deleted]

    def pick_article(self, number: int, *, withdrawn: bool) -> PublishedArticle | None:
        """Return one of the articles from feeds that are, or are not, withdrawn; None without any."""
        feeds = [article for article in self.articles if article.generation is None]
        articles = [article for article in feeds if article.withdrawn is withdrawn]
        return articles[number % len(articles)] if articles else None

    def expect(self, article: Article, *, now: datetime) -> None:
        """Expect every alert that matches a new article to report its story."""
        story = self.story_of[article.id]
        for alert_id, saved in self.alerts.items():
            if saved.deleted or (alert_id, article.id) in self.expected_articles:
                continue
            if _may_report(saved.alert, article, now) and matches(saved.alert.query, article):
                self.expected.add((alert_id, story))
                self.expected_articles.add((alert_id, article.id))

    def assign(self, article_id: ArticleId, story: StoryId, leased: Set[tuple[int, str]]) -> None:
        """Assign an article to a story.

        An article that changes its story takes its expected and sent reports along. Where both stories were
        reported, or are being sent (`leased`), neither was reported twice.
        """
        before, self.story_of[article_id] = self.story_of.get(article_id), story
        self.stories_of.setdefault(article_id, set()).add(story)
        if before in (None, story):
            return
        for alert_id, expected_id in list(self.expected_articles):
            if expected_id == article_id and (alert_id, before) in self.expected:
                self.expected -= {(alert_id, before)}
                self.expected |= {(alert_id, story)}
        for alert_id, reported in list(self.reported):
            target = (alert_id, story)
            if reported == before and not self.reported.get(target) and target not in leased:
                self._move_reports(article_id, alert_id, before, story)

    def merge(self, merged: StoryId, kept: StoryId, leased: Set[tuple[int, str]]) -> None:
        """Merge stories: an alert reports both once, unless both were sent or are in flight (`leased`)."""
        self.story_of = {
            article: kept if story == merged else story for article, story in self.story_of.items()
        }
        for stories in self.stories_of.values():
            if merged in stories:
                stories.add(kept)
        for alert_id in self.alerts:
            old, new = (alert_id, merged), (alert_id, kept)
            if old in self.expected:
                self.expected = (self.expected - {old}) | {new}
            decided = bool(self.reported.get(new)) or new in leased
            if old in leased and decided:
                self.in_flight[new] += 1
            if not decided and old in self.reported:
                self.reported[new] = self.reported.pop(old)

    def _move_reports(self, article_id: ArticleId, alert_id: AlertId, old: StoryId, new: StoryId) -> None:
        number = next(n for n, article in enumerate(self.articles) if article.id == article_id)
        messages = self.reported.pop((alert_id, old))
        moving = [message for message in messages if (alert_id, number) in message.reports]
        self.reported[alert_id, old] = [message for message in messages if message not in moving]
        self.reported[alert_id, new] = moving

    def record_follow(self, message: Json, *, run: int) -> bool:
        """Record what a message, new or edited, says about followed stories; return whether that is all."""
        text = message.get("text", "")
        for entry in _ENTRY.split(text):
            for number in _FOLLOW.findall(entry):
                alert_id = AlertId(int(number))
                sent = SentMessage(run, message["chat"]["id"], message["message_id"], frozenset())
                shown = ShownNews(entry, frozenset(_figures(entry)), ended="Nothing new for" in entry)
                earlier = self.followed.setdefault(alert_id, {})
                same = [m for m in earlier if (m.chat_id, m.message_id) == (sent.chat_id, sent.message_id)]
                earlier[same[0] if same else sent] = shown
        return bool(_FOLLOW.search(text)) and not _ALERT.search(text)

    def record(self, message: Json, *, run: int) -> None:
        """Record a message from the bot; markers in its text name the alerts and articles."""
        if self.record_follow(message, run=run) or self.briefings.record(message, run=run):
            return
        reports = frozenset(
            (AlertId(int(alert)), int(article))
            for entry in _ENTRY.split(message.get("text", ""))
            for alert in _ALERT.findall(entry)
            for article in _ARTICLE.findall(entry)
        )
        sent = SentMessage(run, message["chat"]["id"], message["message_id"], reports)
        self.messages.append(sent)
        stories = {(alert, self.story_of[self.articles[number].id]) for alert, number in reports}
        self.told |= stories
        for report in stories:
            self.reported.setdefault(report, []).append(sent)


def _figures(entry: str) -> list[str]:
    """Return the figures that an entry about a followed story reports as new."""
    return [figure for line in _NEW_FIGURES.findall(entry) for figure in _FIGURE.findall(line)]


def _may_report(alert: Alert, article: Article, now: datetime) -> bool:
    """Whether an alert may report an article that its query matches, ingested at `now`."""
    silent = alert.paused or (alert.muted_until is not None and now < alert.muted_until)
    return not silent and not article.sample and (article.published_at or now) >= alert.created_at
