"""Errors as `application/problem+json`."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from bot.api.models import Invalid
from bot.api.models import Problem as ProblemModel
from bot.errors import NewsbotError

MEDIA_TYPE = "application/problem+json"


class Problem(NewsbotError):
    """A request that can't be answered.

    Args:
        status: HTTP status, 400 to 599.
        detail: What is wrong and what to do, in English.
        headers: Further headers of the response.
        position: Offset of the mistake in the question.
        parameters: Those that were not accepted.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        position: int | None = None,
        parameters: list[Invalid] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})
        self.position = position
        self.parameters = parameters

    def response(self, request_id: str) -> Response:
        """Return the response that says so."""
        model = ProblemModel(
            title=HTTPStatus(self.status).phrase,
            status=self.status,
            detail=self.detail,
            request_id=request_id,
            position=self.position,
            parameters=self.parameters,
        )
        body = model.model_dump_json(exclude_none=True)
        return Response(body, self.status, headers=self.headers, media_type=MEDIA_TYPE)
