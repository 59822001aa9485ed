"""Cards of articles and stories, and the context of a sentence."""

from datetime import UTC

import pytest

from bot.corpus.article import ArticleId
from bot.questions.missing import ArticleNotFound
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


FERRY = (
    "A ferry sank off Port Oss on Friday night in a storm. {} Divers of the coast guard searched the bay for "
    "survivors until dawn. The harbour master of Oss closed the port. "
)


async def test_story_card_says_where_outlets_differ(open_with: OpenApp) -> None:
    told = {
        1: ("The Oss Ledger", "Four people were killed.", "Relatives waited at the quay with blankets."),
        2: (
            "Harlow Courier",
            "The accident killed three people.",
            "The owner of the boat gave no interviews.",
        ),
        3: ("Kestrel Wire", "4 people died in the cold water.", "Fishermen heard cries and sent boats."),
    }
    records = [
        record(n, FERRY.format(toll) + end, title="Ferry sinks off Port Oss", publisher=outlet)
        for n, (outlet, toll, end) in told.items()
    ]
    async with open_with(*records) as app:
        card = await app.services.questions.story(ArticleId("a1"))
        assert card.story is not None
        (found,) = card.differences
        assert [(v.figure, sorted(voice.outlet for voice in v.voices)) for v in found.versions] == [
            ("Four", ["Kestrel Wire", "The Oss Ledger"]),
            ("three", ["Harlow Courier"]),
        ]
        assert found == (await app.services.questions.differences(card.story))[0]
        timeline = await app.services.trends.timeline("ferry", UTC)
        assert timeline.content is not None
        assert [event.differences for event in timeline.content.events] == [(found,)]


async def test_card_of_a_long_question_is_focused_and_of_a_pasted_paragraph_is_not(
    open_with: OpenApp,
) -> None:
    question = f"Who said that {'really ' * 20}forty families were taken to a school in Harlow"
    async with open_with(record(1)) as app:
        assert (await app.services.questions.card(ArticleId("a1"), question)).focused
        assert not (await app.services.questions.card(ArticleId("a1"), FLOOD)).focused
