"""Reading contacts: one's own, and whom one may ask. There is no list of people beyond one's groups, and no search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from core.access import visible
from people.enums import CLASS_KINDS
from people.models import Group, Membership, User
from portfolio.models import Contact
from portfolio.selectors.meeting import (
    MEETING_KINDS,
    learn_in_one_class,
    may_meet,
    same_age,
    share_a_group,
)

MOST_CONTACTS = 100
MOST_WAITING = 30
# As many as a club can hold, and a class besides.
MOST_FACES = 100


@dataclass(frozen=True)
class ContactView:
    """Somebody as the reader may call them, and through which group they are together now ("" when none any more)."""

    id: UUID
    person_id: UUID
    name: str
    group_name: str
    since: datetime


@dataclass(frozen=True)
class Contacts:
    """`waiting` are those whom the reader asked, `asking` those who ask the reader."""

    kept: tuple[ContactView, ...]
    asking: tuple[ContactView, ...]
    waiting: tuple[ContactView, ...]


@dataclass(frozen=True)
class Face:
    """Somebody of a group who may be asked."""

    id: UUID
    name: str
    asked: bool


@visible(Contact)
def contacts_visible_to(user: User | AnonymousUser) -> QuerySet[Contact]:
    """What concerns the person: contacts that both agreed to, wishes of theirs, and wishes that they have not declined.

    Who asked sees a declined wish exactly like one that nobody has answered. Wishes end when two people part.
    """
    if user.is_anonymous or not user.is_active:
        return Contact.objects.none()
    now = timezone.now()
    mine = Contact.objects.filter(
        Q(asker_id=user.pk) | Q(asked_id=user.pk), asker__is_active=True, asked__is_active=True
    )
    agreed = Q(agreed_at__isnull=False) & (same_age() | learn_in_one_class())
    together = (same_age() & share_a_group()) | learn_in_one_class()
    waits = Q(pk__in=Contact.objects.waiting(now).values("pk"))
    heard = Q(asker_id=user.pk) | Q(asked_id=user.pk, declined_at=None)
    return mine.filter(agreed | (waits & heard & together))


def contacts_of(user: User) -> Contacts:
    """Everything that the screen of contacts shows. Two queries at any number."""
    rows = list(
        contacts_visible_to(user)
        .select_related("asker", "asked")
        .order_by("-asked_at", "id")[: MOST_CONTACTS + 2 * MOST_WAITING]
    )
    shared = _groups_shared(user, [_other(row, user).pk for row in rows])
    kept = sorted(
        (_view(row, user, shared) for row in rows if row.agreed_at), key=lambda one: one.name.casefold()
    )
    open_ones = [row for row in rows if row.agreed_at is None]
    return Contacts(
        kept=tuple(kept[:MOST_CONTACTS]),
        asking=tuple(_view(row, user, shared) for row in open_ones if row.asked_id == user.pk),
        waiting=tuple(_view(row, user, shared) for row in open_ones if row.asker_id == user.pk),
    )


def asking_count(user: User) -> int:
    """How many people wait for the person's answer."""
    return contacts_visible_to(user).filter(asked=user, agreed_at=None).count()


def faces_in(user: User, group: Group) -> tuple[Face, ...]:
    """Whom of a group the person may ask, without those they keep already, by name. Two queries."""
    if group.kind not in MEETING_KINDS or group.archived_at is not None:
        return ()
    today = timezone.localdate()
    members = list(
        Membership.objects.current().filter(group=group, user__is_active=True).select_related("user", "group")
    )
    mine = next((one for one in members if one.user_id == user.pk), None)
    if mine is None:
        return ()
    known = contacts_visible_to(user).values_list("asker_id", "asked_id", "agreed_at")
    kept, asked = set(), set()
    for asker, other, agreed_at in known:
        if agreed_at is not None:
            kept |= {asker, other}
        elif asker == user.pk:
            asked.add(other)
    found = [
        Face(one.user_id, called(one.user, group), one.user_id in asked)
        for one in members
        if one.user_id not in kept and may_meet(mine, one, today)
    ]
    return tuple(sorted(found, key=lambda face: (face.name.casefold(), str(face.id))))


def called(person: User, group: Group | None) -> str:
    """The nickname, else the given name; in one's own class with the initial that tells two of them apart."""
    given = person.given_name or person.initials
    if person.nickname or group is None or group.kind not in CLASS_KINDS or not person.family_name:
        return person.nickname or given
    return f"{given} {person.family_name[0]}."


def _other(contact: Contact, user: User) -> User:
    return contact.asked if contact.asker_id == user.pk else contact.asker


def _groups_shared(user: User, others: Iterable[UUID]) -> dict[UUID, Group]:
    """For each person one group in which both are now, a class before a club."""
    rows = (
        Membership.objects.current()
        .filter(user_id__in=list(others), group__archived_at=None, group__kind__in=MEETING_KINDS)
        .filter(group__in=Membership.objects.current().filter(user=user).values("group"))
        .select_related("group")
        .order_by("group__name", "id")
    )
    found: dict[UUID, Group] = {}
    for row in rows:
        known = found.get(row.user_id)
        if known is None or (known.kind not in CLASS_KINDS and row.group.kind in CLASS_KINDS):
            found[row.user_id] = row.group
    return found


def _view(contact: Contact, user: User, shared: dict[UUID, Group]) -> ContactView:
    other = _other(contact, user)
    group = shared.get(other.pk)
    return ContactView(
        id=contact.pk,
        person_id=other.pk,
        name=called(other, group),
        group_name=group.name if group is not None else "",
        since=contact.agreed_at or contact.asked_at,
    )
