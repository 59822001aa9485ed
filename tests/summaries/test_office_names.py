"""Statements of offices: "Prime Minister Ann Lind", "the prime minister", and sources without a name."""

import pytest

from bot.search.query.offices import speaker_keys
from bot.summaries.statements import speakers, statements_of
from tests.factories import analyzed

HOLDER = "Prime Minister Ann Lind said the dam would hold."
BARE = "The prime minister said that nobody had to leave the valley."


def _keys(*sentences: str, language: str = "en") -> list[str]:
    article = analyzed("\n\n".join(sentences), title="Dam", language=language)
    return [statement.key for statement in statements_of(article)]


def test_office_without_a_name_is_its_only_holder() -> None:
    assert _keys(HOLDER, BARE) == ["ann lind", "ann lind"]


@pytest.mark.parametrize(
    "other",
    [
        "Prime Minister Bo Karr visited the valley.",
        "He met the Oss prime minister Bo Karr at the river.",
    ],
)
def test_office_with_two_holders_is_neither(other: str) -> None:
    assert _keys(HOLDER, other, BARE) == ["ann lind", "the prime minister"]


@pytest.mark.parametrize(
    "bare",
    ["The minister for energy said that nobody had to leave.", "The mayor said that nobody had to leave."],
)
def test_another_office_is_not_theirs(bare: str) -> None:
    assert _keys(HOLDER, bare)[1] != "ann lind"


def test_a_deputy_does_not_hold_the_office() -> None:
    deputy = "Deputy Prime Minister Bo Karr said that the dam would hold until the end of the rain."
    assert _keys(deputy, BARE) == ["bo karr", "the prime minister"]


@pytest.mark.parametrize("holder", [HOLDER, "Minister Ann Lind said the dam would hold."])
@pytest.mark.parametrize("office", ["the health minister", "the new minister of health", "the minister"])
def test_office_behind_a_comma_after_another_name_is_nobodys(holder: str, office: str) -> None:
    other = f"Bo Karr, {office}, disagreed."
    keys = _keys(holder, other, "The minister said that it was a mistake.")
    assert (keys[0], keys[-1]) == ("ann lind", "the minister")


def test_office_behind_a_name_counts_too() -> None:
    lead = "Ann Lind, the mayor, said that the dam would hold."
    assert _keys(lead, "The mayor said that nobody had to leave the valley.") == ["ann lind", "ann lind"]


def test_speaker_is_found_by_name_and_office() -> None:
    article = analyzed(f"{HOLDER}\n\nLind said that the rain was over.", title="Dam")
    keys = speaker_keys(article, statements_of(article))
    assert keys == [("ann lind", "the prime minister")] * 2


def test_owner_of_a_lawyer_has_no_office() -> None:
    article = analyzed("Minister Lind's lawyer Bo Karr said the dam would hold.", title="Dam")
    assert all(len(keys) == 1 for keys in speaker_keys(article, statements_of(article)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Reports suggest that the dam is broken.", "en"),
        ("Sources say that the dam is broken.", "en"),
        ("Officials said that the dam was broken.", "en"),
        ("Data shows that the dam is broken.", "en"),
        ("Figures show that the dam is broken.", "en"),
        ("قالت مصادر إن السد انهار صباح اليوم في المدينة.", "ar"),
    ],
)
def test_unnamed_speakers_are_no_persons(text: str, language: str) -> None:
    known = speakers(analyzed(text, title="Dam", language=language))
    assert not any(speaker.personal for speaker in known)


@pytest.mark.parametrize("label", ["Greek officials", "Northport Police"])
def test_kinds_of_people_with_a_name_before_are_no_persons(label: str) -> None:
    (speaker,) = speakers(analyzed(f"{label} said that the dam was broken.", title="Dam"))
    assert not speaker.personal
