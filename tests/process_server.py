"""Runs modules in processes of their own that need not import the program: forks of one that has.

    python -m tests.process_server FD

It accepts connections on the socket FD until the end of its input. Each message on one is a module with its
arguments, environment and folder. Three file descriptors come along: standard output, standard error, and one
that gets the process's id and, later, its exit code.
Importing the program takes two seconds of processor time, forking it ten milliseconds.
"""

import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import sys
from datetime import UTC, datetime
from functools import cache
from typing import Any

PROGRAM = (
    *(f"bot.app.cli.{name}" for name in ("main", "ask", "backup", "doctor", "feeds", "ingest")),
    *("bot.app.runtime.run", "bot.trends.charts.timeline_chart", "bot.trends.charts.trend_chart"),
    *("bot.corpus.readers.feed_parser", "bot.corpus.web.fetcher", "bot.storage.migrations.run"),
)


@cache
def _load() -> None:
    """Import what processes need and load what they would load: texts, language models, rules of analysis."""
    for name in PROGRAM:
        importlib.import_module(name)
    from bot.corpus.analysis.build import build_article
    from bot.corpus.raw import RawArticle
    from handlers.texts import LANGUAGES, texts_for

    for language in LANGUAGES:
        texts_for(language)
    text = (
        "Ferry aground\n\nThe ferry ran aground on Monday, Reuters reported. Nobody was hurt, said the mayor."
    )
    build_article(RawArticle(source="a.txt", text=text), now=datetime.now(UTC))
    gc.freeze()


def serve(listener: socket.socket) -> dict[str, Any] | None:
    """Fork a process per message: return the message in that process, None in this one at the end."""
    connections: list[socket.socket] = []
    while sys.stdin not in (ready := select.select([listener, sys.stdin, *connections], [], [])[0]):
        if listener in ready:
            connections.append(listener.accept()[0])
        for connection in [connection for connection in connections if connection in ready]:
            message, outputs, *_ = socket.recv_fds(connection, 1 << 20, 3)
            if not message:
                connections.remove(connection)
                connection.close()
            elif _forked(outputs):
                for inherited in (listener, *connections):
                    inherited.close()
                return json.loads(message)
    return None


def _forked(descriptors: list[int]) -> bool:
    """Fork: return True in the new process, which has these outputs and no input, and False in this one."""
    _load()
    *outputs, status = descriptors
    forked = os.fork() == 0 and _fork_and_wait(status)
    if forked:
        descriptors.append(nothing := os.open(os.devnull, os.O_RDONLY))
        for number, descriptor in enumerate((nothing, *outputs)):
            os.dup2(descriptor, number)
    for descriptor in descriptors:
        os.close(descriptor)
    return forked


def _fork_and_wait(status: int) -> bool:
    """Fork again: return True in the new process; here, wait for it, report its exit code and end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if not (process := os.fork()):
        return True
    os.write(status, f"{process}\n".encode())
    _, ended = os.waitpid(process, 0)
    os.write(status, f"{os.waitstatus_to_exitcode(ended)}\n".encode())
    os._exit(0)


def main() -> None:
    """Serve; in a process that was asked for, run the module."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the waiting processes are reaped by the kernel
    signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs ignore it
    asked = serve(socket.socket(fileno=int(sys.argv[1])))
    if asked is None:
        return
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv[1:] = asked["arguments"]
    runpy.run_module(asked["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
