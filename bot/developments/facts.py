"""The facts of a story that may be developments: origins, figures, speakers, versions of its texts.

They depend on nothing but the story's articles, so that they can be compared with those of any other time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.corpus.article import Article
from bot.corrections.correction import Correction, CorrectionKind
from bot.developments.development import (
    ORIGIN,
    Development,
    DevelopmentKind,
    Fact,
    Key,
    Statement,
    article_key,
    key_of,
    seen_key,
)
from bot.developments.figures import Figure, figures
from bot.stories.origins import oldest_first, origins
from bot.summaries.claims import EARLY, Claim, claims
from bot.summaries.counted import COUNTED
from bot.summaries.difference import Version, Voice
from bot.summaries.differences import differences
from bot.summaries.moments import AGE, TIMES
from bot.summaries.sentence import is_complete, marks_match
from bot.summaries.statements import speakers

LONGEST_TEXT = 400
"""Characters of a sentence that is quoted for a development; a longer one is no short message."""
_COMPARED = 200
"""Newest articles of a story that are read."""
_OUTLETS = 2
"""Outlets that are named for a figure on which others differ."""


def story_facts(articles: Sequence[Article], corrections: Sequence[Correction] = ()) -> tuple[Fact, ...]:
    """Return the facts of a story's articles, by kind, what was reported first before the rest.

    A fact of several articles comes once for each, so that it stays when one of them is left out.
    """
    ordered = oldest_first(articles)[-_COMPARED:]
    return (
        *_origins(ordered),
        *(fact for article in ordered for fact in _figures(article)),
        *_differences(ordered),
        *(fact for article in ordered for fact in _speakers(article)),
        *(_correction(found) for found in corrections if found.kind is not CorrectionKind.UPDATED),
        *(_article(article) for article in ordered),
    )


def _origins(articles: Sequence[Article]) -> Iterator[Fact]:
    by_id = {article.id: article for article in articles}
    for origin in origins(articles):
        if origin.name is None:
            continue
        first = by_id[origin.articles[0]]
        keys = (key_of(ORIGIN, origin.name),)
        seen = tuple(seen_key(article_id) for article_id in origin.articles)
        yield Fact(keys, _development(DevelopmentKind.ORIGIN, first, name=origin.name), articles=seen)


def _figures(article: Article) -> Iterator[Fact]:
    """Yield the figures of an article: those of which it is known what they count, and other numbers."""
    stated: dict[int, dict[int, list[Claim]]] = defaultdict(dict)
    for claim in claims(article):
        if claim.kind in TIMES | {AGE}:
            continue
        if claim.kind != COUNTED or claim.sentence < EARLY:
            stated[claim.sentence].setdefault(claim.quantity.start, []).append(claim)
    for index, span in enumerate(article.sentences):
        sentence = article.quote(span)
        if len(sentence) > LONGEST_TEXT or not (is_complete(sentence) and marks_match(sentence)):
            continue
        numbers = list(figures(sentence, article.language))
        for same_figure in stated[index].values():
            claim = same_figure[0]
            same = [number for number in numbers if _is_within(number, claim)]
            numbers = [number for number in numbers if number not in same]
            names = [f"{claim.quantity.value:g} {one.kind} {one.group}" for one in same_figure]
            yield _figure(article, [*names, *(number.name for number in same)], claim.figure, sentence)
        for number in numbers:
            yield _figure(article, [number.name], number.text, sentence)


def _is_within(number: Figure, claim: Claim) -> bool:
    return claim.quantity.start <= number.start < claim.quantity.end


def _figure(article: Article, names: Iterable[str], written: str, sentence: str) -> Fact:
    development = _development(DevelopmentKind.FIGURES, article, name=written, text=sentence)
    return Fact(tuple(key_of("f", name) for name in names), development)


def _differences(articles: Sequence[Article]) -> Iterator[Fact]:
    """Yield where outlets differ; those that may just follow each other in time are none."""
    for difference in differences(articles, origins(articles)):
        if difference.later:
            continue
        first, *others = (version.voices[0] for version in difference.versions)
        own = Development(
            DevelopmentKind.DIFFERENCE,
            first.sentence.article_id,
            " · ".join(_version_name(version) for version in difference.versions),
            first.sentence.text,
            publisher=first.outlet,
            language=first.language,
            at=first.sentence.published_at,
            topic=difference.kind,
            others=tuple(_statement(voice) for voice in others),
        )
        yield Fact((key_of("d", difference.key),), own)


def _version_name(version: Version) -> str:
    outlets = ", ".join(voice.outlet for voice in version.voices[:_OUTLETS])
    return f"{version.figure} ({outlets})" if version.figure else outlets


def _statement(voice: Voice) -> Statement:
    return Statement(voice.sentence.text, voice.outlet, voice.language, voice.sentence.published_at)


def _speakers(article: Article) -> Iterator[Fact]:
    """Yield the persons who speak, each with the first of their sentences that is short enough."""
    for speaker in speakers(article):
        sentences = (article.quote(article.sentences[index]) for index in speaker.sentences)
        text = next((sentence for sentence in sentences if len(sentence) <= LONGEST_TEXT), None)
        if text is None or not speaker.personal:
            continue
        keys, known_by = _speaker_keys(speaker.key)
        development = _development(DevelopmentKind.SPEAKER, article, name=speaker.name, text=text)
        yield Fact(keys, development, known_by)


def _speaker_keys(name: str) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the keys of a speaker, and those that make them known.

    A last name alone is known after any full name that ends in it, and the other way round; two full names
    with the same last name are two speakers.
    """
    last = name.split()[-1]
    alone, in_full = key_of("s", "alone", last), key_of("s", "in full", last)
    if last == name:
        return (alone,), (alone, in_full)
    full = key_of("s", name)
    return (full, in_full), (full, alone)


def _correction(found: Correction) -> Fact:
    """Return what an outlet corrected, with a sentence that changed, or that it withdrew an article."""
    version, change = found.version, found.changes.first
    is_withdrawn = found.kind is CorrectionKind.WITHDRAWN
    texts = (change.before, change.after) if change else ("", "")
    own = Development(
        DevelopmentKind.WITHDRAWAL if is_withdrawn else DevelopmentKind.CORRECTION,
        found.article_id,
        version.title,
        texts[1],
        publisher=version.publisher or "",
        language=version.language,
        at=found.at,
        others=(Statement(texts[0], language=version.language),) if texts[0] else (),
    )
    key = key_of("w", found.article_id) if is_withdrawn else key_of("c", found.article_id, *texts)
    return Fact((key,), own, articles=(article_key(found.article_id),))


def _article(article: Article) -> Fact:
    own = _development(DevelopmentKind.CORRECTION, article, name=article.title)
    return Fact((seen_key(article.id), article_key(article.id)), own, is_article=True)


def _development(kind: DevelopmentKind, article: Article, *, name: str, text: str = "") -> Development:
    return Development(
        kind,
        article.id,
        name,
        text,
        publisher=article.publisher or "",
        language=article.language,
        at=article.published_at,
    )
