"""Checks the parameters of requests against the Bot API's specification.

Telegram ignores what it doesn't know, so a misspelt parameter has no effect and nobody notices. The preview
refuses it. `scripts/bot_api.py` writes the file with the specification.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bot.preview.telegram.api_error import ApiError, bad_request
from bot.preview.telegram.model import Json

FILE = Path(__file__).parent / "specification.json"
_ARRAY = "Array of "
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SCALARS: Mapping[str, tuple[type, ...]] = {
    "String": (str,),
    "Integer": (int,),
    "Float": (int, float),
    "Boolean": (bool,),
}


@cache
def specification() -> Mapping[str, Any]:
    """Return `bot_api` (a version), `methods` and `types`: fields by name, with `types` and `required`."""
    content: Json = json.loads(FILE.read_text())
    content["methods"] = {name.lower(): fields for name, fields in content["methods"].items()}
    return content


def check_request(method: str, params: Json) -> None:
    """Check a request's parameters.

    Args:
        method: In lower case.

    Raises:
        ApiError: A parameter is unknown or of another type, or a required one is missing.
    """
    _check_fields(method, specification()["methods"][method], params, is_form=True)


def _check_fields(where: str, fields: Json, values: Json, *, is_form: bool = False) -> None:
    for name, value in values.items():
        if name not in fields:
            raise bad_request(f"{where} has no parameter {name}")
        _check_value(f"{where}.{name}", fields[name]["types"], value, is_form=is_form)
    missing = [name for name, field in fields.items() if field.get("required") and name not in values]
    if missing:
        raise bad_request(f"{where} needs {', '.join(missing)}")


def _check_value(where: str, kinds: Sequence[str], value: Any, *, is_form: bool = False) -> None:
    refusals = []
    for kind in kinds:
        try:
            _check_kind(where, kind, value, is_form=is_form)
        except ApiError as error:
            refusals.append(error)
        else:
            return
    raise refusals[0] if len(refusals) == 1 else bad_request(f"{where} has to be {' or '.join(kinds)}")


def _check_kind(where: str, kind: str, value: Any, *, is_form: bool) -> None:
    if kind.startswith(_ARRAY) and isinstance(value, list):
        for number, item in enumerate(value):
            _check_value(f"{where}[{number}]", [kind.removeprefix(_ARRAY)], item)
    elif (fields := specification()["types"].get(kind)) is not None and isinstance(value, dict):
        _check_fields(kind, fields, value)
    elif not (_is_scalar(kind, value) or (is_form and _is_written(kind, value))):
        raise bad_request(f"{where} has to be {kind}")


def _is_scalar(kind: str, value: Any) -> bool:
    """Return whether a value is of a scalar kind; an uploaded file is a name with bytes."""
    if kind == "InputFile":
        return isinstance(value, tuple)
    kinds = _SCALARS.get(kind, ())
    return isinstance(value, kinds) and (kind == "Boolean" or not isinstance(value, bool))


def _is_written(kind: str, value: Any) -> bool:
    """Return whether a form's text is a number."""
    if not isinstance(value, str):
        return False
    return kind in ("Integer", "Float") and _NUMBER.fullmatch(value) is not None
