"""Requests for the page of a story."""

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.api.addresses import pages_of
from bot.api.conditional import conditional
from bot.api.endpoint import Source, checked
from bot.api.html import Markup, tag
from bot.api.pages.story_page import content_security_policy, page, story_page
from bot.api.parameters import PageParameters
from bot.api.texts import Texts, negotiated
from bot.questions.story_overviews import StoryNotFound, StoryOverview

_MEDIA_TYPE = "text/html"
_START = datetime(1970, 1, 1, tzinfo=UTC)


async def serve_page(source: Source, request: Request) -> Response:
    """Answer with a story's page, or lead to it from the id of a merged story or of an article."""
    asked = checked(PageParameters, {**request.query_params, **request.path_params})
    accepted = negotiated(request.headers.get("Accept-Language", ""), source.texts.languages)
    texts = source.texts(asked.lang or accepted)
    try:
        overview = await source.services.stories.overview(asked.id)
    except StoryNotFound:
        return _with_headers(Response(_gone(texts), 404, media_type=_MEDIA_TYPE), texts)
    url = pages_of(source, request).story(overview.story.id)
    if asked.id != overview.story.id:
        return _moved(asked, overview, url)
    public = source.convert.pages is not None
    html = await asyncio.to_thread(story_page, overview, url, texts, shared=public)
    response = conditional(
        request, html.encode(), _MEDIA_TYPE, modified_at=_modified_at(overview), public=public
    )
    return _with_headers(response, texts)


def _moved(asked: PageParameters, overview: StoryOverview, url: str) -> Response:
    """Lead on: for good from a merged story, for now from an article, which may change its story."""
    of_article = any(asked.id == member.id for member in overview.members)
    target = f"{url}?{urlencode({'lang': asked.lang})}" if asked.lang else url
    return RedirectResponse(target, 302 if of_article else 301)


def _modified_at(overview: StoryOverview) -> datetime:
    moments = [member.published_at for member in overview.members if member.published_at]
    return max([*moments, *(found.at for found in overview.corrections)], default=_START)


def _gone(texts: Texts) -> Markup:
    words = texts("page-gone")
    return page(words, tag("main", tag("p", "newsbot", class_="brand"), tag("h1", words)), texts)


def _with_headers(response: Response, texts: Texts) -> Response:
    response.headers["Content-Security-Policy"] = content_security_policy()
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Content-Language"] = texts.language
    response.headers["Vary"] = "Accept-Language"
    return response
