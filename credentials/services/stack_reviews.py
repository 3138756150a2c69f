"""An issuer looks at a larger badge one part of which was taken back, and decides."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import LargerBadgeReviewDecided
from credentials.enums import RevocationKind, StackDecision
from credentials.models import StackReview
from credentials.services.revoking import revoke
from people.models import User

WORDS = 500


@transaction.atomic
def decide(review: StackReview, *, decision: str, words: str, actor: User, now: datetime) -> StackReview:
    """Keep the larger badge, or revoke it with these words to the learner.

    Raises Refusal DECISION, TEXT_EMPTY (revoking needs words), or ALREADY_DECIDED.
    """
    if decision not in StackDecision.values:
        raise Refusal("DECISION", _("Choose whether it stays or is revoked."), "decision")
    revoked = decision == StackDecision.REVOKED
    words = clean_text(words, limit=WORDS, field="words", required=revoked)
    decided = StackReview.objects.waiting().filter(pk=review.pk).update(
        decision=decision, words=words, decided_at=now, decided_by=actor
    )  # fmt: skip
    if not decided:
        raise Refusal("ALREADY_DECIDED", _("Somebody has decided it already."))
    if revoked:
        revoke(review.credential, actor=actor, reason=words, kind=RevocationKind.NOT_MET, now=now)
    fact = LargerBadgeReviewDecided(review_id=review.pk, credential_id=review.credential_id)
    emit(fact, actor=actor, audience=Audience())
    review.refresh_from_db()
    return review
