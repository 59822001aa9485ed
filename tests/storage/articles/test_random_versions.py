"""Corrections after random edits, withdrawals, reloads and undos, compared with a model."""

import random
from itertools import pairwise

import pytest

from bot.corrections.correction import CorrectionKind
from bot.storage.database import Database
from tests.storage.articles.edited_corpus import CORRECTED, UPDATED, WITHDRAWN, Corpus, Facts


class Model:
    """What the corrections should be.

    Keeps each article's texts, the reload with which each of them can be undone, and which articles are live.
    """

    def __init__(self) -> None:
        self.texts: dict[str, list[tuple[Facts, int | None]]] = {}
        self.live: set[str] = set()
        self.reloads = 0
        self.undoable: int | None = None
        self.replaced: set[str] = set()
        self.brought: set[str] = set()

    def commit(self, changed: dict[str, Facts], removed: str) -> None:
        for name, facts in changed.items():
            reload = self.undoable if name in self.replaced | self.brought else None
            self.texts.setdefault(name, []).append((facts, reload))
        self.live = (self.live | set(changed)) - set(removed)

    def reload(self, changed: dict[str, Facts], removed: str) -> None:
        self.reloads += 1
        self.undoable = self.reloads
        self.replaced = {*changed, *removed} & self.live
        self.brought = set(changed)
        for name, facts in changed.items():
            self.texts.setdefault(name, []).append((facts, self.undoable))
        self.live = (self.live | set(changed)) - set(removed)

    def undo(self) -> None:
        for name, texts in self.texts.items():
            if name in self.live and texts[-1][1] == self.undoable:
                self.live.discard(name)
        self.texts = {name: [t for t in texts if t[1] != self.undoable] for name, texts in self.texts.items()}
        self.live |= self.replaced
        self.undoable, self.replaced, self.brought = None, set(), set()

    def corrections(self) -> list[tuple[CorrectionKind, str]]:
        found = []
        for name, texts in self.texts.items():
            if texts and name not in self.live:
                found.append((WITHDRAWN, name))
                continue
            for (old, _), (new, _) in pairwise(texts):
                if old.died != new.died or old.more > new.more:
                    found.append((CORRECTED, name))
                elif new.more > old.more:
                    found.append((UPDATED, name))
        return sorted(found)


@pytest.mark.parametrize("seed", range(4))
async def test_random_edits_withdrawals_reloads_and_undos_match_a_model(
    database: Database, seed: int
) -> None:
    corpus, model, draw = Corpus(database), Model(), random.Random(seed)
    for step in range(20):
        changed = {
            name: Facts(draw.randint(3, 4), draw.randint(0, 2), step) for name in draw.sample("abcdef", 2)
        }
        leaving = sorted(model.live - set(changed))
        removed = "".join(draw.sample(leaving, min(draw.randint(0, 2), len(leaving))))
        match draw.choice(["commit", "commit", "reload", "undo"]):
            case "commit":
                await corpus.commit(changed, removed)
                model.commit(changed, removed)
            case "reload":
                await corpus.reload(changed, removed)
                model.reload(changed, removed)
            case "undo" if model.undoable is not None:
                await corpus.undo()
                model.undo()
        recent = [found async for found in corpus.log.recent()]
        assert sorted((found.kind, str(found.article_id)) for found in recent) == model.corrections(), step
        assert [found.at for found in recent] == sorted((found.at for found in recent), reverse=True)
        assert len({found.before.key for found in recent}) == len(recent)
        assert (await corpus.consistency.run()).problems == (), step
