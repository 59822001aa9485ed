"""The cards of speakers: what somebody is quoted with."""

from dataclasses import replace
from datetime import datetime

from bot.chats.view import View
from bot.questions.model import AnswerEntry
from bot.questions.speakers import SpeakerCard
from bot.services import Services
from handlers.questions.article_render import ROOM, entry_html
from handlers.questions.card_keyboard import speaker_keyboard
from handlers.telegram.html import fit, plain
from handlers.telegram.screen import Screen
from handlers.texts import Texts


def speaker_html(card: SpeakerCard, texts: Texts, *, now: datetime) -> str:
    """Return a page of a speaker's statements, each with its headline, outlet and time."""
    speaker, topic = plain(card.speaker, most=100), plain(card.topic, most=100)
    if not card.entries:
        key = "speaker-none-on" if card.topic else "speaker-none"
        lines = [texts(key, speaker=speaker, topic=topic)]
        return fit([*lines, *([texts("nothing-suggest")] if card.suggestions else [])])
    key = "speaker-on" if card.topic else "speaker"
    head = texts(key, speaker=speaker, topic=topic, count=card.total)
    first = (card.page - 1) * len(card.entries) if card.page < card.pages else card.total - len(card.entries)
    blocks, room = [head], ROOM
    for number, spoken in enumerate(card.entries, start=1):
        entry = AnswerEntry(spoken.article, sentences=(spoken.sentence,))
        blocks.append(entry_html(number, entry, texts, now=now, room=room))
        room -= len(spoken.sentence.text)
    if card.pages > 1:
        range_ = texts("speaker-range", first=first + 1, last=first + len(card.entries), count=card.total)
        blocks.append(f"\n<i>{range_}</i>")
    return fit(blocks)


async def speaker_screen(view: View, services: Services, texts: Texts, *, chat_id: int) -> Screen:
    """Return the message of a speaker's card."""
    settings = await services.chats.settings_of(chat_id)
    card = await services.speakers.card(view.question, view.page, settings)
    shown = tuple(spoken.article.id for spoken in card.entries)
    saved = replace(view, page=card.page, shown=shown, seen=await services.arrivals.seen())
    view_id = await services.chats.save_view(saved, chat_id=chat_id)
    html = speaker_html(card, texts, now=services.clock())
    return Screen(html, speaker_keyboard(view_id, card, view, texts))
