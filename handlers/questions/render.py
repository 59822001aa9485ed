"""Answers and articles as Telegram HTML; everything foreign is escaped by `handlers.telegram.html`."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.corpus.article import Article, Span
from bot.questions.answerer import LONGEST_QUESTION
from bot.questions.model import Answer, AnswerEntry, Card, NoResults, Notice, SentenceContext, SimilarArticles
from handlers.questions.article_render import (
    CARD_ROOM,
    LONGEST_QUOTE,
    ROOM,
    card_source_html,
    credit_html,
    entry_html,
    headline_html,
    italic,
    provenance_html,
    quotes_html,
    sentences_and_source,
    title_html,
)
from handlers.questions.changes_render import correction_line, withdrawn_blocks
from handlers.questions.outages import outage_text
from handlers.questions.sister_render import also_html
from handlers.telegram.bidi import quoted
from handlers.telegram.html import clip, fit, moment, plain, verbatim, visible
from handlers.telegram.localize import localize
from handlers.texts import Texts

_LINE = 45
"""Characters of a line on a phone."""
_LANGUAGES = 4
"""Languages of articles that are listed."""
_SPELLINGS = 8
"""Other spellings of names that are listed."""


def answer_html(answer: Answer, texts: Texts, *, room: int = ROOM) -> str:
    """Return a page of an answer: how the question was understood, stories, notices.

    The best story comes first with the sentences that answer, since the top is what a reader sees first.

    Args:
        room: As in `quotes_html`, for all quotes together.
    """
    blocks = [*understood_html(answer, texts), *pasted_html(answer, texts)]
    if answer.no_results is not None:
        why = no_results_html(answer.no_results, texts, heading=answer.pasted is None)
        return fit([*blocks, *why, *notices_html(answer, texts)])
    blocks += missing_html(answer, texts)
    if answer.below_cut:
        blocks.append(italic(texts("below-cut")))
    now = answer.question.now
    notices = notices_html(answer, texts)
    blocks += _entries(answer.entries, texts, now, room=room - _LINE * len(notices))
    if answer.less_close:
        blocks.append(f"\n{italic(texts('less-close', count=len(answer.less_close)))}")
    return fit([*blocks, *notices]).lstrip("\n")


def _entries(entries: Sequence[AnswerEntry], texts: Texts, now: datetime, *, room: int) -> Iterator[str]:
    """Yield the blocks of stories, which share the room for sentences in full."""
    for number, entry in enumerate(entries, start=1):
        yield entry_html(number, entry, texts, now=now, room=room)
        room -= sum(len(sentence.text) for sentence in entry.sentences)


def card_html(card: Card, texts: Texts) -> str:
    """Return an article's card: its provenance, and a summary that credits each sentence."""
    return _card_html(card, texts, lead=texts("card-focused" if card.focused else "card-gist"))


def matched_html(card: Card, texts: Texts) -> str:
    """Return an article's card with sentences that need no introduction, as they were asked for."""
    return _card_html(card, texts, lead="")


def _card_html(card: Card, texts: Texts, *, lead: str) -> str:
    article = card.article
    head = [headline_html(article, texts), card_source_html(article, card.story, texts)]
    if card.correction:
        head.append(italic(correction_line(card.correction, texts)))
    head += also_html(card.sisters, texts)
    if not card.summary:
        return fit([*head, "", texts("card-empty")])
    quotes = quotes_html(card.summary, texts, article.language, room=CARD_ROOM)
    return fit([*head, lead, *quotes, *_sample_notice(article, texts)])


def context_html(context: SentenceContext, texts: Texts) -> str:
    """Return a sentence in bold between its neighbours."""
    article = context.article
    before, after = (_neighbours(side, article.language, texts) for side in (context.before, context.after))
    words = quoted(verbatim(clip(context.sentence.text, 3 * LONGEST_QUOTE)), article.language, texts)
    sentence = f"<b>{words}</b>{credit_html(context.sentence, texts)}"
    place = texts("context-place", number=context.number, of=context.of)
    return fit(
        [
            headline_html(article, texts),
            italic(provenance_html(article, texts)),
            f"\n{italic(place)}",
            *_around(before, sentence, after),
        ]
    )


def _around(before: Sequence[str], sentence: str, after: Sequence[str]) -> list[str]:
    """Return a sentence between its neighbours as one quotation; long neighbours open with a tap."""
    whole = " ".join([*before, sentence, *after])
    if len(visible(whole)) <= ROOM:
        return [f"<blockquote>{whole}</blockquote>"]
    folded = [
        f"<blockquote expandable>{' '.join(side)}</blockquote>" if side else "" for side in (before, after)
    ]
    return [folded[0], f"<blockquote>{sentence}</blockquote>", folded[1]]


def similar_html(similar: SimilarArticles, texts: Texts) -> str:
    """Return the articles most similar to one article."""
    head = texts("similar", title=title_html(similar.article, texts))
    entries = [entry_html(n, entry, texts) for n, entry in enumerate(similar.entries, start=1)]
    return fit([head, *(entries or [texts("similar-none")])])


