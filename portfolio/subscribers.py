"""Reactions to facts: gathering somebody's data is work for later, so it is enqueued; a page closes at once."""

from __future__ import annotations

from django.utils import timezone

from core.emitting import on
from credentials.selectors.sharing_age import decides_alone
from people.domain_events import ConsentWithdrawn, NicknameChanged
from people.enums import ConsentPurpose
from people.models import Consent, User
from portfolio.domain_events import DataAsked
from portfolio.models import PresentationPage
from portfolio.services.showing import called_otherwise, withdraw_page
from portfolio.tasks import gather_data


@on(DataAsked)
def gather_what_was_asked_for(fact: DataAsked) -> None:
    gather_data.enqueue(str(fact.archive_id))


@on(ConsentWithdrawn)
def close_the_page(fact: ConsentWithdrawn) -> None:
    consent = Consent.objects.filter(pk=fact.consent_id, purpose=ConsentPurpose.PRESENTATION).first()
    if consent is None or consent.about is None:
        return
    now = timezone.now()
    page = PresentationPage.objects.select_related("owner").filter(pk=consent.about).first()
    if page is not None and not decides_alone(page.owner, now):
        withdraw_page(page, now=now)


@on(NicknameChanged)
def say_it_to_the_guardian(fact: NicknameChanged) -> None:
    called_otherwise(User.objects.get(pk=fact.user_id), now=timezone.now())
