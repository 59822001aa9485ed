"""What a reload does about its news: the new articles that alerts match."""

from dataclasses import replace

from bot.ingest.reload.generation import AlertDecision, ReloadReport
from bot.ingest.reload.progress import ReloadJob

MAX_NEWS = 0.2
"""Share of the corpus that may be new for alerts to be sent without asking."""
ALWAYS_SENT = 10
"""New articles whose alerts are always sent without asking: a small corpus grows by large shares."""


def report_with_alerts(job: ReloadJob, *, corpus_size: int, max_news: float) -> ReloadReport:
    """Return the counts of a job, with what becomes of its matches.

    Args:
        corpus_size: Articles in the corpus before the switch.
        max_news: Share of the corpus that may be new for alerts to be sent without asking, in [0, 1].
    """
    share = job.news / max(corpus_size + job.news, 1)
    if job.quiet:
        decision = AlertDecision.QUIET
    elif not job.matches:
        decision = AlertDecision.NONE
    elif job.news > ALWAYS_SENT and share > max_news:
        decision = AlertDecision.ASK
    else:
        decision = AlertDecision.SEND
    return replace(job.report(), matched=len(job.matches), news_share=share, alerts=decision)
