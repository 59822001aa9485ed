"""What an alert would have found, over a real index and store."""

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.alerts.alert import AlertDraft
from bot.alerts.preview import BROAD_STORIES_PER_DAY, Preview, PreviewWarning
from bot.alerts.service import NothingToSearchFor
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NAMES = ("Arvel", "Bostri", "Cadmor", "Delfin", "Eskarn", "Ferrow", "Gildan", "Hestor", "Ivrane", "Jolmer")


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    settings = Settings(_env_file=None, corpus=tmp_path, data=tmp_path / "data", analysis_processes=0)
    async with open_app(settings, read_corpus=False, clock=lambda: NOW) as opened:
        yield opened


async def publish(app: App, *texts: str, days_ago: float = 1) -> None:
    at = (NOW - timedelta(days=days_ago)).isoformat()
    report = await app.pipeline.ingest(
        [RawArticle(text, f"s{text}", title=text[:40], published=at, language="en") for text in texts]
    )
    assert report.added == len(texts)


def unique_words(number: int) -> str:
    """Return words that are in no other article."""
    chance = random.Random(number)
    return " ".join("".join(chance.choices("bdfgklmnprstvz", k=7)) for _ in range(12))


async def look(app: App, words: str) -> Preview:
    return await app.services.alerts.preview(words)


async def test_preview_counts_articles_and_stories_of_a_week_and_shows_the_best(app: App) -> None:
    ferry = "The night ferry Oresund Star ran aground off Malmen shortly before dawn in thick fog"
    await publish(app, f"{ferry}.", f"{ferry}, and all were saved.", "A ferry race was won by Arvel.")
    await publish(app, "The ferry of Bostri was painted green.", days_ago=8)
    seen = await look(app, "ferry")
    assert (seen.articles, seen.stories, seen.total) == (3, 2, 4)
    assert len({article.title for article in seen.top}) == 2
    assert seen.warnings == ()


async def test_query_without_matches_is_suggested_with_one_word_less(app: App) -> None:
    await publish(app, "A ferry sailed to Arvel.", "A ferry sailed to Bostri.", "Cadmor has a zeppelin.")
    seen = await look(app, "ferry zeppelin -race")
    assert seen.warnings == (PreviewWarning.NO_MATCHES,)
    assert seen.suggestion is not None
    assert (seen.suggestion.query.understood(), seen.suggestion.articles) == ("ferry -race", 2)
    assert (await look(app, "ferry sailed")).suggestion is None
    assert (await look(app, "nautilus -race")).suggestion is None


async def test_broad_query_is_suggested_as_a_phrase(app: App) -> None:
    apart = [f"The bank of the {unique_words(n)} central" for n in range(90)]
    together = [f"The central bank {unique_words(n)}" for n in range(90, 180)]
    await publish(app, *apart, *together)
    seen = await look(app, "central bank")
    assert seen.stories > 7 * BROAD_STORIES_PER_DAY
    assert seen.warnings == (PreviewWarning.TOO_BROAD,)
    assert seen.suggestion is not None
    assert (seen.suggestion.query.understood(), seen.suggestion.articles) == ('"central bank"', 90)
    assert seen.common == ("central", "bank")


async def test_misspelled_and_common_words_are_reported(app: App) -> None:
    await publish(app, *(f"The harbour of {name} has a new crane." for name in NAMES))
    await publish(app, *(f"{name} plays chess against {name[::-1]}." for name in NAMES))
    seen = await look(app, "harbuor")
    assert [(typo.word, typo.suggestions) for typo in seen.misspellings] == [("harbuor", ("harbour",))]
    for words, meant, articles in (
        ("harbuor", "harbour", 10),
        ("harbuor Arvel", "harbour arvel", 1),
        ("harbuor Arvel zeppelin", "harbour arvel", 1),
    ):
        better = (await look(app, words)).suggestion
        assert better is not None
        assert (better.query.understood().casefold(), better.articles) == (meant, articles)
    assert (await look(app, "harbour crane arvel")).common == ("harbour", "crane")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("-zeppelin", "alert-everything"),
        ("since:2026-11-01", "alert-everything"),
        ("the", "alert-only-common"),
        ("the OR of", "alert-only-common"),
    ],
)
async def test_query_that_matches_everything_or_nothing_is_rejected(app: App, words: str, error: str) -> None:
    await publish(app, "A ferry sailed to Arvel.")
    alerts = app.services.alerts
    saved = await alerts.save(AlertDraft(1, None, 1, "ferry", NOW))
    with pytest.raises(NothingToSearchFor, match=error):
        await look(app, words)
    with pytest.raises(NothingToSearchFor, match=error):
        await alerts.save(AlertDraft(1, None, 1, words, NOW))
    with pytest.raises(NothingToSearchFor, match=error):
        await alerts.change_query(saved, words)
    assert await alerts.save_all([AlertDraft(1, None, 1, text, NOW) for text in (words, "harbour")]) == 1
    assert [alert.text for alert in await alerts.of_chat(1)] == ["ferry", "harbour"]
