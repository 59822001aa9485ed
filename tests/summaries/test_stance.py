"""Whether a sentence agrees with a question or says the opposite."""

import pytest

from bot.questions.intent import wanted_answer
from bot.summaries.stance import stance_of


@pytest.mark.parametrize(
    ("code", "question", "agrees", "opposite"),
    [
        ("en", "who voted against the dam", "Nine members voted against it.", "Nine members backed it."),
        ("en", "who opposed the dam", "The mayor did not support it.", "The mayor supported it."),
        ("en", "who did not sign the treaty", "Ruritania refused to sign it.", "Ruritania signed it."),
        ("en", "which mills didn't close", "One mill was not closed.", "One mill closed at noon."),
        ("en", "which bank raised its rates", "One bank raised them.", "One bank cut them."),
        ("tr", "hangi ülkeler anlaşmayı imzalamadı", "İki ülke imzalamadı.", "İki ülke imzaladı."),
        ("tr", "tasarıyı kim reddetti", "Meclis tasarıyı reddetti.", "Meclis tasarıyı onayladı."),
        ("ar", "من عارض القانون", "عارضت الأحزاب القانون", "وأيدت الأحزاب القانون"),
        ("de", "wer hat nicht unterschrieben", "Zwei haben nicht unterschrieben.", "Zwei unterschrieben."),
        ("fr", "qui a voté contre la loi", "Deux ont voté contre.", "Deux ont voté pour."),
        ("es", "quién votó en contra", "Dos votaron en contra.", "Dos votaron a favor."),
        ("ru", "кто проголосовал против", "Двое проголосовали против.", "Двое проголосовали за."),
        ("fa", "چه کسی مخالف طرح بود", "شهردار مخالف طرح بود", "شهردار موافق طرح بود"),
    ],
)
def test_sentence_that_says_the_opposite_is_worth_nothing(
    code: str, question: str, agrees: str, opposite: str
) -> None:
    stance = stance_of(question, wanted_answer(question, code).kind, code)
    assert stance is not None
    assert stance.agreement(agrees) > stance.agreement("1234.") > stance.agreement(opposite) == 0


@pytest.mark.parametrize(
    ("code", "question", "same", "other"),
    [
        ("en", "who won the second debate", "Then the second debate began.", "Then the first debate began."),
        ("tr", "ikinci toplantı nerede", "Bu, ikinci toplantı oldu.", "Bu, birinci toplantı oldu."),
        ("ar", "من فاز في المناظرة الثانية", "بدأت المناظرة الثانية", "بدأت المناظرة الأولى"),
        ("de", "wer gewann das zweite Rennen", "Das zweite Rennen begann.", "Das erste Rennen begann."),
    ],
)
def test_sentence_about_another_one_of_a_series_loses_worth(
    code: str, question: str, same: str, other: str
) -> None:
    stance = stance_of(question, wanted_answer(question, code).kind, code)
    assert stance is not None
    assert stance.agreement(same) > 1 > stance.agreement(other) > 0


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "did the bank raise its rates"),
        ("en", "why did the mayor not sign"),
        ("en", "harbour strike"),
        ("tr", "banka faizi artırdı mı"),
        ("ar", "هل أيد الحزب القانون"),
    ],
)
def test_question_that_either_answers_has_no_stance(code: str, question: str) -> None:
    assert stance_of(question, wanted_answer(question, code).kind, code) is None
