"""The noun phrase before an English reporting verb: its subject."""

import re
from collections.abc import Iterator
from functools import cache

from bot.corpus.article import Span
from bot.languages.language import language
from bot.languages.phrases import any_word, words
from bot.summaries.attribution.attribution import Clause
from bot.summaries.attribution.english.cues import CLOSE, DETERMINED, PREPOSITION, STOP

_SUBJECT = re.compile(
    rf"(?:(?:{DETERMINED})(?![\w-])|(?-i:[A-Z0-9@])|[a-z-]+(?:s|men|women)\b)", re.IGNORECASE
)
_BREAKING_WORDS = frozenset((
    "and", "but", "that", "while", "as", "because", "when", "whether", "if", "although", "though", "where",
    "which", "what", "how", "why", "so", "than", "or", "after", "before", "until", "since", "for", "once",
))  # fmt: skip
"""Words after which a noun phrase may begin."""
_BREAKING_MARKS = re.compile(rf".*(?:[,;:()—–\x00“”\"]|--|{STOP})")
_NOT_SUBJECT = re.compile(
    r"(?<!\w)(?:was|were|is|are|am|has|have|had|will|would|should|could|can|must|may|might|did|does|do|been|cannot|n[’']t)(?!\w)"
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
"""A verb taken for a part of the noun phrase."""
_UNREAL = re.compile(
    r"(?<!\w)(?:would|could|should|might)(?:n[’']t| not| never)? have(?: \w+ly)?$", re.IGNORECASE
)
"""What makes a statement one that nobody made: "both sides would have denied it"."""
_LONGEST_UNREAL = 40
_FIRST_WORDS = re.compile(r"(?:[\w’'-]+\s+){1,2}")
_LEAD = re.compile(r"\W*(?:(?:but|and|so|yet|still|later|then|also)\s+)?", re.IGNORECASE)
_APPOSITION_LEAD = re.compile(r"\s*(?:(?:and|but|so|yet|meanwhile|while)\s+)?", re.IGNORECASE)
_OUTER_MARK = re.compile(rf"[;:()“”\"]|\x00\S*|{STOP}")
_BETWEEN_COMMAS, _BETWEEN_DASHES = re.compile(r"[^,]+"), re.compile(r"(?:(?!--|[—–]).)+")
_SHORTEST_ADVERB = 4
"""Characters; longer words in -ly are adverbs."""
_MAX_WORDS, _MAX_ANTECEDENT_WORDS = 14, 6
_LONGEST_WITH_APPOSITION = 60
_PLURAL_FIRST = frozenset((
    "they", "we", "i", "you", "many", "most", "some", "both", "few", "people", "police", "several", "all",
    "others",
))  # fmt: skip
_PLURAL_ENDINGS = ("s", "men", "women", "people", "police")


def find_subject(clause: Clause, end: int) -> Span | None:
    """Return the noun phrase that ends before a verb, None without one."""
    before = clause.masked[:end].rstrip()
    if _UNREAL.search(before, max(0, len(before) - _LONGEST_UNREAL)):
        return None
    left = _without_auxiliaries(before)
    if left.endswith(" who"):
        return _antecedent(clause, left)
    if _AND_LAST.search(left, max(0, len(left) - 4)) and "\x00" not in left[-6:]:
        return head_of(clause)
    if left.endswith((",", "--", "—", "–")):
        parts = _BETWEEN_COMMAS if left.endswith(",") else _BETWEEN_DASHES
        return _with_apposition(clause, left.rstrip(",-—–."), parts)
    if (pronoun := _PRONOUN_LAST.search(left, max(0, len(left) - 5))) is not None:
        return clause.span(*pronoun.span())
    for start, word in _breaks(left):
        while start < len(left) and left[start] in f"{CLOSE} ":
            start += 1
        if word == "for" and _speaks_for().search(left, 0, start):
            continue
        subject = _checked(clause, start, len(left))
        if subject or word not in ("and", "or", "for"):
            return subject
    return None


def _without_auxiliaries(left: str) -> str:
    """Return a text without the "has also recently" at its end."""
    while left:
        word = left[left.rfind(" ") + 1 :]
        if word.lower() not in _before_verbs() and not _is_adverb(word):
            break
        left = left[: len(left) - len(word)].rstrip()
    return _CONTRACTED.sub("", left) if "'" in left[-4:] or "’" in left[-4:] else left


def _is_adverb(word: str) -> bool:
    """Whether it ends as adverbs do, and is neither a name ("Kelly") nor a noun ("family")."""
    adverb = word.endswith("ly") and word.islower() and len(word) > _SHORTEST_ADVERB
    return adverb and word not in words("attribution.nouns_in_ly", "en")


@cache
def _before_verbs() -> frozenset[str]:
    return words("attribution.adverbs", "en") | words("attribution.auxiliaries", "en")


def _breaks(left: str) -> Iterator[tuple[int, str]]:
    """Yield where a noun phrase at the end of a text may begin, right to left, and the word before it."""
    end = len(left)
    for _ in range(_MAX_WORDS + 1):
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


@cache
def _speaks_for() -> re.Pattern[str]:
    """Return what makes "for" a part of the subject: "a spokesman for the mayor said"."""
    return re.compile(rf"(?<!\w){any_word(language('en').attribution.speaks_for)}\s+for\s*$", re.IGNORECASE)


def _antecedent(clause: Clause, left: str) -> Span | None:
    """`an architect who said`: the noun phrase with its "who"."""
    noun = left.removesuffix(" who").rstrip(",")
    start, _ = next(_breaks(noun))
    starts = [word.start() for word in re.finditer(r"\S+", noun[start:])]
    if len(starts) > _MAX_ANTECEDENT_WORDS:
        start += starts[-_MAX_ANTECEDENT_WORDS]
    return clause.span(start, len(left)) if starts else None


def head_of(clause: Clause) -> Span | None:
    """Return the first words of a sentence that begins with its subject, None for another sentence."""
    lead = _LEAD.match(clause.masked)
    start = lead.end() if lead else 0
    if "\x00" in clause.masked[:start] or PREPOSITION.match(clause.masked[start:]):
        return None
    if not _SUBJECT.match(clause.masked[start:]):
        return None
    head = _HEAD.match(clause.masked, start) or _FIRST_WORDS.match(clause.masked, start)
    if head is None:
        return None
    verb = _VERB_LAST.search(head[0])
    return clause.span(start, start + verb.start() if verb else head.end())


def _with_apposition(clause: Clause, left: str, between: re.Pattern[str]) -> Span | None:
    """`X, the director of Y, said` and `the director of Y, X, said`: the span of X."""
    outer = max((mark.end() for mark in _OUTER_MARK.finditer(left)), default=0)
    parts = [part.span() for part in between.finditer(left, outer)]
    if len(parts) > 1 and _ROLE.match(left, *parts[-2]) and _NAME.fullmatch(left, *parts[-1]):
        return _checked(clause, *parts[-1])
    for start, stop in parts[-3:-1]:
        if PREPOSITION.match(clause.masked[start:stop].strip()):
            continue
        lead = _APPOSITION_LEAD.match(left, start)
        subject = _checked(clause, lead.end() if lead else start, stop)
        if subject and subject.end - subject.start < _LONGEST_WITH_APPOSITION:
            return subject
    return None


def _checked(clause: Clause, start: int, end: int) -> Span | None:
    """Return the span of a part of the clause if it can be a subject."""
    span = clause.span(start, end)
    if span is None:
        return None
    phrase = clause.masked[span.start - clause.at : span.end - clause.at]
    parts = phrase.split()
    if len(parts) > _MAX_WORDS or _NOT_SUBJECT.search(phrase) or _reports().search(phrase):
        return None
    if parts[0].lower() in words("attribution.never_subject", "en"):
        return None
    return span if _SUBJECT.match(phrase) or parts[-1][0].isupper() or phrase.endswith("s") else None


@cache
def _reports() -> re.Pattern[str]:
    verb = any_word(language("en").attribution.never_in_subject)
    return re.compile(rf"(?<!\w){verb}(?!\w)", re.IGNORECASE)


def is_plural(phrase: str) -> bool:
    """Whether a subject looks plural."""
    parts = phrase.lower().split()
    return bool(parts) and (
        parts[0] in _PLURAL_FIRST
        or "and " in phrase
        or any(part.endswith(_PLURAL_ENDINGS) for part in parts[:6])
    )
