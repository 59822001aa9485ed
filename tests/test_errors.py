"""The errors every layer may raise."""

import pytest

from bot.errors import RejectedInput, StoreError, Wording, reason_of, wording


def test_a_rejected_line_names_file_and_line() -> None:
    reject = RejectedInput(wording("why-status", status="404"), source="a.jsonl", line=3)
    assert (reject.place, str(reject)) == ("a.jsonl:3", "a.jsonl:3: why-status status=404")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (RejectedInput(wording("why-no-words"), source="a"), wording("why-no-words")),
        (StoreError("the database refused"), wording("why-said", words="the database refused")),
        (OSError("disk full"), wording("why-said", words="disk full")),
        (KeyError("x"), wording("why-bug", error="KeyError")),
    ],
)
def test_every_error_has_a_reason_that_can_be_told(error: Exception, why: Wording) -> None:
    assert reason_of(error) == why
