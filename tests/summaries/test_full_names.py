"""Tests for `bot.summaries.full_names`."""

import pytest

from bot.summaries.full_names import full_names
from bot.summaries.speaker_names import SpeakerName


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Hakan Fidan spoke in Ankara.", {"fidan": "hakan fidan"}),
        ("Foreign Minister Hakan Fidan spoke.", {"fidan": "hakan fidan"}),
        ("But Fidan came late.", {}),
        ("Hakan Fidan met Leyla Fidan.", {}),
        ("Ministers met Hakan Fidan's deputy.", {"fidan": "hakan fidan"}),
        ("In December. Fidan left.", {}),
        ("Mr Hakan Fidan left. Liberal Hakan Fidan came. Hakan Fidan spoke.", {"fidan": "hakan fidan"}),
    ],
)
def test_surname_means_the_only_full_name_that_ends_in_it(text: str, full: dict[str, str]) -> None:
    names = full_names(text, [SpeakerName("Fidan", "fidan")], "en")

    assert {short: name.key for short, name in names.items()} == full


def test_full_name_is_written_as_in_the_text() -> None:
    names = full_names("Özgür Şimşek konuştu.", [SpeakerName("Şimşek", "simsek")], "tr")

    assert names["simsek"].name == "Özgür Şimşek"


def test_names_without_capitals_are_merged_among_speakers() -> None:
    spoken = [SpeakerName("هاكان فيدان", "هاكان فيدان"), SpeakerName("فيدان", "فيدان")]

    assert full_names("", spoken, "ar") == {"فيدان": spoken[0]}
