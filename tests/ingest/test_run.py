"""The state of an ingest run: expired articles and sources with rejects."""

from datetime import UTC, datetime

import pytest

from bot.corpus.raw import RawArticle
from bot.errors import RejectedInput
from bot.ingest.candidates import RawRecord, analyse, locate
from bot.ingest.dedupe import IngestPlan
from bot.ingest.run import AnalysedBatch, IngestRun

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
CUTOFF = datetime(2026, 10, 1, tzinfo=UTC)
LINE = "The harbour was rebuilt, the mayor said."


@pytest.mark.parametrize(
    ("published", "text", "before", "after"),
    [
        ("2026-09-30T10:00:00+00:00", LINE, True, True),
        ("2026-10-02", LINE, False, False),
        ("2027-09-30", LINE, False, False),
        ("no date at all", LINE, False, False),
        (None, f"Harbour rebuilt\n\n30 September 2026\n\n{LINE}", False, True),
    ],
    ids=["old by its field", "recent", "in the future", "unreadable", "old by its page"],
)
def test_article_whose_date_field_is_expired_needs_no_analysis(
    published: str | None, text: str, before: bool, after: bool
) -> None:
    raw, run = RawArticle(text=text, source="a.txt", published=published), IngestRun(cutoff=CUTOFF)
    record = locate(raw, "")
    assert isinstance(record, RawRecord)
    (candidate,) = analyse([record], NOW)
    assert (run.states_expired_date(raw), run.is_expired(candidate)) == (before, after)
    assert not IngestRun().states_expired_date(raw)


async def test_sources_with_rejects_include_unlisted_ones() -> None:
    run = IngestRun()
    reject = RejectedInput("no text", source="a.jsonl")
    for _ in range(3):
        await run.record(IngestPlan(), AnalysedBatch((), {}, [reject] * 6_000))
    assert (len(run.report.rejected), run.report.rejections) == (10_000, 18_000)
    assert run.sources_with_rejects == {"a.jsonl"}
