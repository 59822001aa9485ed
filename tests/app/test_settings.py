"""Settings come from the environment; `.env.example` and the reference page list every one."""

import re
from pathlib import Path

import pytest

from bot.app.settings import PREFIX, Settings, load_settings
from bot.errors import ConfigError

ROOT = Path(__file__).parents[2]
NAMES = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ignore the developer's `.env` and environment."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_env_example_has_one_line_per_setting() -> None:
    lines = re.findall(rf"^#({PREFIX}\w+)=", (ROOT / ".env.example").read_text(), flags=re.MULTILINE)
    assert sorted(lines) == sorted(NAMES)


@pytest.mark.parametrize(
    ("page", "row"),
    [
        (".env.example", rf"^#({PREFIX}\w+)=(.+)$"),
        ("docs/reference/settings.md", rf"^\| `({PREFIX}\w+)` \| `(.+?)` \|"),
    ],
)
def test_a_page_shows_the_defaults(page: str, row: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    shown = re.findall(row, (ROOT / page).read_text(), flags=re.MULTILINE)
    assert len(shown) > 15
    for name, value in shown:
        default = getattr(load_settings(), name.removeprefix(PREFIX).lower())
        assert value == (f"{default:g}" if isinstance(default, float) else str(default)), name


def test_reference_lists_every_setting() -> None:
    rows = re.findall(
        rf"^\| `({PREFIX}\w+)` \|", (ROOT / "docs/reference/settings.md").read_text(), flags=re.MULTILINE
    )
    assert sorted(rows) == sorted(NAMES)


def test_admin_ids_are_separated_by_commas_or_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSBOT_ADMIN_IDS", "1, 2 3")
    assert load_settings().admin_ids == {1, 2, 3}


def test_invalid_value_names_the_setting_and_never_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSBOT_PREVIEW_PORT", "sesame")
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert "NEWSBOT_PREVIEW_PORT: must be a whole number" in str(caught.value)
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize(
    "password", ["12/sesame", "se/same", "se#same", "12#sesame", "se?same", "12?sesame", "se,same"]
)
def test_unescaped_password_of_a_node_is_refused_and_not_shown(
    password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSBOT_ENGINE_URL", f"https://newsbot:{password}@node.example:9200")
    with pytest.raises(ConfigError, match=r"NEWSBOT_ENGINE_URL: .*%2F") as caught:
        load_settings()
    assert not any(part in str(caught.value) for part in ("same", "se/", "se#", "se?", "12"))


@pytest.mark.parametrize(
    "address",
    ["https://newsbot:se%2Fsame@node.example:9200", "http://[::1]:9200", "https://node.example/search"],
)
def test_address_of_a_node_is_accepted(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSBOT_ENGINE_URL", f"{address}, https://node-2.example:9200")
    url = load_settings().engine_url
    assert url is not None
    assert url.get_secret_value().startswith(address)


def test_token_is_not_in_the_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSBOT_TELEGRAM_TOKEN", "123:abc")
    assert "abc" not in repr(load_settings())


def test_dot_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NEWSBOT_DATA=elsewhere\nNEWSBOT_TELEGRAM_TOKEN=\n")
    assert load_settings().data == Path("elsewhere")
    assert load_settings().telegram_token is None
