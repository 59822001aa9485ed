"""A chat's taste orders and leaves out; what a question names wins over it."""

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


def test_muted_publishers_and_other_languages_are_left_out_and_order_is_kept() -> None:
    assert apply_preferences(RANKED, STORIES, ChatSettings(1, muted=("bee",))) == ["c", "d"]
    assert apply_preferences(RANKED, STORIES, ChatSettings(1, languages=("en",))) == ["a", "b", "c"]


def test_a_preferred_account_stands_where_its_story_stood_first() -> None:
    assert apply_preferences(RANKED, STORIES, ChatSettings(1, preferred=("Mill",))) == ["c", "b", "a", "d"]


def test_what_a_question_names_wins_over_taste() -> None:
    chosen = ChatSettings(1, muted=("Bee",), languages=("en",))
    taste = preferences_for(parse("ferry source:bee", now=NOW), chosen)
    assert taste is not None
    assert (taste.muted, taste.languages) == ((), ("en",))
    assert preferences_for(parse("source:bee lang:tr", now=NOW), chosen) is None
    assert preferences_for(parse("-source:bee ferry", now=NOW), chosen) == chosen
    assert preferences_for(parse("ferry", now=NOW), ChatSettings(1)) is None
