"""What is said behind an English verb of saying, and whom it is said to."""

import re

from bot.corpus.article import Span
from bot.summaries.saying.english_words import PREPOSITION, Cue, english_words
from bot.summaries.saying.unit import Unit

ADJUNCT = re.compile(
    r"\s*(?:$|[.,;]|(?:in|on|at|during|to|by|after|before|with|from|of|for|about|this|last|next|earlier|later|when|while|as|"
    r"via|through|over|following|under|early|late|today|yesterday|tonight|again|afterwards?|recently|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:[A-Z])\w*day)\b)",
    re.IGNORECASE,
)
_QUOTE_NEXT = re.compile(r"(?P<more>(?:[^“\"\x00;]{0,90}?[:,])?)\s+(?=[“\"]|'')")
_THAT = re.compile(r"(?P<more>[^,;:“\"\x00]{0,80}?)\s*\bthat\s+(?!(?:is|was|of)\b)")
_COLON = re.compile(r"(?P<more>[^,;“\"\x00]{0,60}?):\s+")
_TOLD_THAT = re.compile(r"\s+(?P<to>[^,;:“\"\x00]{2,70}?)(?=\s+that\s)")
_TOLD = re.compile(
    r"\s+(?P<to>him|her|them|me|us|you|it|(?:(?:the|a|an|his|her|their)\s+)?(?-i:[A-Z])[\w’'.&-]*(?:\s+(?:and\s+|of\s+|the\s+)?"
    r"(?-i:[A-Z])[\w’'.&-]*){0,4}|(?:the|a|an|his|her|their|this|some|one)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+"
    r"|(?:[a-z-]+\s+){0,2}[a-z-]+s)(?=[\s,.:;]|$)",
    re.IGNORECASE,
)
_CLAUSE_AFTER = re.compile(
    r"\s+(?:[^\s,;“\"\x00]+\s+){1,7}?(?=(?:he|she|they|it|we|there|the\s\w+)\s+"
    r"(?:would|will|had|has|have|was|were|is|are|could|can|should|did|does|do|might|may|plans?|wants?|hopes?|\w+ed)\b)"
)
_COMMA = re.compile(r"\s*,\s")
_CLAUSE_GOES_ON = re.compile(
    r"(?:\s+(?:on|in|at|during|last|this|by|after)\s[^,\x00]{1,40})?\s*,\s+"
    r"(?!(?:\w+ing|not|but|and|who|which|according)\b)"
)


def addressed(unit: Unit, cue: Cue) -> tuple[int, Span | None]:
    """Where the words go on behind "told Reuters", and where Reuters stands."""
    if cue.verb not in english_words().addressing:
        return cue.end, None
    match = _TOLD_THAT.match(unit.masked, cue.end) or _TOLD.match(unit.masked, cue.end)
    return (match.end(), unit.span(match.start("to"), match.end("to"))) if match else (cue.end, None)


def opens_speech(masked: str, at: int) -> bool:
    """Whether "that", a colon or a quotation follows at once."""
    return re.match(r"\s+that\b|\s*[:,]?\s*(?:[“\"]|'')|:\s", masked[at : at + 8]) is not None


def content_behind(unit: Unit, cue: Cue, after: int) -> Span | None:
    masked = unit.masked
    for opening in (_QUOTE_NEXT, _THAT, _COLON):
        if (match := opening.match(masked, after)) and ADJUNCT.match(match["more"]):
            return unit.span(match.end(), len(masked))
    if ADJUNCT.match(masked, after) and cue.verb not in english_words().objects:
        clause = _CLAUSE_AFTER.match(masked, after)
        return unit.span(clause.end(), len(masked.rstrip(". "))) if clause else None
    content = unit.span(after, len(masked.rstrip(". ")))
    rest = masked[after:]
    if (
        content is None
        or (len(rest.split()) < 3 and "\x00" not in rest)
        or re.match(r"\s*(?:and|or|but)\b", masked[after:])
    ):
        return None
    return content


def quotes_behind(unit: Unit, at: int) -> tuple[Span, ...]:
    """The quotation that goes on behind the words of saying."""
    match = re.compile(r"[“\"']\x00+.*", re.DOTALL).search(unit.masked, at)
    span = unit.span(match.start(), match.end()) if match else None
    return (span,) if span else ()


def what_goes_on(unit: Unit, at: int, *, quoted: bool) -> tuple[Span, ...]:
    """What follows `..., he said,`."""
    rest = unit.masked[at:]
    begun = PREPOSITION.match(unit.masked.lstrip()) is not None
    if not quoted and (_COMMA if begun else _CLAUSE_GOES_ON).match(rest):
        span = unit.span(at + rest.index(","), len(unit.masked))
        return (span,) if span and (len(rest.split()) >= 3 or "\x00" in rest) else ()
    return quotes_behind(unit, at)
