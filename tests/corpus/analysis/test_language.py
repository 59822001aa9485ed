"""The language of texts and headlines."""

import pytest

from bot.corpus.analysis.language import UNKNOWN, identify_language

PERSIAN = "شهردار گفت که پل تازه تا پایان هفته برای کامیون‌ها بسته می‌ماند"
TYPED_WITH_ARABIC_LETTERS = PERSIAN.replace("ی", "ي").replace("ک", "ك")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PERSIAN, "fa"),
        (TYPED_WITH_ARABIC_LETTERS, "fa"),
        ("كارگران معدن به خانه برگشتند", "fa"),
        ("قال رئيس البلدية إن الجسر الجديد سيبقى مغلقا أمام الشاحنات", "ar"),
        ("إغلاق جسر في كركوك بعد فيضان النهر", "ar"),
        ("Köprü hafta sonuna kadar kamyonlara kapalı kalacak", "tr"),
        ("The bridge stays shut to lorries", "en"),
        ("Le pont reste fermé aux camions", "fr"),
        ("Die Brücke bleibt für Lastwagen gesperrt", "de"),
        ("El puente sigue cerrado a los camiones", "es"),
        ("Мост закрыт для грузовиков", "ru"),
        ("پل", "fa"),
        ("سوريا", "ar"),
        ("در شهر", "fa"),
        ("خبر کوتاه", "fa"),
        ("دفتر يادداشت", "fa"),
        ("دوچرخه", "fa"),
        ("کتاب‌ها", "fa"),
        ("پله", "fa"),
        ("خانه ما", "fa"),
        ("الجسر مغلق", "ar"),
        ("مدرسة", "ar"),
        ("من هنا", "ar"),
        ("Bridge", UNKNOWN),
        ("12 345", UNKNOWN),
    ],
)
def test_language_is_identified(text: str, language: str) -> None:
    assert identify_language(text) == language
