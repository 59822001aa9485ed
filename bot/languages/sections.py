"""The sections of a language file: one class each, one field a key.

Every key may be missing. A key holds a list; a list of single words may also be one string, split at white
space. Unless a section says otherwise, an entry is a fragment of a regular expression, matched without regard
to case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How search reads words; plain text in small letters.

    Args:
        never_names: Stop words that are no name even with a capital: articles, forms of address.
        typed_small: Stop words that people also type in small letters for a name ("us" for US).
        own_first_letters: Beginnings of words whose first letter looks like a prefix but is none.
    """

    never_names: Words = ()
    typed_small: Words = ()
    own_first_letters: Words = ()


@dataclass(frozen=True, slots=True)
class Dates:
    """Words around full dates on pages: "Oct. 3rd, 2026 at 14:30".

    Args:
        day_suffixes: Follow a day's number ("3rd").
        before_month: Between day and month ("3rd of October").
        before_year: Between month and year ("octubre de 2026").
        before_time: Between date and time of day ("at 14:30").
    """

    day_suffixes: Words = ()
    before_month: Words = ()
    before_year: Words = ()
    before_time: Words = ()


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods in questions: "last week", "since October 2026". A blank matches any white space.

    Places in braces: {unit} a unit of time, {day} a weekday, {one} either, {count} a number, {month}, {year},
    {date} a day or month with its year, {clear} what can only be a time, {when} the same or a bare month,
    weekday or year.

    Args:
        units: Hour, day, week, month, year, each with its forms ("day|days").
        weekdays: Monday to Sunday, each with its forms.
        numbers: The words for 1 to 10, several for one number if need be.
        relative_days: Single words for days, as days from today.
        last: The unit or weekday before this one, {clear}.
        this: The present unit or weekday, {clear}.
        ago: A point in the past, {clear}.
        date: How {date} is written, besides month and year.
        between, past, since, after, before, until, within: Whole periods; of two that begin together the
            longer one wins.
        common_word_in: Words for periods -> languages in whose questions they are ordinary words.
        only_with_year: Names of months that are ordinary words without a year.
    """

    units: Words = ()
    weekdays: Words = ()
    numbers: tuple[Words, ...] = ()
    relative_days: Mapping[str, int] = field(default_factory=dict)
    last: Words = ()
    this: Words = ()
    ago: Words = ()
    date: Words = ()
    between: Words = ()
    past: Words = ()
    since: Words = ()
    after: Words = ()
    before: Words = ()
    until: Words = ()
    within: Words = ()
    common_word_in: Mapping[str, Words] = field(default_factory=dict)
    only_with_year: Words = ()

    def __post_init__(self) -> None:
        for name, values, count in (
            ("units", self.units, 5),
            ("weekdays", self.weekdays, 7),
            ("numbers", self.numbers, 10),
        ):
            if len(values) not in (0, count):
                raise ValueError(f"{name}: {count} expected, {len(values)} found")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Lines of a page that are not the article.

    Args:
        share: Buttons; a line of nothing but these is one.
        related_heading: Above links to other articles, or before one on the same line.
        cookie, newsletter: Anywhere in a notice about cookies or an offer of a newsletter.
        picture_credit, copyright, navigation: The whole line.
        section_names: Sections of a site in capitals that are no outlet's name; plain text.
        blog_footer: The line that blog programs add below an entry, without its full stop.
        furniture: Opens a sentence that is part of the page, not of the article ("Pictured:").
        link_label: What links are called that are no sentence ("read more"), and what leads up to them.
    """

    share: Words = ()
    related_heading: Words = ()
    cookie: Words = ()
    newsletter: Words = ()
    picture_credit: Words = ()
    copyright: Words = ()
    navigation: Words = ()
    section_names: Words = ()
    blog_footer: Words = ()
    furniture: Words = ()
    link_label: Words = ()


@dataclass(frozen=True, slots=True)
class Bylines:
    """Who wrote it, and when.

    Args:
        by: Before the names on the same line.
        by_alone: A line of its own above the name.
        joined_by: Between two names.
        name_particles: Words of a name in small letters ("van", "and"); plain text.
        around_dates: May surround the date on a line that holds a date only.
        roles: What a person does at an outlet, before or after the name ("reporter").
        never_names: Words of headings that are part of no person's name ("News"); plain text.
        updated: Before the date of a later version.
        outlet_nouns: What a paper calls itself before its name ("Tageszeitung").
    """

    by: Words = ()
    by_alone: Words = ()
    joined_by: Words = ()
    name_particles: Words = ()
    around_dates: Words = ()
    roles: Words = ()
    never_names: Words = ()
    updated: Words = ()
    outlet_nouns: Words = ()


@dataclass(frozen=True, slots=True)
class Datelines:
    """The place before a report's first sentence.

    Args:
        places: Names of places, for scripts without capitals; plain text.
        mixed_case: Whether a place opens a report without capitals or agency ("Berlin - Die ...").
    """

    places: Words = ()
    mixed_case: bool = False


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom a page credits the article to.

    Args:
        label: Before the original source ("Source: ...").
        nobody: Sources that name nobody ("agencies").
        permalink: Right before the outlet's name in a link to the original page.
        own_name_after: Right before the outlet's name in the site's own boilerplate.
        own_name_before: Right after it there.
    """

    label: Words = ()
    nobody: Words = ()
    permalink: Words = ()
    own_name_after: Words = ()
    own_name_before: Words = ()


@dataclass(frozen=True, slots=True)
class OutletNames:
    """Words by which a name is recognised as an outlet's that the gazetteer lacks. Case matters.

    Args:
        agency_last, paper_last, broadcaster_last: The name's last word.
        noun_after: Right after the name.
        noun_before: Right before the name in quotes.
        not_before: Never right before the last word ("Border Post"); plain text.
        not_first: Never the name's first word; plain text.
    """

    agency_last: Words = ()
    paper_last: Words = ()
    broadcaster_last: Words = ()
    noun_after: Words = ()
    noun_before: Words = ()
    not_before: Words = ()
    not_first: Words = ()


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where sentences end, and which can't stand alone.

    Args:
        abbreviations: With their dot; those in capital letters ("Mr.") only count when written so.
        before_number: With their dot in small letters; abbreviations only before a number ("no. 5").
        ordinal_dot: Whether "3." is how the language writes "third".
        dependent_openings: First words of a sentence that needs the sentence before it ("He", "However").
        openings: Words that with a capital only open sentences ("But"), and are part of no name; plain text.
        inner_capitals: Stop words that have a capital inside sentences, too ("Sie"); plain text.
        colon_ends: Whether a capital letter after a colon shows that a whole sentence follows.
    """

    abbreviations: Words = ()
    before_number: Words = ()
    ordinal_dot: bool = False
    dependent_openings: Words = ()
    openings: Words = ()
    inner_capitals: Words = ()
    colon_ends: bool = False
