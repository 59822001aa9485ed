"""The database's stores behind one object, as the fake is one."""

from bot.storage.articles import SqlArticleStore
from bot.storage.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.storage.stories import SqlStoryStore


class SqlCorpus(SqlArticleStore, SqlArticleCommit, SqlStoryStore):
    """Articles, commits and stories of one database."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
