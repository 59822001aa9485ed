"""Logs: event first, then key=value; tokens never, question texts never."""

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# Addresses have it right behind "bot", so no word begins there.
_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")
# What ends a line, moves a terminal's cursor or turns the direction of reading around.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_NOISY = ("httpx", "httpcore", "apscheduler", "uvicorn", "alembic", "matplotlib")
# What they say in detail holds what people write: whole updates, the values of statements.
_WORDY = ("telegram", "aiosqlite")
# Say nothing but that they could not parse something, and print it whole; our own lines tell of it.
_TELLTALE = ("telegram.Bot", "telegram.ext.ExtBot", "telegram.request.BaseRequest")


def configure_logs(level: str, *, as_json: bool = False) -> None:
    """Send all logs, ours and the libraries', to standard error in one form, tokens blacked out.

    Args:
        level: "debug", "info", "warning" or "error"; libraries stay at warning unless it is "debug", and
            never tell what people write.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    shown: Processor = (
        structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    )
    last = [shown] if as_json else [_in_its_line, shown]
    steps: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _redact,
        _in_order,
    ]
    structlog.configure(
        processors=[*steps, *last],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[meta, *last], foreign_pre_chain=[structlog.stdlib.add_logger_name, *steps]
        )
    )
    logging.basicConfig(level=number, handlers=[handler], force=True)
    for name in _NOISY:
        logging.getLogger(name).setLevel(number if number <= logging.DEBUG else max(number, logging.WARNING))
    for name in _WORDY:
        logging.getLogger(name).setLevel(max(number, logging.WARNING))
    for name in _TELLTALE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def redact(text: str) -> str:
    """Return text with everything that looks like a bot token blacked out."""
    return _TOKEN.sub("<token>", text)


def _in_order(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    first = {each: event.pop(each) for each in ("timestamp", "level", "event") if each in event}
    return {**first, **event}


def _redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}


def _in_its_line(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Keep what others wrote from looking like a line of its own, or like something else."""
    plain = {key: escaped(value) if isinstance(value, str) else value for key, value in event.items()}
    if isinstance(trace := event.get("exception"), str):
        plain["exception"] = "\n".join(f"    {escaped(line)}" for line in trace.split("\n"))
    return plain


def escaped(text: str) -> str:
    """Return text with what can't be seen written as Python writes it."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
