"""Alerts to Telegram HTML: previews, lists, and the messages they send."""

from collections.abc import Mapping, Sequence

from bot.alerts.alert import Alert, Mode
from bot.alerts.preview import Preview, PreviewWarning
from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.delivery.composer import NotificationContent
from bot.questions.model import AnswerEntry, Card
from bot.questions.pagination import Page
from handlers.questions.render import card_html, date_and_story, provenance_html
from handlers.settings.render import wall_time, weekday
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import fit, link, moment, plain
from handlers.telegram.localize import localize
from handlers.texts import Texts

_RATE_BY_WEEK_BELOW = 14


def preview_html(preview: Preview, texts: Texts) -> str:
    """Return an alert before it is saved: as understood, what it would have found, what to mind."""
    lines = [texts("alert-preview", query=plain(preview.query.understood(), most=500))]
    lines += [texts("not-understood", problem=localize(each, texts)) for each in preview.query.problems[:3]]
    lines += ["", _found(preview, texts), *_top(preview, texts), *_cautions(preview, texts)]
    return fit(lines)


def _found(preview: Preview, texts: Texts) -> str:
    found = texts("alert-found", articles=preview.articles, stories=preview.stories)
    if preview.stories >= _RATE_BY_WEEK_BELOW:
        return f"{found} {texts('alert-rate-day', count=round(preview.stories / 7))}"
    if preview.stories:
        return f"{found} {texts('alert-rate-week', count=preview.stories)}"
    return f"{found} {texts('alert-ever', count=preview.total)}" if preview.total else found


def _top(preview: Preview, texts: Texts) -> list[str]:
    return [_found_one(each, texts) for each in preview.top]


def _found_one(article: Article, texts: Texts) -> str:
    title = foreign(plain(article.title, most=150), article.language, texts)
    return line(f"• {link(article.url, title)}\n  <i>{provenance_html(article, texts)}</i>", texts)


def _cautions(preview: Preview, texts: Texts) -> list[str]:
    said = {PreviewWarning.NO_MATCHES: "alert-nothing", PreviewWarning.TOO_BROAD: "alert-wide"}
    lines = [texts(said[each]) for each in preview.warnings]
    lines += [
        texts("alert-mistyped", word=plain(each.word), instead=plain(", ".join(each.suggestions)))
        for each in preview.misspellings
    ]
    lines += [texts("alert-common", word=plain(word)) for word in preview.common]
    if preview.suggestion is not None:
        query, count = plain(preview.suggestion.query.understood(), most=300), preview.suggestion.articles
        lines.append(texts("alert-instead", query=query, count=count))
    return ["", *lines] if lines else []


def alert_html(alert: Alert, chosen: ChatSettings, texts: Texts, *, chat: str = "") -> str:
    """Return an alert's own entry: its query, when it reports, and where when that is another chat."""
    lines = [texts("alert-entry", query=query_text(alert)), _reports(alert, chosen, texts)]
    if chat:
        lines.append(texts("alert-elsewhere", chat=plain(chat, most=100)))
    if chosen.zone is None and alert.mode in (Mode.DAILY, Mode.WEEKLY):
        lines.append(texts("alert-no-zone"))
    return fit(lines)


def _reports(alert: Alert, chosen: ChatSettings, texts: Texts) -> str:
    if alert.paused:
        return texts("alert-paused")
    if alert.muted_until:
        return texts("alert-muted", until=moment(alert.muted_until))
    time, zone = wall_time(chosen.digest_at), plain(chosen.zone or "UTC")
    day = weekday(chosen, texts)
    return texts(f"alert-reports-{alert.mode.value}", time=time, zone=zone, weekday=day)


def query_text(alert: Alert) -> str:
    """Return an alert's query as typed, for a line of HTML."""
    return plain(alert.text, most=200)


def list_html(alerts: Sequence[Alert], page: Page, titles: Mapping[int, str], texts: Texts) -> str:
    """Return one page of a chat's alerts, numbered.

    Args:
        titles: Of the other chats that some of them report in, by id.
    """
    lines = [
        line(f"{n}. <code>{name(query_text(alert), texts)}</code>{_state(alert, titles, texts)}", texts)
        for n, alert in page.numbered(alerts)
    ]
    return fit([texts("alerts-title", count=len(alerts)), *lines])


def _state(alert: Alert, titles: Mapping[int, str], texts: Texts) -> str:
    said = []
    if alert.chat_id in titles:
        said.append(name(plain(titles[alert.chat_id], most=60), texts))
    if alert.paused or alert.muted_until:
        said.append(texts("state-paused" if alert.paused else "state-muted"))
    elif alert.mode is not Mode.NOW:
        said.append(texts(f"mode-{alert.mode.value}"))
    return "".join(f" · {each}" for each in said)


def notice_html(card: Card, content: NotificationContent, texts: Texts) -> str:
    """Return an alert's message: the story's card, and why it matched."""
    why = texts.listed([name(texts("quoted-word", word=plain(reason)), texts) for reason in content.reasons])
    lines = [texts("alert-why", query=_queries(content), reasons=why)]
    if content.withdrawn:
        lines.append(texts("alert-withdrawn-other", title=plain(content.title, most=150)))
    elif content.corrected:
        lines.append(texts("alert-corrected"))
    return fit([card_html(card, texts), *(f"\n<i>{line}</i>" for line in lines)])


def withdrawn_html(content: NotificationContent, texts: Texts) -> str:
    """Return what takes the place of a story whose articles were all withdrawn."""
    return texts("alert-withdrawn", title=plain(content.title, most=200), query=_queries(content))


def digest_html(
    contents: Sequence[NotificationContent], entries: Mapping[ArticleId, AnswerEntry], texts: Texts
) -> str:
    """Return several stories in one message, each cut so short that `DIGEST_STORIES` of them fit."""
    lines = [texts("digest-title", count=len(contents))]
    for number, content in enumerate(contents, start=1):
        entry = entries.get(content.article.id) if content.article else None
        body = _told(entry, content, texts) if entry else withdrawn_html(content, texts)
        lines.append("\n" + line(f"{number}. {body}", texts))
    return fit(lines)


def _told(entry: AnswerEntry, content: NotificationContent, texts: Texts) -> str:
    article = entry.article
    corrected = f" · {texts('digest-corrected')}" if content.corrected else ""
    return "\n".join(
        (
            link(article.url, foreign(plain(article.title, most=120), article.language, texts)),
            f"<i>{provenance_html(article, texts, most=150)}</i>",
            date_and_story(article, entry.story, texts) + corrected,
            f"<code>{plain(', '.join(alert.text for alert in content.alerts), most=100)}</code>",
        )
    )


def _queries(content: NotificationContent) -> str:
    return plain(" · ".join(alert.text for alert in content.alerts), most=200)
