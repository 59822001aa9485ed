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


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("turkey recipe", "en"),
        ("Michael Jordan", "en"),
        ("Jordan Henderson", "en"),
        ("jordan shoes", "en"),
        ("Paris Hilton", "en"),
        ("Georgia election", "en"),
        ("Chad Smith", "en"),
        ("mısır tarlası", "tr"),
        ("الأزمة مالي", "ar"),
        ("بحران مالی", "fa"),
        ("чад от костра", "ru"),
        ("la grenade", "fr"),
    ],
)
def test_people_things_and_shared_names_are_no_places(question: str, code: str) -> None:
    assert not other_spellings(question.split(), code)


@pytest.mark.parametrize(
    ("question", "code", "word"),
    [
        ("Jordan protests", "en", "Jordan"),
        ("Turkey earthquake", "en", "Turkey"),
        ("Mısır seçimi", "tr", "Mısır"),
    ],
)
def test_homonym_alone_with_a_capital_is_a_place(question: str, code: str, word: str) -> None:
    assert word in other_spellings(question.split(), code)


def test_homonyms_are_no_spelling_of_another_languages_name() -> None:
    spelled = set(other_spellings(["Ürdün", "Gürcistan", "Çad"], "tr")["Ürdün"])
    assert "الأردن" in spelled
    assert "Jordan" not in spelled
    assert "Georgia" not in other_spellings(["Gürcistan"], "tr")["Gürcistan"]


@pytest.mark.parametrize(
    ("word", "never"), [("Нигерии", "Niger"), ("Нигера", "Nigeria"), ("Nigeria", "Niger")]
)
def test_country_is_not_taken_for_one_with_a_similar_name(word: str, never: str) -> None:
    spelled = other_spellings([word], None)[word]
    assert never not in spelled


SYRIA = {
    "en": "Syria", "ar": "سوريا", "tr": "Suriye", "de": "Syrien",
    "fr": "Syrie", "es": "Siria", "ru": "Сирия", "fa": "سوریه",
}  # fmt: skip


@pytest.mark.parametrize("code", SYRIA)
def test_each_language_finds_the_name_in_each_other(code: str) -> None:
    spelled = other_spellings([SYRIA[code]], code)[SYRIA[code]]
    assert set(SYRIA.values()) - {SYRIA[code]} <= set(spelled)


@pytest.mark.parametrize(
    ("word", "code", "spelled"),
    [
        ("Ankara", "tr", {"أنقرة", "Анкара"}),
        ("Nairobi", "de", {"نيروبي", "Найроби"}),
        ("Washington", "fr", {"واشنطن", "Вашингтон"}),
    ],
)
def test_capitals_without_a_time_zone_and_names_spelled_alike_are_known(
    word: str, code: str, spelled: set[str]
) -> None:
    assert spelled <= set(other_spellings([word], code)[word])
