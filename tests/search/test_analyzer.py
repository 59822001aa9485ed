"""Which written forms share a term, and which must not."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.analyzer import MAX_WORD_LENGTH, NAME, SPECIAL, Analyzer, analyze, analyzer_for
from bot.search.index.term_dictionary import TermDictionary

LANGUAGES = ("en", "ar", "tr", "ru", "fr", "de", "es", "fa", "und")


@pytest.mark.parametrize(
    ("language", "text", "variant"),
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
def test_forms_of_a_word_share_a_term(language: str, text: str, variant: str) -> None:
    assert analyze(text, language) == analyze(variant, language) != []


@pytest.mark.parametrize(
    ("language", "text", "variant"),
    [
        ("ar", "سد", "سيد"),
        ("ar", "وطن", "طن"),
        ("en", "cat", "concat"),
        ("en", "dam", "dame"),
        ("ru", "мир", "мера"),
    ],
)
def test_different_words_keep_different_terms(language: str, text: str, variant: str) -> None:
    assert analyze(text, language) != analyze(variant, language)


def test_words_in_another_script_use_its_usual_analyzer() -> None:
    mixed = analyze("قالت Reuters إن flooding في Москве", "ar")
    assert analyze("reuters", "en")[0] in mixed
    assert analyze("floods", "en")[0] in mixed
    assert analyze("Москва", "ru")[0] in mixed


def test_text_of_unknown_language_is_analyzed_by_script() -> None:
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
def test_stop_words_have_no_terms(language: str, common: str) -> None:
    assert analyze(common, language) == []


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_terms_are_lower_case_and_of_bounded_length(text: str, language: str) -> None:
    terms = analyze(text, language)
    assert all(term and term == term.lower() and not term.isspace() for term in terms)
    assert all(len(term) <= 20 * MAX_WORD_LENGTH for term in terms)
    assert terms == analyze(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The WHO says it will open the F16 gate, as May said to The Mill Post."),
        ("en", "Who Will Open It May Depend On Them"),
        ("tr", "Ve VE kapak açıldı, dedi Bu kanalın bekçisi."),
        ("zh", "運河の門 WHO It 開放 covid19"),
    ],
)
def test_index_encodes_the_terms_that_questions_look_for(language: str, text: str) -> None:
    dictionary = TermDictionary()
    for _ in range(2):  # words are cached the second time
        assert [dictionary.terms[number] for number in dictionary.encode(text, language)] == analyze(
            text, language
        )


@given(
    words=st.lists(st.text(ascii_lowercase, min_size=1, max_size=70) | st.sampled_from(("the", "und", "de")))
)
@pytest.mark.parametrize("language", ["en", "tr", "de", "fr", "it", "hu", "ar", "fa", "ru", "und"])
def test_plain_words_have_the_same_terms_together_as_alone(language: str, words: list[str]) -> None:
    analyzer = Analyzer(language)
    assert analyzer.terms_of_plain(words) == [analyzer.lookup(word) for word in words]


@given(st.text("abITxSing", min_size=1, max_size=6) | st.sampled_from(["WHO", "May", "the", "A" * 70]))
@pytest.mark.parametrize("language", LANGUAGES)
def test_quick_way_for_ascii_letters_finds_the_same_term(language: str, word: str) -> None:
    analyzer = analyzer_for(language)
    term = analyzer.analyze_word(word)
    assert analyzer.lookup(word) == (SPECIAL if term and term.startswith(NAME) else term)
