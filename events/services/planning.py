"""Planning what a group does: one event, or a series of meetings, each an event of its own."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.emitting import emit
from core.refusals import Refusal
from core.secrets import ALPHABET
from events import audiences, hosting
from events.domain_events import EventPlanned
from events.enums import SignUpMode, Visibility
from events.models import Event, EventSeries, Place
from events.place_plans import PlacePlan
from events.plans import EventPlan, checked
from events.series import MOST_MEETINGS, Meeting, TooManyMeetings, meetings
from events.services.badge_rules import set_rule
from events.services.denormalising import put_in_place
from events.services.places import keep_place
from people.models import Group, User


@transaction.atomic
def plan_event(group: Group, plan: EventPlan, *, actor: User) -> Event:
    """Announce an event of `group`; with a series all its meetings at once. Answers the first.

    Refuses an archived group, a time that is over, wrong limits, and publicity for a club without a vouch.
    """
    now = timezone.now()
    plan = checked(plan, now)
    if group.archived_at is not None:
        raise Refusal("GROUP_ARCHIVED", _("This group is archived."), "group_id")
    check_visibility(group, plan.visibility)
    times = _times(plan)
    _check_room(group, len(times), now)
    place = kept_place(plan.place, group)
    series = _series(group, plan) if plan.repeats else None
    events = [_make(group, plan, time, place, series, actor, now) for time in times]
    for event in events:
        invite(event, plan)
    if plan.achievement is not None:
        set_rule(events[0], plan.achievement, plan.badge_count, actor=actor, now=now, whole=True)
    # One line in the inbox for a whole series: its first meeting leads to the others.
    told = set(audiences.people_of(events[0])) - {actor.pk}
    for event in events:
        emit(
            EventPlanned(event_id=event.pk, group_id=group.pk),
            actor=actor,
            audience=audiences.of_event(event, deliver_to=sorted(told) if event is events[0] else ()),
        )
    return events[0]


def check_visibility(group: Group, visibility: str) -> None:
    """Refuse what a group may not show: time and place of an unvouched club stay inside (answers.md 30)."""
    if visibility != Visibility.GROUP and not hosting.may_be_public(group):
        raise Refusal(
            "GROUP_ONLY", _("For now the events of this club are for its members alone."), "visibility"
        )


def kept_place(place: Place | PlacePlan | None, group: Group) -> Place | None:
    return keep_place(place, group) if isinstance(place, PlacePlan) else place


def invite(event: Event, plan: EventPlan) -> None:
    """Make the invitations be those of the plan; none unless the event is for invited people."""
    invited = plan.visibility == Visibility.INVITED
    event.invited_groups.set(plan.invited_groups if invited else [])
    event.invited_people.set(plan.invited_people if invited else [])


def _times(plan: EventPlan) -> Sequence[Meeting]:
    if plan.repeat_weeks is None or plan.repeat_until is None:
        return [Meeting(plan.starts_at, plan.ends_at)]
    try:
        found = meetings(
            plan.starts_at, plan.ends_at, weeks=plan.repeat_weeks, until=plan.repeat_until,
            exceptions=plan.repeat_exceptions,
        )  # fmt: skip
    except TooManyMeetings:
        raise Refusal(
            "SERIES_TOO_LONG",
            ngettext_lazy(
                "A series has at most %(most)d meeting.", "A series has at most %(most)d meetings.", "most"
            ),
            "repeat_until",
            most=MOST_MEETINGS,
        ) from None
    if not found:
        raise Refusal("SERIES_EMPTY", _("With these dates there is no meeting at all."), "repeat_until")
    return found


def _check_room(group: Group, more: int, now: datetime) -> None:
    most = settings.KOTYLION_LIMITS["events_ahead"]
    if Event.objects.filter(group=group, ends_at__gte=now, cancelled_at=None).count() + more > most:
        raise Refusal(
            "TOO_MANY_EVENTS",
            ngettext_lazy(
                "A group plans at most %(most)d event ahead.",
                "A group plans at most %(most)d events ahead.",
                "most",
            ),
            most=most,
        )


def _series(group: Group, plan: EventPlan) -> EventSeries:
    assert plan.repeat_weeks is not None
    assert plan.repeat_until is not None
    return EventSeries.objects.create(
        group=group,
        interval_weeks=plan.repeat_weeks,
        until=plan.repeat_until,
        exceptions=sorted(day.isoformat() for day in set(plan.repeat_exceptions)),
    )


def _make(
    group: Group, plan: EventPlan, time: Meeting, place: Place | None, series: EventSeries | None, actor: User,
    now: datetime,
) -> Event:  # fmt: skip
    event = Event(
        slug=new_slug(plan.title),
        group=group,
        series=series,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        check_in_secret=secrets.token_bytes(32),
        created_by=actor,
        published_at=now,
    )
    take_words(event, plan)
    put_in_place(event, place)
    event.save(force_insert=True)
    return event


def take_words(event: Event, plan: EventPlan) -> None:
    """What the plan says about the event, but its time and place."""
    event.kind, event.form = plan.kind, plan.form
    event.title = {"pl": plan.title}
    event.description = {"pl": plan.description} if plan.description else {}
    event.online_url = plan.online_url
    event.visibility, event.sign_up = plan.visibility, plan.sign_up
    event.capacity = plan.capacity
    event.age_min, event.age_max = plan.age_min, plan.age_max
    event.needs_consent = plan.needs_consent and plan.sign_up == SignUpMode.OPEN


def new_slug(title: str) -> str:
    """Words of the title and four random letters: short enough to be typed, and nobody's guess."""
    words = slugify(title.replace("ł", "l").replace("Ł", "L"))[:48].strip("-") or "wydarzenie"
    while True:
        slug = f"{words}-{''.join(secrets.choice(ALPHABET) for _ in range(4)).lower()}"
        if not Event.objects.filter(slug=slug).exists():
            return slug
