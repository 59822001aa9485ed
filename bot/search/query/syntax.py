"""The marks of the query language: quotes, signs, fields and operators."""

import re

OPENING_QUOTES = '"“„«»「『'
SIGNS = "-−!"
"""Mean NOT before a word; phones write the minus of mathematics, too."""
QUOTED = re.compile(r'["“„]([^"“”„]*)["”“]|«([^«»]*)»|»(?=\S)([^«»]*)(?<=\S)«|「([^「」]*)」|『([^『』]*)』')
FIELD = re.compile(r"(source|by|said|lang|after|before|since):(?=\S)|(source|lang):(?=\s|$)", re.IGNORECASE)
_FIELD_WITH_VALUE = re.compile(r"\b(?:source|by|said|lang|after|before|since):\S+")
OTHER_FIELD = re.compile(r"([A-Za-z][A-Za-z_]{1,19}):(?=[^\s:/])")
OPERATOR = re.compile(r"(?:(OR)|(AND)|(NOT))(?=[\s()\"“„«»]|$)|(?:(\|\|)|(&&))(?=\s|$)")
CHUNK = re.compile(r"[^\s()\"“”„«»「」『』]+")


def quoted(match: re.Match[str]) -> str:
    """Return what a match of `QUOTED` has between its marks."""
    return next((text for text in match.groups() if text), "")


def negates(text: str, position: int) -> bool:
    """Return whether a sign means NOT: not right after a word or quotation mark ("„A“-Team")."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if text[position] == "!":
        return before.isspace() and (after.isalnum() or after in tuple(f"({OPENING_QUOTES}"))
    return bool(after.strip()) and (not before or before.isspace() or before in "()-−")


def mask_quotes_and_fields(text: str) -> str:
    """Return a text of the same length with NUL in place of its quotes and fields."""
    for pattern in (QUOTED, _FIELD_WITH_VALUE):
        text = pattern.sub(lambda match: "\x00" * len(match[0]), text)
    return text
