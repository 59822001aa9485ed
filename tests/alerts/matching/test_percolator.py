"""An alert matches if and only if its query does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.percolator import Percolator
from bot.alerts.ports import AlertChange
from bot.corpus.article import Article
from bot.search.query.matcher import matches
from tests.factories import analyzed, make_article, spoken

SAVED = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOW = SAVED + timedelta(hours=1)
WORDS = ["ferry", "ferries", "harbour", "storms", "storm", "the", "of", "Lusena", "baker", "running", "ve"]
SPEAKERS = ["said:roe", 'said:"ann roe"', "said:lind", "said:lawyer", 'said:"Mayor Roe"']
FILTERS = [
    *("source:mill", 'source:"mill gazette"', "source:gazette", "source:other", 'source:"gazette mill"'),
    *("source:mill.example", "source:www.news.mill.example", "source:ill.example", "source:example"),
    *("by:lee", 'by:"bo ray"', 'by:"lee bo"', "by:le", "lang:en", "lang:tr"),
    *("since:2026-01-01", "before:2020-01-01"),
]


def alert(number: int, text: str, **fields: object) -> Alert:
    plain = Alert(AlertId(number), chat_id=7, thread_id=None, owner_id=7, text=text, created_at=SAVED)
    return Alert(**{name: fields.get(name, getattr(plain, name)) for name in Alert.__slots__})  # type: ignore[arg-type]


def article(text: str, language: str = "en") -> Article:
    return make_article(
        "a",
        text,
        language=language,
        publisher="Mill Gazette",
        author="Ann Lee, Bo Ray",
        url="https://news.mill.example/1",
        published_at=NOW,
        statements=(spoken(0, "Ann Roe"), spoken(0, "lawyer of Lind", "the lawyer / of lind")),
    )


def matching(text: str, *queries: str, language: str = "en") -> list[int]:
    percolator = Percolator()
    for number, query in enumerate(queries, 1):
        percolator.add(alert(number, query))
    return list(percolator.matches(article(text, language), now=NOW))


def reloaded(percolator: Percolator, store_id: int = 0) -> Percolator:
    """Save a percolator and load it again."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "alerts.npz"
        percolator.save(file)
        return Percolator.load(file, store_id=store_id)


words = st.sampled_from(WORDS)
queries = st.recursive(
    words
    | words.map(lambda word: f"{word}*")
    | st.lists(words, min_size=2, max_size=3).map(lambda row: f'"{" ".join(row)}"')
    | words.map(lambda word: f"{word[:2]}*")
    | st.sampled_from([*FILTERS, *SPEAKERS]),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' '.join(parts)})")
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})")
        | inner.map(lambda part: f"-{part}")
    ),
    max_leaves=6,
)


@given(
    st.lists(queries, min_size=1, max_size=8),
    st.lists(words, max_size=12),
    st.sampled_from(["en", "tr", "und"]),
    st.dictionaries(st.sampled_from(["ferri", "storm", "baker"]), st.integers(0, 99)),
)
def test_alert_matches_exactly_when_its_query_does(
    texts: list[str], body: list[str], language: str, frequencies: dict[str, int]
) -> None:
    subject = article(" ".join(body) or "Nothing", language)
    alerts = [alert(number, text) for number, text in enumerate(texts, 1)]
    percolator = Percolator(lambda term: frequencies.get(term, 1))
    for even in alerts[::2]:
        percolator.add(even)
    percolator.matches(article("An earlier one", language), now=NOW)
    for odd in alerts[1::2]:
        percolator.add(odd)
    expected = tuple(alert.id for alert in alerts if matches(alert.query, subject))
    assert percolator.matches(subject, now=NOW) == expected
    assert reloaded(percolator).matches(subject, now=NOW) == expected


def test_words_match_by_stem_but_not_within_other_words() -> None:
    assert matching("Two ferries left the party.", "ferry", "art", "party ferry", "bus") == [1, 3]


def test_all_words_are_required_unless_joined_by_or() -> None:
    assert matching("A ferry sailed.", "ferry storm", "ferry OR storm", "storm OR bakery") == [2]


def test_query_of_filters_alone_matches_by_them() -> None:
    assert matching("A ferry sailed.", 'source:"Mill Gazette"', "source:Elsewhere", "-ferry") == [1]


