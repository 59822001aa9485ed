"""A story is breaking when three independent origins reported it within an hour, not long ago."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.delivery.story_updates import is_breaking

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
REPORTS = (
    "The night ferry ran aground off Malmen shortly before dawn with many aboard.",
    "Coastguards took all passengers from a stranded ship near the old lighthouse.",
    "Fog and a broken radar led the vessel onto the rocks, a harbour master believes.",
)


def report(number: int, minutes: float | None, *, agency: str = "") -> Article:
    at = None if minutes is None else NOON + timedelta(minutes=minutes)
    publisher = Hop(f"Outlet {number}", Certainty.STATED)
    original = (Hop(agency, Certainty.STATED),) if agency else ()
    return Article(
        ArticleId(f"a{number}"),
        f"Report {number}",
        REPORTS[number],
        published_at=at,
        provenance=Provenance(publisher, original, ()),
    )


@pytest.mark.parametrize(
    ("minutes", "breaking"),
    [
        ((0, 20, 60), True),
        ((60, 0, 30), True),
        ((0, 20, 61), False),
        ((0, 20, None), False),
        ((-200, 20, 60), False),
    ],
)
def test_breaking_needs_three_dated_reports_within_an_hour(
    minutes: tuple[float | None, ...], *, breaking: bool
) -> None:
    reports = [report(number, minute) for number, minute in enumerate(minutes)]
    assert is_breaking(reports, now=NOON + timedelta(minutes=65)) is breaking


def test_outlets_that_republish_one_agency_count_as_one_origin() -> None:
    reports = [report(number, number, agency="Lusena Wire") for number in range(3)]
    assert not is_breaking(reports, now=NOON)


def test_story_stays_breaking_for_two_hours() -> None:
    reports = [report(number, number) for number in range(3)]
    assert is_breaking(reports, now=NOON + timedelta(minutes=122))
    assert not is_breaking(reports, now=NOON + timedelta(minutes=123))
