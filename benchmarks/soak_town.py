"""What happens in the soak test: people ask and press buttons, news arrives, requests meet faults."""

import asyncio
import json
import random
import re
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

from benchmarks.corpora import News, invented_word, questions
from benchmarks.feed_site import FIRST_HOST
from bot.preview.telegram.faults import Fault, FaultKind
from bot.preview.telegram.model import Chat, Json, Person
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.users import Users

TEXTS = News(120)
READING_S = (2.0, 8.0)
"""Time from an answer to a press of one of its buttons."""
THINKING_S = (25.0, 39.0)
"""Time from there to the same person's next question."""
ANSWER_WITHIN_S = 60.0
FILE_EVERY_S, FILE = 5.0, 10
KEPT_FILES = 100
"""Files in the corpus folder; a new one replaces the oldest, so that the size of the corpus is constant."""
FEED_EVERY_S, FEED, FEED_HOSTS = 30.0, 4, 40
ALERT_RANKS = range(570, 2_370, 90)
"""Frequency ranks of the words that alerts are about: one in 20 to 100 articles has such a word."""
FAULT_EVERY_S = 2.0
_OPEN = re.compile(r"\.a\d")


@dataclass(frozen=True)
class Waited:
    """Times from a question or press to its effect, in milliseconds.

    Args:
        work: Until the bot first sent the effect to Telegram: its own time and that of fetching updates.
        asked: Waits that Telegram demanded: `retry_after` of 429s, and answers delayed on purpose.
        broken: Whether a connection was cut or a 5xx answered on the way.
        total: Until the effect was visible in the chat.
    """

    work: float
    asked: float
    broken: bool
    total: float


@dataclass
class Soaked:
    """The results."""

    asked: int = 0
    unanswered: int = 0
    pressed: int = 0
    faults: int = 0
    articles: int = 0
    feeds: int = 0
    answers: list[Waited] = field(default_factory=list)
    presses: list[Waited] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    tasks: list[int] = field(default_factory=list)
    bytes_held: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Town:
    """Everything that happens around the bot until `end`.

    Args:
        end: Monotonic time, in seconds.
        corpus: The folder the bot watches.
        port: Port of the sites of feeds.
    """

    state: TelegramState
    end: float
    soaked: Soaked
    corpus: Path
    port: int

    async def live(self, person: Person, chance: random.Random) -> None:
        """Ask, wait for the answer, press one of its buttons, think; and repeat."""
        own_questions = questions(TEXTS, KEPT_FILES * FILE, 1_000)
        await self._rest(chance.uniform(0, READING_S[1] + THINKING_S[1]))
        for _ in range(chance.randrange(200)):
            next(own_questions)
        while time.monotonic() < self.end:
            answer = await self._ask(person, next(own_questions))
            await self._rest(chance.uniform(*READING_S))
            if answer is not None:
                await self._press(person, answer, chance)
            await self._rest(chance.uniform(*THINKING_S))

    async def _rest(self, seconds: float) -> None:
        await asyncio.sleep(max(min(seconds, self.end - time.monotonic()), 0.0))

    async def _ask(self, person: Person, words: str) -> Json | None:
        chat = self.state.chats[person.id]
        since, began = len(self.state.calls), self.state.clock()
        question = Users(self.state).send(person, chat, words)
        self.soaked.asked += 1

        def after() -> Json | None:
            last = next(reversed(chat.messages.values()))
            return last if last["message_id"] > question["message_id"] else None

        try:
            answer = await self.state.until(after, timeout_s=ANSWER_WITHIN_S)
        except TimeoutError:
            self._lost(chat, since)
            return None
        self.soaked.answers.append(self._waited(("sendmessage",), chat, since, began))
        return answer

    async def _press(self, person: Person, answer: Json, chance: random.Random) -> None:
        chat = self.state.chats[person.id]
        rows = answer.get("reply_markup", {}).get("inline_keyboard", [])
        data = [b["callback_data"] for row in rows for b in row if _OPEN.search(b.get("callback_data", ""))]
        if not data:
            return
        since, began = len(self.state.calls), self.state.clock()
        before, last = answer.get("text"), chat.last_id
        Users(self.state).press(person, chat, answer["message_id"], chance.choice(data))
        self.soaked.pressed += 1
        try:  # an article removed meanwhile is answered in a new message
            await self.state.until(
                lambda: answer.get("text") != before or chat.last_id > last, timeout_s=ANSWER_WITHIN_S
            )
        except TimeoutError:
            self._lost(chat, since)
            return
        self.soaked.presses.append(self._waited(("editmessagetext", "sendmessage"), chat, since, began))

    def _lost(self, chat: Chat, since: int) -> None:
        """Count a missing answer, and print what the bot requested meanwhile."""
        self.soaked.unanswered += 1
        calls = [c for c in self.state.calls[since:] if str(c["params"].get("chat_id")) == str(chat.id)]
        tried = [f"{call['method']} {call['fault'].kind.value if call['fault'] else ''}" for call in calls]
        print(f"no answer in chat {chat.id}: {', '.join(tried) or 'nothing was tried'}", file=sys.stderr)

    def _waited(self, methods: tuple[str, ...], chat: Chat, since: int, began: float) -> Waited:
        now = self.state.clock()
        ours = [
            call
            for call in self.state.calls[since:]
            if call["method"] in methods and str(call["params"].get("chat_id")) == str(chat.id)
        ]
        late = sum(c["fault"].seconds for c in ours if c["fault"] and c["fault"].kind is FaultKind.DELAY)
        asked = late + sum(call.get("retry_after", 0) for call in ours)
        broken = any(c["fault"] and c["fault"].kind not in (FaultKind.FLOOD, FaultKind.DELAY) for c in ours)
        return Waited((ours[0]["at"] - began) * 1000, asked * 1000, broken, (now - began) * 1000)

    async def trouble(self, chance: random.Random) -> None:
        """Inject faults: 429, 502, connections cut before and after the work, late answers."""
        faults = (
            lambda: Fault(FaultKind.FLOOD, "sendmessage", seconds=1),
            lambda: Fault(FaultKind.ERROR, code=502, words="Bad Gateway"),
            lambda: Fault(FaultKind.CUT_BEFORE, "sendmessage"),
            lambda: Fault(FaultKind.CUT_BEFORE, "getupdates"),
            lambda: Fault(FaultKind.CUT_AFTER, "answercallbackquery"),
            lambda: Fault(FaultKind.CUT_BEFORE, "editmessagetext"),
            lambda: Fault(FaultKind.DELAY, "sendmessage", seconds=0.5),
        )
        while time.monotonic() < self.end:
            await asyncio.sleep(chance.expovariate(1 / FAULT_EVERY_S))
            self.state.faults.add(chance.choice(faults)())
            self.soaked.faults += 1

    async def publish(self) -> None:
        """Replace the oldest file of the corpus folder with a new one, now and then."""
        files = deque(sorted(self.corpus.glob("*.jsonl"), key=lambda file: int(file.stem)))
        while time.monotonic() < self.end:
            await self._rest(FILE_EVERY_S)
            files.append(write_file(self.corpus, int(files[-1].stem) + 1))
            files.popleft().unlink()
            self.soaked.articles += FILE

    async def subscribe_to_feeds(self) -> None:
        """Add a feed to the corpus folder's list, now and then."""
        urls: list[str] = []
        while time.monotonic() < self.end:
            number = len(urls)
            urls.append(
                f"http://{FIRST_HOST + number % FEED_HOSTS}:{self.port}/{number // FEED_HOSTS}-{FEED}"
            )
            outlines = "".join(f"<outline type='rss' text='F' xmlUrl={quoteattr(url)}/>" for url in urls)
            _replace(self.corpus / "feeds.opml", f"<opml version='2.0'><body>{outlines}</body></opml>")
            self.soaked.feeds += 1
            await self._rest(FEED_EVERY_S)


