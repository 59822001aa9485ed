"""Who holds an office that an article quotes without a name: "the mayor" of an article that has one mayor."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.corpus.article import Article, Statement
from bot.languages.scripts import has_capitals
from bot.search.query.offices import speaker_keys
from bot.search.query.speaking import is_personal, key_words, name_key, own_words
from bot.summaries.speaker_names import CAPITAL, SpeakerName

_BETWEEN = 4
"""Words between a name's comma and an office: "Bo Karr, the new health minister"."""


def office_names(article: Article, statements: Sequence[Statement]) -> Mapping[str, SpeakerName]:
    """Return the persons behind the offices that an article quotes, where only one can be meant.

    A person is quoted with just that office next to the name ("Prime Minister Ann Lind", not her deputy),
    and the office is next to no other name, not even with words before it ("Bo Karr, the health minister").
    In scripts without capitals nobody is known, because names don't show.

    Returns:
        Keys of offices ("the prime minister"), with names.
    """
    if not has_capitals(article.language):
        return {}
    bare = {s.key for s in statements if not is_personal(s.key) and own_words(s.key) == key_words(s.key)}
    holders = list(_holders(article, statements)) if bare else []
    found = {}
    for key in bare:
        office = own_words(key)
        names = {name.key: name for held, name in holders if held == office}
        for name in names.values() if len(names) == 1 else ():
            if _is_only(office, name.key, f"{article.title}. {article.text}"):
                found[key] = name
    return found


def _holders(article: Article, statements: Sequence[Statement]) -> Iterator[tuple[str, SpeakerName]]:
    """Yield the offices of the persons that an article quotes."""
    for statement, keys in zip(statements, speaker_keys(article, statements), strict=True):
        for office in keys[1:]:
            yield own_words(office), SpeakerName(statement.speaker, statement.key)


def _is_only(office: str, person: str, text: str) -> bool:
    """Whether every name next to an office ends as the person's does."""
    surname = person.split()[-1]
    matches = (match for form in _named(office) for match in form.finditer(text))
    runs = [name_key(match["name"].split()) for match in matches]
    return all(run.split()[-1] == surname for run in runs if run)


@lru_cache(1024)
def _named(office: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of an office before a name, and behind a name and a comma."""
    words = r"\s+".join(map(re.escape, office.split()))
    words = f"(?i:{words})"
    before = rf"(?<!\w){words}\s+(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}})"
    between = rf"(?:[^\s,.;:]+\s){{0,{_BETWEEN}}}"
    behind = rf"(?<![\w’'-])(?P<name>{CAPITAL}(?:\s{CAPITAL}){{1,3}}),\s{between}{words}(?!\w)"
    return re.compile(before), re.compile(behind)
