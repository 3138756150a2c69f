"""What the public face does by the clock: pages that come out or go, messages that still have to be mailed."""

from __future__ import annotations

import logging
from uuid import UUID

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from cms.models import ContactMessage
from cms.services.contact import MOST_TRIES, forget_old, mail_one
from cms.services.films import forget_files
from core.server import periodic

logger = logging.getLogger(__name__)
AT_ONCE = 20


@task()
def mail_message(message_id: str) -> None:
    """Mail one message. A failure is for the sweep; the log names the message, not what it says."""
    _try_to_mail(UUID(message_id))


def mail_waiting() -> int:
    """What could not be mailed before: the oldest first. Answers how many left now."""
    if not settings.CONTACT_EMAIL:
        return 0
    waiting = ContactMessage.objects.filter(mailed_at=None, mail_tries__lt=MOST_TRIES).order_by("sent_at")
    return sum(_try_to_mail(pk) for pk in waiting.values_list("pk", flat=True)[:AT_ONCE])


def _try_to_mail(message_id: UUID) -> bool:
    try:
        return mail_one(message_id)
    except OSError:  # smtplib's errors are OSErrors, and so is a lost network
        logger.warning("Message %s could not be mailed", message_id)
        return False


def publish_due() -> None:
    """Pages whose hour has come appear, those whose hour is over go."""
    call_command("publish_scheduled", verbosity=0)


def forget_messages() -> int:
    return forget_old(timezone.now())


def forget_films() -> int:
    """Files of films that were taken away or replaced."""
    return forget_files(timezone.now())


periodic.register(publish_due, every_seconds=30)
periodic.register(mail_waiting, every_seconds=600)
periodic.register(forget_messages, every_seconds=3600)
periodic.register(forget_films, every_seconds=3600)
