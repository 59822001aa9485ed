"""Reading files of every format."""

import gzip
import json
from pathlib import Path

import pytest

from bot.corpus.files import SUFFIXES, files_in
from bot.corpus.raw import RawArticle
from bot.corpus.readers import READERS, read_file
from bot.errors import RejectedInput
from tests.feeds.documents import rss


def articles(path: Path) -> list[RawArticle]:
    return [result for result in read_file(path) if isinstance(result, RawArticle)]


def rejections(path: Path) -> list[RejectedInput]:
    return [result for result in read_file(path) if isinstance(result, RejectedInput)]


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Headline\n\nBody of the page.", encoding="utf-8")
    (raw,) = articles(path)
    assert raw.text == "Headline\n\nBody of the page."
    assert raw.source == "page.txt"


def test_every_invalid_line_is_rejected_with_its_number_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        '{"text": "Good words."}\n{oops\n\n{"title": "no text"}\n{"text": "  "}\n[1]\n', encoding="utf-8"
    )
    assert len(articles(path)) == 1
    rejected = rejections(path)
    assert [rejection.line for rejection in rejected] == [2, 4, 5, 6]
    assert all(rejection.source == "wire.jsonl" for rejection in rejected)
    assert [rejection.reason.key for rejection in rejected] == [
        "why-json",
        "why-field-missing",
        "why-no-words",
        "why-record",
    ]


def test_unknown_fields_are_kept_as_extra(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps([{"text": "Words.", "mood": "calm", "published": 1700000000}]), encoding="utf-8"
    )
    (raw,) = articles(path)
    assert raw.extra == {"mood": "calm"}
    assert raw.published == "1700000000"


def test_common_field_names_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    record = {
        "headline": "Title",
        "articleBody": "Words.",
        "link": "https://x.example/1",
        "publisher": {"name": "The Lantern"},
        "authors": ["Ada Quill", "Bo Ink"],
        "datePublished": "2026-01-02",
    }
    path.write_text(json.dumps({"articles": [record]}), encoding="utf-8")
    (raw,) = articles(path)
    assert (raw.title, raw.text, raw.url) == ("Title", "Words.", "https://x.example/1")
    assert (raw.publisher, raw.author, raw.published) == ("The Lantern", "Ada Quill, Bo Ink", "2026-01-02")


@pytest.mark.parametrize(
    "record", ["<article><body>Rain.</body></article>", "<item><article>Rain.</article></item>"]
)
def test_an_xml_record_may_be_called_article(record: str, tmp_path: Path) -> None:
    path = tmp_path / "articles.xml"
    path.write_text(f"<articles>{record}</articles>")
    (article,) = read_file(path)
    assert isinstance(article, RawArticle)
    assert article.text == "Rain."


def test_inserting_a_record_does_not_change_the_keys_of_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "B", "text": "Beta."}\n', encoding="utf-8")
    (before,) = articles(path)
    path.write_text('{"title": "A", "text": "Alpha."}\n{"title": "B", "text": "Beta."}\n', encoding="utf-8")
    assert articles(path)[1].key == before.key


def test_legacy_encodings_are_read(tmp_path: Path) -> None:
    arabic, turkish = "قالت الحكومة إنها ستجتمع غدا في العاصمة", "Başbakan görüşmeyi İzmir'de yaptı"
    cases = [(arabic, "windows-1256"), (turkish, "windows-1254"), (arabic, "utf-16"), (turkish, "utf-8-sig")]
    for number, (text, encoding) in enumerate([*cases, (turkish, "utf-16-le")]):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(text.encode(encoding))
        assert articles(path)[0].text == text, encoding


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "index.rdf", "feed", "feed.php", "saved.html", "A.RSS"])
def test_feed_is_read_under_any_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(rss(("Lock open", "The lock is open again, said the keeper.")), encoding="utf-8")
    assert [raw.title for raw in articles(path)] == ["Lock open"]


def test_json_feed_is_read_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    item = {"id": "1", "title": "Lock open", "content_text": "The lock is open again."}
    path.write_text(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [item]})
    )
    assert [raw.title for raw in articles(path)] == ["Lock open"]


def test_readmes_hidden_and_other_files_of_a_folder_are_skipped(tmp_path: Path) -> None:
    names = ("b.txt", "a.md", "README.md", "readme.txt", ".hidden.txt", "x.py", "sub/c.txt", ".git/d.txt")
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Words of {name}.", encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path)] == [
        "a.md",
        "b.txt",
        "sub/c.txt",
    ]


def test_unreadable_files_are_rejected(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\x00\x00 \n")
    archive = tmp_path / "a.zip"
    archive.write_bytes(gzip.compress(b"x"))
    for path in (empty, archive, tmp_path / "missing.txt"):
        assert len(rejections(path)) == 1


def test_control_and_direction_characters_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A\u202eB\x00C\u200b D\u2066E \ufeff\x1b[0m", encoding="utf-8")
    assert articles(path)[0].text == "ABC DE [0m"


def test_a_sample_file_is_marked_as_invented(tmp_path: Path) -> None:
    path = tmp_path / "a.sample.txt"
    path.write_text("Invented words.", encoding="utf-8")
    assert articles(path)[0].sample


def test_files_of_every_readable_format_are_listed() -> None:
    assert set(READERS) == SUFFIXES
