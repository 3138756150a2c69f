"""The order of a class register."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from people.alphabet import in_register_order


@dataclass(frozen=True)
class Person:
    family_name: str
    given_name: str
    id: UUID


def test_polish_letters_stand_after_their_plain_ones_and_ukrainian_names_after_latin_ones() -> None:
    wanted = [
        "Lis",
        "Łabędzka",
        "Maj",
        "Nowak-Bąk",
        "Nowaka",
        "Sowa",
        "Śliwa",
        "Zalewa",
        "Źródło",
        "Żak",
        "Бондар",
        "Ґалаґан",
    ]
    people = [Person(name, "Ola", uuid4()) for name in reversed(wanted)]
    assert [one.family_name for one in in_register_order(people)] == wanted


def test_given_names_decide_between_equal_family_names() -> None:
    people = [Person("Nowak", name, uuid4()) for name in ("Żaneta", "Ewa", "łucja", "Lena")]
    assert [one.given_name for one in in_register_order(people)] == ["Ewa", "Lena", "łucja", "Żaneta"]
