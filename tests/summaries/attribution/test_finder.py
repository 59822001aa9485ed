"""Who says what, in invented sentences."""

import pytest

from bot.corpus.analysis.sentences import split_sentences
from bot.summaries.attribution.finder import LABEL, find_attributions

ENGLISH = [
    ('"The bridge will hold," said Ruben Halloway, who built it.', "Ruben Halloway", "The bridge will hold"),
    ("The mayor said the bridge would hold.", "The mayor", "the bridge would hold"),
    ("The bridge would hold, the mayor told the Ledger.", "the mayor", "The bridge would hold"),
    ('Una Skerry, a lock-keeper, said: "The sluices are open."', "Una Skerry", "The sluices are open"),
    ("According to the port office, nine boats are missing.", "the port office", "nine boats are missing"),
    ("Nine boats are missing, according to the port office.", "the port office", "Nine boats are missing"),
    ("The wire quoted a tired diver as saying the hull was whole.", "a tired diver", "the hull was whole"),
    ("She left the hall, saying that the vote was bought.", "She", "the vote was bought"),
    ('The bridge, the mayor said, "will hold for years."', "the mayor", "will hold for years"),
    ('Wrenfield called the plan "a leaking boat".', "Wrenfield", "a leaking boat"),
    ("Critics say the plan leaks.", "Critics", "the plan leaks"),
    ("MORROW: We shall see about that.", "MORROW", "We shall see about that"),
    ("“We shall see.” — Celeste Morrow", "Celeste Morrow", "We shall see"),
    ("The dam is safe, says the ministry.", "the ministry", "The dam is safe"),
    ("Said Halloway: “It will hold.”", "Halloway", "It will hold"),
    ("As many engineers have pointed out, the bridge was never safe.", "many engineers", "never safe"),
    ("The bridge leaks, as the mayor noted on Monday.", "the mayor", "The bridge leaks"),
    ("The port office is urging crews to stay ashore.", "The port office", "crews to stay ashore"),
    ("The council refused to open the sluices.", "The council", "to open the sluices"),
    ("The mayor was quoted as saying that the bridge would hold.", "The mayor", "the bridge would hold"),
    ("The plan was called a fraud by local fishermen.", "local fishermen", "The plan was called a fraud"),
    ("They laughed at the ministry's claim that the dam was safe.", "the ministry", "the dam was safe"),
    ("The ministry issued a statement saying the dam was safe.", "The ministry", "the dam was safe"),
    (
        "The wrecked lock will be closed for two weeks, its keeper's family said.",
        "its keeper's family",
        "two weeks",
    ),
    ("The lock stays open, Kelly said.", "Kelly", "The lock stays open"),
    ("A close ally repeatedly said the lock was safe.", "A close ally", "the lock was safe"),
    ("The lock continued its long decline, Ruben Halloway said.", "Ruben Halloway", "long decline"),
    ('"It leaked," he continued, "for weeks."', "he", "It leaked"),
    ("Sen. Ada Vane (R-Oss) said the bill was dead.", "Sen. Ada Vane", "the bill was dead"),
]
ARABIC = [
    ("وقال المتحدث سامي النجار إن الماء انحسر صباحا.", "المتحدث سامي النجار", "الماء انحسر صباحا"),
    ("نقلت وكالة نسيم عن مهندس محلي قوله إن السد سليم.", "مهندس محلي", "السد سليم"),
    ("ارتفع منسوب الماء كثيرا، بحسب بلدية المدينة.", "بلدية المدينة", "ارتفع منسوب الماء كثيرا"),
    ("وأكدت الوزيرة أن العمل يبدأ غدا.", "الوزيرة", "العمل يبدأ غدا"),
    ("قالت هنية الراوي: «لن نغادر هذا البيت».", "هنية الراوي", "لن نغادر هذا البيت"),
]
TURKISH = [
    ("Belediye Başkanı Derya Kaptan, barajın açılacağını söyledi.", "Derya Kaptan", "barajın açılacağını"),
    ('"Kimse bizi dinlemedi" dedi Kaptan.', "Kaptan", "Kimse bizi dinlemedi"),
    ("Turna Haber Ajansı'na göre bütçe gece kabul edildi.", "Turna Haber Ajansı", "bütçe gece kabul edildi"),
    ('Kaptan, Fener\'e "Duvar yükselecek" dedi.', "Kaptan", "Duvar yükselecek"),
]
CASES = [
    (language, *case)
    for language, cases in (("en", ENGLISH), ("ar", ARABIC), ("tr", TURKISH))
    for case in cases
]


