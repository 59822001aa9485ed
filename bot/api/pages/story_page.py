"""A story as a page: headline, provenance graph, differences, what each outlet added, corrections."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from bot.api.html import Markup, direction, joined, tag, web_address
from bot.api.pages.differences import corrections_section, differences_section
from bot.api.pages.graph import Branch, branches, graph
from bot.api.quotes import quote, separated, size, source_line
from bot.api.texts import Texts
from bot.corpus.article import Article
from bot.questions.model import Sister
from bot.questions.story_overviews import StoryOverview
from bot.summaries.accounts import Account

_DESCRIBED = 200
"""Characters of a page's description."""


@cache
def style() -> str:
    """Return the style sheet."""
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


@cache
def content_security_policy() -> str:
    """Return a policy under which the page has its style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    rest = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return f"default-src 'none'; style-src 'sha256-{digest}'; {rest}"


def story_page(overview: StoryOverview, url: str, texts: Texts, *, shared: bool = False) -> Markup:
    """Return a story's page.

    Args:
        url: Its permanent address.
        shared: Whether others can open it, so that it has a link to share it.
    """
    article, story = headline_article(overview, texts.language), overview.story
    names = {member.id: member.publisher for member in overview.members if member.publisher}
    dated = [account.article.published_at for account in overview.accounts if account.article.published_at]
    span = dict.fromkeys(texts.day(at) for at in (min(dated), max(dated))) if dated else {}
    header = tag(
        "header",
        tag("p", "newsbot", class_="brand"),
        tag("h1", article.title, lang=article.language, dir=direction(article.language)),
        tag("p", separated([size(story, texts), " – ".join(span)], texts), class_="source"),
        _share(article.title, url, texts) if shared else None,
    )
    members = {member.id: member for member in overview.members}
    main = tag(
        "main",
        _provenance(branches(story, names, texts), overview, texts),
        differences_section(overview.differences, members, texts),
        corrections_section(overview.corrections, texts),
        _timeline(overview, texts),
        _languages(overview.sisters, texts),
    )
    return page(
        article.title, joined(header, main, _footer(overview, texts)), texts, head=_head(overview, url, texts)
    )


def _share(title: str, url: str, texts: Texts) -> Markup:
    """Return the link that opens Telegram, which asks for a chat; it needs no script."""
    address = f"https://t.me/share/url?{urlencode({'url': url, 'text': title})}"
    return tag("p", tag("a", texts("page-share"), href=address, rel="noopener", class_="share"))


def headline_article(overview: StoryOverview, language: str) -> Article:
    """Return the article whose headline names the story: the newest, if possible in the reader's language."""
    newest = [account.article for account in overview.accounts] or list(overview.members)
    return next((article for article in newest if article.language == language), newest[0])


def page(title: str, body: Markup, texts: Texts, *, head: Markup | None = None) -> Markup:
    """Return a whole page."""
    top = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} · newsbot"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        head,
        tag("style", Markup(style())),
    )
    written = tag("body", body)
    html = tag("html", top, written, lang=texts.language, dir="rtl" if texts.rtl else "ltr")
    return Markup(f"<!doctype html>\n{html}\n")


def _head(overview: StoryOverview, url: str, texts: Texts) -> Markup:
    """Return what search engines and messengers show of the page."""
    article = headline_article(overview, texts.language)
    words = next((s.text for a in reversed(overview.accounts) for s in a.added), "")
    described = f"{size(overview.story, texts)}. {words}"
    description = described if len(described) <= _DESCRIBED else f"{described[:_DESCRIBED].rstrip()}…"
    properties = {
        "og:type": "article",
        "og:site_name": "newsbot",
        "og:title": article.title,
        "og:description": description,
        "og:url": url,
        "og:locale": texts.language,
    }
    tags = [tag("meta", property=name, content=value) for name, value in properties.items()]
    return joined(
        tag("meta", name="description", content=description),
        tag("link", rel="canonical", href=url),
        *tags,
        tag("meta", name="twitter:card", content="summary"),
    )


def _provenance(found: Sequence[Branch], overview: StoryOverview, texts: Texts) -> Markup:
    rows = []
    for branch in found:
        name = branch.origin or texts("page-nameless")
        rows.append(tag("li", ": ".join(filter(None, (name, texts.listed(list(branch.outlets)))))))
    listed = tag("ul", *rows, class_="spoken")
    figure = tag("figure", graph(found, texts), listed, tag("figcaption", texts("page-graph")))
    return tag("section", tag("h2", texts("page-where")), figure)


def _timeline(overview: StoryOverview, texts: Texts) -> Markup:
    entries = [_account(account, texts) for account in overview.accounts]
    older = len(overview.members) - len(overview.accounts)
    rest = tag("p", texts("and-more", count=older), class_="note") if older else None
    return tag("section", tag("h2", texts("page-timeline")), *entries, rest)


def _account(account: Account, texts: Texts) -> Markup:
    article = account.article
    repeats = account.repeats
    note = None
    if repeats:
        own = repeats.publisher == article.publisher
        words = (
            texts("story-repeats-itself")
            if own
            else texts("story-repeats", outlet=repeats.publisher or repeats.title)
        )
        note = tag("p", f"↻ {words}", class_="note")
    more = tag("p", texts("story-more", count=account.more), class_="note") if account.more else None
    return tag(
        "article",
        tag("h3", linked(article), dir=direction(article.language)),
        tag("p", source_line(article, None, texts), class_="source"),
        *(quote(sentence, article, texts) for sentence in account.added),
        note,
        more,
        class_="card",
    )


def linked(article: Article) -> Markup:
    """Return an article's headline, linked to its page if it has one."""
    written = {"lang": article.language, "dir": direction(article.language)}
    url = web_address(article.url)
    if url is None:
        return tag("span", article.title, **written)
    return tag("a", article.title, href=url, rel="noopener", **written)


def _languages(sisters: Sequence[Sister], texts: Texts) -> Markup | None:
    if not sisters:
        return None
    rows = [tag("li", f"{texts.name_of(sister.language)}: ", linked(sister.article)) for sister in sisters]
    return tag("section", tag("h2", texts("page-languages")), tag("ul", *rows))


def _footer(overview: StoryOverview, texts: Texts) -> Markup:
    sample = any(member.sample for member in overview.members)
    notice = tag("p", texts("notice-samples")) if sample else None
    return tag("footer", tag("p", texts("page-verbatim")), notice)
