"""Imports libraries without parts that newsbot never uses: 24 MB and 0.2 s of a start."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import NoReturn

_OPTIONAL = {
    "httpx": ("httpx._main",),  # its command line, with click, rich and pygments
    "listparser": ("lxml", "requests"),  # it has a parser of its own, and newsbot passes it bytes
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


class _LeftOut:
    """What a name in a part that was left out refers to; using it raises an ImportError that says so."""

    def __init__(self, name: str, module: str) -> None:
        self._text = f"{name} was left out of an import; import it from {module}"

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # the import system and others ask whether such names exist
            raise AttributeError(name)
        self._fail()

    def _fail(self, *_: object, **__: object) -> NoReturn:
        raise ImportError(self._text)

    __call__ = __getitem__ = __mro_entries__ = __instancecheck__ = __subclasscheck__ = _fail


class _Replacement(ModuleType):
    """A module that has every name, for a library that only passes them on."""

    def __getattr__(self, name: str) -> _LeftOut:
        if name.startswith("__"):
            raise AttributeError(name)
        return _LeftOut(name, self.__name__)


def import_lean(*libraries: str) -> None:
    """Import libraries without the parts that newsbot never uses.

    Afterwards the parts can be imported as usual, by their own names: `sqlalchemy.ext.asyncio.session` has
    AsyncSession, whereas that name in `sqlalchemy.ext.asyncio` raises an ImportError when it is used. Call
    this before any thread may import the parts.
    """
    for library in libraries:
        missing: dict[str, ModuleType | None] = dict.fromkeys(_OPTIONAL.get(library, ()))
        with _instead(missing | {name: _Replacement(name) for name in _REPLACED.get(library, ())}):
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
