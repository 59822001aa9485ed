"""Attributions by an English reporting verb after its subject: "X said ...", "..., X said", "as X noted"."""

import re
from collections.abc import Sequence
from functools import cache

from bot.corpus.article import Span
from bot.languages.language import language
from bot.languages.phrases import any_word
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english.complement import (
    ADJUNCT,
    addressed,
    content_behind,
    opens_speech,
    to_do_follows,
    what_goes_on,
)
from bot.summaries.attribution.english.conflicts import add_attribution
from bot.summaries.attribution.english.cues import CLOSE, PREPOSITION, Cue, find_cues
from bot.summaries.attribution.english.inversion import find_inverted, find_passive
from bot.summaries.attribution.english.reporting_verbs import reporting_verbs
from bot.summaries.attribution.english.subject import find_subject, head_of, is_plural

_SAYING_AS = re.compile(r"\s+(?P<source>[^,;]{3,90}?)\s+as\s+(?:saying|telling|having said)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"(?<!\w)(?:to|should|could|can|must|may|might|cannot|not|n[’']t|never|or|if)$", re.IGNORECASE
)
_BEING = re.compile(
    r"(?:\b(?:is|are|am|was|were|been|be|being)|[’'](?:s|re|m))(?:\s+(?:not|also|now|still|\w+ly))?$",
    re.IGNORECASE,
)
_UNREAL_ENDS = (
    "to",
    "should",
    "could",
    "can",
    "must",
    "may",
    "might",
    "not",
    "n't",
    "n’t",
    "never",
    "or",
    "if",
)
_BEING_ENDS = (
    *("is", "are", "am", "was", "were", "been", "be", "being", "'s", "’s", "'re", "’re", "'m", "’m"),
    *("not", "also", "now", "still", "ly"),
)
"""The last letters of the texts that the patterns find, which are faster to look for."""
_LONGEST_ENDING = 6
_HAVING = re.compile(r"(?:has|have|had|[’'](?:ve|d))(?:\s+\w+)?$", re.IGNORECASE)
_BEFORE_VERB = 60
"""Characters before a verb that are searched for auxiliaries and conjunctions."""
_INTRANSITIVE = re.compile(
    r"\s+(?:\w{2,}ly|by|from|in|at|over|since|between|among)\b[^“\"\x00]*$", re.IGNORECASE
)
"""`demand declined slightly`: the verb has no object, and nobody is quoted."""
_REFLEXIVE = re.compile(
    r"\s+(?:my|your|him|her|it|our|them)sel(?:f|ves)\b(?!\s+(?:that\b|[“\"]))", re.IGNORECASE
)
"""`found itself in debt`, `called himself lucky`: nobody is quoted."""
_AND = re.compile(r"(?<!\w)(?:and|but)(?:\s+(?:also|then|later|even|\w+ly|has|have|had))*\s*$", re.IGNORECASE)
_AS = re.compile(r"(?<!\w)as$", re.IGNORECASE)
_AFTER_AS = re.compile(
    r"(?:\s+(?:in|on|at|during|last|this|to|earlier|yesterday|\w+day)\b[^,:\x00]{0,60})?\s*(?:[,:]\s+|[.!?]*$)"
)
_MIN_WORDS, _MIN_WORDS_AFTER_PREPOSITION = 2, 4
"""Words of indirect speech before its speaker."""


def attributions_by_verbs(clause: Clause) -> list[Attribution]:
    """Return the attributions of a clause by its reporting verbs, left to right."""
    attributions: list[Attribution] = []
    for cue in find_cues(clause.masked):
        new = _read(clause, cue, attributions)
        if new is not None:
            attributions = add_attribution(clause, attributions, new)
    return attributions


def _read(clause: Clause, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
    """The attribution by a verb that reports a statement: not by "to say", "should know", "known facts"."""
    verbs, left = reporting_verbs(), clause.masked[: cue.start].rstrip()
    near = max(0, len(left) - _BEFORE_VERB)
    ending = left[-_LONGEST_ENDING:].lower()
    being = _BEING.search(left, near) if ending.endswith(_BEING_ENDS) else None
    if cue.verb in verbs.progressive and being is None:
        return _participle(clause, cue, before)
    if (ending.endswith(_UNREAL_ENDS) and _UNREAL.search(left, near)) or (
        cue.verb in verbs.participles and not _HAVING.search(left, near)
    ):
        return None
    if cue.verb in verbs.past and being is not None and being[0][0] not in "'’":
        return find_passive(clause, cue)
    return find_inverted(clause, cue) or _direct(clause, cue, before)


def _participle(clause: Clause, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
    """`X left the room, saying ...`, and `..., X said, adding that ...`."""
    if cue.verb not in reporting_verbs().continuing:
        return None
    if not _participle_lead().search(clause.masked, max(0, cue.start - _BEFORE_VERB), cue.start):
        return None
    source = before[-1].source if before else head_of(clause)
    content = content_behind(clause, cue, cue.end) if source else None
    return Attribution(source, (content,), _span(clause, cue)) if source and content else None


@cache
def _participle_lead() -> re.Pattern[str]:
    """A comma, or a document that says something: `sent a letter saying ...`."""
    document = any_word(language("en").attribution.documents)
    return re.compile(
        rf"(?:,|,\s+(?:while|and)|\b{document}(?:\s+[\w’-]+){{0,3}})\s+$",
        re.IGNORECASE,
    )


def _direct(clause: Clause, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """`X said ...` and `..., X said.`"""
    subject = _same_subject(clause, cue, earlier) or find_subject(clause, cue.start)
    if subject is None:
        return None
    if cue.verb in reporting_verbs().quoting and (quoting := _quoting(clause, cue, subject)):
        return quoting
    if not _counts(clause, cue, subject):
        return None
    before = clause.masked[: subject.start - clause.at].rstrip()
    after, to = addressed(clause, cue)
    if _AS.search(before, max(0, len(before) - 3)):
        content = _around_as(clause, _AS.sub("", before), after)
        return Attribution(subject, content, _span(clause, cue), to) if content else None
    if not to_do_follows(clause, cue, after) and _speech_ends(clause, before, after):
        content = _in_front(clause, before, after)
        return Attribution(subject, content, _span(clause, cue), to) if content else None
    behind = content_behind(clause, cue, after)
    if behind is None:
        return None
    quotes = "\x00" in clause.masked[behind.start - clause.at :]
    spoken = cue.verb in reporting_verbs().spoken or quotes or opens_speech(clause.masked, after)
    return Attribution(subject, (behind,), _span(clause, cue), to, spoken)


def _same_subject(clause: Clause, cue: Cue, earlier: Sequence[Attribution]) -> Span | None:
    """The speaker before in the same sentence: `X said ..., and warned ...`."""
    last = earlier[-1] if earlier else None
    if last is None or last.cue is None or last.cue.start >= clause.at + cue.start:
        return None
    joined = _AND.search(clause.masked, max(0, cue.start - _BEFORE_VERB), cue.start)
    return last.source if joined else None


def _quoting(clause: Clause, cue: Cue, subject: Span) -> Attribution | None:
    """`..., Reuters quoted an official as saying.`"""
    match = _SAYING_AS.match(clause.masked, cue.end)
    if match is None:
        return None
    source = clause.group(match, "source")
    content = clause.span(match.end(), len(clause.masked.rstrip(" ."))) or clause.span(
        0, subject.start - clause.at
    )
    return Attribution(source, (content,), _span(clause, cue), subject) if source and content else None


def _counts(clause: Clause, cue: Cue, subject: Span) -> bool:
    """Whether a verb form that has other uses reports a statement here."""
    verbs = reporting_verbs()
    if _REFLEXIVE.match(clause.masked, cue.end):
        return False
    if cue.verb in verbs.objects and _INTRANSITIVE.match(clause.masked, cue.end):
        return False
    if cue.verb in verbs.naming and "\x00" not in clause.masked[cue.end :]:
        return False
    silent = cue.verb in verbs.often_silent and "\x00" not in clause.masked
    if (silent or cue.verb in verbs.ambiguous) and not opens_speech(clause.masked, cue.end):
        return False
    phrase = clause.masked[max(subject.start - clause.at - 4, 0) : subject.end - clause.at]
    return cue.verb not in verbs.plural or is_plural(phrase)


def _around_as(clause: Clause, before: str, after: int) -> tuple[Span, ...]:
    """`As X noted, ...` and `..., as X noted, ...`; () where "as" means a time or a manner."""
    rest, front = _AFTER_AS.match(clause.masked, after), before.rstrip(f" ,—–-{CLOSE}")
    if (before and front == before.rstrip()) or rest is None:
        return ()
    behind = clause.rest(rest.end())
    whole = behind is None or ("," not in front and front)
    parts = (clause.span(0, len(front)) if whole else None, behind)
    return tuple(part for part in parts if part)


def _speech_ends(clause: Clause, before: str, after: int) -> bool:
    """Whether the quoted content comes before the speaker."""
    if before[-1:] not in tuple(f",—–{CLOSE}"):
        return False
    if "\x00" not in before and PREPOSITION.match(before) and "\x00" in clause.masked[after:]:
        return False
    quoted = "\x00" in before[-4:]
    return bool(ADJUNCT.match(clause.masked, after)) or (quoted and not opens_speech(clause.masked, after))


def _in_front(clause: Clause, before: str, after: int) -> tuple[Span, ...]:
    content = clause.span(0, len(before))
    quoted = "\x00" in before
    least = _MIN_WORDS_AFTER_PREPOSITION if PREPOSITION.match(before) else _MIN_WORDS
    if content is None or not (quoted or len(before.split()) >= least):
        return ()
    return (content, *what_goes_on(clause, after, quoted=quoted))


def _span(clause: Clause, cue: Cue) -> Span:
    return clause.exact(cue.start, cue.end)
