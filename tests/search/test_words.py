"""Words that are written in several ways, scripts without spaces, and stop words that are names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article, ArticleId
from bot.search.analyzer import analyze
from bot.search.index.term_dictionary import TermDictionary
from bot.search.query.matcher import matches
from bot.search.query.parser import parse
from bot.search.words import find_words, split_words

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def found(query: str, text: str, *, language: str = "en", title: str = "Noted") -> bool:
    """Return whether an alert with a query reports an article."""
    article = Article(ArticleId("1"), title=title, text=text, language=language)
    return matches(parse(query, now=NOW), article)


@pytest.mark.parametrize("written", ["B52", "B-52", "B 52"])
@pytest.mark.parametrize("asked", ["B52", "B-52", "b52", '"B52"'])
def test_letters_and_digits_match_however_they_are_joined(written: str, asked: str) -> None:
    assert found(asked, f"Two {written} bombers landed.")
    assert not found(asked, "Line 53 got a new bus B.")


@pytest.mark.parametrize(
    ("asked", "text"),
    [("sars2", "Sars-2 spread."), ("3D", "A 3-D map."), ("g20 talks", "G-20 talks."), ("sars", "Sars2.")],
)  # fmt: skip
def test_compounds_match_their_parts(asked: str, text: str) -> None:
    assert found(asked, text)


@pytest.mark.parametrize(
    ("asked", "text", "language"),
    [
        ("台风", "昨晚台风登陆东岸，渡口停航。", "zh"),
        ("渡口停航", "昨晚台风登陆东岸，渡口停航。", "zh"),
        ("岸", "昨晚台风登陆东岸。", "zh"),
        ("灯台", "岬の灯台が再び点灯した。", "ja"),
        ("フェリー", "高速フェリーが欠航した。", "ja"),
        ("등대", "곶의 등대가 다시 켜졌다.", "ko"),
        ("ประภาคาร", "ประภาคารเก่าเปิดอีกครั้ง", "th"),
        ("NATO", "NATO的三位代表来到港口。", "zh"),
        ("كتابخانه", "کتاب‌خانهٔ بندر باز شد.", "fa"),
        ("کتاب‌خانه", "كتابخانه بندر باز شد.", "fa"),
        ("میرود", "قطار می‌رود.", "fa"),
        ("قطارها", "قطار‌ها ایستادند.", "fa"),
        ("2026", "سال ۲۰۲۶ آغاز شد.", "fa"),
    ],
)
def test_words_are_found_within_text(asked: str, text: str, language: str) -> None:
    assert found(asked, text, language=language)


@pytest.mark.parametrize(
    ("asked", "text", "language"),
    [
        ("月球", "昨晚台风登陆东岸。", "zh"),
        ("ロケット", "ヨットとネット。", "ja"),
        ("등불", "등대가 켜졌다.", "ko"),
    ],
)
def test_words_that_are_not_in_the_text_are_not_found(asked: str, text: str, language: str) -> None:
    assert not found(asked, text, language=language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الجامعات", "الجامعة"),
        ("جامعات", "الجامعة"),
        ("وزارة", "الوزارة"),
        ("لجنة", "اللجنة"),
        ("لمدينة", "مدينة"),
        ("وفنلندا", "فنلندا"),
        ("فنلندي", "الفنلندية"),
        ("كليات", "الكليات"),
    ],
)
def test_forms_of_an_arabic_word_share_a_term(one: str, other: str) -> None:
    assert analyze(one, "ar") == analyze(other, "ar") != []


@pytest.mark.parametrize(
    ("word", "rest"), [("وزير", "زير"), ("فيروس", "يروس"), ("لبنان", "بنان"), ("واجب", "اجب")]
)
def test_first_letters_of_arabic_stems_are_no_prefix(word: str, rest: str) -> None:
    assert analyze(word, "ar") != analyze(rest, "ar")


@pytest.mark.parametrize(
    ("asked", "named", "common"),
    [
        ("WHO", "Doctors of the WHO came.", "Doctors who came stayed."),
        ("IT", "The IT fair opens.", "It opens, and it is free."),
        ("US", "Talks with the U.S. began.", "They told us that it began."),
        ("us ships", "Two US ships left.", "Ships took us out."),
        ("May", "A win for Lena May is likely.", "It may rain. May we ask?"),
        ("Lena May", "A win for Lena May is likely.", "Lena may win."),
        ('"the WHO warned"', "On Monday the WHO warned.", "He who warned left."),
        ("Oder", "Die Fischer der Oder streiken.", "Fisch oder Fleisch?"),
    ],
)
def test_stop_word_written_as_a_name_finds_the_name_only(asked: str, named: str, common: str) -> None:
    language = "de" if asked == "Oder" else "en"
    assert found(asked, named, language=language)
    assert not found(asked, common, language=language)


@pytest.mark.parametrize(
    "text", ["WHO RAISED THE FLAG", "Who Raised The Big Flag", "“Who raised it?” they asked."]
)
def test_capitals_of_a_shouted_or_headline_text_make_no_name(text: str) -> None:
    assert not found("WHO", text, title=text)


@pytest.mark.parametrize("phrase", ['"nora may said"', '"Nora May said"', '"NORA MAY SAID"', '"Nora said"'])
def test_phrase_matches_with_and_without_its_common_words(phrase: str) -> None:
    assert found(phrase, "Nora may have said so. Nora said nothing.") == ("May" not in phrase)
    assert found(phrase, "So Nora May said on Monday.") == (phrase != '"Nora said"')


@given(st.text(alphabet="aZé9_'.- \n\x1f’", max_size=16))
def test_words_of_plain_text_are_split_as_any_other(text: str) -> None:
    assert split_words(text) == [word[0] for word in find_words(text)]


@given(
    st.lists(st.sampled_from(["WHO", "May", "It", "said", "F16", "U.S", "Ann", "水磨", "don't"]), max_size=9)
)
def test_index_and_analyzer_agree_on_terms(words: list[str]) -> None:
    text = " ".join(words)
    dictionary = TermDictionary()
    for part in (text, text.lower(), text):  # small letters seen before, and after
        numbers = dictionary.encode(part, "en")
        assert [dictionary.terms[number] for number in numbers] == analyze(part, "en")
