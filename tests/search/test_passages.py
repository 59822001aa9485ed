"""The passages of every `ArticleIndex`: an article's sentences with their scores."""

from bot.corpus.article import ArticleId
from bot.search.query.parser import parse
from tests.search.conftest import MakeIndex
from tests.search.test_article_index import BRIDGE, FLOOD, NOW, article


async def test_passages_follow_the_sentences_of_the_body(make_index: MakeIndex) -> None:
    index = await make_index(FLOOD, BRIDGE)
    (passage,) = await index.passages([BRIDGE.id], parse("people crossed", now=NOW))
    assert len(passage.starts) == len(BRIDGE.sentences) + 1
    assert passage.starts[-1] == len(passage.terms) == len(passage.idf)
    assert (passage.idf > 0).all()
    assert passage.scores[0] == 0
    assert passage.scores[1] > 0


async def test_synonyms_count_in_passages_but_not_in_the_search(make_index: MakeIndex) -> None:
    index = await make_index(article("news", "News", "Three sailors were killed. Rain fell."), BRIDGE)
    query = parse("sailors perished", now=NOW)
    (plain,) = await index.passages([ArticleId("news")], query)
    (widened,) = await index.passages(
        [ArticleId("news")], query, synonyms={"perished": ("killed", "drowned")}
    )
    assert (plain.words, widened.words) == (("sailors",), ("sailors", "perished"))
    assert widened.in_sentence.tolist() == [[True, True], [False, False]]


async def test_sentences_of_stop_words_keep_the_places_of_the_others(make_index: MakeIndex) -> None:
    texts = (
        "It is so. The river rose. So it was.",
        "The river fell. That was it.",
        "It was. The river froze.",
    )
    articles = [
        article(f"a{n}", title, text)
        for n, (title, text) in enumerate(zip(("", "River", ""), texts, strict=True))
    ]
    found = await (await make_index(*articles)).passages([a.id for a in articles], parse("river", now=NOW))
    assert [passage.in_sentence[:, 0].tolist() for passage in found] == [
        [False, True, False],
        [True, False],
        [False, True],
    ]
    assert [bool(passage.in_title[0]) for passage in found] == [False, True, False]
    assert [passage.scores.astype(bool).tolist() for passage in found] == [
        passage.in_sentence[:, 0].tolist() for passage in found
    ]
