"""The lenient query parser: text -> Query. Words, "phrases", -not, OR, ( ), word*, fields, dates in words."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.errors import Localizable, QueryError, localizable
from bot.languages.stopwords import spoken_in, stop_words
from bot.search.analyzer import WORD, analyzer_for, analyzer_language
from bot.search.query.ast import And, Field, FieldName, Node, Not, Or, Period, Phrase, Prefix, Word, leaves
from bot.search.query.calendar import Calendar
from bot.search.query.dates import find_periods, parse_date_range
from bot.search.query.query import Query

ONLY_COMMON = localizable("problem-common")
"""The problem of a query that has only stop words: articles contain them, the index does not."""
MAX_LEAVES = 64
"""Words, phrases and filters that are read of one query."""
MAX_DEPTH = 20
"""Nested brackets and minuses."""
MIN_PREFIX_LENGTH = 2
PREFIX_COST = 10
"""What a prefix counts towards `MAX_LEAVES`: it expands to hundreds of words."""

_OPENING_QUOTES = '"“„«'
_QUOTED = re.compile(r'["“„]([^"“”„]*)["”“]|«([^«»]*)»')
_FIELD = re.compile(r"(source|by|lang|after|before|since):(?=\S)|(source|lang):(?=\s|$)", re.IGNORECASE)
_FIELD_WITH_VALUE = re.compile(r"\b(?:source|by|lang|after|before|since):\S+")
_OR = re.compile(r"OR(?=[\s()\"“„«]|$)")
_CHUNK = re.compile(r"[^\s()\"“”„«»]+")
_LANGUAGES = {
    "english": "en", "arabic": "ar", "turkish": "tr", "russian": "ru", "french": "fr", "german": "de",
    "spanish": "es", "persian": "fa", "farsi": "fa", "العربية": "ar", "türkçe": "tr", "ingilizce": "en",
    "arapça": "ar", "الإنجليزية": "en", "التركية": "tr",
}  # fmt: skip


def parse(text: str, *, now: datetime, zone: tzinfo = UTC, language: str | None = None) -> Query:
    """Return the query that a text expresses.

    Args:
        now: The present moment, aware; "last week" counts from it.
        zone: Where days begin; a `ZoneInfo`, or UTC.
        language: ISO 639-1 code of the query, if known.

    Raises:
        QueryError: Brackets or minuses are nested too deeply; has the position.
    """
    parser = _QueryParser(text, Calendar(now, zone))
    languages = (language,) if language else spoken_in(WORD.findall(text))
    root = _without_stop_words(parser.parse(), languages)
    problems = list(dict.fromkeys(parser.problems))
    if root is not None and _has_only_stop_words(root, language):
        problems.append(ONLY_COMMON)
    return Query(text, root, tuple(problems), language, str(zone) if isinstance(zone, ZoneInfo) else "UTC")


def _without_stop_words(root: Node | None, languages: Sequence[str]) -> Node | None:
    """Return the query without its language's stop words, which can be rare words elsewhere ("in", "die")."""
    if not isinstance(root, And) or not languages:
        return root
    common = frozenset.intersection(*map(stop_words, languages))
    kept = [node for node in root.nodes if not (isinstance(node, Word) and node.text.casefold() in common)]
    return _and(kept) if kept else root


def _has_only_stop_words(root: Node, language: str | None) -> bool:
    analyzer = analyzer_for(analyzer_language(language or "und"))
    texts = [leaf.text if isinstance(leaf, Word) else "" for leaf, _ in leaves(root)]
    return all(text and analyzer.term(text) is None for text in texts)


