"""What a report does to an event: out of sight at once, and back when a person says so."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from core.translated import in_language
from events.models import Event
from events.selectors.public_events import forget_map
from people.enums import GroupKind
from people.models import Group, User


def hide(event: Event) -> None:
    Event.objects.filter(pk=event.pk, hidden_at=None).update(hidden_at=timezone.now())
    transaction.on_commit(forget_map)


def restore(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(hidden_at=None)
    transaction.on_commit(forget_map)


def snapshot(event: Event) -> str:
    """The words as they stand: title, description, place."""
    place = event.place.name if event.place else ""
    return "\n".join(
        filter(None, (in_language(event.title), in_language(event.description), place, event.town))
    )


def author_of(event: Event) -> User | None:
    return event.created_by


def responsible_of(event: Event) -> Group | None:
    """The school or organisation above the host; None leaves it to the operator."""
    group = event.group
    while group is not None and group.kind not in (GroupKind.SCHOOL, GroupKind.ORGANISATION):
        group = group.parent
    return group
