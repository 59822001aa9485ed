"""Where the outlets of a story differ: the figures on one line, the sentences in a quote that opens."""

from collections.abc import Sequence

from bot.summaries.counted import COUNTED
from bot.summaries.denials import DENIED
from bot.summaries.difference import Difference, Version, Voice
from handlers.questions.article_render import credited
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import moment, plain
from handlers.texts import Texts

SHOWN = 2
"""Differences shown of a story."""
_OUTLETS, _VERSIONS = 2, 3
"""Outlets named per figure, and figures shown."""
_LONGEST = 260
"""UTF-16 units of a sentence."""


def differences_html(differences: Sequence[Difference], texts: Texts) -> list[str]:
    """Return a block for each of the first differences."""
    return [difference_html(difference, texts) for difference in differences[:SHOWN]]


def difference_html(difference: Difference, texts: Texts) -> str:
    """Return the figures with their outlets and times, and the sentences, verbatim, in a folded quote."""
    voices = [(version, version.voices[0]) for version in difference.versions[:_VERSIONS] if version.voices]
    quotes = "\n".join(_sentence(version, voice, texts) for version, voice in voices)
    return f"{difference_line(difference, texts)}\n<blockquote expandable>{quotes}</blockquote>"


def difference_line(difference: Difference, texts: Texts) -> str:
    """Return "Outlets differ on the dead: 4 (A, B, 18:40) · 3 (C, 17:05)"."""
    return _line(difference, [_version(version, texts) for version in difference.versions[:_VERSIONS]], texts)


def figures_line(difference: Difference, texts: Texts) -> str:
    """Return "Outlets differ on the dead: 4 · 3", for where there is little room."""
    return _line(difference, [_figure(version, texts) for version in difference.versions[:_VERSIONS]], texts)


def _line(difference: Difference, versions: Sequence[str], texts: Texts) -> str:
    listed = " · ".join(versions)
    if difference.kind == DENIED:
        return line(texts("difference-denied", versions=listed), texts)
    key = "difference-later" if difference.later else "difference"
    return line(texts(key, thing=thing(difference, texts), versions=listed), texts)


def _figure(version: Version, texts: Texts) -> str:
    """Return a figure as written; the outlet of a statement without one."""
    if not version.figure:
        return name(plain(version.voices[0].outlet, most=30), texts)
    return foreign(plain(version.figure, most=20), version.voices[0].language, texts)


def thing(difference: Difference, texts: Texts) -> str:
    """Return what outlets differ on: "the dead", "the dead (soldiers)", "“cables”"."""
    language = difference.versions[0].voices[0].language
    noun = foreign(plain(difference.noun, most=40), language, texts)
    if difference.kind == COUNTED and any(map(str.isalpha, difference.noun)):
        return texts("difference-thing", noun=noun)
    what = texts(f"differs-{difference.kind}")
    named = difference.noun and difference.kind != COUNTED
    return texts("difference-of", thing=what, noun=noun) if named else what


def _version(version: Version, texts: Texts) -> str:
    """Return "4 (A, B, 18:40)"; the time is that of the latest sentence."""
    outlets = list(dict.fromkeys(voice.outlet for voice in version.voices))
    named = [name(plain(outlet, most=30), texts) for outlet in outlets[:_OUTLETS]]
    if len(outlets) > _OUTLETS:
        named.append(f"+{len(outlets) - _OUTLETS}")
    if version.last_at:
        named.append(moment(version.last_at, texts))
    if not version.figure:
        return texts.listed(named)
    figure = foreign(plain(version.figure, most=40), version.voices[0].language, texts)
    return texts("difference-version", figure=figure, outlets=texts.listed(named))


def _sentence(version: Version, voice: Voice, texts: Texts) -> str:
    words = foreign(plain(voice.sentence.text, most=_LONGEST), voice.language, texts)
    by = [credited(voice.sentence.credit, texts), name(plain(voice.outlet, most=40), texts)]
    return f"{words} <i>{texts('credit', label=' · '.join(filter(None, by)))}</i>"
