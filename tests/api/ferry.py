"""Invented articles on one event, whose outlets differ, and one with marks that HTML and XML need escaped."""

from typing import Any

_LEAD = (
    "A ferry sank off Port Oss on Friday night in a storm. {} Divers of the coast guard searched the bay for "
    "survivors until dawn. The harbour master of Oss closed the port. {}"
)


def ferry(number: int, publisher: str, toll: str, end: str, **fields: Any) -> dict[str, Any]:
    """Return an article, published `number` hours after eight."""
    usual = {
        "id": f"ferry-{number}",
        "title": "Ferry sinks off Port Oss",
        "text": _LEAD.format(toll, end),
        "publisher": publisher,
        "url": f"https://{publisher.split()[-1].lower()}.example/ferry",
        "published_at": f"2026-11-20T{8 + number:02}:00:00Z",
        "language": "en",
    }
    return usual | fields


FERRIES = [
    ferry(1, "The Oss Ledger", "Four people were killed.", "Relatives waited at the quay with blankets."),
    ferry(
        2, "Harlow Courier", "The accident killed three people.", "The owner of the boat gave no interviews."
    ),
    ferry(3, "Kestrel Wire", "4 people died in the cold water.", "Fishermen heard cries and sent boats."),
]
HOSTILE = ferry(
    4,
    'Evil "Post" <b>',
    "Five people were killed.",
    'The sign on the boat read </p><script>alert("x & y")</script> in large letters.',
    title='Ferry <script>alert(1)</script> & "more" sinks off Port Oss',
    url="javascript:alert(1)",
)
