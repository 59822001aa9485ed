"""Measures how fast, evenly and fairly messages are delivered over HTTP to the miniature Telegram."""

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bot.alerts.alert import AlertDraft
from bot.app.runtime.application import Address
from bot.app.runtime.delivery import run_delivery
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.delivery.outbox import OutboxState
from bot.delivery.rate_limits import UNLIMITED, Limits, RateLimiter
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind

FAST, PACED, HELD = 1_500, 300, 60
ALLOWED_PER_S = 30
STORM = "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers said the tomatoes were lost."
Show = Callable[[dict[str, object]], None]
Sent = list[tuple[int, float]]
"""Chat and time of each message that the server accepted, in order."""


@dataclass(frozen=True)
class Trial:
    """One delivery run.

    Args:
        chats: Chats that get one message each.
        limits: None for Telegram's.
        flood: Whether the server enforces Telegram's limits.
        held: A chat that the server rate-limits for an hour; None for none.
        database_url: None for a new SQLite file.
    """

    chats: int
    limits: Limits | None = None
    flood: bool = False
    held: int | None = None
    database_url: str | None = None


def delivery_rows(folder: Path, show: Show) -> None:
    """Measure delivery without and with rate limits, and with one chat blocked for an hour."""
    sent, _ = run(Trial(FAST, UNLIMITED), folder / "fast")
    show({"what": "deliver, pacing off (loopback)", "bar": ">= 150/s", **_figures(sent)})
    sent, refused = run(Trial(PACED, flood=True), folder / "paced")
    used = _figures(sent)["per_s"] / ALLOWED_PER_S
    show(
        {
            "what": "deliver, pacing on",
            "bar": ">= 95 % of 30/s, never above",
            "note": f"{used:.1%} of the allowed rate, at most {_most_in_a_second(sent)} in any second, "
            f"{refused} refused",
            **_figures(sent),
        }
    )
    sent, refused = run(Trial(HELD, flood=True, held=1), folder / "held")
    show(
        {
            "what": "deliver, one chat held back for an hour",
            "bar": "no other delayed",
            "note": f"{len(sent)} of {HELD - 1} others notified, {refused} refused",
            **_figures(sent),
        }
    )


def run(trial: Trial, folder: Path) -> tuple[Sent, int]:
    """Return what the server accepted, and how many requests it rejected with a 429."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=_serve, args=(trial, theirs))
    server.start()
    try:
        asyncio.run(_deliver(trial, folder, Address(*ours.recv())))
        ours.send("report")
        result: tuple[Sent, int] = ours.recv()
        return result
    finally:
        ours.close()
        server.join(10)


def _serve(trial: Trial, pipe: Connection) -> None:
    asyncio.run(_serve_until_asked(trial, pipe))


async def _serve_until_asked(trial: Trial, pipe: Connection) -> None:
    async with PreviewServer() as server:
        state = server.state
        people = [state.add_person(f"Ada{n}") for n in range(trial.chats)]
        for person in people:
            person.started = True
        state.flood.on = trial.flood
        if trial.held is not None:
            fault = Fault(FaultKind.FLOOD, chat_id=people[trial.held - 1].id, times=10**6, seconds=3_600)
            state.faults.add(fault)
        pipe.send((server.url, server.token))
        await asyncio.to_thread(pipe.poll, None)
        calls = [call for call in state.calls if call["method"] == "sendmessage"]
        accepted = {chat.id for chat in state.chats.values() if chat.messages}
        sent = [(int(call["params"]["chat_id"]), call["at"]) for call in calls]
        pipe.send(([(chat, at) for chat, at in sent if chat in accepted], len(sent) - len(accepted)))


async def _deliver(trial: Trial, folder: Path, address: Address) -> None:
    (folder / "corpus").mkdir(parents=True)
    values = {"corpus": folder / "corpus", "data": folder / "data", "database_url": trial.database_url}
    settings = Settings(_env_file=None, **values)  # type: ignore[call-arg, arg-type]
    async with _app_with_matches(settings, trial) as app:
        expected = trial.chats - (trial.held is not None)
        async with run_delivery(app.services, address, RateLimiter(trial.limits)):
            deadline = time.monotonic() + 120
            while time.monotonic() < deadline:
                counts = await app.services.delivery.outbox.counts()
                if counts.get(OutboxState.SENT, 0) >= expected:
                    break
                await asyncio.sleep(0.1)


@asynccontextmanager
async def _app_with_matches(settings: Settings, trial: Trial) -> AsyncIterator[App]:
    """Open an app in which one story has matched an alert of every chat."""
    async with open_app(settings) as app:
        saved_at = datetime.now(UTC) - timedelta(minutes=1)
        for chat in range(1_001, 1_001 + trial.chats):
            draft = AlertDraft(chat, None, chat, "hailstorm", saved_at)
            await app.services.alerts.store.add(draft)
        published = datetime.now(UTC).isoformat()
        await app.pipeline.ingest([RawArticle(STORM, "storm", title="Hail", published=published)])
        yield app


def _figures(sent: Sent) -> dict[str, Any]:
    moments = sorted(at for _, at in sent)
    gaps = np.diff(moments) * 1000
    return {
        "alerts": len(sent),
        "per_s": (len(moments) - 1) / (moments[-1] - moments[0]),
        "median_ms": float(median(gaps)),
        "p99_ms": float(np.quantile(gaps, 0.99)),
    }


def _most_in_a_second(sent: Sent) -> int:
    moments = np.array(sorted(at for _, at in sent))
    return int((np.searchsorted(moments, moments + 1.0, side="left") - np.arange(len(moments))).max())
