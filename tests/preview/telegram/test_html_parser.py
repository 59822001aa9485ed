"""The HTML parser returns what TDLib returns: the same text, entities and errors."""

from hypothesis import given
from hypothesis import strategies as st

from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.html_parser import parse_html
from tests import tdlib

PIECES = st.sampled_from(
    [
        "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<s>", "</s>", "<code>", "</code>", "<pre>", "</pre>",
        "<blockquote>", "<blockquote expandable>", "</blockquote>", "<tg-spoiler>", "</tg-spoiler>",
        '<span class="tg-spoiler">', "</span>", '<span class="x">', "<p>", "<br>", "</", "<", ">", "&",
        "&lt;",
        "&amp;", "&nbsp;", "&#65;", "&#x1F600;", "&#0;", "&quot", "&lt", "</>", "<B>", "</B>", "< b>",
        '<code class="language-python">', '<a href="https://a.example">', "</a>", "<a>", "<a href=x>",
        '<tg-time unix="1795167000" format="dt">', '<tg-time unix="1" format="r">', "</tg-time>",
        '<tg-time unix="x">', '<tg-time unix="5" format="zz">', '<tg-emoji emoji-id="5368324170671202286">',
        "</tg-emoji>", '<b class="', "<b class", "<b x=y>", "<b =>", "é", "😀",
        "\n", " ", "x", "y.example", "\t",
    ]
)  # fmt: skip
KINDS = {
    "Bold": "bold", "Italic": "italic", "Underline": "underline", "Strikethrough": "strikethrough",
    "Spoiler": "spoiler", "Code": "code", "Pre": "pre", "PreCode": "pre", "TextUrl": "text_link",
    "BlockQuote": "blockquote", "ExpandableBlockQuote": "expandable_blockquote",
    "CustomEmoji": "custom_emoji", "DateTime": "date_time",
}  # fmt: skip


def theirs(html: str) -> object:
    answer = tdlib.parse_html(html)
    if answer["@type"] == "error":
        return "Bad Request: c" + answer["message"][1:]
    shown = [
        (e["offset"], e["length"], KINDS[e["type"]["@type"].removeprefix("textEntityType")])
        for e in answer["entities"]
    ]
    return answer["text"], sorted(shown)


def ours(html: str) -> object:
    try:
        text, entities = parse_html(html)
    except ApiError as error:
        return error.description
    return text, sorted((e["offset"], e["length"], e["type"]) for e in entities)


@given(st.lists(PIECES, max_size=9).map("".join))
def test_parser_agrees_with_tdlib(html: str) -> None:
    assert ours(html) == theirs(html)
