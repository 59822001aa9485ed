"""Corrections of words that no article has."""

from bot.search.bm25 import PostingsBM25
from bot.search.ports import Correction, Synonyms
from bot.search.query.query import Query
from bot.search.ranking.plan import QueryPlan, analyzers_of, word_terms
from bot.search.ranking.spelling import is_likely, most_likely, nearest_words

_MAX_CORRECTIONS = 5
"""Unknown words that are corrected; more would take too long."""


def find_corrections(
    model: PostingsBM25, plan: QueryPlan, query: Query, spellings: Synonyms
) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """Return corrections and suggestions for a query's first unknown words; none for words in quotes."""
    corrections, suggestions = [], []
    snapshot = model.snapshot
    analyzers = analyzers_of(snapshot, query.language)
    for word in plan.unknown[:_MAX_CORRECTIONS]:
        candidates = []
        for price, known in nearest_words(snapshot.dictionary, word.lower())[:20]:
            if terms := word_terms(snapshot, known, analyzers):
                candidates.append((price, known, int(snapshot.df[list(terms)].sum())))
        suggestions += [known for _, known, _ in sorted(candidates)[:3]]
        likely = [candidate for candidate in candidates if is_likely(word.lower(), candidate[1])]
        if (
            word not in query.exact
            and word not in spellings
            and (replacements := most_likely(likely, limit=2))
        ):
            corrections.append(Correction(word, replacements))
    return tuple(corrections), tuple(dict.fromkeys(suggestions))[:6]