def inline_html(entry: AnswerEntry, texts: Texts) -> str:
    """Return the message of an inline result: the story's block, with the first sentence if none answers."""
    article = entry.article
    blocks = [headline_html(article, texts)]
    if not entry.sentences:
        blocks += [_opening(article, span, texts) for span in article.sentences[:1]]
    return fit([*blocks, *sentences_and_source(entry, texts), *_sample_notice(article, texts)])


def _opening(article: Article, span: Span, texts: Texts) -> str:
    words = verbatim(clip(article.quote(span), LONGEST_QUOTE))
    return f"<blockquote>{quoted(words, article.language, texts)}</blockquote>"


def pasted_html(answer: Answer, texts: Texts) -> list[str]:
    """Return what was found for pasted text as blocks; none for a question."""
    if answer.withdrawal:
        return withdrawn_blocks(answer.withdrawal, texts, is_reported=bool(answer.entries))
    return [texts(f"pasted-{answer.pasted.value}", count=answer.total)] if answer.pasted else []


def missing_html(answer: Answer, texts: Texts) -> list[str]:
    """Return what of a question no article covers, as blocks; none if it is all covered."""
    if answer.unknown:
        return [f"{_unknown_words(answer.unknown, texts)} {texts('closest')}"]
    if not answer.about:
        return [f"{texts('not-about')} {texts('closest')}"]
    if answer.not_quoted:
        speaker, topic = (plain(words, most=60) for words in (answer.not_quoted, answer.not_quoted_on))
        key = "speaker-none-on" if topic else "not-quoted"
        return [texts(key, speaker=speaker, topic=topic)]
    if answer.not_credited:
        return [texts("not-credited", speaker=plain(answer.not_credited, most=60))]
    return [texts("other-time")] if answer.other_time else []


def _unknown_words(words: Sequence[str], texts: Texts) -> str:
    listed = texts.listed([texts("quoted-word", word=plain(word)) for word in words[:8]])
    return texts("nothing-unknown", words=listed)


def no_results_html(no_results: NoResults, texts: Texts, *, heading: bool) -> list[str]:
    """Return why an answer is empty, as blocks; `heading` says first that it is."""
    lines = [texts("nothing")] if heading else []
    if no_results.unknown:
        lines.append(_unknown_words(no_results.unknown, texts))
    lines += [texts("speaker-none", speaker=plain(name, most=60)) for name in no_results.unquoted]
    excluded = {
        "nothing-period": no_results.outside_period,
        "nothing-filters": no_results.outside_filters,
        "nothing-left-out": no_results.left_out,
    }
    lines += [texts(key, count=count) for key, count in excluded.items() if count]
    newest = moment(no_results.newest_at, texts) if no_results.newest_at else texts("undated")
    lines.append(texts("nothing-corpus", articles=no_results.articles, newest=newest))
    return [*lines, texts("nothing-suggest")] if no_results.suggestions else lines


def notices_html(answer: Answer, texts: Texts) -> list[str]:
    """Return what the user must know about an answer, as blocks."""
    lines = [_notice(notice, answer, texts) for notice in answer.notices]
    if answer.outages:
        lines.append(outage_text(answer.outages, texts))
    if answer.other_languages:
        lines.append(_languages_notice(answer, texts))
    return [f"\n{italic(notice)}" for notice in lines]


def _languages_notice(answer: Answer, texts: Texts) -> str:
    """Return which languages have articles, if the question's own has none or another alphabet."""
    others = answer.other_languages
    names = [f"{texts.name_of(code)} ({count})" for code, count in others[:_LANGUAGES]]
    listed = plain(texts.listed(names))
    if len(others) > _LANGUAGES:
        listed = texts("notice-more-languages", languages=listed)
    key = "notice-language" if answer.absent_language else "notice-letters"
    absent = plain(texts.name_of(answer.absent_language))
    return texts(key, languages=listed, count=len(others), absent=absent)


def _notice(notice: Notice, answer: Answer, texts: Texts) -> str:
    match notice:
        case Notice.SAMPLES:
            return texts("notice-samples")
        case Notice.STALE:
            newest = moment(answer.newest_at, texts) if answer.newest_at else texts("undated")
            return texts("notice-stale", newest=newest)
        case Notice.CUT:
            return texts("notice-cut", length=LONGEST_QUESTION)


def understood_html(answer: Answer, texts: Texts) -> list[str]:
    """Return how a question was understood, as blocks: what was corrected, added or left out."""
    lines = [texts("not-understood", problem=localize(problem, texts)) for problem in answer.problems[:3]]
    if answer.follows:
        lines.insert(0, italic(texts("follow-up", previous=plain(clip(answer.follows, 100)))))
    for correction in answer.corrections[:3]:
        instead = texts.listed([plain(word) for word in correction.replacements])
        lines.append(texts("searched-instead", word=plain(correction.word), instead=instead))
    if answer.spellings and answer.entries and answer.page == 1:
        listed = texts.listed([plain(word) for word in answer.spellings[:_SPELLINGS]])
        lines.append(italic(texts("searched-also", words=listed)))
    return lines


def _sample_notice(article: Article, texts: Texts) -> list[str]:
    return [italic(texts("notice-samples"))] if article.sample else []


def _neighbours(sentences: Sequence[str], language: str, texts: Texts) -> list[str]:
    return [quoted(verbatim(clip(text, LONGEST_QUOTE // 2)), language, texts) for text in sentences]
