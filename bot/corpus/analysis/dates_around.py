"""The dates on the lines around an article, and which of them are of a later version."""

from collections.abc import Iterator
from datetime import datetime

from bot.corpus.analysis.page import ParsedPage
from bot.corpus.dates import find_dates
from bot.languages.phrases import pattern


def dates_around(page: ParsedPage) -> Iterator[tuple[datetime, bool]]:
    """Yield the dates of a page's head, motto and tail, and whether each is that of an update.

    The word for it ("Updated") stands before the date, on its line or alone on the line above.
    """
    above = ""
    for line in (*page.head, page.motto, *page.tail):
        before = above
        start = 0
        for begin, end, date in find_dates(line):
            before += line[start:begin]
            yield date, pattern("bylines.updated").search(before) is not None
            before, start = "", end
        above = "" if start else f"{line} "
