"""Who says what in German, Spanish, French, Russian and Persian, in invented sentences."""

import pytest

from bot.corpus.analysis.sentences import split_sentences
from bot.summaries.attribution.finder import find_attributions
from bot.summaries.credits import credit_sentences
from tests.factories import analyzed

GERMAN: list[tuple[str, str | None]] = [
    ("„Die Brücke bleibt zu“, sagte Bürgermeisterin Ada Lind.", "Bürgermeisterin Ada Lind"),
    ("Die Bürgermeisterin erklärte, dass die Brücke geschlossen bleibe.", "Die Bürgermeisterin"),
    ("Am Dienstag sagte der Hafenmeister, neun Boote seien verschwunden.", "der Hafenmeister"),
    ("Laut Polizei bremste der Lastwagen zu spät.", "Polizei"),
    ("Der Lastwagen bremste nach Angaben der Polizei zu spät.", "der Polizei"),
    ("Zeugen zufolge brannte das Boot.", "Zeugen"),
    ("Der Damm habe gehalten, so Minister Uwe Kranz.", "Minister Uwe Kranz"),
    ("Uwe Kranz, Minister für Wasser, betonte: „Wir öffnen am Montag.“", "Uwe Kranz"),
    ("Die Brücke wurde am Dienstag geschlossen.", None),
    ("Das sagte niemand voraus.", None),
    ("Die Gemeinde kündigte die Schließung an.", None),
    ("So wird der Damm erneuert.", None),
    ("Er fügte hinzu, dass der Hafen öffne.", "Er"),
    ("„Wir öffnen am Montag“, sagte er.", "er"),
    ("Er schilderte den „Hof“ und die Lage: „Wir öffnen am Montag wieder für alle.“", "Er"),
    ("Dazu Kranz: „Wir öffnen am Montag wieder für alle.“", "Kranz"),
    ("Uwe Kranz weiter: „Wir öffnen am Montag wieder für alle.“", "Uwe Kranz"),
    ("Wörtlich sagte Kranz: „Wir öffnen am Montag wieder für alle.“", "Kranz"),
    (
        "„Wir öffnen am Montag wieder“, heißt es in einer Mitteilung des Hafens.",
        "einer Mitteilung des Hafens",
    ),
    ("„Wir öffnen am Montag wieder“, wird Uwe Kranz zitiert.", "Uwe Kranz"),
    ("Der Plan wird von Kranz als „große Verschwendung“ bezeichnet.", "Kranz"),
    ("Als „große Verschwendung“ bezeichnete Kranz den Plan.", "Kranz"),
    ("Uwe Kranz ging und nannte den Plan „große Verschwendung“.", "Uwe Kranz"),
    (
        "„Es reicht“, sagte der für den Hafen zuständige Minister Kranz.",
        "der für den Hafen zuständige Minister Kranz",
    ),
    ("„Es reicht jetzt wirklich allen“, freute sich der Hafenmeister am Montag.", "der Hafenmeister"),
    ("Nach Ansicht von Kranz ist der Plan teuer.", "Kranz"),
    ("So sagte er am Montag über den Plan, „er ist der schlechteste von allen“.", "er"),
    ("Der Hafenmeister, Uwe Kranz, bewertete den Plan als „große Verschwendung“.", "Der Hafenmeister"),
    ("„Es reicht“, zitiert die Zeitung den Minister.", None),
    ("Die Zeitung „Leuchtfeuer“ berichtet, zwei Schiffe seien gesunken.", "Die Zeitung „Leuchtfeuer“"),
]
SPANISH: list[tuple[str, str | None]] = [
    ("«El puente seguirá cerrado», dijo la alcaldesa Marta Prado.", "la alcaldesa Marta Prado"),
    ("La alcaldesa aseguró que el puente seguirá cerrado.", "La alcaldesa"),
    ("Según la capitanía, faltan nueve barcos.", "la capitanía"),
    ("Faltan nueve barcos, según la capitanía del puerto.", "la capitanía del puerto"),
    ("El puente seguirá cerrado, informó el ayuntamiento.", "el ayuntamiento"),
    ("Luis Orta, jefe de obras, explicó: “Abrimos el lunes”.", "Luis Orta"),
    ("“Abrimos el lunes”, explicó Luis Orta, jefe de obras.", "Luis Orta"),
    ("De acuerdo con la policía, el camión frenó tarde.", "la policía"),
    ("El puente se cerró el martes.", None),
    ("El ministro anunció el cierre del puente.", None),
    ("El diario El Faro informa que dos buques se hundieron.", "El diario El Faro"),
    ("En rueda de prensa, el ministro señaló que el dique resistió.", "el ministro"),
    ("Los vecinos denunciaron que el dique perdía agua.", "Los vecinos"),
    ("Cuando llegó la lluvia, dijo adiós.", None),
    ("Él afirmó que no habría cortes.", "Él"),
    ("Esto indica que el dique falló.", None),
    ("Ana Solís, ministra del Agua, reconoció que los diques son viejos.", "Ana Solís"),
]
FRENCH: list[tuple[str, str | None]] = [
    ("« Le pont restera fermé », a déclaré la maire Odile Vautrin.", "la maire Odile Vautrin"),
    ("La maire a affirmé que le pont resterait fermé.", "La maire"),
    ("Selon la préfecture, neuf bateaux sont portés disparus.", "la préfecture"),
    ("Neuf bateaux sont portés disparus, selon la préfecture.", "la préfecture"),
    ("Le pont restera fermé, a indiqué mardi la mairie.", "la mairie"),
    ("Interrogé sur place, le ministre a expliqué que la digue avait tenu.", "le ministre"),
    ("« La digue a tenu », a-t-elle ajouté.", "elle"),
    ("D'après un rapport de l'agence Lumen, la digue fuyait depuis mai.", "un rapport de l'agence Lumen"),
    ("Jean Morel, porte-parole du port, a précisé : « Nous rouvrons lundi. »", "Jean Morel"),
    ("« Nous rouvrons lundi », assure Jean Morel, porte-parole du port.", "Jean Morel"),
    ("Pour le syndicat, la digue n'a jamais été sûre.", None),
    ("La commune a annoncé la fermeture du pont.", None),
    ("Le pont a été fermé mardi.", None),
    ("Les pêcheurs estiment que la digue fuit.", "Les pêcheurs"),
    ("Le quotidien L'Ancre rapporte que deux navires ont coulé.", "Le quotidien L'Ancre"),
    ("Il a affirmé que le port rouvrirait.", "Il"),
    ("Ce que dit la loi est clair.", None),
    ("La ministre de l'Eau, Anne Sorel, a reconnu que les digues étaient vieilles.", "La ministre de l'Eau"),
]
RUSSIAN: list[tuple[str, str | None]] = [
    ("«Мост закрыт», — сказала мэр Анна Зорина.", "мэр Анна Зорина"),
    ("Мэр города заявила, что мост останется закрытым.", "Мэр города"),
    ("По словам начальника порта, пропали девять лодок.", "начальника порта"),
    ("Пропали девять лодок, сообщает портовая служба.", "портовая служба"),
    ("Как сообщает газета «Маяк», затонули два судна.", "газета «Маяк»"),
    ("По данным полиции, грузовик затормозил поздно.", "полиции"),
    ("Павел Лунин, глава порта, пояснил: «Откроем в понедельник».", "Павел Лунин"),
    ("«Откроем в понедельник», — пояснил Павел Лунин.", "Павел Лунин"),
    ("Мост закрыли во вторник.", None),
    ("Министр сообщил о закрытии моста.", None),
    ("Об этом сообщил министр.", None),
    ("Жители утверждают, что дамба течёт.", "Жители"),
    ("Она добавила, что мост откроют.", "Она"),
    ("Эксперт считает, что дамба стара.", "Эксперт"),
    ("Дамба выдержала, подчеркнул министр воды Олег Рябов.", "министр воды Олег Рябов"),
]
PERSIAN: list[tuple[str, str | None]] = [
    ("شهردار مینا راد گفت: «پل بسته می\u200cماند.»", "شهردار مینا راد"),
    ("سخنگوی بندر اعلام کرد که نه قایق گم شده است.", "سخنگوی بندر"),
    ("به گفته پلیس، کامیون دیر ترمز کرد.", "پلیس"),
    ("به گزارش روزنامه فانوس، دو کشتی غرق شد.", "روزنامه فانوس"),
    ("«پل بسته می\u200cماند»، شهردار گفت.", None),
    ("پل روز سه\u200cشنبه بسته شد.", None),
    ("وزیر آب تأکید کرد که سد سالم است.", "وزیر آب"),
    ("کارشناسان هشدار دادند که سد ترک دارد.", "کارشناسان"),
    ("رئیس شرکت لوم، امیر سهی، گفت که کار از شنبه آغاز می\u200cشود.", "رئیس شرکت لوم"),
    ("این نشان می\u200cدهد که سد سالم است.", None),
]
CASES = [
    (language, *case)
    for language, cases in (("de", GERMAN), ("es", SPANISH), ("fr", FRENCH), ("ru", RUSSIAN), ("fa", PERSIAN))
    for case in cases
]
"""A sentence of each language, and who speaks; None where nobody surely does."""


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_speaker_is_found_where_the_clause_names_one(language: str, text: str, speaker: str | None) -> None:
    found = find_attributions(text, split_sentences(text, language), language)
    assert [text[one.source.start : one.source.end] for one in found][:1] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "de",
            "Der Damm halte, sagte Ada Lind. Er werde geprüft. Am Montag begann der Regen.",
            ["Ada Lind"] * 2 + [None],
        ),
        ("fr", "« Le pont ferme. Nous partons », a dit Odile Rey. Il pleuvait.", ["Odile Rey"] * 2 + [None]),
        ("ru", "«Мост закрыт», — сказала Анна Зорина. Она добавила, что дамба цела.", ["Анна Зорина"] * 2),
        ("fa", "مينا راد مي گويد: «پل بسته است.» وي افزود كه سد سالم است.", ["مينا راد"] * 2),
    ],
)
def test_further_sentences_keep_their_speaker(language: str, text: str, speakers: list[str | None]) -> None:
    article = analyzed(text, source="a", title="Damm", language=language)
    assert [credit.speaker for credit in credit_sentences(article)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "speaker", "rest"),
    [
        ("ru", "«Море тихое, — вспоминает Роман Котов. — Ветра нет».", "Роман Котов", "Ветра нет"),
        ("fr", "« La mer est calme, se souvient Rémi Costa. Le vent dort. »", "Rémi Costa", "Le vent dort."),
        ("fr", "« La mer, dit-il, est calme. »", "il", "est calme."),
    ],
)
def test_speaker_inserted_into_a_quotation(language: str, text: str, speaker: str, rest: str) -> None:
    (found,) = find_attributions(text, split_sentences(text, language), language)
    assert text[found.source.start : found.source.end] == speaker
    first, last = found.quoted_content
    assert text[last.start : last.end].strip() == rest
    assert first.end <= found.source.start < last.start


