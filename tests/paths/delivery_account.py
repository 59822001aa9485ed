"""The account at the end of a stage: chats and outbox held against what was promised."""

from typing import Any

from bot.alerts.alert import AlertId
from bot.delivery.outbox import NOTHING_LEFT
from bot.preview.telegram.faults import FaultKind
from bot.stories.story import StoryId
from tests.paths.delivery_script import Said
from tests.paths.delivery_stage import Stage


async def check(stage: Stage) -> None:
    """Hold what the chats show and what the outbox says against what was promised."""
    held = await stage.rows()
    waiting = [row for row in held if row.edit_at or row.state not in ("sent", "given up")]
    assert not waiting, waiting
    rows = {(row.alert_id, row.story_id): row for row in held}
    _each_promise_is_kept_or_accounted_for(stage, rows)
    _nothing_was_told_that_was_not_promised(stage)
    _what_came_twice_was_cut_off_and_counted(stage, rows)
    _told_messages_stand_as_their_stories_do(stage, rows)


def _each_promise_is_kept_or_accounted_for(stage: Stage, rows: dict[Any, Any]) -> None:
    by_message = {(each.chat_id, each.message_id): each for each in stage.said}
    for alert_id, story in stage.promised:
        if stage.saved[alert_id].gone:
            continue
        row = rows.get((alert_id, story))
        assert row is not None, f"nothing is known of alert {alert_id}, story {story}"
        if row.state == "given up":
            assert row.reason, "given up without a reason"
            assert row.reason != NOTHING_LEFT or _all_withdrawn(stage, alert_id, story), "never told"
            continue
        assert row.state == "sent"
        olds = [old for old, new in stage.moved.items() if new == row.chat_id]
        if row.telegram_id is None:
            tellers = [each for each in stage.said if each.chat_id in olds]
            assert any(alert == alert_id for each in tellers for alert, _ in each.tells)
        else:
            assert (row.chat_id, row.telegram_id) in by_message


def _all_withdrawn(stage: Stage, alert_id: AlertId, story: StoryId) -> bool:
    there = {each.id for each in stage.published if not each.withdrawn}
    promised = {article for alert, article in stage.promised_articles if alert == alert_id}
    return not any(stage.story_of[article] == story for article in promised & there)


def _nothing_was_told_that_was_not_promised(stage: Stage) -> None:
    ids = [each.id for each in stage.published]
    for said in stage.said:
        for alert, number in said.tells:
            promised = (alert, stage.story_of[ids[number]]) in stage.promised
            assert promised or (alert, ids[number]) in stage.promised_articles, f"{said}: no promise"


def _what_came_twice_was_cut_off_and_counted(stage: Stage, rows: dict[Any, Any]) -> None:
    settled = {(row.chat_id, row.telegram_id) for row in rows.values()}
    for pair, told in stage.told.items():
        lost = [
            each for each in told
            if (stage.moved.get(each.chat_id, each.chat_id), each.message_id) not in settled
            and _cut_off(stage, each)
        ]  # fmt: skip
        assert len(told) <= 1 + len(lost), f"{pair} was told {len(told)} times"
        if len(told) > 1 and pair in rows:
            assert rows[pair].maybe_sent, f"{pair} was told {len(told)} times and not counted"


def _cut_off(stage: Stage, said: Said) -> bool:
    cut = {chat for fault, _, chat in stage.faults.met if fault.kind is FaultKind.CUT_AFTER}
    return said.run in stage.killed or said.chat_id in cut


def _told_messages_stand_as_their_stories_do(stage: Stage, rows: dict[Any, Any]) -> None:
    refused = {
        chat for fault, method, chat in stage.faults.met
        if method == "editmessagetext" and fault.kind is FaultKind.ERROR and fault.code < 500
    }  # fmt: skip
    by_id = {each.id: each for each in stage.published}
    for row in rows.values():
        chat = stage.state.chats.get(row.chat_id)
        message = chat.messages.get(row.telegram_id) if chat and row.telegram_id else None
        if message is None or row.chat_id in refused or stage.saved[row.alert_id].gone:
            continue
        text = message["text"]
        assert f"zq{row.alert_id}" in text, f"{text!r} does not speak of alert {row.alert_id}"
        article = by_id[row.article_id]
        if text.count("xv") == 1:
            assert ("withdrawn" in text) is article.withdrawn, text
        if row.corrected and not article.withdrawn:
            assert "orrected" in text, text
