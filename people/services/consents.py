"""A guardian agrees or refuses, for one purpose, by a secret link the student hands over (product.md, part 5).

The very words that were shown are kept, with who said so and when; the same link withdraws. No e-mail is sent.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.secrets import keyed_digest, new_secret
from core.text import clean_text
from people.audiences import for_user
from people.domain_events import ConsentAnswered, ConsentAsked, ConsentWithdrawn
from people.enums import ConsentPurpose
from people.models import Consent, User
from people.selectors.consents import is_adult, stands
from people.services.accounts import settle_account

LINK = "consent link"
NAME, WORDS = 120, 4000
_limits = settings.KOTYLION_LIMITS


@transaction.atomic
def ask_consent(
    subject: User, purpose: str, about: UUID | None, *, text: str, actor: User, language: str
) -> tuple[Consent, str]:
    """A new question to a guardian and the address where it is answered, which is told once.

    An earlier question about the same that nobody has answered is over. Raises Refusal CONSENT_NOT_NEEDED for an
    adult, CONSENT_STANDS when somebody has agreed, CONSENT_TOO_OFTEN.
    """
    now = timezone.now()
    if is_adult(subject, timezone.localdate(now)):
        raise Refusal("CONSENT_NOT_NEEDED", _("You are of age: you decide by yourself."))
    if stands(subject.pk, purpose, about):
        raise Refusal("CONSENT_STANDS", _("Your guardian has agreed already."))
    asked = Consent.objects.filter(subject=subject)
    if asked.filter(asked_at__gt=now - timedelta(days=1)).count() >= _limits["consents_asked_a_day"]:
        raise Refusal("CONSENT_TOO_OFTEN", _("That was a lot of links for one day. Try again tomorrow."))
    asked.filter(purpose=purpose, about=about, given_at=None, refused_at=None, answer_until__gt=now).update(
        answer_until=now
    )
    secret = new_secret(160)
    consent = Consent.objects.create(
        subject=subject,
        purpose=purpose,
        about=about,
        text=clean_text(text, limit=WORDS, required=True),
        language=language,
        digest=keyed_digest(LINK, secret),
        asked_by=actor,
        answer_until=now + timedelta(days=_limits["consent_days"]),
    )
    fact = ConsentAsked(consent_id=consent.pk, user_id=subject.pk)
    emit(fact, actor=actor, audience=for_user(subject.pk))
    return consent, f"{settings.PUBLIC_URL}/consent/{secret}"


def consent_of(secret: str) -> Consent | None:
    """What a link is about, or None: made up, replaced and too old look the same.

    An answered one opens for good, so that it can be withdrawn where it was given.
    """
    # An account that waits for its guardian is closed until they agree.
    open_or_waiting = Q(subject__is_active=True) | Q(purpose=ConsentPurpose.ACCOUNT)
    found = (
        Consent.objects.filter(open_or_waiting, digest=keyed_digest(LINK, secret[:200]))
        .select_related("subject")
        .first()
    )
    if found is None or (found.is_unanswered and found.answer_until <= timezone.now()):
        return None
    return found


@transaction.atomic
def answer(
    secret: str, *, agree: bool, given_by: str, text: str | None = None, language: str | None = None
) -> Consent:
    """Keep what the guardian said; `text` and `language` are what they read, if it was not what was asked in.

    Of two answers in the same moment the first counts. Raises Refusal CONSENT_OVER, CONSENT_ANSWERED or TEXT_EMPTY.
    """
    consent = consent_of(secret)
    if consent is None:
        raise over()
    name = clean_text(given_by, limit=NAME, multiline=False, field="given_by", required=True)
    if not any(letter.isalpha() for letter in name):
        raise Refusal("NAME_WITHOUT_LETTERS", _("Write your first and last name."), "given_by")
    now = timezone.now()
    said = {"given_at": now} if agree else {"refused_at": now}
    shown = {"text": clean_text(text, limit=WORDS), "language": language} if text and language else {}
    open_ones = Consent.objects.filter(pk=consent.pk, given_at=None, refused_at=None, answer_until__gt=now)
    if not open_ones.update(given_by=name, **said, **shown):
        raise Refusal("CONSENT_ANSWERED", _("This has been answered already."))
    fact = ConsentAnswered(consent_id=consent.pk, user_id=consent.subject_id)
    emit(fact, actor=None, audience=for_user(consent.subject_id, deliver=True))
    consent.refresh_from_db()
    settle_account(consent)
    return consent


@transaction.atomic
def withdraw(secret: str) -> Consent:
    """Take the agreement back, where it was given. A second time changes nothing. Raises Refusal CONSENT_OVER."""
    consent = consent_of(secret)
    if consent is None or consent.given_at is None:
        raise over()
    taken_back = Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    if taken_back:
        fact = ConsentWithdrawn(consent_id=consent.pk, user_id=consent.subject_id)
        emit(fact, actor=None, audience=for_user(consent.subject_id, deliver=True))
    consent.refresh_from_db()
    settle_account(consent)
    return consent


@transaction.atomic
def lapse(subject: User, purpose: str, about: UUID) -> int:
    """End what was agreed to, because it has changed since: it has to be asked again. Answers how many ended."""
    now = timezone.now()
    given = Consent.objects.standing(now).filter(subject=subject, purpose=purpose, about=about)
    return given.update(valid_until=now)


def over() -> Refusal:
    return Refusal("CONSENT_OVER", _("This link is over. Ask for a new one."))
