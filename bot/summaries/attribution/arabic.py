"""Attributions in Arabic, where the verb comes first: "وقال X إن ...", "بحسب X", "نقلت X عن Y قوله".

A verb only counts where a clause begins; its subject ends at the first preposition, adverb or mark. A verb
with no subject refers to the last speaker, and its source is the verb itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bot.languages.language import language
from bot.languages.phrases import any_word, words
from bot.summaries.attribution.attribution import Attribution, Clause

_OPEN, _CLOSE = '[“"«]', '[”"»]'
_NAME = r"[^.،,؛:“\"«\x00]{2,90}?"
_WORD = re.compile(r"[^\s،,؛:“\"«”»\x00]+|[،,؛:]|[“\"«]\x00*[”\"»]?")
_SHORT = 24
"""Characters of a quotation that may be a name."""
_LONGEST_SUBJECT, _LONGEST_ASIDE = 12, 30
"""Words of a subject, and of all that comes between a verb and what is said."""
_MOST_BEFORE = 8
"""Words before a verb that can be one phrase of time or place."""
_BEGINS = '،,؛:.–—-)»”"'
_TO = re.compile(
    r"لل(?:صحفيين|صحافيين|إعلاميين|جزيرة|عربية|محطة)|ل(?:ـ|وكال|قنا|صحيف|إذاع|اذاع|راديو|تلفزيون|موقع|رويترز|فرانس|مراسل|مندوب|مجل)\w*"
)
_TO_THE = "لل"
_CORRESPONDENT = "مراسل"
"""To whom somebody speaks, unless a subject begins so."""
_BY_DOING = "بإ"
"""Opens what a verb is about, such as "بإبرام"; names with these letters are rare."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A verb with its subject and where what is said begins.

    Args:
        start: Of the verb, with a letter written on to it.
        source: Of the subject, or of the verb when it has none.
    """

    start: int
    cue: tuple[int, int]
    source: tuple[int, int]
    content: int


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the attributions of a clause; [] when nobody else surely speaks."""
    for form in _quoting_forms():
        match = form.search(clause.masked)
        if match is not None and (attribution := _attribution(clause, match)) is not None:
            return [attribution]
    statements = list(_statements(clause.masked))
    if statements:
        return _said(clause, statements)
    for form in _according_forms():
        match = form.search(clause.masked)
        if match is not None and (attribution := _attribution(clause, match)) is not None:
            return [attribution]
    return []


def _said(clause: Clause, statements: Sequence[_Statement]) -> list[Attribution]:
    """Return an attribution for each statement; what is said ends where the next verb begins."""
    ends = [*(later.start for _, later in pairwise(statements)), len(clause.masked)]
    attributions = []
    for statement, end in zip(statements, ends, strict=True):
        source, content = clause.span(*statement.source), clause.span(statement.content, end)
        if source is not None and content is not None:
            attributions.append(Attribution(source, (content,), clause.exact(*statement.cue)))
    return attributions


def _attribution(clause: Clause, match: re.Match[str]) -> Attribution | None:
    end = _subject_end(clause.masked, match.start("source"), match.end("source"))
    first = match["source"].split(maxsplit=1)[0] if match["source"].strip() else ""
    if end is None or first in words("attribution.labels", "ar"):
        return None
    if first in words("attribution.pronouns", "ar"):
        end = match.start("source") + len(first)
    source, content = clause.span(match.start("source"), end), clause.group(match, "content")
    if source is None or content is None:
        return None
    via = clause.group(match, "via") if match.groupdict().get("via") else None
    return Attribution(source, (content,), clause.exact(*match.span("cue")), via)


def _subject_end(text: str, start: int, end: int) -> int | None:
    """Return where a subject ends that begins at a place; None if these words are none."""
    last = None
    for word in _WORD.finditer(text, start, end):
        if word[0] in "،,؛:" or _ends_subject(word[0]) or (last and word[0].startswith(_CORRESPONDENT)):
            return last
        last = word.end()
    return last


def _statements(text: str) -> Iterator[_Statement]:
    for verb in _verb().finditer(text):
        if _begins_clause(text, verb) and (statement := _statement(text, verb)) is not None:
            yield statement


