"""The same event in other languages: a line on cards, and a list."""

from collections.abc import Sequence

from bot.questions.model import Sister, SisterStories
from handlers.questions.article_render import headline_html, italic, provenance_html, title_html
from handlers.telegram.bidi import line, name
from handlers.telegram.html import fit, plain
from handlers.texts import Texts


def also_html(sisters: Sequence[Sister], texts: Texts) -> list[str]:
    """Return "Also in Arabic (3), Turkish (2)" as a list of one line, empty without sisters."""
    if not sisters:
        return []
    languages = texts.listed([_language(sister, texts) for sister in sisters])
    return [line(texts("story-also", languages=plain(languages)), texts)]


def sister_label(sister: Sister, texts: Texts) -> str:
    """Return the label of a button that opens a sister story."""
    return f"🌐 {_language(sister, texts)}"


def sisters_html(found: SisterStories, texts: Texts) -> str:
    """Return the stories of other languages about an article's event, numbered."""
    head = texts("sisters", title=title_html(found.article, texts))
    entries = [_entry(number, sister, texts) for number, sister in enumerate(found.sisters, start=1)]
    return fit([head, *(entries or [texts("sisters-none")])])


def _entry(number: int, sister: Sister, texts: Texts) -> str:
    title = line(f"\n{number}. {headline_html(sister.article, texts)}", texts)
    language = name(plain(_language(sister, texts)), texts)
    return f"{title}\n{italic(line(f'{language} · {provenance_html(sister.article, texts)}', texts))}"


def _language(sister: Sister, texts: Texts) -> str:
    return f"{texts.name_of(sister.language)} ({texts.number(sister.articles)})"
