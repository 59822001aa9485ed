"""Starts modules of the program in their own processes, quickly (`tests.process_server`)."""

import asyncio
import atexit
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ADDRESS = "TEST_PROCESSES"
"""The environment variable with the address of the process server, for every worker."""


@dataclass
class Process:
    """A running process, as `asyncio.subprocess.Process` is one."""

    pid: int
    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader
    _status: asyncio.StreamReader
    returncode: int | None = None

    async def wait(self) -> int:
        """Return its exit code once it has ended, or minus the signal that ended it."""
        if self.returncode is None:
            self.returncode = int(await self._status.readline())
        return self.returncode

    async def communicate(self) -> tuple[bytes, bytes]:
        """Return the rest of its output and errors once it has ended."""
        out, err, _ = await asyncio.gather(self.stdout.read(), self.stderr.read(), self.wait())
        return out, err

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it has ended."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


async def start(
    module: str, *arguments: str, environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> Process:
    """Run a module as `python -m` does, with pipes for its output."""
    readers, writers = zip(*(os.pipe() for _ in range(3)), strict=True)
    message = {
        "module": module,
        "arguments": arguments,
        "environment": dict(environment if environment is not None else os.environ),
        "folder": str(folder),
    }
    socket.send_fds(_server(), [json.dumps(message).encode()], writers)
    for descriptor in writers:
        os.close(descriptor)
    stdout, stderr, status = [await _reader(reader) for reader in readers]
    return Process(int(await status.readline()), stdout, stderr, status)


async def _reader(descriptor: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    pipe = os.fdopen(descriptor, "rb", buffering=0)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader


@cache
def _server() -> socket.socket:
    """Return a connection to the process server."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    connection.connect(os.environ[ADDRESS])
    atexit.register(connection.close)
    return connection


def start_server() -> None:
    """Start the process server, which ends when this process does."""
    folder = tempfile.mkdtemp(prefix="newsbot-processes-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ[ADDRESS] = f"{folder}/socket"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(os.environ[ADDRESS])
        listener.listen()
        command = [sys.executable, "-m", "tests.process_server", str(listener.fileno())]
        server = subprocess.Popen(command, cwd=ROOT, pass_fds=[listener.fileno()], stdin=subprocess.PIPE)

    def end() -> None:
        server.communicate()  # the server ends at the end of its input

    atexit.register(end)
