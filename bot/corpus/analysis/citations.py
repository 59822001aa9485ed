"""Cited outlets: those the text gives as the source of a claim.

A name alone cites nothing: it must stand by words that say who reported, told or was told. A false
citation is worse than a missed one, so whatever is not recognised is left out.
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

WINDOW = 110
_CREDIT_TAIL = re.compile(r"\s*(?:/|[Pp]hotos?\b|Images\b|and [Aa]gencies\b|via\b)")
_CREDIT_HEAD = re.compile(r"(?:[Pp]hotos? (?:by|:)|\w\s?/|\bvia|[Cc]ourtesy(?: of)?|©|\(c\)|[Cc]redit:?)\s*$")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?:\"“”]\s)(?!The\b|A\b|An\b|In\b|On\b|But\b|And\b)[A-Z][\w’'-]+\s$")


@dataclass(frozen=True, slots=True)
class _Context:
    """A mention with the words around it, cut to what the patterns look at."""

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
        language: Whose patterns of citing hold.
        title: The headline: an outlet in it is the subject of the news, or cited there; it has no span.
        own: Names the article is credited to as a whole.
    """
    patterns = patterns_for(language)
    mentions = find_all_outlets(title)
    subjects = frozenset(m.name for m in mentions if m.kind != "agency")
    found: dict[str, Hop] = {}
    for mention in _in_title(title, mentions, patterns):
        name = _resolved(mention, [], text, title)
        if name:
            found[name] = Hop(name, _certainty(mention, name), title)
    known: list[str] = []
    for sentence, here in _by_sentence(text, sentences):
        if all(mention.name in known for mention in here):
            continue
        words = text[sentence.start : sentence.end]
        for mention in _in_sentence(words, here, patterns, subjects - own):
            name = _resolved(mention, known, text, title)
            place = Span(sentence.start + mention.start, sentence.start + mention.end)
            if name and (name not in found or found[name].span is None):
                found.pop(name, None)
                found[name] = Hop(name, _certainty(mention, name), words, place)
                known.append(name)
    return tuple(hop for hop in found.values() if hop.name != STATE_TV)


def _resolved(mention: OutletMention, known: list[str], text: str, title: str) -> str | None:
    """The outlet meant: "the Times" after "the New York Times", "state TV" where one country is meant."""
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
    """In a headline an outlet set off at either end is cited: "NAME: ...", "...: NAME", "... - NAME"."""
    cited_ones = {mention.start for mention in _in_sentence(title, mentions, patterns, frozenset())}
    for mention in mentions:
        opens = mention.start == 0 and title[mention.end : mention.end + 2] == ": "
        closes = mention.end == len(title) and title[: mention.start].rstrip()[-1:] in ":-–—"
        if mention.start in cited_ones or (
            (opens or closes) and not mention.weak and mention.start != mention.end
        ):
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
    contexts = [_context(sentence, mention) for mention in mentions]
    leads = [_leads_in(context, patterns) for context in contexts]
    follows = [_follows(context, patterns, subjects) for context in contexts]
    links = [_are_joined(one, other, patterns) for one, other in pairwise(contexts)]
    for number, linked in enumerate(links):
        leads[number + 1] = leads[number + 1] or (linked and leads[number])
    for number in range(len(links) - 1, -1, -1):
        follows[number] = follows[number] or (links[number] and follows[number + 1])
    for context, lead, follow in zip(contexts, leads, follows, strict=True):
        if (lead or follow) and not _is_excluded(context, patterns):
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


def _are_joined(one: _Context, other: _Context, patterns: CitationPatterns) -> bool:
    between = one.sentence[one.mention.end : other.mention.start]
    return len(between) < 50 and patterns.joined.fullmatch(between) is not None


def _leads_in(context: _Context, patterns: CitationPatterns) -> bool:
    """Whether the words before say that this outlet is the source."""
    if patterns.cue_before.search(context.before):
        return True
    if patterns.on_air_before.search(context.before) and context.mention.kind == "broadcaster":
        comma = context.after.find(",")
        return 0 <= comma < 40 and patterns.says.search(context.sentence) is not None
    spoken_to = context.before + context.prefix
    addressed = patterns.to_before.search(spoken_to)
    if not addressed:
        return False
    words = spoken_to.rstrip()
    head = words[: words.rfind(" ل") if " ل" in words else 0]
    return patterns.to_cue.search(head) is not None and patterns.not_to.search(head) is None


def _follows(context: _Context, patterns: CitationPatterns, subjects: frozenset[str]) -> bool:
    """Whether the words after have the outlet report something."""
    if patterns.report_after.match(context.after) or _ends_in_report(context, patterns):
        return True
    said = patterns.say_after.match(context.after)
    if not said:
        said = (
            patterns.voice_after.match(context.after)
            if patterns.state_before.search(context.before)
            else None
        )
    if not said:
        return False
    if context.mention.kind == "agency":
        return True
    speaks_for_itself = patterns.company_after.match(context.after, said.end())
    return context.mention.name not in subjects and not speaks_for_itself


def _ends_in_report(context: _Context, patterns: CitationPatterns) -> bool:
    """Whether the outlet, or its reporter, is the subject of a verb of reporting that ends the sentence."""
    if "," in context.sentence[: context.mention.start] or context.before.endswith("("):
        return False
    rest = context.sentence[context.mention.end :]
    if patterns.seen.match(rest):
        return True
    return patterns.at_end.match(rest) is not None and patterns.own_plan.match(rest) is None


def _is_excluded(context: _Context, patterns: CitationPatterns) -> bool:
    if patterns.corporate_after.match(context.after) or _is_picture_credit(context):
        return True
    return context.mention.weak and not _is_named_as_outlet(context, patterns)


def _is_picture_credit(context: _Context) -> bool:
    if _CREDIT_HEAD.search(context.before):
        return True
    opened = context.before.rfind("(") > context.before.rfind(")")
    return opened and (_CREDIT_TAIL.match(context.after) is not None)


def _is_named_as_outlet(context: _Context, patterns: CitationPatterns) -> bool:
    """Whether an ordinary word is an outlet here: a noun beside it says so, or a cue stands right at it."""
    if patterns.noun_before.search(context.before + context.prefix) or patterns.noun_after.match(
        context.after
    ):
        return True
    if patterns.told_before.search(context.before) and patterns.that_after.match(context.after):
        return True
    surface = context.sentence[context.mention.start : context.mention.end]
    if not surface.isascii() and not surface[0].isupper():
        return False
    return not _CAPITAL_BEFORE.search(context.before) and not re.match(r"\s+[A-Z]", context.after)
