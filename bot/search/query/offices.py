"""The offices of people who are quoted: "Prime Minister Ann Lind", "Ann Lind, the mayor of Oss,"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.corpus.article import Article, Statement
from bot.search.query.speaking import (
    is_personal,
    is_relation,
    is_title,
    key_words,
    name_key,
    office_key,
    without_determiner,
)

_APPOSITION = 80
"""Characters behind a name in which an office may follow."""
_LONGEST = 8
"""Words of an office."""


def named_statements(article: Article) -> Iterator[tuple[str, str, int]]:
    """Yield key, name and sentence of an article's stored statements, once for each key of a speaker."""
    statements = article.statements or ()
    for statement, keys in zip(statements, speaker_keys(article, statements), strict=True):
        for key in keys:
            name = statement.speaker if key == statement.key else key_words(key)
            yield key, name, statement.sentence


def speaker_keys(article: Article, statements: Sequence[Statement]) -> list[tuple[str, ...]]:
    """Return the keys under which the speaker of each statement is found.

    They are the key of the name or the office, then those of the offices that stand next to the name.
    """
    offices: dict[str, dict[str, None]] = defaultdict(dict)
    for statement in statements:
        if is_personal(statement.key):
            offices[statement.key] |= dict.fromkeys(_offices(article, statement))
    return [(statement.key, *offices.get(statement.key, ())) for statement in statements]


def _offices(article: Article, statement: Statement) -> Iterator[str]:
    code = article.language
    for words in (_before(article, statement), _behind(article, statement)):
        words = without_determiner(words, code)
        if words and len(words) <= _LONGEST and any(is_title(word, code) for word in words):
            yield _key(words, code)


def _before(article: Article, statement: Statement) -> Sequence[str]:
    """Return the words before a speaker's name; nobody is their owner's office ("Lind's lawyer Bo Karr")."""
    name = {name_key([word]) for word in statement.speaker.split()}
    words = article.quote(statement.written).split()
    end = next((at for at, word in enumerate(words) if name_key([word]) in name), len(words))
    owned = any(word.endswith(("’s", "'s", "s’", "s'")) for word in words[:end])
    return () if owned else words[:end]


def _behind(article: Article, statement: Statement) -> Sequence[str]:
    """Return the words between commas behind a speaker's name."""
    behind = article.text[statement.written.end :][:_APPOSITION].split("\n")[0]
    end = behind.find(",", 1)
    return behind[1:end].split() if behind.startswith(",") and end > 0 else ()


def _key(words: Sequence[str], code: str) -> str:
    related = next((at for at, word in enumerate(words) if at and is_relation(word, code)), len(words))
    return office_key(words[:related], words[related:])
