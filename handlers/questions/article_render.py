"""Articles as Telegram HTML: headlines, provenance, dates, quotes; everything foreign is escaped.

The block of a story is the same in every list of articles:

    1. **Linked headline**
    > Sentences, word for word
    *speaker · outlet ← original source · 3 hours ago · +3 outlets, 2 origins*
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.corpus.article import Article, Certainty, Hop
from bot.questions.model import AnswerEntry
from bot.stories.story import Story
from bot.summaries.credits import Credit
from bot.summaries.sentence import QuotedSentence
from handlers.telegram.bidi import foreign, line, name, quoted
from handlers.telegram.html import age, clean, clip, headline, moment, plain, verbatim
from handlers.texts import Texts

LONGEST_QUOTE = 700
"""UTF-16 units; longer sentences are cut."""
ROOM = 400
"""Characters of a message's quotes shown in full; the rest is folded, so that it fits on a phone's screen."""
CARD_ROOM = 260
"""The same on a card, which quotes more sentences."""
_FOLDED = 110
"""Characters of a folded quote that are seen: three lines on a phone."""
_LONGEST_PROVENANCE, _LONGEST_ROUTE = 300, 150
"""UTF-16 units of a provenance line, and of one in a list."""
_COUNTED_FROM = 2
"""Outlets of a story that are worth counting."""


def provenance_text(article: Article, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return the provenance line as plain text: `publisher ← original source · cites A, B`.

    Args:
        most: Length limit in UTF-16 units.
    """
    provenance = article.provenance
    parts = [_route(article, texts)]
    named = {hop.name for hop in (provenance.publisher, *provenance.original) if hop}
    cited = [name(_outlet(hop.name), texts) for hop in provenance.cited if hop.name not in named]
    if cited:
        parts.append(texts("cites", outlets=texts.listed(cited[:6])))
    return line(clip(" · ".join(parts), most), texts)


def _route(article: Article, texts: Texts) -> str:
    """Return `publisher ← original source`."""
    provenance = article.provenance
    hops = [_hop_name(provenance.publisher, texts) if provenance.publisher else texts("source-unknown")]
    hops += [_hop_name(hop, texts) for hop in provenance.original[:3]]
    return (" → " if texts.rtl else " ← ").join(hops)  # points to the publisher, which comes first


