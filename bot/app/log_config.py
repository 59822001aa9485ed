"""Logs: event first, then key=value; never tokens, never what people ask."""

import logging
import re
import sys
from collections.abc import Sequence

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# No word boundary: in URLs the token follows "bot" directly.
_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")
# Characters that end a line, move the cursor or change the writing direction.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_NOISY = ("httpx", "httpcore", "apscheduler", "uvicorn", "alembic", "matplotlib")
# Their debug logs contain what people write: whole updates, values of statements.
_LOGS_CONTENT = ("telegram", "aiosqlite")
# They log what people write even in warnings; this program logs their errors itself.
_ALWAYS_LOGS_CONTENT = (
    *("telegram.Bot", "telegram.ext.ExtBot", "telegram.request.BaseRequest"),
    *("opensearch", "opensearchpy", "opensearchpy.trace", "opensearchpy.helpers"),
)


def configure_logs(level: str, *, as_json: bool = False) -> None:
    """Send all logs, those of libraries included, to standard error in one format, with tokens redacted.

    Args:
        level: "debug", "info", "warning" or "error"; libraries stay at warning unless it is "debug", and
            never log what people write.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    renderer: list[Processor] = (
        [structlog.processors.JSONRenderer()]
        if as_json
        else [_escape_event, structlog.dev.ConsoleRenderer(colors=False)]
    )
    structlog.configure(
        processors=[*_PROCESSORS, *renderer],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    _configure_libraries(number, renderer)


def _configure_libraries(level: int, renderer: Sequence[Processor]) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderer],
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_PROCESSORS],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    at_least_warning = max(level, logging.WARNING)
    for name in _NOISY:
        logging.getLogger(name).setLevel(level if level <= logging.DEBUG else at_least_warning)
    for name in _LOGS_CONTENT:
        logging.getLogger(name).setLevel(at_least_warning)
    for name in _ALWAYS_LOGS_CONTENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def redact(text: str) -> str:
    """Return text with everything that looks like a bot token redacted."""
    return _TOKEN.sub("<token>", text)


def _order_keys(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    first = {key: event.pop(key) for key in ("timestamp", "level", "event") if key in event}
    return {**first, **event}


def _redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}


def _escape_event(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Escape values, so that foreign text can't look like another log line."""
    plain = {key: escape_controls(value) if isinstance(value, str) else value for key, value in event.items()}
    if isinstance(trace := event.get("exception"), str):
        plain["exception"] = "\n".join(f"    {escape_controls(line)}" for line in trace.split("\n"))
    return plain


def escape_controls(text: str) -> str:
    """Return text with invisible characters as Python escapes."""
    return _CONTROLS.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


_PROCESSORS: tuple[Processor, ...] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    _redact,
    _order_keys,
)
