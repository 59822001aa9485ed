"""The first step of a search: which articles the cluster ranks, and by which weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.engine.documents import token
from bot.engine.queries import ARTICLES, Clause, all_of, any_of, in_row, matching, none_of, prefix, written_in
from bot.search.analyzer import analyzer_for
from bot.search.ports import SearchRequest
from bot.search.query.ast import Phrase, Prefix, Word, leaves
from bot.search.query.query import Query
from bot.search.ranking.boolean import required
from bot.search.ranking.plan import parts_to_rank, shared_idf
from bot.search.ranking.row_freqs import RowFreqs
from bot.search.ranking.searcher import Search

NO_ROWS = RowFreqs((), {})


def terms_of(query: Query, languages: Sequence[str], others: Sequence[str] = ()) -> set[str]:
    """Return every term that a query's words may stand for.

    Args:
        others: Further words.
    """
    words = [
        row
        for leaf, negated in leaves(query.root)
        if not negated and isinstance(leaf, Word | Phrase | Prefix)
        for row in (leaf.words if isinstance(leaf, Phrase) else (leaf.text,))
    ]
    parts = {part for word in (*words, *others) for part in parts_to_rank(word)}
    return {term for language in languages for term in _terms_in(query, parts, language)}


def _terms_in(query: Query, words: set[str], language: str) -> Iterator[str]:
    analyzer = analyzer_for(language)
    yield from (term for word in words if (term := analyzer.term(word)) is not None)
    for leaf, negated in leaves(query.root):
        if not negated and isinstance(leaf, Word | Phrase):
            row = leaf.words if isinstance(leaf, Phrase) else (leaf.text,)
            yield from (term for reading in analyzer.readings(row) for term in reading)


def spelled_words(request: SearchRequest) -> list[str]:
    """Return the other languages' spellings of a request's words."""
    return [other for spelled in request.spellings.values() for other in spelled]


@dataclass(frozen=True, slots=True)
class Finding:
    """A search on a snapshot without articles, as clauses.

    Args:
        search: Knows the query's words, and how many articles have each.
        excluded: The articles that are not searched.
        freqs: How many articles contain each prefix and phrase; only scores need it.
    """

    search: Search
    request: SearchRequest
    excluded: Clause | None = None
    freqs: RowFreqs = NO_ROWS

    def ranked(self) -> Clause:
        """Return the clause that scores articles as `find_top_k` does, but for rounded lengths."""
        return {
            "bool": {"should": [*self._words(), *self._rows()], "filter": [self.candidates()]},
        }

    def candidates(self) -> Clause:
        """Return the clause for articles that contain any of the words and pass filters and exclusions."""
        clauses = [ARTICLES, *self._eligible()]
        if self.search.plan.ranked:
            clauses.append(any_of([*self._words(bound=False), *self.rows(), *self._compounds()]))
        return all_of(clauses)

    def matching(self) -> Clause:
        """Return the clause for articles that the query matches."""
        return matching(self.request.query.root, self.search.snapshot.languages)

    def _eligible(self) -> list[Clause]:
        must_match = required(self.request.query.root)
        clauses = [] if self.request.samples else [{"term": {"sample": False}}]
        if must_match is not None:
            clauses.append(matching(must_match, self.search.snapshot.languages, lenient=True))
        return [*clauses, *([none_of([self.excluded])] if self.excluded else [])]

    def _words(self, *, bound: bool = True) -> list[Clause]:
        """Return the clauses of the query's terms, and of other spellings.

        Args:
            bound: Whether terms count that alone make no hit.
        """
        terms, left_out = self.search.snapshot.dictionary.terms, () if bound else self.search.plan.bound
        weights = self.search.weights.items()
        own = [
            in_row("terms", [token(terms[number])], boost=weight)
            for number, weight in weights
            if weight > 0 and number not in left_out
        ]
        return [*own, *self._spellings()]

    def rows(self) -> list[Clause]:
        """Return the clauses of prefixes, then phrases, which `row_freqs` reads the counts of."""
        return [*map(any_of, self._prefixes()), *(_in_row(phrase) for phrase in self._phrases())]

    def row_freqs(self, counted: Sequence[int]) -> RowFreqs:
        """Return how many articles contain each prefix and phrase, from those of each clause of `rows`."""
        prefixes = len(self._prefixes())
        phrases = zip(self._phrases(), counted[prefixes:], strict=True)
        return RowFreqs(tuple(counted[:prefixes]), dict(phrases))

    def _prefixes(self) -> list[list[Clause]]:
        """Return the clauses that find each prefix, those of all languages."""
        texts = [
            leaf.text
            for leaf, negated in leaves(self.request.query.root)
            if isinstance(leaf, Prefix) and not negated
        ]
        analyzers = [analyzer_for(language) for language in self.search.snapshot.languages]
        readings = [[prefix(text, analyzer) for analyzer in analyzers] for text in texts]
        return [list({repr(clause): clause for clause in clauses}.values()) for clauses in readings]

    def _phrases(self) -> list[tuple[str, ...]]:
        terms = self.search.snapshot.dictionary.terms
        return [tuple(terms[number] for number in phrase) for phrase in self.search.plan.phrases]

    def _rows(self) -> list[Clause]:
        """Return the clauses of prefixes and phrases that score."""
        idf, articles = self.search.model.term_idf, self.search.snapshot.articles
        prefixes = [
            {"dis_max": {"queries": clauses, "boost": idf(min(freq, articles))}}
            for clauses, freq in zip(self._prefixes(), self.freqs.prefixes, strict=True)
            if freq
        ]
        phrases = [
            _in_row(phrase, boost=idf(min(freq, articles)))
            for phrase, freq in self.freqs.phrases.items()
            if freq
        ]
        return [*prefixes, *phrases]

    def _compounds(self) -> list[Clause]:
        terms = self.search.snapshot.dictionary.terms
        return [
            any_of(
                [
                    any_of([in_row("terms", [token(terms[n])]) for n in part])
                    for part in compound.terms
                    if part
                ],
                least=compound.least,
            )
            for compound in self.search.plan.compounds
        ]

    def _spellings(self) -> list[Clause]:
        """Return the clauses of other spellings, each in articles of the languages that write it so."""
        search, clauses = self.search, []
        numbers, known = search.snapshot.dictionary.numbers, search.snapshot.languages
        for spelled in self.request.spellings.values():
            for other, writers in spelled.items():
                for language in sorted(writers & set(known)):
                    term = analyzer_for(language).term(other)
                    number = numbers.get(term) if term else None
                    if term is None or number is None or number in search.weights:
                        continue
                    boost = search.config.spelling * shared_idf(search.model, [number])
                    if boost > 0:
                        word = in_row("terms", [token(term)], boost=boost)
                        clauses.append({"bool": {"must": [word], "filter": [written_in([language])]}})
        return clauses


def _in_row(phrase: Sequence[str], **options: float) -> Clause:
    return in_row("terms", list(map(token, phrase)), **options)
