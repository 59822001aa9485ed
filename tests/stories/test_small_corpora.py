"""In a small corpus every word looks rare; articles must still not join by topic alone."""

from collections.abc import Iterator

import pytest

from bot.corpus.article import Article
from bot.stories.clusterer import StoryClusterer
from tests.factories import make_article

Text = tuple[str, str]
"""Headline and text."""
ONE_TOPIC: dict[str, tuple[Text, Text]] = {
    "en": (
        ("Harbour strike", "The harbour strike goes on. Nobody sails."),
        (
            "Nine winters of waiting for a perfect game",
            "Bowlers in the old harbour hall celebrated a perfect game, their first strike in nine winters.",
        ),
    ),
    "de": (
        ("Streik im Hafen", "Der Streik im Hafen von Ostrum dauert an, kein Schiff legt ab."),
        (
            "Bäcker drohen mit Ausstand",
            "Die Bäcker von Talheim wollen ab Montag in den Streik treten; auch die Cafés am Hafen "
            "wären ohne Brot.",
        ),
    ),
    "tr": (
        ("Limanda grev", "Ostrum limanında grev sürüyor, gemiler kalkmıyor."),
        (
            "Fırıncılar pazartesi iş bırakıyor",
            "Talheim fırıncıları grev kararı aldı; liman kahvelerine pazartesi ekmek gitmeyecek.",
        ),
    ),
    "ar": (
        ("إضراب في الميناء", "يتواصل إضراب عمال الميناء في أوستروم ولا سفن تبحر."),
        (
            "الخبازون يهددون بالتوقف عن العمل",
            "قرر خبازو تالهايم الدخول في إضراب يوم الاثنين، ولن يصل الخبز إلى مقاهي الميناء.",
        ),
    ),
    "fr": (
        ("Grève au port", "La grève continue au port d'Ostrum, aucun navire ne part."),
        (
            "Les boulangers menacent de fermer",
            "Les boulangers de Talheim seront en grève lundi; même les cafés du port manqueront de pain.",
        ),
    ),
}
ONE_EVENT: dict[str, tuple[Text, Text]] = {
    "en": (
        (
            "Glass roof of Kestrel market falls in",
            "The glass roof of the Kestrel market hall fell in on Tuesday under wet snow. Eleven "
            "stallholders were hurt, said fire chief Orla Tamm; the hall had been inspected in May.",
        ),
        (
            "Eleven hurt as market hall roof gives way under snow",
            "Wet snow brought down the roof of the Kestrel market hall on Tuesday and hurt eleven "
            "stallholders. Fire chief Orla Tamm said nobody was missing under the glass.",
        ),
    ),
    "de": (
        (
            "Glasdach der Markthalle Falkenau eingestürzt",
            "Unter nassem Schnee ist am Dienstag das Glasdach der Markthalle Falkenau eingestürzt. "
            "Elf Händler wurden verletzt, sagte Brandmeisterin Orla Tamm.",
        ),
        (
            "Elf Verletzte in Falkenau",
            "Elf Händler sind verletzt, nachdem nasser Schnee am Dienstag das Dach der Markthalle "
            "Falkenau eindrückte. Niemand werde unter dem Glas vermisst, sagte Brandmeisterin Orla Tamm.",
        ),
    ),
    "tr": (
        (
            "Kerkenez çarşısının cam çatısı çöktü",
            "Kerkenez kapalı çarşısının cam çatısı salı günü ıslak karın altında çöktü. İtfaiye "
            "amiri Orla Tamm on bir esnafın yaralandığını söyledi.",
        ),
        (
            "Kapalı çarşıda on bir esnaf yaralandı",
            "Islak kar Kerkenez kapalı çarşısının çatısını salı günü çökertti, on bir esnaf "
            "yaralandı. Amir Orla Tamm cam altında kimsenin kalmadığını söyledi.",
        ),
    ),
    "ar": (
        (
            "انهيار السقف الزجاجي لسوق العوسق",
            "انهار السقف الزجاجي لسوق العوسق يوم الثلاثاء تحت ثلج رطب. وقالت قائدة الإطفاء أورلا تام "
            "إن أحد عشر بائعا أصيبوا.",
        ),
        (
            "إصابة أحد عشر بائعا في سوق العوسق",
            "أصيب أحد عشر بائعا يوم الثلاثاء حين أسقط ثلج رطب سقف سوق العوسق. وقالت أورلا تام قائدة "
            "الإطفاء إنه لا مفقودين تحت الزجاج.",
        ),
    ),
    "fr": (
        (
            "Le toit de verre du marché de Falconne s'effondre",
            "Le toit de verre du marché de Falconne s'est effondré mardi sous une neige lourde. Onze "
            "marchands ont été blessés, a dit la cheffe des pompiers Orla Tamm.",
        ),
        (
            "Onze marchands blessés à Falconne",
            "Une neige lourde a fait tomber mardi le toit du marché de Falconne, blessant onze "
            "marchands. Personne ne manque sous le verre, selon Orla Tamm, cheffe des pompiers.",
        ),
    ),
}


def report(name: str, text: Text, language: str) -> Article:
    return make_article(name, text[1], title=text[0], language=language, published_at=None)


def others(language: str) -> Iterator[Article]:
    """Yield both articles of the topic and one of the event, in all languages but one."""
    for other in sorted(ONE_TOPIC.keys() - {language}):
        strike, bakers = ONE_TOPIC[other]
        yield report(f"{other}-strike", strike, other)
        yield report(f"{other}-bakers", bakers, other)
        yield report(f"{other}-roof", ONE_EVENT[other][0], other)


@pytest.mark.parametrize("language", ONE_TOPIC)
@pytest.mark.parametrize("alone", [True, False])
def test_articles_on_one_topic_are_different_stories(language: str, alone: bool) -> None:
    for pair in (ONE_TOPIC[language], ONE_TOPIC[language][::-1]):
        clusterer = StoryClusterer()
        for article in () if alone else others(language):
            clusterer.assign(article)
        assignments = [clusterer.assign(report(text[0], text, language)) for text in pair]
        assert [assignment.nearest for assignment in assignments] == [None, None]


@pytest.mark.parametrize("language", ONE_EVENT)
@pytest.mark.parametrize("alone", [True, False])
def test_two_reports_of_one_event_are_one_story_in_a_corpus_of_any_size(language: str, alone: bool) -> None:
    clusterer = StoryClusterer()
    for article in () if alone else others(language):
        clusterer.assign(article)
    first, second = (clusterer.assign(report(text[0], text, language)) for text in ONE_EVENT[language])
    assert (first.nearest, second.story_id) == (None, first.story_id)
