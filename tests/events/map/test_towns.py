from __future__ import annotations

from events.enums import Voivodeship
from events.towns import all_towns, find, folded, town_called


def test_a_town_is_found_however_it_is_typed() -> None:
    assert find("Łódź") == find("lodz") == find("  LODZ ") == (51.7706, 19.4739)
    assert find("Warszawa", "mazowieckie") == (52.2298, 21.0118)
    assert find("Warszawa", "podlaskie") is None
    assert find("Nigdzie") is None
    assert find("") is None


def test_every_town_lies_in_poland_and_in_a_voivodeship() -> None:
    assert len(all_towns()) > 600
    assert {town.voivodeship for town in all_towns()} == set(Voivodeship.values)
    assert all(49 < town.lat < 54.9 and 14.1 < town.lon < 24.2 for town in all_towns())
    assert [town.name for town in all_towns()[:3]] == ["Warszawa", "Kraków", "Wrocław"]


def test_districts_are_no_towns() -> None:
    assert town_called("Mokotów") is None
    assert town_called("Sopot") is not None


def test_folding() -> None:
    assert folded("  Zażółć   GĘŚLĄ jaźń") == "zazolc gesla jazn"
