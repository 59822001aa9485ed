"""/stats: corpus, index, memory, latency and outbox, for operators."""

from telegram import Update

from bot.corpus.ports import CorpusFacts
from bot.ingest.reload.generation import Generation
from bot.metrics import Latency
from bot.search.ports import IndexStats
from bot.services import Services
from handlers.admin.outbox import overview_html
from handlers.context import BotContext
from handlers.telegram.html import fit, moment
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts


@operators_only
async def stats(update: Update, context: BotContext) -> None:
    """Show the bot's figures."""
    if update.message:
        await answer_message(update.message, Screen(await _stats(context.services, context.texts)))


async def _stats(services: Services, texts: Texts) -> str:
    facts = await services.questions.corpus_facts()
    index, behind = await services.questions.index_status()
    last_reload = await services.reload.generation()
    outbox = await services.delivery.overview()
    lines = [
        _corpus(facts, texts),
        *([_reload(last_reload, texts)] if last_reload else []),
        _index(index, behind, texts),
        texts("stats-memory", memory=_megabytes(services.metrics.memory_bytes())),
        _latency(services.metrics.question_time, texts),
        overview_html(outbox, texts),
    ]
    return fit(lines)


def _corpus(facts: CorpusFacts, texts: Texts) -> str:
    newest = moment(facts.newest_at, texts) if facts.newest_at else "–"
    return texts("stats-corpus", articles=facts.articles, samples=facts.samples, newest=newest)


def _reload(generation: Generation, texts: Texts) -> str:
    return texts("stats-reload", state=generation.state.value, at=moment(generation.started_at, texts))


def _index(index: IndexStats, behind: int, texts: Texts) -> str:
    return texts(
        "stats-index",
        articles=index.articles,
        terms=index.terms,
        segments=index.segments,
        disk=_megabytes(index.disk_bytes),
        number=index.number,
        behind=behind,
    )


def _latency(latency: Latency, texts: Texts) -> str:
    median, p95, p99 = (latency.percentile(share) for share in (0.5, 0.95, 0.99))
    if median is None or p95 is None or p99 is None:
        return texts("stats-no-latency")
    times = {"median": median, "p95": p95, "p99": p99}
    shown = {name: texts.decimal(1000 * seconds) for name, seconds in times.items()}
    return texts("stats-latency", count=latency.count, **shown)


def _megabytes(count: int) -> int:
    return round(count / 1_000_000)
