"""Coverage-guided fuzzing until a case fails or the time is up; needs atheris (`make fuzz`).

    python -m tests.fuzz                                # every target in turn, a minute each
    python -m tests.fuzz query -max_total_time=600      # one; further options are libFuzzer's

The corpus stays in .fuzz/TARGET for the next run. A failing case is written to found/TARGET, where the
ordinary tests replay it: fix the fault, name the file after it, and commit it. Cases of `updates` are
choices of hypothesis, which mean something else in its next version: write a test for them.
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

CORPORA = Path(__file__).parents[2] / ".fuzz"
UPDATES = "updates"
MINUTE = ["-max_total_time=60"]


def updates() -> Callable[[bytes], object]:
    """Return a function that turns bytes into updates and has the bot handle them."""
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
    """Fuzz one target here, or each in its own process; return how many failed."""
    if len(sys.argv) == 1:
        command = [sys.executable, "-m", "tests.fuzz"]
        return sum(
            subprocess.run([*command, target, *MINUTE]).returncode != 0 for target in (*TARGETS, UPDATES)
        )
    name, options = sys.argv[1], sys.argv[2:]
    if name not in (*TARGETS, UPDATES):
        sys.exit(f"{name}: not one of {', '.join((*TARGETS, UPDATES))}")
    corpus, found = CORPORA / name, FOUND / name if name in TARGETS else CORPORA / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    given = [f"-artifact_prefix={found}/", "-timeout=30", "-rss_limit_mb=4096", *options, str(corpus)]
    known = [str(found)] if name in TARGETS else []
    atheris.Setup([sys.argv[0], *given, *known], TARGETS[name] if name in TARGETS else updates())
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
