"""The query language: text -> Query. Words, "phrases", -not, OR, ( ), word*, fields, periods in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.errors import Localizable, QueryError, localizable
from bot.languages.stopwords import spoken_in, stop_words
from bot.search.analyzer import WORD, chain, supported
from bot.search.query.ast import (
    And,
    Field,
    FieldName,
    Node,
    Not,
    Or,
    Period,
    Phrase,
    Prefix,
    Word,
    leaves,
    render,
)
from bot.search.query.dates import Calendar, find_periods, named_stretch

ONLY_COMMON = localizable("problem-common")
"""The problem of a question whose words are all too common: articles have them, the index does not."""
MOST_LEAVES = 64
"""Words, phrases and filters of one question that are read."""
DEEPEST = 20
"""Brackets and minuses inside one another."""
SHORTEST_PREFIX = 2
PREFIX_LEAVES = 10
"""What a prefix counts for among these: it stands for hundreds of words."""

_OPENING = '"“„«'
_QUOTED = re.compile(r'["“„]([^"“”„]*)["”“]|«([^«»]*)»')
_FIELD = re.compile(r"(source|by|lang|after|before|since):(?=\S)|(source|lang):(?=\s|$)", re.IGNORECASE)
_OR = re.compile(r"OR(?=[\s()\"“„«]|$)")
_CHUNK = re.compile(r"[^\s()\"“”„«»]+")
_LANGUAGES = {
    "english": "en", "arabic": "ar", "turkish": "tr", "russian": "ru", "french": "fr", "german": "de",
    "spanish": "es", "persian": "fa", "farsi": "fa", "العربية": "ar", "türkçe": "tr", "ingilizce": "en",
    "arapça": "ar", "الإنجليزية": "en", "التركية": "tr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed question; equal and picklable by value.

    Args:
        text: As typed.
        root: What it asks; None when it names neither words nor filters, and then matches everything.
        problems: What was not understood, for the person asking.
        language: ISO 639-1 code of the question, or None when unknown.
        zone: IANA name of the zone its days were taken in.
    """

    text: str
    root: Node | None = None
    problems: tuple[Localizable, ...] = ()
    language: str | None = None
    zone: str = field(default="UTC")

    @property
    def words(self) -> tuple[str, ...]:
        """The words looked for, as typed, each once, in order; those under `-` left out."""
        found: dict[str, None] = {}
        for leaf, negated in leaves(self.root):
            if negated:
                continue
            if isinstance(leaf, Word | Prefix):
                found[leaf.text] = None
            elif isinstance(leaf, Phrase):
                found.update(dict.fromkeys(leaf.words))
        return tuple(found)

    @property
    def dated(self) -> bool:
        """Whether the question names a date or a period."""
        return any(isinstance(leaf, Period) for leaf, _ in leaves(self.root))

    def understood(self) -> str:
        """Return the query as understood, in the query language."""
        return render(self.root, ZoneInfo(self.zone))


def parse(text: str, *, now: datetime, zone: tzinfo = UTC, language: str | None = None) -> Query:
    """Return the query a text asks.

    Args:
        now: The present moment, aware; what "last week" counts from.
        zone: Where days begin; a `ZoneInfo`, or UTC.
        language: ISO 639-1 code of the question, if known.

    Raises:
        QueryError: Brackets or minuses stand too deep inside one another; says where.
    """
    parser = _Parser(text, Calendar(now, zone))
    root = _without_common(parser.parse(), (language,) if language else spoken_in(WORD.findall(text)))
    problems = list(dict.fromkeys(parser.problems))
    if root is not None and _only_common(root, language):
        problems.append(ONLY_COMMON)
    return Query(text, root, tuple(problems), language, str(zone) if isinstance(zone, ZoneInfo) else "UTC")


def _without_common(root: Node | None, languages: Sequence[str]) -> Node | None:
    """The question without its own language's common words, which are rare words elsewhere ("in", "die")."""
    if not isinstance(root, And) or not languages:
        return root
    common = frozenset.intersection(*map(stop_words, languages))
    kept = [node for node in root.nodes if not (isinstance(node, Word) and node.text.casefold() in common)]
    return _and(kept) if kept else root


def _only_common(root: Node, language: str | None) -> bool:
    lookup = chain(supported(language or "und"))
    texts = [leaf.text if isinstance(leaf, Word) else "" for leaf, _ in leaves(root)]
    return all(text and lookup.term(text) is None for text in texts)


