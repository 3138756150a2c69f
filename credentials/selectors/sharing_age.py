"""From when on a learner shows badges outside: alone from 16, earlier when a guardian agreed (answers.md 16)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.refusals import Refusal
from people import consent_texts
from people.enums import ConsentPurpose
from people.models import User
from people.selectors.consents import stands
from people.selectors.oneself import AGE_FOR_SHARING


def old_enough_to_share(person: User, now: datetime) -> bool:
    """Whether this person may share: old enough, or with a guardian's consent. Age unknown: only with one.

    No query from 16 on, one below.
    """
    return decides_alone(person, now) or stands(person.pk, ConsentPurpose.SHARING)


def sharing_text(subject: User, about: UUID | None) -> str:
    """What a guardian agrees to. Raises Refusal CONSENT_NOT_NEEDED from 16 on."""
    if about is not None or decides_alone(subject, timezone.now()):
        raise Refusal("CONSENT_NOT_NEEDED", gettext_lazy("You can share your badges by yourself."))
    return _(
        "I agree that %(name)s shows badges of their choice to people outside the school.\n\n"
        "Each badge is shown by a secret link that %(name)s makes, chooses for whom, and can end at any time. It shows "
        "the badge, who awarded it and for what, and a nickname, initials or the full name, as %(name)s chooses. "
        "Search engines do not find it. Work handed in at school is never shown.\n\n"
        "The consent holds until it is taken back, at the latest until the 16th birthday. When it is taken back, every "
        "link stops working at once."
    ) % {"name": subject.given_name or subject.public_name}


def decides_alone(person: User, now: datetime) -> bool:
    """Known to be old enough to show things about oneself to people outside without asking anybody."""
    age = person.age_on(timezone.localdate(now))
    return age is not None and age >= AGE_FOR_SHARING


consent_texts.register(ConsentPurpose.SHARING, sharing_text)
