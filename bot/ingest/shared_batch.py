"""Batches of several runs that wait for their turn to be stored share one transaction.

A transaction costs as much as storing a dozen articles, and a hundred feeds are polled at a time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.corpus.article import ArticleId
from bot.ingest.candidates import MAX_BATCH_ARTICLES, MAX_BATCH_CHARS
from bot.ingest.dedupe import Candidate, IngestPlan, Known, deduplicate
from bot.ingest.run import IngestRun


@dataclass(eq=False, slots=True)
class Share:
    """One run's part of a shared batch.

    Args:
        plan: What was done about the candidates; None until they are stored.
    """

    candidates: Sequence[Candidate]
    run: IngestRun
    plan: IngestPlan | None = None

    @property
    def ids(self) -> frozenset[ArticleId]:
        """The ids of the candidates."""
        return frozenset(candidate.article.id for candidate in self.candidates)

    @property
    def characters(self) -> int:
        """The length of the candidates' texts together."""
        return sum(len(candidate.article.text) for candidate in self.candidates)


@dataclass(slots=True)
class SharedPlan:
    """What to do about the candidates of several shares.

    Args:
        whole: The plans of all shares as one.
        plans: The plan of each share, in their order.
        silent: The ids of new articles that match no alerts.
    """

    whole: IngestPlan
    plans: list[IngestPlan]
    silent: frozenset[ArticleId]


@dataclass(slots=True)
class WaitingShares:
    """The shares of runs that wait for their turn, oldest first; some were stored with others' meanwhile."""

    shares: list[Share] = field(default_factory=list)

    def together_with(self, share: Share) -> list[Share]:
        """Return a share and the others that fit into its transaction.

        No id is in two of them: a second revision of an article must be based on the first.
        """
        group, ids = [share], set(share.ids)
        room, characters = MAX_BATCH_ARTICLES - len(share.candidates), MAX_BATCH_CHARS - share.characters
        for other in self.shares:
            if other is share or other.plan is not None or not ids.isdisjoint(other.ids):
                continue
            if len(other.candidates) <= room and other.characters <= characters:
                group.append(other)
                ids |= other.ids
                room, characters = room - len(other.candidates), characters - other.characters
        return group


def plan_together(
    shares: Iterable[Share], known: Known, read_before: Iterable[Mapping[ArticleId, str]]
) -> SharedPlan:
    """Decide about the candidates of each share as if the shares before it were stored.

    Args:
        known: What the store holds about all candidates.
        read_before: For each share, the source of every id that its run read earlier.
    """
    whole, plans = IngestPlan(), []
    silent: set[ArticleId] = set()
    for share, read in zip(shares, read_before, strict=True):
        plan = deduplicate(share.candidates, known, read)
        plans.append(plan)
        whole.added += plan.added
        whole.changed += plan.changed
        whole.removed += plan.removed
        whole.to_touch += plan.to_touch
        if share.run.silent:
            silent |= {candidate.article.id for candidate in plan.added}
        known = _known_after(plan, known)
    return SharedPlan(whole, plans, frozenset(silent))


def _known_after(plan: IngestPlan, known: Known) -> Known:
    """Return what the store holds once a plan is carried out."""
    stored = {**known.fingerprints, **{new.article.id: new.fingerprint for new in plan.news}}
    stored = {article_id: text for article_id, text in stored.items() if article_id not in plan.removed}
    holders = {**known.holders, **{new.fingerprint: new.article.id for new in plan.news}}
    kept = {
        text: holder
        for text, holder in holders.items()
        if holder not in plan.removed and stored.get(holder, text) == text
    }
    return replace(known, fingerprints=stored, holders=kept)
