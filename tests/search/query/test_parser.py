"""The query language: what parses to what, and that anything parses."""

import pickle
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import QueryError, localizable
from bot.search.query.ast import And, Field, FieldName, Not, Or, Period, Phrase, Prefix, Word
from bot.search.query.parser import MOST_LEAVES, PREFIX_LEAVES, parse

NOW = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # a Monday


def understood(text: str) -> str:
    return parse(text, now=NOW).understood()


def test_words_side_by_side_are_all_wanted():
    assert parse("flood valley", now=NOW).root == And((Word("flood"), Word("valley")))


def test_or_binds_its_two_neighbours_only():
    root = parse("flood OR drought valley", now=NOW).root
    assert root == And((Or((Word("flood"), Word("drought"))), Word("valley")))


def test_a_minus_takes_a_word_a_phrase_a_group_or_a_filter():
    root = parse('-a1 -"b c" -(d e) -source:x', now=NOW).root
    assert root == And(
        (
            Not(Word("a1")),
            Not(Phrase(("b", "c"))),
            Not(And((Word("d"), Word("e")))),
            Not(Field(FieldName.SOURCE, "x")),
        )
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("what happened in Ankara", ("happened", "Ankara")),
        ("ماذا حدث في أنقرة", ("ماذا", "حدث", "أنقرة")),
        ("the who", ("the", "who")),
        ("Ankara", ("Ankara",)),
    ],
)
def test_a_questions_own_common_words_are_left_out(text: str, kept: tuple[str, ...]) -> None:
    assert parse(text, now=NOW).words == kept


def test_a_hyphen_inside_a_word_is_no_minus():
    assert parse("cease-fire", now=NOW).words == ("cease", "fire")


def test_a_star_makes_a_prefix_of_two_letters_or_more():
    assert parse("el*", now=NOW).root == Prefix("el")
    query = parse("e*", now=NOW)
    assert query.root == Word("e")
    assert query.problems[0].key == "problem-short"


def test_fields_take_one_word_or_several_in_quotes():
    root = parse('source:Reuters by:"Jane Doe" lang:Arabic', now=NOW).root
    assert root == And(
        (
            Field(FieldName.SOURCE, "Reuters"),
            Field(FieldName.BY, "Jane Doe"),
            Field(FieldName.LANG, "ar"),
        )
    )


def test_since_begins_with_the_stretch_after_follows_it_before_ends_ahead_of_it():
    assert understood("since:2019") == "since:2019-01-01"
    assert understood("after:2019") == "since:2020-01-01"
    assert understood("before:2019-05") == "before:2019-05-01"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("last week", "since:2026-11-16 before:2026-11-23"),
        ("this month", "since:2026-11-01 before:2026-12-01"),
        ("past 24 hours", "since:2026-11-22T17:30:00Z"),
        ("yesterday", "since:2026-11-22 before:2026-11-23"),
        ("since October 2019", "since:2019-10-01"),
        ("before 5 March 2024", "before:2024-03-05"),
        ("in 2019", "since:2019-01-01 before:2020-01-01"),
        ("between 2019 and 2021", "since:2019-01-01 before:2022-01-01"),
        ("two weeks ago", "since:2026-11-09 before:2026-11-10"),
        ("last monday", "since:2026-11-16 before:2026-11-17"),
        ("geçen hafta", "since:2026-11-16 before:2026-11-23"),
        ("son 3 gün", "since:2026-11-20T17:30:00Z"),
        ("Ekim 2019'dan beri", "since:2019-10-01"),
        ("dün", "since:2026-11-22 before:2026-11-23"),
        ("الأسبوع الماضي", "since:2026-11-16 before:2026-11-23"),
        ("منذ أكتوبر 2019", "since:2019-10-01"),
        ("أمس", "since:2026-11-22 before:2026-11-23"),
    ],
)
def test_periods_in_words_are_understood(text, meaning):
    query = parse(f"harbour {text}", now=NOW)
    assert query.understood() == f"harbour {meaning}"
    assert query.dated
    assert query.words == ("harbour",)


@pytest.mark.parametrize(
    "text", ["march on the capital", "May speaks", '"last week" in quotes', "since the war"]
)
def test_words_that_only_look_like_dates_stay_words(text):
    assert not parse(text, now=NOW).dated


def test_days_begin_in_the_zone_of_the_person_asking():
    query = parse("today", now=datetime(2026, 11, 23, 22, 30, tzinfo=UTC), zone=ZoneInfo("Europe/Istanbul"))
    assert query.understood() == "since:2026-11-24 before:2026-11-25"
    assert isinstance(query.root, Period)
    assert query.root.since == datetime(2026, 11, 23, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("(flood", "problem-bracket-open"),
        ("flood)", "problem-bracket-closed"),
        ('"flood', "problem-quote"),
        ("flood OR", "problem-or"),
        ("after:soon flood", "problem-date"),
        ("the of", "problem-common"),
        ("source:, flood", "problem-empty"),
    ],
)
def test_what_was_not_understood_is_said(text, problem):
    assert problem in [each.key for each in parse(text, now=NOW).problems]


def test_brackets_nested_too_deep_are_refused_with_their_place():
    with pytest.raises(QueryError) as caught:
        parse("(" * 50 + "x", now=NOW)
    assert caught.value.position > 0


def test_a_very_long_question_is_read_up_to_a_limit_and_says_so():
    query = parse("word OR " * 500, now=NOW)
    assert query.root is not None
    assert len(query.words) == 1
    assert localizable("problem-long", words=MOST_LEAVES) in query.problems


def test_of_many_prefixes_the_first_are_read_and_it_says_so():
    query = parse(" ".join(f"{letter}e*" for letter in "abcdefghijkl"), now=NOW)
    assert len(query.words) == MOST_LEAVES // PREFIX_LEAVES
    assert localizable("problem-long", words=MOST_LEAVES) in query.problems


def test_an_empty_question_asks_nothing():
    assert parse("  ", now=NOW).root is None
    assert parse("", now=NOW).problems == ()


def test_a_query_survives_pickling():
    query = parse('flood "big river" since:2020 -x', now=NOW)
    assert pickle.loads(pickle.dumps(query)) == query


MARKS = ["(", ")", '"', "OR", "-", "*", "source:", "lang:", "flood", "سيل", "sel", " ", "'", "U.S."]
DATES = ["since 2019", "after:", "last", "week", "geçen hafta", "2019-02-30", "between 2019 and", "son 5 gün"]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    lists = st.lists(st.sampled_from(pieces), max_size=40)
    return lists.map(" ".join) | lists.map("".join)


@settings(max_examples=150, deadline=None)
@given(texts(MARKS))
def test_what_was_understood_reads_back_the_same(text):
    try:
        query = parse(text, now=NOW)
    except QueryError:
        return
    assert parse(query.understood(), now=NOW).root == query.root


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | texts(MARKS + DATES))
def test_any_text_parses_or_says_where_it_fails(text):
    place = 0
    try:
        parse(text, now=NOW)
    except QueryError as error:
        place = error.position
    assert 0 <= place <= len(text)
