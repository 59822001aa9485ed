"""Where the outlets of a story differ, and where they only seem to."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations

import pytest

from bot.corpus.article import Article
from bot.stories.origins import origins
from bot.summaries.difference import Difference
from bot.summaries.differences import differences
from tests.factories import NOON, analyzed

LEAD = {
    "A": "A ferry sank off Port Oss on Friday night.",
    "B": "The harbour of Oss mourns after a boat went down.",
    "C": "Divers searched the bay until dawn.",
    "D": "Fishermen heard cries across the water.",
}


def report(outlet: str, sentence: str, *, hours: float | None = 0, name: str = "") -> Article:
    at = None if hours is None else (NOON + timedelta(hours=hours)).isoformat()
    key = name or outlet
    text = f"{LEAD[outlet]} {sentence}"
    fields = {
        "id": key,
        "source": key,
        "title": "Ferry sinks",
        "language": "en",
        "publisher": f"The {outlet} Post",
    }
    return analyzed(text, published=at, **fields)


def differ(*articles: Article) -> tuple[Difference, ...]:
    return differences(articles, origins(articles))


def shown(found: Sequence[Difference]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [(d.key, [(v.figure, [voice.outlet[4] for voice in v.voices]) for v in d.versions]) for d in found]


def test_two_figures_are_shown_with_their_outlets() -> None:
    found = differ(
        report("A", "Four people were killed."),
        report("B", "The accident killed three people."),
        report("C", "4 people died in the cold water."),
    )
    assert shown(found) == [("dead", [("Four", ["A", "C"]), ("three", ["B"])])]


def test_sentences_are_verbatim() -> None:
    (found,) = differ(
        report("A", "Four people were killed."), report("B", "The accident killed three people.")
    )
    assert {voice.sentence.text for version in found.versions for voice in version.voices} == {
        "Four people were killed.",
        "The accident killed three people.",
    }


def test_a_later_figure_of_one_outlet_is_an_update() -> None:
    first = report("A", "Three people were killed.", name="a1")
    second = report("A", "Four people were killed.", hours=2, name="a2")
    assert differ(first, second) == ()
    assert differ(first, second, report("B", "The accident killed four people.", hours=1)) == ()
    assert differ(first, second, report("B", "The accident killed three people.", hours=1)) == ()


def test_a_figure_long_after_the_other_is_only_later() -> None:
    early, late = "The accident killed three people.", "Four people were killed."
    assert [d.later for d in differ(report("B", early), report("A", late, hours=2))] == [False]
    assert [d.later for d in differ(report("B", early), report("A", late, hours=5))] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "At least three people were killed.",
        "About four people were killed.",
        "Two more people were killed.",
        "Another two people were killed.",
        "Up to 30 people may have been killed.",
        "Three people could be dead.",
        "In 2010, 30 people were killed in the same bay.",
        "Three people were killed there last year.",
        "The minister denied that 30 people were killed.",
        "Were 30 people killed?",
        "Two sailors and two cooks were killed.",
        "Dozens of people were killed.",
        "No one was killed on shore.",
        "Four people were killed, including two children.",
        "Two of the four people killed were children.",
    ],
)
def test_other_statements_do_not_differ(sentence: str) -> None:
    assert differ(report("A", "Four people were killed."), report("B", sentence)) == ()


def test_an_article_with_several_figures_is_no_witness() -> None:
    mixed = report("B", "Seven people were killed in Oss. Nine people were killed in Lund.")
    assert differ(report("A", "Four people were killed."), mixed) == ()


def test_children_are_not_compared_with_everybody() -> None:
    children = report("B", "Two children were killed.")
    assert differ(report("A", "Four people were killed."), children) == ()
    assert shown(differ(report("A", "Three children were killed."), children))[0][0] == "dead:children"


def test_copies_of_one_agency_do_not_differ() -> None:
    agency = [
        report(outlet, f"{dead} people were killed, Reuters reported.")
        for outlet, dead in (("A", "Four"), ("B", "Three"))
    ]
    assert len(origins(agency)) == 1
    assert differ(*agency) == ()


def test_order_of_articles_changes_nothing() -> None:
    articles = [
        report("A", "Four people were killed and 20 were injured."),
        report("B", "The accident killed three people.", hours=1),
        report("C", "Five people died. It injured 23 people.", hours=None),
    ]
    assert len({differ(*ordered) for ordered in permutations(articles)}) == 1


def test_counted_things_differ_if_their_sentences_are_alike() -> None:
    first = report("A", "The storm tore away seven mooring buoys between the old harbour and the lighthouse.")
    second = report("B", "Between the harbour and the lighthouse the storm tore away nine mooring buoys.")
    (found,) = differ(first, second)
    assert (found.key, found.noun, [v.figure for v in found.versions]) == (
        "counted:buoy",
        "mooring buoys",
        ["nine", "seven"],
    )
    assert differ(first, report("B", "The club owns nine mooring buoys.")) == ()


def test_figures_deep_in_an_article_are_not_about_the_event() -> None:
    long = "A choir sang. The bells rang. Nobody spoke. Candles burned. Three people were killed."
    assert differ(report("A", "Four people were killed."), report("B", long)) == ()


def test_a_row_of_digits_too_long_for_a_number_is_no_figure() -> None:
    digits = "9" * 400
    four, three = (
        report(*stated) for stated in (("A", "Four people died."), ("B", f"3 people died. {digits}."))
    )
    (found,) = differ(four, three)
    assert [version.figure for version in found.versions] == ["3", "Four"]


@pytest.mark.parametrize(
    ("first", "second", "figures"),
    [
        (
            "Repairs to the storm damage at Oss harbour will cost the town $12 million.",
            "The town will pay $15 million for repairs to the storm damage at Oss harbour.",
            ["$12 million", "$15 million"],
        ),
        (
            "The storm flooded 40% of the old warehouses behind Oss harbour.",
            "Behind Oss harbour the storm flooded 60% of the old warehouses.",
            ["40", "60"],
        ),
        (
            "The ferry sank 11 miles off Oss lighthouse on its way from Lund.",
            "On its way from Lund the ferry sank 14 miles off Oss lighthouse.",
            ["11", "14"],
        ),
    ],
)
def test_amounts_shares_and_distances_differ(first: str, second: str, figures: list[str]) -> None:
    (found,) = differ(report("A", first), report("B", second))
    assert sorted(version.figure for version in found.versions) == figures


def test_counted_things_of_other_kinds_do_not_differ() -> None:
    first = report("A", "The navy near Oss lighthouse freed 13 Lund fishermen who had given up in the storm.")
    second = report("B", "The navy near Oss lighthouse found five Lund fishermen wounded in the storm.")
    assert differ(first, second) == ()


@pytest.mark.parametrize(
    ("code", "said", "denied"),
    [
        (
            "en",
            "Harbour police said the ferry had ignored two storm warnings from Oss lighthouse.",
            "The owner denied that the ferry had ignored storm warnings from Oss lighthouse.",
        ),
        (
            "de",
            "Die Polizei erklärte, die Fähre habe Sturmwarnungen vom Leuchtturm Oss missachtet.",
            "Der Eigner bestritt, dass die Fähre Sturmwarnungen vom Leuchtturm Oss missachtet habe.",
        ),
        (
            "ar",
            "قالت الشرطة إن العبارة غادرت الميناء القديم وتجاهلت تحذيرات من العاصفة أرسلتها منارة أوس.",
            "نفى المالك أن العبارة تجاهلت تحذيرات العاصفة من منارة الميناء القديم.",
        ),
    ],
)
def test_what_one_says_and_another_denies_is_shown(code: str, said: str, denied: str) -> None:
    first, second = (
        analyzed(text, id=name, source=name, title="-", language=code, publisher=name)
        for name, text in (("A", said), ("B", denied))
    )
    (found,) = differ(first, second)
    assert found.kind == "denied"
    assert [version.voices[0].sentence.text for version in found.versions] == [said, denied]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour police said nobody had ignored the storm warnings from Oss lighthouse.",
        "There are rumours that the ferry ignored storm warnings from Oss lighthouse.",
        "The owner denies that the ferry ignored storm warnings from Oss lighthouse.",
        "The ferry left Oss at noon.",
    ],
)
def test_other_sentences_do_not_contradict_a_denial(sentence: str) -> None:
    denied = report("B", "The owner denied that the ferry had ignored storm warnings from Oss lighthouse.")
    assert differ(report("A", sentence), denied) == ()
