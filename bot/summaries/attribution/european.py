"""Attributions in German, French, Spanish, Russian and Persian.

They follow one grammar: "X said that ...", "..., said X", "according to X, ...". A speaker is only named when
the clause leaves no doubt which of its words are the verb's subject.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_of, any_word
from bot.summaries.attribution.attribution import Attribution, Clause

_QUOTE = r"[“\"„«»]\x00+[”\"“»«]"
_WORD = r"[^\s,،;؛:.!?؟“\"„«»”\x00()–—]+(?:\.(?=\s[^\W\d_a-z]))?"
NAME = rf"{_WORD}(?:\s{_WORD}){{0,9}}?(?:\s[«“„\"]\x00{{1,30}}[»”“\"])?"
"""Words that can be a speaker, where only the verb next to them tells."""
_APPOSITION = r"(?:[,،]\s[^,،;؛:.“\"„«»\x00]{3,80}(?=[,،]))?"
_DASH = r"[–—-]?"
_AFTER_QUOTE = rf"(?:[,،]\s*{_DASH}|[–—-]|(?<=\x00{{40}}[”\"“»«]))\s*"
"""Between a quotation and its verb; without it, a short quotation is the name of a work."""
_LABEL = r"(?P<content>[“\"„«»]\x00{8,}[”\"“»«])[.!?]?\s*$"
"""What somebody says after their bare name: a whole sentence."""
_LONGEST_LABEL = 5
"""Words of such a name; more are a clause."""
_PLAIN_THAT = ("de",)
"""Languages whose "that" opens no relative clause, so that any words may come before it."""
_NO_COMMA = ("es", "fr")
"""Languages without a comma before "that"; there it opens a relative clause."""
_WORDS = re.compile(r"\w+")
_WITH_ELISION = re.compile(r"[^\s']+'?")
_END = r"(?=\s*(?:[,،;؛:.!?؟(–—]|$))"


def finder_for(code: str, name: str = NAME, end: str = _END) -> Callable[[Clause], list[Attribution]]:
    """Return a function that finds the attribution of a clause, [] when nobody else surely speaks.

    Args:
        code: ISO 639-1; the words are those of the language's file.
        name: Pattern of what can be a speaker.
        end: Pattern of what follows a speaker behind the verb.
    """

    def find_in_clause(clause: Clause) -> list[Attribution]:
        if not _cue(code).search(clause.masked):
            return []
        for form in _forms(code, name, end):
            match = form.search(clause.masked)
            if match is not None and (attribution := _attribution(clause, match, code)) is not None:
                return [attribution]
        return []

    return find_in_clause


def _attribution(clause: Clause, match: re.Match[str], code: str) -> Attribution | None:
    source, content = match["source"], clause.group(match, "content")
    if content is None or not names_somebody(source, code) or depends(match["content"], code):
        return None
    if is_doubtful(clause.masked, match, code):
        return None
    if (match["cue"] or "").startswith(source) and len(source.split()) > _LONGEST_LABEL:
        return None
    kept = _adjunct(code).split(source, maxsplit=1)[0].strip()
    if kept != source.strip() and (not match["cue"].strip() or not names_somebody(kept, code)):
        return None  # a heading's words, or nobody is left
    start = match.start("source")
    named = clause.span(start, start + len(kept))
    if named is None:
        return None
    cue = clause.exact(*match.span("cue")) if match["cue"] else None
    return Attribution(named, (content,), cue)


def names_somebody(source: str, code: str) -> bool:
    """Return whether words can be a speaker: a name, or a noun with its article; no adverb or pronoun."""
    words = _WITH_ELISION.findall(source.replace("’", "'"))
    cues = language(code).attribution
    if source.casefold() in cues.pronouns:
        return True
    if _verb(code).search(source) or source.casefold() in (
        *cues.never_subject,
        *cues.determiners,
        *cues.days,
    ):
        return False
    if not words or words[0].casefold() in cues.never_subject or set(words) & set(cues.never_in_subject):
        return False
    return (
        any(word[:1].isupper() for word in words)
        or words[0].casefold() in cues.determiners
        or not cues.determiners
    )


def is_doubtful(masked: str, match: re.Match[str], code: str) -> bool:
    """Return whether the clause denies its verb, has its subject before it, or another verb than it seems.

    Args:
        match: A form found in the masked clause.
    """
    lead = match.groupdict().get("lead")
    if lead and names_somebody(lead.strip(), code):
        return True
    begin = match.end("cue")
    end = match.start("content") if match.start("content") >= begin else len(masked)
    behind = _WORDS.findall(masked[begin:end].partition(":")[0])
    if _negation(code).search(masked, begin, end):
        return True
    return not _has_its_particle((match["cue"] or "").casefold(), behind, code)


def _has_its_particle(verb: str, behind: Sequence[str], code: str) -> bool:
    """Return whether a verb that reports only with a particle has it, and any other verb none."""
    cues = language(code).attribution
    for known, *particles in map(str.split, cues.separable):
        if verb == known:
            return not set(behind).isdisjoint(particles)
    last = [word for word in behind if word not in cues.that][-1:]
    return not last or last[0] not in cues.particles


@cache
def _negation(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('questions.negations', code)}(?!\w)|(?<!\w)nichts(?!\w)", re.IGNORECASE
    )


@cache
def _cue(code: str) -> re.Pattern[str]:
    """Return what every clause with an attribution has: a verb, "according to", or a colon."""
    cues = language(code).attribution
    known = (*cues.verbs, *cues.naming_verbs, *cues.according, *cues.inverted_verbs)
    return re.compile(rf"(?i)(?<!\w){any_word(known)}|:\s*[“\"„«»]")


@cache
def _verb(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w){any_word(language(code).attribution.verbs)}(?![\w\u200c])")


def depends(content: str, code: str) -> bool:
    """Return whether words are a clause about when or why something is said, and not what is said."""
    first = content.split(maxsplit=1)[0].casefold()
    return first in language(code).attribution.subordinators


@cache
def _adjunct(code: str) -> re.Pattern[str]:
    """Return what follows a speaker's name before the verb: where, when and to whom they spoke, "also"."""
    cues = language(code).attribution
    return re.compile(rf"\s+(?:{any_word(cues.adjuncts)}\s.*|{any_word(cues.days)}$)", re.DOTALL)


