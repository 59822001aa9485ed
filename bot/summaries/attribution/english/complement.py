"""The quoted content after an English reporting verb, and the listener."""

import re

from bot.corpus.article import Span
from bot.summaries.attribution.attribution import Clause
from bot.summaries.attribution.english.cues import PREPOSITION, Cue
from bot.summaries.attribution.english.reporting_verbs import reporting_verbs

ADJUNCT = re.compile(
    r"\s*(?:$|[.,;]|(?:in|on|at|during|to|by|after|before|with|from|of|for|about|this|last|next|earlier|later|when|while|as|"
    r"via|through|over|following|under|early|late|today|yesterday|tonight|again|afterwards?|recently|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:[A-Z])\w*day)\b)",
    re.IGNORECASE,
)
_QUOTE_NEXT = re.compile(r"(?P<more>(?:[^“\"\x00;]{0,90}?[:,])?)\s+(?=[“\"]|'')")
_THAT = re.compile(r"(?P<more>[^,;:“\"\x00]{0,80}?)\s*\bthat\s+(?!(?:is|was|of)\b)")
_COLON = re.compile(r"(?P<more>[^,;“\"\x00]{0,60}?):\s+")
_LISTENER_THAT = re.compile(r"\s+(?P<to>[^,;:“\"\x00]{2,70}?)(?=\s+that\s)")
_LISTENER = re.compile(
    r"\s+(?P<to>him|her|them|me|us|you|it|(?:(?:the|a|an|his|her|their)\s+)?(?-i:[A-Z])[\w’'.&-]*(?:\s+(?:and\s+|of\s+|the\s+)?"
    r"(?-i:[A-Z])[\w’'.&-]*){0,4}|(?:the|a|an|his|her|their|this|some|one)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+"
    r"|(?:[a-z-]+\s+){0,2}[a-z-]+s)(?=[\s,.:;]|$)",
    re.IGNORECASE,
)
_CLAUSE_FOLLOWS = re.compile(
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
"""Where the main clause begins after "After X said ...,"."""
_COMMA = re.compile(r"\s*,\s")
_CLAUSE_GOES_ON = re.compile(
    r"(?:\s+(?:on|in|at|during|last|this|by|after)\s[^,\x00]{1,40})?\s*,\s+"
    r"(?!(?:\w+ing|not|but|and|who|which|according)\b)"
)
_OPENINGS = (("\x00", _QUOTE_NEXT), (" that ", _THAT), (":", _COLON))
"""A sign without which the pattern can't match -> what opens the content, after at most an adjunct."""
_CONJUNCTION = re.compile(r"\s*(?:and|or|but)\b")
_MIN_WORDS = 3


def addressed(clause: Clause, cue: Cue) -> tuple[int, Span | None]:
    """Return where the words after "informed Reuters" begin, and where Reuters is named."""
    if cue.verb not in reporting_verbs().addressing:
        return cue.end, None
    match = _LISTENER_THAT.match(clause.masked, cue.end) or _LISTENER.match(clause.masked, cue.end)
    return (match.end(), clause.group(match, "to")) if match else (cue.end, None)


def opens_speech(masked: str, at: int) -> bool:
    """Whether "that", a colon or a quotation follows at once."""
    return re.match(r"\s+that\b|\s*[:,]?\s*(?:[“\"]|'')|:\s", masked[at : at + 8]) is not None


def to_do_follows(clause: Clause, cue: Cue, after: int) -> bool:
    """Whether what somebody will do follows the verb: "refused to go"."""
    return cue.verb in reporting_verbs().infinitive and _TO_DO.match(clause.masked, after) is not None


def content_behind(clause: Clause, cue: Cue, after: int) -> Span | None:
    """Return the content after a verb, up to where the author's own words resume."""
    content = _content(clause, cue, after)
    if content is None:
        return None
    start = content.start - clause.at
    return clause.span(start, _content_end(clause.masked, start, content.end - clause.at, cue))


def _content_end(masked: str, start: int, end: int, cue: Cue) -> int:
    stop = (_OBJECT_ENDS if cue.verb in reporting_verbs().objects else _ENDS).search(masked, start, end)
    end = stop.start() if stop else end
    if "," not in masked[: cue.start] and _SUBORDINATE.match(masked):
        stop = _MAIN_CLAUSE.search(masked, start, end)
    return stop.start() if stop else end


def _content(clause: Clause, cue: Cue, after: int) -> Span | None:
    masked = clause.masked
    end = len(masked.rstrip(". "))
    if to_do_follows(clause, cue, after):
        return clause.span(after, end)
    for sign, opening in _OPENINGS:
        if sign in masked and (match := opening.match(masked, after)) and ADJUNCT.match(match["more"]):
            return clause.rest(match.end())
    if ADJUNCT.match(masked, after) and cue.verb not in reporting_verbs().objects:
        following = _CLAUSE_FOLLOWS.match(masked, after)
        return clause.span(following.end(), end) if following else None
    rest = masked[after:]
    if (len(rest.split()) < _MIN_WORDS and "\x00" not in rest) or _CONJUNCTION.match(rest):
        return None
    return clause.span(after, end)


def quotes_behind(clause: Clause, at: int) -> tuple[Span, ...]:
    """Return the quotations that continue after speaker and verb."""
    match = _MORE_QUOTES.match(clause.masked, at)
    span = clause.span(match.start("quotes"), match.end()) if match else None
    return (span,) if span else ()


def what_goes_on(clause: Clause, at: int, *, quoted: bool) -> tuple[Span, ...]:
    """Return what follows `..., he said,`."""
    rest = clause.masked[at:]
    begins_with_adjunct = PREPOSITION.match(clause.masked.lstrip()) is not None
    if not quoted and (_COMMA if begins_with_adjunct else _CLAUSE_GOES_ON).match(rest):
        span = clause.rest(at + rest.index(","))
        return (span,) if span and (len(rest.split()) >= _MIN_WORDS or "\x00" in rest) else ()
    return quotes_behind(clause, at)
