"""Where outlets differ, as Telegram HTML: short, verbatim, in every language."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.languages.language import languages
from bot.summaries.credits import Credit
from bot.summaries.difference import Difference, Version, Voice
from bot.summaries.sentence import quote_sentence
from handlers.questions.difference_render import differences_html, figures_line
from handlers.telegram.html import units, visible
from handlers.texts import LANGUAGES, texts_for
from tests.factories import NOON, make_article
from tests.tdlib import assert_sendable

TEXTS = texts_for("en")
KINDS = sorted({kind for known in languages() for kind in known.differences.kinds})


def voice(outlet: str, sentence: str, *, at: datetime = NOON, speaker: str | None = None) -> Voice:
    article = make_article(outlet, sentence, published_at=at)
    return Voice(outlet, quote_sentence(article, 0, Credit(speaker)), "en")


def toll(kind: str = "dead", noun: str = "", *, later: bool = False, outlets: int = 2) -> Difference:
    many = tuple(voice(f"Outlet {n}", "Four people were killed.", speaker="Ada Lind") for n in range(outlets))
    few = (voice("Harlow Courier", "The storm killed three people.", at=NOON - timedelta(hours=1)),)
    return Difference(kind, kind, noun, (Version("Four", many), Version("three", few)), later)


def test_figures_come_with_outlets_and_times_and_sentences_with_speakers() -> None:
    (html,) = differences_html([toll()], TEXTS)
    head, *quotes = visible(html).splitlines()
    assert head.startswith(
        "⚖ Outlets differ on the dead: Four (Outlet 0, Outlet 1, 2026-11-20 12:00 UTC) · three ("
    )
    assert quotes == [
        "Four people were killed. — Ada Lind · Outlet 0",
        "The storm killed three people. — Harlow Courier",
    ]


def test_figures_that_follow_each_other_are_not_called_a_difference() -> None:
    assert visible(differences_html([toll(later=True)], TEXTS)[0]).startswith("Figures over time on the dead")


def test_what_is_counted_is_named_as_written() -> None:
    assert "the dead (sailors): Four · three" in visible(figures_line(toll(noun="sailors"), TEXTS))


def test_two_differences_are_shown_and_two_outlets_named() -> None:
    blocks = differences_html([toll(outlets=9)] * 5, TEXTS)
    assert len(blocks) == 2
    assert "Outlet 1, +7, 2026" in visible(blocks[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_in_every_language(kind: str, language: str) -> None:
    texts = texts_for(language)
    (html,) = differences_html([toll(kind)], texts)
    assert texts(f"differs-{kind}") in html
    assert_sendable(html)


@given(
    st.text(min_size=1, max_size=400),
    st.text(max_size=100),
    st.sampled_from(sorted(LANGUAGES)),
    st.booleans(),
)
def test_any_difference_can_be_sent(words: str, outlet: str, language: str, later: bool) -> None:
    sentence = f"a{words}"
    article = make_article("a", sentence, published_at=datetime(2026, 1, 1, tzinfo=UTC))
    voices = (Voice(outlet, quote_sentence(article, 0, Credit(outlet, outlet)), "ar"),)
    versions = (Version(words, voices), Version(outlet, voices), Version("3", voices))
    blocks = differences_html([Difference("dead", "dead", words, versions, later)] * 2, texts_for(language))
    assert_sendable("\n".join(blocks))
    assert all(units(visible(block)) < 1_600 for block in blocks)
