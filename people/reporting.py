"""What can be reported. Rooms upstairs register what people write or draw in them, because only they know how to hide
it, who wrote it and in whose care it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.db.models import Model
from django.utils.functional import Promise

from core.access import NotFound, as_uuid, visible_to
from people.models import Group, User


@dataclass(frozen=True)
class Reportable:
    """One kind of thing. Its functions get a row of `model`.

    `snapshot` answers the words as plain text; `author_of` who wrote or drew it; `responsible_of` the school's or
    organisation's group in whose care it is (None: the operator's). `hide` takes it from everybody but its author and
    those who decide, at once and without an announcement of its own; `restore` undoes exactly that. `open_to_strangers`
    says whether anybody without an account reads it now (by default, what its selector shows them); `parts_of` names
    what else of it can be reported for itself: kind and row. Not `hides_at_once`: a person looks first, whoever points.
    """

    kind: str
    label: str | Promise
    model: type[Model]
    snapshot: Callable[[Any], str]
    author_of: Callable[[Any], User | None]
    responsible_of: Callable[[Any], Group | None]
    hide: Callable[[Any], None]
    restore: Callable[[Any], None]
    open_to_strangers: Callable[[Any], bool] | None = None
    parts_of: Callable[[Any], Iterable[tuple[str, Any]]] = field(default=lambda thing: ())
    hides_at_once: bool = True

    def is_open(self, thing: Any) -> bool:
        if self.open_to_strangers is not None:
            return self.open_to_strangers(thing)
        return visible_to(AnonymousUser(), self.model).filter(pk=thing.pk).exists()

    def found(self, object_id: UUID) -> Any | None:
        """The row, hidden or not; None when it is gone."""
        return self.model._base_manager.filter(pk=object_id).first()


_kinds: dict[str, Reportable] = {}


def register(
    kind: str,
    *,
    label: str | Promise,
    model: type[Model],
    snapshot: Callable[[Any], str],
    author_of: Callable[[Any], User | None],
    responsible_of: Callable[[Any], Group | None],
    hide: Callable[[Any], None],
    restore: Callable[[Any], None],
    open_to_strangers: Callable[[Any], bool] | None = None,
    parts_of: Callable[[Any], Iterable[tuple[str, Any]]] = lambda thing: (),
    hides_at_once: bool = True,
) -> None:
    """Make a kind of thing ("clubs.Club") reportable; its model needs a selector (`core.access.visible`)."""
    _kinds[kind] = Reportable(
        kind, label, model, snapshot, author_of, responsible_of, hide, restore, open_to_strangers, parts_of,
        hides_at_once,
    )  # fmt: skip


def kinds() -> tuple[str, ...]:
    """Every kind that can be reported."""
    return tuple(sorted(_kinds))


def reportable(kind: str) -> Reportable | None:
    return _kinds.get(kind)


def label_of(kind: str) -> str:
    """What a kind is called, in the language active now; the bare kind when no room knows it any more."""
    known = _kinds.get(kind)
    return str(known.label) if known is not None else kind


def seen_by(user: User, kind: str, object_id: UUID | None) -> tuple[Reportable, Any]:
    """What somebody wants to report, if they can see it. Raises NotFound."""
    known = _kinds.get(kind)
    thing = visible_to(user, known.model).filter(pk=object_id).first() if known and object_id else None
    if known is None or thing is None:
        raise NotFound
    return known, thing


SALT = "people.report"
GLIMPSE = 140


@dataclass(frozen=True)
class Part:
    """Something of a thing that can be reported for itself; `text` is what it says."""

    known: Reportable
    thing: Any
    text: str

    @property
    def key(self) -> str:
        return str(self.thing.pk)


@dataclass(frozen=True)
class Pointed:
    """What the form of a public page is about."""

    known: Reportable
    thing: Any
    parts: tuple[Part, ...]

    @property
    def label(self) -> str:
        return str(self.known.label)

    @property
    def glimpse(self) -> str:
        return shorten(self.known.snapshot(self.thing), GLIMPSE, placeholder=" …")

    def part(self, key: str) -> tuple[Reportable, Any]:
        """The part that was chosen; the whole for any other key."""
        chosen = [(one.known, one.thing) for one in self.parts if one.key == key]
        return chosen[0] if chosen else (self.known, self.thing)


def report_path(kind: str, object_id: UUID) -> str:
    """Where who reads a thing in public can report it. The address is signed: only pages that show it know it."""
    return f"/report/{signing.Signer(salt=SALT).sign(f'{kind}~{object_id}').replace(':', '~')}"


def pointed_at(token: str) -> Pointed | None:
    """What a form is about; None for an address that was made up, and for what strangers do not read (any more)."""
    said, _, signature = token[:300].rpartition("~")
    try:
        kind, _, name = signing.Signer(salt=SALT).unsign(f"{said}:{signature}").partition("~")
    except signing.BadSignature:
        return None
    known, object_id = reportable(kind), as_uuid(name)
    thing = known.found(object_id) if known is not None and object_id is not None else None
    if known is None or thing is None or not known.is_open(thing):
        return None
    parts = [(reportable(part_kind), part) for part_kind, part in known.parts_of(thing)]
    shown = tuple(
        Part(one, part, shorten(one.snapshot(part), GLIMPSE, placeholder=" …")) for one, part in parts if one
    )
    return Pointed(known, thing, shown)
