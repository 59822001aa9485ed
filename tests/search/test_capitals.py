"""Common words that are written as names."""

from datetime import UTC, datetime

import pytest

from bot.search import capitals
from bot.search.capitals import is_shouted, names_among
from bot.search.query import parser


def test_whole_text_is_read_once_however_many_words_are_in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(capitals, "is_shouted", lambda text: read.append(text) or is_shouted(text))
    words = ["OR"] * 100
    assert names_among(" ".join(words), words, lambda word: True) == frozenset(range(100))
    assert len(read) == 1


def test_whole_question_is_read_once_however_many_nots_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(parser, "is_shouted", lambda text: read.append(text) or is_shouted(text))
    parser.parse("NOT fire " * 50, now=datetime(2026, 11, 2, tzinfo=UTC))
    assert len(read) == 1
