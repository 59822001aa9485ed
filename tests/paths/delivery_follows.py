"""Followed stories in a delivery simulation."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.alerts.alert import AlertDraft, Mode
from bot.corpus.article import Article
from bot.delivery.follow import ENDS_AFTER
from bot.storage.schema.follows import developments
from bot.stories.story import StoryId
from tests.paths.delivery_checks import was_interrupted
from tests.paths.delivery_model import Followed
from tests.paths.delivery_simulation import DeliverySimulation

MODES = (Mode.NOW, Mode.NOW, Mode.UPDATE, Mode.HOURLY, Mode.DAILY)
VERBS = ("pause", "resume", "mute", "update", "delete", "restore")
_FIGURE = re.compile(r"counted (1\d\d) ")


async def follow(simulation: DeliverySimulation, destination: str, number: int, mode: Mode) -> None:
    """Follow one of the stories that have articles, if the chat doesn't follow it already."""
    stories = sorted(await _stories(simulation))
    if not stories:
        return
    story, target = stories[number % len(stories)], simulation.destinations[destination]
    model = simulation.model
    articles = await _articles(simulation, story)
    marker = f"fw{model.saved + 1}"
    draft = AlertDraft(target.chat.id, target.thread, 7, marker, simulation.clock(), mode=mode, follows=story)
    alert = await simulation.app.services.alerts.save(draft)
    if alert.text == marker:
        assert alert.id == model.saved + 1
        model.follows[alert.id] = Followed(alert, destination, _figures(articles), _versions(articles))
        model.saved += 1


async def change_follow(simulation: DeliverySimulation, number: int, verb: str) -> None:
    """Pause, resume, mute, delete or change a followed story, or undo its deletion."""
    service, follows = simulation.app.services.alerts, simulation.model.follows
    wanted = [followed for followed in follows.values() if followed.deleted is (verb == "restore")]
    if not wanted:
        return
    chosen = wanted[number % len(wanted)]
    if verb == "restore":
        await service.restore(chosen.alert)
        chosen.deleted = await service.store.get(chosen.alert.id) is None
        return
    alert = await service.store.get(chosen.alert.id)
    if alert is None:  # it ended, or merged into another one of the chat
        return
    chosen.alert = alert
    if verb == "delete":
        await service.delete(alert)
        chosen.deleted = True
    elif verb == "update":
        await service.set_mode(alert, Mode.UPDATE)
    else:
        await getattr(service, verb)(alert)


async def be_quiet(simulation: DeliverySimulation) -> None:
    """Let Ada's quiet hours be the three from this one on."""
    minute = simulation.clock().hour * 60
    ada, chats = simulation.destinations["ada"].chat.id, simulation.app.services.chats
    await chats.change_settings(
        ada, lambda own: replace(own, zone="UTC", quiet_from=minute, quiet_until=(minute + 180) % 1440)
    )


async def check_follows(simulation: DeliverySimulation) -> None:
    """Assert that followers were sent every new figure once, and nothing they had seen."""
    rows = await _developments(simulation)
    for followed in simulation.model.follows.values():
        _never_twice(simulation, followed)
        _never_what_was_seen(simulation, followed)
        if await simulation.app.services.alerts.store.get(followed.alert.id):
            await _nothing_missed(simulation, followed, rows)
    outbox = {row.story_id: row for row in await simulation.outbox_rows()}
    for row in rows:
        message = outbox.get(row.message)
        assert message is not None, f"{row} has no message"
        assert message.state in ("sent", "given up"), f"{row} is not reported"


def _never_twice(simulation: DeliverySimulation, followed: Followed) -> None:
    messages = simulation.model.followed.get(followed.alert.id, {})
    for figure in {figure for shown in messages.values() for figure in shown.figures}:
        showing = [message for message, shown in messages.items() if figure in shown.figures]
        sure = [
            message for message in showing
            if not was_interrupted(simulation, message) and not simulation.was_deleted(message)
        ]  # fmt: skip
        assert len(sure) <= 1, f"{figure} was reported {len(sure)} times for {followed}: {sure}"


