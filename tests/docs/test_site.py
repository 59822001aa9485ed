"""The documentation site: complete, self-contained, every link checked."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts.docs_hook import PROJECT_PAGES, site_links

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as `make docs` does: a broken link or a page that no menu lists is an error."""
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


class Loaded(HTMLParser):
    """What a page loads: scripts, styles, pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag loads."""
        values = dict(attrs)
        loads = values.get("rel") not in ("canonical", "next", "prev", "edit")
        key = "href" if tag == "link" and loads else "src"
        if address := values.get(key):
            self.addresses.append(address)


def loaded(page: Path) -> list[str]:
    parser = Loaded()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.addresses


@pytest.mark.slow
def test_pages_load_nothing_from_other_hosts(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 70
    addresses = {address for page in pages for address in loaded(page)}
    assert any(address.endswith(".js") for address in addresses)
    assert not [address for address in addresses if re.match(r"\w+:|//", address)]
    styles = "".join(style.read_text(encoding="utf-8") for style in site.rglob("*.css"))
    assert not re.search(r"url\([\"']?(https?:)?//", styles)


@pytest.mark.slow
def test_project_pages_are_searchable(site: Path) -> None:
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    for page in PROJECT_PAGES.values():
        assert f'"location":"{page.removesuffix("index.md").removesuffix(".md")}' in index


@pytest.mark.parametrize(
    ("markdown", "page", "shown"),
    [
        ("[a](CONTRIBUTING.md#style)", "project/architecture.md", "[a](contributing.md#style)"),
        ("[a](docs/decisions/README.md)", "project/architecture.md", "[a](../decisions/README.md)"),
        ("[a](../docs/sources.md)", "project/samples.md", "[a](../sources.md)"),
        ("[a](../../ARCHITECTURE.md)", "operators/install.md", "[a](../project/architecture.md)"),
        ("[deploy/](../../deploy/nginx.conf)", "operators/webhook.md", "`deploy/`"),
        ("[a](https://news.example/b.md)", "operators/install.md", "[a](https://news.example/b.md)"),
        ("![a](preview.png)", "index.md", "![a](preview.png)"),
        ("[a](missing.md)", "index.md", "[a](missing.md)"),
    ],
)
def test_links_lead_to_pages_of_the_site(markdown: str, page: str, shown: str) -> None:
    assert site_links(markdown, page) == shown
