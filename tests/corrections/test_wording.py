"""Trivial edits say the same; numbers, names and negations always matter."""

import pytest

from bot.corrections.wording import differs_in_facts, is_stamp, says_the_same


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("The  bridge\u00a0is closed.", "The bridge is closed.", "en"),
        ("THE BRIDGE is closed", "The bridge is closed.", "en"),
        ("“Stay home” – the mayor said", '"Stay home" - the mayor said', "en"),
        ("It’s an e-mail from the ferry’s crew.", "It's an email from the ferry's crew.", "en"),
        ("The harbour, closed since dawn, opened.", "The harbour – closed since dawn – opened.", "en"),
        ("The goverment fell.", "The government fell.", "en"),
        ("It has ocurred twice.", "It has occurred twice.", "en"),
        ("The the bridge is closed.", "The bridge is closed.", "en"),
        ("U.S. officials left.", "US officials left.", "en"),
        ("Pages 5–6", "Pages 5-6", "en"),
        ("أُغلق الجسر في ١٢ موقعًا", "اغلق الجسر في 12 موقعا", "ar"),
        ("Die Straße ist zu.", "Die Strasse ist zu.", "de"),
        ("IĞDIR kapandı", "Iğdır kapandı", "tr"),
    ],
)
def test_trivial_edits_say_the_same(before: str, after: str, language: str) -> None:
    assert says_the_same(before, after, language)
    assert says_the_same(after, before, language)


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("4 people died.", "3 people died.", "en"),
        ("It moved 2,300 tonnes.", "It moved 2.300 tonnes.", "en"),
        ("It was -5 degrees.", "It was 5 degrees.", "en"),
        ("Prices rose 5%.", "Prices rose 5.", "en"),
        ("Anna Kolb resigned.", "Anna Kalb resigned.", "en"),
        ("Governor Mellandorf resigned.", "Governor Mellendorf resigned.", "en"),
        ("He will not resign.", "He will resign.", "en"),
        ("He was able to go.", "He was unable to go.", "en"),
        ("Bakan görevden alınmadı.", "Bakan görevden alındı.", "tr"),
        ("لم يستقل الوزير", "استقل الوزير", "ar"),
        ("قُتل الحارس", "قاتل الحارس", "ar"),
        ("The crew was united.", "The crew was untied.", "en"),
        ("He resigned.", "He resigned?", "en"),
        ('He "resigned".', "He resigned.", "en"),
        ("Three people died.", "Four people died.", "en"),
    ],
)
def test_edits_of_substance_never_say_the_same(before: str, after: str, language: str) -> None:
    assert not says_the_same(before, after, language)
    assert not says_the_same(after, before, language)


@pytest.mark.parametrize(
    ("before", "after", "differs"),
    [
        ("Three people died.", "Four people died.", True),
        ("He will not resign.", "He will resign.", True),
        ("The ferry left Portmere.", "The ferry left Tarn.", True),
        ("It was -5 degrees.", "It was 5 degrees.", True),
        ("The ferry left late.", "The ferry left very late.", False),
    ],
)
def test_facts_are_numbers_names_and_negations(before: str, after: str, differs: bool) -> None:
    assert differs_in_facts(before, after, "en") is differs


@pytest.mark.parametrize(
    "stamp",
    [
        "Updated 14:05",
        "Last updated: 3 May 2026, 14:05 GMT",
        "Güncelleme: 14.05",
        "آخر تحديث: 14:05",
        "Aktualisiert am 3. Mai 2026 um 14:05 Uhr",
        "14:05",
    ],
)
def test_time_stamp_is_recognised(stamp: str) -> None:
    assert is_stamp(stamp)


@pytest.mark.parametrize("sentence", ["Update 2: five dead", "He left at 14:05.", "The ferry sank."])
def test_sentence_is_no_time_stamp(sentence: str) -> None:
    assert not is_stamp(sentence)
