"""Other languages' spellings of the places that a question names."""

import pytest

from bot.questions.place_names import other_spellings


@pytest.mark.parametrize(
    ("question", "code", "word", "spelled"),
    [
        ("flood in syria", "en", "syria", {"سوريا", "Suriye", "Сирия"}),
        ("Suriye'de sel", "tr", "Suriye'de", {"سوريا", "Syria", "Сирия"}),
        ("наводнение в Сирии", "ru", "Сирии", {"سوريا", "Syria", "Suriye"}),
        ("فيضان في سوريا", "ar", "سوريا", {"Syria", "Suriye", "Сирия"}),
        ("moscow flood", None, "moscow", {"Москва", "موسكو", "Moskova"}),
        ("new zealand", "en", "zealand", {"Neuseeland"}),
        ("flood in Iran's north", None, "Iran's", {"Иран", "إيران"}),
        ("наводнение под Москвой", None, "Москвой", {"Moscow", "Moskova"}),
        ("فيضان بالعراق", None, "بالعراق", {"Iraq", "Irak", "Ирак"}),
        ("الحكومة السورية", None, "السورية", {"Syria", "Suriye", "Сирия"}),
    ],
)
def test_countries_and_cities_get_their_names_in_other_languages(
    question: str, code: str | None, word: str, spelled: set[str]
) -> None:
    assert spelled <= set(other_spellings(question.split(), code)[word])


@pytest.mark.parametrize("question", ["harbour flood", "united mills", "the new republic", ""])
def test_words_that_name_no_place_get_nothing(question: str) -> None:
    assert not other_spellings(question.split(), "en")


@pytest.mark.parametrize(
    "word",
    [
        "cup",
        "cat",
        "mac",
        "francis",
        "martin",
        "george",
        "male",
        "dame",
        "resolution",
        "мало",
        "الرياضة",
        "البيت",
    ],
)
def test_words_with_the_stem_of_a_place_get_nothing(word: str) -> None:
    assert not other_spellings([word], None)
