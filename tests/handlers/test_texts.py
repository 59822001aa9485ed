"""The catalogue: every text the code asks for is there, and nothing else is."""

import re
from pathlib import Path

import pytest

from handlers.texts import languages, texts_for

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "handlers/texts/en.ftl"


def keys(path: Path) -> set[str]:
    return set(re.findall(r"^([a-z][a-z0-9-]*) =", path.read_text(encoding="utf-8"), flags=re.MULTILINE))


_BY_PATTERN = (
    *(
        "command-",
        "pasted-",
        "button-period-",
        "mode-",
        "alert-reports-",
        "language-",
        "weekday-",
        "trend-",
        "reload-is-",
    ),
    *("zone-ask", "quiet-ask", "digest-ask"),
)


def test_english_is_the_fallback_for_any_language_code() -> None:
    assert texts_for("xx-yy").language == "en"
    assert texts_for(None).language == "en"
    assert "en" in languages()


def test_every_text_is_used_and_every_text_used_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("handlers/**/*.py"))
    asked = set(re.findall(r"[\"']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[\"']", code)) & keys(CATALOGUE)
    by_pattern = {key for key in keys(CATALOGUE) for start in _BY_PATTERN if key.startswith(start)}
    assert asked | by_pattern == keys(CATALOGUE)


def test_plurals_follow_the_number() -> None:
    texts = texts_for("en")
    assert texts("story-size", outlets=7, origins=1) == "7 outlets, 1 independent origin"


def test_a_missing_value_is_an_error_not_a_hole() -> None:
    with pytest.raises(ValueError, match="story-size"):
        texts_for("en")("story-size", outlets=7)
