"""Attributions by an English verb of saying: "X said that ...", "..., said X", "as X noted"."""

import re
from collections.abc import Sequence

from bot.corpus.article import Span
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english.complement import (
    ADJUNCT,
    addressed,
    content_behind,
    opens_speech,
    quotes_behind,
    to_do_follows,
    what_goes_on,
)
from bot.summaries.attribution.english.conflicts import add_attribution
from bot.summaries.attribution.english.cues import (
    CLOSE,
    DETERMINED,
    PREPOSITION,
    Cue,
    find_cues,
    phrase_end,
    reporting_words,
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


def attributions_by_verbs(clause: Clause) -> list[Attribution]:
    """Return the attributions of a clause by its verbs of saying, left to right."""
    found: list[Attribution] = []
    for cue in find_cues(clause.masked):
        new = _read(clause, cue, found)
        if new is not None:
            found = add_attribution(clause, found, new)
    return found


def _read(clause: Clause, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution by a verb that tells of an act of saying: no "to say", "should know", "known facts"."""
    kinds, left = reporting_words(), clause.masked[: cue.start].rstrip()
    near = max(0, len(left) - _NEAR)
    being = _BEING.search(left, near)
    if cue.verb in kinds.progressive and being is None:
        return _participle(clause, cue, found)
    if _UNREAL.search(left, near) or (cue.verb in kinds.participles and not _HAVING.search(left, near)):
        return None
    if cue.verb in kinds.past and being is not None and being[0][0] not in "'’":
        return _passive(clause, cue)
    return _opening(clause, cue) or _inverted(clause, cue) or _direct(clause, cue, found)


def _participle(clause: Clause, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    """`X left the room, saying ...`, and `..., X said, adding that ...`."""
    kinds = reporting_words()
    if cue.verb not in kinds.continuing or not kinds.participle.search(
        clause.masked, max(0, cue.start - _NEAR), cue.start
    ):
        return None
    source = found[-1].source if found else head_of(clause)
    content = content_behind(clause, cue, cue.end) if source else None
    return Attribution(source, (content,), _cue_span(clause, cue)) if source and content else None


def _opening(clause: Clause, cue: Cue) -> Attribution | None:
    """`Said X: "..."`"""
    if cue.verb not in reporting_words().inverted or clause.masked[: cue.start].strip(_LEADING):
        return None
    match = _NAMED_FIRST.match(clause.masked, cue.end)
    source = clause.span(match.start("source"), match.end("source")) if match else None
    content = clause.span(match.end(), len(clause.masked)) if match else None
    return Attribution(source, (content,), _cue_span(clause, cue)) if source and content else None


def _inverted(clause: Clause, cue: Cue) -> Attribution | None:
    """`"...," said X.`, and `..., said X.` where X ends the sentence."""
    left = clause.masked[: cue.start].rstrip()
    if cue.verb not in reporting_words().inverted or not left or left[-1] not in f",—–{CLOSE}":
        return None
    end = phrase_end(clause.masked, cue.end)
    source = clause.span(cue.end, end)
    if source is None or not _NOUN_PHRASE.match(clause.masked, source.start - clause.at):
        return None
    if _CLAUSE.match(clause.masked, source.start - clause.at, end):
        return None
    quoted = left.rstrip(",")[-1:] in CLOSE and "\x00" in left
    rest = len(clause.masked[end:].split())
    plain = "," not in left[:-1] and len(left.split()) > _LEAST and not PREPOSITION.match(left)
    if not quoted and not plain and len(left.split(",")[0].split()) <= _SHORT_HEAD:
        return None
    if not quoted and (
        rest > _SHORT_TAIL or (plain and not _PERSON.match(clause.masked, source.start - clause.at))
    ):
        return None
    if not quoted and len(clause.masked[cue.end : end].split()) > _SHORT_HEAD:
        return None
    content = clause.span(0, cue.start)
    return (
        Attribution(source, (content, *quotes_behind(clause, end)), _cue_span(clause, cue))
        if content
        else None
    )


def _passive(clause: Clause, cue: Cue) -> Attribution | None:
    """`X was called a fraud by Y.`, and `X was quoted as saying ...`"""
    kinds = reporting_words()
    quoted = _AS_SAYING.match(clause.masked, cue.end) if cue.verb in kinds.quoting else None
    subject = find_subject(clause, cue.start) if quoted else None
    if quoted and subject:
        by = _BY.match(clause.masked, quoted.end() + 1)
        content = None if by else clause.span(quoted.end(), len(clause.masked.rstrip(" .")))
        content = content or clause.span(0, subject.start - clause.at)
        return Attribution(subject, (content,), _cue_span(clause, cue)) if content else None
    agent = _BY.search(clause.masked, cue.end, cue.end + _NEAR)
    if (
        agent is None
        or cue.verb not in kinds.objects
        or re.search(r"[,;:]", clause.masked[cue.end : agent.start()])
    ):
        return None
    end = phrase_end(clause.masked, agent.end())
    if (stop := _AGENT_END.search(clause.masked, agent.end(), end)) is not None:
        end = stop.start()
    source, content = clause.span(agent.end(), end), clause.span(0, agent.start())
    if source is None or content is None:
        return None
    return Attribution(source, (content, *quotes_behind(clause, end)), _cue_span(clause, cue), spoken=False)


def _goes_on(clause: Clause, cue: Cue, found: Sequence[Attribution]) -> Span | None:
    """Who said something before in the same sentence, for `X said ..., and warned ...`."""
    if (
        found
        and _AND.search(clause.masked, max(0, cue.start - _NEAR), cue.start)
        and found[-1].cue
        and found[-1].cue.start < clause.at + cue.start
    ):
        return found[-1].source
    return None


def _direct(clause: Clause, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    """`X said ...` and `..., X said.`"""
    subject = _goes_on(clause, cue, found) or find_subject(clause, cue.start)
    if subject is None:
        return None
    if cue.verb in reporting_words().quoting and (quoted := _quoting(clause, cue, subject)):
        return quoted
    if not _counts(clause, cue, subject):
        return None
    before = clause.masked[: subject.start - clause.at].rstrip()
    after, to = addressed(clause, cue)
    if _AS.search(before, max(0, len(before) - 3)):
        content = _around_as(clause, _AS.sub("", before), after)
        return Attribution(subject, content, _cue_span(clause, cue), to) if content else None
    if not to_do_follows(clause, cue, after) and _speech_ends(clause, before, after):
        content = _in_front(clause, before, after)
        return Attribution(subject, content, _cue_span(clause, cue), to) if content else None
    behind = content_behind(clause, cue, after)
    if behind is None:
        return None
    quotes = "\x00" in clause.masked[behind.start - clause.at :]
    spoken = cue.verb in reporting_words().spoken or quotes or opens_speech(clause.masked, after)
    return Attribution(subject, (behind,), _cue_span(clause, cue), to, spoken)


def _around_as(clause: Clause, before: str, after: int) -> tuple[Span, ...]:
    """`As X noted, ...` and `..., as X noted, ...`; () where "as" tells of a time or a manner."""
    rest, front = _AFTER_AS.match(clause.masked, after), before.rstrip(f" ,—–-{CLOSE}")
    if (before and front == before.rstrip()) or rest is None:
        return ()
    behind = clause.span(rest.end(), len(clause.masked))
    whole = behind is None or ("," not in front and front)
    parts = (clause.span(0, len(front)) if whole else None, behind)
    return tuple(part for part in parts if part)


def _counts(clause: Clause, cue: Cue, subject: Span) -> bool:
    """Whether a verb that can be something else too is an act of saying here."""
    kinds = reporting_words()
    if _REFLEXIVE.match(clause.masked, cue.end):
        return False
    if cue.verb in kinds.objects and _INTRANSITIVE.match(clause.masked, cue.end):
        return False
    if cue.verb in kinds.naming and "\x00" not in clause.masked[cue.end :]:
        return False
    if cue.verb in kinds.ambiguous and not opens_speech(clause.masked, cue.end):
        return False
    named = clause.masked[max(subject.start - clause.at - 4, 0) : subject.end - clause.at]
    return cue.verb not in kinds.plural or is_plural(named)


def _speech_ends(clause: Clause, before: str, after: int) -> bool:
    """Whether what is said stands in front of the speaker."""
    if before[-1:] not in tuple(f",—–{CLOSE}"):
        return False
    if "\x00" not in before and PREPOSITION.match(before) and "\x00" in clause.masked[after:]:
        return False
    quoted = "\x00" in before[-4:]
    return bool(ADJUNCT.match(clause.masked, after)) or (quoted and not opens_speech(clause.masked, after))


def _in_front(clause: Clause, before: str, after: int) -> tuple[Span, ...]:
    content = clause.span(0, len(before))
    quoted = "\x00" in before
    least = _LEAST_AFTER_PREPOSITION if PREPOSITION.match(before) else _LEAST
    if content is None or not (quoted or len(before.split()) >= least):
        return ()
    return (content, *what_goes_on(clause, after, quoted=quoted))


def _quoting(clause: Clause, cue: Cue, subject: Span) -> Attribution | None:
    """`..., Reuters quoted an official as saying.`"""
    match = _SAYING_AS.match(clause.masked, cue.end)
    if match is None:
        return None
    source = clause.span(match.start("source"), match.end("source"))
    content = clause.span(match.end(), len(clause.masked.rstrip(" ."))) or clause.span(
        0, subject.start - clause.at
    )
    return Attribution(source, (content,), _cue_span(clause, cue), subject) if source and content else None


def _cue_span(clause: Clause, cue: Cue) -> Span:
    return Span(clause.at + cue.start, clause.at + cue.end)
