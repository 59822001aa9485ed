"""A sentence quoted from an article: verbatim, or it can't be made."""

from dataclasses import dataclass

from bot.corpus.article import Article, ArticleId, Span
from bot.summaries.credit import Credit


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """One sentence of an article, word for word. Made by `quote_sentence` only.

    Args:
        index: Its place in `Article.sentences`.
        score: Why it was chosen; comparable within one summary.
    """

    article_id: ArticleId
    text: str
    span: Span
    index: int
    credit: Credit
    score: float = 0.0


def quote_sentence(article: Article, index: int, credit: Credit, *, score: float = 0.0) -> QuotedSentence:
    """Return sentence `index` of an article.

    Raises:
        ValueError: Its span does not lie inside the article's text.
    """
    span = article.sentences[index]
    if not 0 <= span.start < span.end <= len(article.text):
        raise ValueError(f"sentence {index} of {article.id} lies outside its text")
    return QuotedSentence(article.id, article.quote(span), span, index, credit, score)
