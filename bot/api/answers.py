"""Questions, traced texts and articles over the API."""

from bot.api import models
from bot.api.conversion import correction
from bot.api.endpoint import Source
from bot.api.parameters import ArticleParameters, AskParameters, TraceParameters
from bot.corpus.article import ArticleId
from bot.questions.model import Answer, AnswerEntry, NoResults, Question


async def ask(source: Source, asked: AskParameters) -> models.Answer:
    """Return one page of the answer to a question."""
    question = Question(
        asked.q, source.services.clock(), page=asked.page, previous=asked.previous, size=asked.size
    )
    return answer_model(await source.services.questions.ask(question), source)


async def trace(source: Source, asked: TraceParameters) -> models.Answer:
    """Return the articles that carry the words of a text, the first first."""
    question = Question(asked.text, source.services.clock(), page=asked.page, size=asked.size, trace=True)
    return answer_model(await source.services.questions.ask(question), source)


async def article(source: Source, asked: ArticleParameters) -> models.ArticleCard:
    """Return an article with a summary and its corrections."""
    services, article_id = source.services, ArticleId(asked.id)
    card = await services.questions.card(article_id, asked.q)
    corrections = await services.questions.corrections.of_articles([article_id])
    return models.ArticleCard(
        article=source.convert.article(card.article, card.story),
        summary=source.convert.sentences(card.summary, card.article, card.story),
        focused=card.focused,
        corrections=[correction(found) for found in corrections],
    )


def answer_model(answer: Answer, source: Source) -> models.Answer:
    """Return an answer as a model."""
    return models.Answer(
        question=answer.question.text,
        understood=answer.understood,
        problems=[source.explain(problem) for problem in answer.problems],
        follows=answer.follows or None,
        about=answer.about and answer.no_results is None,
        brief=_brief(answer, source),
        entries=[_entry(entry, source) for entry in answer.entries],
        page=answer.page,
        pages=answer.pages,
        total=answer.total,
        searched_instead=[
            models.Replacement(word=c.word, replacements=list(c.replacements)) for c in answer.corrections
        ],
        also_searched=list(answer.spellings),
        unknown_words=[*answer.unknown, *(answer.no_results.unknown if answer.no_results else ())],
        other_time=answer.other_time,
        not_quoted=answer.not_quoted or None,
        not_credited=answer.not_credited or None,
        pasted=answer.pasted.value if answer.pasted else None,
        notices=[notice.value for notice in answer.notices],
        nothing=_nothing(answer.no_results) if answer.no_results else None,
    )


def _brief(answer: Answer, source: Source) -> list[models.Sentence]:
    entries = {entry.article.id: entry for entry in answer.entries}
    quoted = ((sentence, entries[sentence.article_id]) for sentence in answer.brief)
    return [source.convert.sentence(sentence, entry.article, entry.story) for sentence, entry in quoted]


def _entry(entry: AnswerEntry, source: Source) -> models.Entry:
    return models.Entry(
        article=source.convert.article(entry.article, entry.story),
        sentences=source.convert.sentences(entry.sentences, entry.article, entry.story),
    )


def _nothing(nothing: NoResults) -> models.NothingFound:
    return models.NothingFound(
        unknown=list(nothing.unknown),
        suggestions=list(nothing.suggestions),
        outside_period=nothing.outside_period,
        outside_filters=nothing.outside_filters,
        articles=nothing.articles,
    )
