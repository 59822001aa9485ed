"""What has arrived since an answer: how much of it is counted, in whose time, without what a chat hides."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.app.wiring import App
from bot.chats.settings import ChatSettings
from bot.corpus.raw import RawArticle
from bot.questions.arrivals import Arrivals
from bot.questions.model import Question
from tests.conftest import OpenApp

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TITLES = (
    "Heron",
    "Tractor",
    "Lantern",
    "Violin",
    "Museum",
    "Orchard",
    "Tunnel",
    "Bakery",
    "Library",
    "Stadium",
)


async def publish(app: App, number: int, text: str, *, at: datetime = NOW, **fields: Any) -> None:
    title = f"{TITLES[number % len(TITLES)]} {number}"
    raw = RawArticle(source=title, title=title, text=text, published=at.isoformat(), **fields)
    await app.pipeline.ingest([raw])


async def flood(app: App, number: int, **fields: Any) -> None:
    await publish(
        app, number, f"The flood reached street {number}{number} of Harlow, said keeper {number}.", **fields
    )


async def arrived(
    app: App, text: str, after: int, settings: ChatSettings | None = None, **how: Any
) -> Arrivals:
    return await app.services.arrivals.about(Question(text, NOW, **how), after, settings)


async def test_more_articles_than_are_looked_at_are_not_called_a_total(open_with: OpenApp) -> None:
    async with open_with() as app:
        after = await app.services.arrivals.seen()
        for number in range(3):
            await flood(app, number)
        few = await arrived(app, "flood Harlow", after)
        assert (few.total, few.more) == (3, False)
        for number in range(3, 20):
            await flood(app, number)
        many = await arrived(app, "flood Harlow", after)
        assert many.total < 20
        assert many.more


async def test_muted_publishers_dont_take_the_places_of_others(open_with: OpenApp) -> None:
    async with open_with() as app:
        after = await app.services.arrivals.seen()
        for number in range(15):
            await flood(app, number, publisher="Mill Gazette")
        await publish(
            app,
            15,
            "Harlow cleans up. The flood left mud in the cellars, and a boat.",
            publisher="Port Herald",
        )
        news = await arrived(app, "flood Harlow", after, ChatSettings(1, muted=("Mill Gazette",)))
        assert (news.total, news.more) == (1, False)


async def test_days_are_those_of_the_chat(open_with: OpenApp) -> None:
    async with open_with() as app:
        after = await app.services.arrivals.seen()
        await flood(app, 1, at=datetime(2026, 11, 19, 20, tzinfo=UTC))  # in Tokyo, the 20th
        assert (await arrived(app, "flood Harlow since:2026-11-20", after)).total == 0
        tokyo = ChatSettings(1, zone="Asia/Tokyo")
        assert (await arrived(app, "flood Harlow since:2026-11-20", after, tokyo)).total == 1


async def test_period_of_the_answer_applies(open_with: OpenApp) -> None:
    async with open_with() as app:
        after = await app.services.arrivals.seen()
        await flood(app, 1, at=NOW - timedelta(days=3))
        assert (await arrived(app, "flood Harlow", after)).total == 1
        assert (await arrived(app, "flood Harlow", after, period_h=24)).total == 0
