"""A chat's preferences applied to search results: muted publishers, languages, preferred publishers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.search.query.ast import Field, FieldName, leaves
from bot.search.query.query import Query
from bot.stories.story import StoryId


def preferences_for(query: Query, settings: ChatSettings | None) -> ChatSettings | None:
    """Return the settings to apply to a question, or None; filters in the question take precedence."""
    if settings is None:
        return None
    filters = {leaf.name for leaf, negated in leaves(query.root) if isinstance(leaf, Field) and not negated}
    muted = () if FieldName.SOURCE in filters else settings.muted
    languages = () if FieldName.LANG in filters else settings.languages
    applied = replace(settings, muted=muted, languages=languages)
    return applied if applied.preferred or muted or languages else None


def apply_preferences(
    ranked: Sequence[Article], stories: Mapping[ArticleId, StoryId], settings: ChatSettings
) -> list[ArticleId]:
    """Return the wanted articles in order, a story's preferred publisher in its story's first place.

    Args:
        stories: The stories of the articles; an article without one is a story by itself.
    """

    def story_of(article: Article) -> str:
        return stories.get(article.id, article.id)

    wanted = [article for article in ranked if settings.wants(article.publisher, article.language)]
    by_story: dict[str, list[Article]] = defaultdict(list)
    for article in wanted:
        by_story[story_of(article)].append(article)
    preferred_first = {
        story: iter(sorted(articles, key=settings.rank)) for story, articles in by_story.items()
    }
    return [next(preferred_first[story_of(article)]).id for article in wanted]
