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
from people.domain_events import JoinAsked, JoinAwaitsGuardian, JoinDecided
from people.enums import Role
from people.joining_conditions import check_joining, waits_for_guardian
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
    "admit",
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

    Raises Refusal JOIN_CLOSED for a closed group or a blocked person, GUARDIAN_FIRST, and what
    `joining_conditions` say.
    """
    # The row's lock makes limits of size exact when many join in the same moment.
    group = Group.objects.select_for_update().get(pk=group.pk)
    member = Membership.objects.current().filter(group=group, user=user).first()
    if member is not None:
        return member
    _check_open(group, user)
    check_joining(group, user)
    if waits_for_guardian(group, user):
        raise Refusal("GUARDIAN_FIRST", _("A guardian has to agree first."))
    JoinRequest.objects.filter(group=group, user=user, decided_at=None).update(
        decided_at=timezone.now(), decided_by=actor, accepted=True
    )
    return memberships.join(group, user, role, actor=actor)


@transaction.atomic
def admit(group: Group, user: User, *, actor: User | None) -> Membership | None:
    """Let `user` in as a member; None when a guardian has to agree first: then they are in with the guardian's word.

    Raises what `add_member` does.
    """
    group = Group.objects.select_for_update().get(pk=group.pk)
    is_in = Membership.objects.current().filter(group=group, user=user).exists()
    if is_in or not waits_for_guardian(group, user):
        return add_member(group, user, Role.MEMBER, actor=actor)
    _check_open(group, user)
    check_joining(group, user)
    request, _made = JoinRequest.objects.get_or_create(group=group, user=user, decided_at=None)
    if request.admitted_at is None:
        request.admitted_at = timezone.now()
        request.save(update_fields=["admitted_at"])
        fact = JoinAwaitsGuardian(group_id=group.pk, user_id=user.pk)
        told = for_user(user.pk, deliver=actor != user)
        topics = (*told.topics, staff_topic(group.pk))
        emit(fact, actor=actor, audience=Audience(topics, told.deliver_to, scope=group.pk))
    return None


@transaction.atomic
def join_by_code(group: Group, user: User) -> Membership | None:
    """Become a member of the group that `group_of_code` found; None while a guardian has to agree."""
    was_in = Membership.objects.current().filter(group=group, user=user).exists()
    asked = JoinRequest.objects.filter(group=group, user=user, decided_at=None, admitted_at__isnull=False)
    was_asked = asked.exists()
    member = admit(group, user, actor=user)
    if not was_in and not was_asked:
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
def decide_join(request: JoinRequest, *, accept: bool, actor: User | None) -> JoinRequest:
    """Answer a request. A second answer changes nothing; who left the leading meanwhile is the door's matter.

    Accepted while a guardian has to agree, it waits for their word.
    """
    now = timezone.now()
    if accept and waits_for_guardian(request.group, request.user):
        if JoinRequest.objects.filter(pk=request.pk, decided_at=None).exists():
            admit(request.group, request.user, actor=actor)
        request.refresh_from_db()
        return request
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
