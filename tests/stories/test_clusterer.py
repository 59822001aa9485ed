"""Online clustering: joining, the time window, permanent ids."""

from bot.corpus.article import ArticleId
from bot.stories.assignment import Move
from bot.stories.clusterer import StoryClusterer, new_story_id
from bot.stories.story import StoryId
from tests.factories import make_article

FERRY = (
    "The night ferry Oresund Star ran aground off Malmen shortly before dawn with 212 passengers aboard. "
    "Coastguard boats took everyone off the Oresund Star within three hours; two sailors were hurt. "
    "The harbour master of Malmen said the ferry had strayed from the dredged channel in fog."
)
FERRY_AGAIN = (
    "All 212 passengers were rescued from the ferry Oresund Star after it ran aground near Malmen in fog. "
    "Two sailors were treated for injuries, the coastguard said. The harbour of Malmen has a dredged channel."
)
BUDGET = (
    "Parliament in Lusena passed the autumn budget by eleven votes after a debate until midnight. "
    "Finance minister Ilka Brandt promised lower taxes for bakers and a levy on empty flats."
)


def test_two_reports_of_one_event_are_one_story() -> None:
    clusterer = StoryClusterer()
    first = clusterer.assign(make_article("a", FERRY))
    clusterer.assign(make_article("b", BUDGET))
    second = clusterer.assign(make_article("c", FERRY_AGAIN, hours=3))
    assert second.story_id == first.story_id == new_story_id(ArticleId("a"))
    assert second.nearest == "a"
    assert 0 < second.similarity <= 1


def test_unrelated_articles_are_different_stories() -> None:
    clusterer = StoryClusterer()
    ferry = clusterer.assign(make_article("a", FERRY))
    budget = clusterer.assign(make_article("b", BUDGET))
    assert ferry.story_id != budget.story_id


def test_the_same_text_a_month_later_is_another_story() -> None:
    clusterer = StoryClusterer()
    first = clusterer.assign(make_article("a", FERRY))
    later = clusterer.assign(make_article("b", FERRY, hours=24 * 30))
    assert later.story_id != first.story_id
    assert later.nearest is None


def test_undated_articles_can_join_any_story() -> None:
    clusterer = StoryClusterer()
    first = clusterer.assign(make_article("a", FERRY))
    assert clusterer.assign(make_article("b", FERRY_AGAIN, published_at=None)).story_id == first.story_id


def test_a_loaded_clusterer_assigns_to_loaded_stories() -> None:
    stored = [(make_article("a", FERRY), StoryId("s1")), (make_article("b", BUDGET), StoryId("s2"))]
    clusterer = StoryClusterer()
    clusterer.load(stored)
    assert clusterer.story_of(ArticleId("b")) == "s2"
    assert clusterer.assign(make_article("c", FERRY_AGAIN)).story_id == "s1"


def test_removed_articles_are_not_joined() -> None:
    clusterer = StoryClusterer()
    clusterer.assign(make_article("a", FERRY))
    clusterer.remove(ArticleId("a"))
    clusterer.remove(ArticleId("never seen"))
    assert clusterer.story_of(ArticleId("a")) is None
    assert clusterer.assign(make_article("b", FERRY)).story_id == new_story_id(ArticleId("b"))


def test_an_edited_article_alone_in_its_story_keeps_it() -> None:
    clusterer = StoryClusterer()
    first = clusterer.assign(make_article("a", FERRY))
    assert clusterer.assign(make_article("a", BUDGET)).story_id == first.story_id


def test_an_edited_founder_that_leaves_its_story_gets_a_new_id() -> None:
    clusterer = StoryClusterer()
    first = clusterer.assign(make_article("a", FERRY))
    clusterer.assign(make_article("b", FERRY_AGAIN))
    again = clusterer.assign(make_article("a", BUDGET))
    assert again.story_id != first.story_id
    assert clusterer.story_of(ArticleId("b")) == first.story_id


def test_retired_ids_are_not_reused() -> None:
    clusterer = StoryClusterer()
    clusterer.load([], retired=[new_story_id(ArticleId("a"))])
    assert clusterer.assign(make_article("a", FERRY)).story_id != new_story_id(ArticleId("a"))


