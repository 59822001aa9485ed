"""Adds the pages outside `docs/` to the documentation site, and resolves links between them and `docs/`.

mkdocs calls `on_files` once and `on_page_markdown` for each page (`hooks` in mkdocs.yml).
"""

import os
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
PROJECT_PAGES = {
    "ARCHITECTURE.md": "project/architecture.md",
    "CHANGELOG.md": "project/changelog.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "SECURITY.md": "project/security.md",
    "seeds/README.md": "project/samples.md",
    "README.md": "index.md",
}
"""Page of the site by file of the repository; the site has a start page of its own instead of README.md."""
_FILES = {page: file for file, page in PROJECT_PAGES.items() if page != "index.md"}
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!\w+:|#)([^)#\s]+)(#[^)]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the files of the site with the project's pages."""
    for page, file in _FILES.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / file)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return a page's Markdown with links as the site has them; history comes last in search."""
    if page.file.src_uri.startswith(("decisions/", "project/changelog")):
        page.meta["search"] = {"boost": 0.3}
    return site_links(markdown, page.file.src_uri)


def site_links(markdown: str, page: str) -> str:
    """Return Markdown whose links to files lead to pages of the site; without such a page they become text.

    Args:
        page: The page's path in the site, such as `operators/install.md`.
    """
    folder = Path(_FILES.get(page, f"docs/{page}")).parent

    def resolved(link: re.Match[str]) -> str:
        text, target, anchor = link[1], link[2], link[3] or ""
        file = os.path.normpath(folder / target)
        if file in PROJECT_PAGES or file.startswith("docs/"):
            there = PROJECT_PAGES.get(file, file.removeprefix("docs/"))
            return f"[{text}]({os.path.relpath(there, Path(page).parent)}{anchor})"
        return text if not (ROOT / file).is_file() else text if "`" in text else f"`{text}`"

    return _LINK.sub(resolved, markdown)
