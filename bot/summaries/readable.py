"""Which sentences can stand alone, and which lean on the one before."""

import re
import tomllib
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("readable.toml")
_LEAD = re.compile(r"[\s\"'“”‘’«»(\[—–-]*")
_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*$")
FEWEST_WORDS = 5


def leans_back(sentence: str, language: str) -> bool:
    """Return whether a sentence begins with a word that needs the one before ("He", "However")."""
    match = _opening(language).match(_LEAD.sub("", sentence, count=1))
    return match is not None


def is_whole(sentence: str) -> bool:
    """Return whether a sentence looks like one: some words, and an end; captions and headings do not."""
    return len(sentence.split()) >= FEWEST_WORDS and _END.search(sentence) is not None


@cache
def _opening(language: str) -> re.Pattern[str]:
    with DATA.open("rb") as file:
        words = tomllib.load(file)["leaning"].get(language, [])
    return re.compile(rf"(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else re.compile(r"(?!)")
