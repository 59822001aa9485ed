"""A story's provenance as a small graph (SVG): origins on one side, outlets that carry them on the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.api.html import Markup, joined, tag
from bot.api.texts import Texts
from bot.corpus.article import ArticleId
from bot.stories.story import Origin, Story

WIDTH, BOX, ROW, HEIGHT, GAP = 360, 148, 34, 26, 10
"""Units of the picture: its width, the boxes' width, a row's height, the boxes' height, between groups."""
_ORIGINS, _OUTLETS = 8, 6
"""Origins drawn, and outlets of each; the rest are counted."""
_LONGEST = 21
"""Characters of a name that fit into a box."""
_FIRST, _END = "\u2068", "\u2069"
"""Around a name: its direction is its own."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin and the outlets that carry its account.

    Args:
        origin: None for the articles that name no source.
        outlets: Without the origin itself, first to report first.
    """

    origin: str | None
    outlets: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Rows that it takes."""
        return max(min(len(self.outlets), _OUTLETS) + (len(self.outlets) > _OUTLETS), 1)


def branches(story: Story, publishers: Mapping[ArticleId, str], texts: Texts) -> list[Branch]:
    """Return a story's origins with their outlets."""
    return [_branch(origin, publishers, texts) for origin in story.origins]


def _branch(origin: Origin, publishers: Mapping[ArticleId, str], texts: Texts) -> Branch:
    unknown = texts("source-unknown")
    outlets = dict.fromkeys(publishers.get(article_id, unknown) for article_id in origin.articles)
    outlets.pop(origin.name or "", None)
    return Branch(origin.name, tuple(outlets))


def graph(found: Sequence[Branch], texts: Texts) -> Markup:
    """Return the picture; every name of it is also in the list for screen readers."""
    parts, top = [], 1
    for branch in found[:_ORIGINS]:
        parts.append(_drawn(branch, top, texts))
        top += branch.rows * ROW + GAP
    height = top - GAP + 1
    title = tag("title", texts("page-graph"))
    return tag(
        "svg", title, *parts, viewBox=f"0 0 {WIDTH} {height}", role="img", xmlns="http://www.w3.org/2000/svg"
    )


def _drawn(branch: Branch, top: int, texts: Texts) -> Markup:
    """Return the boxes and lines of a branch that begins at a height."""
    middle = top + branch.rows * ROW // 2
    near, far = (WIDTH - BOX - 1, 1) if texts.rtl else (1, WIDTH - BOX - 1)
    kind = "origin" if branch.origin else "nameless"
    labels = list(branch.outlets[:_OUTLETS])
    if len(branch.outlets) > _OUTLETS:
        labels.append(f"+{len(branch.outlets) - _OUTLETS}")
    heights = [top + ROW // 2 + ROW * row for row in range(len(labels))]
    lines = [_edge(middle, height, texts.rtl, doubtful=not branch.origin) for height in heights]
    boxes = [_box(label, far, height, "outlet") for label, height in zip(labels, heights, strict=True)]
    return joined(*lines, _box(branch.origin or texts("page-nameless"), near, middle, kind), *boxes)


def _box(label: str, left: int, middle: int, kind: str) -> Markup:
    shown = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
    rect = tag("rect", x=left, y=middle - HEIGHT // 2, width=BOX, height=HEIGHT, rx=6, class_="box")
    words = tag(
        "text",
        tag("title", label) if shown != label else None,
        f"{_FIRST}{shown}{_END}",
        x=left + BOX // 2,
        y=middle,
    )
    return tag("g", rect, words, class_=kind)


def _edge(start: int, end: int, rtl: bool, *, doubtful: bool) -> Markup:
    """Return a curve from an origin to an outlet."""
    first, last = (WIDTH - BOX - 1, BOX + 1) if rtl else (BOX + 1, WIDTH - BOX - 1)
    half = WIDTH // 2
    path = f"M{first} {start}C{half} {start} {half} {end} {last} {end}"
    return tag("path", d=path, class_="edge doubtful" if doubtful else "edge")
