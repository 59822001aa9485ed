"""Where sentences end, in each language."""

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.analysis.sentences import split_sentences


def split(text: str, language: str = "en") -> list[str]:
    """Return the sentences of a text."""
    return [text[span.start : span.end] for span in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Dr. Vale met Gen. Orr at 5 p.m. EST on Oct. 3.", "Rain fell."),
        ("en", "It left the U.S. Senate divided.", "No. 5 won."),
        ("en", "They met at 9 p.m.", "The talks failed."),
        ("en", "J. K. Marsh paid Loom Corp. about 3.5 million.", "Who knew?"),
        ("en", '"We lost the bridge."', 'He added: "All of it."'),
        ("en", "The bill passed (some abstained.)", "It was late..."),
        ("en", "“Why?” she asked.", "“Because it rained.”"),
        ("en", "See Gibbs et al. [4] for more. [1, 2]", "It rained."),
        ("en", "The engine failed.", "It had been repaired (...) twice."),
        ("de", "Am 3. Oktober kam Friedrich II. nach Senden.", "Das war 2015."),
        ("de", "Das kostet ca. 5 Mio. Euro, z. B. für Nr. 7.", "Der Rest fehlt."),
        ("de", "„Wir kommen nicht.“", "„Ihr schon?“, fragte er."),
        ("de", "»Das reicht«, sagte sie.", "»Wirklich?« fragte er."),
        ("de", "»Alle sind weg.", "Keiner bleibt.«"),
        ("de", "Keiner bleibt.«", "Es regnete."),
        ("de", "Die Lampen Lind GmbH & Co. KG schließt.", "Niemand widersprach."),
        ("fr", "J.-P. Morel arrive à 10 h 30.", "Il pleut."),
        ("de", "Er wohnt in der Nord-Str. 9 seit Mai.", "Sie nicht."),
        ("fr", "Ils vendent du pain (riz, blé, etc.)", "C'est cher."),
        ("en", "J. O'Vale met A. D'Orr.", "Rain fell."),
        ("fr", "« La route est fermée. »", "M. Vautrin l'a dit à Mme. Rey."),
        ("es", "¿Quién paga?", "El Sr. Prado, según el art. 5."),
        ("es", "Vive en EE. UU. desde 1999.", "Trabaja allí."),
        ("ru", "А. С. Лунин и В. И. Зорина ушли.", "О них забыли."),
        ("ru", "В 2015 г. завод закрыли.", "В городе живут 5 тыс. человек."),
        ("ru", "По ул. Лесной, д. 7, прошёл А. П. Зорин.", "Он молчал."),
        ("tr", "3. Ordu 5. kez toplandı.", "Prof. Aksu geldi."),
        ("tr", '"Gelmeyeceğiz!" dedi.', "Bu son sözüydü."),
        ("ar", "قال د. سامي إن الجسر مغلق؟", "ولم يعلق أحد."),
        ("fa", "پل بسته شد.", "چرا؟"),
        ("en", "ROADS CLOSED AFTER RAIN", "The bridge stays open."),
        ("en", "(With material from Kestrel)", "The bridge stays open."),
        ("en", "It closed einschl. the road, approx. half a kilometre.", "it was late."),
        ("fr", "Il dit : " + '"Le pont tiendra. "', "Elle en doute."),
        ("ru", "москва, 3 окт — вестник.", "мост закрыли на год."),
        ("tr", "Köprü kapandı.", "yarın açılacak."),
        ("tr", "Ekip bütün gece köprüde çalıştı ve bekledi", "Şimdi yeni parça aranıyor."),
        ("de", "Der Verein zählt nur noch neun Mitglieder:", "Im Mai kamen drei Gäste hinzu."),
        ("de", "Neue Lampen für den Hafen werden geliefert", "Der Rat hat am Montag entschieden."),
        ("de", "Das Ufer gehört wieder den Kindern", "Wir waren gestern mit Eimern dort."),
        ("de", "Das alles kostet viel Geld;", "Die Stadt zahlt es allein."),
        ("de", "„Der Hafen bekommt neue Lampen“", "„Das Ufer bleibt vorerst dunkel“"),
    ],
)
def test_sentence_ends_at_its_mark_and_not_inside_short_forms(language: str, first: str, second: str) -> None:
    assert split(f"{first} {second}", language) == [first, second]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Wirtin sagte nach der Sitzung: Der Hafen bleibt am Montag zu.",
        "Der Rat plant zwei Dinge: Lampen und Bänke.",
        "Das steht seit gestern auch in Die Möwe und im Netz.",
        "Am Montag schreibt Die Möwe mehr über den Hafen.",
        "Dann können wir Ihnen und Ihren Gästen gerne helfen.",
        "Die Partei Die Lotsen will im Mai noch einmal antreten.",
    ],
)
def test_capital_letters_inside_a_german_sentence_do_not_split_it(sentence: str) -> None:
    assert split(sentence, "de") == [sentence]


def test_mark_without_white_space_ends_a_sentence_but_not_an_address() -> None:
    assert split("The road is closed.Buses wait.") == ["The road is closed.", "Buses wait."]
    assert split('The road is closed."Buses wait," he said.') == [
        "The road is closed.",
        '"Buses wait," he said.',
    ]
    assert split("أغلق الجسر.وينتظر الناس.", "ar") == ["أغلق الجسر.", "وينتظر الناس."]
    for address in ("Read www.Loom.News or Loom.Example.Org today.", "Write to ann.Lee@loom.org now."):
        assert split(address) == [address]


def test_unclosed_mark_does_not_swallow_what_follows() -> None:
    assert split('He said: "Go. They went. (Or so. It rained.') == [
        'He said: "Go.', "They went.", "(Or so.", "It rained.",
    ]  # fmt: skip


def test_chinese_sentences_end_without_white_space() -> None:
    assert split("桥关闭了。“为什么？”他问。", "zh") == ["桥关闭了。", "“为什么？”", "他问。"]


@pytest.mark.parametrize("piece", ['."', "1. ", "A. ", "a.b", '"', "и т. ", "桥。", "[1]"])
def test_long_text_of_nothing_but_marks_takes_linear_time(piece: str) -> None:
    assert _seconds(piece * 80_000) < 80 * max(_seconds(piece * 5_000), 0.02)


def _seconds(text: str) -> float:
    """Return the processor time, which other programs don't lengthen."""
    began = thread_time()
    split_sentences(text, "de")
    return thread_time() - began


def test_numbers_of_a_list_belong_to_their_entries() -> None:
    assert split("1. Read the notice. 2. Leave.") == ["1. Read the notice.", "2. Leave."]


@given(
    st.text(alphabet=' .!?…"“”()[]»«\n\tAbc1dÉéاب。', max_size=60), st.sampled_from(["en", "ar", "zz", "tr"])
)
def test_every_character_lies_in_exactly_one_sentence_of_its_paragraph(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    covered = [n for span in spans for n in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    assert {n for n, letter in enumerate(text) if not letter.isspace()} <= set(covered)
    assert not any("\n" in text[span.start : span.end] for span in spans)
    assert all(sentence == sentence.strip() for sentence in split(text, language))
