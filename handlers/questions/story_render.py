"""A story's card: which outlets repeat which origin, and what each article adds, newest first."""

from collections.abc import Sequence

from bot.corpus.article import Article
from bot.questions.model import AnswerEntry, StoryCard
from bot.stories.story import Origin
from bot.summaries.accounts import Account
from handlers.questions.article_render import (
    LONGEST_QUOTE,
    entry_html,
    italic,
    quote_html,
    quotes_html,
    story_size,
    title_html,
)
from handlers.questions.difference_render import differences_html
from handlers.questions.sister_render import also_html
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import MOST_UNITS, fit, plain, units, visible
from handlers.texts import Texts

_ORIGINS, _OUTLETS = 6, 4
"""Origins listed, and outlets listed per origin."""
_SENTENCES = 4
"""Sentences quoted on a page, one of each article at least: a card fits on a phone's screen."""
_LAST_LINE = 80
"""UTF-16 units reserved for "… and 3 more new sentences"."""


def story_html(card: StoryCard, texts: Texts) -> str:
    """Return a page of a story's card; every article gets the same room for what it adds."""
    head = [texts("outlets", title=title_html(card.article, texts))]
    if card.story:
        head.append(line(story_size(card.story, texts), texts))
    if card.page == 1:
        head += also_html(card.sisters, texts)
    if card.story and card.page == 1:
        head += _origins(card.story.origins, card, texts)
        head += differences_html(card.differences, texts)
    head.append(f"\n{texts('story-added')}")
    foot = [italic(texts("and-more", count=card.older))] if card.older and card.page == card.pages else []
    if any(account.article.sample for account in card.accounts):
        foot.append(italic(texts("notice-samples")))
    room = (MOST_UNITS - units(visible("\n".join([*head, *foot])))) // len(card.accounts) - 2
    most = max(_SENTENCES // len(card.accounts), 1)
    accounts = [_account(n, account, texts, room, most) for n, account in enumerate(card.accounts, start=1)]
    return fit([*head, *accounts, *foot])


def _origins(origins: Sequence[Origin], card: StoryCard, texts: Texts) -> list[str]:
    """Return a line for each origin that others repeat, then one with all others."""
    shown = [(origin, _repeating(origin, card, texts)) for origin in origins[:_ORIGINS]]
    lines = [_origin(origin, outlets, texts) for origin, outlets in shown if outlets]
    alone = [_origin(origin, outlets, texts) for origin, outlets in shown if not outlets]
    if (rest := len(origins) - _ORIGINS) > 0:
        alone.append(texts("and-more", count=rest))
    return [*lines, line(" · ".join(alone), texts)] if alone else lines


def _repeating(origin: Origin, card: StoryCard, texts: Texts) -> list[str]:
    """Return the outlets that repeat an origin."""
    unknown = texts("source-unknown")
    outlets = dict.fromkeys(card.publishers.get(article_id, unknown) for article_id in origin.articles)
    outlets.pop(origin.name or unknown, None)
    return list(outlets)


def _origin(origin: Origin, outlets: Sequence[str], texts: Texts) -> str:
    origin_name = plain(origin.name or texts("source-unknown"), most=60)
    if not outlets:
        return texts("origin-alone", name=name(origin_name, texts))
    named = [name(plain(outlet, most=40), texts) for outlet in outlets[:_OUTLETS]]
    listed, rest = texts.listed(named), len(outlets) - len(named)
    if rest:
        listed += f" {texts('and-more', count=rest)}"
    return line(texts("origin", name=origin_name, outlets=listed), texts)


def _account(number: int, account: Account, texts: Texts, room: int, most: int) -> str:
    """Return an article and up to `most` sentences that it adds, in about `room` UTF-16 units.

    The rest is only counted.
    """
    lines = [entry_html(number, AnswerEntry(account.article), texts)]
    if account.repeats:
        lines.append(line(f"↻ {_repeats(account, account.repeats, texts)}", texts))
    quotes = _quotes(account, most, texts, room - _LAST_LINE - units(visible("\n".join(lines))))
    if rest := account.more + len(account.added) - len(quotes):
        quotes.append(line(italic(texts("story-more", count=rest)), texts))
    return "\n".join([*lines, *quotes])


def _quotes(account: Account, most: int, texts: Texts, room: int) -> list[str]:
    """Return the new sentences that fit, the first one cut if necessary."""
    quotes: list[str] = []
    language = account.article.language
    for sentence in account.added[:most]:
        quote = quotes_html([sentence], texts, language, room=0)[0]
        if not quotes and units(visible(quote)) >= room:
            cut = max(min(units(sentence.text), LONGEST_QUOTE) + room - units(visible(quote)) - 1, 1)
            quote = quote_html(sentence, texts, language, folded=True, most=cut)
        if units(visible(quote)) < room:
            quotes.append(quote)
            room -= units(visible(quote)) + 1
    return quotes


def _repeats(account: Account, repeated: Article, texts: Texts) -> str:
    if repeated.publisher and repeated.publisher == account.article.publisher:
        return texts("story-repeats-itself")
    if repeated.publisher:
        return texts("story-repeats", outlet=name(plain(repeated.publisher, most=60), texts))
    title = foreign(plain(repeated.title, most=60), repeated.language, texts)
    return texts("story-repeats", outlet=f"“{title}”")
