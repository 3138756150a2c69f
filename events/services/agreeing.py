"""A guardian’s word about one event: when it is needed, what they are asked, what follows from it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.refusals import Refusal
from core.translated import in_language
from events.models import Event, SignUp
from events.moments import when_in_words
from events.selectors.cards import organiser_of
from people.enums import AccountKind, ConsentPurpose
from people.models import User
from people.selectors.consents import stands

ADULT = 18


def is_minor_at(event: Event, user: User) -> bool:
    """Under 18 on the day of the event; who has an account of a school and no known age counts as such."""
    age = user.age_on(timezone.localdate(event.starts_at))
    if age is None:
        return user.kind == AccountKind.SCHOOL_MANAGED
    return age < ADULT


def needs_consent_still(event: Event, user: User) -> bool:
    if not event.needs_consent or not is_minor_at(event, user):
        return False
    return not stands(user.pk, ConsentPurpose.EVENT, event.pk)


def consent_text(subject: User, about_id: UUID | None) -> str:
    """What a guardian reads. Refuses when the person has no business with the event."""
    sign_up = (
        SignUp.objects.filter(event=about_id, user=subject)
        .select_related("event__place", "event__group__parent", "event__issuer")
        .first()
    )
    if sign_up is None or not sign_up.event.needs_consent:
        raise Refusal("CONSENT_NOT_NEEDED", gettext_lazy("Nobody has to agree to this."), "about_id")
    event = sign_up.event
    lines = [
        _("I agree that %(name)s takes part in the event “%(title)s”.")
        % {"name": subject.given_name, "title": in_language(event.title)},
        _("When: %(when)s") % {"when": when_in_words(event.starts_at, event.ends_at)},
    ]
    if event.place is not None:
        where = ", ".join(part for part in (event.place.name, event.place.address, event.town) if part)
        lines.append(_("Where: %(where)s") % {"where": where})
    lines.append(_("Organiser: %(organiser)s") % {"organiser": organiser_of(event)})
    lines.append(
        _("The portal keeps who was there for a year after the event. I can withdraw my consent at any time.")
    )
    return "\n".join(lines)
