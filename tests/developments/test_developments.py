"""What is new in a story: found once, never what was there before, whatever the order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.ports import Version, VersionKey
from bot.corrections.text_changes import SentenceChange, TextChanges
from bot.developments.development import Development, DevelopmentKind, all_keys, developments
from bot.developments.facts import story_facts
from bot.developments.figures import figures
from tests.factories import NOON, make_article

STORM = make_article(
    "storm",
    "The storm hit Malmen on Monday and killed 12 people. About 2,300 residents were moved to schools. "
    "Mayor Ayla Demir said the bridge is closed.",
    publisher="Bee",
)
LATER = make_article(
    "later",
    "The death toll in Malmen has risen, hospitals say, to 14 people. "
    "Governor Per Lund said help is near the coast.",
    publisher="Post",
    hours=1,
)


def news(before: list[Article], after: list[Article]) -> tuple[Development, ...]:
    return developments(all_keys(story_facts(before)), story_facts(after)).developments


def found(before: list[Article], after: list[Article]) -> list[tuple[str, str]]:
    return [(new.kind.value, new.name) for new in news(before, after)]


def test_a_later_article_brings_an_origin_figures_and_a_speaker() -> None:
    assert found([STORM], [STORM, LATER]) == [("origin", "Post"), ("figures", "14"), ("speaker", "Per Lund")]


def test_a_development_quotes_its_sentence_verbatim() -> None:
    (figure,) = (new for new in news([STORM], [STORM, LATER]) if new.kind is DevelopmentKind.FIGURES)
    assert figure.text in LATER.text
    assert figure.publisher == "Post"


def test_another_outlet_with_the_same_origin_and_figures_is_no_development() -> None:
    copied = make_article("copy", STORM.text, publisher="Wave", original=["Bee"], hours=2)
    assert found([STORM], [STORM, copied]) == []


def test_an_account_of_two_sources_is_a_new_origin_only_when_there_is_one_more() -> None:
    both = make_article("both", "Ferries stopped.", publisher="Wave", original=["Reuters", "AFP"])
    afp = make_article("afp", "Nobody was hurt.", publisher="Post", original=["AFP"], hours=1)
    first = story_facts([both])
    assert [fact.development.name for fact in first if fact.is_origin] == ["Reuters"]
    assert found([both], [both, afp]) == []
    third = make_article("third", "Divers search.", publisher="Mill", original=["Reuters"], hours=2)
    assert ("origin", "AFP") in found([both], [both, afp, third])


def correction(kind: CorrectionKind = CorrectionKind.CORRECTED) -> Correction:
    version = Version(VersionKey(STORM.id, 1), "storm", "en", "Bee")
    changed = SentenceChange("It killed 13 people.", "It killed 12 people.", facts=True)
    after = None if kind is CorrectionKind.WITHDRAWN else version
    return Correction(kind, NOON, version, after, TextChanges((changed,) if after else ()))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CorrectionKind.CORRECTED, [("correction", "storm")]),
        (CorrectionKind.WITHDRAWN, [("withdrawal", "storm")]),
        (CorrectionKind.UPDATED, []),
    ],
)
def test_a_correction_of_a_known_article_is_reported_once(
    kind: CorrectionKind, expected: list[tuple[str, str]]
) -> None:
    facts = story_facts([STORM], [correction(kind)])
    first = developments(all_keys(story_facts([STORM])), facts)
    assert [(new.kind.value, new.name) for new in first.developments] == expected
    assert developments(first.known, facts).developments == ()


def test_a_correction_of_an_article_that_was_not_known_is_none_also_later() -> None:
    facts = story_facts([STORM], [correction()])
    first = developments(frozenset(), facts)
    assert all(new.kind is not DevelopmentKind.CORRECTION for new in first.developments)
    assert developments(first.known, facts).developments == ()


def test_figures_that_differ_between_origins_are_a_difference() -> None:
    other = make_article("other", "The storm in Malmen killed 9 people on Monday.", publisher="Post", hours=1)
    (difference,) = (new for new in news([STORM], [STORM, other]) if new.kind is DevelopmentKind.DIFFERENCE)
    assert difference.name in ("12 (Bee) · 9 (Post)", "9 (Post) · 12 (Bee)")
    assert {statement.publisher for statement in difference.statements} == {"Bee", "Post"}


def test_a_last_name_is_known_after_the_full_one_but_another_full_name_is_not() -> None:
    short = make_article("short", "Demir said the bridge is open again since noon.", publisher="Bee", hours=1)
    other = make_article("other", "Kemal Demir said the road is closed to lorries.", publisher="Bee", hours=2)
    assert [name for kind, name in found([STORM], [STORM, short]) if kind == "speaker"] == []
    assert [name for kind, name in found([STORM], [STORM, other]) if kind == "speaker"] == ["Kemal Demir"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 2,300 residents left.", ["2300"]),
        ("Prices rose by 3.5 % in May.", ["3.5"]),
        ("The storm of 12 May 2026 hit the town.", []),
        ("In 1999 the dam broke.", []),
        ("The train left at 18:40 for Malmen.", []),
        ("Ayla, 45, lost her car.", []),
        ("The A320 landed after flight BA123.", []),
        ("Crews freed 4 miners.", ["4 miner"]),
    ],
)
def test_figures_are_numbers_that_count_something(sentence: str, expected: list[str]) -> None:
    assert [figure.name for figure in figures(sentence, "en")] == expected


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Rund 2.300 Menschen verließen die Stadt.", "de"),
        ("غادر نحو ٢٬٣٠٠ شخص المدينة", "ar"),
        ("Около 2 300 человек покинули город.", "ru"),
        ("Près de 2 300 habitants ont quitté la ville.", "fr"),
    ],
)
def test_a_figure_is_the_same_in_every_language(sentence: str, code: str) -> None:
    assert [figure.name for figure in figures(sentence, code)] == ["2300"]


SENTENCES = (
    "Floods killed 12 people in the valley.",
    "Floods killed 9 people in the valley.",
    "Insurers counted 140 broken roofs there.",
    "Mayor Ayla Demir said the bridge is closed.",
    "Kemal Demir said the road will open soon.",
    "Schools stay closed until the end of the week.",
)
OUTLETS = ("Bee", "Post", "Wave")
articles = st.builds(
    lambda name, texts, publisher, sources, hours: make_article(
        name, " ".join(texts), publisher=publisher, original=sources, hours=hours
    ),
    st.sampled_from("abcde"),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True),
    st.sampled_from(OUTLETS),
    st.lists(st.sampled_from(("Reuters", "AFP")), max_size=2, unique=True),
    st.integers(0, 5),
)
stories = st.lists(articles, max_size=4, unique_by=lambda article: article.id)


@given(stories, stories)
def test_nothing_is_new_twice(before: list[Article], after: list[Article]) -> None:
    facts = story_facts(after)
    first = developments(all_keys(story_facts(before)), facts)
    assert developments(first.known, facts).developments == ()
    assert all_keys(story_facts(before)) <= first.known


def test_a_withdrawal_of_an_article_without_a_development_is_none() -> None:
    copied = make_article("copy", STORM.text, publisher="Wave", original=["Bee"], hours=2)
    known = developments(all_keys(story_facts([STORM])), story_facts([STORM, copied])).known
    withdrawn = replace(
        correction(CorrectionKind.WITHDRAWN), before=Version(VersionKey(copied.id, 1), "copy")
    )
    assert developments(known, story_facts([STORM], [withdrawn])).developments == ()


@given(stories, st.permutations(range(4)))
def test_the_order_of_articles_makes_no_difference(story: list[Article], order: list[int]) -> None:
    shuffled = [story[index] for index in order if index < len(story)]
    assert story_facts(shuffled) == story_facts(story)


@given(stories, stories, stories)
def test_looking_more_often_misses_nothing(
    before: list[Article], between: list[Article], after: list[Article]
) -> None:
    known = all_keys(story_facts(before))
    facts = story_facts(after)
    seen = developments(known, story_facts(between))
    late = developments(seen.known, facts)
    reported = {key for fact in (*seen.facts, *late.facts) for key in fact.keys}
    for fact in developments(known, facts).facts:
        if fact.development.kind in (DevelopmentKind.FIGURES, DevelopmentKind.DIFFERENCE):
            assert reported & {key for key in fact.keys if not key.startswith("a")}, fact
