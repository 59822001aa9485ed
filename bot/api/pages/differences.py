"""The parts of a story's page that say where outlets differ, and what they corrected."""

from collections.abc import Mapping, Sequence

from bot.api.html import Markup, direction, tag
from bot.api.quotes import quote, separated
from bot.api.texts import Texts
from bot.corpus.article import Article, ArticleId
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.text_changes import SentenceChange
from bot.summaries.counted import COUNTED
from bot.summaries.difference import Difference, Version, Voice

_CHANGES = 6
"""Changed sentences shown of one correction."""


def differences_section(
    found: Sequence[Difference], members: Mapping[ArticleId, Article], texts: Texts
) -> Markup | None:
    """Return where outlets differ, each figure with the sentences that state it; None if nowhere."""
    if not found:
        return None
    cards = [_difference(difference, members, texts) for difference in found]
    return tag("section", tag("h2", texts("page-differ")), *cards)


def _difference(difference: Difference, members: Mapping[ArticleId, Article], texts: Texts) -> Markup:
    later = tag("span", f" · {texts('page-later')}", class_="later") if difference.later else None
    title = tag("h3", _thing(difference, texts), later)
    versions = [part for version in difference.versions for part in _version(version, members, texts)]
    return tag("article", title, *versions, class_="card")


def _thing(difference: Difference, texts: Texts) -> str:
    """Return what outlets differ on: "the dead", "the dead (soldiers)", "“cables”"."""
    if difference.kind == COUNTED:
        return texts("difference-thing", noun=difference.noun)
    what = texts(f"differs-{difference.kind}")
    return texts("difference-of", thing=what, noun=difference.noun) if difference.noun else what


def _version(version: Version, members: Mapping[ArticleId, Article], texts: Texts) -> list[Markup]:
    """Return a figure, and the sentences that state it."""
    language = version.voices[0].language
    figure = tag("p", version.figure, class_="figure", lang=language, dir=direction(language))
    quotes = [
        quote(voice.sentence, article, texts, note=_outlet_and_time(voice, texts))
        for voice in version.voices
        if (article := members.get(voice.sentence.article_id))
    ]
    return [figure, *quotes]


def _outlet_and_time(voice: Voice, texts: Texts) -> str:
    at = voice.sentence.published_at
    return f"{voice.outlet} · {texts.moment(at)}" if at else voice.outlet


def corrections_section(found: Sequence[Correction], texts: Texts) -> Markup | None:
    """Return what outlets corrected and withdrew, word for word; None for nothing."""
    if not found:
        return None
    cards = [_correction(correction, texts) for correction in found]
    return tag("section", tag("h2", texts("page-corrected")), *cards)


def _correction(correction: Correction, texts: Texts) -> Markup:
    version = correction.version
    happened = texts(f"correction-{correction.kind.value}", at=texts.day(correction.at))
    outlet = tag("bdi", version.publisher) if version.publisher else texts("source-unknown")
    withdrawn = correction.kind is CorrectionKind.WITHDRAWN
    written = {"lang": version.language, "dir": direction(version.language)}
    changes = [_change(change, written) for change in correction.changes.changes[:_CHANGES]]
    rest = len(correction.changes.changes) - len(changes)
    return tag(
        "article",
        tag("h3", tag("s", version.title) if withdrawn else version.title, **written),
        tag("p", separated([outlet, happened], texts), class_="source withdrawn" if withdrawn else "source"),
        *changes,
        tag("p", texts("and-more", count=rest), class_="note") if rest else None,
        class_="card",
    )


def _change(change: SentenceChange, written: Mapping[str, str]) -> Markup:
    """Return a sentence as it was and as it is."""
    before = tag("p", tag("del", change.before)) if change.before else None
    after = tag("p", tag("ins", change.after)) if change.after else None
    return tag("blockquote", before, after, **written)
