"""Detects the encoding of a text that neither is UTF-8 nor says what it is.

Every encoding in use for news is tried, and the one whose text is most surely in a language written in it
wins. Its score is the confidence of language identification, times the share of letters in words as people
write them: in the wrong encoding capitals are inside words, and scripts are mixed.
"""

import re
from functools import lru_cache

from bot.corpus.analysis.language import language_scores

WESTERN = "cp1252"
_CYRILLIC = "ru uk be bg sr mk kk"
_CENTRAL = "pl cs sk hu sl hr bs ro sh sq"
_ENCODINGS = {
    WESTERN: (1.0, "en de fr es it pt nl sv da no nn fi is fo ga ca gl eu af sq id ms oc br lb"),
    "cp1254": (1.0, "tr az"),
    "cp1256": (1.0, "ar arz fa ur ckb azb pnb"),
    "cp1251": (1.0, _CYRILLIC),
    "koi8_r": (1.0, "ru bg"),
    "koi8_u": (0.95, "uk be"),
    "gb18030": (0.95, "zh wuu"),
    "cp932": (0.95, "ja"),
    "euc_jp": (0.95, "ja"),
    "cp949": (0.95, "ko"),
    "big5hkscs": (0.92, "zh yue"),
    "cp1250": (0.95, _CENTRAL),
    "iso8859_2": (0.93, _CENTRAL),
    "cp1253": (0.9, "el"),
    "cp1255": (0.9, "he yi"),
    "cp1257": (0.85, "lt lv et"),
    "cp874": (0.85, "th"),
    "iso8859_5": (0.85, _CYRILLIC),
    "cp866": (0.85, _CYRILLIC),
    "iso8859_6": (0.85, "ar arz"),
    "cp1258": (0.8, "vi"),
}
"""How common each encoding is in news, and the languages written in it."""
_MIN_SCORE = 0.2
_SURE_SCORE = 0.3
_CLEAR_LEAD = 2.0
_SAMPLE_BYTES, _PIECE_BYTES, _SEARCHED_BYTES = 1_500, 400, 200_000
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_BETWEEN_PIECES = re.compile(rb"[<>\r\n]+")
_UNUSED = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_OTHER = re.compile("[\u0370-\U0010ffff]")
_ACCENTED_RUN = re.compile("[À-ɏ]{3}")
_PUNCTUATION = frozenset("«»‹›“”„‘’‚–—…·، ؛ ؟、。，：；！？「」『』（）《》¿¡\xa0\u3000")


def detect_encoding(data: bytes) -> str:
    """Return the name of the Python codec that a text is most likely in; Western without evidence."""
    scores = _scores(_sample(data))
    best = max(scores, key=scores.__getitem__, default=WESTERN)
    return best if scores.get(best, 0) >= _MIN_SCORE else WESTERN


def is_certainly_not_western(data: bytes) -> bool:
    """Return whether a text declared as Latin-1 is clearly in another encoding."""
    scores = _scores(_sample(data))
    best = max(scores.values(), default=0.0)
    return best >= _SURE_SCORE and best >= scores.get(WESTERN, 0.0) * _CLEAR_LEAD


def _sample(data: bytes) -> bytes:
    """Return the first pieces of text that have a byte beyond ASCII, markup left out."""
    first = _BEYOND_ASCII.search(data)
    start = max(0, first.start() - _PIECE_BYTES) if first else 0
    sample = b""
    for piece in _BETWEEN_PIECES.split(data[start : start + _SEARCHED_BYTES]):
        if not piece.isascii():
            sample += piece[:_PIECE_BYTES] + b"\n"
        if len(sample) >= _SAMPLE_BYTES:
            break
    return sample


@lru_cache(maxsize=8)
def _scores(sample: bytes) -> dict[str, float]:
    return {codec: _score(sample, codec) * prior for codec, (prior, _) in _ENCODINGS.items()}


def _score(sample: bytes, codec: str) -> float:
    """Return how likely a text is in an encoding, in [0, 1]."""
    text = sample.decode(codec, errors="replace")
    beyond = [character for character in text if character > "\x7f" and character not in _PUNCTUATION]
    if not beyond or len(_UNUSED.findall(text)) * 20 > len(beyond):
        return 0.0
    words = (word for word in _WORD.findall(text) if not word.isascii())
    natural = sum(sum(letter > "\x7f" for letter in word) for word in words if _is_natural(word))
    share = natural / len(beyond)
    if share * share < _MIN_SCORE:
        return 0.0
    scores = language_scores(text)
    return share * share * sum(scores.get(code, 0.0) for code in _ENCODINGS[codec][1].split())


def _is_natural(word: str) -> bool:
    """Return whether people write a word so: one script, few accents, no capitals after small letters."""
    if _LATIN.search(word) and (_OTHER.search(word) or _ACCENTED_RUN.search(word)):
        return False
    return word[1:].islower() or word.isupper() or word.lower() == word.upper() or len(word) == 1
