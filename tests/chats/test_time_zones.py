"""People say where they are; the zone follows."""

import pytest

from bot.chats.time_zones import zone_at, zone_named, zones_like


@pytest.mark.parametrize(
    ("said", "zone"),
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
def test_a_city_a_country_and_a_zones_name_are_understood(said: str, zone: str) -> None:
    assert zone_named(said) == zone


def test_a_country_with_several_times_and_nonsense_are_not_guessed() -> None:
    assert zone_named("Canada") is None
    assert zone_named("Xyzzy") is None
    assert zone_named("") is None


def test_a_mistyped_city_is_suggested() -> None:
    assert "Istanbul" in zones_like("Istnabul")
    assert zones_like("qqqqqqqqqq") == ()


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [(39.93, 32.86, "Europe/Istanbul"), (33.89, 35.5, "Asia/Beirut"), (40.71, -74.0, "America/New_York")],
)
def test_a_place_on_the_map_has_a_zone(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone
