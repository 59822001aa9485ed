"""The noun phrase that an English verb of saying belongs to."""

import re
from collections.abc import Iterator

from bot.corpus.article import Span
from bot.summaries.attribution.attribution import Clause
from bot.summaries.attribution.english.cues import CLOSE, DETERMINED, PREPOSITION, STOP, reporting_words

_SUBJECT = re.compile(
    rf"(?:(?:{DETERMINED})(?![\w-])|(?-i:[A-Z0-9@])|[a-z-]+(?:s|men|women)\b)", re.IGNORECASE
)
_BREAKING_WORDS = frozenset(
    [
        "and",
        "but",
        "that",
        "while",
        "as",
        "because",
        "when",
        "whether",
        "if",
        "although",
        "though",
        "where",
        "which",
        "what",
        "how",
        "why",
        "so",
        "than",
        "or",
        "after",
        "before",
        "until",
        "since",
        "for",
        "once",
    ]
)
_BREAKING_MARKS = re.compile(rf".*(?:[,;:()—–\x00“”\"]|--|{STOP})")
_NOT_SUBJECT = re.compile(
    r"(?<!\w)(?:was|were|is|are|am|has|have|had|will|would|should|could|can|must|may|might|did|does|do|been|cannot|n[’']t)(?!\w)"
    r"|(?<!\w)(?:said|says|say|told|added|argued|announced|according|promised|called)(?!\w)"
    r"|^having\b|[’']s?$|^(?:everything|anything|nothing|something)\b|(?<!\w)(?:the|a|an|his|her|their|its|despite|from|into|about|after|over|as|to|and|or|but|not|of|by|with|for|in|on|at|than|be)$",
    re.IGNORECASE,
)
_AND_LAST = re.compile(r"(?<!\w)(?:and|but)$", re.IGNORECASE)
_PRONOUN_LAST = re.compile(r"(?<![\w’'-])(?:he|she|they|we|it|I)$", re.IGNORECASE)
_ROLE = re.compile(r"\s*(?:the|a|an|its|his|her|their|our|[\w.-]+[’']s?)\s", re.IGNORECASE)
_NAME = re.compile(r"\s*[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|de|del|der|di|van|von|bin|al))*\s*")
_CONTRACTED = re.compile(
    r"(?<=[a-z])[’'](?:ve|d|re|ll)$|(?<=\b[Hh]e)[’']s$|(?<=\b[Ss]he)[’']s$|(?<=\b[Ii]t)[’']s$"
)
_HEAD = re.compile(
    r"(?i:he|she|they|we|I|it)\b|(?i:the|an?|his|her|their|its|some|many|most|several)\s+(?:[\w’'-]+\s){1,2}"
    r"(?:(?:of|for|from|in|at|with)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}|of\s+(?:the\s+)?[\w’'-]+\s+)?"
    r"|(?:[A-Z][\w’'.-]*\s+){1,4}"
)
_VERB_LAST = re.compile(
    r"\s(?:[a-z]+ed|is|was|were|are|has|have|had|will|would|did|sent|wrote|made|gave|took|held|left|went|put|got|came|met|ran|stood|spoke)\s*$"
)
"""A verb that was taken for part of the noun phrase."""
_FIRST_WORDS = re.compile(r"(?:[\w’'-]+\s+){1,2}")
_SHORTEST_ADVERB = 4
_LONGEST_SUBJECT = 14
"""Words."""


def _without_auxiliaries(left: str) -> str:
    """Text without the "has also recently" at its end."""
    loose = reporting_words().loose
    while left:
        word = left[left.rfind(" ") + 1 :].lower()
        if word not in loose and not (word.endswith("ly") and len(word) > _SHORTEST_ADVERB):
            break
        left = left[: len(left) - len(word)].rstrip()
    return _CONTRACTED.sub("", left) if "'" in left[-4:] or "’" in left[-4:] else left


