"""Periods in words, in each language: what they mean, and what only looks like a period."""

from datetime import UTC, datetime

import pytest

from bot.search.query.date_words import all_date_words, period_hint, period_patterns
from bot.search.query.parser import parse
from handlers.texts import LANGUAGES

NOW = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # a Monday
TODAY = "since:2026-11-23 before:2026-11-24"
YESTERDAY = "since:2026-11-22 before:2026-11-23"
DAY_BEFORE = "since:2026-11-21 before:2026-11-22"
LAST_WEEK = "since:2026-11-16 before:2026-11-23"
THIS_WEEK = "since:2026-11-23 before:2026-11-30"
LAST_MONTH = "since:2026-10-01 before:2026-11-01"
LAST_YEAR = "since:2025-01-01 before:2026-01-01"
THIS_YEAR = "since:2026-01-01 before:2027-01-01"
LAST_MONDAY = "since:2026-11-16 before:2026-11-17"
THREE_DAYS = "since:2026-11-20T17:30:00Z"
A_DAY = "since:2026-11-22T17:30:00Z"
TWO_WEEKS_AGO = "since:2026-11-09 before:2026-11-10"
SINCE_OCTOBER = "since:2019-10-01"
BEFORE_DAY = "before:2024-03-05"
OCTOBER_2019 = "since:2019-10-01 before:2019-11-01"
A_DATE = "since:2024-03-05 before:2024-03-06"
YEARS = "since:2019-01-01 before:2022-01-01"

