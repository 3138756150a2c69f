"""Sign-ups follow what happens to people: a guardian’s answer, and leaving a group."""

from __future__ import annotations

from core.emitting import on
from events.services.agreeing import consent_text
from events.services.leaving import give_up_places_in
from events.services.signing_up import guardian_answered
from people import consent_texts
from people.domain_events import ConsentAnswered, ConsentWithdrawn, MemberLeft
from people.enums import ConsentPurpose
from people.models import Consent

consent_texts.register(ConsentPurpose.EVENT, consent_text)


@on(ConsentAnswered)
def take_or_free_the_place(fact: ConsentAnswered) -> None:
    consent = Consent.objects.select_related("subject").filter(pk=fact.consent_id).first()
    if consent is not None:
        guardian_answered(consent)


@on(ConsentWithdrawn)
def free_the_place(fact: ConsentWithdrawn) -> None:
    consent = Consent.objects.select_related("subject").filter(pk=fact.consent_id).first()
    if consent is not None:
        guardian_answered(consent)


@on(MemberLeft)
def give_up_places(fact: MemberLeft) -> None:
    """Who left learns nothing new about the group: not where it meets next either."""
    give_up_places_in(fact.group_id, fact.user_id)
