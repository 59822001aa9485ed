"""The text of a feed's entry, without what blog programs and link boards add to it."""

import html
import re
from dataclasses import dataclass

from bot.corpus.analysis.gazetteer import canonical
from bot.corpus.plain_text import clean
from bot.corpus.readers.html_text import LINK_END, LINK_START, marked_text, without_marks
from bot.languages.phrases import pattern

FULL_TEXT_CHARS = 1_200
"""An entry this long holds the article itself, not a teaser."""
_LABEL_WORDS = 3
"""Words of a link that may be a mere label."""
_LONGEST_FOOTER = 450
_FOOTER_REST = 60
"""Characters that a blog's footer has besides the headline and the site's name."""
_LABEL_FORM = r"{}(?![^\W\d_])|https?://\S+|/?u/[\w-]+|to\s+/?r/[\w-]+"
_TRAILING_LABEL_FORM = r"(?<=[.!?…\])»”\"])\s+[\W_]*{}[\W_]*$"
_LINK = re.compile(f"{LINK_START}([^{LINK_START}{LINK_END}]*){LINK_END}")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_TAG_OR_ENTITY = re.compile(r"<[^<>]*>|&#?\w{1,8};")
_LETTER = re.compile(r"[^\W\d_]|/[ur]/")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…\])»”\"])\s+")


@dataclass(frozen=True, slots=True)
class Written:
    """A text as a feed has it.

    Args:
        plain: Plain text by the feed's format, else HTML.
    """

    value: str
    plain: bool = False

    @property
    def words(self) -> int:
        """How many words a reader sees, roughly."""
        if self.plain:
            return len(_WORD.findall(self.value))
        markup = self.value if "<" in self.value else html.unescape(self.value)
        return len(_WORD.findall(_TAG_OR_ENTITY.sub(" ", markup)))


def most_words(*texts: Written) -> Written:
    """Return the text with the most words, the first of equals."""
    distinct = list({text.value: text for text in texts if text.value}.values())
    return max(distinct, key=lambda text: text.words) if len(distinct) > 1 else (distinct or [Written("")])[0]


def entry_text(written: Written, *, title: str = "", site: str = "") -> str:
    """Return an entry's text; "" when it has only labels of links.

    Args:
        title: The entry's headline.
        site: The feed's name.
    """
    marked = marked_text(written.value, plain=written.plain).split("\n")
    lines = [without_marks(line) for line in marked if not is_label(line)]
    # Two line breaks between the blocks of HTML: they were not wrapped at a column.
    text = clean(("\n" if written.plain else "\n\n").join(lines)).strip()
    text = _without_footer(text, title, site)
    if len(text) < FULL_TEXT_CHARS:
        text = pattern("boilerplate.link_label", _TRAILING_LABEL_FORM).sub("", text)
    return text.strip()


def is_label(line: str) -> bool:
    """Whether a line, with its links marked, has only links that are no sentence ("[link] [comments]")."""
    plain = " ".join(without_marks(line).split())
    if not plain:
        return False
    if _is_labels(plain):
        return True
    links = _LINK.findall(line)
    around = _LINK.sub(" ", line).strip(" |·•[]()-–—:»›>")
    if not links or (around and not _is_labels(around)):
        return False
    # An outlet's name may credit the article to it.
    return all(_is_short(link) and not canonical(link.strip()) for link in links)


def _is_labels(text: str) -> bool:
    """Whether a text consists of labels, addresses and signs; labels are looked for from left to right."""
    label = pattern("boilerplate.link_label", _LABEL_FORM)
    position, found = 0, False
    while letter := _LETTER.search(text, position):
        match = label.match(text, letter.start())
        if not match:
            return False
        position, found = match.end(), True
    return found


def _is_short(link: str) -> bool:
    return len(link.split()) <= _LABEL_WORDS or _URL.fullmatch(link.strip()) is not None


def _without_footer(text: str, title: str, site: str) -> str:
    """Return a text without the lines at its end that blog programs add."""
    while text:
        start = text.rfind("\n") + 1
        if start and _is_footer(text[start:], title, site):
            text = text[:start].rstrip()
            continue
        cut = next((cut for cut in _sentence_starts(text, start) if _is_known_footer(text[cut:])), None)
        return text if cut is None else text[:cut].rstrip()
    return text


def _sentence_starts(text: str, line_start: int) -> list[int]:
    """Return where sentences of a last line begin from which a footer may reach to its end, last first."""
    starts = [line_start, *(end.end() for end in _SENTENCE_END.finditer(text, line_start))]
    return [start for start in reversed(starts) if len(text) - start <= _LONGEST_FOOTER]


def _is_known_footer(line: str) -> bool:
    return pattern("boilerplate.blog_footer").fullmatch(line.strip().rstrip(".")) is not None


def _is_footer(line: str, title: str, site: str) -> bool:
    """Whether a line is known, or little more than the headline and the site's name."""
    if _is_known_footer(line):
        return True
    if not title or not site or len(line) > len(title) + len(site) + _FOOTER_REST:
        return False
    words = _plain(line)
    return _plain(title) in words and _plain(site) in words.replace(_plain(title), " ", 1)


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
