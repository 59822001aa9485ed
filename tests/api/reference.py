"""The page docs/reference/api.md, from the OpenAPI document: `python -m tests.api.reference` writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from bot.api.endpoints import ENDPOINTS
from bot.api.openapi import openapi

PAGE = Path(__file__).parents[2] / "docs/reference/api.md"
HEAD = """\
# HTTP API

Generated from the OpenAPI document, which newsbot serves at `/openapi.json`. How to turn the API on, tokens,
rates, feeds and story pages: [docs/api.md](../api.md).

Every answer is JSON. An error is `application/problem+json`
([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with `status`, `title`, `detail` and `request_id`:

| status | |
|---|---|
| 400 | a parameter is not accepted; `parameters` says which and why |
| 401 | no valid token |
| 404 | not in the corpus (any more) |
| 410 | withdrawn by its outlet |
| 422 | the question is not understood; `position` is the place of a mistake |
| 429 | too many requests; `Retry-After` says for how many seconds |
| 503 | not available right now |

The examples work with the sample articles.
"""


def page() -> str:
    """Return the page."""
    document = openapi(ENDPOINTS)
    schemas = document["components"]["schemas"]
    parts = [HEAD, "## Requests\n"]
    for path, methods in document["paths"].items():
        parts.append(_operation(path, methods["get"]))
    parts.append("## Answers\n")
    parts += [_schema(name, schema) for name, schema in schemas.items()]
    return "\n".join(parts)


def request_line(path: str, operation: dict[str, Any]) -> str:
    """Return the path and query of an operation's example."""
    examples = {p["name"]: (p["in"], p["example"]) for p in operation["parameters"] if "example" in p}
    for name, (place, value) in examples.items():
        if place == "path":
            path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    query = urlencode({name: value for name, (place, value) in examples.items() if place == "query"})
    return f"{path}?{query}" if query else path


def _operation(path: str, operation: dict[str, Any]) -> str:
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    rows = [
        _row(p["name"], p["schema"], p.get("description", ""), p["required"]) for p in operation["parameters"]
    ]
    table = "\n".join(["| parameter | type | |", "|---|---|---|", *rows])
    return (
        f"### `GET {path}`\n\n{operation['summary']}. Returns {_type(answer)}.\n\n{table}\n\n"
        f"```\nGET {request_line(path, operation)}\n```\n"
    )


def _row(name: str, schema: dict[str, Any], description: str, required: bool) -> str:
    words = [description.rstrip(".")] if description else []
    words += ["required"] if required else []
    words += [f"default {schema['default']!r}"] if schema.get("default") not in (None, "") else []
    return f"| `{name}` | {_type(schema)} | {'; '.join(words)} |"


def _schema(name: str, schema: dict[str, Any]) -> str:
    rows = [
        f"| `{field}` | {_type(part)} | {part.get('description', '')} |"
        for field, part in schema["properties"].items()
    ]
    table = "\n".join(["| field | type | |", "|---|---|---|", *rows])
    return f"### {name}\n\n{schema['description']}\n\n{table}\n"


def _type(schema: dict[str, Any]) -> str:
    """Return a schema's type in words: "list of Sentence, or null"."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema["type"] == "array":
        return f"list of {_type(schema['items'])}"
    return schema.get("format", schema["type"]) + "".join(_limits(schema))


def _limits(schema: dict[str, Any]) -> Iterator[str]:
    if "maxLength" in schema:
        yield f", {schema.get('minLength', 0)} to {schema['maxLength']:,} characters"
    if "maximum" in schema:
        yield f", {schema['minimum']} to {schema['maximum']:,}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
