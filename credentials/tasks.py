"""Slow work, and the sweeps that keep promises from state: no promise depends on one queue entry."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from core.server import periodic, readiness
from credentials.models import AchievementVersion, AwardBatch
from credentials.services import issuer_letters
from credentials.services.agreements import end_agreements, warn_of_endings
from credentials.services.award_pictures import remove_old_pictures
from credentials.services.drawing import draw_pictures_of
from credentials.services.expiring import tell_of_ends
from credentials.services.issuing import issue_batch, issue_due
from credentials.services.keys import check_keys
from credentials.services.offer_letters import mail_due, mail_round
from credentials.services.offering import expire_due
from credentials.services.picturing import forget_unused_pictures
from credentials.services.retaining import purge_due
from credentials.services.status_lists import sign_lists_older_than
from credentials.services.uploading import remove_forgotten_uploads

HOUR = 3600


@task()
def sign_batch(batch_id: str) -> None:
    """Sign one act's documents, if its time to undo is over."""
    batch = (
        AwardBatch.objects.select_related("version__achievement__issuer").filter(pk=UUID(batch_id)).first()
    )
    if batch is not None:
        issue_batch(batch, now=timezone.now())


@task()
def draw_pictures(version_id: str) -> None:
    """Draw the picture of a published version in every size."""
    draw_pictures_of(AchievementVersion.objects.select_related("achievement").get(pk=UUID(version_id)))


@task()
def mail_offers(round_id: str) -> None:
    """Send the first letters of one round."""
    mail_round(UUID(round_id), timezone.now())


def mail_what_is_due() -> None:
    """Letters, tries again and reminders that are owed; offers whose time is over."""
    now = timezone.now()
    expire_due(now)
    mail_due(now)
    issuer_letters.mail_due(now)


def sign_due() -> None:
    """Sign everything that is owed."""
    issue_due(timezone.now())


def sign_lists() -> None:
    """Sign every status list again that is nearly a day old."""
    now = timezone.now()
    sign_lists_older_than(now - timedelta(hours=20), now=now)


def purge_evidence() -> None:
    """Empty evidence whose time is over."""
    purge_due(timezone.now())


def forget_uploads() -> None:
    """Remove files that nothing took, and pictures of awards whose year is over."""
    now = timezone.now()
    remove_forgotten_uploads(now)
    forget_unused_pictures(now)
    remove_old_pictures(now)


def look_at_agreements() -> None:
    """Tell issuers whose agreement ends soon, and end those whose last day is over."""
    now = timezone.now()
    warn_of_endings(now)
    end_agreements(now)


def tell_of_badges_that_end() -> None:
    """Tell learners whose badge is valid for 60 or 14 more days."""
    tell_of_ends(timezone.now())


periodic.register(sign_due, 30)
periodic.register(mail_what_is_due, 30)
periodic.register(sign_lists, HOUR)
periodic.register(purge_evidence, HOUR)
periodic.register(forget_uploads, HOUR)
periodic.register(look_at_agreements, HOUR)
periodic.register(tell_of_badges_that_end, HOUR)
readiness.register("keys", check_keys)
