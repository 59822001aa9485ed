"""HTML that can't be broken out of: whatever is not markup made here is escaped."""

from html import escape

from bot.api.xml_text import clean

_VOID = frozenset({"meta", "link", "br"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *content: str | None, **attributes: str | int | None) -> Markup:
    """Return an element.

    Args:
        content: Text, which is escaped, or `Markup`; None is left out.
        attributes: None is left out; a trailing underscore is dropped (`class_`), others become hyphens.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(*content)}</{name}>")


def joined(*content: str | None) -> Markup:
    """Return parts after each other, escaped unless they are `Markup`."""
    return Markup(
        "".join(part if isinstance(part, Markup) else escape(clean(part)) for part in content if part)
    )


def direction(language: str) -> str:
    """Return "rtl" or "ltr", in which a language is written."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def web_address(url: str | None) -> str | None:
    """Return an address that a link may lead to: on the web, nothing that runs."""
    return url if url and url.startswith(("http://", "https://")) else None
