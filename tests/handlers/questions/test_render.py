"""Telegram accepts the message whatever is in articles and questions, and it stays within the limits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance, Span
from bot.errors import localizable
from bot.preview.telegram.reply_markup import validated_markup
from bot.questions.model import (
    Answer,
    AnswerEntry,
    Card,
    NoResults,
    Notice,
    PasteOutcome,
    Question,
    SentenceContext,
    SimilarArticles,
)
from bot.search.ports import Correction
from bot.stories.story import Origin, Story, StoryId
from bot.summaries.credits import Credit
from bot.summaries.sentence import QuotedSentence, quote_sentence
from handlers.questions import render
from handlers.questions.article_render import LONGEST_QUOTE, provenance_text, sentences_and_source
from handlers.questions.card_keyboard import card_keyboard
from handlers.telegram.html import plain, units, visible
from handlers.texts import LANGUAGES, Texts, texts_for
from tests.factories import make_article
from tests.tdlib import assert_sendable

TEXTS = texts_for("en")
ALL_TEXTS = st.sampled_from([texts_for(code) for code in LANGUAGES])
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=2_000).filter(str.strip)
NAMES = st.text(min_size=1, max_size=80)


def hops(names: list[str]) -> tuple[Hop, ...]:
    return tuple(Hop(name, Certainty.INFERRED) for name in names)


@st.composite
def articles(draw: st.DrawFn, number: int = 0) -> Article:
    parts = draw(st.lists(WORDS.map(str.strip), min_size=1, max_size=6))
    spans, at = [], 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    return Article(
        id=ArticleId(f"a{number}"),
        title=draw(st.text(min_size=1, max_size=400)),
        text=" ".join(parts),
        language=draw(st.sampled_from(["en", "ar", "und"])),
        url=draw(
            st.none()
            | st.text(max_size=50).map(lambda path: f"https://a.example/{path}")
            | st.text(max_size=50)
        ),
        author=draw(st.none() | NAMES),
        published_at=draw(st.none() | st.just(NOW)),
        provenance=Provenance(
            publisher=next(iter(hops(draw(st.lists(NAMES, max_size=1)))), None),
            original=hops(draw(st.lists(NAMES, max_size=3))),
            cited=hops(draw(st.lists(NAMES, max_size=9))),
        ),
        sentences=tuple(spans),
        sample=draw(st.booleans()),
    )


def quotes(article: Article) -> tuple[QuotedSentence, ...]:
    credit = Credit(speaker="<b>A & B", via="Reuters")
    return tuple(quote_sentence(article, i, credit) for i in range(len(article.sentences)))


def story_of(*members: Article) -> Story:
    ids = tuple(member.id for member in members)
    return Story(StoryId("s"), ids, ("A", "B"), (Origin("<i>", ids),))


@given(st.data(), st.lists(st.sampled_from(Notice), unique=True), NAMES, ALL_TEXTS)
def test_any_answer_can_be_sent(data: st.DataObject, notices: list[Notice], word: str, texts: Texts) -> None:
    shown = [data.draw(articles(n)) for n in range(data.draw(st.integers(1, 5)))]
    answer = Answer(
        question=Question(word, NOW),
        understood=word,
        problems=(localizable("problem-date", field="since", value=word, position=3),) * 4,
        brief=(),
        entries=tuple(AnswerEntry(article, story_of(*shown)) for article in shown),
        page=1,
        pages=3,
        total=12,
        corrections=(Correction(word, (word,)),),
        pasted=data.draw(st.none() | st.sampled_from(PasteOutcome)),
        notices=tuple(notices),
        newest_at=NOW,
        other_languages=(("ar", 7), (word[:8], 1)),
    )
    answer = answer.quoting([quotes(article)[0] for article in shown[:3]])
    assert_sendable(render.answer_html(answer, texts))


@given(articles(), st.booleans())
def test_any_card_can_be_sent(article: Article, focused: bool) -> None:
    card = Card(article, story_of(article), quotes(article), focused)
    assert_sendable(render.card_html(card, TEXTS))
    view = View(ViewKind.CARD, parent=ViewId("p"))
    markup = card_keyboard(ViewId("v" * 16), card, view, TEXTS)
    assert markup is not None
    assert validated_markup(markup.to_dict())


@given(articles())
def test_any_context_can_be_sent_with_its_sentence(article: Article) -> None:
    sentence = quotes(article)[0]
    neighbours = tuple(quote.text for quote in quotes(article)[1:3])
    context = SentenceContext(article, sentence, neighbours, neighbours, number=1, of=2)
    html = render.context_html(context, TEXTS)
    assert_sendable(html)
    if units(sentence.text) <= LONGEST_QUOTE:
        assert sentence.text in visible(html)


@given(articles(), articles(1), ALL_TEXTS)
def test_any_similar_articles_can_be_sent(article: Article, other: Article, texts: Texts) -> None:
    similar = SimilarArticles(article, (AnswerEntry(other, story_of(article, other)),))
    assert_sendable(render.similar_html(similar, texts))
    assert_sendable(render.inline_html(AnswerEntry(other), texts))


@given(st.lists(st.text(max_size=300), max_size=12), st.integers(0, 5))
def test_any_empty_answer_can_be_sent(words: list[str], outside: int) -> None:
    no_results = NoResults(tuple(words), tuple(words), outside, articles=3, newest_at=None)
    answer = Answer(Question("x", NOW), "x", (), (), (), page=1, pages=1, total=0, no_results=no_results)
    assert_sendable(render.answer_html(answer, TEXTS))


@pytest.mark.parametrize(
    ("language", "named"), [("en", "Arabic (7), Russian (2)"), ("fr", "arabe (7), russe (2)")]
)
def test_other_languages_are_named_in_the_users_language(language: str, named: str) -> None:
    no_results = NoResults(("x",), (), 0, articles=9, newest_at=None)
    answer = Answer(Question("x", NOW), "x", (), (), (), page=1, pages=1, total=0, no_results=no_results)
    texts = texts_for(language)
    assert named not in render.answer_html(answer, texts)
    assert named in render.answer_html(replace(answer, other_languages=(("ar", 7), ("ru", 2))), texts)


@pytest.mark.parametrize("absent", ["", "it"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_notice_of_languages_fits_their_number(language: str, absent: str) -> None:
    codes, texts = ("ar", "ru", "fa", "uk", "tr"), texts_for(language)
    no_results = NoResults(("x",), (), 0, articles=9, newest_at=None)
    answer = Answer(Question("x", NOW), "x", (), (), (), page=1, pages=1, total=0, no_results=no_results)
    notices = []
    for listed in (codes[:1], codes[:4], codes):
        others = tuple((code, 7) for code in listed)
        (notice,) = render.notices_html(
            replace(answer, other_languages=others, absent_language=absent), texts
        )
        notices.append(notice)
    names = plain(texts.listed([f"{texts.name_of(code)} (7)" for code in codes[:4]]))
    more = texts("notice-more-languages", languages=names)
    one, four, five = notices
    assert four.replace(names, "") != one.replace(plain(f"{texts.name_of('ar')} (7)"), "")
    assert (more in four, more in five) == (False, True)


def test_english_notice_of_languages_says_how_to_search_them() -> None:
    answer = Answer(Question("x", NOW), "x", (), (), (), page=1, pages=1, total=0, absent_language="it")
    one = replace(answer, other_languages=(("en", 3),))
    (notice,) = render.notices_html(one, TEXTS)
    assert "English (3); to search those, ask in that language." in notice
    many = tuple((code, 3) for code in ("en", "ar", "ru", "fr", "de"))
    (notice,) = render.notices_html(replace(answer, other_languages=many), TEXTS)
    assert "French (3) and others; to search those, ask in one of those languages." in notice


def test_provenance_names_publisher_original_source_and_citations() -> None:
    provenance = Provenance(
        publisher=Hop("Baladi News", Certainty.STATED),
        original=(Hop("The New Arab", Certainty.STATED),),
        cited=(Hop("Reuters", Certainty.STATED), Hop("SANA", Certainty.STATED)),
    )
    article = Article(ArticleId("a"), "T", "x", provenance=provenance)
    assert provenance_text(article, TEXTS) == "Baladi News ← The New Arab · cites Reuters, SANA"


def test_inferred_hop_has_a_question_mark() -> None:
    article = Article(ArticleId("a"), "T", "x", provenance=Provenance(Hop("B", Certainty.INFERRED)))
    assert provenance_text(article, TEXTS) == "B (?)"


def test_provenance_in_arabic_runs_from_right_to_left() -> None:
    provenance = Provenance(
        publisher=Hop("منارة الياقوت", Certainty.STATED),
        original=(Hop("Reuters", Certainty.STATED),),
        cited=(Hop("SANA", Certainty.STATED), Hop("وكالة نسيم", Certainty.STATED)),
    )
    article = Article(ArticleId("a"), "T", "x", provenance=provenance)
    shown = provenance_text(article, texts_for("ar"))
    marks = {"\u200f": "|", "\u2068": "[", "\u2069": "]"}
    assert "".join(marks.get(c, c) for c in shown) == (
        "|[منارة الياقوت] → [Reuters] · يستند إلى [|[SANA]، [وكالة نسيم]]"
    )


def test_outlet_that_cites_itself_is_named_once() -> None:
    radio, wire = (Hop(name, Certainty.STATED) for name in ("Sable Coast Radio", "Kestrel Wire"))
    provenance = Provenance(publisher=radio, original=(), cited=(radio, wire))
    article = Article(ArticleId("a"), "Cup won", "They won.", "en", provenance=provenance)
    assert visible(provenance_text(article, TEXTS)) == "Sable Coast Radio · cites Kestrel Wire"


def test_sentence_of_another_article_shows_its_time() -> None:
    now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    text = "Seven people were killed in the mill fire."
    shown, newer = (
        make_article(name, text, published_at=now - timedelta(hours=h)) for name, h in (("a", 9), ("b", 2))
    )
    sentences = tuple(quote_sentence(article, 0, Credit()) for article in (newer, shown))
    lines = sentences_and_source(AnswerEntry(shown, sentences=sentences), texts_for("en"), now=now)
    assert "2026-11-26 10:00 UTC" in lines[0]
    assert "UTC" not in lines[1]
