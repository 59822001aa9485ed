"""A sentence with its source, as plain text to paste elsewhere, in what a button may copy."""

from collections.abc import Iterator

from telegram.constants import InlineKeyboardButtonLimit

from bot.corpus.article import Article
from bot.summaries.sentence import QuotedSentence
from handlers.telegram.bidi import is_right_to_left
from handlers.telegram.html import clean, clip, units, web_address

MOST = int(InlineKeyboardButtonLimit.MAX_COPY_TEXT)
_SHORTEST = 60
"""UTF-16 units of a sentence that are worth quoting."""
_LONGEST_NAME = 60


def citation(article: Article, sentence: QuotedSentence) -> str | None:
    """Return “sentence” — speaker, outlet, date. address.

    What doesn't fit is cut: the sentence first, down to a few words, then the speaker, the outlet, the date.
    The address is never cut.

    Returns:
        None if the address alone is too long.
    """
    words = clean(sentence.text)
    for source in _sources(article, sentence):
        room = MOST - units(f"“” — {source}")
        if room >= min(units(words), _SHORTEST):
            return f"“{shortened(words, room)}” — {source}"
    address = _address(article)
    return address if 0 < units(address) <= MOST else None


def shortened(words: str, most: int) -> str:
    """Return the beginning of a sentence in at most `most` UTF-16 units, if possible up to a word's end."""
    if units(words) <= most:
        return words
    cut = clip(words, most).removesuffix("…")
    whole, space, _ = cut.rpartition(" ")
    ends_word = words[len(cut) : len(cut) + 1].isspace()
    return f"{(whole if space and not ends_word else cut).rstrip(' ,;:–—-')}…"


def _sources(article: Article, sentence: QuotedSentence) -> Iterator[str]:
    """Yield the source of a sentence, from all that is known of it to the address alone."""
    credit, at = sentence.credit, article.published_at
    date = [f"{at:%Y-%m-%d}"] if at else []
    outlet = [article.publisher] if article.publisher else []
    names = [name for name in (credit.speaker, credit.via) if name and name != article.publisher]
    address, comma = _address(article), "، " if is_right_to_left(article.language) else ", "
    for parts in ([*names, *outlet, *date], [*outlet, *date], date, []):
        if address or set(parts) - set(date):
            named = comma.join(clip(clean(part), _LONGEST_NAME) for part in parts)
            yield ". ".join(filter(None, (named, address)))


def _address(article: Article) -> str:
    """Return the article's address as written if it can be pasted, "" without one."""
    address = web_address(article.url)
    written = (article.url or "").strip()
    if address is None:
        return ""
    return written if written.isprintable() and " " not in written else address
