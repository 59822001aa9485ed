"""Attributions that only German has: "laut X", "X zufolge", "so X", and reported speech in the subjunctive.

Nouns have capital letters, so that a noun phrase ends where the next small word is no genitive or "von".
"""

import re
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_word
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.european import depends, finder_for, is_doubtful, names_somebody
from bot.summaries.attribution.quotation import HIDDEN

_NOUN = r"[A-ZÄÖÜ][^\s,;:.!?“\"„\x00]*"
_ADJECTIVE = r"(?!(?:d(?:er|ie|as|en|em|es)|eine?[rnms]?)\s)[a-zäöüß-]+(?:e|en|er|em|es)"
_NOUNS = rf"(?:{_ADJECTIVE}\s){{0,3}}{_NOUN}(?:\s{_NOUN})*"
_OF = r"(?:des|der|von|vom|eines|einer|aus|für|im|in|am|an\sder)"
_QUOTE = r"[„“\"»«]\x00+[“”\"«»]"
_LONG_QUOTE = r"[„“\"»«]\x00{20,}[“”\"«»]"
_SAID = "gesagt|erklärt|betont|geschrieben|gewarnt|mitgeteilt|geäußert|wissen|verlauten|ausgerichtet"
_FULL_NAME = rf"(?:(?:Der|Die)\s(?:{_ADJECTIVE}\s)?)?(?:{_NOUN}\s){{1,3}}{_NOUN}"
_BETWEEN = r"(?:für|von|vom|in|im|am|aus|seit|bei|beim|mit|zu|zum|zur|an|auf)\s[^,.:“\"„»«\x00]{2,50}?\s"
"""What may come between an article and its adjective: "der für den Hafen zuständige Minister"."""
_NOTES = r"(?:weiter|dazu|hierzu|wörtlich|abschließend|ergänzend|im Interview)"
_ASIDE = r"(?:\s\([^)]+\))?(?:\s[„\"]\x00{1,30}[“\"])?"


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else speaks."""
    quoted = _quoting_forms() if HIDDEN in clause.masked else ()
    for form in (*quoted, *_forms()):
        match = form.search(clause.masked)
        if match is not None and (attribution := _attribution(clause, match)) is not None:
            return [attribution]
    return finder_for("de", _phrase(), r"(?!\w)")(clause)


def continues(clause: Clause) -> bool:
    """Return whether a clause without a speaker opens in the subjunctive, as reported speech does."""
    return _subjunctive().search(clause.masked.partition(",")[0]) is not None


def _attribution(clause: Clause, match: re.Match[str]) -> Attribution | None:
    names = [name for name in ("before", "content", "later") if match.groupdict().get(name)]
    content = tuple(part for name in names if (part := clause.group(match, name)) is not None)
    source = clause.group(match, "source")
    if source is None or not content or not names_somebody(match["source"], "de"):
        return None
    if depends(clause.masked[match.start("content") :] or ".", "de") or is_doubtful(
        clause.masked, match, "de"
    ):
        return None
    return Attribution(source, content, clause.exact(*match.span("cue")))


@cache
def _phrase() -> str:
    """Return a pattern of a noun phrase, with the phrases in the genitive behind it."""
    determiner = rf"(?:(?i:{any_word(language('de').attribution.determiners)})\s)?"
    day = rf"(?!{any_word(language('de').attribution.days)}(?!\w))"
    inserted = rf"(?:(?:der|die|das)\s{_BETWEEN}(?=[a-zäöüß]+e\s))"
    return rf"(?:{inserted}|{determiner}){_NOUNS}{_ASIDE}(?:\s{day}{_OF}\s{determiner}{_NOUNS}{_ASIDE})*"


@cache
def _subjunctive() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word(language('de').attribution.subjunctive)}(?!\w)", re.IGNORECASE)


@cache
def _quoting_forms() -> tuple[re.Pattern[str], ...]:
    cues = language("de").attribution
    somebody = rf"(?P<source>{_phrase()}|(?:er|sie)(?!\w))"
    opens = rf"(?P<source>{_phrase()}|(?:Er|Sie)(?!\w))(?:,\s[^,:]{{3,80}},)?"
    verb = rf"(?P<cue>{any_word((*cues.verbs, *cues.inverted_verbs))})(?!\w)"
    naming = rf"(?P<cue>{any_word(word.split()[0] for word in cues.naming_verbs)})(?!\w)"
    either = rf"(?P<cue>{any_word((*cues.verbs, *cues.naming_verbs))})(?!\w)"
    quotation = rf"(?P<content>{_LONG_QUOTE})"
    goes_on = rf"(?:[^:“\"„»«\x00]{{0,80}}?[,:]\s*(?:[a-zäöü]+\s)?(?P<later>{_LONG_QUOTE}))?"
    when = rf"(?:sich\s)?(?:{any_word(cues.days)}\s)?"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"(?P<content>{_QUOTE})\s*(?:,|–|-)\s*{verb}\s{when}{somebody}{goes_on}",
            rf"^\s*{quotation}\s*(?P<cue>)(?:[–—-]\s*|\()(?P<source>{_phrase()})\)?[.]?\s*$",
            rf"^\s*{opens}\s(?:hat|hatte|habe|ließ|lässt)\s[^:]{{0,100}}?(?P<cue>{_SAID}):\s*{quotation}",
            rf"^\s*{opens}\s[^:“\"„»«\x00]{{3,120}}\sund\s{either}\s[^:“\"„»«\x00]{{0,60}}:?\s*(?P<content>{_QUOTE})",
            rf"^\s*{opens}\s{either}[^:]{{0,200}}:\s*{quotation}",
            rf"(?:^|,\s)(?:[^,:]{{0,60}}\s)?{verb}\s{when}{somebody}[^:]{{0,120}}[:,]\s*{quotation}",
            rf"^\s*(?P<source>{_FULL_NAME}{_ASIDE})(?:,\s[^,:]{{3,80}},)?\s(?P<cue>[a-zäöü]+te?)\s[^:“\"„»«\x00]{{0,80}}:\s*{quotation}",
            rf"^\s*(?P<cue>So|Dazu|Hierzu|Zitat(?:\svon)?)\s(?P<source>{_phrase()})(?:\s{_NOTES})?:\s*{quotation}",
            rf"^\s*(?P<cue>)(?P<source>{_phrase()})\s{_NOTES}:\s*{quotation}",
            rf"{quotation}\s*,\s*(?P<cue>heißt\ses)\s(?:in|bei|aus|von|im|vom|beim)\s(?P<source>{_phrase()})",
            rf"^\s*(?:In|Im|Aus|Bei)\s(?P<source>{_phrase()})\s(?P<cue>heißt\ses)[^:]{{0,60}}:\s*{quotation}",
            rf"{quotation}\s*,\s*(?:wird|wurde)\s(?P<source>{_phrase()})\s(?P<cue>zitiert)",
            rf"(?:wird|wurde|werde)\svon\s(?P<source>{_phrase()})\s[^:,“\"„»«\x00]{{0,60}}?(?P<content>{_QUOTE})\s"
            r"(?P<cue>bezeichnet|beschrieben|genannt|gewertet|kritisiert|eingestuft|gelobt)",
            rf"^\s*{opens}\s{naming}\s[^:,“\"„»«\x00]{{1,80}}\sals\s(?P<content>{_QUOTE})",
            rf"^[^:,“\"„»«\x00]{{0,40}}(?P<content>{_QUOTE})\s{naming}\s(?P<source>{_phrase()})",
        )
    )


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    cues = language("de").attribution
    name = rf"(?P<source>{_phrase()})"
    apposition = r"(?:,\s[^,]{3,80},)?"
    according = rf"(?P<cue>(?i:{any_word(cues.according)}))\s(?:von\s)?"
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
