"""Callback data: old buttons keep working, new ones fit into 64 bytes, and no data has two meanings."""

from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.view import ViewId
from handlers.admin.feeds_keyboard import FeedButton
from handlers.admin.reload_render import ReloadButton
from handlers.admin.reports_render import ReportsButton
from handlers.alerts.button_data import (
    AlertButton,
    AlertListButton,
    DeleteAllButton,
    FollowStoryButton,
    NotificationButton,
)
from handlers.language import LanguageButton
from handlers.privacy.my_data import ForgetMeButton
from handlers.questions.button_data import (
    BriefingButton,
    DraftButton,
    FollowButton,
    ReportButton,
    StoryButton,
    ViewButton,
    ViewVerb,
)
from handlers.questions.verdict import JudgementButton
from handlers.routes import BUTTONS
from handlers.settings.keyboard import SettingButton
from handlers.suggestions.render import SuggestionButton
from handlers.telegram.callback_data import MAX_BYTES, CallbackData, Wire

RECORDED = Path(__file__).parents[2] / "data/v0.1.0/callback_data.txt"
"""Everything that the keyboards of 0.1.0 write: kind, tab, data."""
KINDS: dict[str, tuple[type[CallbackData], ...]] = {
    "view": (ViewButton, ReportButton),
    "draft": (DraftButton,),
    "report-reason": (ReportButton,),
    "alert": (AlertButton,),
    "notification": (NotificationButton,),
    "alert-list": (AlertListButton,),
    "story": (StoryButton,),
    "delete-all-alerts": (DeleteAllButton,),
    "setting": (SettingButton,),
    "language": (LanguageButton,),
    "forget-me": (ForgetMeButton,),
    "feed": (FeedButton,),
    "reports": (ReportsButton,),
    "reload": (ReloadButton,),
}
"""The codecs that read each kind today."""
NEWER = {BriefingButton, FollowButton, FollowStoryButton, JudgementButton, SuggestionButton}
"""Codecs of buttons that 0.1.0 doesn't have."""


def recorded() -> list[tuple[str, str]]:
    lines = RECORDED.read_text(encoding="utf-8").splitlines()
    return [(kind, data) for kind, data in (line.split("\t") for line in lines)]


def readers(data: str) -> list[type[CallbackData]]:
    return [kind for kind in BUTTONS if kind.unpack(data) is not None]


@pytest.mark.parametrize(("kind", "data"), recorded())
def test_data_of_version_0_1_0_is_read_by_one_codec_and_written_the_same(kind: str, data: str) -> None:
    (reader,) = readers(data)
    assert reader in KINDS[kind]
    button = reader.unpack(data)
    assert button is not None
    assert button.pack() == data


def test_every_codec_reads_data_of_version_0_1_0() -> None:
    read = defaultdict(set)
    for kind, data in recorded():
        read[kind].update(readers(data))
    assert {kind: set(codecs) for kind, codecs in KINDS.items()} == read
    assert set().union(*read.values()) == set(BUTTONS) - NEWER


@given(st.sampled_from(list(BUTTONS)).flatmap(lambda kind: st.from_regex(kind.pattern(), fullmatch=True)))
def test_no_data_is_read_by_two_codecs(data: str) -> None:
    assert len(readers(data)) == 1


@given(st.data())
def test_data_of_every_form_fits_and_reads_back(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(BUTTONS)))
    button = kind.unpack(data.draw(st.from_regex(kind.pattern(), fullmatch=True)))
    assert button is not None
    assert len(button.pack().encode()) <= MAX_BYTES
    assert kind.unpack(button.pack()) == button


@given(st.text(max_size=80))
def test_foreign_data_is_read_by_at_most_one_codec(data: str) -> None:
    assert len(readers(data)) <= 1
    assert all(kind.matches(data) == (kind in readers(data)) for kind in BUTTONS)


def test_forms_that_share_a_prefix_differ_in_their_fields() -> None:
    assert readers("F.y") == [ForgetMeButton]
    assert readers("F.1.y") == [FeedButton]


def test_view_id_cannot_be_a_prefix() -> None:
    assert readers("aB.p1") == [ViewButton]
    assert readers("S.h0") == [SettingButton]
    assert readers("U.y") == [DeleteAllButton]
    assert readers("X.p1") == []


@pytest.mark.parametrize(
    "data", ["", "A.7", "A.7.z", "A.x.o", "L.", "L.1234567", "G.5.x", "aB3.p1\n", "aB3.r4"]
)
def test_malformed_data_is_read_by_no_codec(data: str) -> None:
    assert readers(data) == []


def test_zero_is_left_out_of_a_view_button() -> None:
    view_id = ViewId("aB3dE6gH9jK2mN5p")
    assert ViewButton(view_id=view_id, verb=ViewVerb.BACK).pack() == f"{view_id}.b"
    assert ViewButton(view_id=view_id, verb=ViewVerb.PAGE, number=12).pack() == f"{view_id}.p12"


class _Size(StrEnum):
    SMALL = "s"


class _Long(CallbackData, form="X.{name}.{size}"):
    name: Annotated[str, Wire("[a-zé]*")]
    size: _Size


def test_data_longer_than_64_bytes_is_refused() -> None:
    assert len(_Long(name="a" * 60, size=_Size.SMALL).pack()) == 64
    with pytest.raises(ValueError, match="longer than 64 bytes"):
        _Long(name="é" * 31, size=_Size.SMALL).pack()
