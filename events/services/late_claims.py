"""“I was there too”: asked until seven days after the end, decided by who leads the host."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from events.check_in_window import may_claim_late
from events.domain_events import LateClaimDecided, LateClaimMade
from events.models import Attendance, Event, LateClaim
from events.services.checking_in import record_late
from people.audiences import for_student_in
from people.models import User

NOTE_LETTERS = 300


@transaction.atomic
def claim_late(event: Event, user: User, note: str, *, now: datetime) -> LateClaim:
    """Ask to be counted in. Raises Refusal TOO_LATE, ALREADY_HERE or ALREADY_CLAIMED."""
    words = clean_text(note, limit=NOTE_LETTERS, multiline=False, field="note")
    if not may_claim_late(event, now) or event.group_id is None:
        raise Refusal("TOO_LATE", _("That is possible after check-in closes, for seven days after the end."))
    if Attendance.objects.filter(event=event, user=user).exists():
        raise Refusal("ALREADY_HERE", _("You are on the list already."))
    claim, new = LateClaim.objects.get_or_create(
        event=event, user=user, defaults={"note": words, "asked_at": now}
    )
    if not new:
        raise Refusal("ALREADY_CLAIMED", _("You have asked already."))
    audience = for_student_in(user.pk, event.group_id)
    emit(LateClaimMade(event_id=event.pk, claim_id=claim.pk), actor=user, audience=audience)
    return claim


@transaction.atomic
def decide_late_claim(claim: LateClaim, *, accept: bool, actor: User, now: datetime) -> LateClaim:
    """Say yes or no, once. Yes is an attendance like any other. Raises Refusal ALREADY_DECIDED."""
    decided = LateClaim.objects.filter(pk=claim.pk, accepted=None).update(
        accepted=accept, decided_at=now, decided_by=actor
    )
    claim.refresh_from_db()
    if not decided:
        if claim.accepted == accept:
            return claim
        raise Refusal("ALREADY_DECIDED", _("This has been decided already."))
    if accept:
        record_late(claim.event, claim.user, actor=actor)
    group_id = claim.event.group_id
    assert group_id is not None
    audience = for_student_in(claim.user_id, group_id, deliver=True)
    emit(LateClaimDecided(event_id=claim.event_id, claim_id=claim.pk), actor=actor, audience=audience)
    return claim
