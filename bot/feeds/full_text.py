"""The page behind a teaser, where its site lets us read it."""

from dataclasses import replace

from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import charset_of
from bot.corpus.readers.html import page_article
from bot.corpus.web.ports import Fetcher, FetchResponse
from bot.errors import FetchRefused, RejectedInput, Unreachable
from bot.feeds.executor import SerialExecutor


class PageReader:
    """Reads pages.

    Args:
        fetcher: Keeps its pace at each host, and knows what robots.txt says.
    """

    def __init__(self, fetcher: Fetcher, executor: SerialExecutor) -> None:
        self._fetcher = fetcher
        self._executor = executor

    async def whole(self, raw: RawArticle) -> tuple[RawArticle, bool]:
        """Return an entry's article with the text of its page, where the page has more.

        Returns:
            The article, and whether the page could not be had just now.
        """
        answer = await self._answer(raw.url) if raw.url else None
        if answer is None or answer.status in (404, 410):
            return raw, False
        if answer.status != 200:
            return raw, True
        page = await self._executor.run(
            page_article, answer.body, source=raw.source, url=raw.url, charset=charset_of(answer.content_type)
        )
        return (raw if isinstance(page, RejectedInput) else _joined(raw, page)), False

    async def _answer(self, url: str) -> FetchResponse | None:
        """What the page's address says; status 0 for nothing, None when it is not to be asked again."""
        try:
            if not await self._fetcher.allowed(url):
                return None
            return await self._fetcher.get(url)
        except FetchRefused:
            return None
        except Unreachable:
            return FetchResponse(url, status=0)


def _joined(raw: RawArticle, page: RawArticle) -> RawArticle:
    """The feed's word on title and date goes before the page's; the longer text before the shorter."""
    if len(page.text) <= len(raw.text):
        return raw
    return replace(
        raw,
        text=page.text,
        title=raw.title or page.title,
        publisher=raw.publisher or page.publisher,
        author=raw.author or page.author,
        published=raw.published or page.published,
    )
