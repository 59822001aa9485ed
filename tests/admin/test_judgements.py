"""Judgements become test questions: gold from good answers, not_gold from bad ones."""

from datetime import UTC, datetime

from bot.admin.judgements import Judgement, exported
from bot.corpus.article import ArticleId

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
HAIL, FERRY = ArticleId("hail"), ArticleId("ferry")


def judgement(
    *sentences: tuple[ArticleId, str], good: bool, text: str = "who left?", previous: str = ""
) -> Judgement:
    return Judgement(1, "v", text, previous, "en", (HAIL, FERRY), sentences, good, AT)


def test_sentences_of_a_good_answer_are_gold_and_their_articles_answer() -> None:
    (line,) = exported([judgement((FERRY, "The ferry left."), good=True)])
    assert line["answer_articles"] == [FERRY]
    assert (line["gold"], line["not_gold"]) == (["The ferry left."], [])
    assert {"id", "lang", "corpus", "kind", "text", "answer_articles", "gold"} <= line.keys()
    assert "previous" not in line


def test_sentences_of_a_bad_answer_are_not_gold_unless_somebody_liked_them() -> None:
    bad = judgement((HAIL, "Hail fell."), (FERRY, "The ferry left."), good=False)
    (line,) = exported([bad, judgement((FERRY, "The ferry left."), good=True)])
    assert line["not_gold"] == ["Hail fell."]
    assert line["answer_articles"] == [FERRY]


def test_good_answer_without_sentences_names_its_first_article() -> None:
    (line,) = exported([judgement(good=True)])
    assert (line["answer_articles"], line["gold"]) == ([HAIL], [])


def test_follow_ups_are_questions_of_their_own() -> None:
    lines = exported([judgement(good=True), judgement(good=True, previous="ferry")])
    assert [line.get("previous") for line in lines] == [None, "ferry"]
    assert lines[0]["id"] != lines[1]["id"]


def test_signs_of_the_layout_are_left_out_of_gold() -> None:
    (line,) = exported([judgement((HAIL, "Hail + wind* fell."), good=True)])
    assert line["gold"] == ["Hail wind fell."]
