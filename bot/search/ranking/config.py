"""The parameters of the ranking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RankingConfig:
    """Parameters of the ranking; the bot uses one fixed configuration for everything.

    Args:
        smoothing: Share of a top article's score that comes from its neighbours, 0 to 1.
        neighbours: How many of the nearest top articles are an article's neighbours.
        passages: What an article's best sentence adds, as a share of the sentence's score.
        title: What an article's title adds, as a share of the title's score.
        depth: How many top articles are re-ranked.
        freshness: The most that being new adds, as a share of the score.
        half_life_days: Age at which half of the freshness is left.
        expansion: What an occurrence of a similarly spelled term counts at most; 0 for no expansion.
        correction: What a word counts that replaces an unknown one.
        spelling: What another language's spelling of a name counts.
        spoken: What the best sentence of a speaker named with `said:` adds, as a share of its score.
    """

    smoothing: float = 0.35
    neighbours: int = 5
    passages: float = 0.4
    title: float = 0.8
    depth: int = 50
    freshness: float = 0.05
    half_life_days: float = 30.0
    expansion: float = 0.5
    correction: float = 0.8
    spelling: float = 0.8
    spoken: float = 2.0
