"""Cited outlets: those the text gives as the source of a claim.

A name alone is no citation: it needs words around it that say who reports, or to whom somebody speaks. A
false citation is worse than a missed one, so doubtful mentions are left out.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.corpus.analysis.citation_patterns import CitationPatterns, patterns_for
from bot.corpus.analysis.gazetteer import STATE, STATE_TV, OutletMention, state_broadcaster
from bot.corpus.analysis.outlet_names import find_all_outlets
from bot.corpus.article import Certainty, Hop, Span
from bot.languages.scripts import PERSIAN_FORMS

WINDOW = 110
"""Characters before and after a mention that the patterns look at."""
_LONGEST_JOINT = 50
_LONGEST_PROGRAMME = 40
"""Characters between an outlet and the comma in "on CNN's Sunday programme, ..."."""
_ARABIC_TO = " ل"
"""The preposition "to", written on to the next word."""
_CREDIT_TAIL = re.compile(r"\s*(?:/|[Pp]hotos?\b|Images\b|and [Aa]gencies\b|via\b)")
_CREDIT_HEAD = re.compile(r"(?:[Pp]hotos? (?:by|:)|\w\s?/|\bvia|[Cc]ourtesy(?: of)?|©|\(c\)|[Cc]redit:?)\s*$")
_CAPITAL_BEFORE = re.compile(
    r"(?:^|[^.!?:\"“”]\s)(?!(?:The|A|An|In|On|But|And|Sur|Dans|Selon|Le|La|Les|Auf|Laut|Im|Bei|Der|Die|Das|Según|En|El|Los|Las)\b)[A-Z][\w’'-]+\s$"
)
_CAPITAL_AFTER = re.compile(r"\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class _Context:
    """A mention with the text around it, cut to what the patterns look at.

    Args:
        prefix: A letter written on to the name, as Arabic prepositions are; "" without one.
    """

    mention: OutletMention
    sentence: str
    before: str
    prefix: str
    after: str


def find_citations(
    text: str,
    sentences: tuple[Span, ...],
    *,
    language: str,
    title: str = "",
    own: frozenset[str] = frozenset(),
) -> tuple[Hop, ...]:
    """Return the outlets cited, each at its first citation, in text order.

    Args:
        text: The body; spans refer to it.
        sentences: The body's sentences.
        language: ISO 639-1 code; selects the patterns.
        title: The headline. An outlet in it is the subject of the news, or cited there; it has no span.
        own: Names the article as a whole is credited to.
    """
    written = text
    if _has_no_capitals(text):
        text = text.title()
    if language == "fa":
        text, title = text.translate(PERSIAN_FORMS), title.translate(PERSIAN_FORMS)
    patterns = patterns_for(language)
    mentions = find_all_outlets(title)
    subjects = frozenset(mention.name for mention in mentions if mention.kind != "agency")
    hops: dict[str, Hop] = {}
    for mention in _in_title(title, mentions, patterns):
        name = _resolve(mention, [], text, title)
        if name:
            hops[name] = Hop(name, _certainty(mention, name), title)
    known: list[str] = []
    for sentence, here in _by_sentence(text, sentences):
        if all(mention.name in known for mention in here):
            continue
        quote = text[sentence.start : sentence.end]
        for mention in _in_sentence(quote, here, patterns, subjects - own):
            name = _resolve(mention, known, text, title)
            place = Span(sentence.start + mention.start, sentence.start + mention.end)
            if name and (name not in hops or hops[name].span is None):
                hops.pop(name, None)  # a citation in the body replaces the title's, in text order
                evidence = written[sentence.start : sentence.end]
                hops[name] = Hop(name, _certainty(mention, name), evidence, place)
                known.append(name)
    return tuple(hop for hop in hops.values() if hop.name != STATE_TV)


def _has_no_capitals(text: str) -> bool:
    """Whether a text in a script with capitals has none, as some agencies' texts."""
    first = next(filter(str.isalpha, text), "")
    return first.islower() and text.islower() and len(text.title()) == len(text)


def _resolve(mention: OutletMention, known: list[str], text: str, title: str) -> str | None:
    """The outlet meant: "the Times" after "the New York Times", "state TV" of the one country in the text."""
    if mention.kind == STATE:
        named = [name for name in known if name.endswith(STATE_TV)]
        return named[-1] if named else state_broadcaster(f"{title} {text}")
    if mention.weak:
        last = mention.name.split()[-1]
        return next((name for name in reversed(known) if name.split()[-1] == last), mention.name)
    return mention.name


def _certainty(mention: OutletMention, name: str) -> Certainty:
    return Certainty.STATED if name == mention.name else Certainty.INFERRED


def _in_title(
    title: str, mentions: list[OutletMention], patterns: CitationPatterns
) -> Iterator[OutletMention]:
    """Yield outlets cited as in a sentence, or set off at an end ("NAME: ...", "...: NAME", "... - NAME")."""
    cited = {mention.start for mention in _in_sentence(title, mentions, patterns, frozenset())}
    for mention in mentions:
        opens = mention.start == 0 and title[mention.end : mention.end + 2] == ": "
        closes = mention.end == len(title) and title[: mention.start].rstrip()[-1:] in ":-–—"
        set_off = (opens or closes) and not mention.weak and mention.start != mention.end
        if mention.start in cited or set_off:
            yield mention


