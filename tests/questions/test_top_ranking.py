"""Top stories are ordered by origins, size and freshness; a typical article stands for each."""

from collections.abc import Sequence

from bot.chats.settings import ChatSettings
from bot.corpus.article import Article
from bot.questions.top_ranking import Candidate, lead, ranked
from bot.search.query.ast import Period
from bot.stories.origins import build_story
from bot.stories.story import StoryId
from tests.factories import NOON, make_article


def story(*articles: Article) -> Candidate:
    newest = tuple(reversed(articles))
    built = build_story(StoryId(articles[0].id), articles) if len(articles) > 1 else None
    return Candidate(newest, built, len(articles))


def order(*candidates: Candidate) -> list[str]:
    return [each.newest[-1].id for each in ranked(candidates, Period(None, None), NOON)]


def reprints(name: str, count: int) -> Sequence[Article]:
    text = f"The {name} is told in the very same words by everybody who prints it today."
    return [
        make_article(f"{name}{n}", text, publisher=f"Paper {n}", original=["Kestrel Wire"])
        for n in range(count)
    ]


def test_independent_origins_outweigh_reprints() -> None:
    own = [
        make_article(f"own{n}", f"Report {n} of its own kind {n * 7}.", publisher=f"Radio {n}")
        for n in range(3)
    ]
    assert order(story(*reprints("wire", 8)), story(*own)) == ["own0", "wire0"]


def test_bigger_story_comes_before_a_single_article() -> None:
    assert order(story(make_article("alone", publisher="Lamp")), story(*reprints("wire", 4)))[0] == "wire0"


def test_fresher_story_comes_first_among_equals() -> None:
    old, new = (
        make_article("old", publisher="Lamp", hours=-40),
        make_article("new", publisher="Lamp", hours=-1),
    )
    assert order(story(old), story(new)) == ["new", "old"]


def test_undated_story_comes_last() -> None:
    undated = make_article("undated", publisher="Lamp", published_at=None)
    assert order(story(undated), story(make_article("dated", publisher="Lamp", hours=-90))) == [
        "dated",
        "undated",
    ]


def test_article_whose_headline_the_others_share_stands_for_a_story() -> None:
    articles = (
        make_article("a", "Trams stop.", title="Tram drivers strike in Lindmar"),
        make_article(
            "b", "Tram drivers in Lindmar began their strike.", title="Drivers of Lindmar trams on strike"
        ),
        make_article("c", "The kettle never cools.", title="A night by the kettle"),
    )
    assert lead(story(*articles), None, None).id in ("a", "b")


def test_preferred_publisher_and_the_readers_language_come_first() -> None:
    english, german = (
        make_article("en", publisher="Lamp"),
        make_article("de", publisher="Bote", language="de"),
    )
    assert lead(story(german, english), "de", None) is german
    assert lead(story(german, english), "de", ChatSettings(1, preferred=("lamp",))) is english
