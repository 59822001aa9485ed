"""Cited and merely mentioned outlets in every language with rules; all sentences are invented."""

from datetime import UTC, datetime

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle

CITING = [
    ("en", "Few voters are undecided, an NBC News/Financial Times poll shows.", ["NBC", "Financial Times"]),
    ("en", "Baker Lena Holm told Portmere Magazine: “The oven never cooled.”", ["Portmere Magazine"]),
    ("en", "The ferry, according to lemonde.fr, will be sold in spring.", ["Le Monde"]),
    ("tr", "Vali Selim Aras, sel hakkında AA'ya konuştu.", ["Anadolu Agency"]),
    ("tr", "Reuters'ın iki kaynağa dayandırdığı haberine göre liman kapanacak.", ["Reuters"]),
    ("tr", "Bloomberg limanın satılacağına dair bir haber yayınladı.", ["Bloomberg"]),
    ("ar", "أظهر مسح لرويترز أن الأسعار سترتفع في الربيع.", ["Reuters"]),
    ("ar", "وقال الوزير في مقابلة مع cnn إن الجسر آمن.", ["CNN"]),
    ("ar", "حسب ما ذكرت الإذاعة المحلية وصحيفة هآرتس، أغلق الجسر.", ["Haaretz"]),
    ("de", "Nach Berechnungen der New York Times fehlen der Stadt zwei Brücken.", ["New York Times"]),
    ("de", "Wie der Sender BBC am Montag meldete, bleibt der Hafen geschlossen.", ["BBC"]),
    ("de", "Nach einer Umfrage von CNN sind viele Wähler unentschlossen.", ["CNN"]),
    ("fr", "« Le pont tiendra », a déclaré M. Ferrand, maire de Vauclair, sur RTL.", ["RTL"]),
    ("fr", "« Le pont tiendra », a assuré mardi à Lyon, à la radio Europe 1, le maire.", ["Europe 1"]),
    ("fr", "Selon le ministre, interviewé par le Financial Times, le pont tiendra.", ["Financial Times"]),
    ("fr", "Sur LCI, Lise Morand, adjointe au maire, a confirmé que le pont tiendrait.", ["LCI"]),
    ("fr", "Le pont est fermé, selon la télévision d'État CCTV.", ["CCTV"]),
    ("es", "Según informó la agencia EFE, el puente sigue cerrado.", ["EFE"]),
    ("es", "El alcalde dijo a El País que el puente sigue cerrado.", ["El País"]),
    ("ru", "«Мост открыт», — цитирует мэра агентство Рейтер.", ["Reuters"]),
    ("ru", "«мост открыт», — цитирует мэра агентство рейтер.", ["Reuters"]),
    ("ru", "Мост закрыт, сообщает агентство Интерфакс.", ["Interfax"]),
    ("fa", "روزنامه هاآرتص چاپ تل آویو گزارش داد که پل بسته است.", ["Haaretz"]),
    ("fa", "روزنامه فرانسوی لیبراسیون خبر اول خود را به پل تازه اختصاص داد.", ["Libération"]),
    ("fa", "روزنامه واشنگتن پست از این طرح انتقاد کرده و نوشت: پل ایمن نیست.", ["Washington Post"]),
    ("fa", "بر اساس خبر ایرنا، پل تا بهار بسته می‌ماند.", ["IRNA"]),
]  # fmt: skip
NAMING = [
    ("en", "NBC announced a new season of its quiz show."),
    ("en", "Half of the parcels arrived late, according to Deutsche Post."),
    ("tr", "Hürriyet Mahallesi'nde su kesildi."),
    ("ar", "وذكرت الصحيفة الألمانية أن الجسر آمن."),
    ("de", "Nach Angaben der Deutschen Post kamen viele Pakete zu spät."),
    ("de", "Der Blick auf den Hafen ist frei."),
    ("fr", "Il toucherait une prime s'il quittait TF1, indique un communiqué."),
    ("fr", "Le maire a refusé hier soir toute demande d'entretien de Rue89."),
    ("fr", "Une voisine a reconnu le garçon dans La Provence."),
    ("es", "El presentador dejará Antena 3, informó la productora."),
    ("ru", "Известия о пожаре пришли утром."),
    ("fa", "اعتماد به نفس او زیاد است."),
]


def analyzed(text: str, language: str) -> Article:
    raw = RawArticle(text=text, title="-", source="test", id="1", language=language)
    return build_article(raw, now=datetime(2026, 11, 20, tzinfo=UTC))


@pytest.mark.parametrize(("language", "sentence", "cited"), CITING)
def test_outlets_given_as_a_source_are_cited(language: str, sentence: str, cited: list[str]) -> None:
    assert [hop.name for hop in analyzed(sentence, language).provenance.cited] == cited


@pytest.mark.parametrize(("language", "sentence"), NAMING)
def test_outlets_only_mentioned_are_not_cited(language: str, sentence: str) -> None:
    assert analyzed(sentence, language).provenance.cited == ()
