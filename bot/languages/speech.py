"""The sections of a language file about who says what: outlets that are cited, speakers who are quoted."""

from dataclasses import dataclass

from bot.languages.sections import Words


@dataclass(frozen=True, slots=True)
class CitationWords:
    """How a language cites outlets; fragments of regular expressions, as in `sections`.

    A mention of an outlet is a citation when one of these holds:

    - `cue_before` comes before it, with only `noun` and `filler_before` between.
    - `report_after` follows it, with only `filler_after` between.
    - `say_after` does, unless the outlet speaks as a company ("said it would cut jobs": `company_after`).
    - `voice_after` or `voice_at_end` does, and `state_before` comes before it.
    - It is the sentence's subject and `report_at_end` ends the sentence ("..., öne sürdü").
    - Its reporter (`staff_after`) is, and `witness_at_end` ends the sentence.
    - `told_prefix` is written on to it, after a `told_cue` and no `not_told`.

    Args:
        noun: What an outlet is ("newspaper"). Next to an ordinary word it makes that word an outlet's name.
        corporate_after: Makes the mention a company's or a prize's name, not a source.
        inverted_after: Right after the mention, another subject's verb (", indique un communiqué").
        joined_by: Between two outlets cited together.
        plan_at_end: With `report_at_end`: what the outlet will do itself, unless `possessive` comes before.
        on_air, say_anywhere: Together make "on CNN, ..." a citation.
        weak_before, that_after: Around an ordinary word, make it an outlet's name.
    """

    noun: Words = ()
    filler_before: Words = ()
    cue_before: Words = ()
    filler_after: Words = ()
    report_after: Words = ()
    say_after: Words = ()
    company_after: Words = ()
    corporate_after: Words = ()
    inverted_after: Words = ()
    joined_by: Words = ()
    state_before: Words = ()
    voice_after: Words = ()
    voice_at_end: Words = ()
    report_at_end: Words = ()
    staff_after: Words = ()
    witness_at_end: Words = ()
    plan_at_end: Words = ()
    possessive: Words = ()
    on_air: Words = ()
    say_anywhere: Words = ()
    weak_before: Words = ()
    that_after: Words = ()
    told_prefix: Words = ()
    told_cue: Words = ()
    not_told: Words = ()


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """Words by which a text says that somebody speaks; all plain text.

    `bot.summaries.attribution` has a finder for each language with reporting verbs. English verbs are in
    their base form, irregular ones with past and participle ("say said said"); other languages list every
    form.

    Args:
        verbs: Reporting verbs: "X said (that) ...", "..., X said".
        according: Before the source ("according to").
        that: Conjunctions between verb and quoted content.
        not_speaker: After a verb, shows that no speaker is named there.
        object_verbs: Take what somebody is for or against ("X criticized ...").
        infinitive_verbs: Take what somebody will do ("X refused to go").
        naming_verbs: Count only before a quotation ('X called it "a mistake"').
        inverted_verbs: May come before their subject ("..., said X").
        participle_verbs: Continue an attribution ("..., adding that ...").
        quoting_verbs: "X quoted Y as saying ...".
        addressing_verbs: Take a listener ("informed Reuters").
        plural_verbs: Their base form serves a plural subject; other base forms are as often nouns.
        noun_like_verbs: Their form in -s is a noun too; count only before "that", a colon or a quotation.
        often_silent_verbs: Count only with "that", a colon or a quotation ("continued its run").
        matter_verbs: With a plain noun they name a matter and quote nobody ("acknowledged contacts").
        nouns: Reporting nouns ("X's claim that ...").
        documents: Texts and shows that say something ("X sent a letter saying ...").
        labels: In capitals before a colon, these are nobody's name.
        never_subject: Never a subject, nor a subject's first word.
        never_in_subject: Never part of a subject.
        subordinators: First words of a clause that says when or why, not what somebody says.
        separable: Verbs that report only with one of their particles ("teilte mit"): verb, then particles.
        particles: At a clause's end, they change the meaning of a verb ("sagte ... ab").
        subjunctive: Forms that only reported speech has ("sei").
        pronouns: Stand for the last speaker, as a subject.
        adverbs, auxiliaries: Between subject and verb.
        nouns_in_ly: Nouns that end as adverbs do ("family").
        lead_ins: Before a subject and no part of it.
        adjuncts: Begin a phrase before a subject ("In a letter to its owners").
        determiners: Begin a noun phrase.
        speakers: Stems of offices, people and bodies that speak, where nouns have no capitals to tell them.
        titles: Offices and forms of address, before a name; "-x" for the ending of a compound.
        titles_as_surnames: Titles that are surnames, too ("King"), in small letters.
        speaks_for: Roles before "for" ("spokesman for Lind").
        relations: Lead from a speaker to whom they are named after ("spokesman for Lind").
        joining: Between two speakers ("and").
        name_ends: Begin what follows a speaker's name and is no part of it ("on Monday").
        not_names: First words of what names no speaker ("based on documents").
        collectives: Speakers without a name, in small letters: the last or only word of a label,
            its first one where no capitals tell names.
        days: Days and months, before titles and names.
    """

    verbs: Words = ()
    according: Words = ()
    that: Words = ()
    not_speaker: Words = ()
    object_verbs: Words = ()
    infinitive_verbs: Words = ()
    naming_verbs: Words = ()
    inverted_verbs: Words = ()
    participle_verbs: Words = ()
    quoting_verbs: Words = ()
    addressing_verbs: Words = ()
    plural_verbs: Words = ()
    noun_like_verbs: Words = ()
    often_silent_verbs: Words = ()
    matter_verbs: Words = ()
    nouns: Words = ()
    documents: Words = ()
    labels: Words = ()
    never_subject: Words = ()
    never_in_subject: Words = ()
    subordinators: Words = ()
    separable: Words = ()
    particles: Words = ()
    subjunctive: Words = ()
    pronouns: Words = ()
    adverbs: Words = ()
    auxiliaries: Words = ()
    nouns_in_ly: Words = ()
    lead_ins: Words = ()
    adjuncts: Words = ()
    determiners: Words = ()
    speakers: Words = ()
    titles: Words = ()
    titles_as_surnames: Words = ()
    speaks_for: Words = ()
    relations: Words = ()
    joining: Words = ()
    name_ends: Words = ()
    not_names: Words = ()
    collectives: Words = ()
    days: Words = ()
