"""The catalogue: the same texts in every language, all of them used, none left in English."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast

from handlers.menu import MENU
from handlers.routes import COMMANDS, FOR_OPERATORS
from handlers.telegram.html import units, visible
from handlers.texts import LANGUAGES, texts_for
from handlers.texts.dates import day, weekday
from tests.tdlib import parse_html

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "handlers/texts"
OTHERS = [code for code in LANGUAGES if code != "en"]
BY_PATTERN = (
    *("command-", "pasted-", "button-period-", "mode-", "alert-reports-", "trend-", "reload-is-"),
    *("zone-ask", "quiet-ask", "digest-ask", "greeting-"),
)
"""Beginnings of keys that the code puts together."""
NAMES = {"newsbot", "json", "bm25", "matplotlib", "or", "utc", "opml", "rss", "url"}
SAME = {
    "fr": {"button-page", "trend-articles", "minutes"},
    "es": {"minutes"},
    "de": {"alert-entry", "button-details", "minutes"},
}
"""Texts that are the same words in a language as in English."""
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
TOASTS = (
    "report-filed",
    "report-changed",
    "report-too-many",
    "alert-admins-only",
    "expired",
    "alert-gone",
    "toast-paused",
    "toast-muted",
    "toast-daily",
)


@cache
def catalogue(language: str) -> dict[str, ast.Message]:
    text = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    assert not [each for each in resource.body if isinstance(each, ast.Junk)]
    messages = [each for each in resource.body if isinstance(each, ast.Message)]
    found = {message.id.name: message for message in messages}
    assert len(found) == len(messages), "a key stands twice"
    return found


def nodes(node: Any, kind: type) -> Iterator[Any]:
    if isinstance(node, kind):
        yield node
    if isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            for each in value if isinstance(value, list) else [value]:
                yield from nodes(each, kind)


def variables(message: ast.Message) -> set[str]:
    return {each.id.name for each in nodes(message, ast.VariableReference)}


def selects(message: ast.Message) -> list[ast.SelectExpression]:
    return list(nodes(message, ast.SelectExpression))


def counted(key: str) -> set[str]:
    """The variables of a text that are numbers, in any language."""
    chosen = (each.selector for code in LANGUAGES for each in selects(catalogue(code)[key]))
    return {each.id.name for each in chosen if isinstance(each, ast.VariableReference)}


def formatted(language: str, key: str, number: int = 3) -> str:
    numbers = counted(key)
    values = {name: number if name in numbers else "Reuters" for name in variables(catalogue("en")[key])}
    return texts_for(language)(key, **values)


KEYS = sorted(catalogue("en"))


def test_english_is_the_fallback_for_any_language_code() -> None:
    assert texts_for("xx-yy").language == "en"
    assert texts_for(None).language == "en"
    assert texts_for("pt-br").language == "en"
    assert texts_for("fr-CA").language == "fr"


def test_every_text_is_used_and_every_text_used_exists() -> None:
    files = [path for room in ("bot", "handlers") for path in ROOT.glob(f"{room}/**/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    asked = set(re.findall(r"[\"']([a-z][a-z0-9_]*(?:-[a-z0-9_]+)*)[\"']", code)) & set(KEYS)
    by_pattern = {key for key in KEYS for start in BY_PATTERN if key.startswith(start)}
    assert asked | by_pattern == set(KEYS)
    reasons = set(re.findall(r"localizable\(\s*[\"']([a-z0-9-]+)[\"']", code))
    assert reasons <= set(KEYS)


def test_there_is_a_catalogue_for_every_language_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.ftl")} == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts_with_the_same_values(language: str) -> None:
    assert catalogue(language).keys() == catalogue("en").keys()
    unlike = {
        key: variables(message) ^ variables(catalogue("en")[key])
        for key, message in catalogue(language).items()
        if variables(message) != variables(catalogue("en")[key])
    }
    assert not unlike


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_repeats_english(language: str) -> None:
    repeated = [key for key in KEYS if _words(language, key) and _words(language, key) == _words("en", key)]
    assert set(repeated) == SAME.get(language, set())


def _words(language: str, key: str) -> list[str]:
    """The words of a text, without code, commands, values and names."""
    pieces = [each.value for each in nodes(catalogue(language)[key], ast.TextElement)]
    prose = re.sub(r"<code>.*?</code>|<[^>]*>|/\w+|@\w+", " ", " ".join(pieces))
    return [word for word in re.findall(r"[^\W\d_]{2,}", prose.casefold()) if word not in NAMES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    rule = Locale.parse(language).plural_form
    needed = {rule(number) for number in range(200)}
    for key, message in catalogue(language).items():
        for select in selects(message):
            given = {each.key.name for each in select.variants if isinstance(each.key, ast.Identifier)}
            if given - {"other"} and given <= CATEGORIES:
                assert needed <= given | _spelled(select, rule), f"{key}: {needed - given}"


def _spelled(select: ast.SelectExpression, rule: Any) -> set[str]:
    """Forms that a variant for one exact number covers wholly ("[0]" is Arabic's zero)."""
    exact = [int(each.key.value) for each in select.variants if isinstance(each.key, ast.NumberLiteral)]
    return {rule(number) for number in exact if rule(number) in ("zero", "one", "two")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_fit_for_telegram(language: str) -> None:
    for key in KEYS:
        for number in (0, 1, 2, 3, 11, 100):
            text = formatted(language, key, number)
            assert parse_html(text)["@type"] == "formattedText", key
            shown = units(visible(text))
            assert 0 < shown <= (256 if key.startswith("command-") else 3_000), key
            if key.startswith("button-"):
                assert shown <= 40, key
            if key in TOASTS:
                assert shown <= 200, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_and_code_are_the_same_in_every_language(language: str) -> None:
    for key in KEYS:
        assert _commands(language, key) == _commands("en", key), key


def _commands(language: str, key: str) -> set[str]:
    text = " ".join(each.value for each in nodes(catalogue(language)[key], ast.TextElement))
    return set(re.findall(r"(?<![\w<])/[a-z_]+", text))


def test_plurals_follow_the_number() -> None:
    assert texts_for("en")("story-size", outlets=7, origins=1) == "7 outlets, 1 independent origin"
    russian = texts_for("ru")
    forms = [russian("trend-articles", articles=number) for number in (1, 3, 5, 21)]
    assert forms == ["1 статья", "3 статьи", "5 статей", "21 статья"]
    arabic = [texts_for("ar")("trend-articles", articles=number) for number in (1, 2, 3, 11, 100)]
    assert len({re.sub(r"[\d\u2068\u2069 ]", "", form) for form in arabic}) == 5


def test_decimals_are_written_as_the_language_writes_them() -> None:
    written = {language: texts_for(language).decimal(1234.56) for language in ("en", "de", "fr", "ru")}
    assert written == {"en": "1,234.6", "de": "1.234,6", "fr": "1\u202f234,6", "ru": "1\xa0234,6"}


def test_a_missing_value_is_an_error_not_a_hole() -> None:
    with pytest.raises(ValueError, match="story-size"):
        texts_for("en")("story-size", outlets=7)


def test_the_menu_lists_every_command_but_those_of_operators() -> None:
    assert set(MENU) == set(COMMANDS) - FOR_OPERATORS
    assert len(MENU) == len(set(MENU))


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_weekdays_are_those_of_the_language(language: str) -> None:
    shown = {day(date(2026, month, 3), language) for month in range(1, 13)}
    assert len(shown) == 12
    assert all("2026" in each and "3" in each for each in shown)
    assert len({weekday(number, language) for number in range(7)}) == 7
    assert len({weekday(number, language, short=True) for number in range(7)}) == 7
