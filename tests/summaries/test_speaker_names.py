"""Tests for `bot.summaries.speaker_names`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.languages.language import Language, languages
from bot.summaries.speaker_names import plain_name

SPEAKING = [known for known in languages() if known.attribution.titles_as_surnames]
WORDS = sorted(
    {"Ann", "Roe", "Roe's", "mayor", "Bishop", "bishop", "de", "and", ",", "-", "'s", "the", "of", "7"}
    | {word for known in languages() for word in known.attribution.titles_as_surnames}
    | {word.title() for known in languages() for word in known.attribution.titles_as_surnames}
)


@pytest.mark.parametrize(
    ("label", "code", "name"),
    [
        ("Hakan Fidan", "en", "Hakan Fidan"),
        ("Foreign Minister Hakan Fidan", "en", "Hakan Fidan"),
        ("Turkish Foreign Minister Fidan", "en", "Fidan"),
        ("Mr. Lind", "en", "Lind"),
        ("Dr Mara Lind", "en", "Mara Lind"),
        ("Ms King", "en", "King"),
        ("Rowena King", "en", "Rowena King"),
        ("Mayor Page", "en", "Page"),
        ("Northport mayor Ann Roe", "en", "Ann Roe"),
        ("Lind's lawyer Ann Roe", "en", "Ann Roe"),
        ("Mr de Vaal", "en", "de Vaal"),
        ("The Premier League", "en", "Premier League"),
        ("the Northport Police Federation", "en", "Northport Police Federation"),
        ("Dışişleri Bakanı Hakan Fidan", "tr", "Hakan Fidan"),
        ("Ulaştırma ve Altyapı Bakanı Ali Ak", "tr", "Ali Ak"),
        ("Der Regierungssprecher Karl Maier", "de", "Karl Maier"),
        ("US-Trainer Bob Hill", "de", "Bob Hill"),
        ("l'ancien ministre Paul Rive", "fr", "Paul Rive"),
        ("Geoffroy de Rive", "fr", "Geoffroy de Rive"),
        ("el fiscal Omar Ríos", "es", "Omar Ríos"),
        ("генеральный директор театра Иван Лесков", "ru", "Иван Лесков"),
        ("وزير الخارجية هاكان فيدان اليوم الاثنين", "ar", "هاكان فيدان"),
        ("الرئيس التركي رجب طيب أردوغان", "ar", "رجب طيب أردوغان"),
        ("دکتر رضا مرادی", "fa", "رضا مرادی"),
    ],
)
def test_titles_are_dropped_from_names(label: str, code: str, name: str) -> None:
    plain = plain_name(label, code)

    assert plain is not None
    assert (plain.name, plain.personal) == (name, True)


@pytest.mark.parametrize(
    ("label", "code", "key"),
    [
        ("the foreign minister", "en", "the foreign minister"),
        ("the US President", "en", "the us president"),
        ("a spokesman for Fidan", "en", "the spokesman / for fidan"),
        ("Fidan's spokesman", "en", "the spokesman / of fidan"),
        ("residents of Northport", "en", "the residents / of northport"),
        ("The government", "en", "the government"),
        ("President Roe and Chancellor Lind", "en", "the president roe and chancellor lind"),
        ("die Nachrichtenagentur", "de", "the nachrichtenagentur"),
        ("ein Sprecher der Polizei", "de", "the sprecher"),
        ("le ministre de la Défense", "fr", "the ministre / de la defense"),
        ("رئيس بلدية غزة", "ar", "the رييس بلديه غزه"),
    ],
)
def test_offices_and_bodies_keep_their_words(label: str, code: str, key: str) -> None:
    plain = plain_name(label, code)

    assert plain is not None
    assert (plain.key, plain.personal) == (key, False)


@pytest.mark.parametrize(
    ("label", "code"), [("based on papers", "en"), ("2019", "en"), ("أن", "ar"), ("", "en")]
)
def test_other_words_name_nobody(label: str, code: str) -> None:
    assert plain_name(label, code) is None


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=6), st.sampled_from(SPEAKING))
def test_any_label_has_a_name_or_none(words: list[str], known: Language) -> None:
    plain = plain_name(" ".join(words), known.code)
    assert plain is None or plain.name.strip()
