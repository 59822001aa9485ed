"""Keys: what a query requires of a matching article, and what an article has.

A key is a term, the beginning of a term, a word of the name of an outlet, author or speaker, the end of a
host, or a language. An article that lacks all the keys a query requires can't match it.
"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.search.analyzer import Analyzer
from bot.search.query.ast import And, Field, FieldName, Node, Or, Phrase, Prefix, Word
from bot.search.query.matcher import AnalyzedArticle, SourceNames, person_names, plain
from bot.search.query.speaking import key_words, wanted_speaker

Rarity = Callable[[str], int]
"""Returns how many articles of the corpus contain a term, >= 0."""
PREFIX, OUTLET, HOST, AUTHOR, LANGUAGE, SPEAKER = "\1", "\2", "\3", "\4", "\5", "\6"
"""First characters of keys that aren't terms, which contain no control characters."""
_ARTICLES = {PREFIX: 2_000, OUTLET: 20_000, HOST: 20_000, AUTHOR: 1_000, LANGUAGE: 10**9, SPEAKER: 1_000}
"""Articles assumed to have such a key. Only speed depends on it."""


@dataclass(frozen=True, slots=True)
class Required:
    """What part of a query requires of a matching article.

    Args:
        keys: The article must have one of these; empty for no requirement.
        decides: False for a part made only of stop words, which neither matches nor fails.
    """

    keys: frozenset[str] = frozenset()
    decides: bool = True


_ANYTHING = Required()
_UNDECIDED = Required(decides=False)


def required(node: Node | None, analysis: Analyzer, rarity: Rarity) -> Required:
    """Return the rarest keys of which a matching article must have at least one."""
    match node:
        case Word(text):
            return _required_words((text,), analysis, rarity)
        case Phrase(words):
            return _required_words(words, analysis, rarity)
        case Prefix(text):
            term = analysis.term(text)
            return Required(frozenset({PREFIX + analysis.prefix(text)} | ({term} if term else set())))
        case Field(name, value):
            return Required(_field_keys(name, value))
        case And(nodes):
            return _rarest([required(child, analysis, rarity) for child in nodes], rarity)
        case Or(nodes):
            return _any([required(child, analysis, rarity) for child in nodes])
        case _:
            return _ANYTHING


def _field_keys(name: FieldName, value: str) -> frozenset[str]:
    if name is FieldName.LANG:
        return frozenset({LANGUAGE + plain(value)})
    if name is FieldName.BY:
        return frozenset({AUTHOR + _first_word(person_names(value))})
    if name is FieldName.SAID:
        wanted = wanted_speaker(value)
        return frozenset({SPEAKER + _first_word(words) for words in wanted if words})
    return frozenset({OUTLET + _first_word(plain(value)), HOST + plain(value).removeprefix("www.")})


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0]


def source_keys(names: SourceNames) -> set[str]:
    """Return the keys of an article's outlets, host, author and language."""
    keys = {OUTLET + word for outlet in names.outlets for word in outlet.split(" ")}
    keys |= {AUTHOR + word for word in names.author.split(" ")}
    labels = names.host.split(".")
    keys |= {HOST + ".".join(labels[first:]) for first in range(len(labels))}
    return keys | {LANGUAGE + names.language}


def prefix_keys(terms: Iterable[str], lengths: AbstractSet[int]) -> set[str]:
    """Return the keys of the beginnings of an article's terms that have one of these lengths."""
    return {PREFIX + term[:length] for length in lengths for term in terms if len(term) >= length}


def article_keys(article: AnalyzedArticle, prefix_lengths: AbstractSet[int]) -> set[str]:
    """Return all keys that an article has, of the beginnings of terms only those of these lengths."""
    keys = source_keys(article.sources) | prefix_keys(article.term_set, prefix_lengths)
    keys |= {SPEAKER + word for key in article.speakers for word in key_words(key).split(" ")}
    return keys | article.term_set


def _required_words(words: Sequence[str], analysis: Analyzer, rarity: Rarity) -> Required:
    readings = analysis.readings(words)
    if not readings[0]:
        return _UNDECIDED
    return Required(frozenset(min(reading, key=rarity) for reading in readings))


def _rarest(parts: Sequence[Required], rarity: Rarity) -> Required:
    deciding = [part for part in parts if part.decides]
    with_keys = [part for part in deciding if part.keys]
    if with_keys:
        return min(with_keys, key=lambda part: sum(_articles(key, rarity) for key in part.keys))
    return _ANYTHING if deciding else _UNDECIDED


def _articles(key: str, rarity: Rarity) -> int:
    return _ARTICLES[key[0]] if key[:1] in _ARTICLES else rarity(key)


def _any(parts: Sequence[Required]) -> Required:
    deciding = [part for part in parts if part.decides]
    if not deciding:
        return _UNDECIDED
    if not all(part.keys for part in deciding):
        return _ANYTHING
    return Required(frozenset().union(*(part.keys for part in deciding)))
