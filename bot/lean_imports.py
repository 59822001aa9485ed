"""Imports libraries without parts that newsbot never uses: 24 MB and 0.2 s of a start."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_OPTIONAL = {
    "httpx": ("httpx._main",),  # its command line, with click, rich and pygments
    "listparser": ("lxml", "requests"),  # it parses without, and newsbot passes it bytes
    "structlog": ("rich",),  # for tracebacks in colours
    "telegram": ("cryptography",),  # for Telegram Passport
}
"""Parts that a library does without where they are not installed, by library."""
_REPLACED = {
    "sqlalchemy.ext.asyncio": ("sqlalchemy.ext.asyncio.scoping", "sqlalchemy.ext.asyncio.session"),  # the ORM
    "uvicorn": ("uvicorn.main",),  # its command line, with click and watchfiles
}
"""Parts of a library that it imports only to pass their names on, by library."""


_TRIED_AGAIN = {"httpx": ("sniffio",)}
"""What a library tries to import at every request, if it is not installed: six searches of all folders."""


class _Nothing(ModuleType):
    """A module in which every name is None."""

    def __getattr__(self, name: str) -> None:
        return None


def import_lean(*libraries: str) -> None:
    """Import libraries without the parts that newsbot never uses.

    Afterwards the parts can be imported as usual. Call it before any thread may import them.
    """
    for library in libraries:
        missing: dict[str, ModuleType | None] = dict.fromkeys(_OPTIONAL.get(library, ()))
        with _instead(missing | {name: _Nothing(name) for name in _REPLACED.get(library, ())}):
            import_module(library)
        for name in _TRIED_AGAIN.get(library, ()):
            if name not in sys.modules and find_spec(name) is None:
                sys.modules[name] = None  # type: ignore[assignment]  # the next import fails at once


@contextmanager
def _instead(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Let imports of modules that are not loaded yet return others inside the block, or fail for None."""
    hidden = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(hidden)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
