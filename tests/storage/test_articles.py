"""The article store on a real SQLite file."""

from datetime import UTC, datetime

from bot.article_path import Batch, Revision
from bot.corpus.article import Article, ArticleId
from bot.storage.articles import SqlArticleStore
from bot.storage.commit import SqlArticleCommit
from bot.storage.database import Database

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


async def test_an_article_comes_back_as_it_was_committed(database: Database) -> None:
    article = Article(
        id=ArticleId("a"), title="Title", text="Body.", published_at=AT, extra={"k": [1, "\ud800"]}
    )
    changes = await SqlArticleCommit(database).commit(Batch(AT, (Revision(article, "f"),)))
    assert [change.number for change in changes] == [1]
    assert await SqlArticleStore(database).get([ArticleId("a")]) == [article]