class _QueryParser:
    """Recursive descent over the text; every step moves forward, so parsing always ends."""

    def __init__(self, text: str, calendar: Calendar) -> None:
        self.text = text
        self.calendar = calendar
        self.position = 0
        self.leaves = 0
        self.problems: list[Localizable] = []
        self.periods = {start: (end, period) for start, end, period in self._find_periods()}

    def parse(self) -> Node | None:
        nodes: list[Node] = []
        while self.position < len(self.text):
            group = self._sequence(0)
            nodes += [group] if group else []
            if self.position < len(self.text):
                self.problems.append(localizable("problem-bracket-closed", position=self.position + 1))
                self.position += 1
        return _and(nodes)

    def _find_periods(self) -> list[tuple[int, int, Period]]:
        """Return (start, end, period) of the periods in words, outside quotes and fields."""
        masked = _QUOTED.sub(lambda match: "\x00" * len(match[0]), self.text)
        masked = _FIELD_WITH_VALUE.sub(lambda match: "\x00" * len(match[0]), masked)
        return list(find_periods(masked[:2_000], self.calendar))

    def _sequence(self, depth: int) -> Node | None:
        """Return the nodes up to a closing bracket or the end; OR joins its two neighbours."""
        nodes: list[Node] = []
        joining = False
        while self._skip_spaces() and self.text[self.position] != ")":
            if _OR.match(self.text, self.position):
                self.position += 2
                if joining or not nodes:
                    self.problems.append(localizable("problem-or"))
                joining = bool(nodes)
                continue
            node = self._node(depth)
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

    def _skip_spaces(self) -> bool:
        """Move to the next letter; return whether there is one."""
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1
        return self.position < len(self.text)

    def _node(self, depth: int) -> Node | None:
        """Return the node that begins here, None when it searches for nothing; moves past it."""
        if depth > MAX_DEPTH:
            raise QueryError(localizable("problem-deep"), position=self.position)
        letter = self.text[self.position]
        if self.position in self.periods:
            self.position, period = self.periods[self.position]
            return self._within_limit(period)
        if letter == "(":
            return self._group(depth)
        if letter in _OPENING_QUOTES:
            return self._phrase()
        if letter == "-" and self.text[self.position + 1 : self.position + 2].strip():
            return self._negation(depth)
        if match := _FIELD.match(self.text, self.position):
            return self._field(match)
        return self._chunk()

    def _group(self, depth: int) -> Node | None:
        opened = self.position
        self.position += 1
        node = self._sequence(depth + 1)
        if self.position >= len(self.text):
            self.problems.append(localizable("problem-bracket-open", position=opened + 1))
        self.position += 1
        return node

    def _negation(self, depth: int) -> Node | None:
        while self.text[self.position : self.position + 1] == "-":
            self.position += 1
        if not self._skip_spaces() or self.text[self.position] == ")":
            return None
        before = self.leaves
        node = self._node(depth + 1)
        return Not(node) if node and self.leaves > before else None

    def _phrase(self) -> Node | None:
        match = _QUOTED.match(self.text, self.position)
        if not match:
            self.problems.append(localizable("problem-quote", position=self.position + 1))
            self.position += 1
            return None
        self.position = match.end()
        words = tuple(WORD.findall(match[1] or match[2] or ""))
        if len(words) < 2:
            return self._within_limit(Word(words[0])) if words else None
        return self._within_limit(Phrase(words))

    def _field(self, match: re.Match[str]) -> Node | None:
        start, name = self.position, (match[1] or match[2]).lower()
        self.position = match.end()
        value = " ".join(self._field_value().replace('"', " ").split())
        if name in ("after", "before", "since"):
            return self._date_field(name, value, start)
        if not WORD.search(value):
            self.problems.append(localizable("problem-empty", field=name, position=start + 1))
            return None
        if name == "lang":
            value = _LANGUAGES.get(value.lower(), value.lower())
        return self._within_limit(Field(FieldName(name), value))

    def _field_value(self) -> str:
        """Return the quoted or bare value that begins here, "" for none; moves past it."""
        match = _QUOTED.match(self.text, self.position) or _CHUNK.match(self.text, self.position)
        if not match:
            return ""
        self.position = match.end()
        return (match[1] or match[2] or "") if match.re is _QUOTED else match[0]

    def _date_field(self, name: str, value: str, start: int) -> Node | None:
        date_range = parse_date_range(value, self.calendar)
        if date_range is None:
            self.problems.append(localizable("problem-date", field=name, value=value, position=start + 1))
            return None
        first, end = date_range
        period = {"since": Period(first, None), "after": Period(end, None), "before": Period(None, first)}
        return self._within_limit(period[name])

    def _chunk(self) -> Node | None:
        """Return the words up to a space, bracket, quote or period in words."""
        match = _CHUNK.match(self.text, self.position)
        if not match:
            self.position += 1
            return None
        periods = [start for start in self.periods if match.start() < start < match.end()]
        end = min(periods, default=match.end())
        chunk = self.text[match.start() : end]
        self.position = end
        nodes: list[Node] = [Word(word) for word in WORD.findall(chunk)]
        if nodes and chunk.endswith("*"):
            nodes[-1] = self._prefix(nodes[-1])
        return _and([node for node in map(self._within_limit, nodes) if node])

    def _prefix(self, node: Node) -> Node:
        assert isinstance(node, Word)
        if len(node.text) >= MIN_PREFIX_LENGTH:
            self.leaves += PREFIX_COST - 1
            return Prefix(node.text)
        self.problems.append(localizable("problem-short", word=node.text, letters=MIN_PREFIX_LENGTH))
        return node

    def _within_limit(self, node: Node) -> Node | None:
        """Return a leaf, None once there are too many."""
        self.leaves += 1
        if self.leaves <= MAX_LEAVES:
            return node
        self.problems.append(localizable("problem-long", words=MAX_LEAVES))
        return None


def _and(nodes: Sequence[Node]) -> Node | None:
    flat = [part for node in nodes for part in (node.nodes if isinstance(node, And) else (node,))]
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _or(left: Node, right: Node) -> Node:
    flat = [part for node in (left, right) for part in (node.nodes if isinstance(node, Or) else (node,))]
    return Or(tuple(flat))
