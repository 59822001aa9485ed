"""The catalogues: the same keys in every language, all used, none left in English."""

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
from handlers.texts.dates import day, month, weekday
from tests.tdlib import parse_html

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "handlers/texts"
OTHERS = [code for code in LANGUAGES if code != "en"]
BY_PATTERN = (
    *(
        "command-",
        "pasted-",
        "button-period-",
        "mode-",
        "alert-reports-",
        "trend-",
        "reload-is-",
        "reload-alerts-",
        "top-period-",
        "differs-",
        "development-",
        "correction-",
    ),
    *("zone-ask", "quiet-ask", "digest-ask", "greeting-"),
)
"""Prefixes of keys that the code composes."""
NAMES = {"newsbot", "json", "bm25", "matplotlib", "or", "utc", "opml", "rss", "url"}
SAME = {
    "fr": {"button-options", "button-page", "trend-articles", "minutes"},
    "es": {"minutes"},
    "it": {"minutes"},
    "pt": {"minutes"},
    "de": {"alert-entry", "button-alert", "button-details", "minutes"},
}
"""Texts with the same words as in English."""
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
QUOTES = {"de": "„“", "en": "“”", "pt": "“”", "tr": "“”"}
"""Quotation marks of languages that don't use «»."""
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
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    messages = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    by_key = {message.id.name: message for message in messages}
    assert len(by_key) == len(messages), "a key occurs twice"
    return by_key


def nodes(node: Any, kind: type) -> Iterator[Any]:
    if isinstance(node, kind):
        yield node
    if isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            for child in value if isinstance(value, list) else [value]:
                yield from nodes(child, kind)


def variables(message: ast.Message) -> set[str]:
    return {reference.id.name for reference in nodes(message, ast.VariableReference)}


def selects(message: ast.Message) -> list[ast.SelectExpression]:
    return list(nodes(message, ast.SelectExpression))


def counted(key: str) -> set[str]:
    """Return the variables of a text that are numbers in any language."""
    selectors = (select.selector for code in LANGUAGES for select in selects(catalogue(code)[key]))
    return {selector.id.name for selector in selectors if isinstance(selector, ast.VariableReference)}


def formatted(language: str, key: str, number: int = 3) -> str:
    numbers = counted(key)
    values = {name: number if name in numbers else "Reuters" for name in variables(catalogue("en")[key])}
    return texts_for(language)(key, **values)


KEYS = sorted(catalogue("en"))


def test_unknown_language_code_falls_back_to_english() -> None:
    assert texts_for("xx-yy").language == "en"
    assert texts_for(None).language == "en"
    assert texts_for("pt-br").language == "pt"
    assert texts_for("fr-CA").language == "fr"


