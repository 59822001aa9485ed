"""Alerts as Telegram HTML: previews, lists and notifications."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.alerts.alert import Alert, Mode
from bot.alerts.preview import Preview, PreviewWarning
from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.corrections.correction import CorrectionKind
from bot.delivery.composer import NotificationContent
from bot.delivery.follow import ENDS_AFTER
from bot.questions.alert_proposal import AlertTest
from bot.questions.model import AnswerEntry, Card
from bot.questions.pagination import Page
from handlers.alerts.follow_render import followed_in_digest
from handlers.questions.article_render import credited, provenance_html, quotes_html, source_html
from handlers.questions.changes_render import first_change_html, source_line
from handlers.questions.difference_render import difference_line
from handlers.questions.render import card_html, matched_html
from handlers.settings.render import weekday
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import MOST_UNITS, clip, fit, headline, link, moment, plain, units, visible
from handlers.telegram.localize import localize
from handlers.texts import Texts
from handlers.texts.dates import wall_time

_DAILY_RATE_FROM = 14
"""Stories a week from which the rate is given per day."""
_SHORTEST_QUOTE, _QUOTE_MARGIN = 60, 8
"""UTF-16 units from which a digest's sentence is worth quoting, and of the marks around it."""
_CHANGED = {CorrectionKind.CORRECTED: "alert-corrected", CorrectionKind.UPDATED: "alert-updated"}
_CHANGED_IN_DIGEST = {CorrectionKind.CORRECTED: "digest-corrected", CorrectionKind.UPDATED: "digest-updated"}
"""What happened to an article since it was sent -> key of what a notification or a digest says."""
_WARNINGS = {PreviewWarning.NO_MATCHES: "alert-nothing", PreviewWarning.TOO_BROAD: "alert-wide"}


def preview_html(preview: Preview, texts: Texts) -> str:
    """Return the preview of an alert: its query as understood, what it would have found, warnings."""
    lines = [texts("alert-preview", query=plain(preview.query.understood(), most=500))]
    problems = [localize(problem, texts) for problem in preview.query.problems[:3]]
    lines += [texts("not-understood", problem=problem) for problem in problems]
    top = [_found_article(article, texts) for article in preview.top]
    return fit([*lines, "", _found(preview, texts), *top, *_warnings(preview, texts)])


def test_html(test: AlertTest, texts: Texts) -> str:
    """Return on how many of the articles shown before an alert would have fired; a warning if on none."""
    if not test.fired:
        return texts("alert-not-fired")
    return texts("alert-fired", fired=test.fired, shown=test.shown)


def _found(preview: Preview, texts: Texts) -> str:
    counts = texts("alert-found", articles=preview.articles, stories=preview.stories)
    if preview.stories >= _DAILY_RATE_FROM:
        return f"{counts} {texts('alert-rate-day', count=round(preview.stories / 7))}"
    if preview.stories:
        return f"{counts} {texts('alert-rate-week', count=preview.stories)}"
    return f"{counts} {texts('alert-ever', count=preview.total)}" if preview.total else counts


def _found_article(article: Article, texts: Texts) -> str:
    title = foreign(plain(article.title, most=150), article.language, texts)
    return line(f"• {link(article.url, title)}\n  <i>{provenance_html(article, texts)}</i>", texts)


def _warnings(preview: Preview, texts: Texts) -> list[str]:
    lines = [texts(_WARNINGS[warning]) for warning in preview.warnings]
    for misspelling in preview.misspellings:
        suggestions = plain(", ".join(misspelling.suggestions))
        lines.append(texts("alert-mistyped", word=plain(misspelling.word), instead=suggestions))
    lines += [texts("alert-common", word=plain(word)) for word in preview.common]
    if preview.suggestion is not None:
        query, count = plain(preview.suggestion.query.understood(), most=300), preview.suggestion.articles
        lines.append(texts("alert-instead", query=query, count=count))
    return ["", *lines] if lines else []


