"""Reads text files: one scraped page per file."""

from collections.abc import Iterator
from typing import IO

from bot.corpus.decoding import decode
from bot.corpus.plain_text import clean
from bot.corpus.raw import RawArticle
from bot.corpus.readers.common import has_letters, is_sample, read_limited
from bot.errors import RejectedInput, localizable

MAX_BYTES = 4_000_000


def read_text(file: IO[bytes], source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the article in a file, or why there is none; `*.sample.txt` and `*.sample.md` are samples."""
    data = read_limited(file, source, MAX_BYTES)
    if isinstance(data, RejectedInput):
        yield data
        return
    text = clean(decode(data)).strip()
    if not has_letters(text):
        yield RejectedInput(localizable("why-no-words"), source=source)
        return
    yield RawArticle(text=text, source=source, sample=is_sample(source))
