"""Attributions in Turkish, where the verb comes last: "X, ... dedi", "X'e göre ...", "... dedi X".

A subject needs no comma and a verb no subject, so that a speaker is only named where a comma, a quotation or
the place before the verb leaves no doubt.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_word
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.quotation import HIDDEN
from bot.summaries.attribution.turkish_names import (
    Place,
    is_adverbial,
    listener_at_end,
    owner_at_end,
    speaker_at_end,
)

_QUOTE = r"[“\"«]\x00+[”\"»]"
_END = r"\s*[.!?…:]*\s*$"
_NAMES = r"(?:[A-ZÇĞİÖŞÜ][\w’'.]*\s+){0,5}[A-ZÇĞİÖŞÜ][\wçğıöşü.-]*"
_REPORTED = (
    r"\w*(?:[dt][ıiuü]ğ|[ae]c[ae]ğ)(?:[ıiuü]m?(?:[ıiuü]z)?)?n?[ıiuüae]n?"
    r"|\w*(?:[dt][ıiuü]kl|[ae]c[ae]kl|m[ae]l)[ae]r[ıi]n?[ıiuüae]n?|\w*m[ae]s[ıi]n[ıiuüae]n?"
)
"""A verb made a noun, as in reported speech: "geldiğini", "gelmesini", "geleceklerini"."""
_FEW_WORDS = r"(?:\s+[a-zçğıöşü]\w*){0,3}?"
_SEGMENT = re.compile(r"[^,;]+")
_LIST = re.compile(r"[,;]\s*[A-ZÇĞİÖŞÜ]\w*(?:\s[A-ZÇĞİÖŞÜ]\w*){0,2}\s*(?:,|\sve\s|\sile\s)")
_COMPARES = re.compile(r"\s*(?:daha|en|yüzde|%|\d)")
Finder = Callable[[Clause], Attribution | None]


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else surely speaks."""
    quoted = (_after_quotation, _behind_quotation, _before_quotation) if HIDDEN in clause.masked else ()
    for find in (*quoted, _according, _before_verb, _with_comma):
        attribution = find(clause)
        if attribution is not None:
            return [attribution]
    return []


def _attribution(clause: Clause, source: Place | None, match: re.Match[str]) -> Attribution | None:
    content = clause.group(match, "content")
    named = clause.span(*source) if source else None
    if named is None or content is None:
        return None
    return Attribution(named, (content,), clause.exact(*match.span("cue")))


def _after_quotation(clause: Clause) -> Attribution | None:
    """Find the speaker in '"..." dedi X' and '"..." diyen X, ...'."""
    for form in _inverted_forms():
        match = form.search(clause.masked)
        if match is not None:
            return _attribution(clause, speaker_at_end(clause.masked, *match.span("source")), match)
    return None


def _behind_quotation(clause: Clause) -> Attribution | None:
    """Find the speaker in 'X, "..." dedi'."""
    match = _quoting_form().search(clause.masked)
    return _attribution(clause, _before_comma(clause.masked, match.end("before")), match) if match else None


def _before_quotation(clause: Clause) -> Attribution | None:
    """Find the speaker in 'X şöyle konuştu: "..."' and 'X: "..."'."""
    match = _colon_form().search(clause.masked)
    return _attribution(clause, _before_comma(clause.masked, match.end("before")), match) if match else None


def _before_comma(text: str, end: int) -> Place | None:
    """Return the speaker in the last part of a text that doesn't just tell when, where or how."""
    for segment in reversed(list(_SEGMENT.finditer(text, 0, end))):
        if not is_adverbial(segment[0]):
            return speaker_at_end(text, *segment.span())
    return None


def _according(clause: Clause) -> Attribution | None:
    """Find the speaker in "X'e göre ...", "X'in haberine göre ..."."""
    match = _according_form().search(clause.masked)
    if match is None:
        return None
    noun = match["noun"]
    find = owner_at_end if noun else listener_at_end
    if not noun and not match["comma"] and _COMPARES.match(match["content"]):
        return None
    return _attribution(clause, find(clause.masked, *match.span("before")), match)


