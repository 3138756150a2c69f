"""The order of names in a Polish class register: Ł after L, Ś after S; Latin letters before Ukrainian ones.

A database compares code points and would put Łabędzka behind Zalewska. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar
from uuid import UUID

LETTERS = " '-aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_PLACE = {letter: at for at, letter in enumerate(LETTERS)}
_BEYOND = len(LETTERS)


class Named(Protocol):
    """Anybody with a family name and a given name."""

    id: UUID
    family_name: str
    given_name: str


N = TypeVar("N", bound=Named)


def register_key(name: str) -> tuple[int, ...]:
    """What a name is sorted by; letters of other alphabets come last, by code point."""
    return tuple(_PLACE.get(letter, _BEYOND + ord(letter)) for letter in name.casefold())


def in_register_order(people: Iterable[N]) -> list[N]:
    """People as a class register lists them; namesakes in a stable order."""
    return sorted(
        people, key=lambda one: (register_key(one.family_name), register_key(one.given_name), str(one.id))
    )