def test_words_of_a_subordinate_clause_are_nobodys() -> None:
    text = "Bevor die Fähre ablegte, erklärte der Kapitän den Weg."
    assert find_attributions(text, split_sentences(text, "de"), "de") == []


NOBODY = [
    ("de", "Niemand sagte, dass der Zug komme."),
    ("de", "Kein Zeuge sagte, er habe den Wagen gesehen."),
    ("de", "Der Bürgermeister bestätigte nicht, dass die Brücke öffne."),
    ("de", "Die Firma teilte den Gewinn so auf, dass alle staunten."),
    ("de", "Die Band sagte das Konzert ab, da der Sänger krank sei."),
    ("de", "Das Gericht gab der Klage statt, weil der Vertrag nichtig sei."),
    ("de", "Linke kritisiert Rechte: Die Steuern steigen."),
    ("de", "Sein Boot heißt „Die Möwe vom Sund“."),
    ("de", "Das Wasser war lange kalt, so Anfang Mai."),
    ("de", "Laut lachte der Mann und ging aus dem Saal hinaus."),
    ("fr", "Personne n'a dit que le train viendrait."),
    ("fr", "On dit que le roi est malade."),
    ("fr", "Le film « La Maison vide » raconte la vie d'un pêcheur."),
    ("fr", "Selon le cas, les juges prononcent une amende."),
    ("fr", "Le prix change selon les saisons."),
    ("fr", "Le juge a demandé si le témoin avait vu la voiture."),
    ("fr", "Le port annonce des mesures que la ville attendait."),
    ("fr", "Météo : « vigilance orange » en Bretagne"),
    ("es", "Ningún testigo afirmó que el coche iba rápido."),
    ("es", "Pero la ministra recordó el viernes que el impuesto baja."),
    ("es", "Los alumnos se agrupan según su edad."),
    ("es", "El equipo cuenta con Ramos, que regresa tras la lesión."),
    ("es", "Pedro contó los votos que faltaban en la mesa."),
    ("es", "La policía confirmó los datos que publicó El Faro."),
    ("ru", "Никто не сказал, что поезд придёт."),
    ("ru", "Мэру сообщили, что мост рухнул."),
    ("ru", "Мэра назвали «безумцем» жители."),
    ("ru", "«Мы уходим», — сказал толпе Павел Генин."),
    ("ru", "Суд признал Петрова виновным, как и требовал прокурор."),
    ("ru", "Собственник считает деньги, что лежат в сейфе."),
    ("fa", "باید گفت که بودجه کم است."),
    ("fa", "هیچ شاهدی گفت که قطار نیامد."),
]
"""Sentences with a reporting verb or a quotation where nobody surely speaks or only a listener is named."""


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_is_credited_in_doubt(language: str, text: str) -> None:
    assert find_attributions(text, split_sentences(text, language), language) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Der Hafen teilte am Montag mit, dass 30 Stellen wegfallen.", "Der Hafen"),
        ("de", "Auf der Brücke sagte die Lotsin, der Motor sei alt.", "die Lotsin"),
        ("fr", "Le port ferme, selon l'entreprise.", "l'entreprise"),
        ("es", "La alcaldesa dijo este lunes en la radio que el puente abrirá.", "La alcaldesa"),
        ("es", "Según Ana Solís, el alcalde dijo que el dique aguanta.", "Ana Solís"),
        ("ru", "По словам Анны Зориной, мэр сказал, что дамба цела.", "Анны Зориной"),
        ("ru", "Мэр сообщил журналистам, что мост откроют.", "Мэр"),
        ("fa", "روز گذشته دادستان شیراز اعلام کرد که پرونده باز است.", "دادستان شیراز"),
    ],
)
def test_speaker_is_the_outermost_without_times_and_listeners(language: str, text: str, speaker: str) -> None:
    found = find_attributions(text, split_sentences(text, language), language)
    assert [text[one.source.start : one.source.end] for one in found] == [speaker]
