"""Run the benchmarks that need no data from elsewhere, at sizes that take minutes; or say which there are.

    python -m benchmarks [--list] [--plot] [NAME ...]

Small sizes show that everything works and catch what became much slower. For figures to publish run each by
itself, at its own sizes: `python -m benchmarks.NAME --help`.
"""

import argparse
import ast
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.plot import plot

FOLDER = Path(__file__).parent
SMALL = {
    "start": "--runs 1",
    "words": "--stored 5000 --articles 100 --answers 100",
    "pictures": "--pictures 3",
    "ingest": "--articles 1000 --more 300 --no-feeds",
    "ingest_file": "--articles 1000 --every 500",
    "ingest_feeds": "--feeds 100 --hosts 20",
    "alerts": "--alerts 10000",
    "speed": "--articles 2000",
    "questions": "--articles 2000",
    "analysis": "--articles 300",
    "operation": "500",
    "sisters": "--articles 2000",
    "api": "--articles 2000 --questions 100",
    "soak": "--minutes 0.3 --people 20",
}
"""Benchmarks that make their own data, in the order they run, with what makes them short."""
ON_FILES = (
    "asks",
    "known_items",
    "retrieval",
    "provenance",
    "quotes",
    "sentences",
    "summaries",
    "stories",
    "differences",
)
"""Benchmarks that read a file or collection you name."""
ON_A_CLUSTER = ("cluster", "cluster_bots", "agreement")
"""Benchmarks that need what tests/with_opensearch starts."""


def main() -> int:
    """List or run; return how many failed."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="run these only")
    parser.add_argument("--list", action="store_true", help="say which there are, run none")
    parser.add_argument(
        "--plot", action="store_true", help="update docs/performance.md from benchmarks/results"
    )
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in SMALL]:
        parser.error(f"{', '.join(unknown)}: not one of {', '.join(SMALL)}; others want a file, see --list")
    if given.plot:
        plot()
        return 0
    if given.list:
        _list()
        return 0
    failed = [name for name in given.names or SMALL if not _passes(name)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return len(failed)


def _list() -> None:
    print("Run by `python -m benchmarks`, small:")
    for name, sizes in SMALL.items():
        print(f"  {f'{name} {sizes}':<54}{_purpose(name)}")
    print("On a file or collection of yours, `python -m benchmarks.NAME --help` says in which form:")
    for name in ON_FILES:
        print(f"  {name:<54}{_purpose(name)}")
    print("On a cluster, with tests/with_opensearch:")
    for name in ON_A_CLUSTER:
        print(f"  {name:<54}{_purpose(name)}")


def _purpose(name: str) -> str:
    """The first line of a benchmark's docstring, without importing it."""
    text = ast.get_docstring(ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0]


def _passes(name: str) -> bool:
    print(f"\n== {name}: {_purpose(name)}", flush=True)
    began = time.perf_counter()
    command = [sys.executable, "-m", f"benchmarks.{name}", *SMALL[name].split()]
    code = subprocess.run(command, cwd=FOLDER.parent).returncode
    print(
        f"== {name}: {f'failed, exit code {code}' if code else 'done'}, {time.perf_counter() - began:.0f} s"
    )
    return code == 0


if __name__ == "__main__":
    sys.exit(main())