def _before_verb(clause: Clause) -> Attribution | None:
    """Find the speaker in "... geldiğini X söyledi"."""
    match = _late_form().search(clause.masked)
    return (
        _attribution(clause, speaker_at_end(clause.masked, *match.span("source")), match) if match else None
    )


def _with_comma(clause: Clause) -> Attribution | None:
    """Find the speaker in "X, ... geldiğini söyledi"."""
    match = _reporting_form().search(clause.masked)
    if match is None:
        return None
    for segment in _segments(clause.masked, match.start("cue")):
        if not is_adverbial(segment[0]) and (source := speaker_at_end(clause.masked, *segment.span())):
            content = clause.span(segment.end(), match.end("content"))
            doubtful = content is None or _LIST.match(clause.masked, segment.end())
            named = clause.span(*source)
            if doubtful or named is None or content is None:
                return None
            return Attribution(named, (content,), clause.exact(*match.span("cue")))
    return None


def _segments(text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the parts before commas in which the subject may be: the first, and others with a participle."""
    parts = list(_SEGMENT.finditer(text, 0, end))
    for number, part in enumerate(parts[:-1]):
        if number == 0 or is_adverbial(parts[number - 1][0]) or _participle().search(part[0]):
            yield part


@cache
def _participle() -> re.Pattern[str]:
    return re.compile(r"\s[a-zçğıöşü]+[ae]n\s+[A-ZÇĞİÖŞÜ]")


@cache
def _verb() -> str:
    return rf"(?<!\w)(?P<cue>{any_word(language('tr').attribution.verbs)})(?!\w)"


@cache
def _inverted_forms() -> tuple[re.Pattern[str], ...]:
    participle = rf"(?P<cue>{any_word(language('tr').attribution.participle_verbs)})"
    quotation = rf"(?P<content>{_QUOTE})\s*,?\s*(?:diye\s+|şeklinde\s+)?"
    source = rf"(?P<source>{_NAMES})"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"{quotation}{_verb()}\s+{source}(?=\s*[.,]\s*(?:$|\D))",
            rf"{quotation}{participle}\s+{source}(?=\s*[,;.]|\s+[a-zçğıöşü])",
        )
    )


@cache
def _quoting_form() -> re.Pattern[str]:
    gap = r"[^“\"«\x00]{0,40}?"
    return re.compile(
        rf"^(?P<before>[^“\"«:\x00]{{2,200}}?)\s*[,;:]?\s*(?P<content>{_QUOTE}(?:.*{_QUOTE})?){gap}{_verb()}{_END}",
        re.DOTALL,
    )


@cache
def _colon_form() -> re.Pattern[str]:
    verbs = any_word(language("tr").attribution.naming_verbs)
    return re.compile(
        rf"^(?P<before>[^“\"«:\x00]{{2,160}}?)\s*(?P<cue>{verbs})\s*:\s*(?P<content>{_QUOTE}.*)", re.DOTALL
    )


@cache
def _according_form() -> re.Pattern[str]:
    cues = language("tr").attribution
    noun = rf"(?:{any_word(cues.nouns)})\w{{0,12}}[ae]"
    return re.compile(
        rf"^\s*(?P<before>[^,;:“\"«\x00]{{2,120}}?)(?:\s+(?P<noun>{noun}))?\s+(?P<cue>{any_word(cues.according)})"
        r"(?P<comma>,?)\s+(?P<content>.+)",
        re.DOTALL,
    )


@cache
def _late_form() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<content>.{{10,}}\s(?:{_REPORTED}))\s+(?:(?:da|de|ise)\s)?(?P<source>{_NAMES})\s+{_verb()}{_END}",
        re.DOTALL,
    )


@cache
def _reporting_form() -> re.Pattern[str]:
    plain = any_word(language("tr").attribution.inverted_verbs)
    return re.compile(
        rf"^(?P<content>.*\s(?:{_REPORTED}){_FEW_WORDS}|.{{20,}}(?=\s{plain}{_END}))\s+{_verb()}{_END}",
        re.DOTALL,
    )
