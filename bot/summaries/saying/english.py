"""Attributions in English: "X said that ...", "..., said X", "according to X, ...", `"..." - X`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.corpus.article import Span
from bot.summaries.saying.attribution import Attribution
from bot.summaries.saying.english_content import (
    ADJUNCT,
    addressed,
    content_behind,
    opens_speech,
    quotes_behind,
    to_do_follows,
    what_goes_on,
)
from bot.summaries.saying.english_subject import find_subject, head_of, is_plural
from bot.summaries.saying.english_words import (
    CLOSE,
    DETERMINED,
    PREPOSITION,
    STOP,
    Cue,
    english_words,
    find_cues,
)
from bot.summaries.saying.unit import Unit

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
    r"(?<=\s)by\s+(?=(?:the|an?|his|her|their|its|some|many|several|one|two|three)\b|[A-Z]|(?:[a-z]+\s)?[a-z]+s\b)"
)
_AGENT_END = re.compile(r"\s(?:as|for|in|on|at|over|after|when|during|of|to)\s")
_NEAR = 60
_LEADING = " —–-•*"
_NAMED_FIRST = re.compile(
    r"\s+(?P<source>(?:the|an?|one|his|her|their|its|[A-Z][\w.’'-]*)\b[^:“\"\x00]{0,90}?)\s*(?::\s+|,\s+(?=[“\"]\x00))",
    re.IGNORECASE,
)
_PARTY = re.compile(r",\s[RDI]-[A-Z][\w.]{1,6},|\s\((?:[RDI]|GOP|Rep|Dem|[RDI]\s?[-–][^)]{1,20})\)")
_SPEAKER = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
_SIGNATURE = re.compile(r"(?P<quote>\s*[“\"]\x00+[”\"])\s*(?:[―—–-]|--)\s*(?P<name>[A-Z][^\x00“”\"]{1,80})")
_PHRASE_END = re.compile(rf"[,;\x00“\"(]|{STOP}|\s(?:who|which|that|and\s+(?:was|is|has|had))\s")
_REFLEXIVE = re.compile(
    r"\s+(?:my|your|him|her|it|our|them)sel(?:f|ves)\b(?!\s+(?:that\b|[“\"]))", re.IGNORECASE
)
"""`found itself in debt`, `called himself lucky`: what somebody is or does, and no quotation."""
_AND = re.compile(r"(?<!\w)(?:and|but)(?:\s+(?:also|then|later|even|\w+ly|has|have|had))*\s*$", re.IGNORECASE)
_AS = re.compile(r"(?<!\w)as$", re.IGNORECASE)
_AFTER_AS = re.compile(
    r"(?:\s+(?:in|on|at|during|last|this|to|earlier|yesterday|\w+day)\b[^,:\x00]{0,60})?\s*(?:[,:]\s+|[.!?]*$)"
)
_JOINT = re.compile(
    r"(?:\s*(?:[,;—–]|--)\s*(?:(?:and|but|while|although|though|whereas|yet)\s+)?|\s(?:and|but|while)\s+)$",
    re.IGNORECASE,
)
"""What stands between what one says and the next speaker."""
_SHORT_HEAD, _SHORT_TAIL = 9, 14
_LEAST, _LEAST_AFTER_PREPOSITION = 2, 4
"""Words."""
_LONGEST_PRONOUN = 4
"""Letters."""


def find_in_unit(unit: Unit) -> list[Attribution]:
    """Return the attributions of a unit, the outermost first; [] when nobody else is said to speak."""
    if "(" in unit.masked or "-" in unit.masked:
        unit = Unit(_PARTY.sub(lambda match: " " * len(match[0]), unit.masked), unit.at)
    if (signed := _transcript(unit) or _signed(unit)) is not None:
        return [signed]
    found = [*_said(unit)]
    according = _according(unit)
    if according and all(according.source != each.source for each in found):
        found.append(according)
    participle = _participle(unit, found)
    if participle and all(participle.cue != each.cue for each in found):
        found.append(participle)
    return found


def _transcript(unit: Unit) -> Attribution | None:
    """`MODERATOR: ...`"""
    match = _SPEAKER.match(unit.masked)
    if match is None:
        return None
    source, content = (
        unit.span(match.start("name"), match.end("name")),
        unit.span(match.end(), len(unit.masked)),
    )
    return Attribution(source, (content,)) if source and content else None


def _according(unit: Unit) -> Attribution | None:
    small = unit.masked.lower()
    hinted = any(hint in small for hint in english_words().hints)
    match = english_words().according.search(unit.masked) if hinted else None
    if match is None:
        return None
    end = _phrase_end(unit.masked, match.end())
    source = unit.span(match.end(), end)
    behind = match.start() < 3
    content = unit.span(end, len(unit.masked)) if behind else unit.span(0, match.start())
    cue = Span(unit.at + match.start(), unit.at + match.end())
    return Attribution(source, (content,), cue) if source and content else None


def _phrase_end(masked: str, start: int) -> int:
    stop = _PHRASE_END.search(masked, start)
    return stop.start() if stop else len(masked)


def _signed(unit: Unit) -> Attribution | None:
    """`"..." — X`"""
    match = _SIGNATURE.fullmatch(unit.masked)
    if match is None:
        return None
    source, content = unit.span(match.start("name"), match.end("name")), unit.span(0, match.end("quote"))
    return Attribution(source, (content,)) if source and content else None


def _said(unit: Unit) -> list[Attribution]:
    found: list[Attribution] = []
    for cue in find_cues(unit.masked):
        if not _is_finite(unit.masked[: cue.start].rstrip(), cue.verb):
            continue
        if _is_passive(unit.masked[: cue.start].rstrip(), cue.verb):
            new = _passive(unit, cue)
        else:
            new = _opening(unit, cue) or _inverted(unit, cue) or _direct(unit, cue, found)
        if new is not None:
            found = _together(unit, found, new)
    return found


def _together(unit: Unit, found: list[Attribution], new: Attribution) -> list[Attribution]:
    """The attributions of a unit with one more, each cut off where the next begins; without it when both can't hold."""
    cut = [_cut_off(unit, old, new) for old in found]
    return found if any(_clash(new, old) for old in cut) else [*cut, new]


