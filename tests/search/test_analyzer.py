"""The one analysis chain: which written forms are the same term, and which must not be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.analyzer import LONGEST_WORD, analyze

LANGUAGES = ("en", "ar", "tr", "ru", "fr", "de", "es", "fa", "und")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "U.S. troops", "US troops"),
        ("en", "the minister's flood", "ministers flooded"),
        ("en", "the minister’s car", "the minister's car"),
        ("en", "ﬁre in café", "FIRE in cafe"),
        ("tr", "İstanbul'da deprem", "istanbul depremi"),
        ("tr", "ISPARTA", "ısparta"),
        ("tr", "Türkiye'nin", "türkiye"),
        ("ar", "الأخبار", "أخبار"),
        ("ar", "والحكومة", "حكومه"),
        ("ar", "إسطنبول", "اسطنبول"),
        ("ar", "مُحَمَّد", "محمد"),
        ("ar", "مـحـمـد", "محمد"),
        ("ru", "наводнения", "наводнением"),
        ("fr", "l'élection d’hier", "élections hier"),
        ("de", "Straße der Häuser", "STRASSE Haus"),
        ("es", "inundación", "inundaciones"),
        ("fa", "كتاب", "کتاب"),
    ],
)
def test_forms_of_one_word_are_one_term(language: str, one: str, other: str) -> None:
    assert analyze(one, language) == analyze(other, language) != []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "سد", "سيد"),
        ("ar", "وطن", "طن"),
        ("en", "cat", "concat"),
        ("en", "dam", "dame"),
        ("ru", "мир", "мера"),
    ],
)
def test_different_words_stay_different(language: str, one: str, other: str) -> None:
    assert analyze(one, language) != analyze(other, language)


def test_words_in_another_script_are_read_as_its_usual_language_s() -> None:
    mixed = analyze("قالت Reuters إن flooding في Москве", "ar")
    assert analyze("reuters", "en")[0] in mixed
    assert analyze("floods", "en")[0] in mixed
    assert analyze("Москва", "ru")[0] in mixed


def test_a_text_of_no_language_is_read_by_its_scripts() -> None:
    assert analyze("floods الأخبار наводнения", "und") == [
        *analyze("flood", "en"),
        *analyze("اخبار", "ar"),
        *analyze("наводнение", "ru"),
    ]
    assert analyze("floods", "xx") == analyze("floods", "und")


@pytest.mark.parametrize(
    ("language", "common"),
    [("en", "the of and"), ("tr", "ve bir ile"), ("ar", "في من على"), ("ru", "и в на")],
)
def test_common_words_are_no_terms(language: str, common: str) -> None:
    assert analyze(common, language) == []


@settings(deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_has_terms_in_lower_case_of_bounded_length(text: str, language: str) -> None:
    terms = analyze(text, language)
    assert all(term and term == term.lower() and not term.isspace() for term in terms)
    assert all(len(term) <= 20 * LONGEST_WORD for term in terms)
    assert terms == analyze(text, language)
