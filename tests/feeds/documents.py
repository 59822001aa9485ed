"""Feeds and pages as sites publish them."""

from html import escape


def rss(
    *entries: tuple[str, str], title: str = "The Lindmar Ledger", base: str = "https://ledger.example"
) -> str:
    """Return RSS 2.0; each entry, a title and a text, gets its own URL and date."""
    items = "".join(
        f"<item><title>{escape(name)}</title><link>{base}/{number}</link><guid>{base}/{number}</guid>"
        f"<pubDate>Mon, 02 Nov 2026 10:{number:02}:00 GMT</pubDate>"
        f"<description>{escape(text)}</description></item>"
        for number, (name, text) in enumerate(entries)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{escape(title)}</title>'
        f"<link>{base}</link>{items}</channel></rss>"
    )


def page(title: str, *paragraphs: str) -> str:
    """Return a page with an article between a menu and a footer."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body>'
        '<nav><a href="/">Home</a></nav>'
        f"<article><h1>{title}</h1>{text}</article><footer>All rights reserved</footer></body></html>"
    )


BRIDGE = ("Bridge over the Oss opened", "The mayor opened the new bridge over the Oss on Monday morning.")
FERRY = ("Ferry to Tarnholm stopped", "The ferry to Tarnholm stays in harbour until the storm is over.")
OWLS = ("Owls return to the mill", "A pair of barn owls has returned to the old mill, the keeper said.")
