"""The sections of a language file about what people write to the bot: fillers, greetings, questions."""

from dataclasses import dataclass

from bot.languages.sections import Words


@dataclass(frozen=True, slots=True)
class Fillers:
    """What people write around what they ask about. A blank matches any white space.

    Leave out common words that follow a filler ("about", "in"): they are stop words, and a period may need
    them ("what happened in 2026").

    Args:
        openings: Before the matter ("latest news"); a report may begin so, too.
        requests: The same, but only somebody who asks writes them ("tell me").
        asking: The same with a question word ("what happened").
        endings: After it ("hakkında son haberler").
    """

    openings: Words = ()
    requests: Words = ()
    asking: Words = ()
    endings: Words = ()


@dataclass(frozen=True, slots=True)
class Greetings:
    """What people write to a bot before they ask: whole phrases, compared without case, accents, punctuation.

    Args:
        hello, help, thanks: Each kind's phrases.
        around: What may stand around them ("dear", "bot").
    """

    hello: Words = ()
    help: Words = ()
    thanks: Words = ()
    around: Words = ()


@dataclass(frozen=True, slots=True)
class TopStories:
    """How people ask for the news as a whole: whole phrases, compared as greetings are.

    Args:
        requests: For the top stories ("headlines", "what happened").
        updates: The same, and below an earlier answer for what is new since then ("what's new").
        around: What may stand around them, and around a period ("the", "of", "please").
    """

    requests: Words = ()
    updates: Words = ()
    around: Words = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """What questions ask for, and the words in which sentences answer. A blank matches any white space.

    Args:
        counts: Ask how many; {noun} is what is counted ("how many {noun}").
        amounts: Ask for money, a price or a share.
        durations: Ask for a length of time.
        ages: Ask how old somebody or something is.
        times: Ask for a date or a time.
        places: Ask for a place.
        reasons: Ask for a reason.
        statements: Ask for somebody's words; {speaker} is whose.
        names: Ask for a person, an organisation or the name of a thing.
        number_words: Numbers beyond those of the periods ("dozens", "half").
        amount_words: Currencies and measures of an amount.
        duration_words: Units of time, and words next to an age.
        age_forms: Ways to give an age, with `{n}` for the number.
        time_words: Times besides months, weekdays and years ("tomorrow", "spring").
        reason_words: Introduce a reason ("because", "due to").
        reason_hints: May introduce one ("after", "for failing").
        statement_words: Report speech, besides quotation marks.
        place_words: Stand before a place ("in", "near").
        follow_ups: Open a message that continues the previous one ("and", "what about").
        next_page: Whole messages that ask for the next page ("more", "go on").
        references: Stand for something in the previous message ("he", "there").
        furniture: Words of a question that articles needn't contain ("how many", "according to").
        synonyms: Groups of words, in all common forms, one of which may answer another ("died killed").
        attached: Letters that are written before a word as a part of it, and that search leaves there.
        identities: Ask who or what something is; a short question of this form has no verb.
        clitics: What may be written before a word as its beginning ("و", "ال").
        yes_no: Stand in a question that is answered with yes or no.
        existence: Ask whether something exists at all ("is there").
        negations: Negate a word that follows ("not", "refused to").
        negations_after: Negate a word before them ("değil").
        negative_endings: Negate the word that ends in them ("-medi").
        opposites: Two lists that exclude each other, with a stroke between; commas between their entries.
        ordinals: The words for first, second, ..., one number each ("second 2nd").
        ordinals_after_noun: Whether they stand after what they number.
    """

    counts: Words = ()
    amounts: Words = ()
    durations: Words = ()
    ages: Words = ()
    times: Words = ()
    places: Words = ()
    reasons: Words = ()
    statements: Words = ()
    names: Words = ()
    number_words: Words = ()
    amount_words: Words = ()
    duration_words: Words = ()
    age_forms: Words = ()
    time_words: Words = ()
    reason_words: Words = ()
    reason_hints: Words = ()
    statement_words: Words = ()
    place_words: Words = ()
    follow_ups: Words = ()
    next_page: Words = ()
    references: Words = ()
    furniture: Words = ()
    synonyms: Words = ()
    attached: Words = ()
    identities: Words = ()
    clitics: Words = ()
    yes_no: Words = ()
    existence: Words = ()
    negations: Words = ()
    negations_after: Words = ()
    negative_endings: Words = ()
    opposites: Words = ()
    ordinals: Words = ()
    ordinals_after_noun: bool = False
