"""A language added as one file is understood everywhere."""

import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.analysis.sentences import split_sentences
from bot.corpus.raw import RawArticle
from bot.corpus.written_dates import parse_date
from bot.languages import language as language_module
from bot.languages.scripts import script_of, scripts_of
from bot.languages.stopwords import spoken_in, stop_words
from bot.questions.phrasing import parse_question
from bot.search.query.parser import parse
from handlers.questions.greeting import greeting_kind

NOW = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
ESPERANTO = """
months = [
    "januaro", "februaro", "marto", "aprilo", "majo", "junio", "julio", "aŭgusto", "septembro", "oktobro",
    "novembro", "decembro",
]
stop_words = "la kaj de pri en estas"

[dates]
day_suffixes = ["a"]
before_month = ["de"]

[periods]
units = ["horoj?n?", "tagoj?n?", "semajnoj?n?", "monatoj?n?", "jaroj?n?"]
weekdays = ["lundo", "mardo", "merkredo", "ĵaŭdo", "vendredo", "sabato", "dimanĉo"]
numbers = ["unu", "du", "tri", "kvar", "kvin", "ses", "sep", "ok", "naŭ", "dek"]
relative_days = { "hodiaŭ" = 0, "hieraŭ" = -1 }
last = ["lasta {one}"]
ago = ["antaŭ {count} {unit}"]
since = ["ekde {when}"]

[fillers]
openings = ["lastaj novaĵoj"]

[greetings]
hello = ["saluton"]

[boilerplate]
share = ["kunhavigi"]

[bylines]
by = ["verkis"]

[credits]
label = ["fonto"]

[citations]
cue_before = ["laŭ"]

[sentences]
abbreviations = "d-ro."
"""


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for file in language_module.FOLDER.glob("*.toml"):
        shutil.copy(file, tmp_path)
    (tmp_path / "eo.toml").write_text(ESPERANTO, encoding="utf-8")
    monkeypatch.setattr(language_module, "FOLDER", tmp_path)
    forget_words()
    yield
    monkeypatch.undo()
    forget_words()


def forget_words() -> None:
    """Clear every cache of bot and handlers: many hold words or patterns."""
    modules = [module for name, module in sys.modules.items() if name.startswith(("bot.", "handlers."))]
    for value in [value for module in modules for value in vars(module).values()]:
        if hasattr(value, "cache_clear"):
            value.cache_clear()


@pytest.mark.usefixtures("esperanto")
def test_dates_and_periods_of_a_new_language_are_read() -> None:
    assert parse_date("3a de marto 2026") == datetime(2026, 3, 3, tzinfo=UTC)
    for words, meaning in {
        "hieraŭ": "since:2026-11-22 before:2026-11-23",
        "lasta semajno": "since:2026-11-16 before:2026-11-23",
        "antaŭ du semajnoj": "since:2026-11-09 before:2026-11-10",
        "ekde marto 2026": "since:2026-03-01",
    }.items():
        assert parse(f"Ankara {words}", now=NOW).understood() == f"Ankara {meaning}"


@pytest.mark.usefixtures("esperanto")
def test_questions_in_a_new_language_lose_their_fillers_and_stop_words() -> None:
    assert parse_question("lastaj novaĵoj pri tramoj", now=NOW).understood() == "tramoj"
    assert spoken_in(["la", "kaj", "tramoj"]) == ("eo",)
    assert "kaj" in stop_words("eo")


@pytest.mark.usefixtures("esperanto")
def test_greetings_in_a_new_language_are_answered() -> None:
    assert greeting_kind("Saluton!") == "hello"
    assert greeting_kind("Saluton, tramoj") is None


@pytest.mark.usefixtures("esperanto")
def test_pages_in_a_new_language_are_taken_apart() -> None:
    page = (
        "Akvo falas\n\nVerkis Ada Lind\n\nLaŭ Reuters, la akvo en la rivero falis dum la nokto kaj la ponto "
        "estas denove malfermita.\n\nFonto: AFP\n\nKunhavigi\n"
    )
    article = build_article(RawArticle(text=page, source="a.txt", language="eo"), now=NOW)
    assert article.author == "Ada Lind"
    assert [hop.name for hop in article.provenance.cited] == ["Reuters"]
    assert [hop.name for hop in article.provenance.original] == ["Agence France-Presse"]
    assert {removed.reason for removed in article.removed} == {"byline", "credit line", "share line"}


@pytest.mark.usefixtures("esperanto")
def test_sentences_of_a_new_language_do_not_end_at_its_abbreviations() -> None:
    text = "La d-ro. Lind parolis. La ponto estas malfermita."
    assert [text[span.start : span.end] for span in split_sentences(text, "eo")] == [
        "La d-ro. Lind parolis.",
        "La ponto estas malfermita.",
    ]


@pytest.mark.usefixtures("esperanto")
def test_new_language_is_latin_unless_its_file_says_otherwise() -> None:
    assert script_of("eo") == "LATIN"
    assert scripts_of("Ŝi diris: да") == {"LATIN", "CYRILLIC"}


def test_scripts_of_languages_without_a_file_are_known() -> None:
    assert [script_of(code) for code in ("en", "fa", "uk", "el", "xx")] == [
        "LATIN", "ARABIC", "CYRILLIC", "GREEK", "LATIN",
    ]  # fmt: skip
    assert scripts_of("a 日 0") == {"LATIN", "CJK"}
