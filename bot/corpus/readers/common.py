"""Helpers that several readers share."""

from pathlib import PurePosixPath
from typing import IO

from pydantic import ValidationError

from bot.errors import Localizable, RejectedInput, localizable


def read_limited(file: IO[bytes], source: str, max_bytes: int) -> bytes | RejectedInput:
    """Return a file's content, or a rejection when it exceeds the limit."""
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        return RejectedInput(localizable("why-large", megabytes=f"{max_bytes / 1e6:g}"), source=source)
    return data


def has_letters(text: str) -> bool:
    """Return whether a text contains at least one letter."""
    return any(character.isalpha() for character in text)


def is_sample(source: str) -> bool:
    """Return whether a file's name marks an invented article: `*.sample.txt`, `*.sample.html.gz`."""
    return ".sample." in PurePosixPath(source).name


def validation_reason(error: ValidationError) -> Localizable:
    """Return the first problem of an invalid record."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, first["loc"]))
    if not field:
        return localizable("why-record")
    if first["type"] == "missing":
        return localizable("why-field-missing", field=field)
    return localizable("why-field", field=field, words=first["msg"])
