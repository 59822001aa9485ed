"""Sentence-level differences: verbatim, complete, without trivial edits."""

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.corrections.text_changes import Nature, SentenceChange, Text, text_changes
from bot.corrections.wording import key_of

PLACES = ("Portmere", "Tarn", "Oldby", "Veld")
SENTENCES = tuple(
    f"{subject} {verb} {count} {noun} near {place}."
    for subject, verb, noun in (
        ("Rescuers", "found", "sailors"),
        ("The ministry", "closed", "bridges"),
        ("Residents", "reported", "broken windows"),
        ("Engineers", "repaired", "pumps"),
    )
    for count in ("3", "11", "no")
    for place in PLACES
)
SPACES = (" ", "  ", "\n\n", "\u00a0 ")
bodies = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14, unique=True)


def changes(
    before: str, after: str, *, titles: tuple[str, str] = ("Flood", "Flood")
) -> list[tuple[str, str]]:
    found = text_changes(Text(titles[0], before), Text(titles[1], after), "en")
    return [(change.before, change.after) for change in found.changes]


def test_changed_sentence_is_paired_with_its_earlier_wording() -> None:
    before = "Four people died in Tarn, the mayor said. The bridge is closed."
    after = "The bridge is closed. Three people died in Tarn, the mayor said."
    assert changes(before, after) == [
        ("Four people died in Tarn, the mayor said.", "Three people died in Tarn, the mayor said.")
    ]


def test_added_and_removed_sentences_have_no_partner() -> None:
    before = "The bridge is closed. Schools stay shut until Monday."
    after = "The bridge is closed. A ferry replaces it from noon."
    assert changes(before, after + " Tickets are free.") == [
        ("", "A ferry replaces it from noon."),
        ("", "Tickets are free."),
        ("Schools stay shut until Monday.", ""),
    ]


def test_added_sentences_only_are_an_update() -> None:
    one, two = "The bridge is closed.", "The bridge is closed. Tickets are free."
    assert text_changes(Text("t", one), Text("t", two), "en").nature is Nature.UPDATED
    assert text_changes(Text("t", two), Text("t", one), "en").nature is Nature.CORRECTED
    assert text_changes(Text("t", one), Text("t", one + " Updated 14:05"), "en").nature is Nature.NONE


def test_changed_headline_comes_first() -> None:
    assert changes(
        "It rains. Dogs bark.", "It snows. Dogs bark.", titles=("Rain in Tarn", "Snow in Tarn")
    ) == [
        ("Rain in Tarn", "Snow in Tarn"),
        ("It rains.", "It snows."),
    ]


def test_division_into_sentences_and_paragraphs_changes_nothing() -> None:
    assert changes("He left; she stayed. Dogs bark.", "He left. She stayed.\n\nDogs bark.") == []


def test_most_telling_change_is_first() -> None:
    before = "The mayor spoke for long. 4 people died in Tarn."
    after = "The mayor spoke for hours. 3 people died in Tarn. He left."
    found = text_changes(Text("t", before), Text("t", after), "en")
    assert found.first == SentenceChange("4 people died in Tarn.", "3 people died in Tarn.", facts=True)


def test_rewritten_long_text_is_compared_in_bounded_time() -> None:
    old, new = (" ".join(f"{word} number {n} was seen." for n in range(2_000)) for word in ("Ship", "Goat"))
    assert len(changes(old, new)) >= 2_000


@given(bodies, st.sampled_from(SPACES), st.sampled_from(SPACES), st.randoms())
def test_equal_texts_differ_in_nothing(body: list[str], one: str, other: str, draw: random.Random) -> None:
    """However they are spaced, cased and ordered."""
    moved = [sentence.upper() if draw.random() < 0.3 else sentence for sentence in body]
    draw.shuffle(moved)
    assert changes(one.join(body), other.join(body)) == []
    assert changes(one.join(body), other.join(moved)) == []


@given(bodies, bodies)
def test_changes_are_verbatim_and_complete(old: list[str], new: list[str]) -> None:
    """Each text's sentences without an equal in the other appear once, and no others do."""
    before, after = " ".join(old), "\n\n".join(new)
    found = changes(before, after)
    assert all(was in before and now in after for was, now in found)
    assert sorted(was for was, _ in found if was) == sorted(set(old) - set(new))
    assert sorted(now for _, now in found if now) == sorted(set(new) - set(old))


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["en", "ar", "tr", "und"]))
def test_any_texts_can_be_compared(before: str, after: str, language: str) -> None:
    found = text_changes(Text("t", before), Text("t", after), language)
    assert all(change.before in before and change.after in after for change in found.changes)
    assert all(change.before or change.after for change in found.changes)
    if key_of(before, language) == key_of(after, language):
        assert found.nature is Nature.NONE
