"""Attributions by an English reporting verb before its subject: "..., said X", "was called a fraud by X"."""

import re

from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english.complement import quotes_behind
from bot.summaries.attribution.english.cues import CLOSE, DETERMINED, PREPOSITION, Cue, phrase_end
from bot.summaries.attribution.english.reporting_verbs import reporting_verbs
from bot.summaries.attribution.english.subject import find_subject

_NOUN_PHRASE = re.compile(rf"(?:(?:{DETERMINED})\b|[A-Z0-9“\"‘’'$@]|[a-z-]+s\b)", re.IGNORECASE)
_LEADING = " —–-•*"
_NAMED_FIRST = re.compile(
    r"\s+(?P<source>(?:the|an?|one|his|her|their|its|[A-Z][\w.’'-]*)\b[^:“\"\x00]{0,90}?)\s*(?::\s+|,\s+(?=[“\"]\x00))",
    re.IGNORECASE,
)
_PRONOUN_CLAUSE = re.compile(r"(?:it|he|she|they|we|I|you|there|this|that|these|those)\s+\w", re.IGNORECASE)
"""`..., says it cannot pay`: the content follows, not the speaker."""
_PERSON = re.compile(r"(?:the|an?|one|his|her|their|its)\s+\w+|[A-Z][\w.’'-]+(?!\s+that\b)")
_AS_SAYING = re.compile(
    r"\s+(?:by\s+[^,;\x00]{2,60}?\s+)?as\s+(?:saying|telling|having said)\b(?:\s+that\b)?", re.IGNORECASE
)
_BY = re.compile(
    r"(?<=\s)by\s+(?=(?:the|an?|his|her|their|its|some|many|several|one|two|three)\b|[A-Z]|(?:[a-z]+\s)?[a-z]+(?:s|men|women|people)\b)"
)
_AGENT_END = re.compile(r"\s(?:as|for|in|on|at|over|after|when|during|of|to)\s")
_FARTHEST_AGENT = 60
"""Characters between a passive verb and its "by"."""
_MAX_HEAD_WORDS, _MAX_TAIL_WORDS = 9, 14
_MIN_WORDS = 2


def find_inverted(clause: Clause, cue: Cue) -> Attribution | None:
    """Return the attribution of `Said X: "..."` or `"...," said X.`, None for another word order."""
    if cue.verb not in reporting_verbs().inverted:
        return None
    return _opening(clause, cue) or _closing(clause, cue)


def _opening(clause: Clause, cue: Cue) -> Attribution | None:
    """`Said X: "..."`"""
    if clause.masked[: cue.start].strip(_LEADING):
        return None
    match = _NAMED_FIRST.match(clause.masked, cue.end)
    source = clause.group(match, "source") if match else None
    content = clause.rest(match.end()) if match else None
    return Attribution(source, (content,), clause.exact(cue.start, cue.end)) if source and content else None


def _closing(clause: Clause, cue: Cue) -> Attribution | None:
    """`"...," said X.`, and `..., said X.` where X ends the sentence."""
    left = clause.masked[: cue.start].rstrip()
    if not left or left[-1] not in f",—–{CLOSE}":
        return None
    end = phrase_end(clause.masked, cue.end)
    source = clause.span(cue.end, end)
    if source is None or not _NOUN_PHRASE.match(clause.masked, source.start - clause.at):
        return None
    if _PRONOUN_CLAUSE.match(clause.masked, source.start - clause.at, end):
        return None
    quoted = left.rstrip(",")[-1:] in CLOSE and "\x00" in left
    if not quoted and not _is_indirect(clause, cue, source.start - clause.at, end):
        return None
    content = clause.span(0, cue.start)
    if content is None:
        return None
    return Attribution(source, (content, *quotes_behind(clause, end)), clause.exact(cue.start, cue.end))


def _is_indirect(clause: Clause, cue: Cue, start: int, end: int) -> bool:
    """Whether the words before "said X" are what X says, though not in quotes.

    Args:
        start: Where X begins.
        end: Where X ends.
    """
    left = clause.masked[: cue.start].rstrip()
    plain = "," not in left[:-1] and len(left.split()) > _MIN_WORDS and not PREPOSITION.match(left)
    if not plain and len(left.split(",")[0].split()) <= _MAX_HEAD_WORDS:
        return False
    if len(clause.masked[end:].split()) > _MAX_TAIL_WORDS:
        return False
    if plain and not _PERSON.match(clause.masked, start):
        return False
    return len(clause.masked[cue.end : end].split()) <= _MAX_HEAD_WORDS


def find_passive(clause: Clause, cue: Cue) -> Attribution | None:
    """Return the attribution of `X was quoted as saying ...` or `X was called a fraud by Y.`"""
    return _quoted_as_saying(clause, cue) or _by_agent(clause, cue)


def _quoted_as_saying(clause: Clause, cue: Cue) -> Attribution | None:
    quoted = _AS_SAYING.match(clause.masked, cue.end) if cue.verb in reporting_verbs().quoting else None
    subject = find_subject(clause, cue.start) if quoted else None
    if not quoted or not subject:
        return None
    by = _BY.match(clause.masked, quoted.end() + 1)
    content = None if by else clause.span(quoted.end(), len(clause.masked.rstrip(" .")))
    content = content or clause.span(0, subject.start - clause.at)
    return Attribution(subject, (content,), clause.exact(cue.start, cue.end)) if content else None


def _by_agent(clause: Clause, cue: Cue) -> Attribution | None:
    agent = _BY.search(clause.masked, cue.end, cue.end + _FARTHEST_AGENT)
    if agent is None or cue.verb not in reporting_verbs().objects:
        return None
    if re.search(r"[,;:]", clause.masked[cue.end : agent.start()]):
        return None
    end = phrase_end(clause.masked, agent.end())
    if (stop := _AGENT_END.search(clause.masked, agent.end(), end)) is not None:
        end = stop.start()
    source, content = clause.span(agent.end(), end), clause.span(0, agent.start())
    if source is None or content is None:
        return None
    contents = (content, *quotes_behind(clause, end))
    return Attribution(source, contents, clause.exact(cue.start, cue.end), spoken=False)