def provenance_html(article: Article, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return `provenance_text` escaped for HTML."""
    return verbatim(provenance_text(article, texts, most=most))


def _hop_name(hop: Hop, texts: Texts) -> str:
    outlet = name(_outlet(hop.name), texts)
    return outlet if hop.certainty is Certainty.STATED else f"{outlet} (?)"


def _outlet(text: str) -> str:
    return clip(clean(text), 60)


def title_html(article: Article, texts: Texts) -> str:
    """Return an article's title, isolated from the direction of the text around it."""
    return foreign(plain(article.title, most=200), article.language, texts)


def card_source_html(article: Article, story: Story | None, texts: Texts) -> str:
    """Return a line in italics: an article's provenance, author and date, and the size of its story."""
    parts = [provenance_html(article, texts)]
    if article.author:
        parts.append(texts("by", author=plain(article.author, most=100)))
    parts.append(moment(article.published_at, texts) if article.published_at else texts("undated"))
    if article.published_at and article.published is Certainty.INFERRED:
        parts.append(texts("about-date"))
    if story:
        parts.append(story_size(story, texts))
    return italic(line(" · ".join(parts), texts))


def story_size(story: Story, texts: Texts) -> str:
    """Return how many outlets and independent origins a story has, or how many articles if unknown."""
    if not story.independent_origins:
        return texts("story-size-unknown", articles=len(story.articles))
    return texts("story-size", outlets=len(story.outlets), origins=story.independent_origins)


def day(at: datetime | None, texts: Texts) -> str:
    """Return a date for plain text, where `<tg-time>` isn't available."""
    return f"{at:%Y-%m-%d}" if at else texts("undated")


def headline_html(article: Article, texts: Texts) -> str:
    """Return an article's title in bold, linked to its page."""
    return headline(article.url, title_html(article, texts))


def entry_html(
    number: int,
    entry: AnswerEntry,
    texts: Texts,
    *,
    now: datetime | None = None,
    room: int = ROOM,
) -> str:
    """Return the block of a story in a numbered list.

    Args:
        now: Show times as ages at this moment, None for exact dates and times.
        room: As in `quotes_html`.
    """
    title = line(f"{texts.digits(str(number))}. {headline_html(entry.article, texts)}", texts)
    return "\n".join(["\n" + title, *sentences_and_source(entry, texts, now=now, room=room)])


def sentences_and_source(
    entry: AnswerEntry, texts: Texts, *, now: datetime | None = None, room: int = ROOM
) -> list[str]:
    """Return the lines below a story's headline: its sentences, if it has any, and where they are from.

    A speaker whom all sentences share is named once, before the outlet.
    """
    speakers = {credited(sentence.credit, texts) for sentence in entry.sentences}
    speaker = speakers.pop() if len(speakers) == 1 else ""
    source = source_html(entry, texts, speaker=speaker, now=now)
    language, own = entry.article.language, entry.article.id
    times = {s: _moment(s.published_at, now, texts) for s in entry.sentences if s.article_id != own}
    quotes = quotes_html(entry.sentences, texts, language, credit=not speaker, room=room, times=times)
    return [*quotes, source]


def source_html(
    entry: AnswerEntry, texts: Texts, *, speaker: str = "", now: datetime | None = None, note: str = ""
) -> str:
    """Return a line in italics: speaker, outlet and its source, time, and what there is to count.

    Args:
        speaker: Who says the sentences above, as HTML.
        now: As in `entry_html`.
        note: What follows at the end, as HTML.
    """
    route = verbatim(clip(_route(entry.article, texts), _LONGEST_ROUTE))
    parts = (speaker, route, _when(entry.article, now, texts), _other_outlets(entry.story, texts), note)
    return italic(line(" · ".join(part for part in parts if part), texts))


def _when(article: Article, now: datetime | None, texts: Texts) -> str:
    shown = _moment(article.published_at, now, texts)
    return f"≈ {shown}" if shown and article.published is Certainty.INFERRED else shown


def _moment(at: datetime | None, now: datetime | None, texts: Texts) -> str:
    if at is None:
        return ""
    return age(at, texts, now=now) if now else moment(at, texts)


def _other_outlets(story: Story | None, texts: Texts) -> str:
    """Return how many other outlets report a story, "" for none."""
    if story and not story.independent_origins:
        return texts("story-size-unknown", articles=len(story.articles))
    if story is None or len(story.outlets) < _COUNTED_FROM:
        return ""
    count = texts("other-outlets", outlets=len(story.outlets) - 1, origins=story.independent_origins)
    return count.replace(" ", "\u00a0")  # so that "+3" doesn't end a line


def quotes_html(
    sentences: Sequence[QuotedSentence],
    texts: Texts,
    language: str,
    *,
    credit: bool = True,
    room: int = ROOM,
    times: Mapping[QuotedSentence, str] = MappingProxyType({}),
) -> list[str]:
    """Return a block quote of each sentence, with its credit unless that is given elsewhere.

    Args:
        room: Characters to show in full; long sentences after that are folded and open with a tap.
        times: When sentences were published, as HTML, of those that say so.
    """
    quotes = []
    for sentence in sentences:
        length = len(sentence.text)
        folded = length > max(room, _FOLDED)
        when = times.get(sentence, "")
        quotes.append(quote_html(sentence, texts, language, credit=credit, folded=folded, when=when))
        room -= _FOLDED if folded else length
    return quotes


def quote_html(
    sentence: QuotedSentence,
    texts: Texts,
    language: str,
    *,
    credit: bool = True,
    folded: bool = False,
    most: int = LONGEST_QUOTE,
    when: str = "",
) -> str:
    """Return a block quote of a sentence; the credit of a folded one is below it, where it is seen."""
    words = quoted(verbatim(clip(sentence.text, most)), language, texts)
    label = credit_html(sentence if credit else None, texts, when=when)
    if not folded:
        return f"<blockquote>{words}{label}</blockquote>"
    below = f"\n{line(label.strip(), texts)}" if label else ""
    return f"<blockquote expandable>{words}</blockquote>{below}"


def credit_html(sentence: QuotedSentence | None, texts: Texts, *, when: str = "") -> str:
    """Return the credit after a sentence with its time, "" for the outlet's own words without a time."""
    label = " · ".join(filter(None, [credited(sentence.credit, texts) if sentence else "", when]))
    return f" <i>{texts('credit', label=label)}</i>" if label else ""


def credited(credit: Credit, texts: Texts) -> str:
    """Return who a sentence is attributed to, as HTML: "Turkish official, via Reuters".

    Returns "" for the outlet's own words.
    """
    speaker, via = (plain(part or "", most=120) for part in (credit.speaker, credit.via))
    return texts("credit-via", speaker=speaker, outlet=via) if speaker and via else speaker or via


def italic(html: str) -> str:
    """Return HTML in italics."""
    return f"<i>{html}</i>"
