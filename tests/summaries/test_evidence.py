"""Whether a sentence holds the kind of thing a question asks for."""

import pytest

from bot.search.analyzer import analyze
from bot.summaries.evidence import AnswerKind, Wanted, evidence


@pytest.mark.parametrize(
    ("wanted", "code", "better", "worse"),
    [
        (Wanted(AnswerKind.NUMBER, "sluices"), "en", "They opened nine old sluices.", "Nine men came at 5."),
        (Wanted(AnswerKind.NUMBER, "sluices"), "en", "Nine men came.", "The sluices are open."),
        (Wanted(AnswerKind.AMOUNT), "en", "It cost 4 million pounds.", "Some 40 people came."),
        (Wanted(AnswerKind.DURATION), "en", "The repair took three weeks.", "The repair cost 300."),
        (Wanted(AnswerKind.AGE), "en", "Una Skerry, 71, keeps the lock.", "She kept the lock for 40 years."),
        (Wanted(AnswerKind.AGE), "en", "Skerry died at the age of 71.", "Skerry died after 12 days."),
        (
            Wanted(AnswerKind.AGE),
            "en",
            "The 71-year-old keeps the lock.",
            "She was a keeper at age nine or so.",
        ),
        (Wanted(AnswerKind.AGE), "de", "Die 71-jährige Müllerin schließt ab.", "Sie mahlte 40 Jahre lang."),
        (Wanted(AnswerKind.AGE), "fr", "La meunière est morte à 71 ans.", "Elle a tenu 40 jours."),
        (Wanted(AnswerKind.AGE), "es", "Murió a los 71 años.", "Trabajó durante 40 años."),
        (Wanted(AnswerKind.AGE), "it", "La mugnaia aveva 71 anni.", "Il mulino chiuse dopo 40 giorni."),
        (Wanted(AnswerKind.AGE), "pt", "Morreu aos 71 anos.", "O moinho fechou após 40 dias."),
        (
            Wanted(AnswerKind.AGE),
            "ru",
            "Мельничихе исполнился 71 год, ей 71 год.",
            "Мельница стояла 40 дней.",
        ),
        (Wanted(AnswerKind.AGE), "uk", "71-річна мірошниця зачинила млин.", "Млин стояв 40 днів."),
        (Wanted(AnswerKind.AGE), "tr", "Değirmenci 71 yaşında öldü.", "Değirmen 40 gün çalıştı."),
        (Wanted(AnswerKind.AGE), "ar", "توفيت عن عمر 71 عاما.", "أغلقت الطاحونة 40 يوما."),
        (Wanted(AnswerKind.AGE), "fa", "آسیابان ۷۱ ساله درگذشت.", "آسیاب ۴۰ روز بسته بود."),
        (Wanted(AnswerKind.TIME), "en", "The mill reopens on 4 May 2026.", "The mill reopens on Monday."),
        (Wanted(AnswerKind.TIME), "en", "The mill reopens tomorrow.", "The mill reopens."),
        (Wanted(AnswerKind.PLACE), "en", "The dam broke near Lindmar.", "The dam broke in the night."),
        (Wanted(AnswerKind.REASON), "en", "It closed because of ice.", "It closed after the storm."),
        (Wanted(AnswerKind.REASON), "en", "It closed after the storm.", "It is closed."),
        (Wanted(AnswerKind.STATEMENT), "en", "“We will rebuild it,” he said.", "He said it would hold."),
        (Wanted(AnswerKind.NAME), "en", "The sluices were opened by Una Skerry.", "The sluices were opened."),
        (Wanted(AnswerKind.AMOUNT), "tr", "Köprü 4 milyon liraya mal oldu.", "Köprüden 40 kişi geçti."),
        (Wanted(AnswerKind.REASON), "ar", "أغلق الميناء بسبب الجليد.", "أغلق الميناء."),
        (Wanted(AnswerKind.TIME), "de", "Die Mühle öffnet am 4. Mai.", "Die Mühle öffnet wieder."),
    ],
)
def test_sentence_with_what_is_wanted_counts_more(wanted: Wanted, code: str, better: str, worse: str) -> None:
    asked = frozenset(analyze("sluices dam mill", code))
    strong, weak = (evidence(wanted, sentence, asked, code) for sentence in (better, worse))
    assert 0 <= weak < strong <= 1


def test_name_from_the_question_is_no_answer() -> None:
    asked = frozenset(analyze("who met una skerry", "en"))
    wanted = Wanted(AnswerKind.NAME)
    assert evidence(wanted, "She met Una Skerry.", asked, "en") == 0
    assert evidence(wanted, "Una Skerry met Bram Tolland.", asked, "en") == 1
