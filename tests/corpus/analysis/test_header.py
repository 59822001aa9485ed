"""Names, outlets, places and dates above and below an article."""

import pytest

from bot.corpus.analysis.header import persons, read_header_line
from bot.corpus.analysis.run_on_header import leading_header
from bot.corpus.article import Article, Certainty
from tests.factories import analyzed

TEXT = (
    "The ferry between Portmere and Tarnholm will run every hour from Monday, the harbour office announced"
    " after a long meeting. It had run every two hours since the storm."
)


@pytest.mark.parametrize(
    ("line", "authors", "dated"),
    [
        ("Ada Reyes | 08/01/2026", ("Ada Reyes",), True),
        ("By Ada Reyes and Tom Lind / Kestrel Wire Staff Writers", ("Ada Reyes", "Tom Lind"), False),
        ("Von: Ada Reyes", ("Ada Reyes",), False),
        ("| Par Ada Reyes (avec Tom Lind et Jo Marsh)", ("Ada Reyes", "Tom Lind", "Jo Marsh"), False),
        ("Aktualisiert am 3. Oktober 2026, 12:30 Uhr", (), True),
        ("Publié le 18 juil. 2026 à 08:01Mis à jour le 18 juil. 2026 à 09:06", (), True),
        ("Giriş: 03.07.2026 - 18:24 Güncelleme: 03.07.2026 - 18:57", (), True),
        ("Publicado el 03/05/2026 a las 22h03", (), True),
        ("17:41 JST, October 13, 2026", (), True),
    ],
)
def test_header_line_yields_authors_and_date(line: str, authors: tuple[str, ...], dated: bool) -> None:
    stated = read_header_line(line)
    assert stated is not None
    assert (stated.authors, stated.dated) == (authors, dated)


@pytest.mark.parametrize(
    "line",
    ["The harbour opened on 3 May 2026", "By the end of May", "World News", "Portmere", "Ada Reyes", ""],
)
def test_other_lines_are_no_header_lines(line: str) -> None:
    assert read_header_line(line) is None


@pytest.mark.parametrize(
    "line", ["Breaking News", "More Politics:", "Reuters", "the harbour office", "Route 66"]
)
def test_headings_name_no_person(line: str) -> None:
    assert persons(line) == ()


def page(*lines: str) -> Article:
    return analyzed("\n\n".join(lines), title="Ferry runs every hour")


def test_bare_name_next_to_a_date_is_the_author_even_below_a_summary() -> None:
    summary = "More boats will cross the bay than in any year since the harbour was built, the office says."
    article = page(summary, "Ada Reyes", "12. MÄR 2026 18:03", TEXT)
    assert article.author == "Ada Reyes"
    assert (article.published, str(article.published_at)[:10]) == (Certainty.STATED, "2026-03-12")
    assert "Reyes" not in article.text


def test_place_next_to_author_and_date_is_the_dateline() -> None:
    assert page("Ada Reyes | Portmere | 08/01/2026", TEXT).dateline == "Portmere"
    assert (
        page("Ada Reyes", "20 Nisan 2026•Güncelleme: 20 Nisan 2026", "Portmere", TEXT).dateline == "Portmere"
    )


def test_date_and_byline_run_into_the_first_sentence_are_cut() -> None:
    article = page(f"By Ada Reyes Published August 3 2026 {TEXT}")
    assert article.text == TEXT
    assert article.author == "Ada Reyes"
    assert str(article.published_at)[:10] == "2026-08-03"


def test_date_inside_the_first_sentence_stays() -> None:
    assert leading_header("On 3 May 2026 The Portmere ferry stopped.") == 0


def test_signature_below_the_text_is_the_author() -> None:
    article = page("3 May 2026", TEXT, "Ada Reyes, reporter")
    assert (article.author, article.text) == ("Ada Reyes", TEXT)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("kl/Reuters", ["Reuters"]),
        ("Haberler - Anadolu Ajansı", ["Anadolu Agency"]),
        ("AFP/The Local", ["Agence France-Presse"]),
        ("Quelle: dpa", ["Deutsche Presse-Agentur"]),
    ],
)
def test_agency_among_initials_and_headings_is_the_original_source(line: str, names: list[str]) -> None:
    assert [hop.name for hop in page("3 May 2026", TEXT, line).provenance.original] == names


