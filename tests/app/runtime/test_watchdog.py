"""The watchdog: silent while the loop goes round, loud when it is stuck, its end when it stays so."""

import asyncio
import os
import socket
import sys
import textwrap
import time
from pathlib import Path

import pytest

from bot.app.runtime.watchdog import EXIT_STUCK, HEARTBEAT_S, sd_notify, watch_event_loop
from tests.profiles import PATIENCE_S

ROOT = Path(__file__).parents[3]


async def test_running_loop_is_left_alone_and_its_lag_recorded() -> None:
    lags: list[float] = []
    ended: list[int] = []
    async with watch_event_loop(
        lags.append, warn_after_s=PATIENCE_S, exit_after_s=PATIENCE_S, exit_process=ended.append
    ):
        await asyncio.sleep(HEARTBEAT_S * 2.5)
    assert ended == []
    assert lags
    assert min(lags) >= 0


async def test_stuck_loop_is_logged_with_its_location_then_exits(capsys: pytest.CaptureFixture[str]) -> None:
    ended: list[int] = []
    async with watch_event_loop(
        lambda _: None, warn_after_s=0.1, exit_after_s=0.3, exit_process=ended.append
    ):
        await asyncio.sleep(0)
        stop_at = time.monotonic() + PATIENCE_S
        while not ended and time.monotonic() < stop_at:
            time.sleep(0.05)  # noqa: ASYNC251  (this is the fault)
    assert ended == [EXIT_STUCK]
    logs = capsys.readouterr().out
    assert "loop_stuck" in logs
    assert "test_stuck_loop_is_logged" in logs


@pytest.mark.parametrize(
    "stuck", ["time.sleep(60)", "re.match('(a+)+$', 'a' * 64 + 'b')"], ids=["in Python", "in C"]
)
async def test_process_with_a_stuck_loop_exits_with_its_own_code(stuck: str) -> None:
    script = """
        import asyncio, re, time
        from bot.app.runtime.watchdog import watch_event_loop

        async def main():
            async with watch_event_loop(lambda _: None, warn_after_s=0.1, exit_after_s=0.3):
                await asyncio.sleep(0)
                STUCK

        asyncio.run(main())
    """.replace("STUCK", stuck)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", textwrap.dedent(script)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), timeout=PATIENCE_S)
    assert process.returncode == EXIT_STUCK
    assert b"loop_stuck_ending" in out or b"in main" in err, "the log says where"


def test_systemd_is_notified_on_its_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    sd_notify("READY=1")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(os.fspath(tmp_path / "s"))
        monkeypatch.setenv("NOTIFY_SOCKET", os.fspath(tmp_path / "s"))
        sd_notify("READY=1")
        assert channel.recv(100) == b"READY=1"
    sd_notify("WATCHDOG=1")
