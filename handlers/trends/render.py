"""Trends and timelines: what their charts show, and the same figures in words."""

from datetime import date, tzinfo
from html import escape
from math import ceil

from bot.corpus.article import local_day
from bot.trends.charts.model import TimelineChart, TimelineRow, TrendChart
from bot.trends.timeline import Timeline, TimelineEvent
from bot.trends.trend import PublisherSeries, TimeStep, Trend
from handlers.questions.difference_render import figures_line
from handlers.telegram.bidi import foreign, line, name
from handlers.telegram.html import clean, clip, link, plain
from handlers.texts import Texts
from handlers.texts.dates import day, month

_MAX_TICKS = 5
_NAMED = 2
"""Outlets of a story that are named; the rest are counted."""


def trend_chart(words: str, trend: Trend, texts: Texts) -> TrendChart:
    """Return the content of a trend's chart."""
    summary = (_articles(trend, texts), _span(trend.first, trend.last, texts), texts(f"trend-{trend.step}"))
    return TrendChart(
        heading=clip(clean(words), 100),
        summary=" · ".join(summary),
        ticks=_ticks(trend, texts),
        series=tuple(
            (_publisher(series, texts), texts.number(series.total), series.counts) for series in trend.series
        ),
        rtl=texts.rtl,
    )


def trend_lines(words: str, trend: Trend, texts: Texts) -> list[str]:
    """Return a trend in words, as lines of HTML."""
    start, most = trend.peak
    when = month(start, texts) if trend.step is TimeStep.MONTH else day(start, texts)
    publishers = [
        f"{name(_publisher(series, texts), texts)} {texts.number(series.total)}" for series in trend.series
    ]
    lines = [
        line(f"<b>{plain(words, most=150)}</b>", texts),
        f"{_articles(trend, texts)} · {_span(trend.first, trend.last, texts)}",
        texts(f"trend-peak-{trend.step}", when=when, count=most) if most > 1 else "",
        line(escape(" · ".join(publishers), quote=False), texts),
    ]
    return [*lines, texts("trend-undated", count=trend.undated)] if trend.undated else lines


def timeline_chart(words: str, timeline: Timeline, texts: Texts, zone: tzinfo) -> TimelineChart:
    """Return the content of a timeline's chart, with the days of a time zone."""
    first, last = (local_day(event.at, zone) for event in (timeline.events[0], timeline.events[-1]))
    years = first.year != last.year
    return TimelineChart(
        heading=clip(clean(words), 100),
        summary=f"{_stories(timeline, texts)} · {_span(first, last, texts)}",
        rows=tuple(
            TimelineRow(
                when=day(local_day(event.at, zone), texts, year=years),
                headline=clip(clean(event.article.title), 200),
                sources=clean(_sources(event, texts)),
            )
            for event in timeline.events
        ),
        rtl=texts.rtl,
    )


def timeline_lines(words: str, timeline: Timeline, texts: Texts, zone: tzinfo) -> list[str]:
    """Return a timeline in words, as lines of HTML."""
    lines = [line(f"<b>{plain(words, most=100)}</b> · {_stories(timeline, texts)}", texts)]
    for number, event in enumerate(timeline.events, start=1):
        when = day(local_day(event.at, zone), texts)
        title = foreign(plain(event.article.title, most=60), event.article.language, texts)
        outlets = name(plain(_outlets(event, texts, named=1), most=30), texts)
        place = texts.digits(str(number))
        lines.append(line(f"{place}. {when} · {link(event.article.url, title)} · <i>{outlets}</i>", texts))
        lines += [
            figures_line(difference, texts) for difference in event.differences[:1] if not difference.later
        ]
    return lines


def _articles(trend: Trend, texts: Texts) -> str:
    return texts("trend-articles", articles=trend.total)


def _stories(timeline: Timeline, texts: Texts) -> str:
    shown = len(timeline.events)
    if shown < timeline.stories:
        return texts("timeline-some", shown=shown, stories=timeline.stories)
    return texts("timeline-stories", stories=shown)


def _span(first: date, last: date, texts: Texts) -> str:
    return " – ".join(day(at, texts) for at in dict.fromkeys((first, last)))


def _ticks(trend: Trend, texts: Texts) -> tuple[tuple[int, str], ...]:
    """Return the places of evenly spaced ticks with their labels; the last step always has one."""
    steps = len(trend.starts)
    places = range(steps - 1, -1, -ceil(steps / _MAX_TICKS))
    if trend.step is TimeStep.MONTH:
        return tuple((at, month(trend.starts[at], texts)) for at in places)
    return tuple((at, day(trend.starts[at], texts, year=False)) for at in places)


def _publisher(series: PublisherSeries, texts: Texts) -> str:
    if series.name is None:
        return texts("trend-others", count=series.publishers)
    return clip(clean(series.name), 60) or texts("source-unknown")


def _sources(event: TimelineEvent, texts: Texts) -> str:
    """Return the first outlets and the number of independent origins."""
    outlets = _outlets(event, texts, named=_NAMED)
    if event.story is None or not event.story.independent_origins:
        return outlets
    return f"{outlets} · {texts('timeline-origins', origins=event.story.independent_origins)}"


def _outlets(event: TimelineEvent, texts: Texts, *, named: int) -> str:
    outlets = event.outlets
    if not outlets:
        return texts("source-unknown")
    rest = f" +{len(outlets) - named}" if len(outlets) > named else ""
    return texts.listed(outlets[:named]) + rest
