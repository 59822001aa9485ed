"""Which outlets a sentence cites, and which it only mentions; all sentences are invented."""

from datetime import UTC, datetime

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.raw import RawArticle

NOW = datetime(2026, 11, 20, tzinfo=UTC)
OPENING = {
    "en": "The river fell a little in the night.",
    "ar": "انخفض منسوب النهر قليلا في الليل.",
    "tr": "Gece nehir biraz alçaldı.",
}
CITING = [
    (
        "en",
        "Al Jazeera's correspondent in Amman, Nadim Sarraf, said the border post was shut by noon.",
        ["Al Jazeera"],
    ),
    ("en", "The state news agency SANA blamed an armed group for the blast near the old market.", ["SANA"]),
    ("en", "The Independent reported that the bridge had been closed for a year.", ["The Independent"]),
    ("en", "The minister told The Guardian that the coral was dying.", ["The Guardian"]),
    (
        "en",
        "According to a poll for the Washington Post, half of the voters are undecided.",
        ["Washington Post"],
    ),
    ("en", "Agence France-Presse said its photographer was hurt in the crush.", ["Agence France-Presse"]),
    ("en", "An AFP photographer saw three burnt buses near the station.", ["Agence France-Presse"]),
    ("en", "The talks have failed, Reuters reports, citing two diplomats.", ["Reuters"]),
    ("en", "The talks have failed, two diplomats told Reuters.", ["Reuters"]),
    ("en", "The ministry denied a Bloomberg report that the loan had been refused.", ["Bloomberg"]),
    ("en", "The mayor wrote in an op-ed for Le Monde that the tunnel was a mistake.", ["Le Monde"]),
    ("en", "Speaking on CNN's Sunday programme, the senator said the bill was dead.", ["CNN"]),
    (
        "en",
        "Iran's Fars news agency quoted a commander as saying that the drill was over.",
        ["Fars News Agency"],
    ),
    ("en", "The semi-official Tasnim reported a fire at the depot.", ["Tasnim News Agency"]),
    ("en", "The Wall Street Journal was the first to report the merger.", ["Wall Street Journal"]),
    ("en", "The merger was first reported by the Financial Times.", ["Financial Times"]),
    ("en", "The hospital, the local paper the Harbour Gazette said, will close.", ["Harbour Gazette"]),
    ("en", "Images broadcast by Al Arabiya showed smoke over the port.", ["Al Arabiya"]),
    ("en", "In remarks carried by Xinhua, the envoy said the road would be open in spring.", ["Xinhua"]),
    ("en", "The envoy gave an interview to Der Spiegel in which he called the deal dead.", ["Der Spiegel"]),
    ("en", "Citing unnamed sources, Kyodo said the summit would be put off.", ["Kyodo"]),
    ("en", "The Times of India, in an editorial, called the tax a blunder.", ["Times of India"]),
    ("en", "The BBC Arabic service spoke to three nurses at the clinic.", ["BBC"]),
    ("en", "The president told NBC's morning show he would sign.", ["NBC"]),
    ("en", "The Press Association understands that two ministers will resign.", ["Press Association"]),
    ("en", "Sky News has learned that two ministers will resign.", ["Sky News"]),
    ("ar", "قال مراسل الجزيرة في عمّان إن المعبر أغلق عند الظهر.", ["Al Jazeera"]),
    ("ar", "اتهمت وكالة الأنباء السورية سانا جماعة مسلحة بتفجير السوق القديم.", ["SANA"]),
    ("ar", "نقلت وكالة رويترز عن دبلوماسيين قولهم إن المحادثات فشلت.", ["Reuters"]),
    ("ar", "وقال مسؤول لوكالة فرانس برس إن الطريق مفتوح.", ["Agence France-Presse"]),
    ("ar", "ذكرت صحيفة الشرق الأوسط أن القمة تأجلت.", ["Asharq Al-Awsat"]),
    ("ar", "نشرت صحيفة الحياة مقابلة مع الوزير قال فيها إن الميزانية جاهزة.", ["Al-Hayat"]),
    ("ar", "بحسب وكالة الأناضول، وصل الوفد مساء الاثنين.", ["Anadolu Agency"]),
    ("ar", "أفادت الأهرام بأن السياح عادوا إلى الأقصر.", ["Al-Ahram"]),
    ("ar", "وفي تصريح لقناة العربية، قال المتحدث إن المرحلة الثانية بدأت.", ["Al Arabiya"]),
    ("ar", "قالت وكالة أنباء فارس نقلا عن قائد إن المناورة انتهت.", ["Fars News Agency"]),
    ("ar", "قال شاهد عيان لبي بي سي إن النيران وصلت إلى السوق.", ["BBC"]),
    ("ar", "كشفت نيويورك تايمز أن الصفقة ألغيت.", ["New York Times"]),
    ("ar", "انتهى الاجتماع مساء اليوم، حسبما أوردت وكالة الصحافة الفرنسية.", ["Agence France-Presse"]),
    ("ar", "أوردت سكاي نيوز عربية نبأ الاستقالة.", ["Sky News Arabia"]),
    ("tr", "El Cezire muhabiri, sınır kapısının öğlen kapatıldığını söyledi.", ["Al Jazeera"]),
    ("tr", "Suriye resmi haber ajansı SANA, patlamadan silahlı bir grubu sorumlu tuttu.", ["SANA"]),
    ("tr", "Reuters'a konuşan iki diplomat, görüşmelerin başarısız olduğunu söyledi.", ["Reuters"]),
    ("tr", "Reuters'ın haberine göre görüşmeler başarısız oldu.", ["Reuters"]),
    ("tr", "Anadolu Ajansı'nın (AA) aktardığına göre heyet pazartesi akşamı geldi.", ["Anadolu Agency"]),
    ("tr", "AA muhabirine konuşan Vali, yolun açık olduğunu belirtti.", ["Anadolu Agency"]),
    ("tr", "Cumhuriyet gazetesi, bütçenin gece kabul edildiğini yazdı.", ["Cumhuriyet"]),
    ("tr", "Cumhuriyet'in haberine göre bütçe gece kabul edildi.", ["Cumhuriyet"]),
    ("tr", "Hürriyet'e konuşan bakan, bütçenin hazır olduğunu söyledi.", ["Hürriyet"]),
    ("tr", "Sabah gazetesinin haberine göre köprü kapandı.", ["Sabah"]),
    ("tr", "Sözcü gazetesi köprünün kapatıldığını duyurdu.", ["Sözcü"]),
    ("tr", "CNN Türk yayınına katılan bakan, bütçenin hazır olduğunu söyledi.", ["CNN Türk"]),
    ("tr", "BBC Türkçe'ye konuşan hemşire, kliniğin dolu olduğunu anlattı.", ["BBC"]),
    ("tr", "New York Times, anlaşmanın iptal edildiğini öne sürdü.", ["New York Times"]),
    ("tr", "Bir AFP muhabiri istasyon yakınında üç yanmış otobüs gördü.", ["Agence France-Presse"]),
    ("tr", "Bloomberg'in haberine göre kredi reddedildi.", ["Bloomberg"]),
    ("tr", "TRT Haber'e bağlanan muhabir, yolun açıldığını aktardı.", ["TRT"]),
    ("tr", "Habertürk canlı yayınında konuşan bakan istifa edeceğini söyledi.", ["Habertürk"]),
]

