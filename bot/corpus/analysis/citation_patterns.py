"""What a citation looks like in one language, compiled from `phrases.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from bot.languages.phrases import any_of, has

DEFAULT_LANGUAGE = "en"
_OPEN = r"[\"“”«„'‘’(\[]*"
_END = r"[\s.!?…\"”»’']*$"
_CLOSE = r"[\"”“»'’)\]]*"
_APPOSITION = (
    r",\s(?:which|whose|the|a|an|one|owned|based|part)\s"
    r"(?:(?!mayor|minister|president|senator|governor|billionaire|candidate|coach|player|owner|founder)[^,.;]){3,60}(?=,)"
)
"""`Reuters, the news agency, said`; not `Bloomberg, the former mayor, said`."""


@dataclass(frozen=True, slots=True)
class CitationPatterns:
    """Patterns around a mention: `*_before` are searched before it, `*_after` matched behind it."""

    cue_before: re.Pattern[str]
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    report_after: re.Pattern[str]
    say_after: re.Pattern[str]
    state_before: re.Pattern[str]
    voice_after: re.Pattern[str]
    at_end: re.Pattern[str]
    seen: re.Pattern[str]
    own_plan: re.Pattern[str]
    told_before: re.Pattern[str]
    that_after: re.Pattern[str]
    company_after: re.Pattern[str]
    corporate_after: re.Pattern[str]
    joined: re.Pattern[str]
    on_air_before: re.Pattern[str]
    says: re.Pattern[str]
    to_before: re.Pattern[str]
    to_cue: re.Pattern[str]
    not_to: re.Pattern[str]


@cache
def patterns_for(language: str) -> CitationPatterns:
    """Return the rules of `language`, those of English when it has none of its own."""
    table = f"citing_{language}" if has(f"citing_{language}") else f"citing_{DEFAULT_LANGUAGE}"
    arabic = table == "citing_ar"
    part = {name: any_of(table, name) for name in ("before", "fill", "fill_after", "report", "say", "noun")}
    fill = rf"(?:{_OPEN}(?:{part['noun']}|{part['fill']}){_CLOSE}[\s,]+){{0,6}}"
    after = (
        rf"{_CLOSE}(?:\s*\([A-Z]{{2,6}}\))?(?:{_APPOSITION})?,?(?:\s*{part['fill_after']}(?!\w),?){{0,6}}\s*"
    )
    to_fill = rf"(?:{part['fill']}\s+){{0,3}}{_OPEN}$"
    return CitationPatterns(
        cue_before=_compile(rf"(?<!\w){part['before']}(?:(?<=\s)|[\s,:]+){fill}{_OPEN}$"),
        noun_before=_compile(rf"(?<!\w){part['noun']}\s+(?:{part['fill']}\s+){{0,1}}{_OPEN}$"),
        noun_after=_compile(rf"{_CLOSE}\s*{part['noun']}(?!\w)"),
        report_after=_compile(rf"{after}{part['report']}(?!\w)"),
        say_after=_compile(rf"{after}{part['say']}(?!\w)"),
        state_before=_compile(rf"(?<!\w){any_of(table, 'state')}\s+{_OPEN}$"),
        voice_after=_compile(
            rf"{after}{any_of(table, 'voice')}(?!\w)|,\s.*{any_of(table, 'voice_at_end')}{_END}"
        ),
        at_end=_compile(rf"{_CLOSE}(?:\s+{part['noun']}(?!\w))?,?\s.*{any_of(table, 'at_end')}{_END}"),
        seen=_compile(rf"\s+{any_of(table, 'staff')}(?!\w).*\s{any_of(table, 'seen')}{_END}"),
        own_plan=_compile(
            rf"(?!.*\w{any_of(table, 'whose')}\s).*{any_of(table, 'plan')}\s+\w+(?: \w+)?{_END}"
        ),
        told_before=_compile(rf"(?<!\w){any_of(table, 'told')}\s$"),
        that_after=_compile(rf"\s+{any_of(table, 'that')}"),
        company_after=_compile(rf"\s+{any_of(table, 'company')}"),
        corporate_after=_compile(rf"\s+(?:\w+\s+)?{any_of(table, 'corporate')}(?!\w)", keep_case=True),
        joined=_compile(rf"{_CLOSE}\s*(?:,|/|{any_of(table, 'and')})+\s*(?:{part['fill']}\s+){{0,3}}{_OPEN}"),
        on_air_before=_compile(r"(?:^|[,;:]\s*|\band\s+)(?:[Ss]peaking\s+|[Aa]ppearing\s+)?[Oo]n\s+$"),
        says=_compile(rf"(?<!\w){any_of(table, 'say_somewhere')}(?!\w)"),
        to_before=_compile(rf"(?<!\w)(?:(?:\w+\s+)*)(?:ل|لل|لـ\s?){to_fill}" if arabic else r"(?!)"),
        to_cue=_compile(rf"(?<!\w)[وف]?{any_of(table, 'to')}(?!\w)" if arabic else r"(?!)"),
        not_to=_compile(rf"(?<!\w){any_of(table, 'not_to')}\s*$" if arabic else r"(?!)"),
    )


def _compile(form: str, *, keep_case: bool = False) -> re.Pattern[str]:
    return re.compile(form, re.NOFLAG if keep_case else re.IGNORECASE)
