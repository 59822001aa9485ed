"""The errors every layer may raise."""

import pytest

from bot.errors import Localizable, RejectedInput, StoreError, localizable, reason_of


def test_rejected_line_names_file_and_line() -> None:
    reject = RejectedInput(localizable("why-status", status="404"), source="a.jsonl", line=3)
    assert (reject.location, str(reject)) == ("a.jsonl:3", "a.jsonl:3: why-status status=404")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (RejectedInput(localizable("why-no-words"), source="a"), localizable("why-no-words")),
        (StoreError("the database refused"), localizable("why-said", words="the database refused")),
        (OSError("disk full"), localizable("why-said", words="disk full")),
        (KeyError("x"), localizable("why-bug", error="KeyError")),
    ],
)
def test_every_error_has_a_localizable_reason(error: Exception, why: Localizable) -> None:
    assert reason_of(error) == why
