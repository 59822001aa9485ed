"""What pydantic has against a record, as a reason that any language can tell."""

from pydantic import ValidationError

from bot.errors import Wording, wording


def misfit(error: ValidationError) -> Wording:
    """Return the first thing that is wrong with a record."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, first["loc"]))
    if not field:
        return wording("why-record")
    if first["type"] == "missing":
        return wording("why-field-missing", field=field)
    return wording("why-field", field=field, words=first["msg"])