def test_people_with_the_same_query_share_it() -> None:
    percolator = Percolator()
    for number, text in enumerate(("ferry storm", "storm ferry", '"storm ferry"', '"storm ferry"'), 1):
        percolator.add(alert(number, text))
    stormy = article("A storm ferry sailed.")
    assert percolator.matches(stormy, now=NOW) == (1, 2, 3, 4)
    percolator.discard(AlertId(1))
    percolator.discard(AlertId(3))
    assert percolator.matches(stormy, now=NOW) == reloaded(percolator).matches(stormy, now=NOW) == (2, 4)
    percolator.discard(AlertId(4))
    percolator.add(alert(5, '"storm ferry"'))
    assert percolator.matches(stormy, now=NOW) == reloaded(percolator).matches(stormy, now=NOW) == (2, 5)


def test_alert_on_a_speaker_reports_only_their_words() -> None:
    assert matching("A ferry sailed.", "said:roe ferry", "said:lind", "said:lawyer", "ferry -said:roe") == [
        1,
        3,
    ]


def test_paused_and_newer_alerts_do_not_match() -> None:
    percolator = Percolator()
    percolator.add(alert(1, "ferry", paused=True))
    percolator.add(alert(2, "ferry", created_at=NOW + timedelta(hours=1)))
    percolator.add(alert(3, "ferry"))
    assert percolator.matches(article("A ferry sailed."), now=NOW) == (3,)


@pytest.mark.parametrize(
    ("published", "reported"),
    [
        ("2026-03-01", True),
        ("2026-03-01 12:00", True),
        ("2026-03-01 12:00:20", True),
        ("2026-02-28", False),
        ("2026-03-01 11:58", False),
        ("2026-03-01 12:00:19", False),
    ],
)
def test_article_may_be_dated_as_coarsely_as_its_feed_dates_it(published: str, reported: bool) -> None:
    percolator = Percolator()
    percolator.add(alert(1, "ferry", created_at=SAVED + timedelta(seconds=20.7)))
    news = analyzed("A ferry sailed. Nobody was on board.", published=published, language="en", now=NOW)
    assert percolator.matches(news, now=NOW) == ((1,) if reported else ())


def test_deleted_alert_never_matches_and_edited_one_uses_its_new_query() -> None:
    percolator = Percolator()
    percolator.add(alert(1, "ferry"))
    percolator.add(alert(2, "ferry"))
    percolator.discard(AlertId(1))
    percolator.discard(AlertId(9))
    percolator.add(alert(2, "storm"))
    assert percolator.matches(article("A ferry sailed."), now=NOW) == ()
    assert percolator.matches(article("A storm rose."), now=NOW) == (2,)


def test_changes_are_applied_once() -> None:
    percolator = Percolator()
    saved = AlertChange(4, AlertId(1), alert(1, "ferry"))
    percolator.apply([saved, AlertChange(7, AlertId(1), None)])
    percolator.apply([saved])
    assert percolator.applied == 7
    assert percolator.matches(article("A ferry sailed."), now=NOW) == ()


@pytest.mark.parametrize("language", ["en", "tr", "ar", "und"])
def test_words_are_analyzed_in_the_language_of_the_article(language: str) -> None:
    assert matching("Lusena", "lusena", language=language) == [1]


@given(
    st.lists(st.tuples(st.integers(1, 6), st.none() | queries), max_size=20),
    st.lists(words, min_size=1, max_size=8),
    st.integers(0, 20),
)
def test_latest_query_counts_after_any_changes_and_saves(
    changes: list[tuple[int, str | None]], body: list[str], saved_after: int
) -> None:
    percolator, last = Percolator(), {}
    subject = article(" ".join(body))
    for number, (alert_id, text) in enumerate(changes, 1):
        last[alert_id] = text
        saved = alert(alert_id, text) if text else None
        percolator.apply([AlertChange(number, AlertId(alert_id), saved)])
        percolator.matches(subject, now=NOW)
        if number == saved_after:
            percolator = reloaded(percolator)
            assert percolator.applied == number
    expected = sorted(i for i, text in last.items() if text and matches(alert(i, text).query, subject))
    assert list(percolator.matches(subject, now=NOW)) == expected


def test_missing_corrupt_or_foreign_file_loads_as_empty(tmp_path: Path) -> None:
    percolator = Percolator(store_id=7)
    percolator.add(alert(1, "ferry"))
    assert len(reloaded(percolator, store_id=7)) == 1
    assert len(reloaded(percolator, store_id=8)) == 0
    file = tmp_path / "alerts.npz"
    assert len(Percolator.load(file)) == 0
    file.write_bytes(b"PK not really")
    assert len(Percolator.load(file)) == 0


def test_saved_queries_with_relative_dates_match_after_loading() -> None:
    percolator = Percolator()
    percolator.add(alert(1, 'ferry since:yesterday OR "storm harbour"'))
    again = reloaded(percolator)
    later = article("A ferry sailed.")
    assert again.matches(later, now=NOW) == percolator.matches(later, now=NOW) == (1,)
