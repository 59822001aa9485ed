"""Attributions that only German has: "laut X", "X zufolge", "so X", and reported speech in the subjunctive.

Nouns have capital letters, so that a noun phrase ends where the next small word is no genitive or "von".
"""

import re
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_word
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.european import depends, finder_for, is_doubtful, names_somebody

_NOUN = r"[A-ZÄÖÜ][^\s,;:.!?“\"„\x00]*"
_ADJECTIVE = r"(?!(?:d(?:er|ie|as|en|em|es)|eine?[rnms]?)\s)[a-zäöüß-]+(?:e|en|er|em|es)"
_NOUNS = rf"(?:{_ADJECTIVE}\s){{0,3}}{_NOUN}(?:\s{_NOUN})*"
_OF = r"(?:des|der|von|vom|eines|einer|aus|für|im|in|am|an\sder)"
_ASIDE = r"(?:\s\([^)]+\))?(?:\s[„\"]\x00{1,30}[“\"])?"


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else speaks."""
    for form in _forms():
        match = form.search(clause.masked)
        if match is not None and (attribution := _attribution(clause, match)) is not None:
            return [attribution]
    return finder_for("de", _phrase(), r"(?!\w)")(clause)


def continues(clause: Clause) -> bool:
    """Return whether a clause without a speaker opens in the subjunctive, as reported speech does."""
    return _subjunctive().search(clause.masked.partition(",")[0]) is not None


def _attribution(clause: Clause, match: re.Match[str]) -> Attribution | None:
    names = [name for name in ("before", "content") if match.groupdict().get(name)]
    content = tuple(part for name in names if (part := clause.group(match, name)) is not None)
    source = clause.group(match, "source")
    if source is None or not content or not names_somebody(match["source"], "de"):
        return None
    if depends(clause.masked[match.start(names[-1]) :], "de") or is_doubtful(clause.masked, match, "de"):
        return None
    return Attribution(source, content, clause.exact(*match.span("cue")))


@cache
def _phrase() -> str:
    """Return a pattern of a noun phrase, with the phrases in the genitive behind it."""
    determiner = rf"(?:(?i:{any_word(language('de').attribution.determiners)})\s)?"
    return rf"{determiner}{_NOUNS}{_ASIDE}(?:\s{_OF}\s{determiner}{_NOUNS}{_ASIDE})*"


@cache
def _subjunctive() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word(language('de').attribution.subjunctive)}(?!\w)", re.IGNORECASE)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    cues = language("de").attribution
    name = rf"(?P<source>{_phrase()})"
    apposition = r"(?:,\s[^,]{3,80},)?"
    according = rf"(?P<cue>(?i:{any_word(cues.according)}))\s"
    verb = rf"(?P<cue>{any_word(cues.verbs)})"
    between = r"(?:\s[^,:“\"„\x00]{1,60})?"
    reported = rf"(?P<content>.*(?<!\w){any_word(cues.subjunctive)}(?!\w).*)"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"^\s*{according}{name}\s(?P<content>.+)",
            rf"^\s*{name}\s(?P<cue>zufolge)\s(?P<content>.+)",
            rf"^(?P<before>.{{12,}}?)\s{according}{name}(?P<content>.*)",
            rf"^(?P<before>.{{12,}}?),\s(?P<cue>so)\s{name}(?:\sweiter)?(?:,(?P<content>.+)|[.!?]?\s*$)",
            rf"^\s*{name}{apposition}\s{verb}{between},\s{reported}",
            rf"^\s*(?P<lead>{_NOUN}(?:\s[^,:“\"„\x00]{{1,40}})?)\s{verb}\s{name}{apposition}{between},\s{reported}",
        )
    )
