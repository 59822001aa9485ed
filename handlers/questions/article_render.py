"""Articles as Telegram HTML: titles, provenance, dates, quotes; everything foreign is escaped."""

from datetime import datetime

from bot.corpus.article import Article, Certainty, Hop
from bot.questions.model import AnswerEntry
from bot.stories.story import Story
from bot.summaries.credits import Credit
from bot.summaries.sentence import QuotedSentence
from handlers.telegram.bidi import foreign, line, name, quoted
from handlers.telegram.html import clean, clip, link, moment, plain, verbatim
from handlers.texts import Texts

LONGEST_QUOTE = 700
"""UTF-16 units; longer sentences are cut."""
_LONGEST_PROVENANCE = 300


def provenance_text(article: Article, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return the provenance line as plain text: `publisher ← original source · cites A, B`.

    Args:
        most: Length limit in UTF-16 units.
    """
    provenance = article.provenance
    hops = [_hop_name(provenance.publisher, texts) if provenance.publisher else texts("source-unknown")]
    hops += [_hop_name(hop, texts) for hop in provenance.original[:3]]
    parts = [(" → " if texts.rtl else " ← ").join(hops)]  # points to the publisher, which comes first
    named = {hop.name for hop in (provenance.publisher, *provenance.original) if hop}
    cited = [name(_outlet(hop.name), texts) for hop in provenance.cited if hop.name not in named]
    if cited:
        parts.append(texts("cites", outlets=texts.listed(cited[:6])))
    return line(clip(" · ".join(parts), most), texts)


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


def date_and_story(article: Article, story: Story | None, texts: Texts) -> str:
    """Return when an article was published, and the size of its story."""
    parts = [moment(article.published_at) if article.published_at else texts("undated")]
    if article.published_at and article.published is Certainty.INFERRED:
        parts.append(texts("about-date"))
    if story:
        parts.append(story_size(story, texts))
    return line(" · ".join(parts), texts)


def story_size(story: Story, texts: Texts) -> str:
    """Return how many outlets and independent origins a story has, or how many articles if unknown."""
    if not story.independent_origins:
        return texts("story-size-unknown", articles=len(story.articles))
    return texts("story-size", outlets=len(story.outlets), origins=story.independent_origins)


def day(at: datetime | None, texts: Texts) -> str:
    """Return a date for plain text, where `<tg-time>` isn't available."""
    return f"{at:%Y-%m-%d}" if at else texts("undated")


def entry_html(number: int, entry: AnswerEntry, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return an article of a numbered list; `most` limits its provenance line."""
    article = entry.article
    title = line(f"{number}. {link(article.url, title_html(article, texts))}", texts)
    provenance = italic(provenance_html(article, texts, most=most))
    return "\n".join(["\n" + title, provenance, date_and_story(article, entry.story, texts)])


def quote_html(
    sentence: QuotedSentence,
    texts: Texts,
    language: str,
    number: int | None = None,
    *,
    most: int = LONGEST_QUOTE,
) -> str:
    """Return a block quote of a sentence, with its article's number in the list and its credit."""
    words = quoted(verbatim(clip(sentence.text, most)), language, texts)
    mark = f" [{number}]" if number else ""
    return f"<blockquote>{words}{mark}{credit_html(sentence, texts)}</blockquote>"


def credit_html(sentence: QuotedSentence, texts: Texts) -> str:
    """Return the credit after a sentence, "" for the outlet's own words."""
    label = credited(sentence.credit, texts)
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
