"""Relevance judgements over seeds/, and the floors that measures must meet.

Lowering a number in `floors.json` needs a reason there, under `lowered`.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.files import files_in
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def judgements(name: str) -> dict[str, Any]:
    """Return the judgements of one kind."""
    read: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return read


def name_of(article: Article) -> str:
    """Return an article's name in the judgements: its id, or a text page's path without `.sample.*`."""
    path, is_page, _ = article.source.rpartition(".sample.")
    return path.rpartition("seeds/")[2] if is_page else article.id


@cache
def samples() -> dict[str, Article]:
    """Return every sample article by name, in the order of ingest."""
    results = (result for path in files_in(SEEDS) for result in read_file(path, root=SEEDS))
    raws = [result for result in results if isinstance(result, RawArticle)]
    return {name_of(article): article for article in (build_article(raw, now=NOW) for raw in raws)}


def assert_floors(kind: str, measured: Mapping[str, float]) -> None:
    """Assert that every measure meets its floor, or its ceiling if named `most_...`."""
    floors: dict[str, float] = judgements("floors")[kind]
    assert floors.keys() == measured.keys(), f"measured: {dict(measured)}"
    low = {
        name: (measured[name], floor)
        for name, floor in floors.items()
        if (measured[name] > floor if name.startswith("most_") else measured[name] < floor)
    }
    assert not low, f"measured, floor: {low}"
