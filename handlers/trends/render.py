"""Trends and timelines for the reader: what the picture shows, and the same figures in words."""

from datetime import date, tzinfo
from html import escape
from math import ceil

from bot.trends.charts.model import TimelineChart, TimelineRow, TrendChart
from bot.trends.timeline import Timeline, TimelineEvent
from bot.trends.trend import PublisherSeries, TimeStep, Trend
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import clean, clip, link, plain
from handlers.texts import Texts
from handlers.texts.dates import day, month

_MOST_TICKS = 5
_NAMED = 2
"""Outlets of a story that are named; the others are counted."""


def trend_picture(words: str, trend: Trend, texts: Texts) -> TrendChart:
    """Return what a trend's picture shows."""
    summary = (_articles(trend, texts), _span(trend.first, trend.last, texts), texts(f"trend-{trend.step}"))
    return TrendChart(
        heading=clip(clean(words), 100),
        summary=" · ".join(summary),
        ticks=_ticks(trend, texts),
        series=tuple((_name(each, texts), texts.number(each.total), each.counts) for each in trend.series),
        rtl=texts.rtl,
    )


def trend_lines(words: str, trend: Trend, texts: Texts) -> list[str]:
    """Return a trend in words, one HTML line each."""
    start, most = trend.peak
    when = month(start, texts.language) if trend.step is TimeStep.MONTH else day(start, texts.language)
    publishers = [f"{name(_name(each, texts), texts)} {texts.number(each.total)}" for each in trend.series]
    lines = [
        line(f"<b>{plain(words, most=150)}</b>", texts),
        f"{_articles(trend, texts)} · {_span(trend.first, trend.last, texts)}",
        texts(f"trend-peak-{trend.step}", when=when, count=most) if most > 1 else "",
        line(escape(" · ".join(publishers), quote=False), texts),
    ]
    return [*lines, texts("trend-undated", count=trend.undated)] if trend.undated else lines


def timeline_picture(words: str, timeline: Timeline, texts: Texts, zone: tzinfo) -> TimelineChart:
    """Return what a timeline's picture shows; days are a zone's."""
    first, last = (event.at.astimezone(zone).date() for event in (timeline.events[0], timeline.events[-1]))
    years = first.year != last.year
    return TimelineChart(
        heading=clip(clean(words), 100),
        summary=f"{_stories(timeline, texts)} · {_span(first, last, texts)}",
        rows=tuple(
            TimelineRow(
                when=day(event.at.astimezone(zone).date(), texts.language, year=years),
                headline=clip(clean(event.article.title), 200),
                sources=clean(_sources(event, texts)),
            )
            for event in timeline.events
        ),
        rtl=texts.rtl,
    )


def timeline_lines(words: str, timeline: Timeline, texts: Texts, zone: tzinfo) -> list[str]:
    """Return a timeline in words, one HTML line each."""
    lines = [line(f"<b>{plain(words, most=100)}</b> · {_stories(timeline, texts)}", texts)]
    for number, event in enumerate(timeline.events, start=1):
        when = day(event.at.astimezone(zone).date(), texts.language)
        title = foreign(plain(event.article.title, most=60), event.article.language, texts)
        who = name(plain(_outlets(event, texts, named=1), most=30), texts)
        lines.append(line(f"{number}. {when} · {link(event.article.url, title)} · <i>{who}</i>", texts))
    return lines


def _articles(trend: Trend, texts: Texts) -> str:
    return texts("trend-articles", articles=trend.total)


def _stories(timeline: Timeline, texts: Texts) -> str:
    shown = len(timeline.events)
    if shown < timeline.stories:
        return texts("timeline-some", shown=shown, stories=timeline.stories)
    return texts("timeline-stories", stories=shown)


def _span(first: date, last: date, texts: Texts) -> str:
    dates = [day(each, texts.language) for each in dict.fromkeys((first, last))]
    return " – ".join(dates)


def _ticks(trend: Trend, texts: Texts) -> tuple[tuple[int, str], ...]:
    """Labels at even distances, the last step's always."""
    steps = len(trend.starts)
    places = range(steps - 1, -1, -ceil(steps / _MOST_TICKS))
    if trend.step is TimeStep.MONTH:
        return tuple((at, month(trend.starts[at], texts.language)) for at in places)
    return tuple((at, day(trend.starts[at], texts.language, year=False)) for at in places)


def _name(series: PublisherSeries, texts: Texts) -> str:
    if series.name is None:
        return texts("trend-others", count=series.publishers)
    return clip(clean(series.name), 60) or texts("source-unknown")


def _sources(event: TimelineEvent, texts: Texts) -> str:
    """The first outlets, and how many independent origins there are."""
    outlets = _outlets(event, texts, named=_NAMED)
    if event.story is None or not event.story.independent_origins:
        return outlets
    return f"{outlets} · {texts('timeline-origins', origins=event.story.independent_origins)}"


def _outlets(event: TimelineEvent, texts: Texts, *, named: int) -> str:
    outlets = event.outlets
    if not outlets:
        return texts("source-unknown")
    more = f" +{len(outlets) - named}" if len(outlets) > named else ""
    return texts.listed(outlets[:named]) + more
