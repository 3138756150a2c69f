"""An event that somebody reports: out of sight at once, its leader still sees it, and it can come back."""

from __future__ import annotations

from core.access import visible_to
from events.models import Event
from events.selectors.public_events import forget_map
from people import reporting
from tests.factories import EventFactory, PlaceFactory


def test_a_reported_event_is_hidden_and_restored(class_2b, pa1, teacher):
    event = EventFactory(
        group=class_2b.group, title={"pl": "Bijatyka"}, description={"pl": "Pod szkołą"}, place=PlaceFactory(),
        town="Ełk", created_by=teacher,
    )  # fmt: skip
    kind = reporting.reportable("events.Event")
    assert kind is not None
    assert kind.snapshot(event) == "Bijatyka\nPod szkołą\nDom Kultury\nEłk"
    assert (kind.author_of(event), kind.responsible_of(event)) == (teacher, class_2b.group.parent)

    kind.hide(event)

    assert list(visible_to(pa1, Event)) == []
    assert list(visible_to(teacher, Event)) == [event]

    kind.restore(event)

    assert list(visible_to(pa1, Event)) == [event]


def test_the_map_forgets_it_after_the_commit(class_2b, django_capture_on_commit_callbacks):
    kind = reporting.reportable("events.Event")
    assert kind is not None
    for act in (kind.hide, kind.restore):
        with django_capture_on_commit_callbacks() as after:
            act(EventFactory(group=class_2b.group))
        assert after == [forget_map]


def test_a_portals_event_is_the_operators_care(db):
    kind = reporting.reportable("events.Event")

    assert kind is not None
    assert kind.responsible_of(EventFactory()) is None
