"""Ends of sentences without a mark: headings in capitals run into the text, whole sentences in brackets."""

import re

_IN_BRACKETS = re.compile(r"\s*\([^()]+\s[^()]+\)(?=\s+(?:[^\W\d_a-z]|\d+\.\s))")
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\sa-zß-öø-ÿ,.;()\"]+"
_HEADING = re.compile(rf"\s*(?:{_CAPITALS} ){{1,9}}{_CAPITALS}(?= [^\W\d_a-z][\w’']*[a-zß-öø-ÿğışçа-яё])")
_FEWEST_LETTERS = 14
"""Letters of a heading in capitals; fewer may be names."""


def end_without_mark(sentence: str) -> int:
    """Return where a heading or a sentence in brackets ends at a sentence's start, 0 without one.

    Args:
        sentence: From behind the last mark to the next one.
    """
    if "(" in sentence[:3]:
        match = _IN_BRACKETS.match(sentence)
        return match.end() if match else 0
    match = _HEADING.match(sentence) if sentence[:6].strip().isupper() else None
    return match.end() if match and sum(map(str.isalpha, match[0])) >= _FEWEST_LETTERS else 0
