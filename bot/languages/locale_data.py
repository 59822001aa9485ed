"""Keeps the parts of Unicode's locale data (Babel) that texts are written with: a fifth of 1.2 MB a language.

Babel has no public way to forget what it loaded, so this clears its caches by their private names. With a
version of Babel that lacks one of them, all data stays in memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from babel import core, localedata

_LOCALE_KEYS = frozenset({
    "character_order", "date_formats", "datetime_formats", "datetime_skeletons", "day_periods", "days",
    "decimal_formats", "default_numbering_system", "eras", "languages", "locale_id", "months",
    "number_symbols", "numbering_systems", "ordinal_form", "percent_formats", "plural_form", "quarters",
    "time_formats", "week_data",
})  # fmt: skip
"""What numbers, dates and names of languages are written with."""
_GLOBAL_KEYS = frozenset({"language_aliases", "parent_exceptions", "script_aliases", "variant_aliases"})

_PRIVATE_NAMES = ((localedata, "_cache"), (localedata, "_cache_lock"), (core, "_global_data"))


def load_locale(code: str) -> None:
    """Load the data of a locale ("en_GB") that texts are written with, and no other.

    Raises:
        FileNotFoundError: Babel doesn't know the locale.
    """
    if not _can_forget():
        localedata.load(code)
        return
    with localedata._cache_lock:
        localedata.load(code)
        for data in localedata._cache.values():
            _keep(data, _LOCALE_KEYS)
        _keep(cast(dict[str, object], core._global_data or {}), _GLOBAL_KEYS)


@contextmanager
def whole_locale_data() -> Iterator[None]:
    """Let Babel load the whole data of any locale inside the block, and forget it afterwards."""
    if not _can_forget():
        yield
        return
    with localedata._cache_lock:
        kept, kept_global = dict(localedata._cache), core._global_data
        localedata._cache.clear()
        core._global_data = None
        try:
            yield
        finally:
            localedata._cache.clear()
            localedata._cache.update(kept)
            core._global_data = kept_global


def _can_forget() -> bool:
    return all(hasattr(module, name) for module, name in _PRIVATE_NAMES)


def _keep(data: dict[str, object], keys: frozenset[str]) -> None:
    for key in data.keys() - keys:
        del data[key]
