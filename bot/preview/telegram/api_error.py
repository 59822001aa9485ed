"""How the Bot API says no: an error code, Telegram's own words, sometimes parameters."""

from typing import Any


class ApiError(Exception):
    """An answer with `"ok": false`.

    Args:
        code: HTTP status and `error_code`: 400, 401, 403, 404, 409, 429 or 5xx.
        description: Telegram's words, with their opening ("Bad Request: ...").
        parameters: `retry_after` in seconds, or `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """Return the JSON body of the answer."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad(words: str, **parameters: int) -> ApiError:
    """Return a 400 in Telegram's words."""
    return ApiError(400, f"Bad Request: {words}", **parameters)


def forbidden(words: str) -> ApiError:
    """Return a 403 in Telegram's words."""
    return ApiError(403, f"Forbidden: {words}")
