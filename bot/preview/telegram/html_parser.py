"""A parser for Telegram's HTML, with Telegram's errors.

Behaves like `parseTextEntities` of TDLib; property tests compare the two.
"""

import re
from dataclasses import dataclass

from bot.preview.telegram.html_entities import TAGS, Entity, entity_of, unparsable

_SPACES = b" \t\r\n\x00\x0b"
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_TOKEN = re.compile(rb"[a-zA-Z0-9.-]*")


@dataclass(slots=True)
class _Open:
    """An open tag; `first_part` is where its content starts in the parser's `result`."""

    tag: str
    attributes: dict[str, str]
    offset: int
    first_part: int


class _Parser:
    """Makes one pass over the bytes of a message, as TDLib does; positions in errors are byte offsets."""

    def __init__(self, html: str) -> None:
        self.source = html.encode("utf-8", "surrogatepass")
        self.at = 0
        self.result: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if self.source[self.at] == ord("<"):
                self._tag()
            else:
                self._text()
        if self.open:
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.result), sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def _peek(self) -> int:
        return self.source[self.at] if self.at < len(self.source) else 0

    def _text(self) -> None:
        if self.source[self.at] == ord("&") and (character := self._reference()):
            self._put(character)
            return
        end = self.at + 1
        while end < len(self.source) and self.source[end] not in b"<&":
            end += 1
        self._put(self.source[self.at : end].decode("utf-8", "surrogatepass"))
        self.at = end

    def _reference(self) -> str:
        """Return the character of a reference at this position, or "" if Telegram doesn't know it."""
        match = _REFERENCE.match(self.source, self.at)
        if match is None:
            return ""
        if match[3] is not None:
            character = _NAMED.get(match[3], "")
        else:
            digits, base = (match[1], 16) if match[1] is not None else (match[2], 10)
            character = _character(int(digits, base)) if len(digits) < 12 else ""
        if character:
            self.at = match.end()
        return character

    def _put(self, text: str) -> None:
        self.result.append(text)
        self.length += sum(2 if c > "\uffff" else 1 for c in text)

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == ord("/"):
            self._end(begin)
        else:
            self._start(begin)

    def _word(self, stops: bytes) -> str:
        begin = self.at
        while self._peek() not in _SPACES and self._peek() not in stops:
            self.at += 1
        return self.source[begin : self.at].decode("utf-8", "surrogatepass")

    def _skip_spaces(self) -> None:
        while self._peek() != 0 and self._peek() in _SPACES:
            self.at += 1

    def _start(self, begin: int) -> None:
        tag = self._word(b">").lower()
        if self._peek() == 0:
            raise unparsable(f"Unclosed start tag at byte offset {begin}")
        if tag not in TAGS:
            raise unparsable(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes: dict[str, str] = {}
        while self._peek() != ord(">"):
            self._skip_spaces()
            if self._peek() == ord(">"):
                break
            self._attribute(tag, begin, attributes)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, attributes, self.length, len(self.result)))

    def _attribute(self, tag: str, begin: int, attributes: dict[str, str]) -> None:
        name = self._word(b"=>/\"'")
        if not name:
            raise unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip_spaces()
        if self._peek() == 0:
            raise unparsable(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if self._peek() != ord("="):
            attributes[name] = ""
            return
        self.at += 1
        self._skip_spaces()
        if self._peek() == 0:
            raise unparsable(f'Unclosed start tag "{tag}" at byte offset {begin}')
        attributes[name] = self._value()
        if self._peek() == 0:
            raise unparsable(f"Unclosed start tag at byte offset {begin}")

    def _value(self) -> str:
        quote = self._peek()
        if quote not in b"'\"":
            begin = self.at
            token = _TOKEN.match(self.source, self.at)
            assert token is not None
            self.at = token.end()
            if self._peek() not in _SPACES and self._peek() != ord(">"):
                raise unparsable(f"Unexpected end of name token at byte offset {begin}")
            return token[0].decode().lower()
        self.at += 1
        parts = []
        while self._peek() not in (quote, 0):
            if self._peek() == ord("&") and (character := self._reference()):
                parts.append(character.encode("utf-8", "surrogatepass"))
                continue
            parts.append(self.source[self.at : self.at + 1])
            self.at += 1
        if self._peek() == quote:
            self.at += 1
        return b"".join(parts).decode("utf-8", "surrogatepass")

    def _end(self, begin: int) -> None:
        if not self.open:
            raise unparsable(f"Unexpected end tag at byte offset {begin}")
        self.at += 1
        tag = self._word(b">").lower()
        self._skip_spaces()
        if self._peek() != ord(">"):
            raise unparsable(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            words = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise unparsable(f"Unmatched end tag at byte offset {begin}, {words}")
        if self.length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        text = "".join(self.result[opened.first_part :]) if opened.tag == "a" else ""
        entity = entity_of(opened.tag, opened.attributes, text)
        if entity is None:
            return
        entity |= {"offset": opened.offset, "length": self.length - opened.offset}
        if opened.tag in ("pre", "code") and self._merge_code(opened, entity):
            return
        self.entities.append(entity)

    def _merge_code(self, opened: _Open, entity: Entity) -> bool:
        """Merge `<pre><code class="language-x">` into one `pre` entity with a language."""
        language = (
            opened.attributes.get("class", "").removeprefix("language-") if opened.tag == "code" else ""
        )
        if opened.tag == "pre" and self.entities:
            last = self.entities[-1]
            same = (last["offset"], last["length"]) == (entity["offset"], entity["length"])
            if same and last["type"] == "code" and last.get("_language"):
                self.entities[-1] = {**entity, "language": last["_language"]}
                return True
        if language and opened.attributes.get("class", "").startswith("language-"):
            entity["_language"] = language
        return False


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """Return a message's text and its entities, offsets and lengths in UTF-16 code units.

    Raises:
        ApiError: Telegram would reject the markup.
    """
    text, entities = _Parser(html).parse()
    return text, [{key: value for key, value in entity.items() if key != "_language"} for entity in entities]


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
