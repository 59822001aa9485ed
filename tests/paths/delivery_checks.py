"""Compares chats and outbox with the model at the end of a delivery simulation."""

from typing import Any

from bot.alerts.alert import AlertId
from bot.delivery.outbox import NOTHING_LEFT
from bot.preview.telegram.faults import FaultKind
from bot.stories.story import StoryId
from tests.paths.delivery_model import DeliveryModel
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SentMessage

Rows = dict[tuple[AlertId, StoryId], Any]


async def check(simulation: DeliverySimulation) -> None:
    """Assert that chats and outbox agree with the model."""
    outbox = await simulation.outbox_rows()
    pending = [row for row in outbox if row.edit_at or row.state not in ("sent", "given up")]
    assert not pending, pending
    rows = {(row.alert_id, row.story_id): row for row in outbox}
    if simulation.model.moves:
        _articles_are_reported_with_a_story_of_theirs(simulation.model, rows)
    else:
        _expected_reports_are_sent_or_given_up(simulation.model, rows)
    _every_report_was_expected(simulation.model)
    _repeated_reports_were_interrupted_and_counted(simulation, rows)
    _messages_show_the_state_of_their_articles(simulation, rows)


def _expected_reports_are_sent_or_given_up(model: DeliveryModel, rows: Rows) -> None:
    sent = {(message.chat_id, message.message_id) for message in model.messages}
    for alert_id, story in model.expected:
        if model.alerts[alert_id].deleted:
            continue
        row = rows.get((alert_id, story))
        assert row is not None, f"no row for alert {alert_id}, story {story}"
        if row.state == "given up":
            assert row.reason, "given up without a reason"
            assert row.reason != NOTHING_LEFT or _all_withdrawn(model, alert_id, story), "not reported"
            continue
        assert row.state == "sent"
        if row.telegram_id is None:
            old_ids = [old for old, new in model.moved.items() if new == row.chat_id]
            reports = [message.reports for message in model.messages if message.chat_id in old_ids]
            assert any(reported == alert_id for pairs in reports for reported, _ in pairs)
        else:
            assert (row.chat_id, row.telegram_id) in sent


def _articles_are_reported_with_a_story_of_theirs(model: DeliveryModel, rows: Rows) -> None:
    """Each article that an alert matches was, or its story then, reported, or was given up for a reason."""
    about = {(row.alert_id, row.article_id) for row in rows.values()}
    for alert_id, article_id in model.expected_articles:
        if model.alerts[alert_id].deleted or (alert_id, article_id) in about:
            continue
        stories = {(alert_id, story) for story in model.stories_of[article_id]}
        assert stories & (model.told | set(rows)), f"alert {alert_id} never reported {article_id}"
    for row in rows.values():
        assert row.state == "sent" or row.reason, "given up without a reason"


def _all_withdrawn(model: DeliveryModel, alert_id: AlertId, story: StoryId) -> bool:
    live = {article.id for article in model.articles if not article.withdrawn}
    expected = {article for alert, article in model.expected_articles if alert == alert_id}
    return not any(model.story_of[article] == story for article in expected & live)


def _every_report_was_expected(model: DeliveryModel) -> None:
    ids = [article.id for article in model.articles]
    for message in model.messages:
        for alert_id, number in message.reports:
            expected = (alert_id, model.story_of[ids[number]]) in model.expected
            assert expected or (alert_id, ids[number]) in model.expected_articles, f"unexpected: {message}"


def _repeated_reports_were_interrupted_and_counted(simulation: DeliverySimulation, rows: Rows) -> None:
    model = simulation.model
    settled = {(row.chat_id, row.telegram_id) for row in rows.values()}
    for pair, messages in model.reported.items():
        lost = [
            message for message in messages
            if (model.moved.get(message.chat_id, message.chat_id), message.message_id) not in settled
            and was_interrupted(simulation, message)
        ]  # fmt: skip
        allowed = 1 + model.in_flight[pair]
        assert len(messages) <= allowed + len(lost), f"{pair} was reported {len(messages)} times"
        if len(messages) > allowed and pair in rows:
            assert rows[pair].maybe_sent, f"{pair} was reported {len(messages)} times without being counted"


def was_interrupted(simulation: DeliverySimulation, message: SentMessage) -> bool:
    """Whether a message may have been sent without the dispatcher's knowing."""
    dropped = {chat for fault, _, chat in simulation.faults.hits if fault.kind is FaultKind.CUT_AFTER}
    return message.run in simulation.killed_runs or message.chat_id in dropped


def _messages_show_the_state_of_their_articles(simulation: DeliverySimulation, rows: Rows) -> None:
    refused = {
        chat for fault, method, chat in simulation.faults.hits
        if method == "editmessagetext" and fault.kind is FaultKind.ERROR and fault.code < 500
    }  # fmt: skip
    articles = {article.id: article for article in simulation.model.articles if article.generation is None}
    for row in rows.values():
        if row.article_id not in articles:  # an undo edits no message
            continue
        chat = simulation.state.chats.get(row.chat_id)
        message = chat.messages.get(row.telegram_id) if chat and row.telegram_id else None
        if message is None or row.chat_id in refused or simulation.model.alerts[row.alert_id].deleted:
            continue
        text, article = message["text"], articles[row.article_id]
        assert f"zq{row.alert_id}" in text, f"{text!r} does not name alert {row.alert_id}"
        if text.count("xv") == 1:
            assert ("withdrawn" in text) is article.withdrawn, text
        if row.corrected and not article.withdrawn:
            assert "orrected" in text, text
