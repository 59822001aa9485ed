"""An endpoint of the API: everything that serving it and documenting it need."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from bot.api.conversion import Converter
from bot.api.models import Invalid, Model
from bot.api.parameters import Parameters
from bot.api.problems import Problem
from bot.api.texts import TextSource
from bot.errors import Localizable, UserError
from bot.services import Services

P = TypeVar("P", bound=Parameters)
R = TypeVar("R", bound=Model)
Explain = Callable[[Localizable | UserError], str]
"""Returns a message in English."""


@dataclass(frozen=True, slots=True)
class Source:
    """What endpoints answer from.

    Args:
        explain: Returns a message in English.
    """

    services: Services
    convert: Converter
    explain: Explain
    texts: TextSource


@dataclass(frozen=True, slots=True)
class Endpoint(Generic[P, R]):
    """One address of the API.

    Args:
        name: In metrics, and of the operation in the OpenAPI document.
        path: With `{id}` where the parameter is part of it.
        summary: One line.
        example: Values of parameters that work with the sample articles.
    """

    name: str
    path: str
    summary: str
    parameters: type[P]
    response: type[R]
    answer: Callable[[Source, P], Awaitable[R]]
    example: Mapping[str, str | int]

    async def respond(self, source: Source, values: Mapping[str, object]) -> R:
        """Return the answer to a request.

        Args:
            values: Parameters as they were sent.

        Raises:
            Problem: 400 for parameters that are not accepted.
            UserError: The question can't be answered.
        """
        return await self.answer(source, checked(self.parameters, values))


def checked(parameters: type[P], values: Mapping[str, object]) -> P:
    """Return checked parameters.

    Raises:
        Problem: 400, with what is wrong with each.
    """
    try:
        return parameters.model_validate(dict(values))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        invalid = [Invalid(name=".".join(map(str, e["loc"])), reason=e["msg"]) for e in details]
        raise Problem(400, "A parameter is not accepted.", parameters=invalid) from None
