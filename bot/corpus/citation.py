"""Cited outlets: those the text gives as the source of a claim."""

from bot.corpus.article import Certainty, Hop, Span
from bot.corpus.gazetteer import OutletMention, find_outlets
from bot.corpus.phrases import pattern

_AFTER_FORM = r"(?:\s+\w+){0,2}?,?\s+(?:(?:have|has|had|also)\s+){0,2}{}\b"
_BEFORE_FORM = r"{}\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$"
_AFTER_TURKISH_FORM = r"['’]?\w{0,4}(?:\s+\w+){0,2}\s+{}"


def cited(text: str, sentences: tuple[Span, ...]) -> tuple[Hop, ...]:
    """Return the outlets cited, each at its first citation, in text order."""
    found: dict[str, Hop] = {}
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        for mention in find_outlets(words):
            if mention.name not in found and _is_cited(words, mention):
                place = Span(sentence.start + mention.start, sentence.start + mention.end)
                found[mention.name] = Hop(mention.name, Certainty.STATED, words, place)
    return tuple(found.values())


def _is_cited(sentence: str, mention: OutletMention) -> bool:
    if mention.weak:
        return False
    before, after = sentence[: mention.start], sentence[mention.end :]
    return bool(
        pattern("citation", "before", _BEFORE_FORM).search(before)
        or pattern("citation", "says", _AFTER_FORM).match(after)
        or pattern("citation", "after_tr", _AFTER_TURKISH_FORM).match(after)
    )
