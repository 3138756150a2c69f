"""What can be reported. Rooms upstairs register what people write or draw in them, because only they know how to hide
it, who wrote it and in whose care it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise

from core.access import NotFound, visible_to
from people.models import Group, User


@dataclass(frozen=True)
class Reportable:
    """One kind of thing. Its functions get a row of `model`.

    `snapshot` answers the words as plain text; `author_of` who wrote or drew it; `responsible_of` the school's or
    organisation's group in whose care it is (None: the operator's). `hide` takes it from everybody but its author and
    those who decide, at once and without an announcement of its own; `restore` undoes exactly that.
    """

    kind: str
    label: str | Promise
    model: type[Model]
    snapshot: Callable[[Any], str]
    author_of: Callable[[Any], User | None]
    responsible_of: Callable[[Any], Group | None]
    hide: Callable[[Any], None]
    restore: Callable[[Any], None]

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
) -> None:
    """Make a kind of thing ("clubs.Club") reportable; its model needs a selector (`core.access.visible`)."""
    _kinds[kind] = Reportable(kind, label, model, snapshot, author_of, responsible_of, hide, restore)


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
