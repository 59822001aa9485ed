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


def test_citing_an_agency_shares_its_origin() -> None:
    credited = make_article("a", FLOOD, publisher="Mill Gazette", original=("Reuters",))
    citing = make_article("b", OWN_FLOOD, publisher="River Post", cited=("Reuters",), hours=1)
    assert len(origins([credited, citing])) == 1


def test_citing_two_agencies_does_not_link_them() -> None:
    both = make_article("a", FLOOD, publisher="Mill Gazette", cited=("Reuters", "SANA"))
    sana = make_article("b", OWN_FLOOD, publisher="River Post", cited=("SANA",), hours=1)
    reuters = make_article(
        "c", "Trains stand still in the whole valley.", publisher="Tarn Courier", cited=("Reuters",), hours=2
    )
    both_again = make_article(
        "d",
        "The dam will hold, its keepers say.",
        publisher="Dale Record",
        cited=("Reuters", "SANA"),
        hours=3,
    )
    assert [(origin.name, origin.articles) for origin in origins([both, sana, reuters, both_again])] == [
        ("Reuters", ("a", "c", "d")),
        ("SANA", ("b",)),
    ]
    assert len(origins([both, both_again])) == 1, "one agency covers both"


def test_repeating_an_outlet_shares_its_origin() -> None:
    first = make_article("a", FLOOD, publisher="Mill Gazette", cited=("Reuters", "SANA"))
    second = make_article("b", OWN_FLOOD, publisher="River Post", original=("Mill Gazette",), hours=1)
    (origin,) = origins([first, second])
    assert origin.name == "Reuters"


CITING = st.tuples(st.sampled_from("ABC"), st.lists(st.sampled_from(AGENCIES), max_size=3, unique=True))


@given(st.lists(CITING, min_size=1, max_size=8))
def test_origins_partition_the_articles_and_have_distinct_names(reports: list[tuple[str, list[str]]]) -> None:
    texts = [" ".join(f"{word}{n}" for word in "pqrstuvwxyz") for n in range(len(reports))]
    members = [
        make_article(f"a{n}", text, publisher=outlet, cited=tuple(cited), hours=n)
        for n, (text, (outlet, cited)) in enumerate(zip(texts, reports, strict=True))
    ]
    groups = origins(members)
    assert sorted(key for origin in groups for key in origin.articles) == sorted(
        member.id for member in members
    )
    assert len({origin.name for origin in groups}) == len(groups)
    assert len(groups) <= len({outlet for outlet, _ in reports})


def test_newest_first_puts_undated_articles_last() -> None:
    dated = [make_article(key, FLOOD, hours=hours) for key, hours in (("a", 0), ("b", 2), ("c", 1))]
    undated = replace(dated[0], id=ArticleId("u"), published_at=None)
    assert [article.id for article in newest_first([undated, *dated])] == ["b", "c", "a", "u"]


def test_different_texts_of_two_outlets_are_two_origins() -> None:
    groups = origins(
        [
            make_article("a", FLOOD, publisher="Mill Gazette"),
            make_article("b", OWN_FLOOD, publisher="River Post", hours=1),
        ]
    )
    assert [origin.name for origin in groups] == ["Mill Gazette", "River Post"]


def test_near_duplicates_are_one_origin() -> None:
    copy = FLOOD.replace("Saturday", "Saturday evening").replace("forty", "some forty")
    (origin,) = origins(
        [
            make_article("a", FLOOD, publisher="Mill Gazette"),
            make_article("b", copy, publisher="River Post", hours=1),
        ]
    )
    assert origin.name == "Mill Gazette"


def test_articles_without_a_source_are_no_independent_origin() -> None:
    nameless = [make_article("a", FLOOD), make_article("b", OWN_FLOOD)]
    named = make_article("c", "Trains stand still in the whole valley.", publisher="Tarn Courier", hours=2)
    alone = build_story(StoryId("s"), nameless)
    with_named = build_story(StoryId("s"), [*nameless, named])
    assert [(origin.name, origin.articles) for origin in alone.origins] == [(None, ("a", "b"))]
    assert alone.independent_origins == 0
    assert [origin.name for origin in with_named.origins] == ["Tarn Courier", None]
    assert with_named.independent_origins == 1


def test_outlets_are_listed_first_to_report_first() -> None:
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
