"""Headlines and texts of pages whose markup misleads."""

import time

import pytest

from bot.corpus.analysis.page import is_masthead
from bot.corpus.plain_text import paragraphs
from bot.corpus.raw import RawArticle
from bot.corpus.readers.html import page_article
from bot.corpus.readers.page_headline import without_site

TEXT = """<p>The lock on the old canal was shut on Friday after a barge hit its gate, the town said.</p>
<p>Divers will look at the gate on Monday, and boats wait in the upper basin until then, it added.</p>
<p>Bakers of the town brought bread to the crews, who played cards on deck and sang until midnight.</p>"""


def read(head: str, body: str) -> RawArticle:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    raw = page_article(page.encode(), source="page.html")
    assert isinstance(raw, RawArticle), raw
    return raw


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "<title>Barge hits lock</title>",
            f"<article><h2>Barge hits lock</h2>{TEXT}</article><aside><h1>Our newsletter</h1></aside>",
        ),
        (
            "<title>Barge hits lock | Canal Courier</title>",
            f'<h1 class="logo">Canal Courier</h1><article><h2>Barge hits lock</h2>{TEXT}</article>',
        ),
        (
            '<title>Canal Courier</title><meta property="og:title" content="Barge hits lock">',
            f'<h1><a href="/">Canal Courier</a></h1><article>{TEXT}</article>',
        ),
        (
            '<title>Lock shut – Canal Courier</title><meta property="og:site_name" content="Canal Courier">',
            f"<article><h1>Barge hits lock</h1>{TEXT}</article>",
        ),
        (
            "<title>Barge hits lock｜Canal Courier</title>"
            '<meta property="og:site_name" content="Canal Courier">',
            f"<article>{TEXT}</article>",
        ),
    ],
    ids=["newsletter", "logo", "link-to-start", "other-title", "wide-sign"],
)
def test_headline_is_the_articles_own(head: str, body: str) -> None:
    assert read(head, body).title == "Barge hits lock"


@pytest.mark.parametrize(
    "title",
    [
        "運河の門が閉まる：運河新聞",
        "運河の門が閉まる｜運河新聞",
        "運河の門が閉まる（運河新聞）",
        "運河の門が閉まる_運河新聞",
        "【運河新聞】運河の門が閉まる",
        "運河の門が閉まる - 運河新聞",
        "運河の門が閉まる／運河新聞",
    ],
)
def test_name_of_the_site_is_cut_at_any_sign(title: str) -> None:
    assert without_site(title, "運河新聞") == "運河の門が閉まる"


@pytest.mark.parametrize("title", ["Canal Courier", "Half-Courier wins", "What the Courier said"])
def test_name_of_the_site_within_a_headline_stays(title: str) -> None:
    assert without_site(title, "Courier" if title != "Canal Courier" else title) == title


@pytest.mark.parametrize(("title", "site"), [("|" * 30_000, "Courier"), ("Lock shut | " * 900, "|" * 9_000)])
def test_endless_headline_is_cut_before_the_site_is_looked_for(title: str, site: str) -> None:
    started = time.process_time()
    assert 0 < len(without_site(title, site)) <= 500
    assert time.process_time() - started < 1


def test_rows_of_a_table_are_lines_of_the_text() -> None:
    table = "<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Heron</td><td>Bakers</td></tr></table>"
    raw = read("<title>Regatta</title>", f"<article><h1>Regatta</h1>{TEXT}{table}</article>")
    assert "\nHeron, Bakers" in raw.text
    assert "|" not in raw.text


@pytest.mark.parametrize(
    "line", ["NATO的代表周一来到港口", "5G基站今天开通", "AI가 항구를 지킨다", "GPS ใช้ไม่ได้"]
)
def test_sentence_that_opens_with_an_acronym_is_no_masthead(line: str) -> None:
    assert not is_masthead(line)


def test_short_paragraphs_without_spaces_are_not_joined() -> None:
    lines = [
        "港口今天早上重新开放，第一艘渡轮在八点钟离开，船上有三百名乘客和很多自行车，还有两只狗在甲板上。",
        "市长参加了仪式。",
        "下一艘船中午出发，乘客可以在新的大厅里等候。",
    ]
    assert paragraphs("\n".join(lines)) == lines
