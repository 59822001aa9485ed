"""Which figures an article states plainly, in every language."""

import pytest

from bot.summaries.claims import claims
from tests.factories import analyzed

TEXTS = {
    "en": (
        "At least 4 people were killed and 12 others were injured. Three sailors drowned. A 6.1-magnitude "
        "earthquake struck. About 2,300 residents were evacuated. Police arrested twenty-one suspects."
    ),
    "fr": (
        "Le drame a fait au moins 4 morts et 12 blessés. Trois marins sont morts. Un séisme de magnitude 6,1 "
        "a frappé Oss. Environ 2.300 habitants ont été évacués. La police a arrêté vingt et un suspects."
    ),
    "de": (
        "Mindestens 4 Menschen wurden getötet und 12 verletzt. Drei Matrosen starben. Ein Erdbeben der "
        "Stärke 6,1 traf Oss. Rund 2.300 Anwohner wurden evakuiert. "
        "Einundzwanzig Verdächtige wurden festgenommen."
    ),
    "es": (
        "El accidente dejó al menos 4 muertos y 12 heridos. Tres marineros murieron. Hubo un temblor de "
        "magnitud 6,1. Unas 2.300 personas fueron evacuadas. La policía informó de veintiún detenidos."
    ),
    "tr": (
        "Kazada en az 4 kişi hayatını kaybetti, 12 kişi yaralandı. Üç denizci öldü. Bölgede 6,1 büyüklüğünde "
        "deprem oldu. Köyde yaklaşık 2 bin 300 kişi tahliye edildi. Yirmi bir kişi gözaltına alındı."
    ),
    "ru": (
        "Погибли не менее 4 человек, 12 человек пострадали. Утонули и погибли три моряка. Произошло "
        "землетрясение магнитудой 6,1. Эвакуированы около 2300 жителей. "
        "Полиция задержала двадцать одного человека."
    ),
    "ar": (
        "أسفر الحادث عن مقتل ما لا يقل عن 4 أشخاص وإصابة 12 آخرين. وفاة ثلاثة بحارة. ضرب زلزال بقوة 6.1 درجة "
        "المنطقة. وتم إجلاء نحو 2300 شخص. وتم إيقاف واحد وعشرين شخصا."
    ),
    "fa": (
        "در این حادثه دست‌کم 4 نفر کشته شدند و 12 نفر زخمی شدند. سه ملوان جان باختند. زمین‌لرزه‌ای به بزرگی 6.1 "
        "ریشتر رخ داد. حدود 2300 نفر آواره شدند. بیست و یک نفر بازداشت شدند."
    ),
}
EXPECTED = [
    ("arrested", 21),
    ("dead", 3),
    ("dead", 4),
    ("evacuated", 2300),
    ("injured", 12),
    ("magnitude", 6.1),
]


@pytest.mark.parametrize("code", TEXTS)
def test_plain_statements_are_found(code: str) -> None:
    found = claims(analyzed(TEXTS[code], title="Oss", language=code))
    assert sorted((claim.kind, claim.quantity.value) for claim in found if claim.sure) == EXPECTED


@pytest.mark.parametrize("code", TEXTS)
def test_groups_are_kept_apart_from_people_in_general(code: str) -> None:
    found = claims(analyzed(TEXTS[code], title="Oss", language=code))
    groups = {claim.quantity.value: claim.group for claim in found if claim.kind == "dead"}
    assert groups[4] == ""
    assert groups[3] != ""


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Kazada 3 kişi daha öldü.", "tr"),
        ("Aralarında 3 çocuk öldü.", "tr"),
        ("Trois autres personnes sont mortes.", "fr"),
        ("Dont trois enfants sont morts.", "fr"),
        ("وفاة 3 أشخاص آخرين.", "ar"),
        ("Погибли ещё 3 человека.", "ru"),
        ("Drei weitere Menschen starben.", "de"),
        ("Otras 3 personas murieron.", "es"),
        ("۳ نفر دیگر کشته شدند.", "fa"),
        ("Two more people were killed.", "en"),
        ("Une personne est morte.", "fr"),
    ],
)
def test_additions_and_parts_are_not_the_total(sentence: str, code: str) -> None:
    assert not [claim for claim in claims(analyzed(sentence, title="Oss", language=code)) if claim.sure]
