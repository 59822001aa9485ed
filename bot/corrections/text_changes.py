"""Two texts of an article -> the sentences that were changed, added and removed, verbatim.

texts --split_sentences--> sentences --wording--> those without an equal in the other text
      --similarity--> pairs (before, after) that don't say the same; the rest was added or removed
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bot.corpus.analysis.sentences import split_sentences
from bot.corrections.wording import differs_in_facts, is_furniture, is_stamp, key_of, says_the_same

_SIMILAR, _SIMILAR_IN_PLACE = 55, 35
"""Least similarity, 0 to 100, of a sentence's two wordings; less is enough if only they differ there."""
_MOST_COMPARED = 300
"""Sentences of each text that are paired; a text with more differences is another text."""


class Text(NamedTuple):
    """The title and body of an article."""

    title: str
    body: str


class Nature(StrEnum):
    """What changes to a text amount to."""

    NONE = "none"
    UPDATED = "updated"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that was changed, added or removed.

    Args:
        before: The sentence as it was, verbatim; "" if it was added.
        after: The sentence as it is, verbatim; "" if it was removed.
        title: Whether it is the headline.
        facts: Whether a number, a name or a negation differs.
    """

    before: str
    after: str
    title: bool = False
    facts: bool = False

    @property
    def adds(self) -> bool:
        """Whether the sentence was added."""
        return not self.before


@dataclass(frozen=True, slots=True)
class TextChanges:
    """How a text differs from the one before, trivial edits ignored.

    Args:
        changes: The headline, then sentences in the order of the new text, then removed ones.
    """

    changes: tuple[SentenceChange, ...] = ()

    @property
    def nature(self) -> Nature:
        """CORRECTED if a sentence was changed or removed, UPDATED if sentences were only added."""
        if not self.changes:
            return Nature.NONE
        return Nature.UPDATED if all(change.adds for change in self.changes) else Nature.CORRECTED

    @property
    def first(self) -> SentenceChange | None:
        """The change to show if there is room for one: of facts, of a sentence, a removal, an addition."""
        return min(self.changes, key=_importance, default=None)


NOTHING_CHANGED = TextChanges()


def _importance(change: SentenceChange) -> int:
    changed = bool(change.before and change.after)
    return 0 if changed and change.facts else 1 if changed else 3 if change.adds else 2


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence without an equal in the other text.

    Args:
        place: Number of the differing passage it is in.
        alone: Whether it is the only sentence there.
    """

    text: str
    key: str
    place: int
    alone: bool


def text_changes(before: Text, after: Text, language: str) -> TextChanges:
    """Return how a text differs from the one before.

    Args:
        language: ISO 639-1 code of the article's language.
    """
    if before == after:
        return NOTHING_CHANGED
    changes: list[SentenceChange] = []
    if not says_the_same(before.title, after.title, language):
        facts = differs_in_facts(before.title, after.title, language)
        changes.append(SentenceChange(before.title, after.title, title=True, facts=facts))
    if before.body != after.body:
        changes += _body_changes(before.body, after.body, language)
    return TextChanges(tuple(changes))


def _body_changes(before: str, after: str, language: str) -> Iterator[SentenceChange]:
    removed, added = _differing(_sentences(before, language), _sentences(after, language))
    partner_of = _pairs(removed[:_MOST_COMPARED], added[:_MOST_COMPARED])
    for number, sentence in enumerate(added):
        if number not in partner_of:
            yield SentenceChange("", sentence.text)
            continue
        old = removed[partner_of[number]].text
        if not says_the_same(old, sentence.text, language):
            facts = differs_in_facts(old, sentence.text, language)
            yield SentenceChange(old, sentence.text, facts=facts)
    paired = set(partner_of.values())
    yield from (SentenceChange(old.text, "") for n, old in enumerate(removed) if n not in paired)


def _sentences(text: str, language: str) -> list[tuple[str, str]]:
    """Return (sentence, key) of what is compared: no time stamps, lines of the page, or bare marks."""
    lines = {line for line in map(str.strip, text.split("\n")) if is_furniture(line)}
    sentences = (text[span.start : span.end] for span in split_sentences(text, language))
    keyed = ((sentence, key_of(sentence, language)) for sentence in sentences if sentence not in lines)
    return [(sentence, key) for sentence, key in keyed if key and not is_stamp(sentence)]


def _differing(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> tuple[list[_Sentence], list[_Sentence]]:
    """Return the sentences of each text that the other doesn't have, wherever it has them."""
    # Its heuristic for frequent items keeps a table with one line a thousand times from taking seconds.
    matcher = SequenceMatcher(None, [key for _, key in old], [key for _, key in new])
    removed: list[_Sentence] = []
    added: list[_Sentence] = []
    for place, (tag, a, b, c, d) in enumerate(matcher.get_opcodes()):
        if tag == "equal" or _resplit(old[a:b], new[c:d]):
            continue
        removed += [_Sentence(text, key, place, b - a == 1) for text, key in old[a:b]]
        added += [_Sentence(text, key, place, d - c == 1) for text, key in new[c:d]]
    moved = Counter(s.key for s in removed) & Counter(s.key for s in added)
    return _without(removed, moved), _without(added, moved)


def _resplit(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> bool:
    """Whether the same words are only divided into sentences differently."""
    return " ".join(key for _, key in old) == " ".join(key for _, key in new)


def _without(sentences: Sequence[_Sentence], moved: Counter[str]) -> list[_Sentence]:
    left, kept = moved.copy(), []
    for sentence in sentences:
        if left[sentence.key] > 0:
            left[sentence.key] -= 1
        else:
            kept.append(sentence)
    return kept


def _pairs(removed: Sequence[_Sentence], added: Sequence[_Sentence]) -> dict[int, int]:
    """Return {number of an added sentence: number of the removed one it rewords}, most similar first."""
    scores = process.cdist(
        [s.key for s in added], [s.key for s in removed], scorer=fuzz.ratio, score_cutoff=_SIMILAR_IN_PLACE
    )
    candidates = sorted(
        (-float(scores[n, o]), abs(new.place - old.place), n, o)
        for n, new in enumerate(added)
        for o, old in enumerate(removed)
        if scores[n, o] >= _least(new, old)
    )
    partner_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, n, o in candidates:
        if n not in partner_of and o not in taken:
            partner_of[n] = o
            taken.add(o)
    return partner_of


def _least(new: _Sentence, old: _Sentence) -> float:
    return _SIMILAR_IN_PLACE if new.alone and old.alone and new.place == old.place else _SIMILAR
