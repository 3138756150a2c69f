"""A school or an organisation answers for a club's leader, or no longer does. The record stays."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from clubs.domain_events import VouchAsked, VouchDecided
from clubs.enums import VouchState
from clubs.models import Club, Vouch
from clubs.selectors.limits import MONTH, limit
from clubs.services.refusing import require_open
from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from people.audiences import for_group, staff_topic
from people.enums import GroupKind, Role
from people.models import Group, Membership, User

REASON_LIMIT = 300
ANSWERING_KINDS = (GroupKind.SCHOOL, GroupKind.ORGANISATION)


@transaction.atomic
def ask_for_vouch(club: Club, by: Group, *, actor: User, now: datetime) -> Vouch:
    """Ask one school or organisation at a time.

    Raises Refusal ALREADY_VOUCHED, VOUCH_ASKED, NOBODY_THERE or VOUCH_TOO_OFTEN.
    """
    require_open(club)
    Group.objects.select_for_update().get(pk=club.group_id)
    if club.is_vouched:
        raise Refusal("ALREADY_VOUCHED", _("Somebody vouches for this club already."))
    if by.kind not in ANSWERING_KINDS or by.archived_at is not None:
        raise Refusal("NOBODY_THERE", _("Choose a school or an organisation from the list."), "by_group_id")
    asked = Vouch.objects.filter(club=club)
    if asked.filter(state=VouchState.ASKED).exists():
        raise Refusal("VOUCH_ASKED", _("You have asked already. Wait for the answer."))
    most = limit("vouches_asked_a_month")
    if asked.filter(asked_at__gt=now - MONTH).count() >= most:
        raise Refusal(
            "VOUCH_TOO_OFTEN",
            ngettext_lazy(
                "A club can ask %(most)d time a month.", "A club can ask %(most)d times a month.", "most"
            ),
            most=most,
        )
    answering = list(
        Membership.objects.current()
        .filter(group=by, role=Role.COORDINATOR, user__is_active=True)
        .values_list("user_id", flat=True)[:20]
    )
    if not answering:
        raise Refusal("NOBODY_THERE", _("Nobody there can answer yet. Choose another one."), "by_group_id")
    vouch = Vouch.objects.create(club=club, by=by, asked_by=actor)
    fact = VouchAsked(group_id=club.group_id, vouch_id=vouch.pk)
    audience = Audience(
        topics=(staff_topic(club.group_id),), deliver_to=tuple(answering), scope=club.group_id
    )
    emit(fact, actor=actor, audience=audience)
    return vouch


@transaction.atomic
def decide_vouch(vouch: Vouch, *, give: bool, reason: str = "", actor: User, now: datetime) -> Vouch:
    """Give what was asked, or decline it. Raises Refusal VOUCH_DECIDED for one that is answered already."""
    state = VouchState.GIVEN if give else VouchState.DECLINED
    _move(vouch, VouchState.ASKED, state, reason, actor, now)
    if give:
        _stand_behind(vouch, vouch.by)
    return _told(vouch, actor)


@transaction.atomic
def withdraw_vouch(vouch: Vouch, *, reason: str = "", actor: User, now: datetime) -> Vouch:
    """Vouch no longer: the club is back inside the safe limits and leaves the public list at once."""
    _move(vouch, VouchState.GIVEN, VouchState.WITHDRAWN, reason, actor, now)
    _stand_behind(vouch, None)
    return _told(vouch, actor)


def _move(
    vouch: Vouch, before: VouchState, after: VouchState, reason: str, actor: User, now: datetime
) -> None:
    said = clean_text(reason, limit=REASON_LIMIT, multiline=False, field="reason")
    moved = Vouch.objects.filter(pk=vouch.pk, state=before).update(
        state=after, reason=said, decided_by=actor, decided_at=now
    )
    if not moved:
        raise Refusal("VOUCH_DECIDED", _("This has been answered already."))
    vouch.refresh_from_db()


def _stand_behind(vouch: Vouch, parent: Group | None) -> None:
    Group.objects.filter(pk=vouch.club_id).update(parent=parent)
    vouch.club.group.parent = parent
    if parent is None:
        Club.objects.filter(pk=vouch.club_id).update(listed=False)
        vouch.club.listed = False


def _told(vouch: Vouch, actor: User) -> Vouch:
    fact = VouchDecided(group_id=vouch.club_id, vouch_id=vouch.pk)
    leaders = Membership.objects.current().leading().filter(group=vouch.club_id)
    deliver_to = leaders.values_list("user_id", flat=True)[:20]
    emit(fact, actor=actor, audience=for_group(vouch.club_id, deliver_to=deliver_to))
    return vouch
