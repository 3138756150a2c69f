"""Joining a group and leaving it: by code, by asking, by hand. Every door into a group goes through `add_member`."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from people.audiences import for_user, staff_topic, user_topic
from people.domain_events import JoinAsked, JoinDecided
from people.enums import Role
from people.joining_conditions import check_joining
from people.models import Group, GroupBlock, JoinRequest, Membership, User
from people.services import memberships
from people.services.join_codes import (
    JoinCodeShown,
    count_use,
    end_join_code,
    group_of_code,
    join_code_of,
    wrong_code,
)
from people.services.member_roles import hand_on, leave, remove_member, set_role, unblock

__all__ = [
    "JoinCodeShown",
    "add_member",
    "ask_to_join",
    "decide_join",
    "end_join_code",
    "group_of_code",
    "hand_on",
    "join_by_code",
    "join_code_of",
    "leave",
    "remove_member",
    "set_role",
    "unblock",
    "wrong_code",
]

_limits = settings.KOTYLION_LIMITS


@transaction.atomic
def add_member(group: Group, user: User, role: Role, *, actor: User | None) -> Membership:
    """Let `user` in; who is in already keeps the membership they have.

    Raises Refusal JOIN_CLOSED for a closed group or a blocked person, and what `joining_conditions` say.
    """
    # The row's lock makes limits of size exact when many join in the same moment.
    group = Group.objects.select_for_update().get(pk=group.pk)
    member = Membership.objects.current().filter(group=group, user=user).first()
    if member is not None:
        return member
    _check_open(group, user)
    check_joining(group, user)
    JoinRequest.objects.filter(group=group, user=user, decided_at=None).update(
        decided_at=timezone.now(), decided_by=actor, accepted=True
    )
    return memberships.join(group, user, role, actor=actor)


@transaction.atomic
def join_by_code(group: Group, user: User) -> Membership:
    """Become a member of the group that `group_of_code` found."""
    was_in = Membership.objects.current().filter(group=group, user=user).exists()
    member = add_member(group, user, Role.MEMBER, actor=user)
    if not was_in:
        count_use(group)
    return member


@transaction.atomic
def ask_to_join(group: Group, *, user: User) -> JoinRequest:
    """Ask those who lead. Asking twice is asking once.

    Raises Refusal ALREADY_IN, ASKED_TOO_OFTEN, JOIN_CLOSED and what `joining_conditions` say.
    """
    group = Group.objects.select_for_update().get(pk=group.pk)
    if Membership.objects.current().filter(group=group, user=user).exists():
        raise Refusal("ALREADY_IN", _("You are a member already."))
    _check_open(group, user)
    check_joining(group, user)
    waiting = JoinRequest.objects.filter(group=group, user=user, decided_at=None).first()
    if waiting is not None:
        return waiting
    _check_asking(group, user)
    request = JoinRequest.objects.create(group=group, user=user)
    emit(
        JoinAsked(group_id=group.pk, request_id=request.pk),
        actor=user,
        audience=Audience(topics=(staff_topic(group.pk), user_topic(user.pk)), scope=group.pk),
    )
    return request


@transaction.atomic
def decide_join(request: JoinRequest, *, accept: bool, actor: User) -> JoinRequest:
    """Answer a request. A second answer changes nothing; who left the leading meanwhile is the door's matter."""
    now = timezone.now()
    decided = JoinRequest.objects.filter(pk=request.pk, decided_at=None).update(
        decided_at=now, decided_by=actor, accepted=accept
    )
    request.refresh_from_db()
    if not decided:
        return request
    if accept:
        add_member(request.group, request.user, Role.MEMBER, actor=actor)
    fact = JoinDecided(group_id=request.group_id, user_id=request.user_id)
    # The person hears of it; for the others it is the list that changes.
    emit(
        fact,
        actor=actor,
        audience=Audience(
            topics=(staff_topic(request.group_id),),
            deliver_to=for_user(request.user_id, deliver=True).deliver_to,
            scope=request.group_id,
        ),
    )
    return request


def _check_open(group: Group, user: User) -> None:
    blocked = GroupBlock.objects.filter(group=group, user=user, lifted_at=None).exists()
    # One answer for both: nobody learns from it that they are blocked.
    if group.archived_at is not None or blocked:
        raise Refusal("JOIN_CLOSED", _("You cannot join now. Ask the person who leads."))


def _check_asking(group: Group, user: User) -> None:
    now = timezone.now()
    mine = JoinRequest.objects.filter(user=user)
    declined_since = now - timedelta(days=_limits["join_again_days"])
    declined = mine.filter(group=group, accepted=False, decided_at__gt=declined_since).exists()
    today = mine.filter(asked_at__gt=now - timedelta(days=1)).count()
    if declined or today >= _limits["join_requests_a_day"]:
        raise Refusal("ASKED_TOO_OFTEN", _("You have asked already. Try again in a few days."))
