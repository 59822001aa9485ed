"""Outlets missing from the gazetteer, recognised by their names."""

import pytest

from bot.corpus.analysis.outlet_names import find_all_outlets, outlet_kind_by_name
from tests.factories import analyzed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The cost is small, she told Kestrel Wire, and will be met.", "Kestrel Wire"),
        ("The Alder Valley Bugle reported a second case.", "Alder Valley Bugle"),
        ("On Tuesday Sable Coast Radio said the bridge was shut.", "Sable Coast Radio"),
        ("Turna Haber Ajansı'na konuşan üretici zararını anlattı.", "Turna Haber Ajansı"),
        ("Haberi ilk Yeni Ufuk gazetesi yazdı.", "Yeni Ufuk"),
        ("وقال المهندس لوكالة نسيم للأنباء إن الماء انحسر.", "وكالة نسيم للأنباء"),
        ("وذكرت صحيفة «الضفاف» أن الجسر أغلق.", "الضفاف"),
    ],
)
def test_last_word_or_noun_next_to_it_makes_a_name_an_outlet(text: str, name: str) -> None:
    (mention,) = find_all_outlets(text)
    assert (mention.name, text[mention.start : mention.end]) == (name, name)


@pytest.mark.parametrize(
    "text",
    [
        "The Border Post was closed all night.",
        "Hard Courier work it was.",
        "They sent a post to the herald at noon.",
        "A Wire was cut.",
    ],
)
def test_ordinary_words_are_no_outlet(text: str) -> None:
    assert find_all_outlets(text) == []


def test_listed_name_stays_whole() -> None:
    (mention,) = find_all_outlets("The New York Times reported it.")
    assert mention.name == "New York Times"


def test_unlisted_agency_may_be_in_a_dateline() -> None:
    assert outlet_kind_by_name("Kestrel Wire") == "agency"
    article = analyzed(
        "TARNHOLM (Kestrel Wire) — The probe touched down at noon. It stood level.", title="Trams stop"
    )
    assert [hop.name for hop in article.provenance.original] == ["Kestrel Wire"]


def test_agency_that_acts_or_whose_editor_speaks_is_no_source() -> None:
    opening = "Anadolu Agency called on other media to help. "
    text = opening + "Anadolu Agency editor-in-chief Ali Tan said in a speech that it was late."
    assert analyzed(text, title="Trams stop").provenance.cited == ()


def test_agencys_name_before_its_initials_is_no_dateline() -> None:
    article = analyzed(
        "Toplantıya Anadolu Ajansı (AA) Yayın Yönetmeni Ali Tan katıldı. İki saat sürdü.", title="Trams stop"
    )
    assert article.dateline is None
    assert article.provenance.original == ()
