"""Articles of two languages about one event, and look-alikes: the same place, person or kind of event."""

import json
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article
from bot.languages.language import language
from bot.stories.fingerprint import Fingerprint, fingerprint_of
from bot.stories.sister_words import sister_words
from bot.stories.sisters import WINDOW, evidence, linked
from handlers.texts import LANGUAGES
from tests.factories import make_article

SAMPLES = Path(__file__).parents[1] / "data/sisters/events.jsonl"
LEAST_PRECISION, LEAST_RECALL = 0.98, 0.75


@cache
def samples() -> dict[str, tuple[str, Article]]:
    """Return the event and the article of each sample."""
    rows = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    return {
        row["id"]: (
            row["event"],
            make_article(
                row["id"],
                row["text"],
                title=row["title"],
                language=row["language"],
                published_at=datetime.fromisoformat(row["published"]),
            ),
        )
        for row in rows
    }


def of(name: str) -> Fingerprint:
    return fingerprint_of(samples()[name][1])


SAMPLE = st.sampled_from(sorted(samples())).map(of)


def test_samples_are_linked_precisely() -> None:
    right = wrong = missed = 0
    for (event, one), (other_event, other) in combinations(samples().values(), 2):
        if one.language != other.language:
            found, same = linked(fingerprint_of(one), fingerprint_of(other)), event == other_event
            right, wrong = right + (found and same), wrong + (found and not same)
            missed += same and not found
    assert right / (right + wrong) >= LEAST_PRECISION
    assert right / (right + missed) >= LEAST_RECALL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quake-izmir-en", "quake-izmir-ar"),
        ("flood-valencia-es", "flood-valencia-ru"),
        ("kidnap-abuja-fr", "kidnap-abuja-ar"),
        ("space-tokyo-en", "space-tokyo-fa"),
        ("merger-seoul-de", "merger-seoul-tr"),
    ],
)
def test_one_event_is_linked_across_alphabets(one: str, other: str) -> None:
    assert linked(of(one), of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quake-izmir-en", "strike-izmir-tr"),
        ("quake-izmir-tr", "quake-manila-en"),
        ("flood-lyon-fr", "strike-lyon-es"),
        ("leader-visit-tr", "leader-sacking-en"),
        ("leader-bridge-ar", "leader-visit-de"),
        ("pres-tour-es", "pres-strike-law-fr"),
    ],
)
def test_same_place_kind_or_person_alone_links_nothing(one: str, other: str) -> None:
    assert not linked(of(one), of(other))


def test_later_event_of_the_same_kind_is_not_linked() -> None:
    first, second = samples()["quake-izmir-en"][1], samples()["quake-izmir-tr"][1]
    assert first.published_at
    for later, expected in ((timedelta(hours=40), True), (WINDOW + timedelta(hours=4), False)):
        moved = make_article(
            "later", second.text, title=second.title, language="tr", published_at=first.published_at + later
        )
        assert linked(fingerprint_of(first), fingerprint_of(moved)) is expected


def test_undated_articles_are_not_linked() -> None:
    article = samples()["quake-izmir-tr"][1]
    undated = make_article("undated", article.text, title=article.title, language="tr", published_at=None)
    assert not linked(of("quake-izmir-en"), fingerprint_of(undated))


@given(SAMPLE, SAMPLE)
def test_link_is_symmetric_and_never_within_one_language(one: Fingerprint, other: Fingerprint) -> None:
    assert linked(one, other) == linked(other, one)
    assert evidence(one, other) == evidence(other, one)
    if one.language == other.language:
        assert not linked(one, other)


@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.sampled_from(sorted(LANGUAGES)),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_any_two_texts_can_be_compared(one: str, other: str, code: str, other_code: str) -> None:
    first = fingerprint_of(make_article("a", one, language=code))
    second = fingerprint_of(make_article("b", other, language=other_code))
    assert linked(first, second) == linked(second, first)


def test_fingerprint_has_places_numbers_and_kinds_but_no_years() -> None:
    text = "In 2026 Iranian engineers met in Moscow after floods. About 2,300 people came."
    found = fingerprint_of(make_article("a", text, title="Meeting"))
    assert found.places == {"IR", "Europe/Moscow"}
    assert found.numbers == {2_300}
    assert "flood" in found.kinds


def test_article_of_an_unknown_language_has_an_empty_fingerprint() -> None:
    found = fingerprint_of(make_article("a", "Moscow 2,300", language="und"))
    assert (found.places, found.numbers, found.words) == (frozenset(), frozenset(), ())


def test_words_to_look_up_are_in_each_other_language() -> None:
    words = sister_words([samples()["flood-valencia-es"][1]], {"es"})
    assert set(words) == set(LANGUAGES) - {"es"}
    assert {"350", "flood"} <= set(words["en"])
    assert "lloret" in words["en"]
    assert "наводнение" in words["ru"]


def test_every_language_has_the_same_kinds_of_events() -> None:
    kinds = {code: set(language(code).events) for code in LANGUAGES}
    assert all(found == kinds["en"] for found in kinds.values())
