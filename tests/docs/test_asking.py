"""docs/asking.md: every example parses as the page says."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.alerts.service import MAX_QUERY_LENGTH
from bot.corpus.article import Article, ArticleId
from bot.questions.answerer import LONGEST_QUESTION
from bot.questions.pasted import PASTE_FROM_WORDS
from bot.search.query.matcher import matches
from bot.search.query.parser import MAX_LEAVES, MIN_PREFIX_LENGTH, parse
from handlers.telegram.html import visible
from handlers.telegram.localize import localize
from handlers.texts import LANGUAGES, texts_for

PAGE = (Path(__file__).parents[2] / "docs/asking.md").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
READ = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
SAID = re.findall(r"^\| `([^`]+)` \| ([^`|]+?) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("written", "read"), READ)
def test_examples_parse_as_the_page_says(written: str, read: str) -> None:
    query = parse(written, now=NOW)
    assert query.understood() == read
    assert query.problems == ()
    assert parse(read, now=NOW).understood() == read


@pytest.mark.parametrize(("written", "said"), SAID)
def test_problems_are_reported_as_the_page_says(written: str, said: str) -> None:
    texts = texts_for("en")
    assert [visible(localize(problem, texts)) for problem in parse(written, now=NOW).problems] == [said]


@pytest.mark.parametrize(
    ("written", "language", "text", "found"),
    [
        ("floods", "en", "The flooding went on.", True),
        ("ferry", "en", "Two ferries sailed.", True),
        ("ISTANBUL", "tr", "İstanbul'da yağmur.", True),
        ("cafe", "fr", "Le café ferme.", True),
        ("سد", "ar", "وصلت مياه السد.", True),
        ("art", "en", "The party went on.", False),
        ("flood", "fr", "L'inondation.", False),
    ],
)
def test_word_forms_match_as_the_page_says(written: str, language: str, text: str, found: bool) -> None:
    article = Article(ArticleId("a"), "-", text, language)
    assert matches(parse(written, now=NOW), article) is found


def test_page_states_the_limits() -> None:
    assert len(READ) > 20
    assert len(SAID) == 10
    for limit in (LONGEST_QUESTION, MAX_LEAVES, MAX_QUERY_LENGTH, PASTE_FROM_WORDS, MIN_PREFIX_LENGTH):
        assert re.search(rf"\b{limit:,}\b", PAGE)


def test_page_names_every_language() -> None:
    first = "English, Arabic, Turkish, Russian, French, German, Spanish, Persian"
    names = f"{first}, Italian, Portuguese and Ukrainian"
    assert names in PAGE
    assert len(re.split(", | and ", names)) == len(LANGUAGES)
