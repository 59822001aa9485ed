"""Text files: one scraped page a file."""

from collections.abc import Iterator
from pathlib import Path

from bot.corpus.plain_text import clean, decode
from bot.corpus.raw import RawArticle
from bot.errors import RejectedInput

MAX_BYTES = 4_000_000


def read_text(path: Path, source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the page in `path`, or why it can't be one.

    A file named `*.sample.txt` or `*.sample.md` is an invented article.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield RejectedInput(
            f"larger than {MAX_BYTES // 1_000_000} MB, too large for one article", source=source
        )
        return
    text = clean(decode(data)).strip()
    if not any(character.isalpha() for character in text):
        yield RejectedInput("holds no words", source=source)
        return
    yield RawArticle(text=text, source=source, sample=path.stem.endswith(".sample"))
