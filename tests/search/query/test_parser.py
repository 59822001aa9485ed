"""The query parser: what text becomes what tree, and that any text parses."""

import pickle
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QueryError, localizable
from bot.search.query.ast import And, Field, FieldName, Not, Or, Period, Phrase, Prefix, Word
from bot.search.query.parser import MAX_LEAVES, PREFIX_COST, parse

NOW = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # a Monday


def understood(text: str) -> str:
    return parse(text, now=NOW).understood()


def test_adjacent_words_are_joined_by_and():
    assert parse("flood valley", now=NOW).root == And((Word("flood"), Word("valley")))


def test_or_joins_its_two_neighbours_only():
    root = parse("flood OR drought valley", now=NOW).root
    assert root == And((Or((Word("flood"), Word("drought"))), Word("valley")))


def test_minus_negates_a_word_a_phrase_a_group_or_a_filter():
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
def test_stop_words_of_the_querys_language_are_dropped(text: str, kept: tuple[str, ...]) -> None:
    assert parse(text, now=NOW).words == kept


def test_minus_of_mathematics_is_a_minus():
    assert parse("crane −sport", now=NOW).root == And((Word("crane"), Not(Word("sport"))))


def test_hyphen_inside_a_word_is_not_a_minus():
    assert parse("cease-fire", now=NOW).words == ("cease", "fire")


def test_star_makes_a_prefix_of_two_letters_or_more():
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


@pytest.mark.parametrize(
    ("text", "value"),
    [("said:fidan", "fidan"), ('said:"Hakan Fidan"', "Hakan Fidan"), ("SAID:«Hakan Fidan»", "Hakan Fidan")],
)
def test_speaker_is_a_field(text, value):
    assert parse(text, now=NOW).root == Field(FieldName.SAID, value)


def test_word_before_a_colon_is_no_field():
    assert parse("fidan said: peace", now=NOW).words == ("fidan", "said", "peace")


def test_since_includes_its_date_after_and_before_exclude_it():
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
        ("in October 2019", "since:2019-10-01 before:2019-11-01"),
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
def test_periods_in_words_become_periods(text, meaning):
    query = parse(f"harbour {text}", now=NOW)
    assert query.understood() == f"harbour {meaning}"
    assert query.dated
    assert query.words == ("harbour",)


@pytest.mark.parametrize(
    "text", ["march on the capital", "May speaks", '"last week" in quotes', "since the war"]
)
def test_words_that_only_look_like_dates_stay_words(text):
    assert not parse(text, now=NOW).dated


def test_days_begin_in_the_users_time_zone():
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
def test_problems_are_reported(text, problem):
    assert problem in [reported.key for reported in parse(text, now=NOW).problems]


def test_brackets_nested_too_deeply_are_refused_with_their_position():
    with pytest.raises(QueryError) as caught:
        parse("(" * 50 + "x", now=NOW)
    assert caught.value.position > 0


def test_very_long_query_is_cut_and_reported():
    query = parse("word OR " * 500, now=NOW)
    assert query.root is not None
    assert len(query.words) == 1
    assert localizable("problem-long", words=MAX_LEAVES) in query.problems


def test_too_many_prefixes_are_cut_and_reported():
    query = parse(" ".join(f"{letter}e*" for letter in "abcdefghijkl"), now=NOW)
    assert len(query.words) == MAX_LEAVES // PREFIX_COST
    assert localizable("problem-long", words=MAX_LEAVES) in query.problems


def test_empty_text_has_no_tree():
    assert parse("  ", now=NOW).root is None
    assert parse("", now=NOW).problems == ()


def test_query_can_be_pickled():
    query = parse('flood "big river" since:2020 -x', now=NOW)
    assert pickle.loads(pickle.dumps(query)) == query


