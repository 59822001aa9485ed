"""The lenient query parser: text -> Query.

Words, "phrases", -not, NOT, AND, OR, ( ), word*, fields, dates in words.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.errors import Localizable, QueryError, localizable
from bot.languages.stopwords import spoken_in
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.capitals import is_shouted
from bot.search.query.ast import And, Field, FieldName, Node, Not, Or, Period, Phrase, Prefix, Word, leaves
from bot.search.query.calendar import Calendar
from bot.search.query.dates import find_periods, parse_date_range
from bot.search.query.language_names import LANGUAGE_CODES
from bot.search.query.query import Query
from bot.search.query.stop_words import StopWords, only_word, with_word
from bot.search.words import WORD, find_words, is_signs, split_words

ONLY_COMMON = localizable("problem-common")
"""The problem of a query that has only stop words: articles contain them, the index does not."""
MAX_LEAVES = 64
"""Words, phrases and filters that are read of one query."""
MAX_DEPTH = 20
"""Nested brackets and minuses."""
MIN_PREFIX_LENGTH = 2
PREFIX_COST = 10
"""What a prefix counts towards `MAX_LEAVES`: it expands to hundreds of words."""

_OPENING_QUOTES = '"“„«»「『'
_SIGNS = "-−!"
"""Mean NOT before a word; phones write the minus of mathematics, too."""
_QUOTED = re.compile(r'["“„]([^"“”„]*)["”“]|«([^«»]*)»|»(?=\S)([^«»]*)(?<=\S)«|「([^「」]*)」|『([^『』]*)』')
_FIELD = re.compile(r"(source|by|said|lang|after|before|since):(?=\S)|(source|lang):(?=\s|$)", re.IGNORECASE)
_FIELD_WITH_VALUE = re.compile(r"\b(?:source|by|said|lang|after|before|since):\S+")
_OTHER_FIELD = re.compile(r"([A-Za-z][A-Za-z_]{1,19}):(?=[^\s:/])")
_OPERATOR = re.compile(r"(?:(OR)|(AND)|(NOT))(?=[\s()\"“„«»]|$)|(?:(\|\|)|(&&))(?=\s|$)")
_CHUNK = re.compile(r"[^\s()\"“”„«»「」『』]+")


def parse(
    text: str, *, now: datetime, zone: tzinfo = UTC, language: str | None = None, years: bool = True
) -> Query:
    """Return the query that a text expresses.

    Args:
        now: The present moment, aware; "last week" counts from it.
        zone: Where days begin; a `ZoneInfo`, or UTC.
        language: ISO 639-1 code of the query, if known.
        years: Whether a year alone ("in 2019") is a period; otherwise it is a word.

    Raises:
        QueryError: Brackets or minuses are nested too deeply; has the position.
    """
    languages = (language,) if language else spoken_in(split_words(text))
    parser = _QueryParser(text, Calendar(now, zone), StopWords(text, languages), years=years)
    root = _without_stop_words(parser.parse(), parser.stop_words)
    problems = list(dict.fromkeys(parser.problems))
    if root is not None and _has_only_stop_words(root, language):
        problems.append(ONLY_COMMON)
    return Query(text, root, tuple(problems), language, str(zone) if isinstance(zone, ZoneInfo) else "UTC")


def _without_stop_words(root: Node | None, stop_words: StopWords) -> Node | None:
    """Return the query without its language's stop words, which can be rare words elsewhere ("in", "die").

    One that is all there is to look for is a name, if it has a capital ("WHO", "May").
    """
    alone = only_word(root)
    if root is not None and alone and (name := stop_words.name_alone(alone)):
        return with_word(root, alone, name)
    if not isinstance(root, And):
        return root
    kept = [node for node in root.nodes if not (isinstance(node, Word) and stop_words.drops(node.text))]
    return _and(kept) if kept else root


def _has_only_stop_words(root: Node, language: str | None) -> bool:
    analyzer = analyzer_for(analyzer_language(language or "und"))
    texts = [leaf.text if isinstance(leaf, Word) else "" for leaf, _ in leaves(root)]
    return all(text and analyzer.term(text) is None for text in texts)


class _QueryParser:
    """Recursive descent over the text; every step moves forward, so parsing always ends."""

    def __init__(self, text: str, calendar: Calendar, stop_words: StopWords, *, years: bool) -> None:
        self.text = text
        self.stop_words = stop_words
        self.calendar = calendar
        self.position = 0
        self.leaves = 0
        self.problems: list[Localizable] = []
        self.periods = {start: (end, period) for start, end, period in self._find_periods(years)}

    def parse(self) -> Node | None:
        nodes: list[Node] = []
        while self.position < len(self.text):
            group = self._sequence(0)
            nodes += [group] if group else []
            if self.position < len(self.text):
                self.problems.append(localizable("problem-bracket-closed", position=self.position + 1))
                self.position += 1
        return _and(nodes)

    def _find_periods(self, years: bool) -> list[tuple[int, int, Period]]:
        """Return (start, end, period) of the periods in words, outside quotes and fields."""
        masked = _QUOTED.sub(lambda match: "\x00" * len(match[0]), self.text)
        masked = _FIELD_WITH_VALUE.sub(lambda match: "\x00" * len(match[0]), masked)
        return list(find_periods(masked[:2_000], self.calendar, years=years))

    def _sequence(self, depth: int) -> Node | None:
        """Return the nodes up to a closing bracket or the end; OR joins its two neighbours."""
        nodes: list[Node] = []
        joining = negating = False
        while self._skip_spaces() and self.text[self.position] != ")":
            if operator := self._operator():
                if operator == "OR" and (joining or not nodes):
                    self.problems.append(localizable("problem-or"))
                joining = bool(nodes) if operator == "OR" else joining
                negating = negating or operator == "NOT"
                continue
            node = self._node(depth)
            if node is None:
                continue
            node = Not(node) if negating else node
            if joining:
                nodes[-1] = _or(nodes[-1], node)
            else:
                nodes.append(node)
            joining = negating = False
        if joining:
            self.problems.append(localizable("problem-or"))
        if negating:
            self.problems.append(localizable("problem-not"))
        return _and(nodes)

    def _operator(self) -> str | None:
        """Return the operator that begins here, None for none; moves past it.

        NOT is a word in a text that is all in capitals.
        """
        match = _OPERATOR.match(self.text, self.position)
        if not match or (match[3] and self._shouted):
            return None
        self.position = match.end()
        return "OR" if match[1] or match[4] else "AND" if match[2] or match[5] else "NOT"

    @cached_property
    def _shouted(self) -> bool:
        return is_shouted(self.text)

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
        if letter in _SIGNS and self._negates():
            return self._negation(depth)
        if match := _FIELD.match(self.text, self.position):
            return self._field(match)
        if match := _OTHER_FIELD.match(self.text, self.position):
            self.problems.append(localizable("problem-field", field=match[1], position=self.position + 1))
            self.position = match.end()
            return self._node(depth + 1)
        return self._chunk()

    def _negates(self) -> bool:
        """Whether the sign here is a NOT: not right after a word or quotation mark ("„A“-Team")."""
        before = self.text[self.position - 1 : self.position]
        after = self.text[self.position + 1 : self.position + 2]
        if self.text[self.position] == "!":
            return before.isspace() and (after.isalnum() or after in tuple(f"({_OPENING_QUOTES}"))
        return bool(after.strip()) and (not before or before.isspace() or before in "()-−")

    def _group(self, depth: int) -> Node | None:
        opened = self.position
        self.position += 1
        node = self._sequence(depth + 1)
        if self.position >= len(self.text):
            self.problems.append(localizable("problem-bracket-open", position=opened + 1))
        self.position += 1
        return node

    def _negation(self, depth: int) -> Node | None:
        while self.position < len(self.text) and self.text[self.position] in _SIGNS:
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
        words = tuple(split_words(_quoted(match)))
        if len(words) < 2:
            return self._word(self.stop_words.quoted(words[0])) if words else None
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
            value = LANGUAGE_CODES.get(value.lower(), value.lower())
        return self._within_limit(Field(FieldName(name), value))

    def _field_value(self) -> str:
        """Return the quoted or bare value that begins here, "" for none; moves past it."""
        match = _QUOTED.match(self.text, self.position) or _CHUNK.match(self.text, self.position)
        if not match:
            return ""
        self.position = match.end()
        return _quoted(match) if match.re is _QUOTED else match[0]

    def _date_field(self, name: str, value: str, start: int) -> Node | None:
        date_range = parse_date_range(value, self.calendar)
        if date_range is None:
            self.problems.append(localizable("problem-date", field=name, value=value, position=start + 1))
            return None
        first, end = date_range
        bounds = {"since": (first, None), "after": (end, None), "before": (None, first)}
        return self._within_limit(Period(*bounds[name], zone=self.calendar.zone))

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
        words = list(find_words(chunk))
        texts = [self.stop_words.as_meant(word[0], match.start() + word.start()) for word in words]
        nodes = [self._word(text) for text in texts[:-1]]
        if words and chunk.endswith("*"):
            nodes.append(self._prefix(words[-1][0]))
        elif words:
            nodes.append(self._word(texts[-1]))
        return _and([node for node in nodes if node])

    def _word(self, text: str) -> Node | None:
        """Return a word; a single sign of a script that is indexed by pairs begins them."""
        return self._prefix(text) if len(text) == 1 and is_signs(text) else self._within_limit(Word(text))

    def _prefix(self, text: str) -> Node | None:
        if len(text) >= MIN_PREFIX_LENGTH or is_signs(text):
            self.leaves += PREFIX_COST - 1
            return self._within_limit(Prefix(text))
        self.problems.append(localizable("problem-short", word=text, letters=MIN_PREFIX_LENGTH))
        return self._within_limit(Word(text))

    def _within_limit(self, node: Node) -> Node | None:
        """Return a leaf, None once there are too many."""
        self.leaves += 1
        if self.leaves <= MAX_LEAVES:
            return node
        self.problems.append(localizable("problem-long", words=MAX_LEAVES))
        return None


def _quoted(match: re.Match[str]) -> str:
    return next((text for text in match.groups() if text), "")


def _and(nodes: Sequence[Node]) -> Node | None:
    flat = [part for node in nodes for part in (node.nodes if isinstance(node, And) else (node,))]
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _or(left: Node, right: Node) -> Node:
    flat = [part for node in (left, right) for part in (node.nodes if isinstance(node, Or) else (node,))]
    return Or(tuple(flat))
