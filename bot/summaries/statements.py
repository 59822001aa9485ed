"""Who says what in an article: its attributed sentences with their speakers' canonical names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.corpus.article import Article, Statement
from bot.summaries.credits import spoken_sentences
from bot.summaries.full_names import full_names
from bot.summaries.office_names import office_names
from bot.summaries.speaker_names import SpeakerName, plain_name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted in an article.

    Args:
        key: Identifies the speaker within an article, and across articles by full name ("hakan fidan").
        name: As the text writes it, without titles ("Hakan Fidan").
        personal: Whether it is a name; otherwise an office or a body ("a ministry spokesman").
        sentences: Indexes in `Article.sentences` of what they say, ascending, at least one.
    """

    key: str
    name: str
    personal: bool
    sentences: tuple[int, ...]


def speakers(article: Article) -> tuple[Speaker, ...]:
    """Return who is quoted in an article, in the order of their first words."""
    by_key: dict[str, list[Statement]] = {}
    for statement in statements_of(article):
        by_key.setdefault(statement.key, []).append(statement)
    return tuple(
        Speaker(
            key, own[0].speaker, SpeakerName(own[0].speaker, key).personal, tuple(s.sentence for s in own)
        )
        for key, own in by_key.items()
    )


def statements_of(article: Article) -> tuple[Statement, ...]:
    """Return the statements of an article in order, found now if the article has none stored."""
    return find_statements(article) if article.statements is None else article.statements


def with_statements(article: Article) -> Article:
    """Return an article with its statements."""
    return (
        article if article.statements is not None else replace(article, statements=find_statements(article))
    )


def find_statements(article: Article) -> tuple[Statement, ...]:
    """Return who says which sentences; no sentence has two speakers."""
    spoken = list(spoken_sentences(article))
    named = {label: plain_name(label, article.language) for label in {label for *_, label in spoken}}
    full = _full_names(article, [named[label] for *_, label in spoken])
    found = tuple(
        Statement(index, name.name, name.key, attribution.source, attribution.cue)
        for index, attribution, label in spoken
        if (short := named[label]) is not None and (name := full.get(short.key, short))
    )
    holders = office_names(article, found)
    return tuple(
        replace(s, speaker=holder.name, key=holder.key) if (holder := holders.get(s.key)) else s
        for s in found
    )


def _full_names(article: Article, named: Sequence[SpeakerName | None]) -> dict[str, SpeakerName]:
    text = f"{article.title}.\n{article.text}"
    return full_names(text, [name for name in named if name is not None], article.language)
