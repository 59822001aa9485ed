"""Cards of articles and stories, and the context of a sentence."""

import pytest

from bot.corpus.article import ArticleId
from bot.questions.service import ArticleNotFound
from tests.conftest import OpenApp
from tests.questions.asking import FLOOD, record


async def test_context_shows_neighbours_of_each_summary_sentence(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        context = await app.services.questions.context(ArticleId("a1"), "school families", 1)
        spans = context.article.sentences
        i = context.sentence.index
        assert context.after == tuple(context.article.quote(span) for span in spans[i + 1 : i + 3])
        past_the_end = await app.services.questions.context(ArticleId("a1"), "school families", 99)
        assert past_the_end.number == past_the_end.of


async def test_card_of_a_removed_article_raises_an_error(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        with pytest.raises(ArticleNotFound):
            await app.services.questions.card(ArticleId("a9"), "")


async def test_story_card_has_pages_newest_first(open_with: OpenApp) -> None:
    words = ["harbour", "crane", "fell", "quay", "noon", "crew", "rescued", "divers", "searched", "wreck"]
    copies = [
        record(n, f"{FLOOD} The {words[n]} was seen by {words[n - 1]} keepers in Harlow.")
        for n in range(1, 10)
    ]
    async with open_with(*copies) as app:
        card = await app.services.questions.story(ArticleId("a1"))
        assert (card.page, card.pages, card.older) == (1, 3, 0)
        assert card.story is not None
        assert [account.article.id for account in card.accounts] == ["a9", "a8", "a7"]
        last = await app.services.questions.story(ArticleId("a1"), 99)
        assert [account.article.id for account in last.accounts] == ["a3", "a2", "a1"]
        assert last.accounts[-1].added[0].text == FLOOD.partition(". ")[0] + "."


async def test_article_without_a_story_has_a_story_card(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        card = await app.services.questions.story(ArticleId("a1"))
        assert (card.story, card.pages, len(card.accounts)) == (None, 1, 1)
