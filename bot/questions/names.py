"""Which words of a question are names, judged by how the question and the articles spell them."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.corpus.article import Article
from bot.search.analyzer import analyzer_for, analyzer_language

_MOST = 2 / 3
"""Share of a word's occurrences with a capital letter from which it is a name."""


def names_in(words: Sequence[str], articles: Sequence[Article]) -> frozenset[str]:
    """Return those of a question's words that articles write as names.

    A word counts as a name if most of its occurrences inside sentences have a capital letter. Scripts without
    capitals have no names in this sense; in German, every noun is one.

    Args:
        words: As typed.
        articles: Some that contain the words, of any language.
    """
    capital: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for article in articles:
        stems = {_stem(word, article.language): word for word in words}
        longest_first = sorted(stems, key=len, reverse=True)
        starts = {span.start for span in article.sentences}
        for match in _any_of(longest_first).finditer(article.text):
            if match.start() in starts or match.lastindex is None:
                continue
            word = stems[longest_first[match.lastindex - 1]]
            total[word] += 1
            capital[word] += match[0][0].isupper()
    return frozenset(word for word in words if total[word] and capital[word] >= _MOST * total[word])


def _stem(word: str, language: str) -> str:
    """Return the beginning that a word's forms share, in small letters."""
    term = analyzer_for(analyzer_language(language)).term(word)
    return word[: max(len(term or word), 2)].casefold()


def _any_of(stems: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern with a group per stem. A match may differ from its stem when casefolded ("İn")."""
    groups = "|".join(f"({re.escape(stem)})" for stem in stems)
    return re.compile(rf"(?<!\w)(?:{groups})", re.IGNORECASE)
