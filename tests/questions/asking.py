"""Questions on real files, a real database and the real index: articles, and how to ask about them."""

from datetime import UTC, datetime
from typing import Any

from bot.app.wiring import App
from bot.questions.model import Answer, Question

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FLOOD = (
    "The river rose over its banks in Harlow on Monday night. Rescue teams took forty families to a school. "
    "“Nobody was hurt,” the mayor told the Harlow Courier. The water is expected to fall by Thursday."
)
STRIKE = (
    "Tram drivers in Port Ansel stopped work for a day. The union asks for longer breaks between shifts. "
    "The city said buses would run on the main lines."
)


def record(number: int, text: str = FLOOD, **fields: Any) -> dict[str, Any]:
    day = {"published": f"2026-11-{number:02}T08:00:00Z"} if number <= 20 else {}
    return {"id": f"a{number}", "title": f"Report {number}", "text": text} | day | fields


async def ask(app: App, text: str, **how: Any) -> Answer:
    return await app.services.questions.ask(Question(text, NOW, **how))


def ids(answer: Answer) -> list[str]:
    return [entry.article.id for entry in answer.entries]
