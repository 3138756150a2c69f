"""The letters of offers: first ones, tries again, two reminders, then quiet. Nothing is lost when mail fails.

What is owed stands in the rows (`mail_due_at`); a letter's turn is taken by a compare-and-set before it is sent, so two
workers send one, and a mail server that kills the process is not asked for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.emitting import emit
from core.mailing import sends_none
from core.portal_name import portal_name
from core.translated import in_language
from credentials.domain_events import OffersMailed
from credentials.enums import OfferState
from credentials.models import Offer
from credentials.selectors.badges import issuer_name
from credentials.services.offer_audience import for_offers
from credentials.services.offer_secrets import address_of, code_of, quiet_address_of

log = structlog.get_logger("credentials.offers")

PORTION = 50
MOST_TRIES = 5
# Longer than a mail server is waited for.
TURN = timedelta(minutes=10)
# After the first letter, and after the first reminder; then nothing more is sent.
REMINDERS = (timedelta(days=3), timedelta(days=7))
MORNING, EVENING = 9, 20


@dataclass(frozen=True)
class Letter:
    """`headers` let a mail program show its own button for no more letters (RFC 2369, RFC 8058)."""

    subject: str
    body: str
    html: str
    headers: dict[str, str]


def mail_due(now: datetime, limit: int = 200) -> int:
    """Send what is owed, the longest waiting first. Answers how many letters left."""
    return _send(list(Offer.objects.due_for_mail(now).order_by("mail_due_at", "position")[:limit]), now)


def mail_round(round_id: UUID, now: datetime) -> int:
    """Send what one round owes, in portions of fifty, with one connection each."""
    left = 0
    while portion := list(
        Offer.objects.due_for_mail(now).filter(round=round_id).order_by("position")[:PORTION]
    ):
        left += _send(portion, now)
    return left


def letter_for(one: Offer, *, reminder: bool) -> Letter:
    """The words, in the round's language: what, from whom, the link, the code, until when, and how to stop it."""
    wave = one.round
    version = wave.batch.version
    with translation.override(wave.language):
        said = {
            "badge": in_language(version.name),
            "issuer": issuer_name(version.achievement),
            "portal": portal_name(),
        }
        subject = (
            _("A reminder: the badge “%(badge)s” is waiting for you")
            if reminder
            else _("%(issuer)s has a badge for you: %(badge)s")
        ) % said
        context = {
            **said,
            "language": wave.language,
            "greeting": _("Hello, %(name)s,") % {"name": one.name} if one.name else _("Hello,"),
            "description": in_language(version.description),
            "words": one.note or wave.batch.note,
            "address": address_of(one),
            "typed_at": f"{settings.PUBLIC_URL}/c/",
            "code": code_of(one),
            "until": date_format(timezone.localtime(wave.expires_at), "j E Y"),
            "is_last": reminder and one.reminded + 1 >= len(REMINDERS),
        }
        body = render_to_string("credentials/letters/offer.txt", context)
        whole = format_html('<span style="white-space:nowrap">{}</span>', context["code"])
        html = render_to_string("credentials/letters/offer.html", {**context, "code": whole})
    return Letter(
        " ".join(subject.split())[:150],
        body.strip() + "\n",
        html,
        {
            "List-Unsubscribe": f"<{quiet_address_of(one)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            # Nobody's holiday answers a machine (RFC 3834).
            "Auto-Submitted": "auto-generated",
        },
    )


def _send(due: list[Offer], now: datetime) -> int:
    """Send these, each in its turn. Answers how many left."""
    mine = [one.pk for one in due if _take_turn(one, now)]
    rows = Offer.objects.filter(pk__in=mine).select_related(
        "round__batch__version__achievement__issuer", "round__batch__version__achievement__club"
    )
    connection: BaseEmailBackend = get_connection()
    left = sum(_send_one(one, connection, now) for one in rows.order_by("position"))
    connection.close()
    for wave in {one.round_id: one.round for one in rows}.values():
        with transaction.atomic():
            emit(OffersMailed(batch_id=wave.batch_id), actor=None, audience=for_offers(wave.batch))
    return left


def _take_turn(one: Offer, now: datetime) -> bool:
    """Postponed and counted before it is tried."""
    turn = Offer.objects.open().filter(pk=one.pk, mail_due_at=one.mail_due_at, mail_tries=one.mail_tries)
    return bool(turn.update(mail_due_at=now + TURN, mail_tries=one.mail_tries + 1))


def _send_one(one: Offer, connection: BaseEmailBackend, now: datetime) -> bool:
    reminder = one.mailed_at is not None
    letter = letter_for(one, reminder=reminder)
    mail = EmailMultiAlternatives(
        letter.subject, letter.body, to=[one.email], headers=letter.headers, connection=connection
    )
    mail.attach_alternative(letter.html, "text/html")
    try:
        if sends_none():
            raise OSError("This portal sends no e-mail: EMAIL_URL is not set.")
        mail.send()
    except SMTPRecipientsRefused:
        _not_delivered(one, now, reminder=reminder, final=True)
        return False
    except OSError as error:  # smtplib's errors are OSErrors, and so is a lost network
        log.warning("offer.not_mailed", offer=str(one.pk), error=type(error).__name__)
        connection.close()
        _not_delivered(one, now, reminder=reminder, final=one.mail_tries >= MOST_TRIES or sends_none())
        return False
    _delivered(one, now, reminder=reminder)
    return True


def _delivered(one: Offer, now: datetime, *, reminder: bool) -> None:
    reminded = one.reminded + reminder
    due = daytime(now + REMINDERS[reminded]) if reminded < len(REMINDERS) else None
    if due is not None and due >= one.round.expires_at:
        due = None
    Offer.objects.open().filter(pk=one.pk).update(
        mailed_at=now,
        mail_tries=0,
        reminded=reminded,
        offered_at=Coalesce("offered_at", now),
        # Who asked for quiet while the letter was on its way has it.
        mail_due_at=Case(When(quiet_at=None, then=due)),
        state=Case(When(state=OfferState.WAITING, then=Value(OfferState.OFFERED)), default=F("state")),
    )


def _not_delivered(one: Offer, now: datetime, *, reminder: bool, final: bool) -> None:
    """Again after 2, 4, 8, 16 minutes; then it is said, and a person decides. A reminder that fails is let go."""
    if not final:
        Offer.objects.open().filter(pk=one.pk).update(mail_due_at=now + timedelta(minutes=2**one.mail_tries))
        return
    Offer.objects.open().filter(pk=one.pk).update(mail_due_at=None)
    if not reminder:
        Offer.objects.filter(pk=one.pk, state=OfferState.WAITING).update(state=OfferState.FAILED)


def daytime(moment: datetime) -> datetime:
    """The same moment, or the next nine in the morning when people are left in peace."""
    local = timezone.localtime(moment)
    if MORNING <= local.hour < EVENING:
        return moment
    day = local if local.hour < MORNING else local + timedelta(days=1)
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0)
