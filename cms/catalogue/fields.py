"""Which field of life something belongs to, from the tags, kinds and codes that its authors gave it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from cms.catalogue.enums import Field
from cms.search.words import folded

# Beginnings of folded Polish tags; the first tag that tells decides.
_TAGS: dict[Field, str] = {
    Field.GOVERNMENT: "samorzad wladza wybory budzet konsultacj gmin rada sejm petycj symulacj jawnosc panstw",
    Field.LAW: "prawo sad urzad e-administr zgromadzen mediacj",
    Field.DIALOGUE: "debat dialog dyskus opini retoryk",
    Field.MEDIA: "media dezinformacj internet dane cyfrow informacj badani",
    Field.HELPING: "wolontariat pomoc wsparci podziekowan charytatyw",
    Field.NATURE: "srodowisk klimat ekolog przyrod",
    Field.MEMORY: "histori pamiec wywiad patriot",
    Field.SCIENCE: "nauk matemat fizyk biolog chemi informatyk techni robot",
    Field.CULTURE: "kultur muzyk teatr film sztuk ksiazk",
    Field.SPORT: "sport bieg turyst harcer zdrowi",
    Field.INCLUSION: "dostepnosc integracj rownosc",
    Field.TOGETHER: "projekt zespol klub wydarzen kampani podsumowan podstaw",
}
_EVENTS: dict[Field, str] = {
    Field.GOVERNMENT: "youth_council participatory_budget consultation simulation europe_day children_parliament",
    Field.LAW: "court_visit",
    Field.DIALOGUE: "debate",
    Field.MEDIA: "fact_check",
    Field.HELPING: "charity_final parcel_weekend volunteering_fair food_collection blood_donation",
    Field.NATURE: "cleanup climate",
    Field.MEMORY: "commemoration history_meeting",
    Field.SPORT: "charity_run scouting city_game",
    Field.INCLUSION: "accessibility_walk",
    Field.TOGETHER: "neighbourhood",
}
_CLUBS: dict[Field, str] = {
    Field.GOVERNMENT: "student_government european_club youth_council",
    Field.DIALOGUE: "debate_club",
    Field.MEDIA: "media_team",
    Field.HELPING: "volunteer_circle youth_fire_brigade",
    Field.NATURE: "eco_club",
    Field.SCIENCE: "science_circle",
    Field.CULTURE: "community_centre",
    Field.SPORT: "scouts school_sports_club",
}


def field_of_tags(tags: Iterable[str]) -> str:
    """The field of the first tag that is known here; "" for none."""
    for tag in map(folded, tags):
        for field, beginnings in _TAGS.items():
            if tag.startswith(tuple(beginnings.split())):
                return field.value
    return ""


def field_of_event(kind: str) -> str:
    return _field_of(kind, _EVENTS)


def field_of_club(kind: str) -> str:
    return _field_of(kind, _CLUBS)


def _field_of(code: str, known: dict[Field, str]) -> str:
    return next((field.value for field, codes in known.items() if code in codes.split()), "")
