"""Decides which of the articles just read are new to the store; changes nothing itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.corpus.article import Article, ArticleId
from bot.errors import RejectedInput, localizable


@dataclass(frozen=True, slots=True)
class Candidate:
    """An analysed article that may be stored.

    Args:
        fingerprint: Hash of the article's text.
        content_hash: Hash of what the reader returned; "" when the same input may be analysed differently
            next time.
    """

    article: Article
    fingerprint: str
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds about some candidates.

    Args:
        fingerprints: Fingerprint of the stored revision of every known id.
        holders: The article that holds the text with a fingerprint.
        last_change: Number of the last change when the store was asked.
        former: Ids of articles that were stored once and removed.
    """

    fingerprints: Mapping[ArticleId, str] = field(default_factory=dict)
    holders: Mapping[str, ArticleId] = field(default_factory=dict)
    last_change: int = 0
    former: frozenset[ArticleId] = frozenset()


@dataclass(slots=True)
class IngestPlan:
    """What to do about some candidates.

    Args:
        added: New articles.
        changed: New revisions of stored articles.
        removed: Stored articles whose new text is identical to another article's.
        unchanged: How many are stored as they are.
        to_touch: Unchanged candidates whose source or content hash may be new.
        duplicates: How many have the text of an article with another id.
        rejected: Second texts under an id that this run has read already.
        first_read: Source where this run read each id first.
        duplicate_holders: Articles that hold the text of a duplicate.
        shared_sources: Sources that share a text or an id with another source: their result depends on it.
    """

    added: list[Candidate] = field(default_factory=list)
    changed: list[Candidate] = field(default_factory=list)
    removed: list[ArticleId] = field(default_factory=list)
    unchanged: int = 0
    to_touch: list[Candidate] = field(default_factory=list)
    duplicates: int = 0
    rejected: list[RejectedInput] = field(default_factory=list)
    first_read: dict[ArticleId, str] = field(default_factory=dict)
    duplicate_holders: set[ArticleId] = field(default_factory=set)
    shared_sources: set[str] = field(default_factory=set)

    @property
    def news(self) -> list[Candidate]:
        """Everything to store: added, then changed."""
        return [*self.added, *self.changed]


def deduplicate(
    candidates: Sequence[Candidate], known: Known, read_before: Mapping[ArticleId, str]
) -> IngestPlan:
    """Return what to do about `candidates`, in their order.

    Args:
        known: What the store holds under their ids and with their texts.
        read_before: Source of every id read earlier in the same run; a second text under it is rejected.
    """
    plan = IngestPlan()
    holders = _remaining_holders(candidates, known, read_before)
    current = dict(known.fingerprints)
    for candidate in candidates:
        article, fingerprint = candidate.article, candidate.fingerprint
        first_source = plan.first_read.get(article.id) or read_before.get(article.id)
        holder = holders.get(fingerprint)
        if first_source is not None or holder not in (None, article.id):
            plan.shared_sources.add(article.source)
        if current.get(article.id) == fingerprint:
            plan.unchanged += 1
            if first_source is None:
                plan.to_touch.append(candidate)
        elif first_source is not None:
            plan.rejected.append(_second_text(article, first_source))
        elif holder is not None:
            plan.duplicates += 1
            plan.duplicate_holders.add(holder)
            if current.pop(article.id, None) is not None:
                plan.removed.append(article.id)
        else:
            (plan.changed if article.id in current else plan.added).append(candidate)
            current[article.id] = fingerprint
            holders[fingerprint] = article.id
        plan.first_read.setdefault(article.id, article.source)
    return plan


def _second_text(article: Article, first_source: str) -> RejectedInput:
    reason = localizable("why-second-text", title=article.title, id=article.id, first=first_source)
    return RejectedInput(reason, source=article.source)


def _remaining_holders(
    candidates: Sequence[Candidate], known: Known, read_before: Mapping[ArticleId, str]
) -> dict[str, ArticleId]:
    """Return the holders that keep their text once all candidates are stored."""
    next_text: dict[ArticleId, str] = {}
    for candidate in candidates:
        if candidate.article.id not in read_before:
            next_text.setdefault(candidate.article.id, candidate.fingerprint)
    return {text: holder for text, holder in known.holders.items() if next_text.get(holder, text) == text}
