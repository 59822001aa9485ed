"""Settings to Telegram HTML."""

from bot.alerts.settings import ChatSettings
from handlers.markup import fit, plain
from handlers.settings_keyboard import LANGUAGES
from handlers.texts import Texts


def settings_html(chosen: ChatSettings, texts: Texts) -> str:
    """Return what a chat has chosen, a line each."""
    start, end = chosen.quiet_from, chosen.quiet_until
    quiet = texts("quiet-off") if start is None or end is None else f"{wall(start)}–{wall(end)}"
    languages = ", ".join(_language(code, texts) for code in chosen.languages) or texts("languages-all")
    lines = (
        texts("settings-title"),
        texts("settings-zone", zone=plain(chosen.zone)) if chosen.zone else texts("settings-no-zone"),
        texts("settings-quiet", hours=quiet),
        texts("settings-digest", time=wall(chosen.digest_at), weekday=weekday(chosen, texts)),
        texts("settings-breaking", state=texts("on" if chosen.breaking else "off")),
        texts("settings-languages", languages=plain(languages)),
        texts("settings-publishers", preferred=len(chosen.preferred), muted=len(chosen.muted)),
    )
    return fit(lines)


def publishers_html(chosen: ChatSettings, texts: Texts) -> str:
    """Return the preferred and the muted publishers."""
    preferred = plain(", ".join(chosen.preferred), most=1_500) or "–"
    muted = plain(", ".join(chosen.muted), most=1_500) or "–"
    return fit([texts("publishers", preferred=preferred, muted=muted)])


def wall(minute: int) -> str:
    """Return a minute of the day as the wall shows it: 07:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def weekday(chosen: ChatSettings, texts: Texts) -> str:
    """Return the name of the day of the weekly digest."""
    return texts(f"weekday-{chosen.digest_weekday}")


def _language(code: str, texts: Texts) -> str:
    return texts(f"language-{code}") if code in LANGUAGES else code