def _by_sentence(text: str, sentences: tuple[Span, ...]) -> Iterator[tuple[Span, list[OutletMention]]]:
    """Yield the sentences that name an outlet, with the mentions placed relative to them."""
    mentions = deque(find_all_outlets(text))
    for sentence in sentences:
        here = []
        while mentions and mentions[0].start < sentence.end:
            mention = mentions.popleft()
            start, end = mention.start - sentence.start, mention.end - sentence.start
            here.append(replace(mention, start=start, end=end))
        if here:
            yield sentence, here


def _in_sentence(
    sentence: str, mentions: Sequence[OutletMention], patterns: CitationPatterns, subjects: frozenset[str]
) -> Iterator[OutletMention]:
    """Yield the cited mentions; of several joined ones ("Reuters and AFP") a cue on one serves all."""
    contexts = [_context(sentence, mention) for mention in mentions]
    leads = [_leads_in(context, patterns) for context in contexts]
    follows = [_follows(context, patterns, subjects) for context in contexts]
    links = [_are_joined(left, right, patterns) for left, right in pairwise(contexts)]
    for number, linked in enumerate(links):
        leads[number + 1] = leads[number + 1] or (linked and leads[number])
    for number in range(len(links) - 1, -1, -1):
        follows[number] = follows[number] or (links[number] and follows[number + 1])
    joined = [False, *links]
    for context, lead, follow, linked in zip(contexts, leads, follows, joined, strict=False):
        if (lead or follow) and not _is_excluded(context, patterns, after_outlet=linked):
            yield context.mention


def _context(sentence: str, mention: OutletMention) -> _Context:
    start = mention.start
    prefix = sentence[start - 1] if start and sentence[start - 1].isalpha() else ""
    cut = start - len(prefix)
    return _Context(
        mention,
        sentence,
        before=sentence[max(0, cut - WINDOW) : cut],
        prefix=prefix,
        after=sentence[mention.end : mention.end + WINDOW],
    )


def _are_joined(left: _Context, right: _Context, patterns: CitationPatterns) -> bool:
    between = left.sentence[left.mention.end : right.mention.start]
    return len(between) < _LONGEST_JOINT and patterns.joined.fullmatch(between) is not None


def _leads_in(context: _Context, patterns: CitationPatterns) -> bool:
    """Whether the words before say that this outlet is the source."""
    if patterns.cue_before.search(context.before):
        return True
    if patterns.on_air_before.search(context.before) and context.mention.kind != "agency":
        comma = context.after.find(",")
        return 0 <= comma < _LONGEST_PROGRAMME and patterns.say_anywhere.search(context.sentence) is not None
    return _is_told(context.before + context.prefix, patterns)


def _is_told(before: str, patterns: CitationPatterns) -> bool:
    """Whether the words before have somebody say something to this outlet."""
    if not patterns.told_before.search(before):
        return False
    words = before.rstrip()
    head = words[: words.rfind(_ARABIC_TO) if _ARABIC_TO in words else 0]
    return patterns.told_cue.search(head) is not None and patterns.not_told.search(head) is None


def _follows(context: _Context, patterns: CitationPatterns, subjects: frozenset[str]) -> bool:
    """Whether the words after have the outlet report something."""
    if patterns.inverted_after.match(context.after):
        return False
    if patterns.report_after.match(context.after) or _reports_at_end(context, patterns):
        return True
    match = patterns.say_after.match(context.after)
    if not match and patterns.state_before.search(context.before):
        match = patterns.voice_after.match(context.after)
    if not match:
        return False
    if context.mention.kind == "agency":
        return True
    speaks_for_itself = patterns.company_after.match(context.after, match.end())
    return context.mention.name not in subjects and not speaks_for_itself


def _reports_at_end(context: _Context, patterns: CitationPatterns) -> bool:
    """Whether the outlet or its reporter is the subject of a reporting verb that ends the sentence."""
    if "," in context.sentence[: context.mention.start] or context.before.endswith("("):
        return False
    rest = context.sentence[context.mention.end :]
    if patterns.witness_at_end.match(rest):
        return True
    return patterns.report_at_end.match(rest) is not None and patterns.own_plan.match(rest) is None


def _is_excluded(context: _Context, patterns: CitationPatterns, *, after_outlet: bool) -> bool:
    """Whether a mention cites nothing after all.

    Args:
        after_outlet: Whether it is joined to another outlet before it, not to a photographer.
    """
    if patterns.corporate_after.match(context.after) or (not after_outlet and _is_picture_credit(context)):
        return True
    return context.mention.weak and not _is_named_as_outlet(context, patterns)


def _is_picture_credit(context: _Context) -> bool:
    if _CREDIT_HEAD.search(context.before):
        return True
    opened = context.before.rfind("(") > context.before.rfind(")")
    return opened and (_CREDIT_TAIL.match(context.after) is not None)


def _is_named_as_outlet(context: _Context, patterns: CitationPatterns) -> bool:
    """Whether an ordinary word is an outlet here: a noun next to it says so, or it is set off as a name."""
    if patterns.noun_before.search(context.before + context.prefix):
        return True
    if patterns.noun_after.match(context.after):
        return True
    if patterns.weak_before.search(context.before) and patterns.that_after.match(context.after):
        return True
    surface = context.sentence[context.mention.start : context.mention.end]
    if not surface.isascii() and not surface[0].isupper():
        return False
    return not _CAPITAL_BEFORE.search(context.before) and not _CAPITAL_AFTER.match(context.after)