def test_paper_and_agency_in_a_byline_are_publisher_and_source() -> None:
    article = page("Par Le Figaro et AFP", TEXT)
    assert (article.publisher, article.author) == ("Le Figaro", None)
    assert [hop.name for hop in article.provenance.original] == ["Agence France-Presse"]


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("МОСКВА, 1 дек - РИА Новости. ", "МОСКВА", "RIA Novosti"),
        ("Madrid, 3 may (EFE).- ", "Madrid", "EFE"),
        ("(EFE).- ", None, "EFE"),
    ],
)
def test_dateline_with_a_day_before_the_agency(opening: str, place: str | None, agency: str) -> None:
    article = page(opening + TEXT)
    assert article.dateline == place
    assert [hop.name for hop in article.provenance.original] == [agency]


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("Ada M. Reyes", "Actualizado", "Lunes, 2 marzo 2026 - 02:24"), "Ada M. Reyes"),
        (("Ada Reyes", "Jueves, 2 de Abril de 202602/04/2026"), "Ada Reyes"),
        (("Ada Reyes a.reyes@portmere.example | Viernes 6 marzo, 2026",), "Ada Reyes"),
        (("Ada Reyes Deputy News Editor", "17:20, 03 Mar 2026Updated 19:05, 04 Mar 2026"), "Ada Reyes"),
        (("Ada Reyes", "Publiziert heute um 12:19 Uhr"), "Ada Reyes"),
        (("2 days ago", "Ada Reyes", "BBC"), "Ada Reyes"),
        (("By Ada Reyes and Tom Lind The Associated Press", "Posted May 24, 2026"), "Ada Reyes and Tom Lind"),
        (("Par Ada Reyes (avec Tom Lind)", "Publié le 3 mai 2026"), "Ada Reyes, Tom Lind"),
        (("Von Ada Reyes", "Tom Lind/REUTERS", "3. Mai 2026"), "Ada Reyes"),
    ],
)
def test_authors_of_scraped_headers(lines: tuple[str, ...], author: str) -> None:
    article = page(*lines, TEXT)
    assert (article.author, article.text) == (author, TEXT)


def test_agency_behind_the_names_is_the_source_and_a_photographers_is_not() -> None:
    signed = page("By Ada Reyes and Tom Lind The Associated Press", TEXT)
    assert [hop.name for hop in signed.provenance.original] == ["Associated Press"]
    assert page("Von Ada Reyes", "Tom Lind/REUTERS", "3. Mai 2026", TEXT).provenance.original == ()


def test_place_between_author_and_date_is_the_dateline() -> None:
    article = page("Ada Reyes", "Portmere -", "15 oct 2026 - 08:22", TEXT)
    assert (article.author, article.dateline) == ("Ada Reyes", "Portmere")


def test_date_of_publication_wins_over_that_of_an_update() -> None:
    updated_first = page("Mis à jour", "le 06/04/2026 à 10:37", "Publié", "le 05/04/2026 à 17:08", TEXT)
    assert str(updated_first.published_at)[:10] == "2026-04-05"
    assert str(page("Updated 6 April 2026", TEXT).published_at)[:10] == "2026-04-06"


@pytest.mark.parametrize(
    ("first", "headline", "publisher", "day"),
    [
        ("Diario Portmere | Ferry runs", "Ferry runs", "Diario Portmere", None),
        ("Ferry runs - News - 11/05/2026 - The Guardian", "Ferry runs", "The Guardian", "2026-05-11"),
        ("Ferry runs - Latest | NTV Spor&Skor", "Ferry runs", "NTV", None),
        ("Ferry runs, Tageszeitung junge Welt, 26.04.2026", None, "junge Welt", "2026-04-26"),
    ],
)
def test_motto_names_the_outlet_and_the_day(
    first: str, headline: str | None, publisher: str, day: str | None
) -> None:
    article = analyzed("\n\n".join([first, *filter(None, [headline]), TEXT]), title=None)
    assert (article.title, article.publisher) == ("Ferry runs", publisher)
    assert (str(article.published_at)[:10] if article.published is Certainty.STATED else None) == day


def test_notice_about_its_own_site_names_the_publisher() -> None:
    notice = "Anadolu Ajansı web sitesinde haberler özetlenerek yayımlanmaktadır."
    assert page(TEXT, notice).publisher == "Anadolu Agency"


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("портмер, 1 дек — риа новости. ", "портмер", ["RIA Novosti"]),
        ("تنکابن - ", "تنکابن", []),
        ("تهران- خبرگزاری جمهوری اسلامی: ", "تهران", ["IRNA"]),
        ("ایسنا: ", None, ["ISNA"]),
    ],
)
def test_datelines_in_small_letters_and_in_persian(
    opening: str, place: str | None, agency: list[str]
) -> None:
    texts = {
        "п": "паром вернулся в гавань после долгого ремонта, и жители встретили его музыкой. порт открыт.",
        "ت": "فرماندار شهر گفت پل تازه تا بهار آینده ساخته می‌شود و مردم از آن خوشحال خواهند شد. کار آغاز شد.",
    }
    body = texts["п" if opening[0] == "п" else "ت"]
    article = page(opening + body)
    assert article.dateline == place
    assert [hop.name for hop in article.provenance.original] == agency
