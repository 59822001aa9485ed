"""A corpus of three-line articles that are edited, withdrawn, reloaded and brought back."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.corrections.correction import CorrectionKind
from bot.corrections.log import CorrectionLog
from bot.ingest.batch import Batch, Revision
from bot.ingest.reload.generation import ReloadReport
from bot.storage.admin.consistency import SqlConsistencyCheck
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.retention import SqlRetentionStore
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.versions import SqlVersionStore
from bot.storage.database import Database
from bot.storage.generations.store import SqlGenerationStore
from bot.stories.story import StoryId

START = datetime(2026, 11, 1, 12, tzinfo=UTC)
CORRECTED, UPDATED, WITHDRAWN = CorrectionKind.CORRECTED, CorrectionKind.UPDATED, CorrectionKind.WITHDRAWN


class Facts(NamedTuple):
    """What an article says: how many died, how many further sentences it has, how often it was touched up."""

    died: int = 4
    more: int = 0
    touched: int = 0

    @property
    def text(self) -> str:
        more = ("Schools stay shut.", "The army sent two boats.", "A fund takes donations.")[: self.more]
        return " ".join([f"{self.died} people died in Tarn.", *more, f"Updated 14:{self.touched:02}"])


class Corpus:
    """The stores of one database, with a clock that goes on by a minute at every change."""

    def __init__(self, database: Database) -> None:
        self.articles = SqlArticleStore(database)
        self.commits = SqlArticleCommit(database)
        self.generations = SqlGenerationStore(database)
        self.versions = SqlVersionStore(database)
        self.log = CorrectionLog(self.versions)
        self.retention = SqlRetentionStore(database)
        self.consistency = SqlConsistencyCheck(database)
        self.now = START

    async def commit(
        self, changed: dict[str, Facts] | None = None, removed: str = "", *, story: str = ""
    ) -> None:
        revisions = [revision(name, facts, story) for name, facts in (changed or {}).items()]
        known = await self.articles.fingerprints([new.article.id for new in revisions])
        based = [Revision(r.article, r.fingerprint, known.get(r.article.id), r.story_id) for r in revisions]
        await self.commits.commit(Batch(self.tick(), tuple(based), tuple(map(ArticleId, removed))))

    async def reload(self, changed: dict[str, Facts] | None = None, removed: str = "") -> None:
        opened = await self.generations.begin("folder", 7, self.tick())
        revisions = [revision(name, facts) for name, facts in (changed or {}).items()]
        await self.generations.stage(opened, revisions, [ArticleId(name) for name in removed])
        number = await self.articles.last_change()
        await self.generations.switch(opened, ReloadReport(), based_on=number, now=self.tick())

    async def undo(self) -> None:
        await self.generations.undo(None, self.tick())

    def tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    async def recent(self) -> list[tuple[CorrectionKind, str]]:
        return [(found.kind, str(found.article_id)) async for found in self.log.recent()]


def revision(name: str, facts: Facts, story: str = "") -> Revision:
    publisher = Provenance(Hop("Portmere Echo", Certainty.STATED))
    article = Article(
        id=ArticleId(name),
        title=f"Flood {name}",
        text=facts.text,
        language="en",
        source=f"folder/{name}.txt",
        provenance=publisher,
        published_at=START,
        url=f"https://echo.example/{name}",
    )
    return Revision(article, f"{name}:{tuple(facts)}", story_id=StoryId(story or f"story-{name}"))
