"""Putting a club away, and bringing it back. Nothing is deleted: badges stay with those who have them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clubs.domain_events import ClubArchived, ClubHandedOn, ClubRestored
from clubs.models import Club
from clubs.selectors.leading import has_leader
from clubs.selectors.limits import is_minor
from core.emitting import Audience, emit
from core.refusals import Refusal
from people.audiences import group_topic, staff_topic
from people.enums import Role
from people.models import Group, Membership, User
from people.services.joining import set_role

MOST_HELPERS = 50


@transaction.atomic
def archive_club(club: Club, *, actor: User | None) -> Club:
    """From now on nothing can be done in it. Archiving again changes nothing."""
    now = timezone.now()
    if Group.objects.filter(pk=club.group_id, archived_at=None).update(archived_at=now):
        club.group.archived_at = now
        emit(ClubArchived(group_id=club.group_id), actor=actor, audience=_audience(club))
    return club


@transaction.atomic
def restore_club(club: Club, *, actor: User) -> Club:
    """Open it again as it was. Raises Refusal NO_LEADER when nobody leads it any more."""
    if not has_leader(club.group):
        raise Refusal("NO_LEADER", _("Nobody leads this club. Hand it on first."))
    if Group.objects.filter(pk=club.group_id).exclude(archived_at=None).update(archived_at=None):
        club.group.archived_at = None
        emit(ClubRestored(group_id=club.group_id), actor=actor, audience=_audience(club))
    return club


@transaction.atomic
def close_when_nobody_leads(group: Group) -> bool:
    """Archive a club that its last leader has left; who answers for it hears of it. Whether it was closed."""
    club = _without_leader(group)
    if club is None:
        return False
    archive_club(club, actor=None)
    return True


@transaction.atomic
def care_for_orphan(group: Group) -> bool:
    """A club whose leaders' accounts were all closed goes to its longest-serving grown-up helper, else it is put away.

    Who answers for it hears of either. Answers whether something was done.
    """
    Group.objects.select_for_update().get(pk=group.pk)
    club = _without_leader(group)
    if club is None:
        return False
    helpers = Membership.objects.current().filter(group=group, role=Role.HELPER, user__is_active=True)
    helper = next((row.user for row in _eldest(helpers) if not is_minor(row.user)), None)
    if helper is None:
        archive_club(club, actor=None)
        return True
    set_role(group, helper, Role.LEADER, actor=None)
    told = _audience(club)
    audience = Audience(told.topics, (helper.pk, *told.deliver_to), scope=group.pk)
    emit(ClubHandedOn(group_id=group.pk, user_id=helper.pk), actor=None, audience=audience)
    return True


def _eldest(members: QuerySet[Membership]) -> Iterable[Membership]:
    return members.select_related("user").order_by("joined_at", "pk")[:MOST_HELPERS]


def _without_leader(group: Group) -> Club | None:
    club = Club.objects.filter(group=group, group__archived_at=None).select_related("group").first()
    return None if club is None or has_leader(group) else club


def _audience(club: Club) -> Audience:
    """Members see it on their screens; who answers for it finds it in the inbox."""
    answering = Membership.objects.current().filter(
        group=club.group.parent_id, role=Role.COORDINATOR, user__is_active=True
    )
    deliver_to = tuple(answering.values_list("user_id", flat=True)[:20]) if club.group.parent_id else ()
    topics = (group_topic(club.group_id), staff_topic(club.group_id))
    return Audience(topics=topics, deliver_to=deliver_to, scope=club.group_id)
