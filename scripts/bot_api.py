"""Writes bot/preview/api/specification.json: the parameters of methods, as Telegram documents them.

aiogram generates its classes from that documentation. Nothing else here uses it, so it isn't a dependency:
`uv run --with aiogram python -m scripts.bot_api`, after the miniature Telegram learned a method.
"""

import json
import types
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram
from aiogram import methods
from aiogram.types import InputFile
from pydantic import BaseModel

from bot.preview.api.methods import METHODS
from bot.preview.api.specification import FILE

_SCALARS = {str: "String", int: "Integer", bool: "Boolean", float: "Float"}
_KNOWN = ("InlineQueryResultArticle", "InputTextMessageContent")
"""Of unions with one of these classes, the preview knows no other."""
_LEFT_OUT = "InputRich"
"""Begin of the names of classes that the preview doesn't know."""
_Fields = dict[str, dict[str, Any]]


def specification() -> dict[str, Any]:
    """Return the methods that the preview has, and the types that their parameters lead to."""
    wanted = {*METHODS, "getupdates"}
    found: dict[str, _Fields] = {}
    classes: dict[str, type[BaseModel]] = {}
    for name in methods.__all__:
        method = getattr(methods, name)
        api_method = getattr(method, "__api_method__", None)
        if isinstance(api_method, str) and api_method.lower() in wanted:
            found[api_method] = _fields(method, classes)
    done: dict[str, _Fields] = {}
    while open_ := sorted(classes.keys() - done):
        for name in open_:
            done[name] = _fields(classes[name], classes)
    return {"bot_api": aiogram.__api_version__, "methods": found, "types": done}


def _fields(model: type[BaseModel], classes: dict[str, type[BaseModel]]) -> _Fields:
    fields: _Fields = {}
    for name, field in model.model_fields.items():
        names = sorted(set(_types(field.annotation, classes)))
        is_tag = get_origin(field.annotation) is Literal
        if names:
            fields[field.alias or name] = {"types": names} | (
                {"required": True} if field.is_required() or is_tag else {}
            )
    return fields


def _types(annotation: Any, classes: dict[str, type[BaseModel]]) -> Iterator[str]:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        known = [part for part in parts if getattr(part, "__name__", "") in _KNOWN]
        for part in known or parts:
            yield from _types(part, classes)
    elif origin is Annotated:
        yield from _types(parts[0], classes)
    elif origin is list:
        yield from (f"Array of {name}" for name in _types(parts[0], classes))
    elif origin is Literal:
        yield _SCALARS.get(type(parts[0]), "String")
    elif annotation in _SCALARS:
        yield _SCALARS[annotation]
    elif isinstance(annotation, type) and issubclass(annotation, InputFile):
        yield "InputFile"
    elif getattr(annotation, "__name__", "").startswith(_LEFT_OUT):
        return
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        classes[annotation.__name__] = annotation
        yield annotation.__name__
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        yield "String"
    elif getattr(annotation, "__name__", "") in ("datetime", "timedelta"):
        yield "Integer"


def _lines(content: dict[str, Any]) -> str:
    """Return JSON with a line for each method and type."""
    parts = []
    for part in ("methods", "types"):
        rows = [f"  {json.dumps(name)}: {json.dumps(content[part][name])}" for name in sorted(content[part])]
        parts.append(f' "{part}": {{\n' + ",\n".join(rows) + "\n }")
    return f'{{"bot_api": {json.dumps(content["bot_api"])},\n' + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    FILE.write_text(_lines(specification()))
