"""Citations: the whole address always, and as much of the sentence and its source as a button may copy."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.summaries.credits import Credit
from bot.summaries.sentence import quote_sentence
from handlers.questions.citation import MOST, citation, shortened
from handlers.telegram.html import units
from tests.factories import make_article

FERRY = "The ferry to Tarnholm stays in harbour until the storm is over."
ADDRESS = "https://ledger.example/ferry"
AT = datetime(2026, 11, 3, 12, tzinfo=UTC)


def cited(text: str = FERRY, *, credit: Credit = Credit(), url: str | None = ADDRESS) -> str:  # noqa: B008
    article = make_article("a", text, url=url, published_at=AT, publisher="The Oss Ledger")
    return citation(article, quote_sentence(article, 0, credit)) or ""


def test_citation_names_speaker_outlet_date_and_address() -> None:
    assert cited() == f"“{FERRY}” — The Oss Ledger, 2026-11-03. {ADDRESS}"
    credit = Credit(speaker="Ina Lund", via="Radio Oss")
    assert cited(credit=credit) == f"“{FERRY}” — Ina Lund, Radio Oss, The Oss Ledger, 2026-11-03. {ADDRESS}"
    assert cited(credit=Credit(via="The Oss Ledger")) == cited()


def test_long_sentence_is_cut_between_words() -> None:
    text = f"{' '.join(['harbour'] * 60)}."
    copied = cited(text)
    assert units(copied) <= MOST
    assert copied.endswith(f" — The Oss Ledger, 2026-11-03. {ADDRESS}")
    quoted = copied.partition("”")[0].removeprefix("“").removesuffix("…")
    assert set(quoted.split()) == {"harbour"}
    assert units(copied) > MOST - 10


def test_long_address_costs_the_sentence_and_the_names_but_is_never_cut() -> None:
    for length in range(len(ADDRESS), MOST + 1):
        address = f"{ADDRESS}/{'x' * length}"[:length]
        copied = cited(credit=Credit(speaker="Ina Lund"), url=address)
        assert copied.endswith(address)
        assert units(copied) <= MOST
    assert cited(url=f"{ADDRESS}/{'x' * MOST}") == ""


def test_without_an_address_the_outlet_is_the_source() -> None:
    assert cited(url=None) == f"“{FERRY}” — The Oss Ledger, 2026-11-03"
    assert cited(url="javascript:alert(1)") == cited(url=None)


def test_nothing_is_copied_of_an_article_without_any_source() -> None:
    article = make_article("a", FERRY, url=None)
    assert citation(article, quote_sentence(article, 0, Credit())) is None


def test_address_in_another_alphabet_is_copied_as_written() -> None:
    assert cited(url="https://nafidha.example/الفيضان").endswith("https://nafidha.example/الفيضان")


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1), st.integers(2, 90)
)
def test_shortened_sentence_fits_and_is_a_beginning(words: str, most: int) -> None:
    cut = shortened(words, most)
    assert units(cut) <= most
    assert cut == words or (cut.endswith("…") and words.startswith(cut.removesuffix("…")))


@pytest.mark.parametrize(("most", "expected"), [(11, "the…"), (12, "the harbour…"), (13, "the harbour…")])
def test_word_that_just_fits_is_kept(most: int, expected: str) -> None:
    assert shortened("the harbour is closed", most) == expected


def test_arabic_citation_has_arabic_commas() -> None:
    article = make_article(
        "a", "أُغلق الميناء.", url=ADDRESS, published_at=AT, publisher="المرسى", language="ar"
    )
    assert citation(article, quote_sentence(article, 0, Credit())) == (
        f"“أُغلق الميناء.” — المرسى، 2026-11-03. {ADDRESS}"
    )
