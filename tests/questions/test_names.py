"""Which words of a question are names."""

from bot.questions.names import name_groups, names_in
from tests.factories import make_article


def test_words_that_articles_capitalize_inside_sentences_are_names() -> None:
    article = make_article("a", "The ferry left Lindmar at noon. Ferries to Lindmar are late.")
    assert names_in(["ferry", "lindmar"], [article]) == {"lindmar"}


def test_letters_that_change_when_casefolded_are_matched() -> None:
    article = make_article("a", "Dün vapur İnler durağında bekledi.", language="tr")
    assert names_in(["inler", "vapur"], [article]) == {"inler"}


def test_names_next_to_each_other_are_one() -> None:
    groups = name_groups(
        "did Corin Astley see the Vote For Me show in Lindmar", {"Corin", "Astley", "For", "Lindmar"}, "en"
    )
    assert groups == ({"Corin", "Astley"}, {"Lindmar"})
