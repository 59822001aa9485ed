"""What alerts share: the readings and vetoes of their queries."""

from datetime import UTC, datetime

import pytest

from bot.engine.readings import EVERY, SavedQuery, saved_query
from bot.search.query.parser import parse

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def saved(text: str) -> SavedQuery:
    return saved_query(parse(text, now=NOW).root)


def numbers(query: SavedQuery) -> list[int]:
    return [part.number for part in query.readings]


def test_equal_queries_have_the_same_readings() -> None:
    assert numbers(saved("ferries harbour")) == numbers(saved("ferries harbour"))
    assert numbers(saved("ferries harbour")) != numbers(saved("ferries"))


def test_filter_has_one_reading_for_all_languages() -> None:
    (reading,) = saved("source:gazette").readings
    assert reading.analyzers == (EVERY,)


def test_excluded_words_are_vetoes_that_other_alerts_may_have_as_readings() -> None:
    query = saved("ferry -tram")
    assert numbers(query) == numbers(saved("ferry"))
    assert {veto.number for veto in query.vetoes} == {*numbers(saved("tram"))}


def test_alternatives_of_several_words_are_readings_of_their_own() -> None:
    shared = {*numbers(saved("ferry harbour")), *numbers(saved("tram rails"))}
    assert {*numbers(saved("(ferry harbour) OR (tram rails)"))} == shared


@pytest.mark.parametrize("text", ["-ferry", "the -ferry"])
def test_query_that_only_excludes_has_no_veto_alone(text: str) -> None:
    readings = [part for part in saved(text).readings if "en" in part.analyzers or EVERY in part.analyzers]
    assert [part.clause for part in readings] == [
        {"bool": {"must_not": [{"term": {"terms": {"value": "ferri"}}}]}}
    ]


def test_beginning_of_a_word_is_a_look_up() -> None:
    assert all("ferr*" in part.keys for part in saved("ferr*").readings)
    assert {"tram", "ferr*"} <= set(saved("tram OR ferr*").readings[0].keys)
    assert not saved("ferr* harbour").readings[0].keys
