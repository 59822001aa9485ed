"""Questions, articles, stories and the rest over HTTP: verbatim, with everything needed to cite."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.corpus.article import ArticleId
from tests.api.serving import PUBLIC, Served

FLOOD = "Port Veyra flood"
OF_STORY = "flood-kestrel"


def sentences_in(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every quoted sentence of an answer, wherever it is."""
    if isinstance(part, dict):
        if {"text", "article_id", "start", "end"} <= part.keys():
            yield part
        for value in part.values():
            yield from sentences_in(value)
    if isinstance(part, list):
        for value in part:
            yield from sentences_in(value)


REQUESTS = [
    ("/v1/ask", {"q": FLOOD}),
    ("/v1/ask", {"q": "what did Tomas Verlaine say"}),
    ("/v1/articles/flood-kestrel", {"q": FLOOD}),
    (f"/v1/stories/{OF_STORY}", {}),
    ("/v1/said", {"speaker": "Tomas Verlaine"}),
    ("/v1/trace", {"text": "The River Oss rose over its embankments at Port Veyra in the night to Tuesday."}),
    ("/v1/top", {"period": "week"}),
]


@pytest.mark.parametrize(("path", "parameters"), REQUESTS)
async def test_every_sentence_is_verbatim_and_can_be_cited(
    api: Served, path: str, parameters: dict[str, str]
) -> None:
    quoted = list(sentences_in(await api.json(path, **parameters)))
    assert quoted
    for sentence in quoted:
        (article,) = await api.app.stores.articles.get([ArticleId(sentence["article_id"])])
        assert article.text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["url"] == article.url
        assert sentence["publisher"] == article.publisher
        assert [hop["name"] for hop in sentence["provenance"] if hop["role"] == "publisher"] == [
            article.publisher
        ]
        assert sentence["independent_origins"] >= 1
        if evidence := sentence["evidence"]:
            assert article.text[evidence["start"] : evidence["end"]] == evidence["text"]


async def test_answer_is_the_one_of_the_chat(api: Served) -> None:
    answer = await api.json("/v1/ask", q=FLOOD, size=3)
    assert answer["about"]
    assert answer["entries"][0]["article"]["id"] == "flood-kestrel"
    story = answer["entries"][0]["article"]["story"]
    assert story["page"] == f"{PUBLIC}/s/{story['id']}"
    assert (await api.json(f"/v1/stories/{story['id']}"))["articles"] == story["articles"] > 1
    assert "samples" in answer["notices"]
    assert answer["pages"] > 1


async def test_question_continues_the_previous_one(api: Served) -> None:
    answer = await api.json("/v1/ask", q="and how many were injured?", previous=FLOOD)
    assert answer["follows"] == FLOOD


async def test_unanswerable_question_says_why(api: Served) -> None:
    answer = await api.json("/v1/ask", q="zzyzx quandary xylograph")
    assert not answer["about"]
    assert answer["entries"] == []
    assert "zzyzx" in answer["nothing"]["unknown"]


async def test_speaker_of_a_sentence_is_named(api: Served) -> None:
    said = await api.json("/v1/said", speaker="Tomas Verlaine")
    assert said["total"] == len(said["statements"]) or said["pages"] > 1
    assert {statement["speaker"] for statement in said["statements"]} == {"Tomas Verlaine"}


async def test_story_has_origins_and_what_each_article_adds(api: Served) -> None:
    story = await api.json(f"/v1/stories/{OF_STORY}")
    listed = [article for origin in story["origins"] for article in origin["articles"]]
    assert sorted(listed) == sorted({account["article"]["id"] for account in story["timeline"]})
    assert story["independent_origins"] == sum(origin["name"] is not None for origin in story["origins"])
    dates = [account["article"]["published_at"] for account in story["timeline"]]
    assert dates == sorted(dates)


async def test_trend_counts_what_the_timeline_lists(api: Served) -> None:
    trend = await api.json("/v1/trends", q="flood")
    assert trend["total"] == sum(sum(series["counts"]) for series in trend["series"]) > 0
    timeline = await api.json("/v1/timeline", q=FLOOD)
    moments = [event["at"] for event in timeline["events"]]
    assert moments == sorted(moments)
    assert timeline["stories"] >= len(moments) > 0