def alert_html(alert: Alert, settings: ChatSettings, texts: Texts, *, chat: str = "") -> str:
    """Return an alert's entry: its query, when it reports, and where if that is another chat."""
    if alert.is_follow:
        title = name(plain(alert.text, most=200), texts)
        entry, ends = texts("follow-entry", query=title), [texts("follow-ends", days=ENDS_AFTER.days)]
    else:
        entry, ends = texts("alert-entry", query=query_text(alert, texts)), []
    lines = [entry, _mode(alert, settings, texts), *ends]
    if chat:
        lines.append(texts("alert-elsewhere", chat=plain(chat, most=100)))
    if settings.zone is None and alert.mode in (Mode.DAILY, Mode.WEEKLY):
        lines.append(texts("alert-no-zone"))
    return fit(lines)


def _mode(alert: Alert, settings: ChatSettings, texts: Texts) -> str:
    if alert.paused:
        return texts("alert-paused")
    if alert.muted_until:
        return texts("alert-muted", until=moment(alert.muted_until, texts))
    return texts(
        f"alert-reports-{_schedule(alert)}",
        time=wall_time(settings.digest_at if alert.briefing_at is None else alert.briefing_at, texts),
        zone=plain(settings.zone or "UTC"),
        weekday=weekday(settings, texts),
    )


def _schedule(alert: Alert) -> str:
    """Return the ending of the keys that describe when an alert reports."""
    if alert.is_follow and alert.mode is Mode.NOW:
        return "follow-now"
    return "briefing" if alert.is_briefing else alert.mode.value


def query_text(alert: Alert, texts: Texts) -> str:
    """Return an alert's query as typed, or what a briefing is about, escaped."""
    query = plain(alert.text, most=200)
    if alert.is_follow:
        return texts("follow-name", title=query)
    if not alert.is_briefing:
        return query
    return texts("briefing-name-topic", topic=query) if query else texts("briefing-name")


def list_html(alerts: Sequence[Alert], page: Page, titles: Mapping[int, str], texts: Texts) -> str:
    """Return one page of a chat's alerts, numbered.

    Args:
        titles: Titles of the other chats that some of the alerts report to, by id.
    """
    lines = [
        line(f"{n}. {_listed(alert, texts)}{_state(alert, titles, texts)}", texts)
        for n, alert in page.numbered(alerts)
    ]
    return fit([texts("alerts-title", count=len(alerts)), *lines])


def _listed(alert: Alert, texts: Texts) -> str:
    """Return what an alert is about, as code if it can be copied and searched for."""
    words = name(query_text(alert, texts), texts)
    return words if alert.is_follow or alert.is_briefing else f"<code>{words}</code>"


def _state(alert: Alert, titles: Mapping[int, str], texts: Texts) -> str:
    parts = []
    if alert.chat_id in titles:
        parts.append(name(plain(titles[alert.chat_id], most=60), texts))
    if alert.paused or alert.muted_until:
        parts.append(texts("state-paused" if alert.paused else "state-muted"))
    elif alert.mode not in (Mode.NOW, Mode.UPDATE):
        parts.append(texts(f"mode-{_schedule(alert)}"))
    return "".join(f" · {part}" for part in parts)


def notice_html(card: Card, content: NotificationContent, texts: Texts) -> str:
    """Return a notification: an article's card with the sentences that matched, and why."""
    reasons = [name(texts("quoted-word", word=plain(reason)), texts) for reason in content.reasons]
    lines = [texts("alert-why", query=_queries(content), reasons=texts.listed(reasons))]
    if content.withdrawn:
        lines.append(texts("alert-withdrawn-other", title=plain(content.title, most=150)))
    corrected = content.correction if content.corrected and not content.withdrawn else None
    change = ""
    if corrected:
        lines.append(texts(_CHANGED[corrected.kind]))
        change = first_change_html(corrected, texts)
        card = replace(card, correction=None)
    shown = card_html(card, texts)
    if content.sentences:
        shown = matched_html(replace(card, summary=content.sentences), texts)
    differ = [f"\n{difference_line(difference, texts)}" for difference in content.differences[:1]]
    return fit([shown, *differ, *(f"\n<i>{text}</i>" for text in lines), change])


