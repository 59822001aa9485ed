"""Values to Telegram HTML. Names, titles and sentences go through `handlers.telegram.html`, which escapes."""

from collections.abc import Sequence
from datetime import datetime

from bot.corpus.article import Article, Certainty, Hop
from bot.questions.model import Answer, AnswerEntry, Card, NoResults, Notice, SentenceContext, SimilarArticles
from bot.questions.service import LONGEST_QUESTION
from bot.stories.story import Story
from bot.summaries.credits import Credit
from bot.summaries.sentence import QuotedSentence
from handlers.telegram.bidi import foreign, line, name, quoted
from handlers.telegram.html import clean, clip, fit, link, moment, plain, verbatim
from handlers.telegram.localize import localize
from handlers.texts import Texts

LONGEST_QUOTE = 700
"""A sentence with more UTF-16 units than this is not quoted in a list; the card says where it stands."""
_LONGEST_PROVENANCE = 300


def answer_html(answer: Answer, texts: Texts) -> str:
    """Return an answer's page: what was read, the brief, the entries, what to know about them."""
    blocks = [*_understood(answer, texts), *pasted_html(answer, texts)]
    if answer.no_results is not None:
        why = nothing_html(answer.no_results, texts, plainly=answer.pasted is None)
        return fit([*blocks, *why, *notices_html(answer, texts)])
    number = {entry.article.id: n for n, entry in enumerate(answer.entries, start=1)}
    languages = {entry.article.id: entry.article.language for entry in answer.entries}
    blocks += [
        quote_html(each, texts, languages[each.article_id], number[each.article_id]) for each in answer.brief
    ]
    entries = [entry_html(n, entry, texts) for n, entry in enumerate(answer.entries, start=1)]
    return fit([*blocks, *entries, *notices_html(answer, texts)])


def card_html(card: Card, texts: Texts) -> str:
    """Return an article's card: where it is from, and its summary with who says each sentence."""
    article = card.article
    provenance = italic(provenance_html(article, texts))
    head = [
        link(article.url, title_html(article, texts)),
        provenance,
        date_and_story(article, card.story, texts),
    ]
    if article.author:
        head.append(texts("by", author=plain(article.author, most=100)))
    if not card.summary:
        return fit([*head, "", texts("card-empty")])
    lead = f"\n<i>{texts('card-focused' if card.focused else 'card-gist')}</i>"
    quotes = [quote_html(sentence, texts, article.language) for sentence in card.summary]
    return fit([*head, lead, *quotes, *([italic(texts("notice-samples"))] if article.sample else [])])


def context_html(context: SentenceContext, texts: Texts) -> str:
    """Return a sentence between its neighbours, itself in bold."""
    language = context.article.language
    before, after = (_neighbours(side, language, texts) for side in (context.before, context.after))
    words = quoted(verbatim(clip(context.sentence.text, 3 * LONGEST_QUOTE)), language, texts)
    own = f"<b>{words}</b>{_credit(context.sentence, texts)}"
    place = texts("context-place", number=context.number, of=context.of)
    provenance = italic(provenance_html(context.article, texts))
    head = [link(context.article.url, title_html(context.article, texts)), provenance, f"\n{italic(place)}"]
    return fit([*head, f"<blockquote>{' '.join([*before, own, *after])}</blockquote>"])


def similar_html(listing: SimilarArticles, texts: Texts) -> str:
    """Return the articles most like one."""
    head = texts("similar", title=title_html(listing.article, texts))
    entries = [entry_html(n, entry, texts) for n, entry in enumerate(listing.entries, start=1)]
    return fit([head, *(entries or [texts("similar-none")])])


def inline_html(entry: AnswerEntry, texts: Texts) -> str:
    """Return the message that an inline result posts: title, provenance, date, the opening sentence."""
    article = entry.article
    opening = [article.quote(span) for span in article.sentences[:1]]
    words = [quoted(verbatim(clip(each, LONGEST_QUOTE)), article.language, texts) for each in opening]
    quotes = [f"<blockquote>{each}</blockquote>" for each in words]
    provenance = italic(provenance_html(article, texts))
    head = [
        link(article.url, title_html(article, texts)),
        provenance,
        date_and_story(article, entry.story, texts),
    ]
    return fit([*head, *quotes, *([italic(texts("notice-samples"))] if article.sample else [])])


