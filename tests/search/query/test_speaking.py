"""Tests for `bot.search.query.speaking`: whose words `said:` means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.query.speaking import is_personal, name_key, office_key, speaks_as, wanted_speaker

PERSON = name_key(["Recep", "Tayyip", "Erdoğan"])
OFFICE = office_key(["foreign", "ministry"])
SPOKESMAN = office_key(["spokesman"], ["for", "Fidan"])
LAWYER = office_key(["lawyer"], ["of", "Ann", "Lind"])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (PERSON, "erdogan"),
        (PERSON, "Erdoğan"),
        (PERSON, "tayyip erdogan"),
        (PERSON, "President Erdogan"),
        (PERSON, "Cumhurbaşkanı Erdoğan"),
        (OFFICE, "foreign ministry"),
        (OFFICE, "the Foreign Ministry"),
        (OFFICE, "ministry"),
        (SPOKESMAN, "spokesman"),
        (SPOKESMAN, "spokesman for fidan"),
        (LAWYER, "Ann Lind's lawyer"),
        (LAWYER, "lawyer of Ann Lind"),
        (name_key(["King"]), "king"),
    ],
)
def test_speaker_is_found_by_name(key: str, value: str) -> None:
    assert speaks_as(key, wanted_speaker(value))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (SPOKESMAN, "fidan"),
        (SPOKESMAN, "for fidan"),
        (LAWYER, "lind"),
        (LAWYER, "ann lind"),
        (office_key(["Obama", "administration"]), "obama"),
        (OFFICE, "foreign"),
        (PERSON, "erdo"),
        (PERSON, "erdogan tayyip"),
        (PERSON, "bilal erdogan"),
        (office_key(["fire", "department"]), "state department"),
        (OFFICE, "the"),
    ],
)
def test_nobody_is_credited_with_the_words_of_others(key: str, value: str) -> None:
    assert not speaks_as(key, wanted_speaker(value))


def test_offices_and_persons_are_told_apart() -> None:
    assert is_personal(PERSON)
    assert not is_personal(SPOKESMAN)


@given(st.text("abcsAİıŞéß'’-. أاةيд"))
def test_any_value_can_be_looked_for(value: str) -> None:
    wanted = wanted_speaker(value)

    assert not wanted.typed or speaks_as(office_key([wanted.typed]), wanted)
