"""A chat's preferences order and exclude articles; filters in a question override them."""

from datetime import UTC, datetime

from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.questions.preferences import apply_preferences, preferences_for
from bot.search.query.parser import parse
from bot.stories.story import StoryId
from tests.factories import make_article

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORIES = {ArticleId("a"): StoryId("s"), ArticleId("b"): StoryId("t"), ArticleId("c"): StoryId("s")}


RANKED = [
    make_article("a", publisher="Bee"),
    make_article("b", publisher="Bee"),
    make_article("c", publisher="Mill"),
    make_article("d", publisher="Hill", language="tr"),
]


def test_muted_publishers_and_other_languages_are_excluded() -> None:
    assert apply_preferences(RANKED, STORIES, ChatSettings(1, muted=("bee",))) == ["c", "d"]
    assert apply_preferences(RANKED, STORIES, ChatSettings(1, languages=("en",))) == ["a", "b", "c"]


def test_preferred_publisher_takes_its_storys_first_place() -> None:
    assert apply_preferences(RANKED, STORIES, ChatSettings(1, preferred=("Mill",))) == ["c", "b", "a", "d"]


def test_what_a_question_names_wins_over_applied() -> None:
    settings = ChatSettings(1, muted=("Bee",), languages=("en",))
    applied = preferences_for(parse("ferry source:bee", now=NOW), settings)
    assert applied is not None
    assert (applied.muted, applied.languages) == ((), ("en",))
    assert preferences_for(parse("source:bee lang:tr", now=NOW), settings) is None
    assert preferences_for(parse("-source:bee ferry", now=NOW), settings) == settings
    assert preferences_for(parse("ferry", now=NOW), ChatSettings(1)) is None
