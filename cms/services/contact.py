"""Writing to who runs the portal: refuse machines without a third party, keep first, mail later, forget in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.models import ContactMessage
from core import open_forms
from core.portal_name import portal_name
from core.refusals import Refusal, Refusals
from core.text import clean_text
from core.throttling import Throttle

STAMP = "cms.contact"
# One network may be a school, so many may write from it; one machine that writes to nobody is still stopped.
BY_NETWORK = Throttle("contact", limit=settings.KOTYLION_LIMITS["contact_by_network"], seconds=3600)
ALL = Throttle("contact-all", limit=settings.KOTYLION_LIMITS["contact_an_hour"], seconds=3600)
MOST_LINKS = 2
MOST_TRIES = 20


@dataclass(frozen=True)
class Written:
    """What the form brought, as typed. `trap` is a field that people do not see."""

    topic: str
    name: str
    email: str
    text: str
    trap: str
    stamp: str


def opened_stamp() -> str:
    """Says, signed, when the form was opened."""
    return open_forms.opened_stamp(STAMP)


def receive(written: Written, *, topics: list[str], network: str, language: str) -> ContactMessage | None:
    """Keep a message, and have it mailed. Raises Refusals about fields, or Throttled.

    Returns None for what only a machine sends: it is thanked and nothing is kept, so that it learns nothing.
    """
    if open_forms.sent_by_a_machine(STAMP, trap=written.trap, stamp=written.stamp):
        return None
    fields = _cleaned(written, topics)
    ALL.check("")
    BY_NETWORK.take(network)
    ALL.count("")
    with transaction.atomic():
        message = ContactMessage.objects.create(**fields, language=language)
        transaction.on_commit(lambda: _enqueue(message.pk))
    return message


def _enqueue(message_id: UUID) -> None:
    from cms.tasks import mail_message

    mail_message.enqueue(str(message_id))


def _cleaned(written: Written, topics: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    refused: list[Refusal] = []
    for field, limit, multiline, required in (
        ("name", 120, False, False),
        ("email", 200, False, False),
        ("text", 2000, True, True),
    ):
        try:
            found[field] = clean_text(
                getattr(written, field), limit=limit, multiline=multiline, field=field, required=required
            )
        except Refusal as refusal:
            refused.append(refusal)
    found["topic"] = written.topic if written.topic in topics else ""
    if topics and not found["topic"]:
        refused.append(Refusal("TOPIC_UNKNOWN", gettext_lazy("Choose what it is about."), "topic"))
    if found.get("email"):
        try:
            validate_email(found["email"])
        except ValidationError:
            refused.append(
                Refusal(
                    "EMAIL_WRONG",
                    gettext_lazy("This is no e-mail address. Without one we cannot answer."),
                    "email",
                )
            )
    if found.get("text", "").count("://") > MOST_LINKS:
        refused.append(
            Refusal("LINKS", gettext_lazy("At most two links, please: more look like advertising."), "text")
        )
    if refused:
        raise Refusals(refused)
    return found


def mail_one(message_id: UUID) -> bool:
    """Mail a message to who runs the portal, unless it was. False when nobody is named, or the mail did not leave;
    it is tried again by the sweep, and stands at the operator's desk all the while."""
    message = ContactMessage.objects.filter(pk=message_id, mailed_at=None).first()
    if message is None or not settings.CONTACT_EMAIL or message.mail_tries >= MOST_TRIES:
        return False
    # Counted before: a mail server that kills the process is not asked for ever.
    ContactMessage.objects.filter(pk=message_id).update(mail_tries=F("mail_tries") + 1)
    with translation.override(settings.LANGUAGE_CODE):
        topic = message.topic or message.name or "–"
        subject = _("Message, %(portal)s: %(topic)s") % {"portal": portal_name(), "topic": topic}
        body = "\n\n".join([message.text, _("From: %(name)s, %(email)s") % {
            "name": message.name or _("no name"), "email": message.email or _("no address, no answer wanted")
        }])  # fmt: skip
    mail = EmailMessage(
        " ".join(subject.split())[:150],
        body,
        to=[settings.CONTACT_EMAIL],
        reply_to=[message.email] if message.email else None,
    )
    mail.send()
    ContactMessage.objects.filter(pk=message_id).update(mailed_at=timezone.now())
    return True


def forget_old(now: datetime) -> int:
    """Delete messages written longer ago than is promised; answers how many."""
    before = now - timedelta(days=settings.KOTYLION_LIMITS["contact_days"])
    deleted, _rows = ContactMessage.objects.filter(sent_at__lt=before).delete()
    return deleted
