"""Which words of a question are names, judged by how the question and the articles spell them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.corpus.article import Article
from bot.languages.stopwords import stop_words
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.words import find_words

_SHORT = 3
"""Letters up to which a word counts only by itself: "US" is not in "used"."""
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
        forms: dict[str, list[str]] = defaultdict(list)
        for word in words:
            forms[_form(word, article.language)].append(word)
        longest_first = sorted(forms, key=len, reverse=True)
        starts = {span.start for span in article.sentences}
        for match in _any_of(longest_first).finditer(article.text):
            if match.start() in starts or match.lastindex is None:
                continue
            for word in forms[longest_first[match.lastindex - 1]]:
                total[word] += 1
                capital[word] += match[0][0].isupper()
    return frozenset(word for word in words if total[word] and capital[word] >= _MOST * total[word])


def name_groups(text: str, names: AbstractSet[str], code: str) -> tuple[frozenset[str], ...]:
    """Return the names of a question, those that stand next to each other as one: "Corin Astley".

    A common word counts only in capitals ("WHO"), as articles often write it small inside a name.

    Args:
        text: The question.
        names: Its words that are names.
        code: Its language, ISO 639-1.
    """
    names = {word for word in names if word.isupper() or word.casefold() not in stop_words(code)}
    groups: list[set[str]] = []
    in_name = False
    for word in (match[0] for match in find_words(text)):
        if word in names and in_name:
            groups[-1].add(word)
        elif word in names:
            groups.append({word})
        in_name = word in names
    return tuple(map(frozenset, groups))


def _form(word: str, language: str) -> str:
    """Return a pattern for a word: for the beginning that its forms share, or for a short word by itself."""
    if len(word) <= _SHORT:
        return re.escape(word.casefold()) + r"(?!\w)"
    term = analyzer_for(analyzer_language(language)).term(word)
    return re.escape(word[: max(len(term or word), 2)].casefold())


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern with a group per form. A match may differ from its form when casefolded ("İn")."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'({form})' for form in forms)})", re.IGNORECASE)
