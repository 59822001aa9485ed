"""Attributions in Persian, however its letters are typed."""

import re
from dataclasses import replace

from bot.languages.scripts import PERSIAN_FORMS
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.european import finder_for

_PREFIX = re.compile(r"(?<!\w)(ن?می) (?=\w)")
_find = finder_for("fa")


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else surely speaks."""
    written = clause.masked.translate(PERSIAN_FORMS)
    return _find(replace(clause, masked=_PREFIX.sub("\\1\u200c", written)))