def _never_what_was_seen(simulation: DeliverySimulation, followed: Followed) -> None:
    for message, shown in simulation.model.followed.get(followed.alert.id, {}).items():
        assert not shown.figures & followed.seen, f"{message} reports what was seen"


async def _nothing_missed(simulation: DeliverySimulation, followed: Followed, rows: Iterable[Any]) -> None:
    alert = await simulation.app.services.alerts.store.get(followed.alert.id)
    assert alert is not None
    assert alert.follows is not None
    articles = await _articles(simulation, alert.follows)
    reported = [row.content for row in rows if row.alert_id == alert.id]
    texts = " ".join(content["text"] for content in reported)
    merged = {figure for other in _same_chat(simulation, followed) for figure in other.seen}
    merged |= {
        figure for other in _same_chat(simulation, followed)
        for shown in simulation.model.followed.get(other.alert.id, {}).values() for figure in shown.figures
    }  # fmt: skip
    loud = [article for article in articles if article.id not in simulation.model.quiet]
    missing = _figures(loud) - followed.seen - merged - set(_FIGURE.findall(texts))
    assert not missing, f"{missing} were not reported for {followed}"
    corrected = {content["article_id"] for content in reported if content["kind"] == "correction"}
    for article in articles:
        before = followed.versions.get(article.id, article.text)
        if before != article.text and not _same_chat(simulation, followed):
            assert article.id in corrected, f"the correction of {article.id} was not reported for {followed}"


def _same_chat(simulation: DeliverySimulation, followed: Followed) -> list[Followed]:
    """Return the other follows of a destination, which may have merged with it."""
    return [
        other for other in simulation.model.follows.values()
        if other is not followed and other.destination == followed.destination
    ]  # fmt: skip


async def check_ends(simulation: DeliverySimulation) -> None:
    """Assert that each followed story ends once, after it has not developed for long."""
    service = simulation.app.services.alerts
    kept = []
    for alert_id in simulation.model.follows:
        if alert := await service.store.get(alert_id):
            await service.resume(alert)
            kept.append(alert_id)
    for _ in range(2):
        await simulation.clock.sleep((ENDS_AFTER + timedelta(hours=1)).total_seconds())
        await simulation.settle()
        await simulation.clock.sleep(3_700)
        await simulation.settle()
    for alert_id in kept:
        assert await service.store.get(alert_id) is None, f"{alert_id} goes on"
        ends = [m for m, shown in simulation.model.followed.get(alert_id, {}).items() if shown.ended]
        rows = [row for row in await simulation.outbox_rows() if row.alert_id == alert_id]
        last = max(rows, key=lambda row: int(row.story_id.rpartition(":")[2]))
        assert ends or last.state == "given up", f"{alert_id} ended without a word"
        sure = [message for message in ends if not was_interrupted(simulation, message)]
        assert len(sure) <= 1, f"{alert_id} ended {len(sure)} times"


async def _stories(simulation: DeliverySimulation) -> set[StoryId]:
    ids = [article.id for article in simulation.model.articles]
    return set((await simulation.app.stores.stories.story_ids(ids)).values())


async def _articles(simulation: DeliverySimulation, story: StoryId) -> list[Article]:
    members = await simulation.app.stores.stories.members([story])
    return await simulation.app.stores.articles.get(members.get(story, ()))


async def _developments(simulation: DeliverySimulation) -> list[Any]:
    async with simulation.database.read() as connection:
        return list((await connection.execute(select(developments))).all())


def _figures(articles: Iterable[Article]) -> frozenset[str]:
    return frozenset(figure for article in articles for figure in _FIGURE.findall(article.text))


def _versions(articles: Iterable[Article]) -> dict[str, str]:
    return {article.id: article.text for article in articles}
