"""Standing up for a club badge, in one's own name or that of a school, an organisation or an issuer."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import AchievementEndorsed, EndorsementWithdrawn
from credentials.enums import AchievementKind
from credentials.models import Achievement, Endorsement, Issuer, SignedEndorsement
from credentials.selectors.endorsers import may_speak_for_themselves, speaks_for
from credentials.services.status_lists import sign_list
from people.audiences import for_staff
from people.models import Group, User
from people.selectors.groups import leads

TEXT_LETTERS = 300


def endorse(
    achievement: Achievement,
    *,
    by: User,
    group: Group | None = None,
    issuer: Issuer | None = None,
    text: str = "",
) -> Endorsement:
    """Endorse a club badge; the same words again change nothing, other words take the place of the earlier.

    Raises Refusal NOT_A_CLUB_BADGE, ONE_NAME, NOT_YOUR_NAME, OWN_BADGE for those who lead the club,
    ENDORSEMENT_HIDDEN while a reported one waits for a decision, or TEXT_… about `text`.
    """
    if achievement.kind != AchievementKind.CLUB_BADGE or achievement.club is None:
        raise Refusal("NOT_A_CLUB_BADGE", _("This is not a badge of a club."))
    if group is not None and issuer is not None:
        raise Refusal("ONE_NAME", _("Choose one name in which you endorse it."))
    _check_name(achievement, by, group, issuer)
    text = clean_text(text, limit=TEXT_LETTERS, field="text")
    try:
        with transaction.atomic():
            # All that endorse this badge take turns, so that of two taps one is the earlier.
            Achievement.objects.select_for_update().get(pk=achievement.pk)
            earlier = _earlier(achievement, by, group, issuer)
            if earlier is not None and earlier.hidden_at is not None:
                raise Refusal(
                    "ENDORSEMENT_HIDDEN", _("Your earlier words were reported. Wait for the decision.")
                )
            if earlier is not None and earlier.text == text:
                return earlier
            if earlier is not None:
                earlier.text = text
                earlier.by = by
                earlier.save(update_fields=["text", "by"])
                made = earlier
            else:
                made = Endorsement.objects.create(
                    achievement=achievement, by=by, group=group, issuer=issuer, text=text
                )
            fact = AchievementEndorsed(achievement_id=achievement.pk, endorsement_id=made.pk)
            emit(fact, actor=by, audience=for_staff(achievement.club.pk))
            return made
    except IntegrityError:
        # Somebody else spoke in the same name at the same moment.
        found = _earlier(achievement, by, group, issuer)
        if found is None:
            raise
        return found


def withdraw(endorsement: Endorsement, *, actor: User, now: datetime) -> None:
    """Take an endorsement back. Again changes nothing."""
    achievement = endorsement.achievement
    with transaction.atomic():
        standing = Endorsement.objects.filter(pk=endorsement.pk, withdrawn_at=None)
        if standing.update(withdrawn_at=now):
            _revoke_signed(endorsement, now)
            fact = EndorsementWithdrawn(achievement_id=achievement.pk, endorsement_id=endorsement.pk)
            emit(
                fact,
                actor=actor,
                audience=for_staff(achievement.club_id) if achievement.club_id else Audience(),
            )
    endorsement.refresh_from_db(fields=["withdrawn_at"])


def _revoke_signed(endorsement: Endorsement, now: datetime) -> None:
    """Set the bit of a signed endorsement and sign its list at once; a club badge's has none."""
    signed = SignedEndorsement.objects.filter(endorsement=endorsement, revoked=False)
    for one in signed.select_related("status_list__issuer"):
        SignedEndorsement.objects.filter(pk=one.pk).update(revoked=True)
        sign_list(one.status_list, now=now)


def _check_name(achievement: Achievement, by: User, group: Group | None, issuer: Issuer | None) -> None:
    if group is not None or issuer is not None:
        if not speaks_for(by, group=group, issuer=issuer):
            raise Refusal("NOT_YOUR_NAME", _("You do not speak for this organisation here."))
        return
    if not may_speak_for_themselves(by, achievement):
        raise Refusal("NOT_YOUR_NAME", _("Adults and members of the club can endorse this badge."))
    if achievement.club is not None and leads(by, achievement.club):
        raise Refusal("OWN_BADGE", _("Nobody endorses a badge of their own club. Ask somebody outside."))


def _earlier(
    achievement: Achievement, by: User, group: Group | None, issuer: Issuer | None
) -> Endorsement | None:
    standing = Endorsement.objects.filter(
        achievement=achievement, withdrawn_at=None, group=group, issuer=issuer
    )
    return (standing if group or issuer else standing.filter(by=by)).first()
