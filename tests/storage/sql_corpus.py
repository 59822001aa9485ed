"""The stores of the corpus as one object, like the fake."""

from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database


class SqlCorpus(SqlArticleStore, SqlArticleCommit, SqlStoryStore):
    """Articles, commits and stories of one database."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
