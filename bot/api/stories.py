"""Stories, timelines, trends, top stories and speakers over the API."""

from datetime import UTC

from bot.api import models, story_models
from bot.api.conversion import correction
from bot.api.endpoint import Source
from bot.api.parameters import QueryParameters, SaidParameters, StoryParameters, TopParameters
from bot.api.problems import Problem
from bot.corpus.article import ArticleId
from bot.questions.service import NothingAsked
from bot.questions.story_overviews import StoryOverview
from bot.questions.top_request import read_command
from bot.questions.top_stories import TopEntry, TopQuestion
from bot.search.query.query import Query
from bot.summaries.accounts import Account
from bot.trends.timeline import TimelineEvent


async def story(source: Source, asked: StoryParameters) -> story_models.Story:
    """Return a story: origins, what each article adds, differences, corrections, other languages."""
    return story_model(await source.services.stories.overview(asked.id), source)


def story_model(overview: StoryOverview, source: Source) -> story_models.Story:
    """Return a story as a model."""
    found, convert = overview.story, source.convert
    members = {member.id: member for member in overview.members}
    return story_models.Story(
        id=found.id,
        page=convert.page(found),
        articles=len(found.articles),
        outlets=list(found.outlets),
        independent_origins=found.independent_origins,
        origins=[story_models.Origin(name=o.name, articles=list(o.articles)) for o in found.origins],
        timeline=[_account(account, overview, source) for account in reversed(overview.accounts)],
        differences=convert.differences(overview.differences, members, found),
        corrections=[correction(entry) for entry in overview.corrections],
        other_languages=[
            story_models.OtherLanguage(
                language=sister.language,
                article=convert.article(sister.article, None),
                articles=sister.articles,
            )
            for sister in overview.sisters
        ],
    )


def _account(account: Account, overview: StoryOverview, source: Source) -> story_models.Account:
    article, story = account.article, overview.story
    return story_models.Account(
        article=source.convert.article(article, story),
        added=source.convert.sentences(account.added, article, story),
        more=account.more,
        repeats=account.repeats.id if account.repeats else None,
    )


async def said(source: Source, asked: SaidParameters) -> models.Said:
    """Return a page of what a speaker is quoted with, newest first."""
    services, name = source.services, asked.speaker.replace('"', " ")
    text = await services.speakers.query_of(f'"{name}" {asked.topic}'.strip())
    card = await services.speakers.card(text, asked.page)
    stories = {
        entry.article.id: entry.story
        for entry in await services.questions.entries([spoken.article.id for spoken in card.entries])
    }
    return models.Said(
        speaker=card.speaker,
        topic=card.topic,
        statements=[
            source.convert.sentence(spoken.sentence, spoken.article, stories.get(spoken.article.id))
            for spoken in card.entries
        ],
        page=card.page,
        pages=card.pages,
        total=card.total,
        suggestions=list(card.suggestions),
    )


async def trends(source: Source, asked: QueryParameters) -> models.Trend:
    """Return how many articles match a query, over time and by publisher."""
    result = await source.services.trends.trend(asked.q, UTC)
    problems = _problems(result.query, source)
    trend = result.content
    return models.Trend(
        query=asked.q,
        problems=problems,
        step=trend.step.value if trend else None,
        starts=list(trend.starts) if trend else [],
        series=[
            models.Series(publisher=s.name, publishers=s.publishers, counts=list(s.counts))
            for s in (trend.series if trend else ())
        ],
        total=trend.total if trend else 0,
        undated=trend.undated if trend else 0,
        suggestions=list(result.suggestions),
    )


def _problems(query: Query, source: Source) -> list[str]:
    """Return what of a query was not understood.

    Raises:
        NothingAsked: Nothing of it was.
    """
    if query.root is None:
        raise NothingAsked(*query.problems)
    return [source.explain(problem) for problem in query.problems]


async def timeline(source: Source, asked: QueryParameters) -> story_models.Timeline:
    """Return the stories that match a query best, oldest first."""
    result = await source.services.trends.timeline(asked.q, UTC)
    problems = _problems(result.query, source)
    found = result.content
    return story_models.Timeline(
        query=asked.q,
        problems=problems,
        events=[await _event(event, source) for event in found.events] if found else [],
        stories=found.stories if found else 0,
        suggestions=list(result.suggestions),
    )


async def _event(event: TimelineEvent, source: Source) -> story_models.Event:
    quoted: list[ArticleId] = [
        voice.sentence.article_id
        for difference in event.differences
        for version in difference.versions
        for voice in version.voices
    ]
    entries = await source.services.questions.entries(list(dict.fromkeys(quoted)))
    members = {entry.article.id: entry.article for entry in entries}
    return story_models.Event(
        at=event.at,
        article=source.convert.article(event.article, event.story),
        differences=source.convert.differences(event.differences, members, event.story),
    )


async def top(source: Source, asked: TopParameters) -> models.Top:
    """Return a page of the top stories of a period."""
    now = source.services.clock()
    request = read_command(asked.period, now=now, zone=UTC)
    if request.period is None or request.topic:
        raise Problem(400, 'Not a period. Examples: "24h", "week", "yesterday", "October 2026".')
    question = TopQuestion(now, asked.topic, period=request.period, page=asked.page, size=asked.size)
    found = await source.services.top.top(question)
    return models.Top(
        topic=asked.topic,
        since=found.shown.since,
        until=found.shown.until,
        nearest=found.nearest,
        stories=[_top_story(entry, source) for entry in found.entries],
        page=found.page,
        pages=found.pages,
    )


def _top_story(entry: TopEntry, source: Source) -> models.TopStory:
    convert, sentence = source.convert, entry.sentence
    return models.TopStory(
        article=convert.article(entry.article, entry.story),
        sentence=convert.sentence(sentence, entry.article, entry.story) if sentence else None,
    )
