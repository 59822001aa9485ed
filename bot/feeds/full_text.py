"""Reads the pages behind teasers, where robots.txt allows it."""

from dataclasses import replace

from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import charset_of
from bot.corpus.readers.html import page_article
from bot.corpus.web.ports import Fetcher, FetchResponse
from bot.errors import FetchRefused, RejectedInput, Unreachable
from bot.feeds.executor import SerialExecutor


class PageReader:
    """Reads the pages of feed entries.

    Args:
        fetcher: Respects rate limits and robots.txt.
    """

    def __init__(self, fetcher: Fetcher, executor: SerialExecutor) -> None:
        self._fetcher = fetcher
        self._executor = executor

    async def with_full_text(self, raw: RawArticle) -> tuple[RawArticle, bool]:
        """Return an entry's article with the text of its page, if that is longer.

        Returns:
            The article, and whether the page should be tried again later.
        """
        response = await self._fetch(raw.url) if raw.url else None
        if response is None or response.status in (404, 410):
            return raw, False
        if response.status != 200:
            return raw, True
        charset = charset_of(response.content_type)
        page = await self._executor.run(
            page_article, response.body, source=raw.source, url=raw.url, charset=charset
        )
        return (raw if isinstance(page, RejectedInput) else _merged(raw, page)), False

    async def _fetch(self, url: str) -> FetchResponse | None:
        """Return the response, status 0 when the host is unreachable, None when it must not be asked."""
        try:
            if not await self._fetcher.allowed(url):
                return None
            return await self._fetcher.get(url)
        except FetchRefused:
            return None
        except Unreachable:
            return FetchResponse(url, status=0)


def _merged(entry: RawArticle, page: RawArticle) -> RawArticle:
    """Merge an entry with its page: the entry's fields take precedence, the longer text wins."""
    if len(page.text) <= len(entry.text):
        return entry
    return replace(
        entry,
        text=page.text,
        title=entry.title or page.title,
        publisher=entry.publisher or page.publisher,
        author=entry.author or page.author,
        published=entry.published or page.published,
    )
