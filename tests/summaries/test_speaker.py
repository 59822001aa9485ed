"""What to call a speaker."""

import pytest

from bot.summaries.speaker import LONGEST, speaker_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a spokeswoman Jill Hart", "spokeswoman Jill Hart"),
        ("figures from the Bank of Lindmar", "figures from the Bank of Lindmar"),
        ("the port", "the port"),
        ("An Andra Valley official", "Andra Valley official"),
        ("Ada Lind, who heads the mill", "Ada Lind"),
        ("In a letter to its owners the mill", "the mill"),
        ("Despite the demand Tarnwood", "Tarnwood"),
        ("In a statement Tarnwood", "Tarnwood"),
        ("the meeting Mr Lind", "Mr Lind"),
        ("In Mr Lind's book Mr Hart", "Mr Hart"),
        ("Opening the new quay Mayor Ada Lind", "Mayor Ada Lind"),
        ("on Thursday Mr Hart", "Mr Hart"),
        ("Later the mayor", "the mayor"),
        ("Although Tarnwood", "Tarnwood"),
        ("King Olaf", "King Olaf"),
        ("Sterling Mills", "Sterling Mills"),
        ("We don't", None),
        ("I didn't", None),
        ("They also oppose a draft they", None),
        ("It's not surprising Ada Lind", None),
        ("whether the quay would hold", None),
        ("By its own", None),
        ("Last week Ada Lind", "Ada Lind"),
        ("Director Ada Lind on Friday", "Director Ada Lind"),
        ("The mayor meanwhile", "The mayor"),
        ("is a view shared by Lind", None),
        ("000 more people", None),
        ("IT workers", "IT workers"),
        ("Queen Edda I", "Queen Edda I"),
    ],
)
def test_speaker_gets_a_name_or_none(source: str, name: str | None) -> None:
    assert speaker_name(source, "", "en") == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Harbour master Ada Lind spoke first.", "Ada Lind"),
        ("Harbour Minister Ada Lind spoke first.", "Harbour Minister Ada Lind"),
        ("The Secretary of State Ada Lind spoke first.", "Ada Lind"),
        ("The Courier's Ada Lind spoke first.", "Ada Lind"),
        ("They met Mr Hart. Ada Lind spoke first.", "Ada Lind"),
        ("They met in Tarn. Lind spoke first.", "Lind"),
        ("But Ada Lind spoke first.", "Ada Lind"),
        (
            "Yesterday's guest Ada Lind spoke. Ada Lind will be back on Monday. Minister Ada Lind agreed.",
            "Minister Ada Lind",
        ),
        ("Ada Lind and her brother Ruben Lind spoke first.", "Lind"),
        ("Buying Lind was right. Those buying it were glad.", "Lind"),
        ("The Lind Bridge is closed. Ada Lind Bridge is open.", "Lind"),
        ("The Lind is closed. Both Lind and Hart sell.", "Lind"),
        ("J. P. Lind spoke first.", "J. P. Lind"),
    ],
)
def test_surname_gets_the_only_first_name_in_the_text_before(before: str, name: str) -> None:
    assert speaker_name("Lind", before, "en") == name


def test_other_languages_keep_the_words_of_the_text() -> None:
    assert speaker_name("Vali Ada Lind", "", "tr") == "Vali Ada Lind"
    assert speaker_name("Arkan", "Liman İşleri Başkanı Selim Arkan konuştu. ", "tr") == (
        "Liman İşleri Başkanı Selim Arkan"
    )
    assert speaker_name("(KHA) Kaptan Derya Su", "", "tr") == "Kaptan Derya Su"
    assert speaker_name("Köprünün adını merak edenlere” Başkan Arkan", "", "tr") == "Başkan Arkan"
    assert speaker_name("مسؤول تركي لوكالة رويترز", "", "ar") == "مسؤول تركي"


def test_overlong_name_is_cut_between_words() -> None:
    name = speaker_name("head of the " + "very " * 40 + "long board", "", "en")
    assert name is not None
    assert len(name) <= LONGEST + 1
    assert name.endswith("very…")
