"""Who holds an office that an article quotes without a name: "the mayor" of an article that has one mayor."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.corpus.article import Article, Statement
from bot.languages.scripts import has_capitals
from bot.search.query.offices import speaker_keys
from bot.search.query.speaking import is_personal, key_words, name_key, own_words
from bot.summaries.speaker_names import CAPITAL, SpeakerName


def office_names(article: Article, statements: Sequence[Statement]) -> Mapping[str, SpeakerName]:
    """Return the persons behind the offices that an article quotes, where only one can be meant.

    A person is quoted with the office next to the name ("Prime Minister Ann Lind"), and the office is next to
    no other name. In scripts without capitals nobody is known, because names don't show.

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
        names = {name.key: name for held, name in holders if f" {held}".endswith(f" {office}")}
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
    """Whether every name behind an office ends as the person's does."""
    surname = person.split()[-1]
    runs = [name_key(match["name"].split()) for match in _named(office).finditer(text)]
    return all(run.split()[-1] == surname for run in runs if run)


@lru_cache(1024)
def _named(office: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, office.split()))
    return re.compile(rf"(?<!\w)(?i:{words})\s+(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}})")