def test_an_article_without_terms_founds_a_story() -> None:
    assert StoryClusterer().assign(make_article("a", "The. And, of.")).nearest is None


FERRY_BRIEFLY = (
    "The Oresund Star is still aground near Malmen. Its 212 passengers were taken off before dawn; the ferry "
    "had left the dredged channel in fog, said the coastguard, and two sailors are in hospital."
)


def test_a_later_article_shows_that_two_stories_are_one() -> None:
    clusterer = StoryClusterer()
    stored = [("a", FERRY, "s1"), ("b", FERRY_AGAIN, "s1"), ("c", FERRY_AGAIN, "s2"), ("d", BUDGET, "s3")]
    clusterer.load((make_article(name, text), StoryId(story)) for name, text, story in stored)
    assignment = clusterer.assign(make_article("e", FERRY_BRIEFLY))
    assert assignment.story_id == "s1"
    assert assignment.redirects == (("s2", "s1"),)
    assert assignment.moves == (Move(ArticleId("c"), StoryId("s2"), StoryId("s1")),)
    assert clusterer.stories() == {"a": "s1", "b": "s1", "c": "s1", "d": "s3", "e": "s1"}
    assert clusterer.retired() == ["s2"]


def test_the_id_of_a_merged_story_is_not_reused() -> None:
    clusterer = StoryClusterer()
    founder = make_article("a", FERRY)
    story_id = clusterer.assign(founder).story_id
    clusterer.load([(make_article("b", BUDGET), StoryId("s2"))])
    clusterer.merge(story_id, StoryId("s2"))
    assert clusterer.assign(founder).story_id not in {story_id, "s2"}


def test_a_large_story_does_not_fall_into_pieces() -> None:
    clusterer = StoryClusterer()
    for number in range(40):
        text = FERRY if number % 2 else FERRY_AGAIN
        text = f"{text} Outlet number{number} adds word{number} and name{number}."
        clusterer.assign(make_article(f"a{number}", text))
    assert len(set(clusterer.stories().values())) == 1


def test_what_is_stored_in_another_language_changes_nothing() -> None:
    alone, among = StoryClusterer(), StoryClusterer()
    for number in range(60):
        text = (
            f"Les boulangers de Talheim seront en grève lundi, mot{number}, quartier{number} et rue{number}."
        )
        among.assign(make_article(f"fr{number}", text, language="fr"))
    for clusterer in (alone, among):
        clusterer.assign(make_article("a", FERRY, language="en"))
    first, second = (
        clusterer.assign(make_article("c", FERRY_AGAIN, language="en")) for clusterer in (alone, among)
    )
    assert (first.story_id, first.similarity) == (second.story_id, second.similarity)


BUDGET_AGAIN = (
    "After a debate until midnight, the autumn budget passed parliament in Lusena by eleven votes. "
    "Bakers will pay lower taxes, finance minister Ilka Brandt promised, and owners of empty flats a levy."
)


def test_an_article_moves_to_the_story_of_a_later_one_that_it_resembles_more() -> None:
    clusterer = StoryClusterer()
    stored = [("a", FERRY, "s1"), ("b", FERRY_AGAIN, "s1"), ("c", BUDGET, "s1")]
    clusterer.load((make_article(name, text), StoryId(story)) for name, text, story in stored)
    assignment = clusterer.assign(make_article("d", BUDGET_AGAIN))
    assert assignment.story_id not in {"s1", new_story_id(ArticleId("a"))}
    assert assignment.moves == (Move(ArticleId("c"), StoryId("s1"), assignment.story_id),)
    assert assignment.redirects == ()
    assert clusterer.members(StoryId("s1")) == ("a", "b")
    assert clusterer.members(assignment.story_id) == ("c", "d")


def test_an_article_that_may_not_move_stays_in_its_story() -> None:
    clusterer = StoryClusterer()
    stored = [("a", FERRY, "s1"), ("b", FERRY_AGAIN, "s1"), ("c", BUDGET, "s1")]
    clusterer.load((make_article(name, text), StoryId(story)) for name, text, story in stored)
    clusterer.assign(make_article("d", BUDGET_AGAIN), lambda _: False)
    assert clusterer.members(StoryId("s1"))[:3] == ("a", "b", "c")