PERIODS = {
    "en": {
        "last week": LAST_WEEK, "since October 2019": SINCE_OCTOBER, "two weeks ago": TWO_WEEKS_AGO,
        "on 5 March 2024": A_DATE, "past 24 hours": A_DAY, "over the past 3 days": THREE_DAYS,
    },
    "ar": {
        "الأسبوع الماضي": LAST_WEEK, "منذ أكتوبر 2019": SINCE_OCTOBER, "منذ عام 2019": "since:2019-01-01",
        "منذ أكتوبر ٢٠١٩": SINCE_OCTOBER, "آخر ٣ أيام": THREE_DAYS, "أمس": YESTERDAY,
    },
    "tr": {
        "geçen hafta": LAST_WEEK, "Ekim 2019'dan beri": SINCE_OCTOBER, "son 3 gün": THREE_DAYS,
        "5 Mart 2024'ten önce": BEFORE_DAY, "bu yıl": THIS_YEAR, "dün": YESTERDAY,
    },
    "ru": {
        "сегодня": TODAY, "вчера": YESTERDAY, "позавчера": DAY_BEFORE,
        "на прошлой неделе": LAST_WEEK, "на этой неделе": THIS_WEEK, "в прошлом месяце": LAST_MONTH,
        "в прошлом году": LAST_YEAR, "в этом году": THIS_YEAR, "в прошлый понедельник": LAST_MONDAY,
        "за последние 3 дня": THREE_DAYS, "последние 24 часа": A_DAY, "две недели назад": TWO_WEEKS_AGO,
        "с октября 2019": SINCE_OCTOBER, "с октября 2019 года": SINCE_OCTOBER,
        "с понедельника": "since:2026-11-16",
        "до 5 марта 2024 года": BEFORE_DAY, "после 2018 года": "since:2019-01-01",
        "в октябре 2019 года": OCTOBER_2019, "5 марта 2024": A_DATE,
        "с 2019 по 2021 год": YEARS, "между 2019 и 2021": YEARS, "неделю назад": LAST_MONDAY,
    },
    "fr": {
        "aujourd’hui": TODAY, "hier": YESTERDAY, "avant-hier": DAY_BEFORE,
        "la semaine dernière": LAST_WEEK, "cette semaine": THIS_WEEK, "le mois dernier": LAST_MONTH,
        "l'année dernière": LAST_YEAR, "l’an dernier": LAST_YEAR, "cette année": THIS_YEAR,
        "lundi dernier": LAST_MONDAY, "ces 3 derniers jours": THREE_DAYS, "les dernières 24 heures": A_DAY,
        "il y a deux semaines": TWO_WEEKS_AGO, "depuis octobre 2019": SINCE_OCTOBER,
        "avant le 5 mars 2024": BEFORE_DAY, "après 2018": "since:2019-01-01",
        "en octobre 2019": OCTOBER_2019, "le 5 mars 2024": A_DATE,
        "1er mars 2024": "since:2024-03-01 before:2024-03-02",
        "entre 2019 et 2021": YEARS, "de 2019 à 2021": YEARS, "depuis hier": "since:2026-11-22",
    },
    "de": {
        "heute": TODAY, "gestern": YESTERDAY, "vorgestern": DAY_BEFORE,
        "letzte Woche": LAST_WEEK, "in der vergangenen Woche": LAST_WEEK, "diese Woche": THIS_WEEK,
        "letzten Monat": LAST_MONTH, "im letzten Jahr": LAST_YEAR, "dieses Jahr": THIS_YEAR,
        "am letzten Montag": LAST_MONDAY, "in den letzten 3 Tagen": THREE_DAYS,
        "die letzten 24 Stunden": A_DAY,
        "vor zwei Wochen": TWO_WEEKS_AGO, "seit Oktober 2019": SINCE_OCTOBER,
        "seit Mai": "since:2026-05-01",
        "vor dem 5. März 2024": BEFORE_DAY, "nach 2018": "since:2019-01-01",
        "im Oktober 2019": OCTOBER_2019, "am 5. März 2024": A_DATE,
        "zwischen 2019 und 2021": YEARS, "von 2019 bis 2021": YEARS, "bis 2020": "before:2021-01-01",
    },
    "es": {
        "hoy": TODAY, "ayer": YESTERDAY, "anteayer": DAY_BEFORE,
        "la semana pasada": LAST_WEEK, "esta semana": THIS_WEEK, "el mes pasado": LAST_MONTH,
        "el año pasado": LAST_YEAR, "este año": THIS_YEAR, "el lunes pasado": LAST_MONDAY,
        "los últimos 3 días": THREE_DAYS, "en las últimas 24 horas": A_DAY,
        "hace dos semanas": TWO_WEEKS_AGO,
        "desde octubre de 2019": SINCE_OCTOBER, "antes del 5 de marzo de 2024": BEFORE_DAY,
        "después de 2018": "since:2019-01-01", "en octubre de 2019": OCTOBER_2019,
        "el 5 de marzo de 2024": A_DATE, "entre 2019 y 2021": YEARS, "de 2019 a 2021": YEARS,
        "desde el año 2019": "since:2019-01-01",
    },
    "it": {
        "oggi": TODAY, "ieri": YESTERDAY, "la settimana scorsa": LAST_WEEK, "questa settimana": THIS_WEEK,
        "il mese scorso": LAST_MONTH, "l'anno scorso": LAST_YEAR, "quest'anno": THIS_YEAR,
        "lunedì scorso": LAST_MONDAY, "negli ultimi 3 giorni": THREE_DAYS, "nelle ultime 24 ore": A_DAY,
        "due settimane fa": TWO_WEEKS_AGO, "da ottobre 2019": SINCE_OCTOBER,
        "prima del 5 marzo 2024": BEFORE_DAY, "dopo il 2018": "since:2019-01-01",
        "a ottobre 2019": OCTOBER_2019, "il 5 marzo 2024": A_DATE, "tra il 2019 e il 2021": YEARS,
    },
    "pt": {
        "hoje": TODAY, "ontem": YESTERDAY, "anteontem": DAY_BEFORE, "a semana passada": LAST_WEEK,
        "esta semana": THIS_WEEK, "o mês passado": LAST_MONTH, "o ano passado": LAST_YEAR,
        "este ano": THIS_YEAR, "segunda passada": LAST_MONDAY, "nos últimos 3 dias": THREE_DAYS,
        "nas últimas 24 horas": A_DAY, "há duas semanas": TWO_WEEKS_AGO,
        "desde outubro de 2019": SINCE_OCTOBER, "antes de 5 de março de 2024": BEFORE_DAY,
        "depois de 2018": "since:2019-01-01", "em outubro de 2019": OCTOBER_2019,
        "5 de março de 2024": A_DATE, "entre 2019 e 2021": YEARS,
    },
    "uk": {
        "сьогодні": TODAY, "вчора": YESTERDAY, "позавчора": DAY_BEFORE, "минулого тижня": LAST_WEEK,
        "цього тижня": THIS_WEEK, "минулого місяця": LAST_MONTH, "минулого року": LAST_YEAR,
        "цього року": THIS_YEAR, "минулого понеділка": LAST_MONDAY, "за останні 3 дні": THREE_DAYS,
        "за останні 24 години": A_DAY, "два тижні тому": TWO_WEEKS_AGO,
        "з жовтня 2019 року": SINCE_OCTOBER, "до 5 березня 2024": BEFORE_DAY,
        "після 2018 року": "since:2019-01-01", "у жовтні 2019 року": OCTOBER_2019,
        "5 березня 2024 року": A_DATE,
    },
    "fa": {
        "امروز": TODAY, "دیروز": YESTERDAY, "پریروز": DAY_BEFORE,
        "هفته گذشته": LAST_WEEK, "این هفته": THIS_WEEK, "ماه گذشته": LAST_MONTH, "سال گذشته": LAST_YEAR,
        "دوشنبه گذشته": LAST_MONDAY, "در ۳ روز گذشته": THREE_DAYS, "۲۴ ساعت گذشته": A_DAY,
        "دو هفته پیش": TWO_WEEKS_AGO, "از اکتبر ۲۰۱۹": SINCE_OCTOBER,
        "از سال ۲۰۱۹ تاکنون": "since:2019-01-01",
        "پیش از ۵ مارس ۲۰۲۴": BEFORE_DAY, "پس از ۲۰۱۸": "since:2019-01-01",
        "اکتبر 2019": OCTOBER_2019, "۵ مارس ۲۰۲۴": A_DATE,
        "بین ۲۰۱۹ و ۲۰۲۱": YEARS, "از ۲۰۱۹ تا ۲۰۲۱": YEARS,
        "۵ مه ۲۰۲۴": "since:2024-05-05 before:2024-05-06",
    },
}  # fmt: skip
TRAPS = [
    "mission sur Mars",
    "la planète mars",
    "Wer streikt hier",
    "was ist hier passiert",
    "Tag der Einheit",
    "Theresa Mai",
    "nach Gaza",
    "vor Gericht",
    "Montagsdemo",
    "защита окружающей среды",
    "среда обитания",
    "с Мартой",
    "год великого перелома",
    "desde la guerra",
    "plaza de mayo",
    "hace falta agua",
    "dos años de sequía",
    "از مه غلیظ",
    "سفر به ماه",
    "سال نو",
    "سال ۱۴۰۳",
    "می‌رود",
    "يوم القيامة",
    "son dakika",
    "bir gün",
]
YEARS_OF_EVENTS = [
    "flood in 2019", "наводнение в 2019 году", "inondation en 2019", "Flut im Jahr 2019", "سیل در سال ۲۰۱۹",
    "فيضان عام ٢٠١٩", "2019'da sel", "inundación en 2019", "in the 1970s", "в 1970-х",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "meaning"), [pair for periods in PERIODS.values() for pair in periods.items()], ids=str
)
def test_period_in_words_becomes_a_period(words: str, meaning: str) -> None:
    query = parse(f"Ankara {words}", now=NOW)
    assert query.understood() == f"Ankara {meaning}"
    assert query.dated


@pytest.mark.parametrize("words", TRAPS)
def test_words_that_only_look_like_a_period_stay_words(words: str) -> None:
    assert not parse(words, now=NOW).dated


@pytest.mark.parametrize("words", YEARS_OF_EVENTS)
def test_year_is_a_word_in_a_question_and_a_period_in_an_alert(words: str) -> None:
    assert not parse(words, now=NOW, years=False).dated
    assert parse(words, now=NOW).dated or "1970" in words


def test_every_interface_language_has_periods() -> None:
    assert {words.language.code for words in all_date_words()} == set(LANGUAGES) == set(PERIODS)


def test_hint_matches_every_period() -> None:
    for words in (words.translate(DIGITS) for periods in PERIODS.values() for words in periods):
        assert any(pattern.search(words) for _, pattern in period_patterns())
        assert period_hint().search(words)


DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