def test_every_key_is_used_and_every_used_key_exists() -> None:
    files = [path for package in ("bot", "handlers") for path in ROOT.glob(f"{package}/**/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    asked = set(re.findall(r"[\"']([a-z][a-z0-9_]*(?:-[a-z0-9_]+)*)[\"']", code)) & set(KEYS)
    by_pattern = {key for key in KEYS for start in BY_PATTERN if key.startswith(start)}
    assert asked | by_pattern == set(KEYS)
    reasons = set(re.findall(r"localizable\(\s*[\"']([a-z0-9-]+)[\"']", code))
    assert reasons <= set(KEYS)


def test_every_language_has_a_catalogue() -> None:
    assert {path.stem for path in FOLDER.glob("*.ftl")} == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys_and_variables(language: str) -> None:
    assert catalogue(language).keys() == catalogue("en").keys()
    unlike = {
        key: variables(message) ^ variables(catalogue("en")[key])
        for key, message in catalogue(language).items()
        if variables(message) != variables(catalogue("en")[key])
    }
    assert not unlike


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_left_in_english(language: str) -> None:
    repeated = [key for key in KEYS if _words(language, key) and _words(language, key) == _words("en", key)]
    assert set(repeated) == SAME.get(language, set())


def _words(language: str, key: str) -> list[str]:
    """Return the words of a text without code, commands, values and names."""
    pieces = [element.value for element in nodes(catalogue(language)[key], ast.TextElement)]
    prose = re.sub(r"<code>.*?</code>|<[^>]*>|/\w+|@\w+", " ", " ".join(pieces))
    return [word for word in re.findall(r"[^\W\d_]{2,}", prose.casefold()) if word not in NAMES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_all_forms_of_their_language(language: str) -> None:
    rule = Locale.parse(language).plural_form
    needed = {rule(number) for number in range(200)}
    for key, message in catalogue(language).items():
        for select in selects(message):
            forms = {v.key.name for v in select.variants if isinstance(v.key, ast.Identifier)}
            if forms - {"other"} and forms <= CATEGORIES:
                assert needed <= forms | _spelled(select, rule), f"{key}: {needed - forms}"


def _spelled(select: ast.SelectExpression, rule: Any) -> set[str]:
    """Return the forms that a variant for one exact number covers ("[0]" is Arabic's zero)."""
    exact = [int(v.key.value) for v in select.variants if isinstance(v.key, ast.NumberLiteral)]
    return {rule(number) for number in exact if rule(number) in ("zero", "one", "two")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_sent(language: str) -> None:
    for key in KEYS:
        for number in (0, 1, 2, 3, 11, 100):
            text = formatted(language, key, number)
            assert parse_html(text)["@type"] == "formattedText", key
            shown = units(visible(text))
            assert 0 < shown <= (256 if key.startswith("command-") else 3_000), key
            if key.startswith("button-"):
                assert shown <= 32, key
            if key in TOASTS:
                assert shown <= 200, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_typography_is_the_languages(language: str) -> None:
    for key in set(KEYS) - {"alert-wide"}:  # it shows the marks of the search syntax
        pieces = [element.value for element in nodes(catalogue(language)[key], ast.TextElement)]
        prose = re.sub(r"<code>.*?</code>|<[^>]*>", " ", "{}".join(pieces))
        assert set(re.findall("[“”„«»\"']", prose)) <= set(QUOTES.get(language, "«»")), key
        assert language != "fr" or not re.search(r"« | [»:;!?]", prose), key
        assert "..." not in prose, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_and_code_are_the_same_in_every_language(language: str) -> None:
    for key in KEYS:
        assert _commands(language, key) == _commands("en", key), key


def _commands(language: str, key: str) -> set[str]:
    text = " ".join(element.value for element in nodes(catalogue(language)[key], ast.TextElement))
    return set(re.findall(r"(?<![\w<])/[a-z_]+", text))


def test_plural_form_agrees_with_the_number() -> None:
    assert texts_for("en")("story-size", outlets=7, origins=1) == "7 outlets, 1 independent origin"
    russian = texts_for("ru")
    forms = [russian("trend-articles", articles=number) for number in (1, 3, 5, 21)]
    assert forms == ["1 статья", "3 статьи", "5 статей", "21 статья"]
    arabic = [texts_for("ar")("trend-articles", articles=number) for number in (1, 2, 3, 11, 100)]
    assert len({re.sub(r"[\d\u2068\u2069 ]", "", form) for form in arabic}) == 5


def test_decimals_have_the_languages_format() -> None:
    written = {language: texts_for(language).decimal(1234.56) for language in ("en", "de", "fr", "ru")}
    assert written == {"en": "1,234.6", "de": "1.234,6", "fr": "1\u202f234,6", "ru": "1\xa0234,6"}


def test_missing_value_raises_an_error() -> None:
    with pytest.raises(ValueError, match="story-size"):
        texts_for("en")("story-size", outlets=7)


def test_menu_lists_all_commands_except_those_of_operators() -> None:
    assert set(MENU) == set(COMMANDS) - FOR_OPERATORS
    assert len(MENU) == len(set(MENU))


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_weekdays_are_in_the_language(language: str) -> None:
    texts = texts_for(language, gregorian=True)
    shown = {day(date(2026, month, 3), texts) for month in range(1, 13)}
    assert len(shown) == 12
    assert all(texts.digits("2026") in text and texts.digits("3") in text for text in shown)
    assert len({weekday(number, texts) for number in range(7)}) == 7
    assert len({weekday(number, texts, short=True) for number in range(7)}) == 7


def test_persian_writes_its_own_digits_and_calendar() -> None:
    solar, gregorian = texts_for("fa"), texts_for("fa", gregorian=True)
    assert solar("trend-undated", count=1234).startswith("\u2068۱٬۲۳۴")
    assert solar.number(1234) == "۱٬۲۳۴"
    assert day(date(2026, 11, 3), solar) == "۱۲ آبان ۱۴۰۵"
    assert day(date(2026, 11, 3), solar, year=False) == "۱۲ آبان"
    assert month(date(2026, 11, 3), solar) == "آبان ۱۴۰۵"
    assert day(date(2026, 11, 3), gregorian) == "۳ نوامبر ۲۰۲۶"


def test_only_persian_dates_by_the_solar_calendar() -> None:
    assert [language for language in LANGUAGES if texts_for(language).solar] == ["fa"]
