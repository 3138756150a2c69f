"""Polish words of the demo's meetings, as a leader and a teacher would write them: title and description."""

from __future__ import annotations

from events.place_plans import PlacePlan

MEETING = (
    "Spotkanie klubu",
    "Sprawdzamy, kto w okolicy potrzebuje pomocy, dzielimy się zadaniami i pijemy herbatę. "
    "Można przyjść pierwszy raz bez zapowiedzi.",
)
OPEN_DAY = (
    "Jesienne porządki w parku",
    "Grabimy liście i zbieramy śmieci nad jeziorem. Rękawice i worki mamy, ciepłe buty weź ze sobą. "
    "Na koniec gorąca czekolada.",
)
DEBATE = (
    "Debata oksfordzka: czy w szkole powinny być telefony?",
    "Dwie drużyny po cztery osoby, reszta klasy słucha i głosuje przed debatą i po niej. "
    "Zgłoś się, jeśli chcesz mówić albo pilnować czasu.",
)
PLACE = PlacePlan("Świetlica szkolna", "Przykładowo", "ul. Przykładowa 1", accessibility=["step_free"])
HALL = PlacePlan(
    "Aula I LO", "Przykładowo", "ul. Przykładowa 1", accessibility=["step_free", "accessible_toilet"]
)
PARK = PlacePlan("Park nad jeziorem, brama od promenady", "Ełk", lat=53.8229, lon=22.3605)
