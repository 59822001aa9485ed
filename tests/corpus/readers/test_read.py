import gzip
import json
from pathlib import Path

from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file, read_folder
from bot.errors import RejectedInput


def articles(path: Path) -> list[RawArticle]:
    return [item for item in read_file(path) if isinstance(item, RawArticle)]


def rejected(path: Path) -> list[RejectedInput]:
    return [item for item in read_file(path) if isinstance(item, RejectedInput)]


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Headline\n\nBody of the page.", encoding="utf-8")
    (raw,) = articles(path)
    assert raw.text == "Headline\n\nBody of the page."
    assert raw.source == "page.txt"


def test_each_bad_line_is_reported_with_file_line_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        '{"text": "Good words."}\n{oops\n\n{"title": "no text"}\n{"text": "  "}\n[1]\n', encoding="utf-8"
    )
    assert len(articles(path)) == 1
    problems = rejected(path)
    assert [problem.line for problem in problems] == [2, 4, 5, 6]
    assert all(problem.source == "wire.jsonl" for problem in problems)
    assert [problem.reason.key for problem in problems] == [
        "why-json",
        "why-field-missing",
        "why-no-words",
        "why-record",
    ]


def test_unknown_fields_are_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps([{"text": "Words.", "mood": "calm", "published": 1700000000}]), encoding="utf-8"
    )
    (raw,) = articles(path)
    assert raw.extra == {"mood": "calm"}
    assert raw.published == "1700000000"


def test_common_names_of_fields_are_understood(tmp_path: Path) -> None:
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


def test_a_record_without_an_id_keeps_its_key_when_others_are_put_above_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "B", "text": "Beta."}\n', encoding="utf-8")
    (before,) = articles(path)
    path.write_text('{"title": "A", "text": "Alpha."}\n{"title": "B", "text": "Beta."}\n', encoding="utf-8")
    assert articles(path)[1].key == before.key


def test_odd_encodings_are_read(tmp_path: Path) -> None:
    arabic, turkish = "قالت الحكومة إنها ستجتمع غدا في العاصمة", "Başbakan görüşmeyi İzmir'de yaptı"
    cases = [(arabic, "windows-1256"), (turkish, "windows-1254"), (arabic, "utf-16"), (turkish, "utf-8-sig")]
    for number, (text, encoding) in enumerate([*cases, (turkish, "utf-16-le")]):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(text.encode(encoding))
        assert articles(path)[0].text == text, encoding


def test_a_folder_is_read_in_order_without_readmes_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "README.md",
        "readme.txt",
        ".hidden.txt",
        "x.py",
        "sub/c.txt",
        ".git/d.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Words of {name}.", encoding="utf-8")
    found = [item.source for item in read_folder(tmp_path)]
    assert found == ["a.md", "b.txt", "sub/c.txt"]


def test_files_that_are_no_articles_are_rejected_with_a_reason(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\x00\x00 \n")
    archive = tmp_path / "a.zip"
    archive.write_bytes(gzip.compress(b"x"))
    for path in (empty, archive, tmp_path / "missing.txt"):
        assert len(rejected(path)) == 1


def test_control_and_direction_characters_do_not_get_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A\u202eB\x00C\u200b D\u2066E \ufeff\x1b[0m", encoding="utf-8")
    assert articles(path)[0].text == "ABC DE [0m"


def test_a_file_named_sample_is_an_invented_article(tmp_path: Path) -> None:
    path = tmp_path / "a.sample.txt"
    path.write_text("Invented words.", encoding="utf-8")
    assert articles(path)[0].sample
