"""Sentences that belong to a page and not to its article; all are invented."""

import pytest

from bot.summaries.sentence import is_furniture
from bot.summaries.summarize import choose_sentences
from tests.factories import analyzed

FURNITURE = [
    ("en", "Pictured: the mayor at the opening of the bridge."),
    ("en", "Pictured left, the mayor opens the bridge."),
    ("en", "Ada Reyes in Portmere and Tom Lind contributed to this report."),
    ("en", "Scroll down for video of the ferry."),
    ("en", "UPDATED: 10:31 EST, 3 May 2026 ."),
    ("en", "Last updated at 3:04 PM on 5th May 2026."),
    ("en", "Reporting by Ada Reyes; editing by Tom Lind."),
    ("de", "Lesen Sie auch: Warum die Brücke zu ist."),
    ("fr", "À lire aussi : pourquoi le pont est fermé."),
    ("es", "Lea también: por qué está cerrado el puente."),
    ("tr", "Fotoğraf: Ada Reyes köprünün önünde duruyor."),
    ("ru", "Читайте также: почему закрыли мост на реке."),
    ("ar", "اقرأ أيضا: لماذا أغلق الجسر في المدينة؟"),
    ("fa", "بیشتر بخوانید: چرا پل شهر بسته شده است؟"),
    ("it", "Leggi anche: perché il ponte è chiuso."),
    ("pt", "Leia também: por que a ponte está fechada."),
    ("uk", "Читайте також: чому закрили міст через річку."),
]
NEWS = [
    ("en", "The mayor, pictured right, opened the bridge."),
    ("en", "The storm contributed to this report of losses, the bank said."),
    ("en", "Photos of the bridge sold for a fortune."),
    ("de", "Bilder der Brücke hängen im Rathaus."),
    ("fr", "Le texte publié le 3 mai fixe le prix du ferry."),
    ("tr", "Güncelleme çalışmaları köprüde sürüyor."),
]


@pytest.mark.parametrize(("language", "sentence"), FURNITURE)
def test_stamps_captions_and_notes_are_furniture(language: str, sentence: str) -> None:
    assert is_furniture(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), NEWS)
def test_news_is_no_furniture(language: str, sentence: str) -> None:
    assert not is_furniture(sentence, language)


def test_article_behind_a_stamp_stays() -> None:
    stamp = "Updated at 4 p.m.: "
    assert not is_furniture(stamp + "The river rose over its banks, and the harbour office " * 4, "en")


def test_furniture_is_not_chosen() -> None:
    text = "Pictured: the old bridge over the river. The old bridge over the river is closed."
    article = analyzed(text, source="a", title="Bridge", language="en")
    assert choose_sentences(article, None, words=60, most=2) == [1]
