"""Addresses that make the browser jump to a sentence."""

from handlers.questions.keyboard import source_url


def test_address_contains_a_short_sentence() -> None:
    url = source_url("https://a.example/x#top", "Well-known, he said.")
    assert url == "https://a.example/x#:~:text=Well%2Dknown%2C%20he%20said."


def test_address_contains_both_ends_of_a_long_sentence() -> None:
    url = source_url("https://a.example/x", "one two three four five six seven eight nine ten eleven")
    ends = "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    assert url == f"https://a.example/x#:~:text={ends}"
