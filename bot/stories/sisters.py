"""Whether articles in two languages tell the same event: by names, numbers, places, kinds of events, days.

Precision comes first: a shared place, a shared kind of event or a shared person alone proves nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from bot.stories.fingerprint import Fingerprint, has_capitals
from bot.stories.sounds import Sound, likeness
from bot.stories.word_meanings import NameForm

WINDOW = timedelta(hours=48)
"""Longest time between two articles about one event."""
LEAST = 2.6
"""Evidence from which two articles are linked."""
_SPECIFIC = 2.0
"""Least evidence of names and numbers: one leader has several events in a day."""
_SAME_SCENE, _BY_NUMBERS = 1.8, 1.2
"""The same if place and kind are the same, and what is enough then if it is numbers alone."""
_IN_ROW, _ALONE = 0.5, 0.6
"""What two words of a name in a row add; share of a single word's weight where no capitals tell names."""
_OTHER_SPELLING = 0.5
"""Share of the weight of names that sound alike but are spelled differently in one alphabet."""
_PLACE, _MOST_PLACES = 0.6, 1.0
_KIND, _MOST_KINDS = 0.5, 0.8
_OTHER_PLACES, _OTHER_KINDS = 1.5, 1.0
"""What is taken off if both name places, or kinds of events, and share none."""
_SMALL, _DIGIT, _MOST_DIGITS, _HUNDREDS = 0.2, 0.35, 4, 0.3
"""What a shared number says: one below 10, each digit of others, and more from 100."""

_Pair = tuple[int, int]
"""The places of two words, one in each article."""


def linked(first: Fingerprint, second: Fingerprint) -> bool:
    """Return whether two articles are linked; the order doesn't matter."""
    return near(first, second) and evidence(first, second) >= LEAST


def near(first: Fingerprint, second: Fingerprint) -> bool:
    """Return whether two articles are of different languages and about the same time."""
    if first.language == second.language or not first.published_at or not second.published_at:
        return False
    return abs(first.published_at - second.published_at) <= WINDOW


def evidence(first: Fingerprint, second: Fingerprint) -> float:
    """Return how much speaks for one event, about 0 to 10; 0 if too little of it is specific."""
    if not (first.numbers & second.numbers or first.places & second.places):
        return 0.0
    if first.language > second.language:
        first, second = second, first
    numbers = sum(map(_number_weight, sorted(first.numbers & second.numbers)))
    names, where, what = _names(first, second), _places(first, second), _kinds(first, second)
    same_scene = where > 0 and what > 0
    enough = numbers + names >= (_SAME_SCENE if same_scene else _SPECIFIC)
    if not enough and not (same_scene and numbers >= _BY_NUMBERS):
        return 0.0
    return numbers + names + where + what


def _places(first: Fingerprint, second: Fingerprint) -> float:
    shared = first.places & second.places
    if first.places and second.places and not shared:
        return -_OTHER_PLACES
    return min(_PLACE * len(shared), _MOST_PLACES)


def _kinds(first: Fingerprint, second: Fingerprint) -> float:
    shared = first.kinds & second.kinds
    if first.kinds and second.kinds and not shared:
        return -_OTHER_KINDS
    return min(_KIND * len(shared), _MOST_KINDS)


def _number_weight(number: float) -> float:
    """Return what a shared number says: the more digits before its zeros, the more."""
    if number < 10:
        return _SMALL
    digits = len(f"{number:g}".replace(".", "").strip("0"))
    return max(_DIGIT * min(digits, _MOST_DIGITS), 2 * _SMALL) + (_HUNDREDS if number >= 100 else 0.0)


def _names(first: Fingerprint, second: Fingerprint) -> float:
    """Return what shared names say: about 1 for each, however many words it has.

    Arabic and Persian share too many words that are no names, and have no capitals to tell.
    """
    capitals = [has_capitals(first.language), has_capitals(second.language)]
    if not any(capitals):
        return 0.0
    alone = 1.0 if all(capitals) else _ALONE
    pairs = _alike(first, second)
    total, left, right = 0.0, set[int](), set[int]()
    for one, other in sorted(pairs, key=lambda pair: (-pairs[pair], sum(pair), pair)):
        if one in left or other in right:
            continue
        row = _row((one, other), pairs)
        left.update(place for place, _ in row)
        right.update(place for _, place in row)
        weight = max(pairs[pair] for pair in row)
        total += weight + _IN_ROW if len(row) > 1 else weight * alone
    return total


def _row(pair: _Pair, pairs: Mapping[_Pair, float]) -> list[_Pair]:
    """Return the pairs in a row around a pair: the words of one name."""
    row = [pair]
    while (after := (row[-1][0] + 1, row[-1][1] + 1)) in pairs:
        row.append(after)
    while (before := (row[0][0] - 1, row[0][1] - 1)) in pairs:
        row.insert(0, before)
    return row


def _alike(first: Fingerprint, second: Fingerprint) -> dict[_Pair, float]:
    """Return the pairs of names that are alike, with how much."""
    by_consonants: dict[str, list[tuple[int, NameForm, Sound]]] = defaultdict(list)
    for place, name in second.names:
        for sound in name.sounds:
            by_consonants[sound.consonants].append((place, name, sound))
    pairs: dict[_Pair, float] = {}
    for place, name in first.names:
        for sound in name.sounds:
            for at, other, heard in by_consonants.get(sound.consonants, ()):
                if like := likeness(sound, heard) * _spelling(name, other):
                    pairs[place, at] = max(pairs.get((place, at), 0.0), like)
    return pairs


def _spelling(one: NameForm, other: NameForm) -> float:
    """Return a weight of two names that sound alike: in one alphabet, most are spelled alike, too."""
    short, long = sorted((one.folded, other.folded), key=len)
    begin = short[: max(len(short) - 1, 4)]
    same = long.startswith(begin) and len(long) - len(short) <= 4
    return 1.0 if same or one.alphabet != other.alphabet else _OTHER_SPELLING
