"""Settings to Telegram HTML."""

from bot.chats.settings import ChatSettings
from handlers.telegram.html import fit, plain
from handlers.texts import LANGUAGES, Texts
from handlers.texts.dates import weekday as day_name


def settings_html(chosen: ChatSettings, texts: Texts) -> str:
    """Return what a chat has chosen, a line each."""
    start, end = chosen.quiet_from, chosen.quiet_until
    quiet = texts("quiet-off") if start is None or end is None else f"{wall(start)}–{wall(end)}"
    names = [LANGUAGES.get(code, code) for code in chosen.languages]
    languages = texts.listed(names) if names else texts("languages-all")
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
    preferred = plain(texts.listed(chosen.preferred), most=1_500) or "–"
    muted = plain(texts.listed(chosen.muted), most=1_500) or "–"
    return fit([texts("publishers", preferred=preferred, muted=muted)])


def wall(minute: int) -> str:
    """Return a minute of the day as the wall shows it: 07:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def weekday(chosen: ChatSettings, texts: Texts) -> str:
    """Return the name of the day of the weekly digest."""
    return day_name(chosen.digest_weekday, texts.language)