MARKS = ["(", ")", '"', "OR", "-", "*", "source:", "lang:", "flood", "سيل", "sel", " ", "'", "U.S."]
DATES = ["since 2019", "after:", "last", "week", "geçen hafta", "2019-02-30", "between 2019 and", "son 5 gün"]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    lists = st.lists(st.sampled_from(pieces), max_size=40)
    return lists.map(" ".join) | lists.map("".join)


@given(texts(MARKS))
def test_understood_query_parses_to_the_same_tree(text):
    try:
        query = parse(text, now=NOW)
    except QueryError:
        return
    assert parse(query.understood(), now=NOW).root == query.root


@given(st.text(max_size=200) | texts(MARKS + DATES))
def test_any_text_parses_or_fails_at_a_position(text):
    position = 0
    try:
        parse(text, now=NOW)
    except QueryError as error:
        position = error.position
    assert 0 <= position <= len(text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("tide NOT spring", "tide -spring"),
        ("tide AND ebb", "tide ebb"),
        ("tide AND NOT ebb", "tide -ebb"),
        ("tide && ebb || flood", "tide ebb OR flood"),
        ("tide OR NOT ebb", "tide OR -ebb"),
        ('tide NOT "spring tide"', 'tide -"spring tide"'),
        ("tide NOT (ebb OR flood)", "tide -(ebb OR flood)"),
        ("tide !spring", "tide -spring"),
        ("WHY IS THE TIDE NOT RISING", "TIDE RISING"),
        ("the tide is not rising", "tide rising"),
        ("المد NOT الجزر", "المد -الجزر"),
    ],
)
def test_operators_of_other_engines(text: str, query: str) -> None:
    assert understood(text) == query
    assert not parse(text, now=NOW).problems


def test_not_without_a_word_is_a_problem() -> None:
    assert [problem.key for problem in parse("tide NOT", now=NOW).problems] == ["problem-not"]


@pytest.mark.parametrize(
    ("text", "field", "query"),
    [
        ("intitle:tide", "intitle", "tide"),
        ("harbour site:post.example", "site", "harbour post example"),
        ('headline:"spring tide"', "headline", '"spring tide"'),
        ("-inurl:tide ebb", "inurl", "-tide ebb"),
    ],
)
def test_unknown_field_is_named_and_its_words_are_searched(text: str, field: str, query: str) -> None:
    parsed = parse(text, now=NOW)
    assert parsed.understood() == query
    assert [(problem.key, dict(problem.values)["field"]) for problem in parsed.problems] == [
        ("problem-field", field)
    ]


@pytest.mark.parametrize(
    "text", ["tide at 10:30", "https://post.example/tide", "tide: spring ebb", "ratio 3:2"]
)
def test_colons_of_times_addresses_and_headlines_are_no_fields(text: str) -> None:
    assert not parse(text, now=NOW).problems


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("„Kap Horn“-Segler", '"Kap Horn" Segler'),
        ('"cape horn"-sailor', '"cape horn" sailor'),
        ("«cap Horn»-voilier", '"cap Horn" voilier'),
        ("»Kap Horn«-Segler", '"Kap Horn" Segler'),
        ('"cape horn" -sailor', '"cape horn" -sailor'),
        ("「防波堤」工事", "防波堤 工事"),
    ],
)
def test_hyphen_after_a_quotation_mark_joins(text: str, query: str) -> None:
    assert understood(text) == query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("WHO", "WHO"),
        ("What did Lena May tell the WHO?", "Lena May tell WHO"),
        ("Lena May", "Lena May"),
        ("us trade", "US trade"),
        ("IT IS RAINING", "RAINING"),
        ("Will it rain?", "rain"),
        ("May I ask about rain", "ask rain"),
        ("Who was hurt", "hurt"),
        ("WHO WAS HURT", "HURT"),
        ("What Will Happen To Lighthouse Keepers", "Happen Lighthouse Keepers"),
        ('"who"', "WHO"),
        ("May since:2026-11-01", "May since:2026-11-01"),
    ],
)
def test_stop_words_stay_where_they_are_names(text: str, query: str) -> None:
    assert understood(text) == query
