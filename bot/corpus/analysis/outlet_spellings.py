"""The ways an outlet's name is typed and declined."""

import re
from collections.abc import Iterator

from bot.languages.scripts import PERSIAN_FORMS

_BARE_ALIF = str.maketrans("أإآ", "ااا")
_ARABIC_FORMS = str.maketrans("یک", "يك")
_LATIN_END = "\u0250"
_GERMAN_ADJECTIVE = re.compile(r"\b([A-ZÄÖÜ]\w*(?:sch|gemein|reie?|Neu|Jung))(?:e|er|es)(?= [A-ZÄÖÜ])")
_RUSSIAN_CASES = (
    (re.compile(r"([бвгджзклмнпрстфхцчшщ])$"), (r"\1а", r"\1у", r"\1ом", r"\1е")),
    (re.compile(r"(ст|м|нт)и$"), (r"\1ей", r"\1ям", r"\1ями", r"\1ях")),
    (re.compile(r"ая газета$"), ("ой газеты", "ой газете", "ую газету", "ой газетой")),
    (re.compile(r"([нрвжд])а$"), (r"\1ы", r"\1е", r"\1у", r"\1ой")),
    (re.compile(r"ая правда$"), ("ой правды", "ой правде", "ую правду", "ой правдой")),
)
"""Endings of names in other cases, by the name's last letters."""
_DOMAIN = re.compile(r"\w\.(?:com|net|org|[a-z]{2})$", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]")


def spellings(alias: str) -> Iterator[str]:
    """Yield the ways a name is typed and declined: capitals, apostrophes, hyphens, Arabic without hamza."""
    forms = {alias, alias.translate(_BARE_ALIF)}
    forms |= {form.replace("'", "’") for form in forms}
    forms |= {form.replace("-", " ") for form in forms if "-" in form}
    forms |= {form.removesuffix("ة") + "ه" for form in forms if form.endswith("ة")}
    if _DOMAIN.search(alias):
        forms |= {form.lower() for form in forms}
    if alias[0] < _LATIN_END and len(alias) > 3:
        forms |= {form.upper() for form in forms} | {form.replace("i", "İ").upper() for form in forms}
    forms |= {"لل" + form[2:] for form in forms if form.startswith("ال")}
    forms |= {form.translate(PERSIAN_FORMS) for form in forms} | {
        form.translate(_ARABIC_FORMS) for form in forms
    }
    forms |= {_GERMAN_ADJECTIVE.sub(r"\1en", form) for form in forms}
    if _CYRILLIC.search(alias):
        forms |= {form for name in set(forms) for form in _russian_cases(name)}
    yield from forms


def _russian_cases(name: str) -> Iterator[str]:
    """Yield a Russian name in other cases; an undeclined one just is never met in the forms made up here."""
    for ending, cases in _RUSSIAN_CASES:
        if ending.search(name):
            yield from (ending.sub(case, name) for case in cases)
