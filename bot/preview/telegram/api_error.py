"""Errors of the Bot API: a code, Telegram's own description, sometimes parameters."""

from typing import Any


class ApiError(Exception):
    """A response with `"ok": false`.

    Args:
        code: HTTP status and `error_code`: 400, 401, 403, 404, 409, 429 or 5xx.
        description: In Telegram's words, prefix included ("Bad Request: ...").
        parameters: `retry_after` in seconds, or `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """Return the JSON body of the response."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(description: str, **parameters: int) -> ApiError:
    """Return a 400 in Telegram's words."""
    return ApiError(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> ApiError:
    """Return a 403 in Telegram's words."""
    return ApiError(403, f"Forbidden: {description}")
