"""Who says each sentence of an article, decided by evidence in the sentence."""

from bot.corpus.article import Article, Certainty, Span
from bot.summaries.credit import Credit


def credit_sentences(article: Article) -> tuple[Credit, ...]:
    """Return a credit for each of `article.sentences`.

    A sentence that holds the evidence of a cited outlet is that outlet's; others are the publisher's own.
    """
    return tuple(_credit(article, span) for span in article.sentences)


def _credit(article: Article, sentence: Span) -> Credit:
    for hop in article.provenance.cited:
        if hop.span and sentence.start <= hop.span.start < sentence.end:
            return Credit(via=hop.name, evidence=hop.span, certainty=Certainty.STATED)
    return Credit()
