"""Telegram HTML: escaping, measuring and cutting, checked with TDLib's own parser."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import MessageLimit

from handlers.telegram.html import (
    MOST_ENTITIES,
    MOST_UNITS,
    clean,
    clip,
    fit,
    link,
    masked,
    moment,
    plain,
    units,
    verbatim,
    visible,
    web_address,
)
from handlers.texts import texts_for
from tests.tdlib import parse_html

ANY_TEXT = st.text(max_size=300)


def test_limits_are_telegrams() -> None:
    assert (MOST_UNITS, MOST_ENTITIES) == (MessageLimit.MAX_TEXT_LENGTH, MessageLimit.MESSAGE_ENTITIES)


def test_moment_is_shown_in_the_users_time_zone() -> None:
    html = moment(datetime(2026, 11, 20, 9, 30, tzinfo=UTC), texts_for("en"))
    assert html == '<tg-time unix="1795167000" format="dt">2026-11-20 09:30 UTC</tg-time>'
    assert parse_html(html)["@type"] == "formattedText"


def test_link_without_an_http_address_is_bold() -> None:
    assert link("javascript:alert(1)", "x") == "<b>x</b>"
    assert link(None, "x") == "<b>x</b>"
    assert link('https://a.example/?q="&b', "x") == '<a href="https://a.example/?q=%22&amp;b">x</a>'


def test_web_address_is_ascii_with_a_public_host() -> None:
    assert web_address("https://a.example/ä b\x00<") == "https://a.example/%C3%A4%20b%00%3C"
    assert web_address("https://a.example/%C3%A4?q=1#x") == "https://a.example/%C3%A4?q=1#x"
    assert web_address("HTTP://büro.example/x") == "http://xn--bro-hoa.example/x"
    for invalid in (
        "https://localhost/x",
        "https:///x",
        "ftp://a.example",
        "https://[::1",
        "",
        None,
        "https://a.example/" + "x" * 3_000,
    ):
        assert web_address(invalid) is None


@given(ANY_TEXT)
def test_link_of_any_address_parses(text: str) -> None:
    for url in (text, f"https://a.example/{text}", f"https://{text}"):
        assert parse_html(link(url, "x"))["@type"] == "formattedText"


def test_clean_drops_controls_and_overrides_but_not_joiners() -> None:
    assert clean("a\u202eb\x00 c\n\td\ue000\ud800") == "a b c d"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_masked_shows_markup_but_no_words() -> None:
    assert masked('<b>Who?</b> a&amp;b <a href="https://x.example/q">خبر</a>') == (
        '<b>xxx?</b> x&amp;x <a href="https://x.example/q">xxx</a>'
    )


def test_fit_skips_blocks_that_do_not_fit() -> None:
    assert fit(["aaa", "", "b" * 9, "cc"], most=8) == "aaa\ncc"


@given(ANY_TEXT)
def test_plain_text_parses_and_is_shown_unchanged(text: str) -> None:
    html = plain(text)
    assert parse_html(f"<b>x{html}</b>")["@type"] == "formattedText"
    assert visible(html) == clip(clean(text), 300)


@given(ANY_TEXT, st.integers(min_value=1, max_value=50))
def test_clipped_text_is_a_prefix_within_the_limit(text: str, most: int) -> None:
    text = clean(text)
    cut = clip(text, most)
    assert units(cut) <= most
    assert cut == text or text.startswith(cut.removesuffix("…"))


@given(st.lists(ANY_TEXT.map(lambda t: f"<blockquote>{verbatim(clean(t))}</blockquote>")))
def test_fitted_blocks_stay_within_the_limits(blocks: list[str]) -> None:
    html = fit(blocks, most=500, entities=4)
    assert units(visible(html)) <= 500
    assert html.count("<blockquote>") <= 4
