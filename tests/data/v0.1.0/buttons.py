"""Every button that version 0.1.0 can write (see `make.py`)."""

import json
from collections.abc import Iterator
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from sqlite3 import connect

from handlers.texts import LANGUAGES


def callback_data(database: Path) -> Iterator[tuple[str, str]]:
    """Yield kind and data of every button that 0.1.0 can write, as its keyboards make them."""
    views, story, report = _known(database)

    def under(kind: str, *ends: str) -> Iterator[str]:
        return (f"{views[kind][0]}.{end}" for end in ends)

    answer = [*(f"a{number}" for number in range(1, views["answer"][1] + 1))]
    answer += ["p1", "p2", "l", "o1", "o2", "d", "d24", "d168", "d720"]
    kinds = {
        "view": [
            *under("answer", *answer),
            *under("nothing", "w"),
            *under("card", "c1", "m", "s", "b"),
            *under("context", "c1", "c2", "b"),
            *under("outlets", "a1", "a2", "l", "r", "b"),
            *under("report", "b"),
        ],
        "draft": [*under("answer", "n"), *under("draft", "e", "x", "y")],
        "report-reason": under("report", "r1", "r2", "r3"),
        "alert": [f"A.1.{verb}" for verb in "oprmretnhywsdu"],
        "notification": [f"N.1.{verb}" for verb in "ofrmpyxe"],
        "alert-list": ["L.1", "L.2", "L.0"],
        "story": [f"O.{story}"],
        "delete-all-alerts": ["U.n", "U.y"],
        "setting": [f"S.{end}" for end in _settings()],
        "language": [f"T.{code}" for code in (*LANGUAGES, "-")],
        "forget-me": ["F.y"],
        "feed": ["F.1.l", "F.2.l", "F.0.a", "F.0.s", *(f"F.1.{verb}" for verb in "otprxy")],
        "reports": ["R.1.l", "R.2.l", f"R.{report}.o", f"R.{report}.d"],
        "reload": ["G.1.r", "G.1.d", "G.1.u"],
    }
    for kind, texts in kinds.items():
        yield from ((kind, text) for text in texts)


def _settings() -> Iterator[str]:
    yield from ("h0", "z0", "q0", "d0", "b0", "l0", "p0", "x0", "x1")
    yield from (f"r{number}" for number in (0, 1, 2, 3, 4, 99))
    yield from (f"e{hour}" for hour in (6, 7, 8, 9, 12, 18, 20, 21, 99))
    yield from (f"w{day}" for day in range(7))
    yield from (f"m{number}" for number in range(len(LANGUAGES)))


def _known(database: Path) -> tuple[dict[str, tuple[str, int]], str, int]:
    """Return each kind's view with the most articles, the sent message's story, and the open report."""
    views: dict[str, tuple[str, int]] = {}
    with closing(connect(database)) as connection:
        for view_id, text in connection.execute("SELECT id, state FROM views ORDER BY saved_at"):
            state = json.loads(text)
            kind, shown = state["kind"], len(state["shown"])
            kind = "nothing" if kind == "answer" and not shown else kind
            views[kind] = max(views.get(kind, ("", -1)), (view_id, shown), key=itemgetter(1))
        (story,) = connection.execute("SELECT story_id FROM outbox WHERE state = 'sent'").fetchone()
        (report,) = connection.execute("SELECT id FROM reports").fetchone()
    return views, story, report
