"""Corrections as Telegram HTML: sentences before and after, what changed in bold.

    > ~~4 people died in Tarn.~~
    > → **3** people died in Tarn.

The arrow points in the direction in which the article is written. A sentence that was added begins with a
plus sign, one that was removed is only struck through.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.text_changes import SentenceChange
from bot.questions.corrections import ArticleHistory, CorrectionPage
from bot.questions.model import AnswerEntry
from handlers.questions.article_render import entry_html, headline_html, italic
from handlers.telegram.bidi import foreign, is_right_to_left, line, name, quoted
from handlers.telegram.html import clip, fit, headline, moment, plain, verbatim
from handlers.texts import Texts

_LISTED, _ON_CARD = 150, 600
"""Characters shown of a sentence in a list, and where there is room for it."""
_KEPT_WORDS = 4
"""Words kept before what changed when a sentence is cut there."""
_SHOWN_IN_FULL = 4
"""Changes of an article shown in full; further ones are folded."""
_MOST = 12
"""Changes shown of one correction."""
_WORDS = re.compile(r"\S+\s*")


def correction_line(correction: Correction, texts: Texts) -> str:
    """Return what happened to an article, and when, in the reader's time zone."""
    return line(texts(f"correction-{correction.kind.value}", at=moment(correction.at, texts)), texts)


def change_html(
    change: SentenceChange, language: str, texts: Texts, *, most: int = _ON_CARD, folded: bool = False
) -> str:
    """Return a block quote of a sentence before and after it was changed.

    Args:
        language: Of the article.
        most: Characters shown of each, around what changed.
        folded: Whether it opens with a tap.
    """
    arrow = "←" if is_right_to_left(language) else "→"
    before, after = _excerpts(change, most)
    old = f"<s>{verbatim(''.join(before))}</s>" if change.before else ""
    if not change.before:
        new = f"+ {verbatim(''.join(after))}"
    else:
        new = f"{arrow} {_marked(after)}" if change.after else ""
    label = f"<i>{texts('change-headline')}</i>\n" if change.title else ""
    words = "\n".join(quoted(part, language, texts) for part in (old, new) if part)
    return f"<blockquote{' expandable' if folded else ''}>{label}{words}</blockquote>"


def history_html(history: ArticleHistory, texts: Texts) -> str:
    """Return one correction of an article, sentence by sentence."""
    article, changes = history.article, history.correction.changes.changes
    head = [headline_html(article, texts), italic(correction_line(history.correction, texts))]
    blocks = [
        change_html(change, article.language, texts, folded=number >= _SHOWN_IN_FULL)
        for number, change in enumerate(changes[:_MOST])
    ]
    rest = [texts("and-more", count=len(changes) - _MOST)] if len(changes) > _MOST else []
    return fit([*head, *blocks, *rest])


def corrections_html(page: CorrectionPage, topic: str, texts: Texts) -> str:
    """Return a page of the latest corrections."""
    about = plain(topic, most=100)
    if not page.entries:
        return texts("corrections-none-topic", topic=about) if about else texts("corrections-none")
    title = texts("corrections-title-topic", topic=about) if about else texts("corrections-title")
    return fit([title, *(_entry(n, entry, texts) for n, entry in enumerate(page.entries, start=1))])


def withdrawn_html(
    withdrawal: Correction, others: Sequence[AnswerEntry], texts: Texts, *, now: datetime
) -> str:
    """Return what is known of a withdrawn article instead of its card, and what is left of its story."""
    listed = [entry_html(number, entry, texts, now=now) for number, entry in enumerate(others, start=1)]
    return fit([*withdrawn_blocks(withdrawal, texts, is_reported=bool(others)), *listed])


def withdrawn_blocks(withdrawal: Correction, texts: Texts, *, is_reported: bool) -> list[str]:
    """Return what is known of a withdrawn article, and whether others still report its story."""
    known = "\n".join([_headline(withdrawal, texts), source_line(withdrawal, texts)])
    return [known, texts("pasted-withdrawn" if is_reported else "withdrawn-alone")]


def first_change_html(correction: Correction, texts: Texts) -> str:
    """Return the change that tells most, short; "" for a withdrawal."""
    first = correction.changes.first
    return change_html(first, correction.version.language, texts, most=_LISTED) if first else ""


def _entry(number: int, correction: Correction, texts: Texts) -> str:
    title = line(f"{number}. {_headline(correction, texts)}", texts)
    change = first_change_html(correction, texts)
    return "\n".join(["\n" + title, *([change] if change else []), source_line(correction, texts)])


def _headline(correction: Correction, texts: Texts) -> str:
    """Return the headline; without a link if there is nothing to read any more."""
    version = correction.version
    title = foreign(plain(version.title, most=200), version.language, texts)
    withdrawn = correction.kind is CorrectionKind.WITHDRAWN
    return f"<b><s>{title}</s></b>" if withdrawn else headline(version.url, title)


def source_line(correction: Correction, texts: Texts) -> str:
    """Return the outlet, and what happened to its article when."""
    outlet = correction.version.publisher
    named = name(plain(outlet, most=60), texts) if outlet else texts("source-unknown")
    happened = texts(f"correction-{correction.kind.value}", at=moment(correction.at, texts))
    return italic(line(f"{named} · {happened}", texts))


def _marked(parts: tuple[str, str, str]) -> str:
    start, middle, end = map(verbatim, parts)
    return f"{start}<b>{middle}</b>{end}" if middle.strip() else f"{start}{middle}{end}"


def _excerpts(change: SentenceChange, most: int) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """Return both sentences as (beginning, what differs, end), cut if they are long."""
    old, new = (_WORDS.findall(text) for text in (change.before, change.after))
    same_start = _in_common(old, new)
    same_end = min(_in_common(old[::-1], new[::-1]), len(old) - same_start, len(new) - same_start)
    return _cut(old, same_start, same_end, most), _cut(new, same_start, same_end, most)


def _in_common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].strip() == pair[1].strip(), pairs))


def _cut(words: Sequence[str], same_start: int, same_end: int, most: int) -> tuple[str, str, str]:
    end = len(words) - same_end
    start = "".join(words[:same_start])
    if sum(map(len, words)) > most and same_start > _KEPT_WORDS:
        start = "… " + "".join(words[same_start - _KEPT_WORDS : same_start])
    middle = clip("".join(words[same_start:end]), most)
    room = most - len(start) - len(middle)
    return start, middle, clip("".join(words[end:]), max(room, 20)) if words[end:] else ""
