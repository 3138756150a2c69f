"""Public events that are not over and not called off."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db.models import QuerySet
from django.utils import timezone

from cms.catalogue.describing.source import Description, Source, everywhere, register
from cms.catalogue.enums import EntryKind, Form
from cms.catalogue.fields import field_of_event
from core.translated import every_language
from events.enums import Accessibility, EventForm, EventKind
from events.models import Event
from events.selectors.cards import organiser_of
from events.selectors.events import public_events

FORMS = {EventForm.IN_PERSON: Form.IN_PERSON, EventForm.ONLINE: Form.ONLINE, EventForm.BOTH: Form.BLENDED}


def coming_events() -> QuerySet[Event]:
    coming = public_events().filter(ends_at__gte=timezone.now(), cancelled_at=None)
    return coming.select_related("place", "group__parent", "issuer")


def describe(events: Iterable[Event]) -> list[Description]:
    """Expects place, group with its parent, and issuer."""
    return [_description(event) for event in events]


def _description(event: Event) -> Description:
    place = event.place
    return Description(
        kind=EntryKind.EVENT.value,
        object_id=event.pk,
        path=f"/events/{event.slug}",
        title=event.title,
        summary=event.description,
        further=(
            _kind_words(event.kind),
            everywhere(place.name if place else ""),
            everywhere(event.town),
        ),
        by=every_language(lambda: organiser_of(event)),
        town=event.town,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        published_at=event.published_at or event.created_at,
        field=field_of_event(event.kind),
        form=FORMS[EventForm(event.form)].value,
        issuer=event.issuer.slug if event.issuer else "",
        voivodeship=event.voivodeship,
        accessible=place is not None and Accessibility.STEP_FREE.value in place.accessibility,
    )  # fmt: skip


@cache
def _kind_words(kind: str) -> dict[str, str]:
    return every_language(lambda: EventKind(kind).label)


register(Source("events", (EntryKind.EVENT,), coming_events, describe))
