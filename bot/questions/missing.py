"""Articles that old buttons lead to, and that are no longer in the corpus."""

from bot.corrections.correction import Correction
from bot.errors import UserError, localizable


class ArticleNotFound(UserError):
    """The article of an old button is no longer in the corpus."""


class ArticleWithdrawn(ArticleNotFound):
    """The article of an old button was withdrawn by its outlet.

    Args:
        withdrawal: When, and what is known of the article.
    """

    def __init__(self, withdrawal: Correction) -> None:
        super().__init__(localizable("article-gone"))
        self.withdrawal = withdrawal
