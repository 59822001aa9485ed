"""Independent origins: credits, agencies, near-duplicate texts."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import ArticleId
from bot.stories.origins import build_story, newest_first, origins
from bot.stories.story import StoryId
from tests.factories import make_article

AGENCIES = ("Reuters", "SANA", "AFP")
START = datetime(2026, 5, 2, 8, tzinfo=UTC)
FLOOD = (
    "Heavy rain closed both bridges over the Tarn on Saturday and left the old mill quarter under water. "
    "Firefighters carried forty residents to the school gym, where volunteers cooked soup for everyone. "
    "The mayor expects the river to fall by Monday if the dam upstream can hold back the second wave."
)
OWN_FLOOD = (
    "I walked through the mill quarter this morning with water to my knees. Shopkeeper Anna Lind swept mud "
    "from her door and laughed that the fish had come to buy bread for once."
)


def test_outlets_credited_to_one_agency_are_one_origin() -> None:
    first = make_article("a", FLOOD, publisher="Mill Gazette", original=("Reuters",))
    second = make_article("b", OWN_FLOOD, publisher="River Post", original=("Reuters",), hours=1)
    (origin,) = origins([second, first])
    assert origin.name == "Reuters"
    assert origin.articles == ("a", "b")


def test_citing_an_agency_is_standing_on_it_too() -> None:
    credited = make_article("a", FLOOD, publisher="Mill Gazette", original=("Reuters",))
    citing = make_article("b", OWN_FLOOD, publisher="River Post", cited=("Reuters",), hours=1)
    assert len(origins([credited, citing])) == 1


def test_who_cites_two_agencies_makes_these_no_one_origin() -> None:
    both = make_article("a", FLOOD, publisher="Mill Gazette", cited=("Reuters", "SANA"))
    one = make_article("b", OWN_FLOOD, publisher="River Post", cited=("SANA",), hours=1)
    other = make_article(
        "c", "Trains stand still in the whole valley.", publisher="Tarn Courier", cited=("Reuters",), hours=2
    )
    third = make_article(
        "d",
        "The dam will hold, its keepers say.",
        publisher="Dale Record",
        cited=("Reuters", "SANA"),
        hours=3,
    )
    found = origins([both, one, other, third])
    assert [(origin.name, origin.articles) for origin in found] == [
        ("Reuters", ("a", "c", "d")),
        ("SANA", ("b",)),
    ]
    assert len(origins([both, third])) == 1, "one of the agencies explains them all"


def test_who_repeats_an_outlet_stands_where_that_outlet_stands() -> None:
    first = make_article("a", FLOOD, publisher="Mill Gazette", cited=("Reuters", "SANA"))
    second = make_article("b", OWN_FLOOD, publisher="River Post", original=("Mill Gazette",), hours=1)
    (origin,) = origins([first, second])
    assert origin.name == "Reuters"


CITING = st.tuples(st.sampled_from("ABC"), st.lists(st.sampled_from(AGENCIES), max_size=3, unique=True))


@given(st.lists(CITING, min_size=1, max_size=8))
def test_origins_part_the_articles_and_one_agency_is_never_two(told: list[tuple[str, list[str]]]) -> None:
    texts = [" ".join(f"{word}{n}" for word in "pqrstuvwxyz") for n in range(len(told))]
    members = [
        make_article(f"a{n}", text, publisher=outlet, cited=tuple(cited), hours=n)
        for n, (text, (outlet, cited)) in enumerate(zip(texts, told, strict=True))
    ]
    found = origins(members)
    assert sorted(i for origin in found for i in origin.articles) == sorted(each.id for each in members)
    assert len({origin.name for origin in found}) == len(found)
    assert len(found) <= len({outlet for outlet, _ in told})


def test_newest_first_leaves_what_is_undated_to_the_end() -> None:
    dated = [make_article(key, FLOOD, hours=hours) for key, hours in (("a", 0), ("b", 2), ("c", 1))]
    undated = replace(dated[0], id=ArticleId("u"), published_at=None)
    assert [each.id for each in newest_first([undated, *dated])] == ["b", "c", "a", "u"]


def test_two_outlets_with_their_own_words_are_two_origins() -> None:
    found = origins(
        [
            make_article("a", FLOOD, publisher="Mill Gazette"),
            make_article("b", OWN_FLOOD, publisher="River Post", hours=1),
        ]
    )
    assert [origin.name for origin in found] == ["Mill Gazette", "River Post"]


def test_a_copied_text_is_one_origin_whatever_it_says_of_itself() -> None:
    copy = FLOOD.replace("Saturday", "Saturday evening").replace("forty", "some forty")
    (origin,) = origins(
        [
            make_article("a", FLOOD, publisher="Mill Gazette"),
            make_article("b", copy, publisher="River Post", hours=1),
        ]
    )
    assert origin.name == "Mill Gazette"


def test_articles_that_say_nothing_of_their_source_corroborate_nothing() -> None:
    nameless = [make_article("a", FLOOD), make_article("b", OWN_FLOOD)]
    named = make_article("c", "Trains stand still in the whole valley.", publisher="Tarn Courier", hours=2)
    alone = build_story(StoryId("s"), nameless)
    beside = build_story(StoryId("s"), [*nameless, named])
    assert [(each.name, each.articles) for each in alone.origins] == [(None, ("a", "b"))]
    assert alone.independent_origins == 0
    assert [each.name for each in beside.origins] == ["Tarn Courier", None]
    assert beside.independent_origins == 1


def test_a_story_lists_its_outlets_by_who_was_first() -> None:
    story = build_story(
        StoryId("s1"),
        [
            make_article("late", OWN_FLOOD, publisher="River Post", hours=5),
            make_article("early", FLOOD, publisher="Mill Gazette"),
        ],
    )
    assert story.outlets == ("Mill Gazette", "River Post")
    assert story.articles == ("early", "late")
    assert sorted(key for origin in story.origins for key in origin.articles) == ["early", "late"]
