"""The section of a language file about figures that outlets may state differently."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.languages.sections import Words


@dataclass(frozen=True, slots=True)
class DifferenceWords:
    """How a language states figures. A blank matches any white space.

    In `kinds`, {n} is a figure with the words around it that bound it, and {who} up to three words for whom
    or what it counts, with the white space before them.

    Args:
        numbers: A number in digits, then the words for it ("20 twenty"); plain words.
        joined_by: Between a ten and a unit ("twenty-one"); the order doesn't matter.
        multipliers: The same for what multiplies the number before it ("1000 thousand").
        at_least, at_most, about: Before a figure; `..._after`: after it.
        range: Between the ends of a range ("three to five").
        people: What people are called whatever they are ("persons", "victims").
        others: Near a figure, say that it adds to another one ("another", "more").
        parts: Before a figure, say that it is a part of another one ("including").
        part_of: After a figure, say so ("of them").
        joins: Between the terms of a sum ("and").
        elsewhere: In a sentence, say that it is about another time or event ("last year", "since").
        unsure: In a sentence, say that something may not be so ("could", "denied", "feared").
        units: Words after a number that measure something: no {who} ("days", "percent").
        denials: Verbs of denial before what is denied ("denied").
        doubts: In a sentence, say that it doesn't state what its words are about ("not", "rumours").
        ages_behind: How an age follows a name ("Ann Lind, 34"), with {n}; matches white space as written.
        ages_before: How it precedes one ("34-year-old teacher Ann Lind").
        not_then: Before a time, say that something began, ended or repeats ("since", "every").
        not_then_behind: The same behind it ("dernier").
        not_yet: In a sentence, say that something is to come ("will").
        clock_before, clock_behind: Next to a time of day ("at", "Uhr").
        kinds: What is counted -> how a sentence states it ("{n}{who} were killed").
    """

    numbers: Words = ()
    joined_by: Words = ()
    multipliers: Words = ()
    at_least: Words = ()
    at_most: Words = ()
    about: Words = ()
    at_least_after: Words = ()
    about_after: Words = ()
    range: Words = ()
    people: Words = ()
    others: Words = ()
    parts: Words = ()
    part_of: Words = ()
    joins: Words = ()
    elsewhere: Words = ()
    unsure: Words = ()
    units: Words = ()
    denials: Words = ()
    doubts: Words = ()
    ages_behind: Words = ()
    ages_before: Words = ()
    not_then: Words = ()
    not_then_behind: Words = ()
    not_yet: Words = ()
    clock_before: Words = ()
    clock_behind: Words = ()
    kinds: Mapping[str, Words] = field(default_factory=dict)
