"""Time zones of names and locations."""

import pytest

from bot.chats.time_zones import zone_at, zone_named, zones_like


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Istanbul", "Europe/Istanbul"),
        ("İstanbul", "Europe/Istanbul"),
        ("new york", "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Kairo", "Africa/Cairo"),
        ("القاهرة", "Africa/Cairo"),
        ("Türkiye", "Europe/Istanbul"),
        ("Germany", "Europe/Berlin"),
        ("Москва", "Europe/Moscow"),
        ("UTC", "UTC"),
    ],
)
def test_zone_of_a_city_a_country_or_an_iana_name(name: str, zone: str) -> None:
    assert zone_named(name) == zone


def test_zone_of_an_ambiguous_or_unknown_name_is_none() -> None:
    assert zone_named("Canada") is None
    assert zone_named("Xyzzy") is None
    assert zone_named("") is None


def test_mistyped_city_gets_suggestions() -> None:
    assert "Istanbul" in zones_like("Istnabul")
    assert zones_like("qqqqqqqqqq") == ()


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [(39.93, 32.86, "Europe/Istanbul"), (33.89, 35.5, "Asia/Beirut"), (40.71, -74.0, "America/New_York")],
)
def test_zone_of_a_location(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone
