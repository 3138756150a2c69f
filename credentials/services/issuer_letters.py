"""Letters about issuers: to who runs the portal, that somebody waits for a decision; to an issuer, what was decided.

What is owed stands in rows that are written with the act itself and deleted with the letter. A letter's turn is taken
by a compare-and-set before it is sent, so two workers send one. The app and the desk say the same to those who come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from core.mailing import sends_none
from core.portal_name import portal_name
from core.translated import in_language
from credentials.enums import IssuerApplicationState, IssuerLetterKind
from credentials.models import Issuer, IssuerApplication, IssuerLetter
from credentials.selectors.issuer_notices import DECISIONS, ending, more_asked

log = structlog.get_logger("credentials.issuers")

MOST_TRIES = 5
MOST_AT_ONCE = 100
MOST_NAMED = 10
# Longer than a mail server is waited for.
TURN = timedelta(minutes=10)


def owe(issuer: Issuer, kind: str, now: datetime) -> None:
    """Have a letter of this kind leave. Called inside the transaction of the act.

    Applications are told of at the full hour, all in one: whoever sends and takes back all day fills no mailbox.
    """
    due = now
    if kind == IssuerLetterKind.APPLICATION_SENT:
        due = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    IssuerLetter.objects.update_or_create(issuer=issuer, kind=kind, defaults={"due_at": due, "tries": 0})


def mail_due(now: datetime) -> int:
    """Send what is owed. Answers how many letters left."""
    due = IssuerLetter.objects.due(now).select_related("issuer").order_by("due_at", "pk")[:MOST_AT_ONCE]
    mine = [one for one in due if _take_turn(one, now)]
    to_the_desk = [one for one in mine if one.kind == IssuerLetterKind.APPLICATION_SENT]
    left = sum(_send([one], _letter_to_issuer(one)) for one in mine if one not in to_the_desk)
    return left + (_send(to_the_desk, _letter_to_the_desk(to_the_desk)) if to_the_desk else 0)


def _take_turn(one: IssuerLetter, now: datetime) -> bool:
    turn = IssuerLetter.objects.filter(pk=one.pk, due_at=one.due_at, tries=one.tries)
    one.due_at, one.tries = now + TURN * 2**one.tries, one.tries + 1
    return bool(turn.update(due_at=one.due_at, tries=one.tries))


def _send(rows: list[IssuerLetter], letter: EmailMessage | None) -> int:
    """Send one letter for these rows, which go with it; a letter to nobody is done. Answers 1 when it left."""
    sent = 0
    if letter is not None and not sends_none():
        try:
            sent = letter.send()
        except OSError as error:  # smtplib's errors are OSErrors, and so is a lost network
            log.warning("issuer.not_mailed", kind=rows[0].kind, error=type(error).__name__)
            rows = [one for one in rows if one.tries >= MOST_TRIES]
    for one in rows:
        # What was owed anew meanwhile stays.
        IssuerLetter.objects.filter(pk=one.pk, due_at=one.due_at, tries=one.tries).delete()
    return sent


def _letter_to_the_desk(rows: Iterable[IssuerLetter]) -> EmailMessage | None:
    """That these wait; None when nobody waits any more, or nobody is named who reads it."""
    issuers = [one.issuer_id for one in rows]
    waiting = IssuerApplication.objects.filter(issuer__in=issuers, state=IssuerApplicationState.SENT)
    with translation.override(settings.LANGUAGE_CODE):
        names = [
            in_language(one.issuer.name) for one in waiting.select_related("issuer").order_by("sent_at", "pk")
        ]
        if not names or not settings.CONTACT_EMAIL:
            return None
        subject = _("%(portal)s: somebody asks to become an issuer") % {"portal": portal_name()}
        further = len(names) - MOST_NAMED
        parts = [
            _("These wait for your decision:"),
            "\n".join(names[:MOST_NAMED]),
            _("And %(number)d more.") % {"number": further} if further > 0 else "",
            _("Read the applications here:") + f"\n{settings.PUBLIC_URL}/cms/desk/issuers/",
        ]
    return _mail(subject, parts, settings.CONTACT_EMAIL)


def _letter_to_issuer(one: IssuerLetter) -> EmailMessage | None:
    """What was decided, without the reasons: those stand in the app. None when the issuer gave no address."""
    issuer = one.issuer
    if not issuer.email:
        return None
    last = issuer.applications.select_related("started_by").order_by("-created_at").first()
    writer = last.started_by if last is not None else None
    with translation.override(writer.language if writer is not None else settings.LANGUAGE_CODE):
        told = _TOLD.get(one.kind)
        said = told(issuer) if told else str(DECISIONS[one.kind]) % {"issuer": in_language(issuer.name)}
        subject = _("%(portal)s: about %(issuer)s as an issuer") % {
            "portal": portal_name(), "issuer": in_language(issuer.name)
        }  # fmt: skip
        parts = [
            said,
            _("Everything about it stands here, after signing in:")
            + f"\n{settings.PUBLIC_URL}/app/issuers/{issuer.pk}",
            portal_name(),
        ]
    return _mail(subject, parts, issuer.email) if said else None


def _mail(subject: str, parts: list[str], to: str) -> EmailMessage:
    return EmailMessage(" ".join(subject.split())[:150], "\n\n".join(filter(None, parts)), to=[to])


_TOLD: dict[str, Callable[[Issuer], str]] = {
    IssuerLetterKind.MORE_ASKED: more_asked,
    IssuerLetterKind.AGREEMENT_ENDING: ending,
}
