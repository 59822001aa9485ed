"""Attributions by an English verb of saying: "X said that ...", "..., said X", "as X noted"."""

import re
from collections.abc import Sequence

from bot.corpus.article import Span
from bot.summaries.attribution.attribution import Attribution, Unit
from bot.summaries.attribution.english.complement import (
    ADJUNCT,
    addressed,
    content_behind,
    opens_speech,
    quotes_behind,
    to_do_follows,
    what_goes_on,
)
from bot.summaries.attribution.english.conflicts import together
from bot.summaries.attribution.english.cues import (
    CLOSE,
    DETERMINED,
    PREPOSITION,
    Cue,
    english_words,
    find_cues,
    phrase_end,
)
from bot.summaries.attribution.english.subject import find_subject, head_of, is_plural

_NOUN_PHRASE = re.compile(rf"(?:(?:{DETERMINED})\b|[A-Z0-9“\"‘’'$@]|[a-z-]+s\b)", re.IGNORECASE)
_SAYING_AS = re.compile(r"\s+(?P<source>[^,;]{3,90}?)\s+as\s+(?:saying|telling|having said)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"(?<!\w)(?:to|should|could|can|must|may|might|cannot|not|n[’']t|never|or|if)$", re.IGNORECASE
)
_BEING = re.compile(
    r"(?:\b(?:is|are|am|was|were|been|be|being)|[’'](?:s|re|m))(?:\s+(?:not|also|now|still|\w+ly))?$",
    re.IGNORECASE,
)
_AS_SAYING = re.compile(
    r"\s+(?:by\s+[^,;\x00]{2,60}?\s+)?as\s+(?:saying|telling|having said)\b(?:\s+that\b)?", re.IGNORECASE
)
_BY = re.compile(
    r"(?<=\s)by\s+(?=(?:the|an?|his|her|their|its|some|many|several|one|two|three)\b|[A-Z]|(?:[a-z]+\s)?[a-z]+(?:s|men|women|people)\b)"
)
_AGENT_END = re.compile(r"\s(?:as|for|in|on|at|over|after|when|during|of|to)\s")
_NEAR = 60
"""Letters that are looked at beside a verb."""
_LEADING = " —–-•*"
_NAMED_FIRST = re.compile(
    r"\s+(?P<source>(?:the|an?|one|his|her|their|its|[A-Z][\w.’'-]*)\b[^:“\"\x00]{0,90}?)\s*(?::\s+|,\s+(?=[“\"]\x00))",
    re.IGNORECASE,
)
_HAVING = re.compile(r"(?:has|have|had|[’'](?:ve|d))(?:\s+\w+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:it|he|she|they|we|I|you|there|this|that|these|those)\s+\w", re.IGNORECASE)
"""`..., says it cannot pay`: what is said, not who."""
_PERSON = re.compile(r"(?:the|an?|one|his|her|their|its)\s+\w+|[A-Z][\w.’'-]+(?!\s+that\b)")
_INTRANSITIVE = re.compile(
    r"\s+(?:\w{2,}ly|by|from|in|at|over|since|between|among)\b[^“\"\x00]*$", re.IGNORECASE
)
"""`demand declined slightly`: no words of anybody's are the verb's object."""
_REFLEXIVE = re.compile(
    r"\s+(?:my|your|him|her|it|our|them)sel(?:f|ves)\b(?!\s+(?:that\b|[“\"]))", re.IGNORECASE
)
"""`found itself in debt`, `called himself lucky`: what somebody is or does, and no quotation."""
_AND = re.compile(r"(?<!\w)(?:and|but)(?:\s+(?:also|then|later|even|\w+ly|has|have|had))*\s*$", re.IGNORECASE)
_AS = re.compile(r"(?<!\w)as$", re.IGNORECASE)
_AFTER_AS = re.compile(
    r"(?:\s+(?:in|on|at|during|last|this|to|earlier|yesterday|\w+day)\b[^,:\x00]{0,60})?\s*(?:[,:]\s+|[.!?]*$)"
)
_SHORT_HEAD, _SHORT_TAIL = 9, 14
_LEAST, _LEAST_AFTER_PREPOSITION = 2, 4
"""Words."""


def said_by_verbs(unit: Unit) -> list[Attribution]:
    """Return the attributions of a unit by its verbs of saying, left to right."""
    found: list[Attribution] = []
    for cue in find_cues(unit.masked):
        new = _read(unit, cue, found)
        if new is not None:
            found = together(unit, found, new)
    return found


def _read(unit: Unit, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution by a verb that tells of an act of saying: no "to say", "should know", "known facts"."""
    kinds, left = english_words(), unit.masked[: cue.start].rstrip()
    near = max(0, len(left) - _NEAR)
    being = _BEING.search(left, near)
    if cue.verb in kinds.progressive and being is None:
        return _participle(unit, cue, found)
    if _UNREAL.search(left, near) or (cue.verb in kinds.participles and not _HAVING.search(left, near)):
        return None
    if cue.verb in kinds.past and being is not None and being[0][0] not in "'’":
        return _passive(unit, cue)
    return _opening(unit, cue) or _inverted(unit, cue) or _direct(unit, cue, found)


def _participle(unit: Unit, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    """`X left the room, saying ...`, and `..., X said, adding that ...`."""
    kinds = english_words()
    if cue.verb not in kinds.continuing or not kinds.participle.search(
        unit.masked, max(0, cue.start - _NEAR), cue.start
    ):
        return None
    source = found[-1].source if found else head_of(unit)
    content = content_behind(unit, cue, cue.end) if source else None
    return Attribution(source, (content,), _cue_span(unit, cue)) if source and content else None


def _opening(unit: Unit, cue: Cue) -> Attribution | None:
    """`Said X: "..."`"""
    if cue.verb not in english_words().inverted or unit.masked[: cue.start].strip(_LEADING):
        return None
    match = _NAMED_FIRST.match(unit.masked, cue.end)
    source = unit.span(match.start("source"), match.end("source")) if match else None
    content = unit.span(match.end(), len(unit.masked)) if match else None
    return Attribution(source, (content,), _cue_span(unit, cue)) if source and content else None


def _inverted(unit: Unit, cue: Cue) -> Attribution | None:
    """`"...," said X.`, and `..., said X.` where X ends the sentence."""
    left = unit.masked[: cue.start].rstrip()
    if cue.verb not in english_words().inverted or not left or left[-1] not in f",—–{CLOSE}":
        return None
    end = phrase_end(unit.masked, cue.end)
    source = unit.span(cue.end, end)
    if source is None or not _NOUN_PHRASE.match(unit.masked, source.start - unit.at):
        return None
    if _CLAUSE.match(unit.masked, source.start - unit.at, end):
        return None
    quoted = left.rstrip(",")[-1:] in CLOSE and "\x00" in left
    rest = len(unit.masked[end:].split())
    plain = "," not in left[:-1] and len(left.split()) > _LEAST and not PREPOSITION.match(left)
    if not quoted and not plain and len(left.split(",")[0].split()) <= _SHORT_HEAD:
        return None
    if not quoted and (
        rest > _SHORT_TAIL or (plain and not _PERSON.match(unit.masked, source.start - unit.at))
    ):
        return None
    if not quoted and len(unit.masked[cue.end : end].split()) > _SHORT_HEAD:
        return None
    content = unit.span(0, cue.start)
    return (
        Attribution(source, (content, *quotes_behind(unit, end)), _cue_span(unit, cue)) if content else None
    )


def _passive(unit: Unit, cue: Cue) -> Attribution | None:
    """`X was called a fraud by Y.`, and `X was quoted as saying ...`"""
    kinds = english_words()
    quoted = _AS_SAYING.match(unit.masked, cue.end) if cue.verb in kinds.quoting else None
    subject = find_subject(unit, cue.start) if quoted else None
    if quoted and subject:
        by = _BY.match(unit.masked, quoted.end() + 1)
        content = None if by else unit.span(quoted.end(), len(unit.masked.rstrip(" .")))
        content = content or unit.span(0, subject.start - unit.at)
        return Attribution(subject, (content,), _cue_span(unit, cue)) if content else None
    agent = _BY.search(unit.masked, cue.end, cue.end + _NEAR)
    if (
        agent is None
        or cue.verb not in kinds.objects
        or re.search(r"[,;:]", unit.masked[cue.end : agent.start()])
    ):
        return None
    end = phrase_end(unit.masked, agent.end())
    if (stop := _AGENT_END.search(unit.masked, agent.end(), end)) is not None:
        end = stop.start()
    source, content = unit.span(agent.end(), end), unit.span(0, agent.start())
    if source is None or content is None:
        return None
    return Attribution(source, (content, *quotes_behind(unit, end)), _cue_span(unit, cue), spoken=False)


def _goes_on(unit: Unit, cue: Cue, found: Sequence[Attribution]) -> Span | None:
    """Who said something before in the same sentence, for `X said ..., and warned ...`."""
    if (
        found
        and _AND.search(unit.masked, max(0, cue.start - _NEAR), cue.start)
        and found[-1].cue
        and found[-1].cue.start < unit.at + cue.start
    ):
        return found[-1].source
    return None


def _direct(unit: Unit, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    """`X said ...` and `..., X said.`"""
    subject = _goes_on(unit, cue, found) or find_subject(unit, cue.start)
    if subject is None:
        return None
    if cue.verb in english_words().quoting and (quoted := _quoting(unit, cue, subject)):
        return quoted
    if not _counts(unit, cue, subject):
        return None
    before = unit.masked[: subject.start - unit.at].rstrip()
    after, to = addressed(unit, cue)
    if _AS.search(before, max(0, len(before) - 3)):
        content = _around_as(unit, _AS.sub("", before), after)
        return Attribution(subject, content, _cue_span(unit, cue), to) if content else None
    if not to_do_follows(unit, cue, after) and _speech_ends(unit, before, after):
        content = _in_front(unit, before, after)
        return Attribution(subject, content, _cue_span(unit, cue), to) if content else None
    behind = content_behind(unit, cue, after)
    if behind is None:
        return None
    quotes = "\x00" in unit.masked[behind.start - unit.at :]
    spoken = cue.verb in english_words().spoken or quotes or opens_speech(unit.masked, after)
    return Attribution(subject, (behind,), _cue_span(unit, cue), to, spoken)


def _around_as(unit: Unit, before: str, after: int) -> tuple[Span, ...]:
    """`As X noted, ...` and `..., as X noted, ...`; () where "as" tells of a time or a manner."""
    rest, front = _AFTER_AS.match(unit.masked, after), before.rstrip(f" ,—–-{CLOSE}")
    if (before and front == before.rstrip()) or rest is None:
        return ()
    behind = unit.span(rest.end(), len(unit.masked))
    whole = behind is None or ("," not in front and front)
    parts = (unit.span(0, len(front)) if whole else None, behind)
    return tuple(part for part in parts if part)


def _counts(unit: Unit, cue: Cue, subject: Span) -> bool:
    """Whether a verb that can be something else too is an act of saying here."""
    kinds = english_words()
    if _REFLEXIVE.match(unit.masked, cue.end):
        return False
    if cue.verb in kinds.objects and _INTRANSITIVE.match(unit.masked, cue.end):
        return False
    if cue.verb in kinds.naming and "\x00" not in unit.masked[cue.end :]:
        return False
    if cue.verb in kinds.ambiguous and not opens_speech(unit.masked, cue.end):
        return False
    named = unit.masked[max(subject.start - unit.at - 4, 0) : subject.end - unit.at]
    return cue.verb not in kinds.plural or is_plural(named)


def _speech_ends(unit: Unit, before: str, after: int) -> bool:
    """Whether what is said stands in front of the speaker."""
    if before[-1:] not in tuple(f",—–{CLOSE}"):
        return False
    if "\x00" not in before and PREPOSITION.match(before) and "\x00" in unit.masked[after:]:
        return False
    quoted = "\x00" in before[-4:]
    return bool(ADJUNCT.match(unit.masked, after)) or (quoted and not opens_speech(unit.masked, after))


def _in_front(unit: Unit, before: str, after: int) -> tuple[Span, ...]:
    content = unit.span(0, len(before))
    quoted = "\x00" in before
    least = _LEAST_AFTER_PREPOSITION if PREPOSITION.match(before) else _LEAST
    if content is None or not (quoted or len(before.split()) >= least):
        return ()
    return (content, *what_goes_on(unit, after, quoted=quoted))


def _quoting(unit: Unit, cue: Cue, subject: Span) -> Attribution | None:
    """`..., Reuters quoted an official as saying.`"""
    match = _SAYING_AS.match(unit.masked, cue.end)
    if match is None:
        return None
    source = unit.span(match.start("source"), match.end("source"))
    content = unit.span(match.end(), len(unit.masked.rstrip(" ."))) or unit.span(0, subject.start - unit.at)
    return Attribution(source, (content,), _cue_span(unit, cue), subject) if source and content else None


def _cue_span(unit: Unit, cue: Cue) -> Span:
    return Span(unit.at + cue.start, unit.at + cue.end)
