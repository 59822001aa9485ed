"""Exports can be imported again; other files are rejected."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.alert import Alert, AlertId, Mode
from bot.alerts.export import InvalidExport, alert_from_json, alert_json, export, read_export
from bot.chats.settings import ChatSettings

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES = st.lists(st.text(min_size=1, max_size=20), max_size=3).map(tuple)
ALERTS = st.builds(
    Alert,
    id=st.integers(1, 99).map(AlertId),
    chat_id=st.just(1),
    thread_id=st.none() | st.just(5),
    owner_id=st.just(7),
    text=st.text(min_size=1, max_size=50),
    created_at=st.just(AT),
    zone=st.sampled_from(["UTC", "Asia/Baku"]),
    mode=st.sampled_from([mode for mode in Mode if mode is not Mode.UPDATE]),
    paused=st.booleans(),
    silent_from=st.none() | st.just(AT),
    silent_until=st.none() | st.just(AT),
)
BRIEFINGS = st.builds(replace, ALERTS, briefing_at=st.integers(0, 1439), mode=st.just(Mode.DAILY))
SETTINGS = st.builds(
    ChatSettings,
    chat_id=st.just(1),
    zone=st.sampled_from([None, "Asia/Baku"]),
    quiet_from=st.none() | st.integers(0, 1439),
    digest_at=st.integers(0, 1439),
    breaking=st.booleans(),
    muted=NAMES,
    languages=NAMES,
)


@given(st.lists(ALERTS, max_size=4), SETTINGS)
def test_export_and_import_round_trip(alerts: list[Alert], chosen: ChatSettings) -> None:
    drafts, read = read_export(export(alerts, chosen), chat_id=1, owner_id=7, now=AT)
    assert [(draft.text, draft.mode, draft.zone, draft.paused, draft.thread_id) for draft in drafts] == [
        (alert.text, alert.mode, alert.zone, alert.paused, alert.thread_id) for alert in alerts
    ]
    assert read == chosen


@given(st.lists(BRIEFINGS, max_size=4))
def test_briefings_are_exported_and_imported(briefings: list[Alert]) -> None:
    drafts, _ = read_export(export(briefings, ChatSettings(1)), chat_id=1, owner_id=7, now=AT)
    assert [(each.text, each.briefing_at, each.paused, each.thread_id) for each in drafts] == [
        (each.text, each.briefing_at, each.paused, each.thread_id) for each in briefings
    ]


def test_alerts_from_another_chat_report_where_they_are_imported() -> None:
    alert = Alert(AlertId(1), -1, 5, 7, "ferry", AT)
    (draft,), _ = read_export(export([alert], ChatSettings(-1)), chat_id=-2, owner_id=7, now=AT, thread_id=9)
    assert (draft.chat_id, draft.thread_id) == (-2, 9)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "JSON"),
        ("[]", "JSON"),
        ("{}", "newsbot"),
        ('{"newsbot": 2}', "newsbot"),
        ('{"newsbot": 1, "alerts": [{"text": ""}]}', "alerts.0.text"),
        ('{"newsbot": 1, "settings": {"zone": "Moon/Sea"}}', "settings.zone"),
        ('{"newsbot": 1, "settings": {"digest_at": 9999}}', "settings.digest_at"),
    ],
)
def test_invalid_export_is_rejected_with_its_location(text: str, why: str) -> None:
    with pytest.raises(InvalidExport, match=why):
        read_export(text, chat_id=1, owner_id=7, now=AT)


@given(ALERTS | BRIEFINGS)
def test_alert_json_round_trips(alert: Alert) -> None:
    assert alert_from_json(alert_json(alert)) == alert


def test_alert_json_has_every_field() -> None:
    alert = Alert(AlertId(1), 1, None, 7, "ferry", AT)
    assert set(json.loads(alert_json(alert))) == {field.name for field in fields(Alert)}


def test_an_alert_in_the_mode_of_a_followed_story_is_imported_as_immediate() -> None:
    alert, follow = '{"text": "flood", "mode": "update"}', '{"story": "s", "title": "t", "mode": "update"}'
    text = f'{{"newsbot": 1, "alerts": [{alert}], "follows": [{follow}]}}'
    drafts, _ = read_export(text, chat_id=1, owner_id=7, now=AT)
    assert [draft.mode for draft in drafts] == [Mode.NOW, Mode.UPDATE]
