"""Keyboards under answers."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import ViewId
from bot.questions.model import Answer, NoResults
from bot.search.ports import Order
from handlers.questions.arrivals import arrivals_button
from handlers.questions.button_data import DraftButton, DraftVerb, ViewVerb
from handlers.questions.keyboard_rows import Row, markup, numbers, view_button
from handlers.questions.share import share_question
from handlers.telegram.html import clip
from handlers.texts import Texts

ORDERS = {Order.RELEVANCE: "button-relevance", Order.NEWEST: "button-newest"}
"""What the numbers 1 and 2 of an order button mean, with the keys of their labels."""
_MOST_BUTTONS = 6


def answer_keyboard(view_id: ViewId, answer: Answer, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return an answer's buttons: at most seven on the first page; suggestions when the answer is empty."""
    if answer.no_results and not answer.pasted:
        return markup(_ways_out(view_id, answer, answer.no_results, texts))
    stories = numbers(view_id, len(answer.entries))
    if answer.page > 1:
        return markup([stories, _pages(view_id, answer.page, answer.pages, texts)])
    stories += _more(view_id, answer, texts)
    if answer.pasted:
        return markup([stories])
    last = [*_filter(view_id, answer, texts), *_alert(view_id, answer, texts), *_shared(answer, texts)]
    return markup([stories, _exact(view_id, answer, texts), last])


def judged_keyboard(
    view_id: ViewId, answer: Answer, texts: Texts, verdicts: Sequence[InlineKeyboardButton]
) -> InlineKeyboardMarkup | None:
    """Return an answer's buttons with 👍 and 👎: the stories', and one for all that `filter_keyboard` has."""
    stories = numbers(view_id, len(answer.entries))
    if answer.pasted or answer.page > 1 or not stories:
        usual = answer_keyboard(view_id, answer, texts)
        return markup([*map(list, usual.inline_keyboard), [*verdicts]]) if usual else None
    return markup([stories, [view_button(view_id, ViewVerb.FILTER, texts("button-options")), *verdicts]])


def filter_keyboard(
    view_id: ViewId, answer: Answer, texts: Texts, *, judged: bool = False
) -> InlineKeyboardMarkup | None:
    """Return the orders and periods that would change an answer, and back.

    Args:
        judged: Whether the answer has 👍 and 👎 instead of its further buttons, which are then here.
    """
    further = [*_more(view_id, answer, texts), *_alert(view_id, answer, texts)] if judged else []
    further += _shared(answer, texts) if judged else []
    periods = _periods(view_id, answer, answer.filters.periods_h, texts)
    last = [arrivals_button(view_id, texts), view_button(view_id, ViewVerb.BACK, texts("button-back"))]
    exact = _exact(view_id, answer, texts) if judged else []
    return markup([further, exact, _orders(view_id, answer, texts), periods, last])


def _pages(view_id: ViewId, page: int, pages: int, texts: Texts) -> Row:
    if pages == 1:
        return []
    row = [view_button(view_id, ViewVerb.PAGE, texts("button-previous"), page - 1)] if page > 1 else []
    row.append(view_button(view_id, ViewVerb.LABEL, texts("button-page", page=page, pages=pages)))
    return (
        [*row, view_button(view_id, ViewVerb.PAGE, texts("button-next"), page + 1)] if page < pages else row
    )


def _more(view_id: ViewId, answer: Answer, texts: Texts) -> Row:
    return [view_button(view_id, ViewVerb.PAGE, texts("button-more"), 2)] if answer.pages > 1 else []


def _exact(view_id: ViewId, answer: Answer, texts: Texts) -> Row:
    """Return the button that searches for the words as they were typed, if any was corrected."""
    words = [correction.word for correction in answer.corrections]
    label = texts("button-exact", word=clip(" ".join(words), 30))
    return [view_button(view_id, ViewVerb.EXACT, label)] if words else []


def _filter(view_id: ViewId, answer: Answer, texts: Texts) -> Row:
    """Return the button that opens the filters, marked if one is in use.

    It is left out where the search may be for another word, so that six buttons are enough.
    """
    if not answer.filters or answer.corrections:
        return []
    chosen = answer.question.order is not Order.RELEVANCE or answer.question.period_h is not None
    return [view_button(view_id, ViewVerb.FILTER, _mark(texts("button-filter"), texts, chosen=chosen))]


def _ways_out(view_id: ViewId, answer: Answer, no_results: NoResults, texts: Texts) -> list[Row]:
    """Return the buttons of an empty answer: what to ask instead, longer periods, an alert."""
    periods_h = [hours for hours in answer.filters.periods_h if hours != answer.question.period_h]
    last = [*_periods(view_id, answer, periods_h, texts), *_alert(view_id, answer, texts)]
    offered = enumerate((no_results.widened, *no_results.suggestions))
    row = [view_button(view_id, ViewVerb.INSTEAD, clip(words, 40), n) for n, words in offered if words]
    row = row[: _MOST_BUTTONS - len(last)]
    return [row[:3], row[3:], last]


def _alert(view_id: ViewId, answer: Answer, texts: Texts) -> Row:
    alert = DraftButton(view_id=view_id, verb=DraftVerb.ALERT)
    return [alert.button(texts("button-alert"))] if answer.question.text else []


def _shared(answer: Answer, texts: Texts) -> Row:
    """Return the button that shares a question, with the one that it continues."""
    return share_question(f"{answer.follows} {answer.question.text}".strip(), texts)


def _mark(label: str, texts: Texts, *, chosen: bool) -> str:
    return texts("button-chosen", label=label) if chosen else label


def _orders(view_id: ViewId, answer: Answer, texts: Texts) -> Row:
    row = []
    for number, (order, key) in enumerate(ORDERS.items(), start=1):
        if order not in answer.filters.orders:
            continue
        label = _mark(texts(key), texts, chosen=answer.question.order is order)
        row.append(view_button(view_id, ViewVerb.ORDER, label, number))
    return row


def _periods(view_id: ViewId, answer: Answer, periods_h: Sequence[int | None], texts: Texts) -> Row:
    row = []
    for hours in periods_h:
        label = texts(f"button-period-{hours or 'all'}")
        chosen = answer.question.period_h == hours
        row.append(view_button(view_id, ViewVerb.PERIOD, _mark(label, texts, chosen=chosen), hours or 0))
    return row