def withdrawn_html(content: NotificationContent, texts: Texts) -> str:
    """Return what replaces a notification whose articles were all withdrawn."""
    withdrawn = texts("alert-withdrawn", title=plain(content.title, most=200), query=_queries(content))
    source = [source_line(content.correction, texts)] if content.correction else []
    return "\n".join([withdrawn, *source])


def digest_html(
    contents: Sequence[NotificationContent], entries: Mapping[ArticleId, AnswerEntry], texts: Texts
) -> str:
    """Return several stories in one message, each short enough that `DIGEST_STORIES` of them fit."""
    short = _digest_lines(contents, entries, texts, most=0)
    room = MOST_UNITS - units(visible("\n".join(short)))
    return fit(_digest_lines(contents, entries, texts, most=room // len(contents)))


def _digest_lines(
    contents: Sequence[NotificationContent],
    entries: Mapping[ArticleId, AnswerEntry],
    texts: Texts,
    *,
    most: int,
) -> list[str]:
    """Return the blocks of a digest.

    Args:
        most: Length limit of a story's sentence in UTF-16 units; without one if that is too short.
    """
    lines = [texts("digest-title", count=len(contents))]
    for number, content in enumerate(contents, start=1):
        entry = entries.get(content.article.id) if content.article else None
        if content.news is not None:
            body = _digest_follow(entry, content, texts)
        else:
            body = _digest_entry(entry, content, texts, most) if entry else withdrawn_html(content, texts)
        lines.append("\n" + line(f"{texts.digits(str(number))}. {body}", texts))
    return lines


def _digest_entry(entry: AnswerEntry, content: NotificationContent, texts: Texts, most: int) -> str:
    article = entry.article
    changed = content.correction if content.corrected and not content.withdrawn else None
    corrected = texts(_CHANGED_IN_DIGEST[changed.kind]) if changed else ""
    quote, speaker = _digest_quote(content, article.language, texts, most)
    alerts = plain(", ".join(alert.text for alert in content.alerts), most=100)
    return "\n".join(
        (
            headline(article.url, foreign(plain(article.title, most=120), article.language, texts)),
            *quote,
            source_html(entry, texts, speaker=speaker, note=corrected),
            f"<code>{alerts}</code>",
        )
    )


def _digest_follow(entry: AnswerEntry | None, content: NotificationContent, texts: Texts) -> str:
    title = plain(content.title, most=120)
    if entry is None:
        return f"<b>{title}</b>\n{followed_in_digest(content, texts)}"
    article = entry.article
    shown = foreign(plain(article.title, most=120), article.language, texts)
    lines = (headline(article.url, shown), source_html(entry, texts), followed_in_digest(content, texts))
    return "\n".join((*lines, f"<code>{title}</code>"))


def _digest_quote(
    content: NotificationContent, language: str, texts: Texts, most: int
) -> tuple[list[str], str]:
    """Return the sentence that matched as a quote and its speaker, in at most `most` UTF-16 units."""
    if not content.sentences:
        return [], ""
    sentence = content.sentences[0]
    speaker = credited(sentence.credit, texts)
    most -= units(visible(speaker)) + _QUOTE_MARGIN
    if most < _SHORTEST_QUOTE:
        return [], ""
    short = replace(sentence, text=clip(sentence.text, most))
    return quotes_html([short], texts, language, credit=False, room=0), speaker


def _queries(content: NotificationContent) -> str:
    return plain(" · ".join(alert.text for alert in content.alerts), most=200)
