"""Story cards: Telegram accepts them whatever they contain, and what doesn't fit is counted."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.view import STORY_ENTRIES, View, ViewId, ViewKind
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance, Span
from bot.preview.telegram.reply_markup import validated_markup
from bot.questions.model import StoryCard
from bot.stories.story import Origin, Story, StoryId
from bot.summaries.accounts import Account
from bot.summaries.credits import Credit
from bot.summaries.sentence import quote_sentence
from handlers.questions.card_keyboard import story_keyboard
from handlers.questions.story_render import story_html
from handlers.telegram.html import MOST_UNITS, units, visible
from handlers.texts import LANGUAGES, RTL_MARK, texts_for
from tests.handlers.questions.test_render import NAMES, articles, quotes
from tests.tdlib import assert_sendable

TEXTS = texts_for("en")
ALL_TEXTS = st.sampled_from([texts_for(code) for code in LANGUAGES])


def card_of(*accounts: Account, origins: tuple[Origin, ...] = (), page: int = 1, older: int = 0) -> StoryCard:
    members = [account.article for account in accounts]
    ids = tuple(member.id for member in members)
    names = {member.id: member.publisher for member in members if member.publisher}
    story = Story(StoryId("s"), ids, tuple(dict.fromkeys(names.values())), origins)
    return StoryCard(members[0], story, names, accounts, page=page, pages=2, older=older)


def account_of(outlet: str, text: str, key: str = "a", credit: Credit | None = None) -> Account:
    provenance = Provenance(Hop(outlet, Certainty.STATED))
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    article = Article(
        ArticleId(key), f"Title {key}", text, "en", published_at=at, provenance=provenance,
        sentences=(Span(0, len(text)),),
    )  # fmt: skip
    return Account(article, (quote_sentence(article, 0, credit or Credit()),))


@given(st.data(), ALL_TEXTS, NAMES, st.integers(0, 30), st.booleans())
def test_any_story_can_be_sent(
    data: st.DataObject, texts: object, origin: str, many: int, repeats: bool
) -> None:
    members = [data.draw(articles(n)) for n in range(data.draw(st.integers(1, STORY_ENTRIES)))]
    accounts = [Account(member, quotes(member)[:3], many) for member in members]
    if repeats:
        accounts[-1] = Account(members[-1], repeats=members[0])
    ids = tuple(member.id for member in members)
    card = card_of(*accounts, origins=(Origin(origin, ids),) * many, older=many)
    assert isinstance(texts, type(TEXTS))
    html = story_html(card, texts)
    assert_sendable(html)
    assert all(f"{texts.digits(str(number))}. " in visible(html) for number in range(1, len(members) + 1))
    view = View(ViewKind.OUTLETS, parent=ViewId("p"))
    markup = story_keyboard(ViewId("v" * 16), card, view, texts)
    assert markup is not None
    assert validated_markup(markup.to_dict())


def test_story_names_origins_repetitions_and_credits() -> None:
    first = account_of("Mill Gazette", "The river rose.", credit=Credit("Ada Lind", via="Reuters"))
    second = Account(account_of("River Post", "The river rose.", "b").article, repeats=first.article)
    origin = Origin("Reuters", (first.article.id, second.article.id))
    shown = visible(story_html(card_of(second, first, origins=(origin,)), TEXTS))
    assert "2 outlets, 1 independent origin\nReuters: Mill Gazette, River Post\n" in shown
    assert "↻ repeats Mill Gazette" in shown
    assert "The river rose. — Ada Lind, via Reuters" in shown


def test_origin_without_repetitions_is_listed_alone() -> None:
    first = account_of("Mill Gazette", "The river rose.")
    second = account_of("River Post", "The mill stood still.", "b")
    both = Origin("Mill Gazette", (first.article.id, second.article.id))
    alone = visible(story_html(card_of(first, origins=(Origin("Mill Gazette", (first.article.id,)),)), TEXTS))
    repeated = visible(story_html(card_of(first, second, origins=(both,)), TEXTS))
    assert "1 independent origin\nMill Gazette\n" in alone
    assert "1 independent origin\nMill Gazette: River Post\n" in repeated


def test_repetition_of_the_same_or_an_unknown_outlet_is_labelled() -> None:
    first = account_of("Mill Gazette", "The river rose.")
    again = Account(account_of("Mill Gazette", "The river rose.", "b").article, repeats=first.article)
    assert "↻ repeats itself" in visible(story_html(card_of(again, first), TEXTS))
    nobody = Article(ArticleId("n"), "Water", "The river rose.")
    assert "↻ repeats “Water”" in visible(story_html(card_of(Account(nobody, repeats=nobody)), TEXTS))


def test_long_sentence_is_cut_and_the_rest_is_counted() -> None:
    text = "word " * 900 + "end."
    long = account_of("Mill Gazette", text)
    three = Account(long.article, long.added * 3, 4)
    html = story_html(card_of(*[three] * STORY_ENTRIES), TEXTS)
    assert units(visible(html)) <= MOST_UNITS
    assert visible(html).count("word…") == STORY_ENTRIES
    assert visible(html).count("… and 6 more new sentences") == STORY_ENTRIES


def test_first_page_lists_origins_and_last_page_counts_older_articles() -> None:
    first = account_of("Mill Gazette", "The river rose.")
    origins = tuple(Origin(f"Agency {n}", (first.article.id,)) for n in range(8))
    front = visible(story_html(card_of(first, origins=origins, older=9), TEXTS))
    back = visible(story_html(card_of(first, origins=origins, older=9, page=2), TEXTS))
    assert "Agency 5: Mill Gazette\n… and 2 more\n" in front
    assert "… and 9 more" not in front
    assert "Agency" not in back
    assert "… and 9 more" in back


def test_lines_of_origins_in_arabic_begin_on_the_right() -> None:
    first = account_of("Mill Gazette", "The river rose.")
    origin = Origin("Reuters", (first.article.id,))
    shown = visible(story_html(card_of(first, origins=(origin,)), texts_for("ar"))).splitlines()
    assert [text[0] for text in shown[1:3]] == [RTL_MARK] * 2
