"""Several English attributions in one sentence: where each ends, and which exclude one another."""

import re
from dataclasses import replace

from bot.summaries.attribution.attribution import Attribution, Clause

_JOINT = re.compile(
    r"(?:\s*(?:[,;—–]|--)\s*(?:(?:and|but|while|although|though|whereas|yet)\s+)?|\s(?:and|but|while)\s+)$",
    re.IGNORECASE,
)
"""Between the words of one speaker and the next speaker."""
_LONGEST_JOINT = 24
_LONGEST_PRONOUN = 4
"""Characters."""


def add_attribution(clause: Clause, earlier: list[Attribution], new: Attribution) -> list[Attribution]:
    """Return the attributions of a clause with a new one, each cut off where the new one begins.

    A new one that contradicts an earlier one is left out.
    """
    cut = [_cut_off(clause, attribution, new) for attribution in earlier]
    return earlier if any(_clash(new, attribution) for attribution in cut) else [*cut, new]


def _cut_off(clause: Clause, old: Attribution, new: Attribution) -> Attribution:
    """Return an attribution whose content ends where the next speaker is introduced."""
    last = old.quoted_content[-1]
    begins = (new.cue if new.source == old.source and new.cue else new.source).start
    if not last.start < begins < last.end:
        return old
    end = begins - clause.at
    joint = _JOINT.search(clause.masked, max(last.start - clause.at, end - _LONGEST_JOINT), end)
    kept = clause.span(last.start - clause.at, joint.start()) if joint else None
    return replace(old, quoted_content=(*old.quoted_content[:-1], kept)) if kept else old


def _clash(new: Attribution, old: Attribution) -> bool:
    """Whether two readings exclude one another: the words of one surround speaker and cue of the other."""
    inside = any(part.start <= new.source.start < part.end for part in old.quoted_content)
    if inside and (not new.spoken or new.source.end - new.source.start <= _LONGEST_PRONOUN):
        return True
    if old.source == new.source:
        return new.whole.start < old.whole.end
    return (
        new.whole.start <= old.source.start < new.whole.end
        and old.whole.start <= new.source.start < old.whole.end
    )
