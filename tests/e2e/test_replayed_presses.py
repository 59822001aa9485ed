"""Buttons: a press that is handled again after a kill changes nothing more and shows the same."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.alerts.alert import AlertDraft, Mode
from bot.app.runtime import inbox
from handlers.admin.feeds_keyboard import FeedButton, FeedVerb
from handlers.admin.reload_render import ReloadButton
from handlers.admin.reports_render import ReportsButton
from handlers.alerts.button_data import AlertButton, AlertListButton, DeleteAllButton, NotificationButton
from handlers.language import LanguageButton
from handlers.privacy.my_data import ForgetMeButton
from handlers.questions.button_data import DraftButton, FollowButton, ViewButton
from handlers.settings.keyboard import SettingButton
from handlers.telegram.callback_data import CallbackData
from tests.e2e.alerting import bot_message, publish, recorded_as_sent, save
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, Phone
from tests.e2e.test_feeds import BRIDGE, FERRY, rss
from tests.e2e.town import Town
from tests.factories import write_jsonl
from tests.site import Site, SiteResponse, open_fetcher

pytestmark = pytest.mark.slow
Prepare = Callable[[Town], Awaitable[None]]


async def _briefings(town: Town) -> None:
    yesterday, phone = datetime.now(UTC) - timedelta(days=1), town.phone
    await publish(town.app)
    await phone.say("/start")
    briefing = AlertDraft(phone.chat.id, None, phone.person.id, "", yesterday, mode=Mode.DAILY, briefing_at=0)
    await town.app.services.alerts.save(briefing)
    await bot_message(phone, "Hail over Tavira")
    await recorded_as_sent(town.app)
    town.wanted = "Stop this briefing"


async def _settings(town: Town) -> None:
    await publish(town.app, publisher="Mill Gazette")
    await town.phone.say("/mute Mill Gazette")
    await town.phone.say("/settings")
    await town.phone.say("/lang")


async def _feeds(town: Town) -> None:
    await town.phone.say(f"/feeds {town.feed}")


async def _reports(town: Town) -> None:
    card = await town.phone.press(
        await town.phone.press(await town.phone.say("Moscow spy chiefs Kestrel"), "1"), "In context"
    )
    choices = await town.phone.press(card, "Wrong source?")
    await town.phone.state.answered(town.phone.tap(choices, "The publisher is wrong"))
    await town.phone.say("/reports")


async def _deletion(town: Town) -> None:
    await save(town.phone, "lighthouse")
    for _ in range(2):
        await town.phone.say("/unsubscribe_all")
    await town.phone.say("/forget_me")


async def _answers(town: Town) -> None:
    await town.phone.press(await town.phone.say("Port Veyra"), "1")
    for _ in range(2):  # one is left for "More ▸", which leads away from the options
        await town.phone.press(await town.phone.say("Port Veyra"), "Options")
    await town.phone.say(FLOOD)


async def _top(town: Town) -> None:
    await town.phone.say("/top")


async def _alerts(town: Town) -> None:
    await save(town.phone, "hailstorm")
    await publish(town.app)
    await bot_message(town.phone, "Hail over Tavira")
    await recorded_as_sent(town.app)
    await save(town.phone, "greenhouse")
    await town.phone.say("/subscribe tomatoes")
    await town.phone.say("/subscriptions")


async def _reload(town: Town) -> None:
    """Reload twice; the second time, most articles are new, and the operator decides about their alerts."""
    ferries = [{"title": f"Ferry {n}", "text": f"Ferry {n} sailed to Faro."} for n in range(30)]
    write_jsonl(town.corpus / "first.jsonl", {"title": "Pier opens", "text": "A pier opened in Faro."})
    await town.phone.say("/reload")
    await bot_message(town.phone, "+1")
    person = town.phone.person.id  # digests, so that no notification comes between two presses
    alert = AlertDraft(town.phone.chat.id, None, person, "ferry", datetime.now(UTC), mode=Mode.WEEKLY)
    await town.app.services.alerts.save(alert)
    write_jsonl(town.corpus / "second.jsonl", *ferries)
    await town.phone.say("/reload")
    await bot_message(town.phone, "% of the corpus is new")


async def _quiet_reload(town: Town) -> None:
    await _reload(town)
    town.wanted = "Quietly"


SCREENS: dict[str, tuple[Prepare, dict[type[CallbackData], int]]] = {
    "answers": (_answers, {ViewButton: 12, DraftButton: 3, FollowButton: 1}),
    "top stories": (_top, {ViewButton: 4}),
    "alerts": (_alerts, {AlertButton: 11, NotificationButton: 4, DraftButton: 2, AlertListButton: 1}),
    "reload": (_reload, {ReloadButton: 4}),
    "quiet reload": (_quiet_reload, {ReloadButton: 1}),
    "briefings": (_briefings, {NotificationButton: 1}),
    "settings": (_settings, {SettingButton: 5, LanguageButton: 2}),
    "feeds": (_feeds, {FeedButton: len(FeedVerb)}),
    "reports": (_reports, {ReportsButton: 3}),
    "deletion": (_deletion, {DeleteAllButton: 2, ForgetMeButton: 1}),
}
"""For each screen, how to open it, and how many different buttons of each kind are pressed at least."""


@pytest.fixture
async def town(
    start_bot: StartBot, ada: Phone, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Town]:
    monkeypatch.setattr(inbox, "IDLE_S", 0.02)
    site.pages["/feed"] = SiteResponse(rss(BRIDGE, FERRY, base=site.url("")))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    settings = {
        "admin_ids": frozenset({ada.person.id}), "judgements": True,
        "corpus": corpus, "reload_max_news": 0.1,
    }  # fmt: skip
    async with open_fetcher(site) as web, start_bot(fetcher=web, **settings) as app:
        yield Town(app, ada, corpus, site.url("/feed"))


@pytest.mark.parametrize("screen", SCREENS)
async def test_press_that_is_handled_again_after_a_kill_changes_nothing(town: Town, screen: str) -> None:
    prepare, expected = SCREENS[screen]
    await prepare(town)
    await town.crawl(expected)
    missing = {kind for kind, count in expected.items() if town.count(kind) < count}
    assert not missing, sorted(map(str, town.pressed))
