"""Keyboards under cards: of articles, sentences in context, speakers and stories."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import View, ViewId
from bot.questions.model import Card, SentenceContext, SimilarArticles, Sister, SisterStories, StoryCard
from bot.questions.speakers import SpeakerCard
from handlers.questions.arrivals import arrivals_button
from handlers.questions.button_data import DraftButton, DraftVerb, FollowButton, ReportButton, ViewVerb
from handlers.questions.keyboard_rows import Row, back_row, in_rows, is_short, markup, numbers, view_button
from handlers.questions.share import cite_button, share_article, share_story
from handlers.questions.sister_render import sister_label
from handlers.questions.source_link import source_row
from handlers.telegram.html import clip
from handlers.texts import Texts

_MOST_BUTTONS = 6


def card_keyboard(view_id: ViewId, card: Card, view: View, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return a card's buttons without those that would lead nowhere: at most eight, in four rows.

    Where others report the same, there is one of what changed, the speaker, and similar articles.
    """
    read = []
    if card.summary:
        read.append(view_button(view_id, ViewVerb.CONTEXT, texts("button-context"), 1))
        read += source_row(card.article.url, card.summary[0].text, texts)
    similar = view_button(view_id, ViewVerb.SIMILAR, texts("button-similar"))
    changes = view_button(view_id, ViewVerb.CHANGES, texts("button-changes"))
    speaker = _speaker(view_id, card, texts)
    related = [changes, *speaker] if card.correction else [*speaker, similar]
    follow = FollowButton(view_id=view_id).button(texts("button-follow"))
    last = [*share_article(card.article.id, texts), *back_row(view_id, view, texts)]
    if not card.story:
        sisters = _sisters(view_id, card.sisters, 0, texts)
        return markup([read, *in_rows([*sisters, *related, follow, *last])])
    outlets = view_button(view_id, ViewVerb.OUTLETS, texts("button-outlets"))
    event, last = [outlets, follow, arrivals_button(view_id, texts)], [related[0], *last]
    both_short = is_short(event) and is_short(last)
    return markup([read, *([event, last] if both_short else in_rows([*event, *last]))])


def speaker_keyboard(
    view_id: ViewId, card: SpeakerCard, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons below a speaker's statements, at most six: articles, pages, an alert, back."""
    if not card.entries:
        row = [
            view_button(view_id, ViewVerb.INSTEAD, clip(words, 40), n)
            for n, words in enumerate(card.suggestions[:3], start=1)
        ]
        return markup([row, back_row(view_id, view, texts)])
    steps = []
    if card.page > 1:
        steps.append(view_button(view_id, ViewVerb.PAGE, texts("button-previous"), card.page - 1))
    if card.page < card.pages:
        label = "button-next" if card.page > 1 else "button-more"
        steps.append(view_button(view_id, ViewVerb.PAGE, texts(label), card.page + 1))
    if card.page == 1:
        steps.append(DraftButton(view_id=view_id, verb=DraftVerb.ALERT).button(texts("button-alert")))
    return markup([numbers(view_id, len(card.entries)), [*steps, *back_row(view_id, view, texts)]])


def context_keyboard(
    view_id: ViewId, context: SentenceContext, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons of a sentence in context: its neighbours, source, citation, what else there is."""
    steps = []
    if context.number > 1:
        steps.append(view_button(view_id, ViewVerb.CONTEXT, texts("button-previous"), context.number - 1))
    if context.number < context.of:
        steps.append(view_button(view_id, ViewVerb.CONTEXT, texts("button-next"), context.number + 1))
    source = source_row(context.article.url, context.sentence.text, texts)
    source += cite_button(context.article, context.sentence, texts)
    report = ReportButton(view_id=view_id).button(texts("button-report-source"))
    similar = view_button(view_id, ViewVerb.SIMILAR, texts("button-similar"))
    return markup([steps, source, *in_rows([report, similar, *back_row(view_id, view, texts)])])


def similar_keyboard(
    view_id: ViewId, similar: SimilarArticles, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons that open similar articles, and back."""
    return markup([numbers(view_id, len(similar.entries)), back_row(view_id, view, texts)])


def story_keyboard(
    view_id: ViewId, card: StoryCard, view: View, texts: Texts, links: Sequence[InlineKeyboardButton] = ()
) -> InlineKeyboardMarkup | None:
    """Return a story's buttons, in four rows at most: articles, then at most six others.

    "Wrong source?" is below each sentence in context, too, and left out first.

    Args:
        links: Buttons that lead to the story's page, if it is public.
    """
    steps = []
    if card.page > 1:
        steps.append(view_button(view_id, ViewVerb.PAGE, texts("button-previous"), card.page - 1))
    if card.page < card.pages:
        label = "button-next" if card.page > 1 else "button-more"
        steps.append(view_button(view_id, ViewVerb.PAGE, texts(label), card.page + 1))
    stories, back = numbers(view_id, len(card.accounts)), back_row(view_id, view, texts)
    sisters = _sisters(view_id, card.sisters, len(card.accounts), texts) if card.page == 1 else []
    further: Row = []
    if card.page == 1:
        further.append(FollowButton(view_id=view_id).button(texts("button-follow")))
    if card.pages == 1:
        further.append(arrivals_button(view_id, texts))
    if card.page == card.pages:
        further.append(ReportButton(view_id=view_id).button(texts("button-report-source")))
    room = _MOST_BUTTONS - sum(map(len, (stories, sisters, steps, back)))
    further = further[: max(room, card.page == 1)]
    shared = share_story(card.article.id, texts)
    return markup([stories, *in_rows([*sisters, *steps, *further, *shared, *links, *back])])


def sisters_keyboard(
    view_id: ViewId, found: SisterStories, view: View, texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons that open the stories of other languages, and back."""
    row = [view_button(view_id, ViewVerb.STORY, str(n), n) for n in range(1, len(found.sisters) + 1)]
    return markup([row, back_row(view_id, view, texts)])


def numbers_keyboard(view_id: ViewId, count: int) -> InlineKeyboardMarkup | None:
    """Return buttons that open a view's articles, 1 to `count`."""
    return markup([numbers(view_id, count)])


def _speaker(view_id: ViewId, card: Card, texts: Texts) -> Row:
    """Return the button that opens what the first person on a card says elsewhere."""
    if card.speaker is None:
        return []
    label = texts("button-speaker", speaker=clip(card.speaker, 30))
    return [view_button(view_id, ViewVerb.SPEAKER, label, card.speaker_number)]


def _sisters(view_id: ViewId, sisters: Sequence[Sister], before: int, texts: Texts) -> Row:
    """Return the button that opens the only story of another language, or the list of several.

    Args:
        before: Number of articles that the view numbers before the sisters'.
    """
    if len(sisters) > 1:
        return [view_button(view_id, ViewVerb.SISTERS, texts("button-sisters"))]
    return [
        view_button(view_id, ViewVerb.STORY, sister_label(sister, texts), before + 1) for sister in sisters
    ]
