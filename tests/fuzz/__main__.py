"""Fuzz with coverage as the guide, until a case is found or the time is up; needs atheris (`make fuzz`).

    python -m tests.fuzz                                # every target in turn, a minute each
    python -m tests.fuzz query -max_total_time=600      # one; further options are libFuzzer's

What it learnt stays in .fuzz/TARGET for the next time. A case that fails is written to found/TARGET, where
the ordinary tests replay it: mend the fault, give the file a name that says what it was, and commit it. Cases
of `updates` are choices of hypothesis, which mean something else to its next version: write a test of them.
"""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import atheris
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

with atheris.instrument_imports(include=["bot", "handlers"]):
    from tests.fuzz.bot import started
    from tests.fuzz.targets import FOUND, TARGETS
    from tests.fuzz.updates import Town, happen

LEARNT = Path(__file__).parents[2] / ".fuzz"
UPDATES = "updates"
MINUTE = ["-max_total_time=60"]


def updates() -> Callable[[bytes], object]:
    """Return what lets a town do what bytes say, the bot answering it."""
    runner, stack = asyncio.Runner(), AsyncExitStack()
    bot = runner.run(started(stack, Path(tempfile.mkdtemp())))

    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(draw=st.data(), count=st.integers(1, 12))
    def happens(draw: st.DataObject, count: int) -> None:
        bot.faults.clear()
        town = Town.founded(bot.state)
        for _ in range(count):
            happen(town, draw)
            runner.run(bot.work())
        assert not bot.faults

    return happens.hypothesis.fuzz_one_input  # type: ignore[attr-defined]


def main() -> int:
    """Fuzz one target here, or each in a process of its own; return how many found something."""
    if len(sys.argv) == 1:
        command = [sys.executable, "-m", "tests.fuzz"]
        return sum(subprocess.run([*command, each, *MINUTE]).returncode != 0 for each in (*TARGETS, UPDATES))
    name, options = sys.argv[1], sys.argv[2:]
    if name not in (*TARGETS, UPDATES):
        sys.exit(f"{name}: not one of {', '.join((*TARGETS, UPDATES))}")
    learnt, found = LEARNT / name, FOUND / name if name in TARGETS else LEARNT / "found"
    for folder in (learnt, found):
        folder.mkdir(parents=True, exist_ok=True)
    given = [f"-artifact_prefix={found}/", "-timeout=30", "-rss_limit_mb=4096", *options, str(learnt)]
    known = [str(found)] if name in TARGETS else []
    atheris.Setup([sys.argv[0], *given, *known], TARGETS[name] if name in TARGETS else updates())
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
