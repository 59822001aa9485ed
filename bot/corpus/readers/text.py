"""Text files: one scraped page a file."""

from collections.abc import Iterator
from typing import IO

from bot.corpus.plain_text import clean, decode
from bot.corpus.raw import RawArticle
from bot.corpus.readers.common import is_sample, read_limited
from bot.errors import RejectedInput, localizable

MAX_BYTES = 4_000_000


def read_text(file: IO[bytes], source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the page in a file, or why it can't be one.

    A file named `*.sample.txt` or `*.sample.md` is an invented article.
    """
    data = read_limited(file, source, MAX_BYTES)
    if isinstance(data, RejectedInput):
        yield data
        return
    text = clean(decode(data)).strip()
    if not any(character.isalpha() for character in text):
        yield RejectedInput(localizable("why-no-words"), source=source)
        return
    yield RawArticle(text=text, source=source, sample=is_sample(source))
