"""What is said behind an English verb of saying, and whom it is said to."""

import re

from bot.corpus.article import Span
from bot.summaries.attribution.attribution import Clause
from bot.summaries.attribution.english.cues import PREPOSITION, Cue, reporting_words

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
_ENDS = re.compile(
    r";\s|,\s+(?:but|although|though|while|whereas)\b|,\s+(?:and\s+)?(?:saying|adding|noting|citing|arguing|calling|telling|claiming|insisting|warning|suggesting|stressing|explaining|asking|urging)\b",
    re.IGNORECASE,
)
_OBJECT_ENDS = re.compile(
    r";\s|,\s+(?:\w+ing|which|who|whose|where|but|as|while|when|after|although|though)\b|\s(?:[—–]|--)\s|\s(?:in\s+(?:an?|his|her|their|its)\s+(?:\w+\s+)?"
    r"(?:statement|interview|speech|tweet|letter|email|post|address|report)|after|when|while|during|because|before|as\s+(?:he|she|they|it))\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\s+(?:not\s+)?to\s+(?!the\b|a\b|his\b|her\b|their\b|this\b)[a-z]+\b")
_MORE_QUOTES = re.compile(
    r"(?:(?!,?\s(?:but|while|as)\s)[^“\"\x00]){0,80}?(?P<quotes>[“\"']\x00+['”\"]*(?:\s+and\s+[“\"']\x00+['”\"]*)*)"
)
_SUBORDINATE = re.compile(
    r"\W*(?:(?:but|and|so|yet|even)\s+)?(?:after|when|while|although|though|since|if|because|before|once|until|whereas|as)\s",
    re.IGNORECASE,
)
_MAIN_CLAUSE = re.compile(
    r",\s+(?=(?:the|an?|his|her|their|its|some|many|most|he|she|they|it|we|there|this|that|those|these|one|two)\s|[A-Z])"
)
"""Where the main clause begins behind "After X said ...,"."""
_COMMA = re.compile(r"\s*,\s")
_CLAUSE_GOES_ON = re.compile(
    r"(?:\s+(?:on|in|at|during|last|this|by|after)\s[^,\x00]{1,40})?\s*,\s+"
    r"(?!(?:\w+ing|not|but|and|who|which|according)\b)"
)


_OPENINGS = (("\x00", _QUOTE_NEXT), (" that ", _THAT), (":", _COLON))
"""What opens words said, behind at most an adjunct, and a sign without which it can't."""


def addressed(clause: Clause, cue: Cue) -> tuple[int, Span | None]:
    """Where the words go on behind "told Reuters", and where Reuters stands."""
    if cue.verb not in reporting_words().addressing:
        return cue.end, None
    match = _TOLD_THAT.match(clause.masked, cue.end) or _TOLD.match(clause.masked, cue.end)
    return (match.end(), clause.span(match.start("to"), match.end("to"))) if match else (cue.end, None)


def opens_speech(masked: str, at: int) -> bool:
    """Whether "that", a colon or a quotation follows at once."""
    return re.match(r"\s+that\b|\s*[:,]?\s*(?:[“\"]|'')|:\s", masked[at : at + 8]) is not None


def to_do_follows(clause: Clause, cue: Cue, after: int) -> bool:
    """Whether what somebody will do stands behind the verb: "refused to go"."""
    return cue.verb in reporting_words().infinitive and _TO_DO.match(clause.masked, after) is not None


def content_behind(clause: Clause, cue: Cue, after: int) -> Span | None:
    """What is said behind a verb, up to where the author goes on."""
    found = _behind(clause, cue, after)
    if found is None:
        return None
    end = _end(clause.masked, found.start - clause.at, found.end - clause.at, cue)
    return clause.span(found.start - clause.at, end)


def _end(masked: str, start: int, end: int, cue: Cue) -> int:
    stop = (_OBJECT_ENDS if cue.verb in reporting_words().objects else _ENDS).search(masked, start, end)
    end = stop.start() if stop else end
    if "," not in masked[: cue.start] and _SUBORDINATE.match(masked):
        stop = _MAIN_CLAUSE.search(masked, start, end)
    return stop.start() if stop else end


def _behind(clause: Clause, cue: Cue, after: int) -> Span | None:
    masked = clause.masked
    if to_do_follows(clause, cue, after):
        return clause.span(after, len(masked.rstrip(". ")))
    for sign, opening in _OPENINGS:
        if sign in masked and (match := opening.match(masked, after)) and ADJUNCT.match(match["more"]):
            return clause.span(match.end(), len(masked))
    if ADJUNCT.match(masked, after) and cue.verb not in reporting_words().objects:
        following = _CLAUSE_AFTER.match(masked, after)
        return clause.span(following.end(), len(masked.rstrip(". "))) if following else None
    content = clause.span(after, len(masked.rstrip(". ")))
    rest = masked[after:]
    if (
        content is None
        or (len(rest.split()) < 3 and "\x00" not in rest)
        or re.match(r"\s*(?:and|or|but)\b", masked[after:])
    ):
        return None
    return content


def quotes_behind(clause: Clause, at: int) -> tuple[Span, ...]:
    """The quotation that goes on behind the words of saying."""
    match = _MORE_QUOTES.match(clause.masked, at)
    span = clause.span(match.start("quotes"), match.end()) if match else None
    return (span,) if span else ()


def what_goes_on(clause: Clause, at: int, *, quoted: bool) -> tuple[Span, ...]:
    """What follows `..., he said,`."""
    rest = clause.masked[at:]
    begun = PREPOSITION.match(clause.masked.lstrip()) is not None
    if not quoted and (_COMMA if begun else _CLAUSE_GOES_ON).match(rest):
        span = clause.span(at + rest.index(","), len(clause.masked))
        return (span,) if span and (len(rest.split()) >= 3 or "\x00" in rest) else ()
    return quotes_behind(clause, at)
