"""Developments of a story as messages show them."""

from bot.corpus.article import ArticleId
from bot.developments.development import Development, DevelopmentKind, Statement
from handlers.questions.development_render import developments_html
from handlers.texts import Texts

FIVE = "Five people were killed near Oss."


def _figures(text: str = FIVE) -> Development:
    return Development(DevelopmentKind.FIGURES, ArticleId("a"), "Five", text, "Mill Gazette", "en")


def _correction() -> Development:
    before = Statement("Four people were killed near Oss.", language="en")
    return Development(
        DevelopmentKind.CORRECTION,
        ArticleId("a"),
        "Ferry sinks",
        FIVE,
        "Mill Gazette",
        "en",
        others=(before,),
    )


def test_a_corrected_figure_is_shown_once() -> None:
    html = "\n".join(developments_html([_figures(), _correction()], Texts("en")))
    assert "New figures" not in html
    assert html.count("people were killed near Oss.") == 2
    assert "<s>Four people were killed near Oss.</s>\n→ <b>Five </b>people were killed near Oss." in html


def test_other_figures_are_shown_beside_a_correction() -> None:
    html = "\n".join(developments_html([_figures("Five boats came to Oss."), _correction()], Texts("en")))
    assert "New figures: <b>Five</b>" in html
