"""Ages and times that articles state, in every language, and where outlets differ on them."""

from datetime import timedelta

import pytest

from bot.corpus.article import Article
from bot.stories.origins import origins
from bot.summaries.claims import claims
from bot.summaries.difference import Difference
from bot.summaries.differences import differences
from bot.summaries.moments import AGE, DATE, DAY, TIME
from tests.factories import NOON, analyzed

TEXTS = {
    "en": (
        "Ann Lind, 34, was saved. The ferry Alma sank on Monday off Port Oss. It left at 6:40 p.m. with "
        "fish. The pier opened on 7 July in the rain."
    ),
    "de": (
        "Anna Lind (34 Jahre) wurde gerettet. Die Fähre Alma sank am Montag vor Port Oss. Sie fuhr um 18.40 "
        "Uhr ab. Der Pier öffnete am 7. Juli im Regen."
    ),
    "fr": (
        "Anne Lind, 34 ans, a été sauvée. Le ferry Alma a coulé lundi devant Port Oss. Il partait à "
        "18h40 du quai. La jetée ouvrait le 7 juillet sous la pluie."
    ),
    "es": (
        "Ana Lind, de 34 años, se salvó. El ferry Alma se hundió el lunes frente a Oss. Zarpó a las "
        "18.40 del muelle. El muelle abrió el 7 de julio con lluvia."
    ),
    "it": (
        "Anna Lind, 34 anni, è salva. Il traghetto Alma affondò lunedì davanti a Oss. Partì alle 18.40 "
        "con pesce. Il molo aprì il 7 luglio con la pioggia."
    ),
    "pt": (
        "Ana Lind, de 34 anos, salvou-se. O barco Alma afundou na segunda-feira perto de Oss. Partiu às "
        "18h40 do cais. O cais abriu em 7 de julho com chuva."
    ),
    "ru": (
        "34-летняя Анна Линд спасена. Паром Альма затонул в понедельник у порта Осс. Он вышел в 18:40 с "
        "рыбой. Причал открыли 7 июля под дождём."
    ),
    "uk": (
        "34-річна Анна Лінд врятована. Пором Альма затонув у понеділок біля порту Осс. Він вийшов о "
        "18:40 з рибою. Причал відкрили 7 липня під дощем."
    ),
    "tr": (
        "34 yaşındaki Ayla Demir kurtarıldı. Alma feribotu pazartesi günü Oss açıklarında battı. Feribot"
        " saat 18.40'ta kalktı. İskele 7 Temmuz günü açıldı."
    ),
    "ar": (
        "أحمد العلي (34 عاما) نجا من الموت. غرقت العبارة يوم الاثنين قبالة الميناء. غادرت العبارة الساعة"
        " 18:40 من الرصيف. افتتح الرصيف يوم 7 يوليو تحت المطر."
    ),
    "fa": (
        "رضا کریمی، 34 ساله، نجات یافت. کشتی آلما روز دوشنبه نزدیک بندر غرق شد. کشتی ساعت 18:40 از اسکله"
        " رفت. اسکله 7 ژوئیه زیر باران باز شد."
    ),
}
OUTLETS = {
    "A": "Fishermen saw lights on the water.",
    "B": "The town of Oss is in shock.",
    "C": "Divers went out.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_ages_and_times_are_found_in_every_language(code: str) -> None:
    found = claims(analyzed(TEXTS[code], title="Oss", language=code))
    stated = {(claim.kind, claim.quantity.value) for claim in found if claim.sure}
    assert stated >= {(AGE, 34), (DAY, 0), (DATE, 31 * 7 + 7), (TIME, 18 * 60 + 40)}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ru", "Пётр Озеров, 34 года, спасён."),
        ("ru", "Спасён Пётр Озеров (34 года)."),
        ("uk", "Петро Озерний, 34 роки, живий."),
        ("uk", "Врятований Петро Озерний (34 роки)."),
        ("es", "Se salvó Ana Lind (34 años)."),
        ("fr", "Anne Lind, âgée de 34 ans, est sauve."),
        ("fr", "Anne Lind (34 ans) est sauve."),
        ("it", "Anna Lind, di 34 anni, è salva."),
        ("it", "Si è salvata Anna Lind (34 anni)."),
        ("pt", "Salvou-se Ana Lind, 34 anos."),
        ("pt", "Salvou-se Ana Lind (34 anos)."),
        ("de", "Gerettet wurde Anna Lind, 34."),
    ],
)
def test_ages_between_marks_are_found(code: str, sentence: str) -> None:
    assert (AGE, 34) in _stated(code, sentence)


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("ru", "Пётр Озеров {} лет"),
        ("uk", "Петро Озерний {} років"),
        ("es", "Pedro Lind {} años"),
        ("fr", "Pierre Lind {} ans"),
        ("it", "Pietro Lind {} anni"),
        ("pt", "Pedro Lind {} anos"),
    ],
)
@pytest.mark.parametrize("figure", ["15", ", 15"])
def test_years_are_no_age_unless_they_end_there(code: str, form: str, figure: str) -> None:
    years = form.format(figure).replace(" ,", ",")
    rest = {
        "ru": ("руководит портом", "тюрьмы"),
        "uk": ("керує портом", "вʼязниці"),
        "es": ("después", "de prisión"),
        "fr": ("après", "de prison"),
        "it": ("dopo", "di carcere"),
        "pt": ("depois", "de prisão"),
    }
    for words in rest[code]:
        assert AGE not in _kinds(code, f"{years} {words}.")


