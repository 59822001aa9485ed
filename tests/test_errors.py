"""The errors every layer may raise."""

from bot.errors import RejectedInput


def test_a_rejected_line_names_file_and_line() -> None:
    assert str(RejectedInput("no title", source="a.jsonl", line=3)) == "a.jsonl:3: no title"