def _begins_clause(text: str, verb: re.Match[str]) -> bool:
    before = text[: verb.start()].rstrip()
    if not before or before[-1] in _BEGINS or verb["and"]:
        return before[-3:] not in (" ما", " لم")
    leading = before.split()
    if leading[-1] in words("attribution.lead_ins", "ar"):
        return True
    opens = leading[0].removeprefix("و") in words("attribution.adjuncts", "ar")
    return opens and len(leading) <= _MOST_BEFORE and _verb().search(before) is None


def _statement(text: str, verb: re.Match[str]) -> _Statement | None:
    """Return the statement of a verb; None if nothing shows that it says something."""
    source: tuple[int, int] | None = None
    ended = False
    for number, word in enumerate(_WORD.finditer(text, verb.end())):
        content = _content_at(text, word)
        if content is not None:
            sure = source is not None or not _may_have_subject_before(text, verb)
            return (
                _Statement(verb.start(), verb.span("cue"), source or verb.span("cue"), content)
                if sure
                else None
            )
        if number >= _LONGEST_ASIDE or _verb().fullmatch(word[0]):
            return None
        ended = (
            ended or word[0] in "،,؛" or _ends_subject(word[0]) or (number == 0 and word[0][:2] == _TO_THE)
        )
        if not ended:
            source = (source[0] if source else word.start(), word.end())
            if number >= _LONGEST_SUBJECT or word[0] in words("attribution.never_subject", "ar"):
                return None
    return None


def _may_have_subject_before(text: str, verb: re.Match[str]) -> bool:
    """Return whether words before a verb with no subject behind it can be its subject."""
    before = text[: verb.start()].rstrip()
    leading = set(before.split()[-_MOST_BEFORE:])
    return (
        bool(before)
        and not verb["and"]
        and before[-1] not in _BEGINS
        and not leading <= words("attribution.lead_ins", "ar")
    )


def _content_at(text: str, word: re.Match[str]) -> int | None:
    """Return where what is said begins: behind "that" or a colon, or at a quotation; None elsewhere."""
    if word[0] in words("attribution.that", "ar") or word[0] == ":":
        return word.end() if text[word.end() :].strip() else None
    is_quotation = re.match(_OPEN, word[0]) is not None and len(word[0]) > _SHORT
    return word.start() if is_quotation else None


def _ends_subject(word: str) -> bool:
    known = words("attribution.not_speaker", "ar") | words("attribution.adjuncts", "ar")
    return word in known or _TO.fullmatch(word) is not None or word.startswith(_BY_DOING)


@cache
def _verb() -> re.Pattern[str]:
    verbs = any_word(language("ar").attribution.verbs)
    return re.compile(rf"(?<!\w)(?P<and>[وف]?)(?P<cue>{verbs})(?!\w)")


@cache
def _quoting_forms() -> tuple[re.Pattern[str], ...]:
    cues = language("ar").attribution
    that = rf"(?:{any_word(cues.that)})"
    verb = rf"(?<!\w)[وف]?(?P<cue>{any_word(cues.verbs)})"
    saying = r"(?:قولها|قوله|قولهم|تأكيده|تأكيدها|القول)"
    as_ = r"(?:كما\s+|حسبما\s+|وفق\s+ما\s+|بحسب\s+ما\s+)?"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"(?<!\w)و?(?P<cue>نقلت?)\s+(?P<via>{_NAME})\s+عن\s+(?P<source>{_NAME})\s+{saying}\s*:?\s*{that}?\s+(?P<content>.+)",
            rf"(?P<content>{_OPEN}\x00{{{_SHORT},}}{_CLOSE})\s*[،,]\s*{as_}{verb}\s+(?P<source>{_NAME})(?=[.،,]|$)",
        )
    )


@cache
def _according_forms() -> tuple[re.Pattern[str], ...]:
    cues = language("ar").attribution
    verb = rf"(?:{any_word(cues.verbs)})(?:ه|ها|نا|ته|تها)?(?:\s(?:به|بها|عنه))?"
    statement = r"(?:تصريحات?|أقوال|رواية|شهادة|إفادة|تأكيد|وصف|تعبير)\s(?=ال|\w+\s\w)"
    according = rf"(?<!\w)و?(?P<cue>{any_word(cues.according)})\s?(?:ما\s{verb}\s|{statement})?"
    name = r"[^.،,؛:“\"«\x00]{2,90}"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"^\s*{according}(?P<source>{name}?)\s*[،,]\s*(?P<content>.+)",
            rf"^(?P<content>.{{15,}}?)\s*[،,]?\s*{according}(?P<source>{name})(?=[.،,]|\s*$)",
        )
    )
