"""The lenient query parser: text -> Query.

Words, "phrases", -not, NOT, AND, OR, ( ), word*, fields, dates in words.
"""

import re
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.errors import Localizable, QueryError, localizable
from bot.languages.stopwords import spoken_in
from bot.search.capitals import is_shouted
from bot.search.query import syntax
from bot.search.query.ast import Field, FieldName, Node, Not, Period, Phrase, Prefix, Word, all_of, any_of
from bot.search.query.calendar import Calendar
from bot.search.query.dates import find_periods, parse_date_range
from bot.search.query.language_names import LANGUAGE_CODES
from bot.search.query.query import Query
from bot.search.query.stop_words import StopWords, has_only_stop_words, without_stop_words
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
_MAX_DATE_TEXT = 2_000
"""Characters in which periods in words are looked for."""


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
    root = without_stop_words(parser.parse(), parser.stop_words)
    problems = list(dict.fromkeys(parser.problems))
    if root is not None and has_only_stop_words(root, language):
        problems.append(ONLY_COMMON)
    return Query(text, root, tuple(problems), language, str(zone) if isinstance(zone, ZoneInfo) else "UTC")


class _QueryParser:
    """Recursive descent over the text; every step moves forward, so parsing always ends."""

    def __init__(self, text: str, calendar: Calendar, stop_words: StopWords, *, years: bool) -> None:
        self.text = text
        self.stop_words = stop_words
        self.calendar = calendar
        self.position = 0
        self.leaves = 0
        self.problems: list[Localizable] = []
        words = syntax.mask_quotes_and_fields(text)[:_MAX_DATE_TEXT]
        self.periods = {
            start: (end, period) for start, end, period in find_periods(words, calendar, years=years)
        }

    def parse(self) -> Node | None:
        nodes: list[Node] = []
        while self.position < len(self.text):
            group = self._sequence(0)
            nodes += [group] if group else []
            if self.position < len(self.text):
                self.problems.append(localizable("problem-bracket-closed", position=self.position + 1))
                self.position += 1
        return all_of(nodes)

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
                nodes[-1] = any_of(nodes[-1], node)
            else:
                nodes.append(node)
            joining = negating = False
        if joining:
            self.problems.append(localizable("problem-or"))
        if negating:
            self.problems.append(localizable("problem-not"))
        return all_of(nodes)

    def _operator(self) -> str | None:
        """Return the operator that begins here, None for none; moves past it.

        NOT is a word in a text that is all in capitals.
        """
        match = syntax.OPERATOR.match(self.text, self.position)
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
        if letter in syntax.OPENING_QUOTES:
            return self._phrase()
        if letter in syntax.SIGNS and syntax.negates(self.text, self.position):
            return self._negation(depth)
        if match := syntax.FIELD.match(self.text, self.position):
            return self._field(match)
        if match := syntax.OTHER_FIELD.match(self.text, self.position):
            self.problems.append(localizable("problem-field", field=match[1], position=self.position + 1))
            self.position = match.end()
            return self._node(depth + 1)
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
        while self.position < len(self.text) and self.text[self.position] in syntax.SIGNS:
            self.position += 1
        if not self._skip_spaces() or self.text[self.position] == ")":
            return None
        before = self.leaves
        node = self._node(depth + 1)
        return Not(node) if node and self.leaves > before else None

    def _phrase(self) -> Node | None:
        match = syntax.QUOTED.match(self.text, self.position)
        if not match:
            self.problems.append(localizable("problem-quote", position=self.position + 1))
            self.position += 1
            return None
        self.position = match.end()
        words = tuple(split_words(syntax.quoted(match)))
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
        match = syntax.QUOTED.match(self.text, self.position) or syntax.CHUNK.match(self.text, self.position)
        if not match:
            return ""
        self.position = match.end()
        return syntax.quoted(match) if match.re is syntax.QUOTED else match[0]

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
        match = syntax.CHUNK.match(self.text, self.position)
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
        return all_of([node for node in nodes if node])

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
