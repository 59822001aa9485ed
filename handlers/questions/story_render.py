"""A story's card: who repeats whom, and what each outlet added, newest first."""

from collections.abc import Sequence

from bot.corpus.article import Article
from bot.questions.model import AnswerEntry, StoryCard
from bot.stories.story import Origin
from bot.summaries.accounts import Account
from handlers.questions.render import LONGEST_QUOTE, entry_html, italic, quote_html, story_size, title_html
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import MOST_UNITS, fit, plain, units, visible
from handlers.texts import Texts

_ORIGINS, _OUTLETS = 6, 4
"""Origins listed, and outlets of each."""
_PROVENANCE = 150
_LAST_LINE = 80
"""UTF-16 units kept free for "… and 3 more new sentences"."""


def story_html(card: StoryCard, texts: Texts) -> str:
    """Return a page of a story's card; each article has the same room for what it added."""
    head = [texts("outlets", title=title_html(card.article, texts))]
    if card.story:
        head.append(line(story_size(card.story, texts), texts))
    if card.story and card.page == 1:
        head += _origins(card.story.origins, card, texts)
    head.append(f"\n{texts('story-added')}")
    foot = [italic(texts("and-more", count=card.older))] if card.older and card.page == card.pages else []
    if any(each.article.sample for each in card.accounts):
        foot.append(italic(texts("notice-samples")))
    room = (MOST_UNITS - units(visible("\n".join([*head, *foot])))) // len(card.accounts) - 2
    listed = [_account(n, each, texts, room) for n, each in enumerate(card.accounts, start=1)]
    return fit([*head, *listed, *foot])


def _origins(origins: Sequence[Origin], card: StoryCard, texts: Texts) -> list[str]:
    lines = [_origin(each, card, texts) for each in origins[:_ORIGINS]]
    rest = len(origins) - _ORIGINS
    return [*lines, texts("and-more", count=rest)] if rest > 0 else lines


def _origin(origin: Origin, card: StoryCard, texts: Texts) -> str:
    """An origin and who repeats it; one that nobody repeats stands alone."""
    whose = origin.name or texts("source-unknown")
    outlets = dict.fromkeys(card.publishers.get(i, texts("source-unknown")) for i in origin.articles)
    outlets.pop(whose, None)
    some = [name(plain(each, most=40), texts) for each in list(outlets)[:_OUTLETS]]
    listed, rest = texts.listed(some), len(outlets) - len(some)
    if rest:
        listed += f" {texts('and-more', count=rest)}"
    told = "origin" if outlets else "origin-alone"
    return line(texts(told, name=plain(whose, most=60), outlets=listed), texts)


def _account(number: int, account: Account, texts: Texts, room: int) -> str:
    """An article and what it added, in about `room` UTF-16 units: what finds no room is counted."""
    lines = [entry_html(number, AnswerEntry(account.article), texts, most=_PROVENANCE)]
    if account.repeats:
        lines.append(line(f"↻ {_repeats(account, account.repeats, texts)}", texts))
    quotes = _quotes(account, texts, room - _LAST_LINE - units(visible("\n".join(lines))))
    if more := account.more + len(account.added) - len(quotes):
        quotes.append(line(italic(texts("story-more", count=more)), texts))
    return "\n".join([*lines, *quotes])


def _quotes(account: Account, texts: Texts, room: int) -> list[str]:
    """As many of its new sentences as find room, the first one cut if need be."""
    quotes: list[str] = []
    for sentence in account.added:
        most = LONGEST_QUOTE
        quote = quote_html(sentence, texts, account.article.language)
        if not quotes and units(visible(quote)) >= room:
            most = max(min(units(sentence.text), most) + room - units(visible(quote)) - 1, 1)
            quote = quote_html(sentence, texts, account.article.language, most=most)
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
