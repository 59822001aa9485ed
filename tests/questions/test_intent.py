"""What a question asks for, and whether it continues the previous one."""

from datetime import UTC, datetime

import pytest

from bot.questions.follow_up import Lean, lean_of
from bot.questions.intent import matter_of, wanted_answer
from bot.questions.phrasing import parse_question
from bot.summaries.evidence import AnswerKind

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "question", "kind", "counted"),
    [
        ("en", "how many sluices were opened", AnswerKind.NUMBER, "sluices"),
        ("en", "How much did the ferry cost?", AnswerKind.AMOUNT, ""),
        ("en", "how old is the bridge", AnswerKind.AGE, ""),
        ("de", "Wie alt ist die Müllerin", AnswerKind.AGE, ""),
        ("ru", "сколько лет мельнику", AnswerKind.AGE, ""),
        ("en", "when does the mill reopen", AnswerKind.TIME, ""),
        ("en", "where did the dam break", AnswerKind.PLACE, ""),
        ("en", "why was the harbour closed", AnswerKind.REASON, ""),
        ("en", "what did the mayor say about the flood", AnswerKind.STATEMENT, ""),
        ("en", "who opened the sluices", AnswerKind.NAME, ""),
        ("en", "harbour strike", AnswerKind.TOPIC, ""),
        ("tr", "kaç köprü yıkıldı", AnswerKind.NUMBER, "köprü"),
        ("tr", "baraj neden yıkıldı", AnswerKind.REASON, ""),
        ("tr", "liman nerede", AnswerKind.PLACE, ""),
        ("ar", "كم جسرا انهار", AnswerKind.NUMBER, "جسرا"),
        ("ar", "متى يفتح الميناء", AnswerKind.TIME, ""),
        ("ar", "ماذا قال رئيس البلدية", AnswerKind.STATEMENT, ""),
        ("de", "wie viele Brücken sind gesperrt", AnswerKind.NUMBER, "Brücken"),
        ("fr", "pourquoi le port est-il fermé", AnswerKind.REASON, ""),
        ("es", "¿cuántos puentes cayeron?", AnswerKind.NUMBER, "puentes"),
        ("ru", "сколько мостов закрыто", AnswerKind.NUMBER, "мостов"),
        ("fa", "چرا بندر بسته شد", AnswerKind.REASON, ""),
        ("it", "quanti ponti sono chiusi", AnswerKind.NUMBER, "ponti"),
        ("pt", "por que o porto fechou", AnswerKind.REASON, ""),
        ("uk", "скільки мостів закрито", AnswerKind.NUMBER, "мостів"),
    ],
)
def test_question_words_say_what_is_wanted(code: str, question: str, kind: AnswerKind, counted: str) -> None:
    wanted = wanted_answer(question, code)
    assert (wanted.kind, wanted.counted) == (kind, counted)


@pytest.mark.parametrize(
    ("code", "question", "speaker"),
    [
        ("en", "what did Corin Astley say about the flood", "Corin Astley"),
        ("de", "was sagte Corin Astley über die Flut", "Corin Astley"),
        ("fr", "qu’a Corin Astley dit", "Corin Astley"),
        ("es", "¿qué dijo Corin Astley sobre el puerto?", "Corin Astley"),
        ("tr", "Astley sel hakkında ne dedi", "Astley"),
        ("ar", "ماذا قال كورين أستلي عن الفيضان", "كورين أستلي"),
        ("ru", "что сказал Корин Астли о наводнении", "Корин Астли"),
        ("fa", "کورین استلی درباره سیل چه گفت", "کورین استلی"),
        ("it", "cosa ha detto Corin Astley sul porto", "Corin Astley"),
        ("pt", "o que disse Corin Astley sobre o porto", "Corin Astley"),
        ("uk", "що сказав Корін Астлі про повінь", "Корін Астлі"),
    ],
)
def test_question_says_whose_words_it_asks_for(code: str, question: str, speaker: str) -> None:
    assert wanted_answer(question, code).speaker == speaker


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("how many sluices were opened", "were opened"),
        ("what did Astley say about the flood", "Astley about the flood"),
        ("harbour strike", ""),
    ],
)
def test_words_that_ask_are_not_the_matter(question: str, matter: str) -> None:
    assert " ".join(matter_of(question, "en").split()) == matter


@pytest.mark.parametrize(
    ("message", "lean"),
    [
        ("and how many are injured?", Lean.SURE),
        ("why?", Lean.SURE),
        ("what about Lindmar?", Lean.SURE),
        ("tell me more", Lean.SURE),
        ("what did he say", Lean.SURE),
        ("who resigned?", Lean.MAYBE),
        ("who won first prize?", Lean.MAYBE),
        ("was anybody arrested?", Lean.MAYBE),
        ("kimse tutuklandı mı", Lean.MAYBE),
        ("هل اعتقل أحد؟", Lean.MAYBE),
        ("why did they leave the harbour master?", Lean.MAYBE),
        ("why did the tram drivers strike?", Lean.MAYBE),
        ("is there a vaccine?", Lean.NONE),
        ("is there a cure for river fever?", Lean.NONE),
        ("peki kaç yaralı var?", Lean.SURE),
        ("ولماذا؟", Lean.SURE),
        ("harbour strike", Lean.NONE),
        ("who is the mayor of Lindmar", Lean.NONE),
        ('"it was the river"', Lean.NONE),
        ("source:ledger it", Lean.NONE),
        ("what the committee on bridges wrote about its inquiry into the harbour", Lean.NONE),
    ],
)
def test_only_messages_that_lean_on_the_previous_one_continue_it(message: str, lean: Lean) -> None:
    assert lean_of(message, parse_question(message, now=NOW)) is lean
