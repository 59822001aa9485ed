"""The headline of a page: what its <title> and its article agree on, without the site's name."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bot.corpus.analysis.motto import is_site
from bot.corpus.plain_text import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_CHARACTERS = 500
"""Of a headline or site's name; the patterns below take quadratic time."""
_PARTS = re.compile(r"\s+[-–—|:»>/•·~]+\s+|\s*[|｜：]\s*|\s+[⁄*⋆‹«›<]\s+")
_WIDE, _NARROW = r"[|｜：／»«・〜_＿－—]+", r"[-–:·•/~]+"
"""Signs between headline and site, with and without blanks around them; others need blanks."""
_OPENING, _CLOSING = r"[（(【\[]", r"[）)】\]]"
_HEADINGS = ("h1", "h2", "h3")
_ASIDE = frozenset({"aside", "nav", "form", "footer", "dialog"})
_LOGO = re.compile(r"logo|brand|masthead|site-?(?:title|name)", re.IGNORECASE)
_NAMED = ("og:title", "twitter:title")


def page_headline(root: "HtmlElement", extracted: str | None, site: str | None) -> str | None:
    """Return the headline of a page.

    Args:
        root: The page.
        extracted: The headline as trafilatura found it: the page's only <h1>, if there is one.
        site: What the page calls its site.
    """
    title = one_line(extracted or "")[:_MAX_CHARACTERS]
    if title:
        title = _agreed(root, title, site or "")
    return without_site(title, site or "") or None


def without_site(title: str, site: str) -> str:
    """Return a headline without the name of its site before or behind it ("Quay shut｜Post")."""
    title, site = title[:_MAX_CHARACTERS], one_line(site)[:_MAX_CHARACTERS]
    name = re.escape(site)
    if not name or _plain(title) == _plain(site):
        return title
    behind = rf"\s*(?:(?:{_WIDE}|\s{_NARROW}\s)\s*{name}|{_OPENING}{name}{_CLOSING})\s*$"
    before = rf"^\s*(?:{name}\s*(?:{_WIDE}|\s{_NARROW}\s)|{_OPENING}{name}{_CLOSING})\s*"
    shorter = re.sub(before, "", re.sub(behind, "", title, flags=re.IGNORECASE), flags=re.IGNORECASE)
    return shorter or title


def _agreed(root: "HtmlElement", extracted: str, site: str) -> str:
    """Return another headline than the extracted one if that is a logo or a box's heading."""
    named = [one_line(name) for name in _names(root)]
    parts = [part for name in named for part in (name, *_PARTS.split(name)) if part]
    plain = {_plain(part) for part in parts} - {_plain(site), ""}
    headings = [(heading, one_line(heading.text_content())) for heading in root.iter(*_HEADINGS)]
    own = next((heading for heading, text in headings if text == extracted), None)
    is_logo = _plain(extracted) == _plain(site) or is_site(extracted) or (own is not None and _is_logo(own))
    if _plain(extracted) in plain and not is_logo:
        return extracted
    others = (text for heading, text in headings if _plain(text) in plain and not _in_aside(heading))
    agreed = next((text for text in others if _plain(text) != _plain(extracted) and not is_site(text)), None)
    if agreed:
        return agreed
    if is_logo or (own is not None and _in_aside(own)):
        return next(
            (name for name in named if _plain(name) not in (_plain(extracted), _plain(site))), extracted
        )
    return extracted


def _names(root: "HtmlElement") -> Iterator[str]:
    """Yield what the page's head calls it."""
    metas = {meta.get("property") or meta.get("name"): meta.get("content") for meta in root.iter("meta")}
    yield from (metas[key] for key in _NAMED if metas.get(key))
    yield from (title.text_content() for title in _first(root.iter("title")))


def _first(elements: Iterable["HtmlElement"]) -> list["HtmlElement"]:
    return [element for element, _ in zip(elements, range(1), strict=False)]


def _in_aside(heading: "HtmlElement") -> bool:
    return any(element.tag in _ASIDE for element in heading.iterancestors())


def _is_logo(heading: "HtmlElement") -> bool:
    """Whether a heading, or what is around it, is marked as a logo, or it leads to the start page."""
    around = [heading, *heading.iterancestors()][:3]
    marked = any(_LOGO.search(f"{element.get('class', '')} {element.get('id', '')}") for element in around)
    return marked or any(link.get("href") == "/" for link in heading.iter("a"))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