class _Parser:
    """Recursive descent over the text; every step moves on, so any text ends."""

    def __init__(self, text: str, calendar: Calendar) -> None:
        self.text = text
        self.calendar = calendar
        self.at = 0
        self.leaves = 0
        self.problems: list[Localizable] = []
        self.periods = {start: (end, period) for start, end, period in self._said()}

    def parse(self) -> Node | None:
        nodes: list[Node] = []
        while self.at < len(self.text):
            group = self._sequence(0)
            nodes += [group] if group else []
            if self.at < len(self.text):
                self.problems.append(localizable("problem-bracket-closed", position=self.at + 1))
                self.at += 1
        return _and(nodes)

    def _said(self) -> list[tuple[int, int, Period]]:
        """Periods in words, outside quotes and fields."""
        blank = _QUOTED.sub(lambda m: "\x00" * len(m[0]), self.text)
        blank = re.sub(r"\b(?:source|by|lang|after|before|since):\S+", lambda m: "\x00" * len(m[0]), blank)
        return list(find_periods(blank[:2_000], self.calendar))

    def _sequence(self, depth: int) -> Node | None:
        """Return what stands up to a closing bracket or the end; OR binds its two neighbours."""
        nodes: list[Node] = []
        joining = False
        while self._skip() and self.text[self.at] != ")":
            if self._is_or():
                self.at += 2
                if joining or not nodes:
                    self.problems.append(localizable("problem-or"))
                joining = bool(nodes)
                continue
            node = self._one(depth)
            if node is None:
                continue
            if joining:
                nodes[-1] = _or(nodes[-1], node)
            else:
                nodes.append(node)
            joining = False
        if joining:
            self.problems.append(localizable("problem-or"))
        return _and(nodes)

    def _skip(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def _is_or(self) -> bool:
        return _OR.match(self.text, self.at) is not None

    def _one(self, depth: int) -> Node | None:
        """Return the node that begins here, None when there is nothing to look for; moves past it."""
        if depth > DEEPEST:
            raise QueryError(localizable("problem-deep"), position=self.at)
        letter = self.text[self.at]
        if self.at in self.periods:
            self.at, period = self.periods[self.at]
            return self._counted(period)
        if letter == "(":
            return self._group(depth)
        if letter in _OPENING:
            return self._phrase()
        if letter == "-" and self.text[self.at + 1 : self.at + 2].strip():
            return self._negation(depth)
        if match := _FIELD.match(self.text, self.at):
            return self._field(match)
        return self._chunk()

    def _group(self, depth: int) -> Node | None:
        opened = self.at
        self.at += 1
        node = self._sequence(depth + 1)
        if self.at >= len(self.text):
            self.problems.append(localizable("problem-bracket-open", position=opened + 1))
        self.at += 1
        return node

    def _negation(self, depth: int) -> Node | None:
        while self.text[self.at : self.at + 1] == "-":
            self.at += 1
        if not self._skip() or self.text[self.at] == ")":
            return None
        before = self.leaves
        node = self._one(depth + 1)
        return Not(node) if node and self.leaves > before else None

    def _phrase(self) -> Node | None:
        match = _QUOTED.match(self.text, self.at)
        if not match:
            self.problems.append(localizable("problem-quote", position=self.at + 1))
            self.at += 1
            return None
        self.at = match.end()
        words = tuple(WORD.findall(match[1] or match[2] or ""))
        if len(words) < 2:
            return self._counted(Word(words[0])) if words else None
        return self._counted(Phrase(words))

    def _field(self, match: re.Match[str]) -> Node | None:
        start, name = self.at, (match[1] or match[2]).lower()
        self.at = match.end()
        quoted = _QUOTED.match(self.text, self.at)
        plain = _CHUNK.match(self.text, self.at)
        value = (quoted[1] or quoted[2] or "") if quoted else plain[0] if plain else ""
        self.at = quoted.end() if quoted else plain.end() if plain else self.at
        value = " ".join(value.replace('"', " ").split())
        if name in ("after", "before", "since"):
            return self._dated(name, value, start)
        if not WORD.search(value):
            self.problems.append(localizable("problem-empty", field=name, position=start + 1))
            return None
        if name == "lang":
            value = _LANGUAGES.get(value.lower(), value.lower())
        return self._counted(Field(FieldName(name), value))

    def _dated(self, name: str, value: str, start: int) -> Node | None:
        stretch = named_stretch(value, self.calendar)
        if stretch is None:
            self.problems.append(localizable("problem-date", field=name, value=value, position=start + 1))
            return None
        first, end = stretch
        period = {"since": Period(first, None), "after": Period(end, None), "before": Period(None, first)}
        return self._counted(period[name])

    def _chunk(self) -> Node | None:
        match = _CHUNK.match(self.text, self.at)
        if not match:
            self.at += 1
            return None
        following = [start for start in self.periods if match.start() < start < match.end()]
        end = min(following, default=match.end())
        chunk = self.text[match.start() : end]
        self.at = end
        nodes: list[Node] = [Word(word) for word in WORD.findall(chunk)]
        if nodes and chunk.endswith("*"):
            nodes[-1] = self._prefix(nodes[-1])
        return _and([node for node in map(self._counted, nodes) if node])

    def _prefix(self, node: Node) -> Node:
        assert isinstance(node, Word)
        if len(node.text) >= SHORTEST_PREFIX:
            self.leaves += PREFIX_LEAVES - 1
            return Prefix(node.text)
        self.problems.append(localizable("problem-short", word=node.text, letters=SHORTEST_PREFIX))
        return node

    def _counted(self, node: Node) -> Node | None:
        self.leaves += 1
        if self.leaves <= MOST_LEAVES:
            return node
        self.problems.append(localizable("problem-long", words=MOST_LEAVES))
        return None


def _and(nodes: Sequence[Node]) -> Node | None:
    flat = [part for node in nodes for part in (node.nodes if isinstance(node, And) else (node,))]
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _or(left: Node, right: Node) -> Node:
    flat = [part for node in (left, right) for part in (node.nodes if isinstance(node, Or) else (node,))]
    return Or(tuple(flat))
