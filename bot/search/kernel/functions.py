"""Declares compiled functions."""

import ctypes
from collections.abc import Callable
from typing import Any

ADDRESS, LONG = ctypes.c_void_p, ctypes.c_int64
_TYPES = {"a": ADDRESS, "l": LONG, "d": ctypes.c_double}


def declare(function: Any, arguments: str, result: Any = LONG) -> Callable[..., Any]:
    """Return a function of a library with its types set.

    Args:
        arguments: A letter for each: "a" for an address, "l" for 64 bits, "d" for a double.
        result: Type of what it returns, None for nothing.
    """
    function.argtypes, function.restype = [_TYPES[letter] for letter in arguments], result
    declared: Callable[..., Any] = function
    return declared
