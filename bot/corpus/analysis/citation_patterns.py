"""What a citation looks like in a language, compiled from its `CitationWords`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from bot.languages.language import language
from bot.languages.phrases import any_of
from bot.languages.speech import CitationWords

DEFAULT_LANGUAGE = "en"
_OPEN = r"(?:\b[ld][’'])?[\"“”«„'‘’(\[]*(?:(?<=[«“])\s)?"
"""What may be written on to a name: an elided article ("l'AFP"), opening marks, a space after `«`."""
_END = r"[\s.!?…\"”»’']*$"
_CLOSE = r"(?:\s(?=»))?[\"”“»'’)\]]*"
_APPOSITION = (
    r",\s(?:which|whose|the|a|an|one|owned|based|part)\s"
    r"(?:(?!mayor|minister|president|senator|governor|billionaire|candidate|coach|player|owner|founder)[^,.;]){3,60}(?=,)"
)
"""`Reuters, the news agency, said`; not `Bloomberg, the former mayor, said`."""


@dataclass(frozen=True, slots=True)
class CitationPatterns:
    """Patterns around a mention: search `*_before` in the text before it, match `*_after` right after it."""

    cue_before: re.Pattern[str]
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    report_after: re.Pattern[str]
    say_after: re.Pattern[str]
    state_before: re.Pattern[str]
    voice_after: re.Pattern[str]
    report_at_end: re.Pattern[str]
    witness_at_end: re.Pattern[str]
    own_plan: re.Pattern[str]
    weak_before: re.Pattern[str]
    that_after: re.Pattern[str]
    company_after: re.Pattern[str]
    corporate_after: re.Pattern[str]
    inverted_after: re.Pattern[str]
    joined: re.Pattern[str]
    on_air_before: re.Pattern[str]
    say_anywhere: re.Pattern[str]
    told_before: re.Pattern[str]
    told_cue: re.Pattern[str]
    not_told: re.Pattern[str]


def citation_language(code: str) -> str:
    """Return the language whose citation words serve for a language: itself, English if it has none."""
    return code if language(code).citations != CitationWords() else DEFAULT_LANGUAGE


@cache
def patterns_for(code: str) -> CitationPatterns:
    """Return the patterns of a language, English ones for a language without its own."""
    word = partial(_words_of, citation_language(code))
    filler, noun = word("filler_before"), word("noun")
    few_after = rf"(?:\s*{word('filler_after')}(?!\w),?){{0,6}}"
    after = rf"{_CLOSE}(?:\s*\([A-Z]{{2,6}}\))?(?:{_APPOSITION})?,?{few_after}\s*"
    few_fillers = rf"(?:{filler}\s+){{0,3}}{_OPEN}"
    return CitationPatterns(
        cue_before=_cue_before(word),
        noun_before=_compile(rf"(?<!\w){noun}\s+(?:{filler}\s+){{0,1}}{_OPEN}$"),
        noun_after=_compile(rf"{_CLOSE}\s*{noun}(?!\w)"),
        report_after=_compile(rf"{after}{word('report_after')}(?!\w)"),
        say_after=_compile(rf"{after}{word('say_after')}(?!\w)"),
        state_before=_compile(rf"(?<!\w){word('state_before')}\s+{_OPEN}$"),
        voice_after=_compile(rf"{after}{word('voice_after')}(?!\w)|,\s.*{word('voice_at_end')}{_END}"),
        report_at_end=_compile(rf"{_CLOSE}(?:\s+{noun}(?!\w))?,?\s.*{word('report_at_end')}{_END}"),
        witness_at_end=_compile(rf"\s+{word('staff_after')}(?!\w).*\s{word('witness_at_end')}{_END}"),
        own_plan=_compile(rf"(?!.*\w{word('possessive')}\s).*{word('plan_at_end')}\s+\w+(?: \w+)?{_END}"),
        weak_before=_compile(rf"(?<!\w){word('weak_before')}\s$"),
        that_after=_compile(rf"\s+{word('that_after')}"),
        company_after=_compile(rf"\s+{word('company_after')}"),
        corporate_after=re.compile(rf"\s+(?:\w+\s+)?{word('corporate_after')}(?!\w)"),
        inverted_after=_compile(rf"{_CLOSE}{word('inverted_after')}(?!\w)"),
        joined=_compile(rf"(?:\s+{noun})?{_CLOSE}\s*(?:,|/|{word('joined_by')})+\s*{few_fillers}"),
        on_air_before=_compile(rf"(?:^|[,;:]\s*|\band\s+){word('on_air')}\s+{_OPEN}$"),
        say_anywhere=_compile(rf"(?<!\w){word('say_anywhere')}(?!\w)"),
        told_before=_compile(rf"(?<!\w)(?:(?:\w+\s+)*){word('told_prefix')}{few_fillers}$"),
        told_cue=_compile(rf"(?<!\w)[وف]?{word('told_cue')}(?!\w)"),
        not_told=_compile(rf"(?<!\w){word('not_told')}\s*$"),
    )


def _cue_before(word: Callable[[str], str]) -> re.Pattern[str]:
    fillers = rf"(?:{_OPEN}(?:{word('noun')}|{word('filler_before')}){_CLOSE}[\s,]+){{0,6}}"
    return _compile(rf"(?<!\w){word('cue_before')}(?:(?<=\s)|[\s,:]+){fillers}{_OPEN}$")


def _words_of(code: str, key: str) -> str:
    return any_of(f"citations.{key}", code)


def _compile(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)
