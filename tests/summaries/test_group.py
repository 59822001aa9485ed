"""One summary of several articles, in a real index."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.corpus.article import Article
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Passages
from bot.summaries.group import MAX_SENTENCES, summarize_articles
from tests.factories import analyzed

BRIDGE = "The swing bridge at Oster closed on Monday after a barge hit its pier."
REPORTS = {
    "a": f"Rain fell for three days. {BRIDGE} Ferries carry lorries for free.",
    "b": "A barge struck a pier of the swing bridge in Oster on Monday. The crew was unhurt. Gulls circled.",
    "c": "Lorries must take the ferries while the swing bridge of Oster is closed. Tickets are dear.",
    "d": "A bakery in Lenk won a prize for its rye bread. The baker thanked her aunt.",
}


@pytest.fixture
async def index() -> AsyncIterator[LocalIndex]:
    index = LocalIndex()
    yield index
    await index.close()


async def group(index: LocalIndex, texts: dict[str, str]) -> list[tuple[Article, Passages, str]]:
    articles = [analyzed(text, source=name, title="Report") for name, text in texts.items()]
    changes = [IndexChange(number, article.id, article) for number, article in enumerate(articles, 1)]
    await index.apply(changes)
    passages = {one.article_id: one for one in await index.passages([one.id for one in articles], None)}
    return [(article, passages[article.id], article.id) for article in articles]


async def test_summary_covers_what_the_articles_have_in_common(index: LocalIndex) -> None:
    chosen = summarize_articles(await group(index, REPORTS))
    assert 1 < len(chosen) <= MAX_SENTENCES
    assert all("bridge" in sentence.text for sentence in chosen[:2])
    assert len({sentence.article_id for sentence in chosen}) == len(chosen)


async def test_same_sentence_is_quoted_once(index: LocalIndex) -> None:
    copies = {"a": f"{BRIDGE} Rain fell.", "b": f"{BRIDGE} Gulls circled.", "c": f"{BRIDGE} It was late."}
    chosen = summarize_articles(await group(index, copies))
    assert [sentence.text for sentence in chosen].count(BRIDGE) == 1


async def test_article_without_passages_is_left_out(index: LocalIndex) -> None:
    ((article, passages, origin), *_) = await group(index, REPORTS)
    of_an_older_text = replace(passages, starts=passages.starts[:-1])
    assert summarize_articles([(article, of_an_older_text, origin)]) == ()
    assert summarize_articles([]) == ()
