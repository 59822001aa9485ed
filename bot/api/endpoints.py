"""All endpoints of the JSON API."""

from typing import Any

from bot.api import answers, models, stories, story_models
from bot.api.endpoint import Endpoint
from bot.api.parameters import (
    ArticleParameters,
    AskParameters,
    QueryParameters,
    SaidParameters,
    StoryParameters,
    TopParameters,
    TraceParameters,
)

ENDPOINTS: tuple[Endpoint[Any, Any], ...] = (
    Endpoint(
        "ask",
        "/v1/ask",
        "Answer a question with verbatim sentences",
        AskParameters,
        models.Answer,
        answers.ask,
        {"q": "How many people died in the Port Veyra flood?"},
    ),
    Endpoint(
        "article",
        "/v1/articles/{id}",
        "An article's summary, provenance and corrections",
        ArticleParameters,
        models.ArticleCard,
        answers.article,
        {"id": "flood-kestrel", "q": "Who is the chief engineer?"},
    ),
    Endpoint(
        "story",
        "/v1/stories/{id}",
        "A story: origins, what each article adds, differences, corrections",
        StoryParameters,
        story_models.Story,
        stories.story,
        {"id": "flood-kestrel"},
    ),
    Endpoint(
        "said",
        "/v1/said",
        "What a speaker is quoted with, newest first",
        SaidParameters,
        models.Said,
        stories.said,
        {"speaker": "Tomas Verlaine"},
    ),
    Endpoint(
        "trace",
        "/v1/trace",
        "Which articles carry the words of a text",
        TraceParameters,
        models.Answer,
        answers.trace,
        {
            "text": "The River Oss rose over its embankments at Port Veyra in the night to Tuesday, "
            "killing four people."
        },
    ),
    Endpoint(
        "timeline",
        "/v1/timeline",
        "The stories that match a query, in order",
        QueryParameters,
        story_models.Timeline,
        stories.timeline,
        {"q": "Port Veyra flood"},
    ),
    Endpoint(
        "trends",
        "/v1/trends",
        "How many articles match a query, over time and by publisher",
        QueryParameters,
        models.Trend,
        stories.trends,
        {"q": "flood"},
    ),
    Endpoint(
        "top",
        "/v1/top",
        "The top stories of a period",
        TopParameters,
        models.Top,
        stories.top,
        {"period": "week"},
    ),
)
