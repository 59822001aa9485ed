"""Reasons of failures in the user's language."""

from datetime import UTC, datetime

import pytest

from bot.delivery.outbox import OutboxState
from bot.delivery.ports import OutboxOverview
from bot.errors import Failure, FetchError, Localizable, RejectedInput, localizable
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.service import FeedHealth
from bot.ingest.reload.generation import Generation, GenerationId, GenerationState, ReloadReport
from handlers.admin.feeds_render import feed_screen
from handlers.admin.outbox import overview_html
from handlers.admin.reload_render import report_screen
from handlers.telegram.html import visible
from handlers.telegram.localize import in_english, localize_reject
from handlers.texts import LANGUAGES, RTL_MARK, texts_for

AT = datetime(2026, 11, 1, tzinfo=UTC)
WHY = localizable("why-status", status="404")
EXPECTED = {
    "en": "the server answered 404",
    "ar": "أجاب الخادم بالرمز \u2068404\u2069",
    "tr": "sunucu 404 yanıtı verdi",
    "ru": "сервер ответил 404",
    "fr": "le serveur a répondu 404",
    "de": "Der Server hat mit 404 geantwortet",
    "es": "el servidor respondió 404",
    "it": "il server ha risposto 404",
    "pt": "o servidor respondeu 404",
    "uk": "сервер відповів 404",
    "fa": "سرور پاسخ داد: \u2068404\u2069",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_reason_reads_the_same_wherever_it_is_shown(language: str) -> None:
    texts = texts_for(language)
    feed = Feed(FeedId(1), FeedConfig("https://a.example/"), FeedState.ON, AT, AT, problem=WHY)
    reject = RejectedInput(WHY, source="https://a.example/")
    failed = Generation(
        GenerationId(1), "o", None, AT, GenerationState.FAILED, ReloadReport(rejected=1, reason=WHY)
    )
    overview = OutboxOverview({}, None, 0, ((OutboxState.GIVEN_UP, WHY, 2),))
    for html in (
        feed_screen(FeedHealth(feed, 0.0), texts).html,
        localize_reject(reject, texts),
        report_screen(failed, [], texts).html,
        report_screen(failed, [reject], texts).html.split("\n")[-1],
        overview_html(overview, texts),
    ):
        assert EXPECTED[language] in visible(html)


@pytest.mark.parametrize(("language", "begins"), [("ar", RTL_MARK), ("fa", RTL_MARK), ("de", "news.jsonl")])
def test_reject_begins_on_the_side_of_the_users_language(language: str, begins: str) -> None:
    assert localize_reject(RejectedInput(WHY, source="news.jsonl"), texts_for(language)).startswith(begins)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (RejectedInput(WHY, source="a.jsonl", line=3), "a.jsonl:3: the server answered 404"),
        (FetchError(localizable("why-large", megabytes="4")), "larger than 4 MB"),
        (localizable("why-said", words="the <disk> is full"), "the <disk> is full"),
    ],
)
def test_terminal_shows_plain_english(error: Localizable | Failure, text: str) -> None:
    assert in_english(error) == text
