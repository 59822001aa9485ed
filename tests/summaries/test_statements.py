"""Tests for `bot.summaries.statements`: who says what in an article."""

from dataclasses import replace

import pytest

from bot.summaries.statements import speakers, statements_of, with_statements
from tests.factories import analyzed

FLOOD = """Northport mayor Ann Roe said the flood took the bridge.

"We will build it again," Roe said.

It rained for three days in the whole of the county.

A spokesman for Roe said the bridge was not insured.

The fire department said that twelve people were rescued."""


def _spoken(text: str) -> list[tuple[str, str]]:
    article = analyzed(text, title="Flood in Northport")
    return [(s.key, article.quote(article.sentences[s.sentence])) for s in statements_of(article)]


def test_statements_name_their_speakers_in_full() -> None:
    assert _spoken(FLOOD) == [
        ("ann roe", "Northport mayor Ann Roe said the flood took the bridge."),
        ("ann roe", '"We will build it again," Roe said.'),
        ("the spokesman / for roe", "A spokesman for Roe said the bridge was not insured."),
        ("the fire department", "The fire department said that twelve people were rescued."),
    ]


def test_statement_holds_the_speaker_as_written_and_the_verb() -> None:
    article = analyzed(FLOOD, title="Flood in Northport")
    second = statements_of(article)[1]

    assert article.quote(second.written) == "Roe"
    assert second.verb is not None
    assert article.quote(second.verb) == "said"
    assert second.speaker == "Ann Roe"


def test_surname_of_two_persons_is_neither_of_them() -> None:
    text = "Ann Roe met Bo Roe in Northport.\n\nRoe said that the bridge was lost in the night."

    assert [key for key, _ in _spoken(text)] == ["roe"]


def test_speakers_are_listed_once_in_the_order_of_their_words() -> None:
    known = speakers(analyzed(FLOOD, title="Flood in Northport"))

    assert [(speaker.name, speaker.personal, speaker.sentences) for speaker in known] == [
        ("Ann Roe", True, (0, 1)),
        ("spokesman for Roe", False, (3,)),
        ("fire department", False, (4,)),
    ]


@pytest.mark.parametrize("text", ["", "It rained for three days in the whole of the county."])
def test_article_without_speech_has_no_speakers(text: str) -> None:
    assert speakers(analyzed(text or "Rain.")) == ()


def test_stored_statements_are_not_looked_for_again() -> None:
    article = with_statements(analyzed(FLOOD))

    assert statements_of(replace(article, text="")) == article.statements


def test_unclosed_quotation_is_credited_only_near_its_speaker() -> None:
    later = "The council met on Monday and talked about the road to the harbour for a long time. " * 14
    text = f'Ann Roe said: "We will build the bridge again. We have the money. {later}Then "it" ended.'
    spoken = [quote for _, quote in _spoken(text)]

    assert any("We will build" in quote for quote in spoken)
    assert not any("Then" in quote for quote in spoken)
    assert len(spoken) < 8
