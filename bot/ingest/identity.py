"""Which article a feed's entry is: one that is stored, or a new one.

An entry is the article at its address that has its mark (the feed's id for it), else the one with its
headline. An article at an address of its own keeps the id derived from the address, as in version 0.1.0. The
mark becomes part of the id only where different entries share an address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.analysis.build import MARK, derived_id
from bot.corpus.article import ArticleId
from bot.corpus.plain_text import one_line
from bot.corpus.raw import RawArticle
from bot.corpus.urls import mark_of, url_key


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells an article from others.

    Args:
        address: Key of its address, "" without one.
        headline: As shown.
        mark: As in `RawArticle`; "" for articles of version 0.1.0, of pages and of files.
    """

    id: ArticleId
    address: str
    headline: str
    mark: str = ""


@dataclass(slots=True)
class IdentityBook:
    """The entries that one run has identified, before and after they are stored."""

    entries: dict[str, list[Identity]] = field(default_factory=dict)
    claimed: set[ArticleId] = field(default_factory=set)

    def identify(self, raw: RawArticle, base: ArticleId, stored: Iterable[Identity]) -> ArticleId:
        """Return the id of an article: one of `stored`, one identified before, or a new one.

        Args:
            base: The id derived from the address or key alone.
            stored: Articles with its address, or with an id it may have had.
        """
        address = _address(raw)
        known = {identity.id: identity for identity in (*stored, *self.entries.get(address, ()))}
        group = list(known.values())
        found = _at_address(raw, group, base, self.claimed) if raw.url else _without_address(raw, known, base)
        chosen = found or (derived_id(f"{base}\n{_mark(raw) or _headline(raw)}") if base in known else base)
        if raw.mark or raw.shared:  # an entry; memory must not grow with every record of a large file
            self.entries.setdefault(address, []).append(Identity(chosen, address, _headline(raw), _mark(raw)))
            self.claimed.add(chosen)
        return chosen


def identity_of(
    article_id: ArticleId,
    url: str | None,
    title: str,
    published_at: datetime | None,
    extra: Mapping[str, object],
) -> Identity:
    """Return the identity of a stored article."""
    date = published_at.isoformat() if published_at and not url else ""
    mark = extra.get(MARK) or mark_of(url) or date
    return Identity(article_id, url_key(url) if url else "", title, str(mark))


def lookup_keys(raws: Sequence[tuple[RawArticle, ArticleId]]) -> tuple[list[ArticleId], list[str]]:
    """Return the ids and keys of addresses under which articles may be stored."""
    ids = {article_id for raw, base in raws for article_id in _possible_ids(raw, base)}
    addresses = {_address(raw) for raw, _ in raws if raw.url}
    return sorted(ids), sorted(addresses)


def by_key(stored: Iterable[Identity]) -> Mapping[str, Sequence[Identity]]:
    """Return identities by id and by key of address."""
    found: dict[str, list[Identity]] = {}
    for identity in stored:
        for key in {identity.id, identity.address} - {""}:
            found.setdefault(key, []).append(identity)
    return found


def candidates_for(
    raw: RawArticle, base: ArticleId, stored: Mapping[str, Sequence[Identity]]
) -> list[Identity]:
    """Return those of the stored identities that a raw article may be."""
    keys = [*_possible_ids(raw, base), *([_address(raw)] if raw.url else [])]
    return [identity for key in keys for identity in stored.get(key, ())]


def needs_lookup(raw: RawArticle) -> bool:
    """Whether an article's id depends on what is stored."""
    return not raw.id and bool(raw.url or raw.mark)


def _possible_ids(raw: RawArticle, base: ArticleId) -> Iterator[ArticleId]:
    yield base
    if raw.former_url:
        yield derived_id(raw.former_url)
    if raw.mark and not raw.url:
        yield derived_id(f"{base}\n{raw.mark}")


def _at_address(
    raw: RawArticle, group: Sequence[Identity], base: ArticleId, claimed: set[ArticleId]
) -> ArticleId | None:
    mark = _mark(raw)
    same_mark = (known.id for known in group if mark and known.mark == mark)
    same_headline = (known.id for known in group if _is_headline(known.headline, _headline(raw)))
    found = next(same_mark, None) or next(same_headline, None)
    if found or raw.shared:
        return found
    # Its headline was edited, or it was read elsewhere.
    possible = [known.id for known in group if not (mark and known.mark) and known.id not in claimed]
    return base if base in possible else next(iter(possible), None)


def _without_address(raw: RawArticle, known: dict[ArticleId, Identity], base: ArticleId) -> ArticleId | None:
    dated = derived_id(f"{base}\n{raw.mark}")
    if dated in known:
        return dated
    return base if base in known and known[base].mark in ("", raw.mark) else None


def _address(raw: RawArticle) -> str:
    return url_key(raw.url) if raw.url else raw.key


def _mark(raw: RawArticle) -> str:
    return raw.mark or mark_of(raw.url)


def _headline(raw: RawArticle) -> str:
    return one_line(raw.title or raw.text.partition("\n")[0])


def _is_headline(stored: str, read: str) -> bool:
    """Whether a headline is a stored one, perhaps with the site's name behind it, which is not stored."""
    stored, read = stored.casefold(), read.casefold()
    return bool(stored) and (read == stored or (read.startswith(stored) and not read[len(stored)].isalnum()))