def find_subject(clause: Clause, end: int) -> Span | None:
    """The noun phrase that ends before a verb."""
    left = _without_auxiliaries(clause.masked[:end].rstrip())
    if left.endswith(" who"):
        return _antecedent(clause, left)
    if _AND_LAST.search(left, max(0, len(left) - 4)) and "\x00" not in left[-6:]:
        return head_of(clause)
    if left.endswith((",", "--", "—", "–")):
        return _with_apposition(clause, left.rstrip(",-—–."), "," if left.endswith(",") else "-—–")
    if (pronoun := _PRONOUN_LAST.search(left, max(0, len(left) - 5))) is not None:
        return clause.span(*pronoun.span())
    for start, word in _breaks(left):
        while start < len(left) and left[start] in f"{CLOSE} ":
            start += 1
        found = _checked(clause, start, len(left))
        if found or word not in ("and", "or", "for"):
            return found
    return None


def _breaks(left: str) -> Iterator[tuple[int, str]]:
    """Where a noun phrase at the end of a text may begin, right to left, and the word in front of it."""
    end = len(left)
    for _ in range(_LONGEST_SUBJECT + 1):
        start = left.rfind(" ", 0, end) + 1
        word = left[start:end]
        if end < len(left) and word.lower() in _BREAKING_WORDS:
            yield end, word.lower()
        elif not word.isalnum() and (mark := _BREAKING_MARKS.match(left, start, end + 1)):
            yield mark.end(), ""
        if start == 0:
            break
        end = start - 1
    yield 0, ""


def _antecedent(clause: Clause, left: str) -> Span | None:
    """`an architect who said`: the noun phrase with its "who"."""
    noun = left.removesuffix(" who").rstrip(",")
    start, _ = next(_breaks(noun))
    words_before = [m.start() for m in re.finditer(r"\S+", noun[start:])]
    first = start + (words_before[-6] if len(words_before) > 6 else 0)
    return clause.span(first, len(left)) if words_before else None


def head_of(clause: Clause) -> Span | None:
    """The first words of a sentence that begins with its subject."""
    lead = re.match(r"\W*(?:(?:but|and|so|yet|still|later|then|also)\s+)?", clause.masked, re.IGNORECASE)
    start = lead.end() if lead else 0
    if (
        "\x00" in clause.masked[:start]
        or PREPOSITION.match(clause.masked[start:])
        or not _SUBJECT.match(clause.masked[start:])
    ):
        return None
    head = _HEAD.match(clause.masked, start) or _FIRST_WORDS.match(clause.masked, start)
    if head is None:
        return None
    verb = _VERB_LAST.search(head[0])
    return clause.span(start, start + verb.start() if verb else head.end())


def _with_apposition(clause: Clause, left: str, mark: str) -> Span | None:
    """`X, the director of Y, said`: the span of X; `the director of Y, X, said`: of X too."""
    outer = max((m.end() for m in re.finditer(rf"[;:()“”\"]|\x00\S*|{STOP}", left)), default=0)
    split = re.compile(r"[^,]+" if mark == "," else r"(?:(?!--|[—–]).)+")
    parts = [m.span() for m in split.finditer(left, outer)]
    if len(parts) > 1 and _ROLE.match(left, *parts[-2]) and _NAME.fullmatch(left, *parts[-1]):
        return _checked(clause, *parts[-1])
    for start, stop in parts[-3:-1]:
        if PREPOSITION.match(clause.masked[start:stop].strip()):
            continue
        lead = re.compile(r"\s*(?:(?:and|but|so|yet|meanwhile|while)\s+)?", re.IGNORECASE).match(left, start)
        found = _checked(clause, lead.end() if lead else start, stop)
        if found and found.end - found.start < 60:
            return found
    return None


def _checked(clause: Clause, start: int, end: int) -> Span | None:
    span = clause.span(start, end)
    if span is None:
        return None
    said = clause.masked[span.start - clause.at : span.end - clause.at]
    first = said.split()[0].lower()
    if _NOT_SUBJECT.search(said) or first in reporting_words().never or len(said.split()) > _LONGEST_SUBJECT:
        return None
    if not _SUBJECT.match(said) and not (said.split()[-1][0].isupper() or said.endswith("s")):
        return None
    return span


def is_plural(phrase: str) -> bool:
    tail = phrase.lower().split()
    return bool(tail) and (
        tail[0]
        in {
            "they",
            "we",
            "i",
            "you",
            "many",
            "most",
            "some",
            "both",
            "few",
            "people",
            "police",
            "several",
            "all",
            "others",
        }
        or "and " in phrase
        or any(each.endswith(("s", "men", "women", "people", "police")) for each in tail[:6])
    )
