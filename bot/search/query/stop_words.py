"""A query's stop words: which are dropped, and which are names ("WHO", "Theresa May")."""

from collections.abc import Sequence
from dataclasses import replace

from bot.languages.language import language as language_of
from bot.languages.phrases import pattern
from bot.languages.stopwords import stop_words
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.capitals import has_capital, names_among
from bot.search.query.ast import And, Node, Or, Phrase, Prefix, Word, all_of, leaves
from bot.search.words import find_words

_QUESTION_KEYS = ("names", "times", "places", "reasons", "counts", "amounts", "durations")


class StopWords:
    """The stop words of a query.

    Args:
        text: The query.
        languages: It may be in any of these (ISO 639-1).
    """

    def __init__(self, text: str, languages: Sequence[str]) -> None:
        self._text = text
        lists = [stop_words(code) for code in languages]
        self._in_all = frozenset.intersection(*lists) if lists else frozenset[str]()
        self._in_any = frozenset[str]().union(*lists)
        known = [language_of(code).spelling for code in languages]
        self._never_names = {word for entry in known for word in entry.never_names}
        self._typed_small = {word for entry in known for word in entry.typed_small}
        self._names = self._find_names(text) if self._in_any else frozenset[int]()

    def as_meant(self, word: str, position: int) -> str:
        """Return a word of the query with a capital only if it may be a name.

        Args:
            position: Where the word begins in the query.
        """
        small = word.casefold()
        if small not in self._in_any:
            return word
        if small in self._typed_small:
            return word.upper()
        return word if position in self._names or not has_capital(word) else word.lower()

    def quoted(self, word: str) -> str:
        """Return a word that is alone in quotation marks, in capitals if it would be dropped otherwise."""
        return word.upper() if word.casefold() in self._in_any - self._never_names else word

    def drops(self, word: str) -> bool:
        """Return whether a word, as meant, is only a stop word."""
        return word.casefold() in self._in_all and not has_capital(word)

    def name_alone(self, word: str) -> str | None:
        """Return the only word of a query as it was typed, if that makes it a name."""
        if not self.drops(word) or not _may_be_name(word, self._never_names):
            return None
        typed = next((found[0] for found in find_words(self._text) if found[0].casefold() == word), "")
        if typed == typed.upper() != typed.lower():
            return typed
        questioning = "?" in self._text or _is_question_word(word)
        return typed if has_capital(typed) and not questioning else None

    def _find_names(self, text: str) -> frozenset[int]:
        words = list(find_words(text))
        spelled = [word[0] for word in words]
        names = names_among(text, spelled, lambda word: word.casefold() in self._in_any)
        return frozenset(
            words[index].start()
            for index in names
            if _may_be_name(words[index][0].casefold(), self._never_names)
        )


def without_stop_words(root: Node | None, stop_words: StopWords) -> Node | None:
    """Return the query without its language's stop words, which can be rare words elsewhere ("in", "die").

    One that is all there is to look for is a name, if it has a capital ("WHO", "May").
    """
    alone = only_word(root)
    if root is not None and alone and (name := stop_words.name_alone(alone)):
        return with_word(root, alone, name)
    if not isinstance(root, And):
        return root
    kept = [node for node in root.nodes if not (isinstance(node, Word) and stop_words.drops(node.text))]
    return all_of(kept) if kept else root


def has_only_stop_words(root: Node, language: str | None) -> bool:
    """Return whether a query looks for stop words only."""
    analyzer = analyzer_for(analyzer_language(language or "und"))
    texts = [leaf.text if isinstance(leaf, Word) else "" for leaf, _ in leaves(root)]
    return all(text and analyzer.term(text) is None for text in texts)


def only_word(root: Node | None) -> str | None:
    """Return the only word that a query looks for, None if there are several, or phrases."""
    wanted = [
        leaf for leaf, negated in leaves(root) if isinstance(leaf, Word | Phrase | Prefix) and not negated
    ]
    return wanted[0].text if len(wanted) == 1 and isinstance(wanted[0], Word) else None


def with_word(root: Node, word: str, replacement: str) -> Node:
    """Return a query with another word in place of one that is not negated."""
    if isinstance(root, And | Or):
        return replace(root, nodes=tuple(with_word(node, word, replacement) for node in root.nodes))
    return Word(replacement) if root == Word(word) else root


def _may_be_name(word: str, never_names: set[str]) -> bool:
    return len(word) > 1 and word not in never_names and word.isalpha()


def _is_question_word(word: str) -> bool:
    return any(pattern(f"questions.{key}").fullmatch(word) for key in _QUESTION_KEYS if key != "counts")
