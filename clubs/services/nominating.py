"""Members propose one another; at enough different voices the leader looks, and one act awards."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from clubs.domain_events import MemberNominated, NominationsDecided
from clubs.models import Club, ClubBadge, Nomination
from clubs.selectors.limits import DAY, limit
from clubs.services.recognising import recognise
from clubs.services.refusing import not_a_member, require_open
from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.models import AwardBatch
from credentials.selectors.achievements import awardable_in
from people.audiences import for_staff
from people.models import Membership, User

REASON_LIMIT = 300


@transaction.atomic
def nominate(
    club: Club, achievement_id: UUID, nominee_id: UUID, reason: str, *, actor: User, now: datetime
) -> Nomination:
    """Propose another member. Only those who lead learn of it, and with which words.

    Whether the person has the badge already is not answered: what somebody has is theirs to show.

    Raises Refusal ONESELF, NOT_A_MEMBER, NOT_BY_NOMINATION, NOMINATED_ALREADY, ENOUGH_NOMINATIONS.
    """
    require_open(club)
    why = clean_text(reason, limit=REASON_LIMIT, multiline=False, field="reason", required=True)
    if nominee_id == actor.pk:
        raise Refusal("ONESELF", _("Choose somebody else."), "user_id")
    if not _is_in(club, nominee_id):
        raise not_a_member()
    achievement = awardable_in(club.group).filter(pk=achievement_id).first()
    badge = ClubBadge.objects.filter(achievement=achievement).first() if achievement else None
    if achievement is None or badge is None or badge.nominations_needed is None:
        raise Refusal("NOT_BY_NOMINATION", _("Nobody can be nominated for this badge."), "achievement_id")
    User.objects.select_for_update().get(pk=actor.pk)
    waiting = Nomination.objects.filter(decided_at=None, nominator=actor, nominee_id=nominee_id)
    if waiting.filter(achievement=achievement).exists():
        raise Refusal("NOMINATED_ALREADY", _("You have nominated this person already."))
    most = limit("nominations_a_day")
    if Nomination.objects.filter(nominator=actor, created_at__gt=now - DAY).count() >= most:
        raise Refusal(
            "ENOUGH_NOMINATIONS",
            ngettext_lazy(
                "You can nominate %(most)d person a day.", "You can nominate %(most)d people a day.", "most"
            ),
            most=most,
        )
    made = Nomination.objects.create(
        group=club.group, achievement=achievement, nominee_id=nominee_id, nominator=actor, reason=why,
        created_at=now,
    )  # fmt: skip
    fact = MemberNominated(group_id=club.group_id, nomination_id=made.pk)
    emit(fact, actor=actor, audience=for_staff(club.group_id))
    return made


@transaction.atomic
def decide_nominations(
    club: Club, achievement_id: UUID, nominee_id: UUID, *, accept: bool, actor: User, now: datetime
) -> AwardBatch | None:
    """Answer all that were made for one person and badge. Accepting awards it, to a nominee who is still a member.

    Raises Refusal NO_NOMINATIONS, or TOO_FEW_NOMINATIONS below the number the badge asks for.
    """
    require_open(club)
    waiting = Nomination.objects.filter(
        group=club.group, achievement_id=achievement_id, nominee_id=nominee_id, decided_at=None
    )
    # Locked: of two who decide at once the second finds nothing left to decide.
    pile = list(waiting.select_for_update())
    count = len({one.nominator_id for one in pile if one.hidden_at is None})
    if not pile:
        raise Refusal("NO_NOMINATIONS", _("There are no nominations any more. Refresh the page."))
    batch = None
    if accept:
        badge = ClubBadge.objects.filter(achievement_id=achievement_id).first()
        needed = badge.nominations_needed if badge else None
        if needed is None or count < needed:
            raise Refusal("TOO_FEW_NOMINATIONS", _("There are not enough nominations yet."))
        batch = recognise(club, achievement_id, [nominee_id], actor=actor).batch
    waiting.update(decided_at=now, decided_by=actor, accepted=accept)
    fact = NominationsDecided(group_id=club.group_id, achievement_id=achievement_id)
    emit(fact, actor=actor, audience=for_staff(club.group_id))
    return batch


def _is_in(club: Club, user_id: UUID) -> bool:
    members = Membership.objects.current().filter(group=club.group_id, user__is_active=True)
    return members.filter(user_id=user_id).exists()
