"""Credits of sentences in whole articles, built the way the product builds them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file
from bot.summaries.credits import credit_sentences, label
from tests.factories import analyzed

NOW = datetime(2026, 11, 20, tzinfo=UTC)
SEED = Path(__file__).parents[3] / "shared" / "seed"


def labels(article: Article) -> list[str]:
    return [label(credit) for credit in credit_sentences(article)]


def test_the_outlets_own_words_have_no_credit() -> None:
    assert labels(analyzed("The water fell on Tuesday. The bridge is closed.")) == ["", ""]


def test_a_speaker_is_named_with_the_agency_they_told() -> None:
    article = analyzed(
        "The envoy arrived on Monday. A senior official told Reuters that the talks had failed."
    )
    assert labels(article) == ["", "senior official, via Reuters"]


def test_a_name_after_its_office_is_who_spoke_whatever_commas_stand_before() -> None:
    article = analyzed(
        "The gauge stood at 6.1 metres at four, 40 centimetres above the mark set in 1978, "
        "the city's chief engineer, Tomas Verlaine, said."
    )
    assert labels(article) == ["Tomas Verlaine"]


def test_where_it_was_said_is_no_speaker_in_arabic() -> None:
    article = analyzed(
        "وقالت المديرة رباب السهلي إن القاعة الجديدة جاهزة لاستقبال الزوار من كل المدن. "
        "وقالت في مؤتمر صحفي: «لن يُغلق الباب».",
        language="ar",
    )
    assert labels(article) == ["المديرة رباب السهلي", "المديرة رباب السهلي"]


def test_an_agency_that_reports_is_credited_itself() -> None:
    article = analyzed("The army asked for respect of the border, SANA reported.")
    assert labels(article) == ["SANA"]


def test_an_official_quoted_by_an_agency_is_credited_through_it() -> None:
    article = analyzed(
        'The talks touched on "the possibility of a joint patrol along the river, '
        "Reuters quoted an anonymous Turkish official as saying."
    )
    assert labels(article) == ["anonymous Turkish official, via Reuters"]


def test_a_pronoun_stands_for_who_spoke_just_before() -> None:
    article = analyzed("Una Skerry said the sluices were open. They would stay open for a week, she said.")
    assert labels(article) == ["Una Skerry", "Una Skerry"]


def test_a_pronoun_after_somebody_elses_report_is_left_alone() -> None:
    article = analyzed(
        "General Mamlouk asked for respect of the border, SANA reported. He repeated that the war would end."
    )
    assert labels(article)[1] == ""


def test_a_surname_is_given_its_first_name() -> None:
    article = analyzed("Celeste Morrow runs the trams. The trams will stop at noon, Morrow said.")
    assert labels(article) == ["", "Celeste Morrow"]


def test_every_credit_has_its_evidence_in_the_text() -> None:
    article = analyzed('"It will hold," said Ruben Halloway. According to SANA, the road is open.')
    for credit in credit_sentences(article):
        assert credit.evidence is not None
        assert article.quote(credit.evidence)


@pytest.mark.skipif(not SEED.exists(), reason="the scraped page is kept beside the project, not in it")
def test_the_scraped_page_credits_the_anonymous_official_via_reuters() -> None:
    (path,) = [each for each in SEED.iterdir() if each.suffix in (".txt", ".md")]
    (raw,) = read_file(path, root=SEED)
    assert isinstance(raw, RawArticle)
    article = build_article(raw, now=NOW)
    said = {
        article.quote(s): label(c) for s, c in zip(article.sentences, credit_sentences(article), strict=True)
    }
    (credit,) = [who for sentence, who in said.items() if "working together against the YPG" in sentence]
    assert credit == "anonymous Turkish official, via Reuters"
