"""Tests for `bot.summaries.whose_words`: a person's words, and nobody else's."""

import pytest

from bot.search.query.speaking import wanted_speaker
from bot.summaries.whose_words import any_quoted, said_by
from tests.factories import analyzed

FLOOD = """Northport mayor Ann Roe said the flood took the bridge.

"We will build it again," Roe said.

Bo Lind, the fire chief, said that twelve people were rescued.

A spokesman for Roe said the bridge was not insured."""


@pytest.mark.parametrize(
    ("speaker", "quoted"),
    [
        ("Ann Roe", True),
        ("the mayor", True),
        ("Roe", True),
        ("Lind", True),
        ("the fire chief", True),
        ("the spokesman", True),
        ("the baker", False),
        ("Corin Astley", False),
    ],
)
def test_speaker_is_found_by_name_or_office(speaker: str, quoted: bool) -> None:
    assert any_quoted([analyzed(FLOOD, title="Flood in Northport")], speaker) is quoted


@pytest.mark.parametrize(("speaker", "sentences"), [("roe", [0, 1]), ("lind", [2]), ("spokesman", [3])])
def test_statements_are_only_the_speakers_own(speaker: str, sentences: list[int]) -> None:
    own = said_by(analyzed(FLOOD, title="Flood in Northport"), [wanted_speaker(speaker)])

    assert [statement.sentence for statement in own] == sentences
