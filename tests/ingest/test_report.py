"""Counts of an ingest run, with many rejects."""

from bot.errors import RejectedInput, localizable
from bot.ingest.report import MAX_LISTED, IngestReport


def rejects(count: int) -> IngestReport:
    return IngestReport(
        rejected=tuple(RejectedInput(localizable("why-no-words"), source="a.jsonl") for _ in range(count))
    )


def test_first_rejects_are_listed_and_all_are_counted() -> None:
    total = rejects(MAX_LISTED - 1) + rejects(3) + rejects(4)
    assert (len(total.rejected), total.unlisted, total.rejections) == (MAX_LISTED, 6, MAX_LISTED + 6)
    assert (total + IngestReport(added=2)).read == MAX_LISTED + 8
