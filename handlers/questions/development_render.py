"""Developments of a story as Telegram HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.corrections.text_changes import SentenceChange
from bot.developments.development import Development, DevelopmentKind, Statement
from bot.summaries.denials import DENIED
from handlers.questions.article_render import italic
from handlers.questions.changes_render import change_html
from handlers.telegram.bidi import foreign, line, name, quoted
from handlers.telegram.html import clip, moment, plain, verbatim
from handlers.texts import Texts

_LONGEST_TEXT = 300
"""UTF-16 units of a quoted sentence."""
_LONGEST_NAMES = 120
"""UTF-16 units of what is new of one kind in a digest."""
_SHOWN = 8
"""Developments in a message; the newest are shown, the rest is counted."""
_ORDER = tuple(DevelopmentKind)


def developments_html(developments: Sequence[Development], texts: Texts, *, most: int = _SHOWN) -> list[str]:
    """Return the newest developments by kind, each with its sentence and where it is from."""
    shown = _distinct(developments)[-most:]
    shown.sort(key=lambda development: _ORDER.index(development.kind))
    blocks = [
        block for kind, group in groupby(shown, key=lambda development: development.kind)
        for block in _of_kind(kind, list(group), texts)
    ]  # fmt: skip
    rest = len(_distinct(developments)) - len(shown)
    return [*blocks, italic(texts("and-more", count=rest))] if rest else blocks


def short_html(developments: Sequence[Development], texts: Texts) -> str:
    """Return developments for a digest: a line for each kind."""
    news = _distinct(developments)
    parts = [
        _label(
            kind, replace(same[-1], name=clip(" · ".join(one.name for one in same), _LONGEST_NAMES)), texts
        )
        for kind in _ORDER
        if (same := [development for development in news if development.kind is kind])
    ]
    return "\n".join(line(f"• {part}", texts) for part in parts)


def _distinct(developments: Sequence[Development]) -> list[Development]:
    """Return developments, those in one sentence as one; no figures in a difference or a correction."""
    merged: dict[tuple[str, ...], Development] = {}
    for development in developments:
        said = development.text or development.name
        key = (development.kind.value, development.article_id, said)
        earlier = merged.get(key)
        names = f"{earlier.name} · {development.name}" if earlier and development.text else development.name
        merged[key] = replace(development, name=names)
    quoted_before = {
        (statement.publisher, statement.text)
        for development in developments
        if development.kind in (DevelopmentKind.DIFFERENCE, DevelopmentKind.CORRECTION)
        for statement in development.statements
    }
    return [
        development
        for development in merged.values()
        if development.kind is not DevelopmentKind.FIGURES
        or (development.publisher, development.text) not in quoted_before
    ]


def _of_kind(kind: DevelopmentKind, developments: Sequence[Development], texts: Texts) -> Iterator[str]:
    has_sources = kind in (DevelopmentKind.FIGURES, DevelopmentKind.DIFFERENCE, DevelopmentKind.SPEAKER)
    for development in developments:
        when = "" if has_sources else _when(development, texts)
        yield line(f"• {_label(kind, development, texts)}{when}", texts)
        if kind is DevelopmentKind.CORRECTION and development.statements:
            yield _change_html(development, texts)
        for statement in development.statements if has_sources else ():
            source = line(italic(_source(statement, texts)), texts)
            yield f"<blockquote>{_words(statement, texts)}</blockquote>\n{source}"


def _change_html(correction: Development, texts: Texts) -> str:
    """Return a sentence as it was, struck out, and as it is."""
    before = next((statement.text for statement in correction.others), "")
    change = SentenceChange(before, correction.text)
    return change_html(change, correction.language, texts, most=_LONGEST_TEXT)


def _words(statement: Statement, texts: Texts) -> str:
    return quoted(verbatim(clip(statement.text, _LONGEST_TEXT)), statement.language, texts)


def _label(kind: DevelopmentKind, development: Development, texts: Texts) -> str:
    label = plain(development.name, most=120)
    isolated = foreign(label, development.language, texts)
    if kind is DevelopmentKind.DIFFERENCE and development.topic == DENIED:
        return texts("difference-denied", versions=isolated)
    if kind is DevelopmentKind.DIFFERENCE:
        return texts("difference", thing=texts(f"differs-{development.topic}"), versions=isolated)
    source = _source(development, texts, dated=False)
    return texts(f"development-{kind.value}", name=isolated, source=source)


def _source(stated: Development | Statement, texts: Texts, *, dated: bool = True) -> str:
    publisher = stated.publisher or texts("source-unknown")
    return name(plain(publisher, most=60), texts) + (_when(stated, texts) if dated else "")


def _when(stated: Development | Statement, texts: Texts) -> str:
    return f" · {moment(stated.at, texts)}" if stated.at else ""
