"""Presses of 👍 and 👎 under an answer."""

from bot.admin.judgements import Judgement
from bot.chats.view import View
from bot.errors import UserError
from bot.services import Services
from handlers.context import BotContext
from handlers.questions.screens import question_of
from handlers.questions.verdict import GOOD, JudgementButton
from handlers.telegram.press import Press, on_press


@on_press(JudgementButton)
async def judgement_pressed(press: Press[JudgementButton], context: BotContext) -> None:
    """Keep what a person thinks of an answer."""
    services = context.services
    try:
        view = await services.chats.load_view(press.button.view_id, chat_id=press.chat_id)
        judgement = await _judgement(press, view, services)
    except UserError:
        await press.alert(context.texts("expired"))
        return
    kept = await services.judgements.keep(judgement)
    await press.answer(context.texts("judgement-kept" if kept else "judgement-off"))


async def _judgement(press: Press[JudgementButton], view: View, services: Services) -> Judgement:
    answer = await services.questions.ask(
        question_of(view, services), await services.chats.settings_of(press.chat_id)
    )
    entries = await services.questions.entries(view.shown)
    language = await services.questions.language_of(view.question)
    return Judgement(
        person_id=press.user_id,
        view_id=press.button.view_id,
        text=view.question,
        previous=view.previous,
        language=language or (entries[0].article.language if entries else "und"),
        articles=view.shown,
        sentences=tuple(  # the answer of now may quote articles that were not shown
            (sentence.article_id, sentence.text)
            for sentence in answer.brief
            if sentence.article_id in view.shown
        ),
        good=press.button.verdict == GOOD,
        at=services.clock(),
    )
