"""Reloads and undos in a delivery simulation."""

import json

from bot.corpus.article import ArticleId
from bot.ingest.reload.generation import GenerationState
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import PublishedArticle


async def reload(simulation: DeliverySimulation, topic: int, outlet: int, *, quiet: bool) -> None:
    """Add an article to the corpus folder and reload it."""
    raw = simulation.raw_article(topic, outlet)
    file = simulation.world.settings(simulation.data).corpus / "articles.jsonl"
    with file.open("a", encoding="utf-8") as lines:
        fields = ("title", "text", "publisher", "published", "language")
        record = {name: getattr(raw, name) for name in fields} | {"id": raw.source}
        lines.write(f"{json.dumps(record)}\n")
    simulation.model.articles.append(PublishedArticle(raw, ArticleId(raw.source), generation=0))
    store = simulation.app.stores.articles
    before, leased = await store.last_change(), await simulation.leased()
    generation = await simulation.app.services.reload.reload(quiet=quiet)
    assert generation.state is GenerationState.LIVE, generation
    for article in await simulation.assign_since(before, leased):
        _brought(simulation, article.id, generation.id)
        if quiet:
            simulation.model.quiet.add(article.id)
        if article.id == raw.source and not quiet:
            simulation.model.expect(article, now=simulation.clock())


def _brought(simulation: DeliverySimulation, article_id: ArticleId, generation: int) -> None:
    published = next(article for article in simulation.model.articles if article.id == article_id)
    published.generation, published.withdrawn = generation, False


async def undo(simulation: DeliverySimulation) -> None:
    """Undo the last reload, if it can be undone."""
    last = await simulation.app.services.reload.generation()
    if last is None or last.state is not GenerationState.LIVE:
        return
    await simulation.app.services.reload.undo()
    for article in simulation.model.articles:
        if article.generation == last.id:
            article.withdrawn = True
