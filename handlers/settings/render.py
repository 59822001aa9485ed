"""Settings as Telegram HTML."""

from bot.chats.settings import ChatSettings
from handlers.telegram.html import fit, plain
from handlers.texts import LANGUAGES, SOLAR, Texts
from handlers.texts.dates import wall_time
from handlers.texts.dates import weekday as day_name


def settings_html(settings: ChatSettings, texts: Texts) -> str:
    """Return a chat's settings, one per line."""
    start, end = settings.quiet_from, settings.quiet_until
    quiet = (
        texts("quiet-off")
        if start is None or end is None
        else f"{wall_time(start, texts)}–{wall_time(end, texts)}"
    )
    names = [LANGUAGES.get(code, code) for code in settings.languages]
    languages = texts.listed(names) if names else texts("languages-all")
    calendar = "calendar-gregorian" if settings.gregorian else "calendar-solar"
    lines = (
        texts("settings-title"),
        texts("settings-zone", zone=plain(settings.zone)) if settings.zone else texts("settings-no-zone"),
        texts("settings-quiet", hours=quiet),
        texts("settings-digest", time=wall_time(settings.digest_at, texts), weekday=weekday(settings, texts)),
        texts("settings-breaking", state=texts("on" if settings.breaking else "off")),
        texts("settings-languages", languages=plain(languages)),
        texts("settings-calendar", calendar=texts(calendar)) if texts.language in SOLAR else "",
        texts("settings-publishers", preferred=len(settings.preferred), muted=len(settings.muted)),
    )
    return fit(lines)


def publishers_html(settings: ChatSettings, texts: Texts) -> str:
    """Return the preferred and the muted publishers."""
    preferred = plain(texts.listed(settings.preferred), most=1_500) or "–"
    muted = plain(texts.listed(settings.muted), most=1_500) or "–"
    return fit([texts("publishers", preferred=preferred, muted=muted)])


def weekday(settings: ChatSettings, texts: Texts) -> str:
    """Return the name of the weekday of the weekly digest."""
    return day_name(settings.digest_weekday, texts)
