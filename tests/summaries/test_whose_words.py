"""Tests for `bot.summaries.whose_words`: a person's words, and nobody else's."""

import pytest

from bot.search.query.speaking import wanted_speaker
from bot.summaries.credits import Credit
from bot.summaries.sentence import quote_sentence
from bot.summaries.whose_words import any_by, any_quoted, said_by
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


@pytest.mark.parametrize(
    ("speaker", "sentences"),
    [("roe", [0, 1]), ("the mayor", [0, 1]), ("lind", [2]), ("fire chief", [2]), ("spokesman", [3])],
)
def test_statements_are_only_the_speakers_own(speaker: str, sentences: list[int]) -> None:
    own = said_by(analyzed(FLOOD, title="Flood in Northport"), [wanted_speaker(speaker)])

    assert [statement.sentence for statement in own] == sentences


@pytest.mark.parametrize(("speaker", "credited"), [("Roe", True), ("the fire chief", False), ("Lind", False)])
def test_sentences_are_somebodys_only_if_credited_to_them(speaker: str, credited: bool) -> None:
    article = analyzed(FLOOD, title="Flood in Northport")
    sentences = [quote_sentence(article, index, Credit()) for index in (0, 1)]
    assert any_by(speaker, sentences, {article.id: article}) is credited