@pytest.mark.parametrize("code", TEXTS)
def test_a_bare_figure_in_brackets_is_no_age(code: str) -> None:
    name = {"ru": "Пётр Озеров", "uk": "Петро Озерний", "ar": "أحمد العلي", "fa": "رضا کریمی"}
    for figure in (23, 43):
        assert AGE not in _kinds(code, f"{name.get(code, 'Pedro Lind')} ({figure}).")


@pytest.mark.parametrize("code", TEXTS)
def test_a_score_is_no_time(code: str) -> None:
    assert TIME not in _kinds(code, "Oss – Lorn 23:21.")


def test_a_score_in_a_sentence_is_no_time() -> None:
    assert TIME not in _kinds("en", "Handball champions Oss beat Lorn 23:21 in the final.")
    assert TIME not in _kinds("de", "Die Handballer aus Oss gewannen gegen Lorn mit 23:21 Toren.")


def _stated(code: str, text: str) -> set[tuple[str, float]]:
    found = claims(analyzed(text, title="Oss", language=code))
    return {(claim.kind, claim.quantity.value) for claim in found}


def _kinds(code: str, text: str) -> set[str]:
    return {kind for kind, _ in _stated(code, text)}


def report(outlet: str, sentence: str, *, days: int = 0) -> Article:
    at = (NOON + timedelta(days=days)).isoformat()
    fields = {
        "id": outlet,
        "source": outlet,
        "title": "Ferry",
        "language": "en",
        "publisher": f"The {outlet} Post",
    }
    return analyzed(f"{OUTLETS[outlet]} {sentence}", published=at, **fields)


def differ(*articles: Article) -> list[tuple[str, list[str]]]:
    found: tuple[Difference, ...] = differences(articles, origins(articles))
    return [(difference.kind, sorted(v.figure for v in difference.versions)) for difference in found]


SANK = "The ferry Alma with forty cars sank {} near the old lighthouse of Oss in thick fog."


def test_outlets_differ_on_a_persons_age() -> None:
    first = report("A", "Ann Lind, 34, swam to the shore.")
    second = report("B", "A fisherman pulled 36-year-old teacher Ann Lind out.")
    assert differ(first, second) == [(AGE, ["34", "36"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Lind, 36, waited at home.",
        "Ann Lind, 34, and Ann Lind, 36, waited.",
        "The winner of 2010, Ann Lind, 36, sold it.",
        "Lind, 36, swam.",
        "Ann Lind won 36 races.",
    ],
)
def test_another_persons_age_is_no_difference(sentence: str) -> None:
    assert differ(report("A", "Ann Lind, 34, swam to the shore."), report("B", sentence)) == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("on Monday", "on Sunday", DAY),
        ("on 7 July", "on July 8", DATE),
        ("at 6:40 a.m.", "at 8:10 a.m.", TIME),
    ],
)
def test_outlets_differ_on_when_something_happened(one: str, other: str, kind: str) -> None:
    first, second = report("A", SANK.format(one)), report("B", SANK.format(other))
    assert [found for found, _ in differ(first, second)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry Alma with forty cars sank near the old lighthouse of Oss, police said on Sunday.",
        "On Sunday, the police said that the ferry Alma with forty cars sank near the old lighthouse of Oss.",
        "The ferry Alma with forty cars will sail on Sunday near the old lighthouse of Oss in thick fog.",
        "The ferry Alma with forty cars had sailed since Sunday near the old lighthouse of Oss in thick fog.",
        "The ferry Alma with forty cars sailed between Sunday and Monday near the old lighthouse of Oss.",
        "The rescue boats reached Oss on Sunday.",
        "Did the ferry Alma with forty cars sink on Sunday near the old lighthouse of Oss in thick fog?",
        "The ferry Alma with forty cars sank at 6:30 a.m. near the old lighthouse of Oss in thick fog.",
    ],
)
def test_other_times_do_not_differ(sentence: str) -> None:
    assert differ(report("A", SANK.format("on Monday")), report("B", sentence)) == []
    assert differ(report("A", SANK.format("at 6:40 a.m.")), report("B", sentence)) == []


def test_a_weekday_of_another_week_is_no_difference() -> None:
    assert differ(report("A", SANK.format("on Monday")), report("B", SANK.format("on Sunday"), days=-3)) == []


def test_a_time_with_a_zone_is_not_compared() -> None:
    local, universal = report("A", SANK.format("at 6:40 a.m.")), report("B", SANK.format("at 04:40 GMT"))
    assert differ(local, universal) == []


def test_ages_and_times_are_never_later_figures() -> None:
    first, second = report("A", "Ann Lind, 34, swam."), report("B", "Ann Lind, 36, swam.", days=1)
    (found,) = differences([first, second], origins([first, second]))
    assert not found.later
