"""Thanks in fixed words: the one who gets it sees from whom, the club sees a number."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from clubs.domain_events import MemberThanked
from clubs.enums import ThanksWord
from clubs.models import Club, Thanks
from clubs.selectors.limits import DAY, limit
from clubs.services.refusing import not_a_member, require_open
from core.emitting import emit
from core.refusals import Refusal
from people.audiences import for_user
from people.models import Membership, User


@transaction.atomic
def thank(club: Club, receiver_id: UUID, word: str, *, actor: User, now: datetime) -> Thanks:
    """Thank another member. Raises Refusal THANKS_WORD, ONESELF, NOT_A_MEMBER, or ENOUGH_THANKS a day."""
    require_open(club)
    if word not in ThanksWord.values:
        raise Refusal("THANKS_WORD", _("Choose one of the words."), "word")
    if receiver_id == actor.pk:
        raise Refusal("ONESELF", _("Choose somebody else."), "user_id")
    receiver = (
        Membership.objects.current()
        .filter(group=club.group_id, user_id=receiver_id, user__is_active=True)
        .select_related("user")
        .first()
    )
    if receiver is None:
        raise not_a_member()
    User.objects.select_for_update().get(pk=actor.pk)
    most = limit("thanks_a_day")
    if Thanks.objects.filter(giver=actor, created_at__gt=now - DAY).count() >= most:
        raise Refusal(
            "ENOUGH_THANKS",
            ngettext_lazy(
                "You have said thank you %(most)d time today. Tomorrow is a day too.",
                "You have said thank you %(most)d times today. Tomorrow is a day too.",
                "most",
            ),
            most=most,
        )
    said = Thanks.objects.create(
        group=club.group, giver=actor, receiver=receiver.user, word=word, created_at=now
    )
    fact = MemberThanked(group_id=club.group_id, thanks_id=said.pk)
    emit(fact, actor=actor, audience=for_user(receiver.user_id, deliver=True))
    return said