def _cut_off(unit: Unit, old: Attribution, new: Attribution) -> Attribution:
    """What was said up to where the words of the next speaker are brought in."""
    last = old.content[-1]
    said = new.cue if new.source == old.source and new.cue else new.source
    if not last.start < said.start < last.end:
        return old
    begin = said.start - unit.at
    joint = _JOINT.search(unit.masked, last.start - unit.at, begin)
    if joint is None:
        return old
    kept = unit.span(last.start - unit.at, joint.start())
    return replace(old, content=(*old.content[:-1], kept)) if kept else old


def _clash(new: Attribution, old: Attribution) -> bool:
    """Whether two readings can't both hold: one's words lie around the other's speaker and cue."""
    inside = any(part.start <= new.source.start < part.end for part in old.content)
    if inside and (not new.spoken or new.source.end - new.source.start <= _LONGEST_PRONOUN):
        return True
    if old.source == new.source:
        return new.whole.start < old.whole.end
    return (
        new.whole.start <= old.source.start < new.whole.end
        and old.whole.start <= new.source.start < old.whole.end
    )


def _is_finite(left: str, verb: str) -> bool:
    """Whether a form is somebody's act of saying: no "to say", "should know", "known facts"."""
    if _UNREAL.search(left):
        return False
    if verb in english_words().progressive:
        return _BEING.search(left) is not None
    return (
        verb not in english_words().participles
        or re.search(r"(?:has|have|had|[’'](?:ve|d))(?:\s+\w+)?$", left, re.IGNORECASE) is not None
    )


def _is_passive(left: str, verb: str) -> bool:
    """Whether a form tells what is said of its subject; `he's called for` has no passive in it."""
    being = _BEING.search(left) if verb in english_words().past else None
    return being is not None and being[0][0] not in "'’"


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
    end = _phrase_end(unit.masked, cue.end)
    source = unit.span(cue.end, end)
    if source is None or not _NOUN_PHRASE.match(unit.masked, source.start - unit.at):
        return None
    quoted = left.rstrip(",")[-1:] in CLOSE and "\x00" in left
    rest = len(unit.masked[end:].split())
    if not quoted and (len(left.split(",")[0].split()) <= _SHORT_HEAD or rest > _SHORT_TAIL):
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
    end = _phrase_end(unit.masked, agent.end())
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
        and _AND.search(unit.masked, 0, cue.start)
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
    if cue.verb in english_words().quoting and (found := _quoting(unit, cue, subject)):
        return found
    if not _counts(unit, cue, subject):
        return None
    before = unit.masked[: subject.start - unit.at].rstrip()
    after, to = addressed(unit, cue)
    if _AS.search(before):
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


def _participle(unit: Unit, said: Sequence[Attribution]) -> Attribution | None:
    """`X left the room, saying ...`, and `..., X said, adding that ...`."""
    match = english_words().participle.search(unit.masked) if "ing" in unit.masked else None
    if match is None:
        return None
    source = said[0].source if said else head_of(unit)
    cue = Cue(match.start("verb"), match.end("verb"), match["verb"].lower())
    content = content_behind(unit, cue, cue.end)
    return Attribution(source, (content,), _cue_span(unit, cue)) if source and content else None


def _cue_span(unit: Unit, cue: Cue) -> Span:
    return Span(unit.at + cue.start, unit.at + cue.end)
