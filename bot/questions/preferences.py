"""Answers to a chat's taste: publishers left out, languages wanted, the account it likes best first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.search.query.ast import Field, FieldName, leaves
from bot.search.query.query import Query
from bot.stories.story import StoryId


def preferences_for(query: Query, chosen: ChatSettings | None) -> ChatSettings | None:
    """Return what of a chat's taste counts for a question; None for nothing. What is named in it wins."""
    if chosen is None:
        return None
    asked = {leaf.name for leaf, negated in leaves(query.root) if isinstance(leaf, Field) and not negated}
    muted = () if FieldName.SOURCE in asked else chosen.muted
    languages = () if FieldName.LANG in asked else chosen.languages
    taste = replace(chosen, muted=muted, languages=languages)
    return taste if taste.preferred or muted or languages else None


def apply_preferences(
    ranked: Sequence[Article], stories: Mapping[ArticleId, StoryId], taste: ChatSettings
) -> list[ArticleId]:
    """Return the articles that are wanted, in order, but a preferred account ahead of others of its story.

    Args:
        stories: Of each article; one without stands for itself.
    """
    wanted = [each for each in ranked if taste.wants(each.publisher, each.language)]
    accounts: dict[str, list[Article]] = defaultdict(list)
    for each in wanted:
        accounts[stories.get(each.id, each.id)].append(each)
    turns = {story: iter(sorted(group, key=taste.rank)) for story, group in accounts.items()}
    return [next(turns[stories.get(each.id, each.id)]).id for each in wanted]
