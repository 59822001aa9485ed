"""Cited outlets: those the text gives as the source of a claim.

A name alone cites nothing: it must stand by words that say who reported, told or was told. A false
citation is worse than a missed one, so whatever is not recognised is left out.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.corpus.analysis.citation_patterns import CitingRules, rules_for
from bot.corpus.analysis.gazetteer import STATE, STATE_TV, OutletMention, state_broadcaster
from bot.corpus.analysis.outlet_names import outlets_in
from bot.corpus.article import Certainty, Hop, Span

WINDOW = 110
_CREDIT_TAIL = re.compile(r"\s*(?:/|[Pp]hotos?\b|Images\b|and [Aa]gencies\b|via\b)")
_CREDIT_HEAD = re.compile(r"(?:[Pp]hotos? (?:by|:)|\w\s?/|\bvia|[Cc]ourtesy(?: of)?|©|\(c\)|[Cc]redit:?)\s*$")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?:\"“”]\s)(?!The\b|A\b|An\b|In\b|On\b|But\b|And\b)[A-Z][\w’'-]+\s$")


@dataclass(frozen=True, slots=True)
class _Context:
    """A mention with the words around it, cut to what the rules look at."""

    mention: OutletMention
    sentence: str
    before: str
    prefix: str
    after: str


def cited(
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
        language: Whose rules of citing hold.
        title: The headline: an outlet in it is the subject of the news, or cited there; it has no span.
        own: Names the article is credited to as a whole.
    """
    rules = rules_for(language)
    mentions = outlets_in(title)
    subjects = frozenset(m.name for m in mentions if m.kind != "agency")
    found: dict[str, Hop] = {}
    for mention in _in_title(title, mentions, rules):
        name = _resolved(mention, [], text, title)
        if name:
            found[name] = Hop(name, _certainty(mention, name), title)
    known: list[str] = []
    for sentence, here in _by_sentence(text, sentences):
        if all(mention.name in known for mention in here):
            continue
        words = text[sentence.start : sentence.end]
        for mention in _in_sentence(words, here, rules, subjects - own):
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


def _in_title(title: str, mentions: list[OutletMention], rules: CitingRules) -> Iterator[OutletMention]:
    """In a headline an outlet set off at either end is cited: "NAME: ...", "...: NAME", "... - NAME"."""
    cited_ones = {mention.start for mention in _in_sentence(title, mentions, rules, frozenset())}
    for mention in mentions:
        opens = mention.start == 0 and title[mention.end : mention.end + 2] == ": "
        closes = mention.end == len(title) and title[: mention.start].rstrip()[-1:] in ":-–—"
        if mention.start in cited_ones or (
            (opens or closes) and not mention.weak and mention.start != mention.end
        ):
            yield mention


def _by_sentence(text: str, sentences: tuple[Span, ...]) -> Iterator[tuple[Span, list[OutletMention]]]:
    """Yield the sentences that name an outlet, with the mentions placed relative to them."""
    mentions = deque(outlets_in(text))
    for sentence in sentences:
        here = []
        while mentions and mentions[0].start < sentence.end:
            mention = mentions.popleft()
            start, end = mention.start - sentence.start, mention.end - sentence.start
            here.append(replace(mention, start=start, end=end))
        if here:
            yield sentence, here


def _in_sentence(
    sentence: str, mentions: Sequence[OutletMention], rules: CitingRules, subjects: frozenset[str]
) -> Iterator[OutletMention]:
    contexts = [_context(sentence, mention) for mention in mentions]
    leads = [_leads_in(context, rules) for context in contexts]
    follows = [_follows(context, rules, subjects) for context in contexts]
    links = [_are_joined(one, other, rules) for one, other in pairwise(contexts)]
    for number, linked in enumerate(links):
        leads[number + 1] = leads[number + 1] or (linked and leads[number])
    for number in range(len(links) - 1, -1, -1):
        follows[number] = follows[number] or (links[number] and follows[number + 1])
    for context, lead, follow in zip(contexts, leads, follows, strict=True):
        if (lead or follow) and not _is_excluded(context, rules):
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


def _are_joined(one: _Context, other: _Context, rules: CitingRules) -> bool:
    between = one.sentence[one.mention.end : other.mention.start]
    return len(between) < 50 and rules.joined.fullmatch(between) is not None


def _leads_in(context: _Context, rules: CitingRules) -> bool:
    """Whether the words before say that this outlet is the source."""
    if rules.cue_before.search(context.before):
        return True
    if rules.on_air_before.search(context.before) and context.mention.kind == "broadcaster":
        comma = context.after.find(",")
        return 0 <= comma < 40 and rules.says.search(context.sentence) is not None
    spoken_to = context.before + context.prefix
    addressed = rules.to_before.search(spoken_to)
    if not addressed:
        return False
    words = spoken_to.rstrip()
    head = words[: words.rfind(" ل") if " ل" in words else 0]
    return rules.to_cue.search(head) is not None and rules.not_to.search(head) is None


def _follows(context: _Context, rules: CitingRules, subjects: frozenset[str]) -> bool:
    """Whether the words after have the outlet report something."""
    if rules.report_after.match(context.after) or _ends_in_report(context, rules):
        return True
    said = rules.say_after.match(context.after)
    if not said:
        said = rules.voice_after.match(context.after) if rules.state_before.search(context.before) else None
    if not said:
        return False
    if context.mention.kind == "agency":
        return True
    speaks_for_itself = rules.company_after.match(context.after, said.end())
    return context.mention.name not in subjects and not speaks_for_itself


def _ends_in_report(context: _Context, rules: CitingRules) -> bool:
    """Whether the outlet, or its reporter, is the subject of a verb of reporting that ends the sentence."""
    if "," in context.sentence[: context.mention.start] or context.before.endswith("("):
        return False
    rest = context.sentence[context.mention.end :]
    if rules.seen.match(rest):
        return True
    return rules.at_end.match(rest) is not None and rules.own_plan.match(rest) is None


def _is_excluded(context: _Context, rules: CitingRules) -> bool:
    if rules.corporate_after.match(context.after) or _is_picture_credit(context):
        return True
    return context.mention.weak and not _is_named_as_outlet(context, rules)


def _is_picture_credit(context: _Context) -> bool:
    if _CREDIT_HEAD.search(context.before):
        return True
    opened = context.before.rfind("(") > context.before.rfind(")")
    return opened and (_CREDIT_TAIL.match(context.after) is not None)


def _is_named_as_outlet(context: _Context, rules: CitingRules) -> bool:
    """Whether an ordinary word is an outlet here: a noun beside it says so, or a cue stands right at it."""
    if rules.noun_before.search(context.before + context.prefix) or rules.noun_after.match(context.after):
        return True
    if rules.told_before.search(context.before) and rules.that_after.match(context.after):
        return True
    surface = context.sentence[context.mention.start : context.mention.end]
    if not surface.isascii() and not surface[0].isupper():
        return False
    return not _CAPITAL_BEFORE.search(context.before) and not re.match(r"\s+[A-Z]", context.after)
