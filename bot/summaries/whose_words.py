"""Whose words a sentence is: what somebody else says hardly answers what a person said."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from bot.search.analyzer import analyze
from bot.search.words import split_words
from bot.summaries.candidates import Candidate, Focus
from bot.summaries.credits import Credit, credit_sentences
from bot.summaries.evidence import is_reported

_THEIR_WORDS, _OTHER_SPEAKER, _NOT_NAMED = 1.2, 0.3, 0.85
"""What remains of the worth of what the wanted speaker says, of what somebody else does, and of what nobody
is credited with in a sentence that doesn't name the speaker."""
_CREDITED = 12
"""Sentences whose speakers are looked for."""
_NEAR = 2
"""Words on either side of a speaker's name among which a reporting verb makes the sentence theirs."""


def spoken_by(focus: Focus, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidates, those that the wanted speaker says at a greater worth.

    If the speaker is asked for by name, not as "her lawyer", the others lose worth.
    """
    words = split_words(focus.wanted.speaker)
    by_name = bool(words) and words[-1] in focus.names
    best = sorted(candidates, key=lambda candidate: -candidate.worth)[:_CREDITED]
    spoken = []
    for source in {id(candidate.source): candidate.source for candidate in best}.values():
        own = sorted((c for c in best if c.source is source), key=lambda candidate: candidate.index)
        credited = credit_sentences(source.article, wanted=[candidate.index for candidate in own])
        speaker = _Speaker(frozenset(analyze(focus.wanted.speaker, source.article.language)), by_name)
        spoken += [speaker.weighed(c, credit) for c, credit in zip(own, credited, strict=True)]
    return spoken


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The wanted speaker.

    Args:
        terms: Of the name, or of what the speaker is called.
        by_name: Whether it is a name.
    """

    terms: AbstractSet[str]
    by_name: bool

    def weighed(self, candidate: Candidate, credit: Credit) -> Candidate:
        """Return a candidate at the worth that its credit gives it."""
        share = self._share(candidate, credit) if self.terms else 1.0
        return replace(candidate, worth=candidate.worth * share, following=candidate.following * share)

    def _share(self, candidate: Candidate, credit: Credit) -> float:
        language = candidate.source.article.language
        if not self.terms.isdisjoint(analyze(credit.speaker or "", language)):
            return _THEIR_WORDS
        if not self.by_name or self._says(candidate.text, language):
            return 1.0
        if credit.speaker:
            return _OTHER_SPEAKER
        return _NOT_NAMED if self.terms.isdisjoint(analyze(candidate.text, language)) else 1.0

    def _says(self, sentence: str, language: str) -> bool:
        """Return whether a reporting verb is next to the speaker: "Astley, 40, said"."""
        words = split_words(sentence)
        places = [
            place for place, word in enumerate(words) if not self.terms.isdisjoint(analyze(word, language))
        ]
        return any(
            is_reported(" ".join(words[max(place - _NEAR, 0) : place + _NEAR + 1]), language)
            for place in places
        )
