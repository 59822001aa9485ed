"""Credits of the sentences of analyzed articles."""

from datetime import UTC, datetime
from pathlib import Path

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file
from bot.summaries.credits import credit_sentences, label
from tests.factories import analyzed

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def labels(article: Article) -> list[str]:
    return [label(credit) for credit in credit_sentences(article)]


def test_outlets_own_words_have_no_credit() -> None:
    assert labels(analyzed("The water fell on Tuesday. The bridge is closed.")) == ["", ""]


def test_speaker_is_credited_via_the_agency_they_spoke_to() -> None:
    article = analyzed(
        "The envoy arrived on Monday. A senior official told Reuters that the talks had failed."
    )
    assert labels(article) == ["", "senior official, via Reuters"]


def test_name_after_an_office_is_the_speaker_despite_commas_before() -> None:
    article = analyzed(
        "The gauge stood at 6.1 metres at four, 40 centimetres above the mark set in 1978, "
        "the city's chief engineer, Tomas Verlaine, said."
    )
    assert labels(article) == ["Tomas Verlaine"]


def test_place_of_speech_is_no_speaker_in_arabic() -> None:
    article = analyzed(
        "وقالت المديرة رباب السهلي إن القاعة الجديدة جاهزة لاستقبال الزوار من كل المدن. "
        "وقالت في مؤتمر صحفي: «لن يُغلق الباب».",
        language="ar",
    )
    assert labels(article) == ["المديرة رباب السهلي", "المديرة رباب السهلي"]


def test_reporting_agency_is_credited() -> None:
    article = analyzed("The army asked for respect of the border, SANA reported.")
    assert labels(article) == ["SANA"]


def test_official_quoted_by_an_agency_is_credited_via_it() -> None:
    article = analyzed(
        'The talks touched on "the possibility of a joint patrol along the river, '
        "Reuters quoted an anonymous Turkish official as saying."
    )
    assert labels(article) == ["anonymous Turkish official, via Reuters"]


def test_outlet_within_a_speakers_name_did_not_pass_the_words_on() -> None:
    article = analyzed(
        "The Homs-based and independent Reuters news station reported on May 18 that its office on the top "
        "floor “was destroyed after a strike hit the building.”"
    )
    assert labels(article) == ["The Homs-based and independent Reuters news station"]


def test_pronoun_means_the_last_speaker() -> None:
    article = analyzed("Una Skerry said the sluices were open. They would stay open for a week, she said.")
    assert labels(article) == ["Una Skerry", "Una Skerry"]


def test_pronoun_after_an_agencys_report_has_no_credit() -> None:
    article = analyzed(
        "General Mamlouk asked for respect of the border, SANA reported. He repeated that the war would end."
    )
    assert labels(article)[1] == ""


def test_surname_gets_its_first_name() -> None:
    article = analyzed("Celeste Morrow runs the trams. The trams will stop at noon, Morrow said.")
    assert labels(article) == ["", "Celeste Morrow"]


def test_every_credit_has_evidence_in_the_text() -> None:
    article = analyzed('"It will hold," said Ruben Halloway. According to SANA, the road is open.')
    for credit in credit_sentences(article):
        assert credit.evidence is not None
        assert article.quote(credit.evidence)


def test_credits_of_a_scraped_sample_page() -> None:
    file = Path(__file__).parents[2] / "seeds" / "moscow-meeting" / "meridian-lamp.sample.txt"
    (raw,) = read_file(file)
    assert isinstance(raw, RawArticle)
    article = build_article(raw, now=NOW)
    pairs = zip(article.sentences, credit_sentences(article), strict=True)
    credited = [(article.quote(span)[:27], label(credit)) for span, credit in pairs if label(credit)]
    assert credited == [
        ("The official, who asked not", "The official, via Reuters"),
        ("They also weighed whether t", "The official"),
        ("General Mamlouk asked Turke", "General Mamlouk, via SANA"),
    ]