@pytest.mark.parametrize(("language", "text", "source", "content"), CASES)
def test_speaker_and_content_are_found(language: str, text: str, source: str, content: str) -> None:
    (first, *_) = find_attributions(text, split_sentences(text, language), language)
    assert source in text[first.source.start : first.source.end]
    quoted = " ".join(text[part.start : part.end] for part in first.quoted_content)
    assert content in quoted
    assert source not in quoted or len(quoted) > len(content) + len(source)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The known facts fill a page."),
        ("en", "The reports were late and the plans were lost."),
        ("en", "It is hard to say why the gate was open."),
        ("en", "Voters should know the price."),
        ("en", "The storm continued north in the night."),
        ("en", "The town observed a minute of silence."),
        ("en", "About a third of the boats are expected to be scrapped."),
        ("en", "The harvest declined slightly in the north this year."),
        ("en", "Russia's suspected fleet lay in the bay."),
        ("en", "A meeting that both sides would have denied: one at the port."),
        ("tr", "Kütüphanelerin payı geçen yıla göre beşte bir azaldı."),
        ("ar", "انحسر الماء عن الأحياء المنخفضة صباحا."),
        ("ja", "市長は橋が持つと言った。"),
    ],
)
def test_sentences_without_a_speaker_have_no_attribution(language: str, text: str) -> None:
    assert find_attributions(text, split_sentences(text, language), language) == []


def test_quotation_continues_after_its_speaker() -> None:
    text = '"The sluices are open," Skerry said. "The meadows are under water. Nobody is hurt."'
    (attribution,) = find_attributions(text, split_sentences(text, "en"), "en")
    assert [text[part.start : part.end] for part in attribution.quoted_content] == [
        '"The sluices are open,"',
        '"The meadows are under water. Nobody is hurt."',
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said the bridge would hold, but engineers warned that it would not.",
            [("The mayor", "the bridge would hold"), ("engineers", "it would not.")],
        ),
        (
            "Fishermen condemned the plan, and said the river would flood.",
            [("Fishermen", "the plan"), ("Fishermen", "the river would flood")],
        ),
        (
            "After the mayor said the bridge would hold, the crowd went home.",
            [("the mayor", "the bridge would hold")],
        ),
        (
            "Two drivers are needed on every night service; the operator, City Lines, says it cannot pay.",
            [("City Lines", "it cannot pay")],
        ),
        (
            "The office denounced the plan in a statement on Monday.",
            [("The office", "the plan")],
        ),
        (
            "The mayor said the bridge would hold, adding that nobody need leave.",
            [("The mayor", "the bridge would hold"), ("The mayor", "nobody need leave.")],
        ),
        (
            "The mayor had told the council that he was ill, a clerk said.",
            [("The mayor", "he was ill"), ("a clerk", "The mayor had told the council that he was ill")],
        ),
        (  # a page that runs paragraphs of a quotation together
            'Judge Hart said: "The gate was shut. "It should be open." Mayor Lind said: "It was dark."',
            [("Judge Hart", '"The gate was shut. "It should be open."'), ("Mayor Lind", '"It was dark."')],
        ),
    ],
)
def test_content_ends_where_the_next_speaker_begins(text: str, expected: list[tuple[str, str]]) -> None:
    attributions = find_attributions(text, split_sentences(text, "en"), "en")
    assert [
        tuple(text[part.start : part.end] for part in (attribution.source, *attribution.quoted_content))
        for attribution in attributions
    ] == expected


def test_transcript_speaker_has_the_whole_paragraph() -> None:
    text = "MORROW: The dam fell. The mayor said it would not.\n\nVANE: It did.\n\nNOTE: This was cut."
    attributions = find_attributions(text, split_sentences(text, "en"), "en")
    sources = [attribution.source for attribution in attributions]
    assert [text[source.start : source.end] for source in sources] == ["MORROW", "VANE"]
    assert len(attributions[0].quoted_content) == 2


def test_unclosed_quotation_mark_is_ignored() -> None:
    text = 'The talks included "the chance of working together, the wire quoted an official as saying.'
    (attribution,) = find_attributions(text, split_sentences(text, "en"), "en")
    assert text[attribution.source.start : attribution.source.end] == "an official"


@pytest.mark.parametrize(
    "text",
    ["The shipyard found itself under some strain.", "She felt herself lucky to be home."],
)
def test_reflexive_verbs_quote_nobody(text: str) -> None:
    assert find_attributions(text, split_sentences(text, "en"), "en") == []


def test_headings_of_a_list_say_nothing() -> None:
    days = ("NOW", "TONIGHT", "LATER", "FRIDAY")
    text = "\n\n".join(f"{day}: Rain at first, then sun over the hills." for day in days)
    assert find_attributions(text, split_sentences(text, "en"), "en") == []


def test_people_who_are_asked_once_each_keep_their_words() -> None:
    text = "\n\n".join(
        [
            "ANN LIND: The water came at night. I took the dog and ran.",
            "BO KARR: It was my house.",
            "EVA DE BOER: Nobody told me that it would rain.",
            "TIM O'SHEA: I’m leaving.",
            "FRIDAY NIGHT: Rain at first, then sun over the hills.",
        ]
    )
    attributions = find_attributions(text, split_sentences(text, "en"), "en")
    sources = [text[found.source.start : found.source.end] for found in attributions]
    assert sources == ["ANN LIND", "BO KARR", "EVA DE BOER", "TIM O'SHEA"]


def test_a_run_of_capitals_is_read_up_to_a_bound() -> None:
    """From each of its words, not to its end."""
    (label,) = LABEL.findall(f"{'A ' * 1_000}B: C")
    assert len(label) < 70
