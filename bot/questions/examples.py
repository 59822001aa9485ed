"""Example questions made of current headlines, each tried before it is shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from bot.corpus.article import Article
from bot.errors import UserError
from bot.questions.model import Question
from bot.questions.names import names_in
from bot.questions.service import QuestionService
from bot.questions.top_stories import TopQuestion, TopStoryService
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.query.ast import And, FieldName, Word
from bot.search.query.query import Query
from bot.search.words import WORD

MOST = 2
"""Examples shown."""
_WORDS = 3
_NAME_WORTH = 2.0
"""Worth of a name in a headline, relative to another word as rare."""
_CACHED = timedelta(minutes=10)


@dataclass(slots=True)
class ExampleService:
    """Makes example questions of the top stories; remembers them for a while."""

    questions: QuestionService
    top: TopStoryService
    _known: dict[str, tuple[datetime, tuple[str, ...]]] = field(default_factory=dict, init=False)

    async def examples(self, language: str) -> tuple[str, ...]:
        """Return up to two questions that the corpus answers now, in the reader's language if possible.

        Args:
            language: ISO 639-1 code.
        """
        now = self.questions.clock()
        made_at, known = self._known.get(language, (now - _CACHED, ()))
        if timedelta(0) <= now - made_at < _CACHED:
            return known
        made = await self._make(language, now)
        self._known[language] = now, made
        return made

    async def _make(self, language: str, now: datetime) -> tuple[str, ...]:
        articles = await self._headlines(language, now)
        made: list[str] = []
        for article in articles:
            words = await self._words(article)
            if words and words not in made and await self._is_answered(words, now):
                made.append(words)
            if len(made) == MOST:
                break
        return tuple(made)

    async def _headlines(self, language: str, now: datetime) -> list[Article]:
        """Return articles of current stories, those in a language first, even if they are older."""
        current = await self.top.top(TopQuestion(now, language=language))
        articles = [entry.article for entry in current.entries]
        own = [article for article in articles if article.language == language]
        if len(own) < MOST:
            of_language = TopQuestion(now, f"{FieldName.LANG}:{language}", period_h=None, language=language)
            own += [entry.article for entry in (await self.top.top(of_language)).entries]
        return list({article.id: article for article in [*own, *articles]}.values())

    async def _words(self, article: Article) -> str:
        """Return the phrase of a headline with the rarest words, names before others; "" without one."""
        words = _content_words(article)
        query = Query(article.title, And(tuple(map(Word, words)))) if len(words) > 1 else None
        passages = await self.questions.index.passages([article.id], query)
        rarity = {
            word: weight
            for found in passages
            for word, weight in zip(found.words, found.weights.tolist(), strict=True)
        }
        names = names_in(words, [article])
        worth = {word: rarity.get(word, 0.0) * (_NAME_WORTH if word in names else 1.0) for word in words}
        phrases = _phrases(article)
        return max(phrases, key=lambda phrase: sum(worth[word] for word in phrases[phrase]), default="")

    async def _is_answered(self, words: str, now: datetime) -> bool:
        try:
            answer = await self.questions.ask(Question(words, now))
        except UserError:
            return False
        return answer.covers_question


def _content_words(article: Article) -> Sequence[str]:
    """Return the words of a headline without stop words and numbers."""
    return list(dict.fromkeys(match[0] for match in _content(article)))


def _content(article: Article) -> list[re.Match[str]]:
    analyzer = analyzer_for(analyzer_language(article.language))
    return [
        match
        for match in WORD.finditer(article.title)
        if analyzer.term(match[0]) and not match[0].isdecimal() and len(match[0]) > 1
    ]


def _phrases(article: Article) -> dict[str, list[str]]:
    """Return parts of a headline with their content words: two or three that follow each other.

    Only where no two do, stop words may lie between them.
    """
    title, matches = article.title, _content(article)
    windows = [matches[at : at + size] for size in (_WORDS, 2) for at in range(len(matches) - size + 1)]
    close = [
        window
        for window in windows
        if all(not title[a.end() : b.start()].strip() for a, b in pairwise(window))
    ]
    return {title[w[0].start() : w[-1].end()]: [match[0] for match in w] for w in close or windows}
