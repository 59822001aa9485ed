"""Quotations and provenance as HTML, the same in feeds and on pages."""

from collections.abc import Iterable, Sequence

from bot.api.html import Markup, direction, joined, tag, web_address
from bot.api.texts import Texts
from bot.corpus.article import Article, Certainty, Hop
from bot.stories.story import Story
from bot.summaries.credits import Credit
from bot.summaries.sentence import QuotedSentence

_CITED = 6


def quote(sentence: QuotedSentence, article: Article, texts: Texts, *, note: str | None = None) -> Markup:
    """Return a sentence, verbatim, with its speaker below.

    Args:
        note: What follows the speaker.
    """
    who = " · ".join(filter(None, (credited(sentence.credit, texts), note)))
    footer = tag("footer", "— ", tag("cite", tag("bdi", who))) if who else None
    written = {"lang": article.language, "dir": direction(article.language)}
    return tag("blockquote", tag("p", sentence.text), footer, cite=web_address(article.url), **written)


def credited(credit: Credit, texts: Texts) -> str:
    """Return "SANA" or "Turkish official, via Reuters"; "" for the outlet's own words."""
    if credit.speaker and credit.via:
        return texts("credit-via", speaker=credit.speaker, outlet=credit.via)
    return credit.speaker or credit.via or ""


def source_line(article: Article, story: Story | None, texts: Texts) -> Markup:
    """Return publisher ← original source · cited outlets · date · outlets and origins of the story."""
    parts: list[str] = [route(article, texts)]
    provenance = article.provenance
    named = {hop.name for hop in (provenance.publisher, *provenance.original) if hop}
    if cited := [hop.name for hop in provenance.cited if hop.name not in named][:_CITED]:
        parts.append(texts("cites", outlets=texts.listed(cited)))
    parts.append(when(article, texts))
    if story:
        parts.append(size(story, texts))
    return separated(parts, texts)


def separated(parts: Iterable[str], texts: Texts) -> Markup:
    """Return parts with dots between them, each isolated from the direction of the others."""
    way = "rtl" if texts.rtl else "ltr"
    return _between(" · ", [tag("bdi", part, dir=way) for part in parts if part])


def _between(mark: str, parts: Sequence[str]) -> Markup:
    return joined(*[piece for part in parts for piece in (mark, part)][1:])


def route(article: Article, texts: Texts) -> Markup:
    """Return `publisher ← original source`; what is inferred is marked."""
    provenance = article.provenance
    hops: list[str] = [_outlet(provenance.publisher)] if provenance.publisher else [texts("source-unknown")]
    hops += [_outlet(hop) for hop in provenance.original[:3]]
    arrow = " → " if texts.rtl else " ← "  # points to the publisher, which comes first
    return _between(arrow, hops)


def _outlet(hop: Hop) -> Markup:
    return joined(tag("bdi", hop.name), None if hop.certainty is Certainty.STATED else " (?)")


def when(article: Article, texts: Texts) -> Markup:
    """Return the date of an article."""
    if article.published_at is None:
        return joined(texts("undated"))
    about = "≈ " if article.published is Certainty.INFERRED else ""
    written = about + (texts.day if article.day_only else texts.moment)(article.published_at)
    return tag("time", written, datetime=f"{article.published_at:%Y-%m-%dT%H:%M:%SZ}")


def size(story: Story, texts: Texts) -> str:
    """Return how many outlets and independent origins a story has."""
    if not story.independent_origins:
        return texts("story-size-unknown", articles=len(story.articles))
    return texts("story-size", outlets=len(story.outlets), origins=story.independent_origins)
