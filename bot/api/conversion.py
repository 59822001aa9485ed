"""From values of the program to models of the API."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.api import models, story_models
from bot.corpus.article import Article, ArticleId, Hop, Provenance
from bot.corrections.correction import Correction
from bot.public_pages import PublicPages
from bot.stories.origins import account_sources
from bot.stories.story import Story
from bot.summaries.difference import Difference
from bot.summaries.sentence import QuotedSentence


@dataclass(frozen=True, slots=True)
class Converter:
    """Writes articles and their parts as models.

    Args:
        pages: Where stories are public; None if they are not.
    """

    pages: PublicPages | None = None

    def sentence(self, quoted: QuotedSentence, article: Article, story: Story | None) -> models.Sentence:
        """Return a quoted sentence with all that is needed to cite it."""
        credit = quoted.credit
        evidence = credit.evidence
        return models.Sentence(
            text=quoted.text,
            article_id=quoted.article_id,
            start=quoted.span.start,
            end=quoted.span.end,
            url=article.url,
            language=article.language,
            speaker=credit.speaker,
            via=credit.via,
            evidence=models.Evidence(text=article.quote(evidence), start=evidence.start, end=evidence.end)
            if evidence
            else None,
            certainty=credit.certainty.value,
            publisher=article.publisher,
            provenance=hops(article.provenance),
            independent_origins=origins_of(article, story),
            published_at=article.published_at,
        )

    def sentences(
        self, quoted: Iterable[QuotedSentence], article: Article, story: Story | None
    ) -> list[models.Sentence]:
        """Return sentences of one article."""
        return [self.sentence(sentence, article, story) for sentence in quoted]

    def article(self, article: Article, story: Story | None) -> models.Article:
        """Return an article without its text."""
        return models.Article(
            id=article.id,
            title=article.title,
            url=article.url,
            publisher=article.publisher,
            author=article.author,
            language=article.language,
            published_at=article.published_at,
            date_certainty=article.published.value,
            provenance=hops(article.provenance),
            story=self.story_link(story) if story else None,
            sample=article.sample,
        )

    def story_link(self, story: Story) -> models.StoryLink:
        """Return a story in short."""
        return models.StoryLink(
            id=story.id,
            articles=len(story.articles),
            outlets=list(story.outlets),
            independent_origins=story.independent_origins,
            page=self.page(story),
        )

    def page(self, story: Story) -> str | None:
        """Return the public address of a story."""
        return self.pages.story(story.id) if self.pages else None

    def differences(
        self, found: Iterable[Difference], members: Mapping[ArticleId, Article], story: Story | None
    ) -> list[story_models.Difference]:
        """Return where outlets differ.

        Args:
            members: The story's articles by id; figures of articles that are not among them are left out.
        """
        return [
            story_models.Difference(
                key=difference.key,
                kind=difference.kind,
                noun=difference.noun,
                later=difference.later,
                versions=[
                    story_models.Figure(
                        figure=version.figure,
                        voices=[
                            story_models.Voice(
                                outlet=voice.outlet,
                                sentence=self.sentence(
                                    voice.sentence, members[voice.sentence.article_id], story
                                ),
                            )
                            for voice in version.voices
                            if voice.sentence.article_id in members
                        ],
                    )
                    for version in difference.versions
                ],
            )
            for difference in found
        ]


def hops(provenance: Provenance) -> list[models.Hop]:
    """Return a provenance chain: publisher, original sources, cited outlets."""
    publisher = [_hop("publisher", provenance.publisher)] if provenance.publisher else []
    original = [_hop("original", hop) for hop in provenance.original]
    return [*publisher, *original, *(_hop("cited", hop) for hop in provenance.cited)]


def _hop(role: models.Role, hop: Hop) -> models.Hop:
    return models.Hop(role=role, name=hop.name, certainty=hop.certainty.value, quote=hop.quote)


def origins_of(article: Article, story: Story | None) -> int:
    """Return the number of independent origins of what an article reports."""
    return story.independent_origins if story else int(bool(account_sources(article)))


def correction(found: Correction) -> models.Correction:
    """Return a correction with the sentences that were changed."""
    version = found.version
    return models.Correction(
        kind=found.kind.value,
        at=found.at,
        article_id=found.article_id,
        title=version.title,
        publisher=version.publisher,
        url=version.url,
        changes=[
            models.Change(before=change.before, after=change.after, title=change.title, facts=change.facts)
            for change in found.changes.changes
        ],
    )
