"""Where the corpus and the data are when no setting says so."""

from pathlib import Path

from platformdirs import user_data_path

CORPUS, DATA = Path("seeds"), Path("data")
_PACKAGE = Path(__file__).parent


def default_corpus() -> Path:
    """Return `seeds` in the current folder if there is one, else the samples that come with newsbot."""
    if CORPUS.is_dir():
        return CORPUS
    in_wheel = _PACKAGE / CORPUS
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parents[1] / CORPUS


def default_data() -> Path:
    """Return `data` where newsbot already lives in the current folder, else the user's data folder.

    Newsbot lives in a folder with `seeds` (a checkout), or with a database or an index in `data`.
    """
    at_home = CORPUS.is_dir() or (DATA / "newsbot.db").is_file() or (DATA / "index").is_dir()
    return DATA if at_home else user_data_path("newsbot", appauthor=False)