NAMING = [
    ("en", "Shares of Reuters' parent fell four percent after the company cut its forecast."),
    ("en", "The BBC's budget will shrink next year, the culture minister told lawmakers."),
    ("en", "Time magazine was sold to a software founder in a deal worth millions."),
    ("en", "In his time at the ministry, he read The Sun every morning and drank tea."),
    ("en", "An independent inquiry reported that the bridge was unsafe."),
    ("en", "The sun reported nothing but light, the poet joked."),
    ("en", "Founded in 1851, The New York Times has won more prizes than any other paper."),
    ("en", "Reuters was founded in London in 1851 by a man who had used pigeons."),
    ("en", "AFP Nairobi won 2-1 against the railway team on Sunday."),
    ("en", "Guardian FC told its supporters that the stadium would be rebuilt."),
    ("en", "Guardians of the reef said the coral was dying."),
    ("en", "He worked for the Washington Post for ten years before he opened a bakery."),
    ("en", "A photographer for Agence France-Presse was hurt in the crush, his agency said."),
    ("en", "Reuters could not independently verify the report."),
    ("en", "Bloomberg, the former mayor, said he would not run."),
    ("en", "Michael Bloomberg told reporters he would not run."),
    ("en", "CNN fired its chief executive on Monday."),
    ("en", "CNN said it had fired its chief executive."),
    ("en", "Follow us on Facebook and subscribe to the BBC newsletter."),
    ("en", "Two reporters of the Wall Street Journal were expelled from the country."),
    ("en", "Al Ahram stands beside the old bridge; its printers went on strike."),
    ("en", "Times are hard, the baker said, and the post is late."),
    ("en", "The Daily Mail and the Mirror both carried his picture."),
    ("en", "He sued the Daily Mirror for libel and lost."),
    ("en", "A spokesman for the BBC said the programme would return in autumn."),
    ("en", "The network NBC cancelled the show."),
    ("en", "Press TV's licence was revoked in 2012."),
    ("en", "Local media reported heavy rain."),
    ("ar", "تراجعت أسهم شركة رويترز أربعة في المئة بعد إعلان النتائج."),
    ("ar", "تأسست وكالة رويترز في لندن عام 1851."),
    ("ar", "أغلقت السلطات مكتب قناة الجزيرة في العاصمة."),
    ("ar", "يعيش في الشرق الأوسط ملايين اللاجئين، بحسب تقرير دولي."),
    ("ar", "الحياة صعبة هنا، يقول الخباز، والأسعار ترتفع."),
    ("ar", "تقع هضبة الأناضول في وسط تركيا."),
    ("ar", "فاز نادي الأهرام على فريق المصنع بهدفين."),
    ("ar", "زار السياح الأهرام قبل الغروب."),
    ("ar", "الجمهورية العربية تستضيف القمة في آذار."),
    ("ar", "يقع إقليم فارس في جنوب إيران."),
    ("ar", "بي بي سي تخفض ميزانيتها العام المقبل."),
    ("ar", "عمل في نيويورك تايمز عشر سنوات ثم فتح مخبزا."),
    ("ar", "وقالت وسائل إعلام محلية إن المطر غزير."),
    ("tr", "Reuters hisseleri yüzde dört düştü."),
    ("tr", "Reuters 1851'de Londra'da kuruldu."),
    ("tr", "Anadolu'nun ortasında büyük bir göl vardır."),
    ("tr", "Cumhuriyet Bayramı ülke genelinde kutlandı."),
    ("tr", "Hürriyet ve adalet isteyen kalabalık meydanda toplandı."),
    ("tr", "Sabah saatlerinde yağmur başladı, vali açıkladı."),
    ("tr", "Milliyet kavramı on dokuzuncu yüzyılda değişti."),
    ("tr", "Sözcü, köprünün güvenli olduğunu söyledi."),
    ("tr", "Bakanlık sözcüsü, köprünün güvenli olduğunu söyledi."),
    ("tr", "BBC bütçesini küçültüyor."),
    ("tr", "On yıl New York Times'ta çalıştı, sonra fırın açtı."),
    ("tr", "Yerel basın şiddetli yağmur bildirdi."),
    ("tr", "TRT'nin yeni dizisi ekimde başlıyor."),
    ("tr", "Zaman geçtikçe sular çekildi, köylüler anlattı."),
]


