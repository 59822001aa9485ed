"""Small snapshots of an index: some articles of the cluster, with the figures of the whole corpus.

`bot.search.ranking` ranks on them as it does on the index of one machine.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

import numpy as np

from bot.corpus.article import ArticleId
from bot.engine.client import Cluster
from bot.engine.documents import NEWS, Document, names_of, terms_in
from bot.engine.vocabulary import CorpusSize, Vocabulary
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.segment import UNDATED
from bot.search.index.snapshot import SegmentView, Snapshot
from bot.search.index.source_table import SourceTable
from bot.search.index.speaker_table import SpeakerTable
from bot.search.index.term_dictionary import TermDictionary
from bot.search.query.matcher import SourceNames
from bot.search.ranking.facets import moment_of

Hits = Sequence[Mapping[str, Any]]
"""Documents as the cluster returns them, with `_id` and `_source`."""
BEST = [{"_score": "desc"}, {"change": "asc"}]
"""The order of hits: by score, then the earliest change first, as on one machine."""


async def documents(cluster: Cluster, ids: Sequence[ArticleId]) -> Hits:
    """Return the articles with some ids that the cluster has, in order."""
    return await cluster.get(NEWS, list(dict.fromkeys(ids)), realtime=False)


async def snapshot_of(
    hits: Hits,
    vocabulary: Vocabulary,
    terms: Iterable[str] = (),
    forms: Sequence[str] = (),
    lexicon: TermDictionary | None = None,
) -> Snapshot:
    """Return a snapshot of some articles, numbered in their order.

    Args:
        terms: Further terms that it knows, such as those of a query.
        forms: Word forms that an unknown word may be a misspelling of.
        lexicon: Further terms, of which those spelled like `terms` count.
    """
    size = await vocabulary.size()
    terms = list(dict.fromkeys(terms))
    freqs = await vocabulary.doc_freqs(terms)
    known = [term for term in terms if freqs[term]]  # others would make the letters of the known ones common
    texts = await asyncio.to_thread(lambda: [terms_in(hit["_source"]) for hit in hits])
    counted = dict.fromkeys(chain(known, *texts))
    dictionary = (lexicon or TermDictionary()).followed_by(counted, forms)
    if lexicon:
        counted |= dict.fromkeys(await asyncio.to_thread(_alike, dictionary, known))
    freqs = await vocabulary.doc_freqs(counted)
    return await asyncio.to_thread(
        _build, hits, texts, size, dictionary, {term: freqs[term] for term in counted}
    )


def _alike(dictionary: TermDictionary, terms: Sequence[str]) -> set[str]:
    """Return the terms spelled like some terms."""
    return {dictionary.terms[number] for term in terms for number in dictionary.similar(term)[0].tolist()}


def _build(
    hits: Hits,
    texts: Sequence[Sequence[str]],
    size: CorpusSize,
    dictionary: TermDictionary,
    freqs: Mapping[str, int],
) -> Snapshot:
    # Looked up once: the whole dictionary is too large for the processor's cache.
    numbers = {term: dictionary.numbers[term] for term in freqs}
    df = np.zeros(len(dictionary.terms), np.int32)
    df[list(numbers.values())] = list(freqs.values())
    sources: dict[SourceNames, int] = {}
    speakers = SpeakerTable()
    articles = [
        _indexed(hit, list(map(numbers.__getitem__, text)), sources, speakers)
        for hit, text in zip(hits, texts, strict=True)
    ]
    return Snapshot(
        views=(SegmentView(build_segment(articles), None, 0),) if articles else (),
        df=np.minimum(df, size.articles),
        articles=size.articles,
        length=size.length,
        dictionary=dictionary,
        sources=SourceTable(sources),
        speakers=speakers,
        languages=size.languages,
    )


def _indexed(
    hit: Mapping[str, Any], terms: list[int], sources: dict[SourceNames, int], speakers: SpeakerTable
) -> IndexedArticle:
    document: Document = hit["_source"]
    ends = list(accumulate(document["stored"]["lengths"]))
    title, *sentences = [terms[begin:end] for begin, end in pairwise([0, *ends])]
    return IndexedArticle(
        article_id=hit["_id"],
        title=title,
        sentences=sentences,
        source_id=sources.setdefault(names_of(document), len(sources)),
        published_at=moment_of(document.get("published", UNDATED)),
        sample=document["sample"],
        statements=[
            (speakers.number(key, name), sentence) for key, name, sentence in document["stored"]["statements"]
        ],
    )
