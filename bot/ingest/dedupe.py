"""Which of the articles just read are news to the store; decides only, does nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.corpus.article import Article, ArticleId
from bot.errors import RejectedInput, localizable


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article as it was read, and the hash of what it says.

    Args:
        content_hash: Hash of what the reader gave; "" when reading it again may come to something else.
    """

    article: Article
    fingerprint: str
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of some candidates.

    Args:
        fingerprints: Of the stored revision of each known id.
        holders: The article that holds the text of a fingerprint.
        number: The last change when this was so.
        former: Ids of articles that were here once and left.
    """

    fingerprints: Mapping[ArticleId, str] = field(default_factory=dict)
    holders: Mapping[str, ArticleId] = field(default_factory=dict)
    number: int = 0
    former: frozenset[ArticleId] = frozenset()


@dataclass(slots=True)
class IngestPlan:
    """What is to be done about some candidates.

    Args:
        added: New articles.
        changed: New revisions of stored articles.
        removed: Stored articles whose new text is another's, word for word.
        duplicates: How many say the same as an article under another id.
        to_touch: Those of the unchanged that were read first here, though not just so.
        first_read: Where each id was read first.
        kept: Articles that hold the text of a duplicate.
        leaning: Sources of which what came hangs on others too, as a text or an id stands in both.
    """

    added: list[Candidate] = field(default_factory=list)
    changed: list[Candidate] = field(default_factory=list)
    removed: list[ArticleId] = field(default_factory=list)
    unchanged: int = 0
    to_touch: list[Candidate] = field(default_factory=list)
    duplicates: int = 0
    rejected: list[RejectedInput] = field(default_factory=list)
    first_read: dict[ArticleId, str] = field(default_factory=dict)
    kept: set[ArticleId] = field(default_factory=set)
    leaning: set[str] = field(default_factory=set)


def sift(candidates: Sequence[Candidate], known: Known, read_before: Mapping[ArticleId, str]) -> IngestPlan:
    """Return what is to be done about `candidates`, in their order.

    Args:
        known: What the store holds under their ids and with their texts.
        read_before: Where each id was read earlier in the same run; a second text under it is rejected.
    """
    result = IngestPlan()
    holders = _staying(candidates, known, read_before)
    current = dict(known.fingerprints)
    for candidate in candidates:
        article, mark = candidate.article, candidate.fingerprint
        first = result.first_read.get(article.id) or read_before.get(article.id)
        holder = holders.get(mark)
        if first is not None or holder not in (None, article.id):
            result.leaning.add(article.source)
        if current.get(article.id) == mark:
            result.unchanged += 1
            if first is None:
                result.to_touch.append(candidate)
        elif first is not None:
            result.rejected.append(_second_text(article, first))
        elif holder is not None:
            result.duplicates += 1
            result.kept.add(holder)
            if current.pop(article.id, None) is not None:
                result.removed.append(article.id)
        else:
            (result.changed if article.id in current else result.added).append(candidate)
            current[article.id] = mark
            holders[mark] = article.id
        result.first_read.setdefault(article.id, article.source)
    return result


def _second_text(article: Article, first: str) -> RejectedInput:
    reason = localizable("why-second-text", title=article.title, id=article.id, first=first)
    return RejectedInput(reason, source=article.source)


def _staying(
    candidates: Sequence[Candidate], known: Known, read_before: Mapping[ArticleId, str]
) -> dict[str, ArticleId]:
    """The holders that still hold their text when all candidates are taken in."""
    next_text: dict[ArticleId, str] = {}
    for each in candidates:
        if each.article.id not in read_before:
            next_text.setdefault(each.article.id, each.fingerprint)
    return {mark: holder for mark, holder in known.holders.items() if next_text.get(holder, mark) == mark}
