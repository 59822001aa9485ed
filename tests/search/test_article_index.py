"""The contract of every `ArticleIndex`: changes in, hits out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import CorpusFacts
from bot.search.ports import ArticleIndex, IndexChange, Order, SearchRequest, SearchResult
from bot.search.query.matcher import matches
from bot.search.query.parser import parse
from bot.search.ranking.config import RankingConfig
from tests.factories import make_article, spoken
from tests.search.conftest import MakeIndex

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def article(name: str, title: str, text: str = "", **fields: Any) -> Article:
    return make_article(name, text, title=title, **({"published_at": None} | fields))


BRIDGE = article(
    "bridge",
    "Old bridge reopens",
    "The river bridge reopened on Monday. Hundreds of people crossed it.",
    published_at=NOW - timedelta(days=1),
    publisher="The Valley Post",
    author="Jane Doe",
    statements=(spoken(0, "Ann Roe"), spoken(1, "spokesman for Lind", "the spokesman / for lind")),
)
FLOOD = article(
    "flood",
    "Flood closes roads",
    "Rain closed two roads. The river rose by a metre.",
    published_at=NOW - timedelta(days=40),
    publisher="Harbour News",
    statements=(spoken(1, "Bo Lind"),),
)
KOPRU = article("kopru", "Köprü açıldı", "Eski köprü yeniden açıldı.", language="tr", published_at=NOW)
SAMPLE = article("sample", "Sample river story", "An invented river.", sample=True)
UNDATED = article("undated", "Notes from the river", "Nobody knows when.")


async def ask(index: ArticleIndex, text: str, **options) -> SearchResult:
    return await index.search(SearchRequest(parse(text, now=NOW), NOW, **options))


def ids(result: SearchResult) -> list[str]:
    return [hit.article_id for hit in result.hits]


async def test_empty_index_returns_nothing_and_names_the_unknown_word(make_index: MakeIndex) -> None:
    index = await make_index()
    result = await ask(index, "river")
    assert result.hits == ()
    assert result.unknown == ("river",)
    assert await index.passages([ArticleId("x")], None) == []
    assert await index.similar(ArticleId("x"), limit=3) == ()
    assert await index.nearest("river", limit=3) == ()


async def test_article_with_all_words_comes_first_and_matches(make_index: MakeIndex) -> None:
    result = await ask(await make_index(FLOOD, BRIDGE), "river bridge")
    assert ids(result) == ["bridge", "flood"]
    assert [hit.matches for hit in result.hits] == [True, False]
    assert (result.total, result.matched) == (2, 1)


async def test_single_article_gets_a_positive_score(make_index: MakeIndex) -> None:
    result = await ask(await make_index(BRIDGE), "bridge")
    assert [hit.score > 0 for hit in result.hits] == [True]


async def test_article_without_words_is_listed_but_never_ranked(make_index: MakeIndex) -> None:
    index = await make_index(article("empty", "?", ""), BRIDGE)
    assert ids(await ask(index, "bridge")) == ["bridge"]
    assert set(ids(await ask(index, ""))) == {"empty", "bridge"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("river -flood", {"bridge", "undated", "sample"}),
        ("source:valley", {"bridge"}),
        ('source:"harbour news"', {"flood"}),
        ("by:doe", {"bridge"}),
        ("said:roe", {"bridge"}),
        ('said:"Mayor Ann Roe" river', {"bridge"}),
        ("said:lind", {"flood"}),
        ("river -said:lind", {"bridge", "undated", "sample"}),
        ("said:nobody", set()),
        ("lang:tr", {"kopru"}),
        ("since:2026-11-01", {"bridge", "kopru"}),
        ("before:2026-11-01", {"flood"}),
        ("bridg*", {"bridge"}),
        ("-river", {"kopru"}),
        ("", {"bridge", "flood", "kopru", "sample", "undated"}),
    ],
)
async def test_every_hit_passes_the_filters(make_index: MakeIndex, query, expected) -> None:
    result = await ask(await make_index(BRIDGE, FLOOD, KOPRU, SAMPLE, UNDATED), query)
    assert set(ids(result)) == expected
    assert result.total == len(expected)


async def test_phrase_ranks_by_its_words_and_matches_only_in_order(make_index: MakeIndex) -> None:
    result = await ask(await make_index(BRIDGE, FLOOD, UNDATED), '"river bridge"')
    assert ids(result)[0] == "bridge"
    assert {hit.article_id for hit in result.hits if hit.matches} == {"bridge"}


async def test_period_in_words_ranks_undated_articles_but_never_matches_them(make_index: MakeIndex) -> None:
    result = await ask(await make_index(BRIDGE, FLOOD, UNDATED), "river past 3 days")
    assert set(ids(result)) == {"bridge", "undated"}
    assert {hit.article_id for hit in result.hits if hit.matches} == {"bridge"}


async def test_period_of_a_button_counts_what_it_excludes(make_index: MakeIndex) -> None:
    result = await ask(await make_index(BRIDGE, FLOOD), "river", since=NOW - timedelta(days=7))
    assert ids(result) == ["bridge"]
    assert (result.total, result.outside_period) == (1, 1)


async def test_samples_can_be_excluded(make_index: MakeIndex) -> None:
    index = await make_index(BRIDGE, SAMPLE)
    assert "sample" not in ids(await ask(index, "river", samples=False))
    assert "sample" in ids(await ask(index, "river"))


async def test_newest_first_lists_everything_with_undated_articles_last(make_index: MakeIndex) -> None:
    result = await ask(await make_index(FLOOD, UNDATED, BRIDGE, KOPRU), "", order=Order.NEWEST)
    assert ids(result) == ["kopru", "bridge", "flood", "undated"]


async def test_newer_of_two_equal_articles_comes_first(make_index: MakeIndex) -> None:
    old = article("old", "Harbour crane", "A crane.", published_at=NOW - timedelta(days=300))
    new = article("new", "Harbour crane", "A crane.", published_at=NOW)
    assert ids(await ask(await make_index(old, new), "crane")) == ["new", "old"]


async def test_freshness_decays_with_its_half_life(make_index: MakeIndex) -> None:
    old = article("old", "Harbour crane", "A crane. A crane.", published_at=NOW - timedelta(days=60))
    new = article("new", "Harbour crane", "A crane. A crate.", published_at=NOW - timedelta(days=30))
    scores = {}
    for days in (0.1, 10.0):
        index = await make_index(old, new, config=RankingConfig(half_life_days=days, freshness=0.5))
        scores[days] = {hit.article_id: hit.score for hit in (await ask(index, "crane")).hits}
    assert scores[0.1]["new"] < scores[10.0]["new"]
    assert scores[10.0]["new"] / scores[0.1]["new"] > scores[10.0]["old"] / scores[0.1]["old"]


async def test_freshness_is_off_when_the_query_names_a_date(make_index: MakeIndex) -> None:
    old = article("old", "Harbour crane", "A crane.", published_at=NOW - timedelta(days=300))
    new = article("new", "Harbour crane", "A crane.", published_at=NOW)
    hits = (await ask(await make_index(old, new), "crane since 2020")).hits
    assert hits[0].score == hits[1].score


async def test_freshness_never_beats_a_clearly_better_match(make_index: MakeIndex) -> None:
    better = article(
        "better", "Crane falls on crane", "The crane fell.", published_at=NOW - timedelta(days=900)
    )
    newer = article("newer", "Harbour", "A long report about ships. It names a crane once.", published_at=NOW)
    assert ids(await ask(await make_index(newer, better), "crane fell"))[0] == "better"


async def test_similarly_spelled_word_ranks_an_equal_article_first(make_index: MakeIndex) -> None:
    others = [article(f"other-{n}", f"Quiet day {chr(97 + n) * 5}", "Nothing of note.") for n in range(20)]
    plain = article("plain", "Visit ends", "The visit to Vietnam ended. A lantern was lit.")
    similar = article("similar", "Visit ends", "The visit to Vietnam ended. A Vietnamese was lit.")
    result = await ask(await make_index(*others, plain, similar), "Vietnam")
    assert ids(result) == ["similar", "plain"]
    assert [hit.matches for hit in result.hits] == [True, True]
    assert result.total == 2


async def test_unknown_word_is_corrected_and_reported(make_index: MakeIndex) -> None:
    result = await ask(await make_index(BRIDGE, FLOOD), "brigde")
    assert ids(result) == ["bridge"]
    assert [(found.word, found.replacements) for found in result.corrections] == [("brigde", ("bridge",))]
    assert result.unknown == ("brigde",)
    assert not result.hits[0].matches


async def test_unknown_word_in_quotation_marks_is_not_corrected(make_index: MakeIndex) -> None:
    result = await ask(await make_index(BRIDGE, FLOOD), '"brigde" flood')
    assert not result.corrections
    assert result.unknown == ("brigde",)


async def test_facets_count_days_publishers_and_languages(make_index: MakeIndex) -> None:
    facets = (await ask(await make_index(BRIDGE, FLOOD, KOPRU), "")).facets
    assert facets.publishers == {"The Valley Post": 1, "Harbour News": 1}
    assert facets.languages == {"en": 2, "tr": 1}
    assert sum(facets.days.values()) == 3


async def test_corpus_facts_ignore_samples_once_there_are_articles(make_index: MakeIndex) -> None:
    assert await (await make_index()).facts() == CorpusFacts(0, 0, None, ())
    index = await make_index(replace(SAMPLE, published_at=NOW), removed := article("removed", "Removed"))
    await index.apply([IndexChange(3, removed.id, None)])
    assert await index.facts() == CorpusFacts(1, 1, NOW, ())
    again = replace(FLOOD, id=ArticleId("again"))
    added = [IndexChange(number, one.id, one) for number, one in enumerate((BRIDGE, FLOOD, again), 4)]
    await index.apply(added)
    publishers = (("Harbour News", 2), ("The Valley Post", 1))
    assert await index.facts() == CorpusFacts(4, 1, NOW - timedelta(days=1), publishers)


async def test_changes_already_applied_are_skipped(make_index: MakeIndex) -> None:
    index = await make_index(BRIDGE, FLOOD)
    await index.apply([IndexChange(1, BRIDGE.id, None)])
    assert await index.applied() == 2
    assert "bridge" in ids(await ask(index, "river"))


async def test_changed_article_is_found_by_its_new_words_only(make_index: MakeIndex) -> None:
    index = await make_index(BRIDGE, FLOOD)
    await index.apply([IndexChange(3, BRIDGE.id, article("bridge", "Tunnel opens", "A tunnel."))])
    assert ids(await ask(index, "tunnel")) == ["bridge"]
    assert ids(await ask(index, "bridge")) == []


async def test_removed_article_is_not_found(make_index: MakeIndex) -> None:
    index = await make_index(BRIDGE, FLOOD)
    await index.apply([IndexChange(3, BRIDGE.id, None)])
    assert ids(await ask(index, "river")) == ["flood"]
    assert await index.passages([BRIDGE.id], None) == []


async def test_similar_articles_exclude_the_article_itself(make_index: MakeIndex) -> None:
    twin = article("twin", "Old bridge opens again", "The river bridge was reopened for people.")
    index = await make_index(BRIDGE, FLOOD, twin)
    hits = await index.similar(BRIDGE.id, limit=5)
    assert hits[0].article_id == "twin"
    assert "bridge" not in [hit.article_id for hit in hits]


async def test_pasted_text_finds_its_article_with_a_cosine_near_one(make_index: MakeIndex) -> None:
    index = await make_index(BRIDGE, FLOOD, KOPRU)
    hits = await index.nearest(f"{BRIDGE.title}. {BRIDGE.text}", limit=2)
    assert hits[0].article_id == "bridge"
    assert 0.9 < hits[0].score <= 1


async def test_search_agrees_with_the_matcher(make_index: MakeIndex) -> None:
    articles = [BRIDGE, FLOOD, KOPRU, SAMPLE, UNDATED]
    index = await make_index(*articles)
    for text in (
        "river -flood",
        "bridge OR flood",
        "(river roads) OR köprü",
        '"two roads"',
        "the river",
        "riv*",
        "said:roe",
        "river -said:roe",
        'said:lind OR said:"ann roe"',
        "said:spokesman river",
        'said:"spokesman for lind"',
    ):
        query = parse(text, now=NOW)
        result = await index.search(SearchRequest(query, NOW))
        hits = {hit.article_id for hit in result.hits if hit.matches}
        assert hits == {candidate.id for candidate in articles if matches(query, candidate)}, text


async def test_word_in_the_title_outranks_the_same_word_in_the_text(make_index: MakeIndex) -> None:
    headline = article("headline", "Flood in the valley", "The water came at night. Roads are closed.")
    mention = article("mention", "Night in the valley", "The flood came at night. Roads are closed.")
    untitled = article("untitled", "", "The flood came at night in the valley. Roads are closed.")
    result = await ask(await make_index(mention, untitled, headline), "flood")
    assert ids(result)[0] == "headline"
    assert set(ids(result)) == {"headline", "mention", "untitled"}
