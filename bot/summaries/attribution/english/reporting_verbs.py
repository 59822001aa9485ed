"""English reporting verbs in all their forms, sorted by how they are used."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.languages.language import language
from bot.languages.speech import AttributionWords
from bot.summaries.attribution.english.inflection import VerbForms, inflect


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """Forms of verbs in small letters.

    Args:
        tails: A form's first word -> what may follow it in a form ("" for nothing), longest first.
        objects: Take what somebody is for or against: "criticized".
        naming: Count only before a quotation: "labelled".
        ambiguous: Are nouns too: "claims".
        often_silent: Count only with "that", a colon or a quotation: "continued".
        plural: Base forms after a plural subject.
        spoken: What follows is always somebody's words.
        inverted: May come before their subject: "..., said X".
        continuing: Forms in -ing that continue an attribution: "adding".
        quoting: "X quoted Y as saying ...".
        addressing: Take a listener: "informed".
        infinitive: Take what somebody will do: "refused to".
        past: Pasts and participles, which are passive after "was".
        participles: Participles that are no past: "known".
        progressive: Forms in -ing.
    """

    tails: dict[str, tuple[str, ...]]
    objects: frozenset[str]
    naming: frozenset[str]
    ambiguous: frozenset[str]
    often_silent: frozenset[str]
    plural: frozenset[str]
    spoken: frozenset[str]
    inverted: frozenset[str]
    continuing: frozenset[str]
    quoting: frozenset[str]
    addressing: frozenset[str]
    infinitive: frozenset[str]
    past: frozenset[str]
    participles: frozenset[str]
    progressive: frozenset[str]


@cache
def reporting_verbs() -> ReportingVerbs:
    """Return the verbs of `en.toml`."""
    listed = language("en").attribution
    plain, objects, naming = (
        [inflect(entry) for entry in entries]
        for entries in (listed.verbs, listed.object_verbs, listed.naming_verbs)
    )
    own = [*plain, *objects]
    every = [*own, *naming]
    known = {form for verb in own for form in (verb.third, verb.past, verb.ing)}
    progressive = frozenset(verb.ing for verb in every)
    plural = frozenset(listed.plural_verbs)
    pasts = {verb.past for verb in own}
    return ReportingVerbs(
        tails=_tails({form for verb in every for form in verb.finite} | plural | progressive),
        objects=_forms([*objects, *naming]),
        naming=frozenset(form for verb in naming for form in (*verb.finite, verb.ing)) - known,
        ambiguous=frozenset(verb.third for verb in own if verb.base in listed.noun_like_verbs),
        often_silent=_forms(_with_base(plain, listed.often_silent_verbs)),
        plural=plural - {verb.past for verb in plain},
        spoken=_forms(_with_base(plain, _speaking(listed))),
        inverted=frozenset(
            form for verb in _beginning_with(plain, listed.inverted_verbs) for form in (verb.third, verb.past)
        ),
        continuing=frozenset(inflect(verb).ing for verb in listed.participle_verbs),
        quoting=frozenset(form for verb in map(inflect, listed.quoting_verbs) for form in verb.finite),
        addressing=_forms(_beginning_with(plain, listed.addressing_verbs)),
        infinitive=_forms(_with_base(every, listed.infinitive_verbs)),
        past=frozenset(form for verb in every for form in (verb.past, verb.participle)),
        participles=frozenset(verb.participle for verb in own) - pasts - plural,
        progressive=progressive,
    )


def _speaking(listed: AttributionWords) -> set[str]:
    """Verbs whose object is always somebody's words."""
    return {*listed.inverted_verbs, *listed.plural_verbs, *listed.participle_verbs} - {*listed.matter_verbs}


def _with_base(verbs: Iterable[VerbForms], bases: Iterable[str]) -> list[VerbForms]:
    wanted = frozenset(bases)
    return [verb for verb in verbs if verb.base in wanted]


def _beginning_with(verbs: Iterable[VerbForms], first_words: Iterable[str]) -> list[VerbForms]:
    """Return verbs with any particle or none: "write" and "write off"."""
    wanted = frozenset(first_words)
    return [verb for verb in verbs if verb.base.split()[0] in wanted]


def _forms(verbs: Iterable[VerbForms]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in verb.all)


def _tails(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    tails: dict[str, set[str]] = {}
    for form in forms:
        first, blank, rest = form.partition(" ")
        tails.setdefault(first, set()).add(blank + rest)
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in tails.items()}