async def save_alerts(state: TelegramState, people: list[Person]) -> None:
    """Save an alert for every person through the bot, each about another word."""
    for person, rank in zip(people, ALERT_RANKS, strict=False):
        chat = state.chats[person.id]
        Users(state).send(person, chat, f"/subscribe {invented_word(rank)}")
        draft = await state.until(lambda chat=chat: _with_button(chat, ".y"), timeout_s=ANSWER_WITHIN_S)  # type: ignore[misc]
        message, data = draft
        Users(state).press(person, chat, message["message_id"], data)
        await state.until(lambda chat=chat: _with_button(chat, "A."), timeout_s=ANSWER_WITHIN_S)  # type: ignore[misc]


def _with_button(chat: Chat, part: str) -> tuple[Json, str] | None:
    last = next(reversed(chat.messages.values()))
    rows = last.get("reply_markup", {}).get("inline_keyboard", [])
    data = [b["callback_data"] for row in rows for b in row if part in b.get("callback_data", "")]
    return (last, data[0]) if data else None


def write_file(corpus: Path, number: int) -> Path:
    """Write a file of new articles; every fourth repeats another, as a second outlet would."""
    now, lines = datetime.now(UTC).isoformat(), []
    for at in range(number * FILE, (number + 1) * FILE):
        title, sentences = TEXTS.text(at - at % 4 if at % 4 == 3 else at)
        lines.append(
            {
                "id": str(at),
                "title": title.capitalize(),
                "text": " ".join([f"Outlet number {at % 9} has this.", *map(str.capitalize, sentences)]),
                "publisher": f"Outlet {at % 9}",
                "published": now,
                "language": "en",
            }
        )
    return _replace(corpus / f"{number}.jsonl", "\n".join(map(json.dumps, lines)))


def _replace(file: Path, text: str) -> Path:
    fresh = file.with_name(f".{file.name}")
    fresh.write_text(text, encoding="utf-8")
    return fresh.rename(file)
