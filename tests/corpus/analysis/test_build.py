"""The whole analysis of a page: what it extracts, removes and states."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.analysis.build import article_id, build_article, fingerprint
from bot.corpus.article import Article, Certainty
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file
from tests.factories import analyzed

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
PAGE = """Harbour talks resume after storm - Tea, Tides & Headlines!

Harbour talks resume after storm

QUAYSIDE POST

The port and the union of dockers returned to the table on Tuesday, state news agency SANA has said.

The union wants a second crane before the winter, a spokesman told the harbour hall, according to Reuters.

No date was given for the next round of talks.

Source: The New Arab.

Share
Facebook

related articles

Ten lighthouses to see this summer
"""


def scraped(text: str = PAGE, **fields: object) -> Article:
    return analyzed(text, source="page.txt", now=NOW, **fields)


def names(hops: tuple[object, ...]) -> list[str]:
    return [hop.name for hop in hops]  # type: ignore[attr-defined]


def test_scraped_page_yields_title_publisher_original_source_and_citations() -> None:
    article = scraped()
    assert article.title == "Harbour talks resume after storm"
    assert article.publisher == "Quayside Post"
    assert names(article.provenance.original) == ["The New Arab"]
    assert names(article.provenance.cited) == ["SANA", "Reuters"]
    assert article.language == "en"


def test_body_has_no_boilerplate_and_every_removed_line_is_listed() -> None:
    article = scraped()
    assert article.text.startswith("The port and")
    assert article.text.endswith("next round of talks.")
    removed = {line.text: line.reason for line in article.removed}
    assert removed["Tea, Tides & Headlines!"] == "motto"
    assert removed["QUAYSIDE POST"] == "masthead"
    assert removed["Source: The New Arab."] == "credit line"
    assert removed["Ten lighthouses to see this summer"] == "related links"


def test_span_of_a_citation_is_the_outlets_name() -> None:
    article = scraped()
    for hop in article.provenance.cited:
        assert hop.span is not None
        assert article.quote(hop.span) == hop.name
        assert hop.quote in article.text


def test_scraped_sample_page_is_clean() -> None:
    file = Path(__file__).parents[3] / "seeds" / "moscow-meeting" / "meridian-lamp.sample.txt"
    (raw,) = read_file(file)
    assert isinstance(raw, RawArticle)
    article = build_article(raw, now=NOW)
    assert article.title == "Spy chiefs of Ankara and Damascus sit down in Moscow"
    assert (article.publisher, article.author) == ("The Meridian Lamp", "Corin Astley")
    assert article.published_at == datetime(2020, 1, 13, 18, 40, tzinfo=UTC)
    assert set(names(article.provenance.cited)) == {"Reuters", "SANA"}
    assert article.text.startswith("For the first time in years")
    assert article.text.endswith("complicity in torture and war crimes.")


def test_masthead_in_capitals_gets_the_titles_spelling() -> None:
    turkish = (
        "Vapur seferleri başladı - Çınaraltı Postası\n\nVapur seferleri başladı\n\nÇINARALTI POSTASI\n\n"
    )
    text = turkish + "Sabah altıda kalkan ilk vapur iskeleye vaktinde yanaştı. Yolcular sevindi."
    article = build_article(RawArticle(source="a.txt", text=text), now=NOW)
    assert article.publisher == "Çınaraltı Postası"


def test_fields_win_over_the_page() -> None:
    article = scraped(
        publisher="The Lantern", author="Ada Quill", published="2026-05-01T08:30:00+02:00", id="x-1"
    )
    assert article.id == "x-1"
    assert article.publisher == "The Lantern"
    assert article.author == "Ada Quill"
    assert article.published_at == datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.reuters.com/world/1", "Reuters"),
        ("https://www.lindmar-ledger.example/1", "lindmar-ledger.example"),
        ("https://[broken/1", None),
        (None, None),
    ],
)
def test_site_is_the_publisher_when_nothing_else_names_one(url: str | None, publisher: str | None) -> None:
    assert scraped("The ferries run again after the storm.", url=url).publisher == publisher


def test_date_in_the_future_is_ignored() -> None:
    article = scraped(published="2031-01-01")
    assert article.published_at == NOW
    assert article.published is Certainty.INFERRED


def test_undated_article_gets_the_date_its_feed_showed_it() -> None:
    assert scraped().published_at is None
    seen = datetime(2026, 5, 3, tzinfo=UTC)
    assert scraped(seen_at=seen).published_at == seen


def test_fingerprint_changes_with_the_text_only() -> None:
    assert fingerprint(scraped()) == fingerprint(scraped())
    assert fingerprint(scraped()) != fingerprint(scraped(PAGE.replace("Tuesday", "Wednesday")))


def test_id_depends_on_the_source_not_on_the_text() -> None:
    raw = RawArticle(text="First words.", source="a/b.txt")
    changed = RawArticle(text="Changed words.", source="a/b.txt")
    elsewhere = RawArticle(text="First words.", source="a/c.txt")
    assert article_id(raw) == article_id(changed) != article_id(elsewhere)


def test_unlisted_outlets_are_recognised_in_permalink_and_byline() -> None:
    article = scraped(
        "Bridge opens\n\nBy Tom Ellery, Daily Courier staff writer\n\n"
        "The bridge opened to buses on Friday, two days late.\n\n"
        "The post Bridge opens appeared first on The Valley Observer."
    )
    assert article.author == "Tom Ellery"
    assert article.publisher == "The Valley Observer"
    assert article.text == "The bridge opened to buses on Friday, two days late."


CITING = {
    "Time to rethink the sun. The Sun rose late and the Independent candidate waved.": [],
    "Shares in the New York Times Company fell 4 percent after it reported lower profit.": [],
    "The Financial Times first reported the plan. She used to work for the Guardian.": ["Financial Times"],
    "Bakan, CNN Türk canlı yayınında soruları yanıtladı. Vatan sevgisi konuşuldu.": ["CNN Türk"],
    "DHA'nın aktardığına göre yaralı yok. Hürriyet'in hisseleri düştü.": ["DHA"],
    "نفى الوزير في تصريح لصحيفة الشرق الأوسط. افتتحت قناة الجزيرة مكتباً.": ["Asharq Al-Awsat"],
}


@pytest.mark.parametrize(("page", "cited"), CITING.items())
def test_reporting_outlet_is_cited_and_a_mere_subject_is_not(page: str, cited: list[str]) -> None:
    assert names(scraped(f"Headline of the day\n\n{page}").provenance.cited) == cited
