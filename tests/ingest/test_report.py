"""What a read came to, however much of it was wrong."""

from bot.errors import RejectedInput, localizable
from bot.ingest.report import MOST_LISTED, IngestReport


def rejects(count: int) -> IngestReport:
    return IngestReport(
        rejected=tuple(RejectedInput(localizable("why-no-words"), source="a.jsonl") for _ in range(count))
    )


def test_the_first_rejects_are_listed_and_all_are_counted() -> None:
    total = rejects(MOST_LISTED - 1) + rejects(3) + rejects(4)
    assert (len(total.rejected), total.unlisted, total.rejections) == (MOST_LISTED, 6, MOST_LISTED + 6)
    assert (total + IngestReport(added=2)).read == MOST_LISTED + 8
