"""Every sentence shown for any question about the sample articles is verbatim."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.article import Article
from bot.errors import UserError
from bot.questions.model import Question
from bot.search.ports import Order
from bot.summaries.sentence import QuotedSentence
from handlers.questions import render
from handlers.questions.story_render import story_html
from handlers.texts import texts_for
from tests.tdlib import assert_sendable

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = sorted(
    {w for f in SEEDS.rglob("*.txt") for w in re.findall(r"\w{3,}", f.read_text(encoding="utf-8"))}
)


@dataclass
class Reader:
    """An open app on the sample articles, for synchronous tests."""

    run: Callable[[Coroutine[Any, Any, Any]], Any]
    app: App

    def articles(self, ids: set[str]) -> dict[str, Article]:
        found = self.run(self.app.services.questions.articles.get(sorted(ids)))
        return {article.id: article for article in found}

    def assert_verbatim(self, sentences: list[QuotedSentence]) -> None:
        stored = self.articles({sentence.article_id for sentence in sentences})
        for sentence in sentences:
            text = stored[sentence.article_id].text
            assert sentence.text == text[sentence.span.start : sentence.span.end]
            assert sentence.text.strip() == sentence.text != ""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    chosen = Settings(_env_file=None, corpus=SEEDS, data=tmp_path_factory.mktemp("data"))
    with asyncio.Runner() as runner:
        opened = open_app(chosen)
        app = runner.run(opened.__aenter__())
        yield Reader(runner.run, app)
        runner.run(opened.__aexit__(None, None, None))


def questions() -> st.SearchStrategy[str]:
    """Words of the articles, with and without query syntax, and arbitrary text."""
    word = st.sampled_from(WORDS)
    signs = st.sampled_from(["", "-", '"', "source:", "OR ", "(", "*"])
    signed = st.lists(st.tuples(signs, word).map("".join), min_size=1, max_size=6).map(" ".join)
    return st.one_of(st.lists(word, min_size=1, max_size=4).map(" ".join), signed, st.text(max_size=60))


@given(text=questions(), order=st.sampled_from(Order))
def test_answers_and_cards_quote_articles_verbatim(reader: Reader, text: str, order: Order) -> None:
    path = reader.app.services.questions
    try:
        answer = reader.run(path.ask(Question(text, reader.app.services.clock(), order)))
    except UserError:
        return
    cards = [reader.run(path.card(entry.article.id, text)) for entry in answer.entries[:2]]
    assert_sendable(render.answer_html(answer, texts_for("en")))
    reader.assert_verbatim([*answer.brief, *(sentence for card in cards for sentence in card.summary)])
    assert len(answer.brief) <= 3
    assert all(entry.score >= 0 for entry in answer.entries)


def test_every_article_has_a_summary_with_context(reader: Reader) -> None:
    path = reader.app.services.questions
    facts = reader.run(path.corpus_facts())
    pages = -(-facts.articles // 5)
    seen = set()
    for page in range(1, pages + 1):
        answer = reader.run(path.ask(Question("", reader.app.services.clock(), Order.NEWEST, page=page)))
        for entry in answer.entries:
            card = reader.run(path.card(entry.article.id, ""))
            reader.assert_verbatim(list(card.summary))
            assert 1 <= len(card.summary) <= 5
            context = reader.run(path.context(entry.article.id, "", 1))
            around = [*context.before, context.sentence.text, *context.after]
            assert all(neighbour in entry.article.text for neighbour in around)
            seen.add(entry.article.id)
    assert len(seen) >= 20


def test_tdlib_parses_every_message_about_every_article(reader: Reader) -> None:
    """Telegram's own parser accepts them."""
    path, texts = reader.app.services.questions, texts_for("en")
    pages = range(1, -(-reader.run(path.corpus_facts()).articles // 5) + 1)
    for page in pages:
        question = Question("", reader.app.services.clock(), Order.NEWEST, page=page)
        answer = reader.run(path.ask(question))
        assert_sendable(render.answer_html(answer, texts))
        for entry in answer.entries:
            article_id = entry.article.id
            assert_sendable(render.card_html(reader.run(path.card(article_id, "")), texts))
            assert_sendable(render.context_html(reader.run(path.context(article_id, "", 2)), texts))
            assert_sendable(render.similar_html(reader.run(path.similar(article_id)), texts))
            story = reader.run(path.story(article_id))
            reader.assert_verbatim([sentence for account in story.accounts for sentence in account.added])
            assert_sendable(story_html(story, texts))
            assert_sendable(render.inline_html(entry, texts))