@pytest.mark.parametrize(("language", "sentence", "names"), CITING)
def test_outlet_that_reports_or_is_spoken_to_is_cited(language: str, sentence: str, names: list[str]) -> None:
    assert cited(sentence, language) == names


@pytest.mark.parametrize(("language", "sentence"), NAMING)
def test_outlet_that_is_a_subject_or_an_ordinary_word_is_not_cited(language: str, sentence: str) -> None:
    assert cited(sentence, language) == []


def cited(sentence: str, language: str) -> list[str]:
    """The outlets cited, by name, in an article that ends with the sentence."""
    text = f"{OPENING[language]}\n\n{sentence}"
    raw = RawArticle(source="test", title="A title", text=text, language=language)
    return sorted(hop.name for hop in build_article(raw, now=NOW).provenance.cited)


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (
            "Associated Press writers Una Vale in Oslo and Peter Karsh in Bergen contributed to this report.",
            ["Associated Press"],
        ),
        ("It will meet in March. Reuters reporter Una Vale in Oslo contributed.", ["Reuters"]),
        ("— With assistance from Reuters", ["Reuters"]),
        ("Volunteers and writers from all over the valley contributed to this park.", []),
    ],
)
def test_agency_whose_writers_contributed_is_an_original_source(last: str, names: list[str]) -> None:
    raw = RawArticle(
        source="test", title="A title", text=f"The council met on Monday in the old hall.\n\n{last}"
    )
    assert [hop.name for hop in build_article(raw, now=NOW).provenance.original] == names


def test_agency_in_the_dateline_is_not_cited_by_the_next_sentence() -> None:
    text = "ANKARA (AA) - Ulaştırma Bakanlığı, kapının pazartesi günü açıldığını duyurdu.\n\nKuyruk uzadı."
    article = build_article(RawArticle(source="test", title="Kapı", text=text, language="tr"), now=NOW)
    assert [hop.name for hop in article.provenance.original] == ["Anadolu Agency"]
    assert article.provenance.cited == ()


def test_page_without_a_headline_keeps_its_first_paragraph() -> None:
    text = (
        "BAGHDAD, Sept 2 (Reuters) - The oil ministry said on Wednesday it would reopen two fields.\n\n"
        "Engineers arrived in the south."
    )
    article = build_article(RawArticle(source="test", text=text), now=NOW)
    assert article.title == "The oil ministry said on Wednesday it would reopen two fields."
    assert article.text == text
    assert article.dateline == "BAGHDAD"


def test_links_share_buttons_and_ages_are_removed_and_listed() -> None:
    body = "The port office opened the northern pier after three days of gales that sank two barges."
    text = f"Pier opens\n\n5 hours ago\n\nLISTEN LIVE\n\n{body}\n\nRead also: Ten things to do in the rain"
    article = build_article(RawArticle(source="test", text=text), now=NOW)
    assert article.text == body
    assert article.publisher is None
    assert {line.reason for line in article.removed} == {"navigation", "related links"}
