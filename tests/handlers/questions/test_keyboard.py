"""Buttons: short, readable back, and addresses that jump to a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.view import ViewId
from handlers.questions.keyboard import Press, Verb, button, read_press, source_url

VIEW_IDS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=16)


@given(VIEW_IDS, st.sampled_from(Verb), st.integers(min_value=0, max_value=999_999))
def test_a_button_says_what_it_does_in_64_bytes(view_id: str, verb: Verb, number: int) -> None:
    data = button(ViewId(view_id), verb, "x", number).callback_data
    assert isinstance(data, str)
    assert len(data.encode()) <= 64
    assert read_press(data) == Press(ViewId(view_id), verb, number)


@given(st.text(max_size=80))
def test_foreign_data_is_not_ours_or_reads_back(data: str) -> None:
    press = read_press(data)
    assert press is None or data.startswith(f"{press.view_id}.{press.verb.value}")


def test_a_short_sentence_is_named_whole_in_the_address() -> None:
    url = source_url("https://a.example/x#top", "Well-known, he said.")
    assert url == "https://a.example/x#:~:text=Well%2Dknown%2C%20he%20said."


def test_a_long_sentence_is_named_by_its_ends() -> None:
    url = source_url("https://a.example/x", "one two three four five six seven eight nine ten eleven")
    assert (
        url
        == "https://a.example/x#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    )
