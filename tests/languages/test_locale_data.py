"""Of Babel's data, only what texts are written with stays in memory."""

from datetime import date

import pytest
from babel import Locale, localedata
from babel.dates import format_skeleton
from babel.numbers import format_decimal

from bot.languages import locale_data
from bot.languages.locale_data import load_locale, whole_locale_data


def test_loaded_locale_has_what_texts_need_and_nothing_else() -> None:
    load_locale("uk")
    data = localedata.load("uk")
    assert {"months", "number_symbols", "plural_form", "languages"} <= data.keys()
    assert not {"unit_patterns", "currency_names", "time_zones", "territories"} & data.keys()
    assert format_decimal(1234.5, locale="uk") == "1\u00a0234,5"
    assert Locale.parse("uk").languages["de"] == "німецька"


def test_whole_data_is_there_inside_the_block_and_forgotten_afterwards() -> None:
    load_locale("en_GB")
    before = set(localedata._cache)
    with whole_locale_data():
        assert Locale.parse("en").territories["SY"] == "Syria"
        assert Locale.parse("pl").time_zones["Europe/Moscow"]
    assert set(localedata._cache) == before
    assert "territories" not in localedata.load("en_GB")


def test_locale_is_still_written_with_after_the_block() -> None:
    load_locale("en_GB")
    with whole_locale_data():
        Locale.parse("en_GB").time_zones  # noqa: B018
    assert format_skeleton("yMMMd", date(2026, 11, 3), locale="en_GB") == "3 Nov 2026"


def test_babel_without_its_private_names_keeps_all_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale_data, "_PRIVATE_NAMES", ((localedata, "_renamed"),))
    load_locale("nl")
    assert "territories" in localedata.load("nl")
    with whole_locale_data():
        assert Locale.parse("nl").territories["SY"] == "Syrië"
    assert "territories" in localedata.load("nl")
