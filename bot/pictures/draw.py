"""The one way from a picture's value to its PNG."""

from bot.pictures.chart import draw_trend
from bot.pictures.course import draw_timeline
from bot.pictures.picture import Picture, TrendPicture


def draw(picture: Picture) -> bytes:
    """Return a picture as a PNG."""
    return draw_trend(picture) if isinstance(picture, TrendPicture) else draw_timeline(picture)
