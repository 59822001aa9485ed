"""Requests for feeds."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from bot.api.addresses import pages_of
from bot.api.conditional import conditional
from bot.api.endpoint import Source, checked
from bot.api.feeds.document import build_feed
from bot.api.feeds.formats import FORMATS
from bot.api.parameters import FeedParameters
from bot.api.problems import Problem


async def serve_feed(source: Source, request: Request) -> Response:
    """Answer with a question as a feed."""
    name = request.path_params["form"]
    if name not in FORMATS:
        raise Problem(404, f"No such format. There are {', '.join(FORMATS)}.")
    asked = checked(FeedParameters, request.query_params)
    pages, texts = pages_of(source, request), source.texts(asked.lang)
    entries = await source.services.question_feeds.entries(asked.q)
    url = pages.feed(asked.q, name, asked.lang)
    feed = build_feed(asked.q, url, entries, pages, texts)
    body = await asyncio.to_thread(FORMATS[name].write, feed)
    public = source.convert.pages is not None
    return conditional(request, body, FORMATS[name].media_type, modified_at=feed.updated_at, public=public)
