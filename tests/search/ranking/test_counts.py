"""Counts of matching articles by day and publisher."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article, ArticleId
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Mentions, SearchRequest
from bot.search.query.matcher import matches
from bot.search.query.parser import parse
from tests.factories import make_article, spoken

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ISTANBUL = ZoneInfo("Europe/Istanbul")


def article(
    number: int, title: str, at: datetime | None, publisher: str = "", *, sample: bool = False
) -> Article:
    speaker = "Ann Roe" if number % 3 else "Bo Lind"
    fields = {"statements": (spoken(0, speaker),)}
    return make_article(
        str(number), "", title=title, published_at=at, publisher=publisher, sample=sample, **fields
    )


async def mentions(
    text: str, *articles: Article, zone=UTC, removed: tuple[int, ...] = (), **options
) -> Mentions:
    index = LocalIndex()
    changes = [IndexChange(number, added.id, added) for number, added in enumerate(articles, 1)]
    for name in removed:
        changes.append(IndexChange(len(changes) + 1, ArticleId(str(name)), None))
    await index.apply(changes)
    counted = await index.mentions(SearchRequest(parse(text, now=NOW), NOW, **options), zone)
    await index.close()
    return counted


async def test_only_articles_with_every_word_count_and_empty_days_are_kept() -> None:
    counted = await mentions(
        "river flood",
        article(1, "River flood", NOW, "Packet"),
        article(2, "Flood on the river", NOW - timedelta(days=2), "Ledger"),
        article(3, "The river again", NOW - timedelta(days=1), "Ledger"),
    )
    assert counted.days == (date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23))
    assert dict(counted.publishers) == {"Packet": (0, 0, 1), "Ledger": (1, 0, 0)}


async def test_days_begin_in_the_given_time_zone() -> None:
    late = article(1, "flood", datetime(2026, 11, 20, 22, 30, tzinfo=UTC), "Packet")
    assert (await mentions("flood", late)).days == (date(2026, 11, 20),)
    assert (await mentions("flood", late, zone=ISTANBUL)).days == (date(2026, 11, 21),)


async def test_removed_articles_samples_and_impossible_dates_are_not_counted() -> None:
    counted = await mentions(
        "flood",
        article(1, "flood", NOW, "Packet"),
        article(2, "flood", NOW, "Ledger"),
        article(3, "flood", NOW, "Sample", sample=True),
        article(4, "flood", None),
        article(5, "flood", datetime(1923, 1, 1, tzinfo=UTC)),
        article(6, "flood", NOW + timedelta(days=400)),
        removed=(2,),
        samples=False,
    )
    assert counted == Mentions((NOW.date(),), (("Packet", (1,)),), undated=3)


async def test_query_without_matches_has_no_days() -> None:
    assert await mentions("flood", article(1, "storm", NOW)) == Mentions()
    assert await mentions("flood") == Mentions()


_ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["river flood", "river storm", "flood storm", "storm"]),
        st.integers(0, 90 * 24),
        st.sampled_from(["", "Packet", "Ledger", "Lamp"]),
    ),
    max_size=25,
)


@given(
    _ARTICLES,
    st.sampled_from(
        [
            *("flood", "river flood", "flood OR storm", "storm -river", '"flood storm"'),
            *("said:roe", "flood said:lind", "flood -said:roe", "said:lind OR storm"),
        ]
    ),
)
async def test_counts_agree_with_the_matcher(rows, text: str) -> None:
    articles = [
        article(number, title, NOW - timedelta(hours=hours), publisher)
        for number, (title, hours, publisher) in enumerate(rows)
    ]
    query = parse(text, now=NOW)
    expected: dict[tuple[str, date], int] = {}
    for candidate in articles:
        if matches(query, candidate) and candidate.published_at:
            key = candidate.publisher or "", candidate.published_at.astimezone(ISTANBUL).date()
            expected[key] = expected.get(key, 0) + 1
    counted = await mentions(text, *articles, zone=ISTANBUL)
    counts = {
        (name, day): count
        for name, by_day in counted.publishers
        for day, count in zip(counted.days, by_day, strict=True)
        if count
    }
    assert counts == expected
