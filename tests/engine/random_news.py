"""Random articles and queries in ten languages, the same ones for the same seed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.corpus.article import Article
from bot.errors import QueryError
from bot.search.query.parser import parse
from bot.search.query.query import Query
from tests.factories import make_article, spoken

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ZONES = ("Europe/Istanbul", "America/Lima", "Pacific/Kiritimati")
WORDS = {
    "en": "ferry ferries harbour storm storms the WHO who running runs baker U.S. F16 covid-19 Lind's it",
    "tr": "köprü köprüsü İstanbul'da ve açıldı ışık IŞIK liman limanı bir",
    "ar": "السفينة سفينة والميناء ميناء في عاصفة العاصفة الوزير وزير ﷺ",
    "fa": "کشتی می‌رود کتاب‌ها کتابها بندر و طوفان",
    "fr": "l'été été bateau bateaux le qu'il port ports",
    "de": "Hafen Häfen Straße Strasse der Sturm Stürme ist",
    "ru": "корабль корабля и порт порты шторм ёлка елка",
    "uk": "корабель корабля та порт буря їжак",
    "el": "πλοίο πλοία και λιμάνι λιμάνια καταιγίδα",
    "zh": "港口 船 暴风雨 渡轮 中国",
    "und": "ﬁsh ½ Ⅷ ① Å naïve",
}
FILTERS = (
    *("source:mill", 'source:"mill gazette"', 'source:"gazette mill"', "source:other", "source:mill.example"),
    *("source:www.news.mill.example", "source:ill.example", "source:example", "source:بريد"),
    *("by:lee", 'by:"bo ray"', 'by:"lee bo"', "by:le", "by:şen", "lang:en", "lang:tr", "lang:ar", "lang:zh"),
    *("said:roe", 'said:"ann roe"', "said:lind", "said:lawyer", 'said:"Mayor Roe"', 'said:"lawyer of lind"'),
    *("since:2026-11-10", "before:2026-11-15", "since:2026-11-01 before:2026-11-18", "since:2030-01-01"),
    *("2026-11-12", "today", "yesterday"),
)
OUTLETS = ("Mill Gazette", "The Mill  Gazette", "Other", "Gazette", "بريد الوادي", None)
AUTHORS = ("Ann Lee, Bo Ray", "Özgür  Şen", "Bo Lee", None)
HOSTS = ("https://news.mill.example/1", "https://www.mill.example/2", "https://hill.example/", None)
SPEAKERS = (
    spoken(0, "Ann Roe"),
    spoken(0, "lawyer of Lind", "the lawyer / of lind"),
    spoken(0, "Bo Lind"),
    spoken(0, "foreign ministry", "the foreign ministry"),
)


def random_article(random: Random, name: str) -> Article:
    """Return an article of up to 30 words, mostly of its own language."""
    language = random.choice(sorted(WORDS))
    words = [random_word(random, language) for _ in range(random.randrange(1, 30))]
    for index in range(4, len(words), 5):
        words[index] += "."
    title = " ".join(random_word(random, language) for _ in range(random.randrange(5)))
    ago = NOW - timedelta(hours=random.randrange(600))
    return make_article(
        name,
        " ".join(words),
        title=title or "?",
        language=random.choice([language, language, language, "und", "en"]),
        publisher=random.choice(OUTLETS),
        original=random.sample(["Gazette", "Reuters"], random.randrange(2)),
        author=random.choice(AUTHORS),
        url=random.choice(HOSTS),
        published_at=random.choice([ago, ago.replace(hour=0), None]),
        statements=tuple(random.sample(SPEAKERS, random.randrange(3))),
    )


def random_word(random: Random, language: str) -> str:
    """Return a word, usually of a language."""
    known = language if random.random() < 0.8 else random.choice(sorted(WORDS))
    return random.choice(WORDS[known].split())


def random_query(random: Random, depth: int = 3) -> str:
    """Return a query in the query language."""
    kind = random.random()
    if depth and kind < 0.45:
        parts = [random_query(random, depth - 1) for _ in range(random.randrange(2, 4))]
        return f"({random.choice([' ', ' OR ']).join(parts)})"
    if depth and kind < 0.55:
        return f"-{random_query(random, depth - 1)}"
    if kind < 0.7:
        return random.choice(FILTERS)
    words = random_words(random)
    if kind < 0.8:
        return f'"{" ".join(words)}"'
    return f"{words[0][: random.randrange(1, 5)]}*" if kind < 0.87 else words[0]


def random_queries(random: Random) -> Iterator[Query]:
    """Yield queries that can be parsed."""
    while True:
        try:
            yield parse(random_query(random), now=NOW, zone=ZoneInfo(random.choice(ZONES)))
        except QueryError:
            continue


def random_words(random: Random) -> Sequence[str]:
    """Return one to three words, mostly of one language."""
    language = random.choice(sorted(WORDS))
    return [random_word(random, language) for _ in range(random.randrange(1, 4))]
