"""Several English attributions in one sentence: where each ends, and which can't hold beside another."""

import re
from dataclasses import replace

from bot.summaries.attribution.attribution import Attribution, Clause

_JOINT = re.compile(
    r"(?:\s*(?:[,;—–]|--)\s*(?:(?:and|but|while|although|though|whereas|yet)\s+)?|\s(?:and|but|while)\s+)$",
    re.IGNORECASE,
)
"""What stands between what one says and the next speaker."""
_LONGEST_JOINT = 24
_LONGEST_PRONOUN = 4
"""Letters."""


def add_attribution(clause: Clause, found: list[Attribution], new: Attribution) -> list[Attribution]:
    """Return attributions of a clause with one more, each cut off where the next begins.

    They are returned as they were when the new one can't hold beside them.
    """
    cut = [_cut_off(clause, old, new) for old in found]
    return found if any(_clash(new, old) for old in cut) else [*cut, new]


def _cut_off(clause: Clause, old: Attribution, new: Attribution) -> Attribution:
    """What was said up to where the words of the next speaker are brought in."""
    last = old.quoted_content[-1]
    said = new.cue if new.source == old.source and new.cue else new.source
    if not last.start < said.start < last.end:
        return old
    begin = said.start - clause.at
    joint = _JOINT.search(clause.masked, max(last.start - clause.at, begin - _LONGEST_JOINT), begin)
    if joint is None:
        return old
    kept = clause.span(last.start - clause.at, joint.start())
    return replace(old, quoted_content=(*old.quoted_content[:-1], kept)) if kept else old


def _clash(new: Attribution, old: Attribution) -> bool:
    """Whether two readings can't both hold: one's words lie around the other's speaker and cue."""
    inside = any(part.start <= new.source.start < part.end for part in old.quoted_content)
    if inside and (not new.spoken or new.source.end - new.source.start <= _LONGEST_PRONOUN):
        return True
    if old.source == new.source:
        return new.whole.start < old.whole.end
    return (
        new.whole.start <= old.source.start < new.whole.end
        and old.whole.start <= new.source.start < old.whole.end
    )
