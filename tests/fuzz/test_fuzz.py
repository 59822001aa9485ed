"""Replays the cases that fuzzing found; hypothesis searches for more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import FOUND, TARGETS

CASES = [(path.parent.name, path.name) for path in sorted(FOUND.glob("*/*"))]
PIECES = st.sampled_from(
    [
        *('"', "“", "(", ")", "-", "OR ", "source:", "since:", "last week ", "*", "2026-11-", "\r\n", "İ"),
        *("\x00", "\u202e", "<b>", "&lt;", "{", "[", '{"text": "a b", "title": ', "😀", "خبر "),
        *("https://", ".example/", "\ud800", "\xff"),
        *(
            "<item>",
            "</item>",
            "]]>",
            "<p>",
            "&#0;",
            "&bad;",
            "<!DOCTYPE x [",
            '"',
            "\\u0000",
            "1e999",
            "Mon, 32 Jan",
        ),
    ]
)
BYTES = st.one_of(
    st.binary(max_size=400),
    st.lists(PIECES | st.text(max_size=9), max_size=40).map(
        lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
    ),
)


@pytest.mark.parametrize(("target", "case"), CASES)
def test_found_cases_stay_fixed(target: str, case: str) -> None:
    TARGETS[target]((FOUND / target / case).read_bytes())


@pytest.mark.parametrize("target", sorted(TARGETS))
@given(data=BYTES)
def test_target_accepts_any_bytes(target: str, data: bytes) -> None:
    TARGETS[target](data)
