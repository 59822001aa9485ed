"""The database's stores behind one object, as the fake is one."""

from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database


class SqlCorpus(SqlArticleStore, SqlArticleCommit, SqlStoryStore):
    """Articles, commits and stories of one database."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
