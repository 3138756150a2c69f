"""Roles in a group people join by themselves: leader, helper, member; handing on, leaving, removing, blocking."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from people.audiences import for_student_in, group_topic
from people.domain_events import RoleChanged
from people.enums import Role
from people.models import Group, GroupBlock, JoinRequest, Membership, User
from people.services import memberships

OPEN_ROLES = (Role.LEADER, Role.HELPER, Role.MEMBER)


@transaction.atomic
def set_role(group: Group, user: User, role: str, *, actor: User | None) -> Membership:
    """Make a member a leader, a helper or a member again.

    Raises Refusal ROLE, NOT_A_MEMBER, or LAST_LEADER when nobody would lead any more.
    """
    if role not in OPEN_ROLES:
        raise Refusal("ROLE", _("Choose leader, helper or member."), "role")
    _lock(group)
    member = _member(group, user)
    if member.role == role:
        return member
    if role != Role.LEADER:
        _check_not_last_leader(group, member)
    member.role = role
    member.save(update_fields=["role"])
    fact = RoleChanged(group_id=group.pk, user_id=user.pk)
    audience = for_student_in(user.pk, group.pk)
    emit(
        fact,
        actor=actor,
        # Members see who leads.
        audience=Audience(topics=(*audience.topics, group_topic(group.pk)), scope=group.pk),
    )
    memberships.recheck_live([user.pk])
    return member


@transaction.atomic
def hand_on(group: Group, to: User, *, actor: User) -> Membership:
    """Another member leads from now on; who hands on stays as a member. Raises Refusal NOT_A_MEMBER."""
    leader = set_role(group, to, Role.LEADER, actor=actor)
    if to.pk != actor.pk and Membership.objects.current().filter(group=group, user=actor).exists():
        set_role(group, actor, Role.MEMBER, actor=actor)
    return leader


@transaction.atomic
def leave(group: Group, *, user: User) -> bool:
    """Leave by oneself. Raises Refusal LAST_LEADER: who leads alone hands on first. Answers whether one was in."""
    _lock(group)
    member = Membership.objects.current().filter(group=group, user=user).first()
    if member is None:
        return False
    _check_not_last_leader(group, member)
    return memberships.leave(group, user, actor=user)


@transaction.atomic
def remove_member(group: Group, user: User, *, actor: User, block: bool = False) -> bool:
    """Take somebody out, and with `block` keep them out; also somebody who only asked to join.

    Raises Refusal LAST_LEADER. Answers whether they were in.
    """
    _lock(group)
    member = Membership.objects.current().filter(group=group, user=user).first()
    if member is not None:
        _check_not_last_leader(group, member)
    if block:
        GroupBlock.objects.get_or_create(
            group=group, user=user, lifted_at=None, defaults={"blocked_by": actor}
        )
        JoinRequest.objects.filter(group=group, user=user, decided_at=None).update(
            decided_at=timezone.now(), decided_by=actor, accepted=False
        )
    return memberships.leave(group, user, actor=actor)


@transaction.atomic
def unblock(group: Group, user: User, *, actor: User) -> bool:
    """Lift the block; the person may ask again. Answers whether there was one."""
    return bool(
        GroupBlock.objects.filter(group=group, user=user, lifted_at=None).update(lifted_at=timezone.now())
    )


def _lock(group: Group) -> None:
    Group.objects.select_for_update().get(pk=group.pk)


def _member(group: Group, user: User) -> Membership:
    member = Membership.objects.current().filter(group=group, user=user).first()
    if member is None:
        raise Refusal("NOT_A_MEMBER", _("This person is not a member."), "user_id")
    return member


def _check_not_last_leader(group: Group, member: Membership) -> None:
    if member.role != Role.LEADER:
        return
    leaders = Membership.objects.current().filter(group=group, role=Role.LEADER, user__is_active=True)
    if not leaders.exclude(pk=member.pk).exists():
        raise Refusal(
            "LAST_LEADER", _("Somebody has to lead. Hand the group on first, or close it."), "user_id"
        )
