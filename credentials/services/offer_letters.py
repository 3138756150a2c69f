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
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
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
from credentials.services.offer_secrets import address_of, code_of

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
    subject: str
    body: str


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
        badge, issuer = in_language(version.name), issuer_name(version.achievement)
        said = {"badge": badge, "issuer": issuer, "portal": portal_name()}
        subject = (
            _("A reminder: the badge “%(badge)s” is waiting for you")
            if reminder
            else _("%(issuer)s has a badge for you: %(badge)s")
        ) % said
        until = date_format(timezone.localtime(wave.expires_at), "DATE_FORMAT")
        greeting = _("Hello, %(name)s,") % {"name": one.name} if one.name else _("Hello,")
        words = one.note or wave.batch.note
        parts = [
            greeting,
            _("%(issuer)s offers you the badge “%(badge)s”.") % said,
            in_language(version.description),
            f"“{words}”" if words else "",
            _("Look at it, and take it or decline it, here:") + "\n" + address_of(one),
            _("Or type this code at %(address)s: %(code)s")
            % {"address": f"{settings.PUBLIC_URL}/c/", "code": code_of(one)},
            _("The link works until %(day)s, once. Opening it takes nothing yet.") % {"day": until},
            _("This is the last letter about it.")
            if reminder and one.reminded + 1 >= len(REMINDERS)
            else _(
                "We remind you at most twice. If you decline, no more letters come and your address is deleted."
            ),
            said["portal"],
        ]
    return Letter(" ".join(subject.split())[:150], "\n\n".join(part for part in parts if part))


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
    mail = EmailMessage(letter.subject, letter.body, to=[one.email], connection=connection)
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
        mailed_at=now, mail_tries=0, reminded=reminded, mail_due_at=due
    )
    Offer.objects.filter(pk=one.pk, state=OfferState.WAITING).update(state=OfferState.OFFERED)


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
