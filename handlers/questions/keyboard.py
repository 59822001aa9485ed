"""Keyboards under answers, cards and stories."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import View, ViewId
from bot.questions.model import (
    Answer,
    Card,
    NoResults,
    SentenceContext,
    SimilarArticles,
    Sister,
    SisterStories,
    StoryCard,
)
from bot.questions.speakers import SpeakerCard
from bot.search.ports import Order
from handlers.questions.arrivals import arrivals_button
from handlers.questions.button_data import (
    DraftButton,
    DraftVerb,
    FollowButton,
    ReportButton,
    ViewButton,
    ViewVerb,
)
from handlers.questions.sister_render import sister_label
from handlers.questions.source_link import source_row
from handlers.telegram.html import clip
from handlers.texts import Texts

ORDERS = {Order.RELEVANCE: "button-relevance", Order.NEWEST: "button-newest"}
"""What the numbers 1 and 2 of an order button mean, with the keys of their labels."""
_MOST_BUTTONS, _IN_A_ROW = 6, 3
_SHORT_LABEL = 14
"""Characters of a label that fits on a third of a phone's width."""
_Row = list[InlineKeyboardButton]


def answer_keyboard(view_id: ViewId, answer: Answer, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return an answer's buttons: at most six on the first page; suggestions when the answer is empty."""
    if answer.no_results and not answer.pasted:
        return _markup(_ways_out(view_id, answer, answer.no_results, texts))
    stories = _numbers(view_id, len(answer.entries))
    if answer.page > 1:
        return _markup([stories, _pages(view_id, answer.page, answer.pages, texts)])
    more = _more(view_id, answer, texts)
    if answer.pasted:
        return _markup([stories, more])
    last = [*more, *_filter(view_id, answer, texts), *_alert(view_id, answer, texts)]
    return _markup([stories, _exact(view_id, answer, texts), last])


def judged_keyboard(
    view_id: ViewId, answer: Answer, texts: Texts, verdicts: Sequence[InlineKeyboardButton]
) -> InlineKeyboardMarkup | None:
    """Return an answer's buttons with 👍 and 👎: the stories', and one for all that `filter_keyboard` has."""
    stories = _numbers(view_id, len(answer.entries))
    if answer.pasted or answer.page > 1 or not stories:
        usual = answer_keyboard(view_id, answer, texts)
        return _markup([*map(list, usual.inline_keyboard), [*verdicts]]) if usual else None
    return _markup([stories, [_button(view_id, ViewVerb.FILTER, texts("button-options")), *verdicts]])


def filter_keyboard(
    view_id: ViewId, answer: Answer, texts: Texts, *, judged: bool = False
) -> InlineKeyboardMarkup | None:
    """Return the orders and periods that would change an answer, and back.

    Args:
        judged: Whether the answer has 👍 and 👎 instead of its further buttons, which are then here.
    """
    further = [*_more(view_id, answer, texts), *_alert(view_id, answer, texts)] if judged else []
    periods = _periods(view_id, answer, answer.filters.periods_h, texts)
    last = [arrivals_button(view_id, texts), _button(view_id, ViewVerb.BACK, texts("button-back"))]
    exact = _exact(view_id, answer, texts) if judged else []
    return _markup([further, exact, _orders(view_id, answer, texts), periods, last])


def card_keyboard(view_id: ViewId, card: Card, view: View, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return a card's buttons without those that would lead nowhere: at most seven.

    Where others report the same, there is one of what changed, the speaker, and similar articles.
    """
    read = []
    if card.summary:
        read.append(_button(view_id, ViewVerb.CONTEXT, texts("button-context"), 1))
        read += source_row(card.article.url, card.summary[0].text, texts)
    similar = _button(view_id, ViewVerb.SIMILAR, texts("button-similar"))
    changes = _button(view_id, ViewVerb.CHANGES, texts("button-changes"))
    speaker = _speaker(view_id, card, texts)
    related = [changes, *speaker] if card.correction else [*speaker, similar]
    follow, back = (
        FollowButton(view_id=view_id).button(texts("button-follow")),
        back_row(view_id, view, texts),
    )
    if not card.story:
        sisters = _sisters(view_id, card.sisters, 0, texts)
        return _markup([read, sisters, *_rows([*related, follow, *back])])
    outlets = _button(view_id, ViewVerb.OUTLETS, texts("button-outlets"))
    event, last = [outlets, follow, arrivals_button(view_id, texts)], [related[0], *back]
    return _markup([read, *([event, last] if _is_short(event) else _rows([*event, *last]))])


def speaker_keyboard(
    view_id: ViewId, card: SpeakerCard, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons below a speaker's statements, at most six: articles, pages, an alert, back."""
    if not card.entries:
        row = [
            _button(view_id, ViewVerb.INSTEAD, clip(words, 40), n)
            for n, words in enumerate(card.suggestions[:3], start=1)
        ]
        return _markup([row, back_row(view_id, view, texts)])
    steps = []
    if card.page > 1:
        steps.append(_button(view_id, ViewVerb.PAGE, texts("button-previous"), card.page - 1))
    if card.page < card.pages:
        label = "button-next" if card.page > 1 else "button-more"
        steps.append(_button(view_id, ViewVerb.PAGE, texts(label), card.page + 1))
    if card.page == 1:
        steps.append(DraftButton(view_id=view_id, verb=DraftVerb.ALERT).button(texts("button-alert")))
    return _markup([_numbers(view_id, len(card.entries)), [*steps, *back_row(view_id, view, texts)]])


def context_keyboard(
    view_id: ViewId, context: SentenceContext, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons of a sentence in context: its neighbours, source, wrong source, similar, back."""
    steps = []
    if context.number > 1:
        steps.append(_button(view_id, ViewVerb.CONTEXT, texts("button-previous"), context.number - 1))
    if context.number < context.of:
        steps.append(_button(view_id, ViewVerb.CONTEXT, texts("button-next"), context.number + 1))
    source = source_row(context.article.url, context.sentence.text, texts)
    report = ReportButton(view_id=view_id).button(texts("button-report-source"))
    last = [_button(view_id, ViewVerb.SIMILAR, texts("button-similar")), *back_row(view_id, view, texts)]
    return _markup([steps, [*source, report], last])


def similar_keyboard(
    view_id: ViewId, similar: SimilarArticles, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons that open similar articles, and back."""
    return _markup([_numbers(view_id, len(similar.entries)), back_row(view_id, view, texts)])


def story_keyboard(view_id: ViewId, card: StoryCard, view: View, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return a story's buttons, at most six, or seven with other languages.

    "Wrong source?" is below each sentence in context, too, and left out first.
    """
    steps = []
    if card.page > 1:
        steps.append(_button(view_id, ViewVerb.PAGE, texts("button-previous"), card.page - 1))
    if card.page < card.pages:
        label = "button-next" if card.page > 1 else "button-more"
        steps.append(_button(view_id, ViewVerb.PAGE, texts(label), card.page + 1))
    stories, back = _numbers(view_id, len(card.accounts)), back_row(view_id, view, texts)
    sisters = _sisters(view_id, card.sisters, len(card.accounts), texts) if card.page == 1 else []
    further: _Row = []
    if card.page == 1:
        further.append(FollowButton(view_id=view_id).button(texts("button-follow")))
    if card.pages == 1:
        further.append(arrivals_button(view_id, texts))
    if card.page == card.pages:
        further.append(ReportButton(view_id=view_id).button(texts("button-report-source")))
    room = _MOST_BUTTONS - sum(map(len, (stories, sisters, steps, back)))
    further = further[: max(room, card.page == 1)]
    return _markup([stories, sisters, *_rows([*steps, *further, *back])])


def sisters_keyboard(
    view_id: ViewId, found: SisterStories, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons that open the stories of other languages, and back."""
    row = [_button(view_id, ViewVerb.STORY, str(n), n) for n in range(1, len(found.sisters) + 1)]
    return _markup([row, back_row(view_id, view, texts)])


def numbers_keyboard(view_id: ViewId, count: int) -> InlineKeyboardMarkup | None:
    """Return buttons that open a view's articles, 1 to `count`."""
    return _markup([_numbers(view_id, count)])


def _speaker(view_id: ViewId, card: Card, texts: Texts) -> _Row:
    """Return the button that opens what the first person on a card says elsewhere."""
    if card.speaker is None:
        return []
    label = texts("button-speaker", speaker=clip(card.speaker, 30))
    return [_button(view_id, ViewVerb.SPEAKER, label, card.speaker_number)]


def _markup(rows: list[_Row]) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def _rows(buttons: _Row) -> list[_Row]:
    """Return three buttons with short labels in one row, others in rows of two."""
    size = _IN_A_ROW if _is_short(buttons) else 2
    return [buttons[at : at + size] for at in range(0, len(buttons), size)]


def _is_short(buttons: _Row) -> bool:
    return len(buttons) <= _IN_A_ROW and all(len(button.text) <= _SHORT_LABEL for button in buttons)


def _button(view_id: ViewId, verb: ViewVerb, label: str, number: int = 0) -> InlineKeyboardButton:
    return ViewButton(view_id=view_id, verb=verb, number=number or None).button(label)


def _numbers(view_id: ViewId, count: int) -> _Row:
    return [_button(view_id, ViewVerb.OPEN, str(n), n) for n in range(1, count + 1)]


def _sisters(view_id: ViewId, sisters: Sequence[Sister], before: int, texts: Texts) -> _Row:
    """Return the button that opens the only story of another language, or the list of several.

    Args:
        before: Number of articles that the view numbers before the sisters'.
    """
    if len(sisters) > 1:
        return [_button(view_id, ViewVerb.SISTERS, texts("button-sisters"))]
    return [_button(view_id, ViewVerb.STORY, sister_label(sister, texts), before + 1) for sister in sisters]


def back_row(view_id: ViewId, view: View, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that leads back to a view's parent; no button without a parent."""
    return [_button(view_id, ViewVerb.BACK, texts("button-back"))] if view.parent else []


def _pages(view_id: ViewId, page: int, pages: int, texts: Texts) -> _Row:
    if pages == 1:
        return []
    row = [_button(view_id, ViewVerb.PAGE, texts("button-previous"), page - 1)] if page > 1 else []
    row.append(_button(view_id, ViewVerb.LABEL, texts("button-page", page=page, pages=pages)))
    return [*row, _button(view_id, ViewVerb.PAGE, texts("button-next"), page + 1)] if page < pages else row


def _more(view_id: ViewId, answer: Answer, texts: Texts) -> _Row:
    return [_button(view_id, ViewVerb.PAGE, texts("button-more"), 2)] if answer.pages > 1 else []


def _exact(view_id: ViewId, answer: Answer, texts: Texts) -> _Row:
    """Return the button that searches for the words as they were typed, if any was corrected."""
    words = [correction.word for correction in answer.corrections]
    label = texts("button-exact", word=clip(" ".join(words), 30))
    return [_button(view_id, ViewVerb.EXACT, label)] if words else []


def _filter(view_id: ViewId, answer: Answer, texts: Texts) -> _Row:
    """Return the button that opens the filters, marked if one is in use.

    It is left out where the search may be for another word, so that six buttons are enough.
    """
    if not answer.filters or answer.corrections:
        return []
    chosen = answer.question.order is not Order.RELEVANCE or answer.question.period_h is not None
    return [_button(view_id, ViewVerb.FILTER, _mark(texts("button-filter"), texts, chosen=chosen))]


def _ways_out(view_id: ViewId, answer: Answer, no_results: NoResults, texts: Texts) -> list[_Row]:
    """Return the buttons of an empty answer: what to ask instead, longer periods, an alert."""
    periods_h = [hours for hours in answer.filters.periods_h if hours != answer.question.period_h]
    last = [*_periods(view_id, answer, periods_h, texts), *_alert(view_id, answer, texts)]
    offered = enumerate((no_results.widened, *no_results.suggestions))
    row = [_button(view_id, ViewVerb.INSTEAD, clip(words, 40), n) for n, words in offered if words]
    row = row[: _MOST_BUTTONS - len(last)]
    return [row[:3], row[3:], last]


def _alert(view_id: ViewId, answer: Answer, texts: Texts) -> _Row:
    alert = DraftButton(view_id=view_id, verb=DraftVerb.ALERT)
    return [alert.button(texts("button-alert"))] if answer.question.text else []


def _mark(label: str, texts: Texts, *, chosen: bool) -> str:
    return texts("button-chosen", label=label) if chosen else label


def _orders(view_id: ViewId, answer: Answer, texts: Texts) -> _Row:
    row = []
    for number, (order, key) in enumerate(ORDERS.items(), start=1):
        if order not in answer.filters.orders:
            continue
        label = _mark(texts(key), texts, chosen=answer.question.order is order)
        row.append(_button(view_id, ViewVerb.ORDER, label, number))
    return row


def _periods(view_id: ViewId, answer: Answer, periods_h: Sequence[int | None], texts: Texts) -> _Row:
    row = []
    for hours in periods_h:
        label = texts(f"button-period-{hours or 'all'}")
        chosen = answer.question.period_h == hours
        row.append(_button(view_id, ViewVerb.PERIOD, _mark(label, texts, chosen=chosen), hours or 0))
    return row
