"""Joining, leaving, being called differently."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from core import live
from core.emitting import Audience, emit
from people.audiences import for_student_in, staff_topic, user_topic
from people.domain_events import MemberJoined, MemberLeft, MemberRenamed, MembersJoined
from people.enums import Role
from people.models import Group, Membership, User
from people.services.names import cleaned_name


@transaction.atomic
def join(group: Group, user: User, role: Role, *, actor: User | None) -> Membership:
    """Make `user` a member; one who is already in keeps the membership they have."""
    membership, is_new = Membership.objects.get_or_create(
        group=group, user=user, left_at=None, defaults={"role": role}
    )
    if is_new:
        fact = MemberJoined(group_id=group.pk, user_id=user.pk)
        emit(fact, actor=actor, audience=for_student_in(user.pk, group.pk))
        recheck_live([user.pk])
    return membership


@transaction.atomic
def join_many(group: Group, users: Iterable[User], role: Role, *, actor: User | None) -> None:
    """People who are not in the group yet, a whole class at once: the same few statements for 1 and for 1,000."""
    users = list(users)
    if not users:
        return
    Membership.objects.bulk_create(Membership(group=group, user=user, role=role) for user in users)
    user_ids = tuple(user.pk for user in users)
    topics = (*(user_topic(pk) for pk in user_ids), staff_topic(group.pk))
    fact = MembersJoined(group_id=group.pk, user_ids=user_ids)
    emit(fact, actor=actor, audience=Audience(topics=topics, scope=group.pk))
    recheck_live(list(user_ids))


@transaction.atomic
def leave(group: Group, user: User, *, actor: User | None) -> bool:
    """End the membership. From the commit on the person hears and sees nothing new of the group (WS-04, AC-08).

    Returns whether there was one to end.
    """
    ended = Membership.objects.current().filter(group=group, user=user).update(left_at=timezone.now())
    if ended:
        # The leaver is not in the audience of their own removal's staff topic, but learns it on their own.
        fact = MemberLeft(group_id=group.pk, user_id=user.pk)
        emit(fact, actor=actor, audience=for_student_in(user.pk, group.pk))
        recheck_live([user.pk])
    return bool(ended)


@transaction.atomic
def rename(group: Group, user: User, *, given_name: str, family_name: str, actor: User | None) -> User:
    """Correct a name. Signed documents keep what they said; the class sees the new one at once."""
    user.given_name = cleaned_name(given_name, field="given_name")
    user.family_name = cleaned_name(family_name, field="family_name")
    user.save(update_fields=["given_name", "family_name"])
    fact = MemberRenamed(group_id=group.pk, user_id=user.pk)
    emit(fact, actor=actor, audience=for_student_in(user.pk, group.pk))
    return user


def recheck_live(user_ids: list[UUID]) -> None:
    """Their open connections ask the gate again before anything more is delivered."""
    transaction.on_commit(lambda: live.recheck(user_ids))
