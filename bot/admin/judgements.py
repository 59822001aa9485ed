"""Readers' judgements of answers, kept only if the operator has opted in, and exported as test questions."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.corpus.article import ArticleId

CORPUS = "newsbot"
"""Name of the corpus in exported lines."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person thinks of an answer.

    Args:
        view_id: The answer's view; a person has one judgement of it.
        text: The question.
        previous: The question that it continues; "" for none.
        language: ISO 639-1 code of the question, if that is known, or of the first article shown.
        articles: The articles shown, in order.
        sentences: The sentences of those articles that answer the question, each with its article.
        good: Whether the answer was good.
        at: Aware UTC.
    """

    person_id: int
    view_id: str
    text: str
    previous: str
    language: str
    articles: tuple[ArticleId, ...]
    sentences: tuple[tuple[ArticleId, str], ...]
    good: bool
    at: datetime


class JudgementStore(Protocol):
    """Stored judgements."""

    async def put(self, judgement: Judgement) -> None:
        """Store a judgement, replacing the person's earlier one of the same answer."""
        ...

    async def all(self) -> list[Judgement]:
        """Return every judgement, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class JudgementService:
    """Keeps judgements if the operator has opted in.

    Args:
        enabled: Whether the operator has opted in.
        clock: Returns the current time, aware UTC.
    """

    store: JudgementStore
    enabled: bool
    clock: Callable[[], datetime]

    async def keep(self, judgement: Judgement) -> bool:
        """Store a judgement; return whether judgements are kept."""
        if self.enabled:
            await self.store.put(judgement)
        return self.enabled


def exported(judgements: Iterable[Judgement]) -> list[dict[str, Any]]:
    """Return test questions, one per question: what its judgements say of the sentences shown.

    A sentence of a good answer becomes `gold` and its article an answering one; without sentences, the first
    article counts as answering. A sentence of a bad answer that no good one has becomes `not_gold`.
    """
    lines: dict[str, dict[str, Any]] = {}
    for judgement in judgements:
        line = lines.setdefault(_id(judgement), _empty(judgement))
        texts = [_literal(text) for _, text in judgement.sentences]
        if judgement.good:
            answering = [article for article, _ in judgement.sentences] or judgement.articles[:1]
            line["answer_articles"] = list(dict.fromkeys([*line["answer_articles"], *answering]))
            line["gold"] = list(dict.fromkeys([*line["gold"], *texts]))
        else:
            line["not_gold"] = list(dict.fromkeys([*line["not_gold"], *texts]))
    for line in lines.values():
        line["not_gold"] = [text for text in line["not_gold"] if text not in line["gold"]]
    return list(lines.values())


def _id(judgement: Judgement) -> str:
    key = "\n".join((CORPUS, judgement.previous, judgement.text))
    return "q" + hashlib.sha256(key.encode()).hexdigest()[:8]


def _empty(judgement: Judgement) -> dict[str, Any]:
    previous = {"previous": judgement.previous} if judgement.previous else {}
    return {
        "id": _id(judgement),
        "lang": judgement.language,
        "corpus": CORPUS,
        "kind": "",
        "text": judgement.text,
        **previous,
        "answer_articles": [],
        "gold": [],
        "not_gold": [],
    }


def _literal(text: str) -> str:
    """Return a sentence without the signs that mean something in `gold`: "a + b", "word*"."""
    return " ".join(text.replace("+", " ").replace("*", " ").split())
