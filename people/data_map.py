"""What the portal keeps about a person, and how they get it (case PR-06).

Each room says in its `kept_data.py` which of its rows belong to a person and which columns of them that person takes
along, or why a column is not handed out. A test compares the map with every field that points to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from people.enums import KeptTopic
from people.models import User

MOST_ROWS = 5_000


@dataclass(frozen=True)
class Kept:
    """Rows of `model` that `person` (a lookup path) leads to; `columns` are lookups too, by the name in the archive."""

    model: type[Model]
    person: str
    topic: KeptTopic
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The section of the archive: "credentials.credential.recipient"."""
        return f"{self.model._meta.label_lower}.{self.person.replace('__', '.')}"

    def count_of(self, person: User) -> int:
        return self.model._base_manager.filter(**{self.person: person.pk}).count()

    def rows_of(self, person: User) -> list[dict[str, Any]]:
        """At most `MOST_ROWS`, in the order of their keys: one query."""
        rows = self.model._base_manager.filter(**{self.person: person.pk}).order_by("pk")
        return list(rows.values(*self.columns)[:MOST_ROWS])


@dataclass(frozen=True)
class NotHandedOut:
    """A field that points to a person and is left out of the archive, with the reason."""

    model: type[Model]
    person: str
    why: str


@dataclass(frozen=True)
class FileKept:
    """A file of a person: the folder and the name it gets, its moment, how its bytes are read (FileNotFoundError when
    there is none any more), and the id of what it belongs to.
    """

    folder: str
    name: str
    at: datetime
    read: Callable[[], bytes]
    about: UUID | None = None


FilesOf = Callable[[User], Iterator[FileKept]]
_kept: dict[str, Kept] = {}
_not_handed_out: list[NotHandedOut] = []
_files: list[FilesOf] = []


def keeps(model: type[Model], person: str, topic: KeptTopic, *columns: str) -> None:
    """Say that rows of `model` are about the person to whom `person` leads."""
    kept = Kept(model, person, topic, columns)
    _kept[kept.name] = kept


def does_not_hand_out(model: type[Model], *persons: str, why: str) -> None:
    """Say why fields that point to a person are not in the archive."""
    _not_handed_out.extend(NotHandedOut(model, person, why) for person in persons)


def keeps_files(files: FilesOf) -> FilesOf:
    """Say which files are about a person. Usable as a decorator."""
    if files not in _files:
        _files.append(files)
    return files


def kept_rows() -> tuple[Kept, ...]:
    return tuple(_kept[name] for name in sorted(_kept))


def left_out() -> tuple[NotHandedOut, ...]:
    return tuple(_not_handed_out)


def files_of(person: User) -> Iterator[FileKept]:
    for files in _files:
        yield from files(person)
