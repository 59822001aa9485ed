"""Articles as documents of the cluster, and back.

The cluster splits texts at blanks and knows nothing of languages: it gets the terms of `bot.search.analyzer`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.corpus.article import Article, is_day
from bot.search.analyzer import ANALYSIS_VERSION, analyzer_for, analyzer_language
from bot.search.index.segment import DAY_US, microseconds
from bot.search.query.matcher import SourceNames, sentence_texts
from bot.search.query.offices import named_statements
from bot.search.query.speaking import is_personal, key_words, own_words
from bot.search.words import split_words

Document = Mapping[str, Any]
KIND = "alerts"
"""How the names of all indices of alerts begin, also those of other programs."""
NEWS, STAGED, ALERTS = f"news-{ANALYSIS_VERSION}", f"staged-{ANALYSIS_VERSION}", f"{KIND}2-{ANALYSIS_VERSION}"
"""Names of the indices: another analysis, or another layout of alerts, needs new ones."""
MAX_BEGINNING = 24
"""Letters of a term's longest beginning that is a key of its article."""
_MIN_WORD_FORM = 4
_INNER_BLANK = "_"
_MAX_LETTERS = 8_191
"""Of a name that can be found: the cluster refuses documents with names of more than 32,766 bytes."""
_NAME = {"type": "keyword", "ignore_above": _MAX_LETTERS}
_TEXT = {"type": "text", "analyzer": "tokens", "norms": False}
FIELDS: dict[str, dict[str, Any]] = {
    "terms": {"type": "text", "analyzer": "tokens", "similarity": "weighted"},
    "forms": {"type": "text", "analyzer": "tokens", "norms": False, "index_options": "docs"},
    "length": {"type": "integer", "index": False},
    "analyzer": _NAME,
    "language": _NAME,
    "outlets": _TEXT,
    "author": _TEXT,
    "hosts": _NAME,
    "publisher": _NAME,
    "speakers": _NAME,
    "persons": _NAME,
    "published": {"type": "long"},
    "at": {"type": "date", "format": "epoch_millis"},
    "day": {"type": "integer"},
    "whole_day": {"type": "boolean"},
    "sample": {"type": "boolean"},
    "change": {"type": "long"},
    "stored": {"type": "object", "enabled": False},
}
"""The fields that queries name; `stored` only comes back with a hit."""
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "gc_deletes": "1h",
    "refresh_interval": "-1",
    "analysis": {
        "analyzer": {"tokens": {"type": "custom", "tokenizer": "blanks"}},
        "tokenizer": {"blanks": {"type": "whitespace", "max_token_length": 4096}},
    },
}
"""Of every index. What is written becomes visible at once, when the writer says so."""


def document_of(article: Article, *, change: int = 0) -> dict[str, Any]:
    """Return an article as the cluster indexes it.

    Args:
        change: Number of the change that brought it.
    """
    language = analyzer_language(article.language)
    texts = (article.title, *sentence_texts(article))
    terms = [analyzer_for(language).terms(text) for text in texts]
    names = SourceNames.of(article)
    statements = list(named_statements(article))
    return {
        "terms": " ".join(token(term) for part in terms for term in part),
        "forms": " ".join(word_forms(texts, language)),
        "length": sum(map(len, terms)),
        "analyzer": language,
        **_source_fields(names),
        **_speaker_fields([key for key, _, _ in statements]),
        **_date_fields(article),
        "sample": article.sample,
        "change": change,
        "stored": {
            "lengths": [len(part) for part in terms],
            "names": asdict(names),
            "statements": [list(statement) for statement in statements],
        },
    }


def _source_fields(names: SourceNames) -> dict[str, Any]:
    return {
        "language": names.language,
        "outlets": list(names.outlets),
        "author": names.author,
        "hosts": host_suffixes(names.host),
        **({"publisher": names.publisher} if names.publisher else {}),
    }


def _speaker_fields(keys: Sequence[str]) -> dict[str, Any]:
    persons = filter(is_personal, keys)
    return {
        "speakers": sorted({row for key in keys for row in rows_of_speaker(key)}),
        "persons": sorted({row for key in persons for row in rows_of_speaker(key)}),
    }


def _date_fields(article: Article) -> dict[str, Any]:
    if article.published_at is None:
        return {}
    at = microseconds(article.published_at)
    whole_day = is_day(article.published_at)
    return {"published": at, "at": at // 1000, "day": at // DAY_US, "whole_day": whole_day}


def names_of(document: Document) -> SourceNames:
    """Return the names of an article's source."""
    names = document["stored"]["names"]
    return SourceNames(**{**names, "outlets": tuple(names["outlets"])})


def terms_in(document: Document) -> list[str]:
    """Return the terms of an article, title first."""
    found: list[str] = document["terms"].split()
    return list(map(term_of, found)) if _INNER_BLANK in document["terms"] else found


def token(term: str) -> str:
    """Return a term without blanks: one letter can stand for several words ("U+FDFA"); no term has a "_"."""
    return _INNER_BLANK.join(term.split())


def term_of(token: str) -> str:
    """Return the term of a token."""
    return token.replace(_INNER_BLANK, " ")


def host_suffixes(host: str) -> list[str]:
    """Return what `source:` may name of a host: "news.mill.example", "mill.example", "example"."""
    labels = host.split(".") if host else []
    return [".".join(labels[first:]) for first in range(len(labels))]


def rows_of_speaker(key: str) -> Iterator[str]:
    """Yield what `said:` may name of a speaker: words in a row, as `speaks_as` compares them."""
    words, own = key_words(key).split(), own_words(key).split()
    for first in range(len(own)):
        least = first if is_personal(key) else len(own) - 1
        for last in range(least, len(words)):
            yield " ".join(words[first : last + 1])


def word_forms(texts: Iterable[str], language: str) -> list[str]:
    """Return the words of some texts in lower case that an unknown word may be a misspelling of."""
    analyzer = analyzer_for(language)
    words = {word for text in texts for word in split_words(text)}
    return sorted({analyzer.lower(word) for word in words if len(word) >= _MIN_WORD_FORM and word.isalpha()})


def keys_of(document: Document) -> list[str]:
    """Return what a reading of one word looks up: the terms of a document, and all their beginnings."""
    words = set(document["terms"].split())
    begun = {word[:end] for word in words for end in range(1, min(len(word), MAX_BEGINNING) + 1)}
    return [*words, *map(beginning, begun)]


def beginning(letters: str) -> str:
    """Return the key of articles with a term that begins with some letters; no term has a "*"."""
    return f"{letters}*"


def tokens(terms: Sequence[str]) -> str:
    """Return terms as a text of the cluster."""
    return " ".join(map(token, terms))
