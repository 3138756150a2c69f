"""Putting a club away, and bringing it back. Nothing is deleted: badges stay with those who have them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clubs.domain_events import ClubArchived, ClubRestored
from clubs.models import Club
from core.emitting import Audience, emit
from core.refusals import Refusal
from people.audiences import group_topic, staff_topic
from people.enums import Role
from people.models import Group, Membership, User


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
    club = Club.objects.filter(group=group, group__archived_at=None).select_related("group").first()
    if club is None or has_leader(group):
        return False
    archive_club(club, actor=None)
    return True


def has_leader(group: Group) -> bool:
    return Membership.objects.current().leading().filter(group=group, user__is_active=True).exists()


def _audience(club: Club) -> Audience:
    """Members see it on their screens; who answers for it finds it in the inbox."""
    answering = Membership.objects.current().filter(
        group=club.group.parent_id, role=Role.COORDINATOR, user__is_active=True
    )
    deliver_to = tuple(answering.values_list("user_id", flat=True)[:20]) if club.group.parent_id else ()
    topics = (group_topic(club.group_id), staff_topic(club.group_id))
    return Audience(topics=topics, deliver_to=deliver_to, scope=club.group_id)
