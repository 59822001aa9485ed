"""Messages to trace, and the articles that carry their words."""

from bot.questions.traces import find_carriers, quote_carried
from tests.factories import make_article

BRIDGE = "Engineers closed the old bridge over the Lusena after a crack was found in its third arch."
WEATHER = "The weather stayed dry for the rest of the week along the coast."
FIRST = make_article("first", f"{WEATHER} {BRIDGE} Buses take the long way round.", hours=1)
COPY = make_article("copy", f"{BRIDGE} {WEATHER}", hours=5)
OTHER = make_article("other", "The ferry company wants a new pier. A crack was found in the plan.", hours=0)


def carriers(message: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(found.article.id, found.sentences) for found in find_carriers(message, [COPY, OTHER, FIRST])]


def test_articles_with_the_words_are_found_earliest_first() -> None:
    assert carriers(BRIDGE) == [("first", (1,)), ("copy", (0,))]


def test_part_of_a_sentence_is_found() -> None:
    assert carriers("is it true that a crack was found in its third arch") == [
        ("first", (1,)),
        ("copy", (0,)),
    ]


def test_sentence_inside_a_longer_message_is_found() -> None:
    message = f"Look at this!! {BRIDGE} I crossed it only yesterday with two of my friends and our dog."
    assert carriers(message) == [("first", (1,)), ("copy", (0,))]


def test_same_matter_in_other_words_is_not_found() -> None:
    assert carriers("A bridge across the Lusena is shut because engineers saw a crack in one arch") == []


def test_one_common_sentence_of_a_message_is_not_most_of_it() -> None:
    message = f"{BRIDGE} {BRIDGE.replace('bridge', 'tower')} {WEATHER}"
    boilerplate = make_article("plate", f"Sign up for our letter. {WEATHER}", hours=0)
    found = find_carriers(message, [boilerplate, COPY])
    assert [(carrier.article.id, carrier.has_most) for carrier in found] == [("copy", True), ("plate", False)]


def test_headline_alone_is_found_without_a_sentence() -> None:
    article = make_article("a", "Nobody knows why.", title="Lighthouse keeper finds a door below the stairs")
    (found,) = find_carriers("“Lighthouse keeper finds a door below the stairs” who wrote that?", [article])
    assert (found.article.id, found.sentences) == ("a", ())


def test_matching_sentences_are_quoted_verbatim() -> None:
    (quoted,) = quote_carried(FIRST, (1,))
    assert quoted.text == BRIDGE
    assert FIRST.text[quoted.span.start : quoted.span.end] == BRIDGE
