"""Pasted links and paragraphs lead to their articles."""

from bot.questions.model import PasteOutcome
from tests.conftest import OpenApp
from tests.questions.asking import FLOOD, STRIKE, ask, ids, record


async def test_pasted_link_leads_to_its_article(open_with: OpenApp) -> None:
    url = "https://courier.example/flood"
    async with open_with(record(1, url=url), record(2, STRIKE)) as app:
        match = await ask(app, "who says this? http://www.courier.example/flood?utm_source=x#top")
        assert (match.pasted, ids(match)[0]) == (PasteOutcome.FOUND, "a1")
        missing = await ask(app, "https://courier.example/other")
        assert (missing.pasted, ids(missing)) == (PasteOutcome.UNKNOWN_LINK, [])


async def test_pasted_paragraph_leads_to_its_article(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        match = await ask(app, FLOOD)
        assert (match.pasted, ids(match)[0]) == (PasteOutcome.FOUND, "a1")
        foreign = await ask(app, "union breaks " + "unrelated words that nobody has printed here " * 5)
        assert foreign.pasted in (PasteOutcome.NEAREST, PasteOutcome.NOTHING)


async def test_paragraph_of_a_long_article_leads_to_it(open_with: OpenApp) -> None:
    long = "\n\n".join([FLOOD, *(f"Street {n}{n} was dry, said keeper {n} of pump {n}." for n in range(99))])
    async with open_with(record(1, long), record(2, STRIKE)) as app:
        match = await ask(app, FLOOD)
        assert (match.pasted, ids(match)[0]) == (PasteOutcome.FOUND, "a1")


async def test_trace_says_whether_articles_have_a_message_or_part_of_it(open_with: OpenApp) -> None:
    boilerplate = "Read more about this on the pages of the regional service every morning."
    async with open_with(record(1, f"{FLOOD} {boilerplate}"), record(2, f"{STRIKE} {boilerplate}")) as app:
        whole = await ask(app, FLOOD, trace=True)
        assert (whole.pasted, ids(whole)) == (PasteOutcome.CARRIED, ["a1"])
        invented = (
            f"Nobody in this wide land has ever heard of such a thing before. Really nobody. {boilerplate}"
        )
        part = await ask(app, invented, trace=True)
        assert (part.pasted, sorted(ids(part))) == (PasteOutcome.CARRIED_IN_PART, ["a1", "a2"])
        mixed = await ask(app, f"{FLOOD} {boilerplate}", trace=True)
        assert (mixed.pasted, ids(mixed)) == (PasteOutcome.CARRIED_IN_PART, ["a1", "a2"])


async def test_articles_near_a_paragraph_are_one_per_story(open_with: OpenApp) -> None:
    copies = [record(n, f"{FLOOD} Seen by keeper number {n} of {n + 1}.") for n in range(1, 4)]
    async with open_with(*copies, record(9, STRIKE)) as app:
        retold = "river banks families school " + "unrelated words that nobody has printed here " * 5
        nearest = await ask(app, retold)
        assert nearest.pasted is PasteOutcome.NEAREST
        assert len(nearest.entries) == 1
