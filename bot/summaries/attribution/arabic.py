"""Attributions in Arabic, where the verb comes first: "وقال X إن ...", "بحسب X", "نقلت X عن Y قوله"."""

import re
from functools import cache

from bot.corpus.article import Span
from bot.languages.language import language
from bot.languages.phrases import any_word, words
from bot.summaries.attribution.attribution import Attribution, Clause

_OPEN, _CLOSE = '[“"«]', '[”"»]'
_NAME = r"[^.،,؛:“\"«\x00]{2,90}?"


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else speaks."""
    for form in _forms():
        match = form.search(clause.masked)
        if match is not None and (attribution := _attribution(clause, match)) is not None:
            return [attribution]
    return []


def _attribution(clause: Clause, match: re.Match[str]) -> Attribution | None:
    cue = clause.exact(*match.span("cue"))
    content = clause.group(match, "content")
    if content is None:
        return None
    source = _source(clause, match) or cue  # the verb alone refers to the last speaker
    via = clause.group(match, "via") if match.groupdict().get("via") else None
    return Attribution(source, (content,), cue, via)


def _source(clause: Clause, match: re.Match[str]) -> Span | None:
    parts = match["source"].split()
    names_nobody = bool(parts) and parts[0] in words("attribution.not_speaker", "ar")
    return None if names_nobody else clause.group(match, "source")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    cues = language("ar").attribution
    verb = rf"(?<!\w)[وف]?(?P<cue>{any_word(cues.verbs)})"
    that = rf"(?:{any_word(cues.that)})"
    according = rf"(?<!\w)و?(?P<cue>{any_word(cues.according)})\s?"
    comma = "[،,]"
    tail = r"(?P<content>.+)"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"(?<!\w)و?(?P<cue>نقلت?)\s+(?P<via>{_NAME})\s+عن\s+(?P<source>{_NAME})\s+(?:قولها|قوله|قولهم|تأكيده|تأكيدها)\s*:?\s*{that}?\s+{tail}",
            rf"(?P<content>{_OPEN}\x00+{_CLOSE})\s*{comma}?\s*(?:كما\s+|حسبما\s+|وفق\s+ما\s+|بحسب\s+ما\s+)?{verb}\s+(?P<source>{_NAME})(?=[.،,]|$)",
            rf"{verb}\s+(?P<source>{_NAME}(?:{comma}[^.،,:“\"«\x00]{{2,60}}{comma})?)\s*{comma}?\s+(?:في\s+[^.:“\"«\x00]{{2,60}}\s+)?{that}\s+{tail}",
            rf"{verb}\s+(?P<source>{_NAME}(?:{comma}[^.،,:“\"«\x00]{{2,60}}{comma})?)\s*:\s*{tail}",
            rf"{verb}\s+(?P<source>{_NAME})\s+(?P<content>{_OPEN}\x00+{_CLOSE}.*)",
            rf"^\s*{verb}(?P<source>)\s*(?:{that}\s|:|\s(?={_OPEN}))\s*{tail}",
            rf"^\s*{according}(?P<source>{_NAME})\s*{comma}\s*{tail}",
            rf"^(?P<content>.{{15,}}?)\s*{comma}?\s*{according}(?P<source>[^.،,“\"«\x00]{{2,90}})",
        )
    )