@cache
def _forms(code: str, speaker: str, end: str) -> tuple[re.Pattern[str], ...]:
    cues = language(code).attribution
    verb = rf"(?<!\w)(?P<cue>{any_word(cues.verbs)})(?![\w\u200c])"
    according = rf"(?<!\w)(?P<cue>(?i:{any_word(cues.according)}))\s+"
    that = rf"(?:{any_word(cues.that)})(?:\s|(?<=['’]))"
    name = rf"(?P<source>{speaker})"
    pronoun = rf"(?P<cue>{any_word(cues.inverted_verbs)})-(?:t-)?(?P<source>{any_word(cues.pronouns)})\b"
    when = rf"(?:{any_word(cues.days)}\s)?"
    lead = r"[^,،:“\"„«»\x00]{3,60}[,،]\s"
    naming = rf"(?<!\w)(?P<cue>{any_word(cues.naming_verbs)})(?!\w)"
    either = rf"(?<!\w)(?P<cue>{any_word((*cues.verbs, *cues.naming_verbs))})(?!\w)"
    rest, before = r"(?P<content>.{10,})", r"(?P<content>.{10,}?)"
    comma = "" if code in _NO_COMMA else "[,،]?"
    alone = any_word((*cues.days, *cues.not_speaker))
    aside = rf"(?:{alone}|{any_word(cues.adjuncts)}\s[^,،:“\"„«»\x00]{{2,60}}?)"
    anything = r"[^,،:“\"„«»\x00]{0,60}?"
    between = anything if code in _PLAIN_THAT else rf"(?:\s+{aside})?"
    gap = rf"{between}{comma}\s+"
    ahead = r"(?P<lead>[^,،:“\"„«»\x00]{0,60}?)"
    begin = rf"^\s*{when}"
    forms = (
        rf"(?P<content>{_QUOTE})\s*[,،]?\s*{_DASH}\s*{pronoun}",
        rf"(?P<content>{_QUOTE})\s*{_AFTER_QUOTE}{verb}\s+{when}{name}{end}",
        rf"{begin}{name}{_APPOSITION}[,،]?\s+{verb}[^:“\"„«»\x00]{{0,60}}?\s*:?\s*(?P<content>{_QUOTE}.*)",
        rf"{begin}{name}{_APPOSITION}[,،]?\s+{verb}{gap}{that}{rest}",
        rf"{begin}{name}{_APPOSITION}[,،]?\s+{verb}:\s+{rest}",
        rf"{begin}{name}{_APPOSITION}[,،]?\s+{naming}\s[^:“\"„«»\x00]{{0,80}}?(?P<content>{_QUOTE})",
        rf"^\s*(?P<cue>){name}(?:[,،]\s[^,،:]{{3,60}})?[,،]?\s?:\s*{_LABEL}",
        rf"{begin}{name}{_APPOSITION}[,،]?\s+{either}[^:]{{0,160}}:\s*(?P<content>{_QUOTE}.*)",
        rf"^[^:]{{0,90}}?{either}\s+{name}[^:]{{0,100}}:\s*(?P<content>{_QUOTE}.*)",
        rf"^\s*{according}{name}(?:[,،]\s+|\s?:\s*(?=[“\"„«»])){rest}",
        rf"^{ahead}{verb}\s+{name}{_APPOSITION}[,،]?\s+{that}{rest}",
        rf"^{ahead}{verb}\s+{name}:\s+{rest}",
        rf"^{before}[,،]\s*{_DASH}\s*{verb}\s+{when}{name}{end}",
        rf"^\s*{lead}{name}{_APPOSITION}[,،]?\s+{verb}{gap}{that}{rest}",
        rf"^{before}{',' if code in _NO_COMMA else '[,،]?'}\s*{_DASH}\s*{according}{name}{end}",
    )
    return tuple(re.compile(form, re.DOTALL) for form in forms)