def provenance_text(article: Article, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return the provenance line as plain text: `publisher ← original source · cites A, B`.

    Args:
        most: UTF-16 units it may take.
    """
    provenance = article.provenance
    chain = [_name(provenance.publisher, texts) if provenance.publisher else texts("source-unknown")]
    chain += [_name(hop, texts) for hop in provenance.original[:3]]
    said = (" → " if texts.rtl else " ← ").join(chain)  # towards the publisher, which stands first
    own = {hop.name for hop in (provenance.publisher, *provenance.original) if hop}
    others = [hop for hop in provenance.cited if hop.name not in own]
    if others:
        cited = [name(_outlet(hop.name), texts) for hop in others[:6]]
        said += " · " + texts("cites", outlets=texts.listed(cited))
    return line(clip(said, most), texts)


def provenance_html(article: Article, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return the provenance line, escaped; `most` as in `provenance_text`."""
    return verbatim(provenance_text(article, texts, most=most))


def day(at: datetime | None, texts: Texts) -> str:
    """Return a date for a line of text where `<tg-time>` can't stand."""
    return f"{at:%Y-%m-%d}" if at else texts("undated")


def _name(hop: Hop, texts: Texts) -> str:
    known = name(_outlet(hop.name), texts)
    return known if hop.certainty is Certainty.STATED else f"{known} (?)"


def _outlet(text: str) -> str:
    return clip(clean(text), 60)


def title_html(article: Article, texts: Texts) -> str:
    """Return an article's title for a line of the reader's."""
    return foreign(plain(article.title, most=200), article.language, texts)


def _neighbours(sentences: Sequence[str], language: str, texts: Texts) -> list[str]:
    return [quoted(verbatim(clip(each, LONGEST_QUOTE // 2)), language, texts) for each in sentences]


def italic(html: str) -> str:
    """Return HTML in italics."""
    return f"<i>{html}</i>"


def _credit(sentence: QuotedSentence, texts: Texts) -> str:
    who = credited(sentence.credit, texts)
    return f" <i>{texts('credit', label=who)}</i>" if who else ""


def credited(credit: Credit, texts: Texts) -> str:
    """Return who says a sentence, as HTML: "Turkish official, via Reuters"; "" for the outlet's own words."""
    speaker, via = (plain(each or "", most=120) for each in (credit.speaker, credit.via))
    return texts("credit-via", speaker=speaker, outlet=via) if speaker and via else speaker or via


def quote_html(
    sentence: QuotedSentence,
    texts: Texts,
    language: str,
    number: int | None = None,
    *,
    most: int = LONGEST_QUOTE,
) -> str:
    """Return a sentence in a block quote, its number in the list behind it, then who says it."""
    words = quoted(verbatim(clip(sentence.text, most)), language, texts)
    mark = f" [{number}]" if number else ""
    return f"<blockquote>{words}{mark}{_credit(sentence, texts)}</blockquote>"


def entry_html(number: int, entry: AnswerEntry, texts: Texts, *, most: int = _LONGEST_PROVENANCE) -> str:
    """Return an article of a numbered list; `most` as in `provenance_text`."""
    article = entry.article
    return "\n".join(
        (
            "\n" + line(f"{number}. {link(article.url, title_html(article, texts))}", texts),
            italic(provenance_html(article, texts, most=most)),
            date_and_story(article, entry.story, texts),
        )
    )


def date_and_story(article: Article, story: Story | None, texts: Texts) -> str:
    """Return when an article was published, and how many tell its story."""
    parts = [moment(article.published_at) if article.published_at else texts("undated")]
    if article.published_at and article.published is Certainty.INFERRED:
        parts.append(texts("about-date"))
    if story:
        parts.append(story_size(story, texts))
    return line(" · ".join(parts), texts)


def story_size(story: Story, texts: Texts) -> str:
    """Return how many outlets tell a story and from how many independent origins, else how many articles."""
    if not story.independent_origins:
        return texts("story-size-unknown", articles=len(story.articles))
    return texts("story-size", outlets=len(story.outlets), origins=story.independent_origins)


def _understood(answer: Answer, texts: Texts) -> list[str]:
    lines = [texts("not-understood", problem=localize(problem, texts)) for problem in answer.problems[:3]]
    for correction in answer.corrections[:3]:
        instead = texts.listed([plain(each) for each in correction.replacements])
        lines.append(texts("searched-instead", word=plain(correction.word), instead=instead))
    return lines


def pasted_html(answer: Answer, texts: Texts) -> list[str]:
    """Return what was found for something pasted; no block for a question in words."""
    return [texts(f"pasted-{answer.pasted.value}")] if answer.pasted else []


def nothing_html(nothing: NoResults, texts: Texts, *, plainly: bool) -> list[str]:
    """Return why nothing was found, as blocks; `plainly` says first that it is so."""
    lines = [texts("nothing")] if plainly else []
    if nothing.unknown:
        words = texts.listed([texts("quoted-word", word=plain(word)) for word in nothing.unknown[:8]])
        lines.append(texts("nothing-unknown", words=words))
    if nothing.outside_period:
        lines.append(texts("nothing-period", count=nothing.outside_period))
    if nothing.outside_filters:
        lines.append(texts("nothing-filters", count=nothing.outside_filters))
    if nothing.left_out:
        lines.append(texts("nothing-left-out", count=nothing.left_out))
    if nothing.suggestions:
        lines.append(texts("nothing-suggest"))
    newest = moment(nothing.newest_at) if nothing.newest_at else texts("undated")
    return [*lines, texts("nothing-corpus", articles=nothing.articles, newest=newest)]


def notices_html(answer: Answer, texts: Texts) -> list[str]:
    """Return what the reader must know about an answer, as blocks."""
    newest = moment(answer.newest_at) if answer.newest_at else texts("undated")
    said = {
        Notice.SAMPLES: lambda: texts("notice-samples"),
        Notice.STALE: lambda: texts("notice-stale", newest=newest),
        Notice.CUT: lambda: texts("notice-cut", length=LONGEST_QUESTION),
    }
    lines = [said[notice]() for notice in answer.notices]
    if answer.other_languages:
        named = [f"{texts.name_of(code)} ({count})" for code, count in answer.other_languages[:4]]
        lines.append(texts("notice-letters", languages=plain(texts.listed(named))))
    return [f"\n{italic(each)}" for each in lines]
