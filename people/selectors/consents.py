"""Whether a guardian's consent stands."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from people.models import Consent, User

ADULT = 18


def stands(subject_id: UUID, purpose: str, about: UUID | None = None) -> bool:
    """Given for exactly this, and neither withdrawn nor over. One query."""
    return (
        Consent.objects.standing(timezone.now())
        .filter(subject_id=subject_id, purpose=purpose, about=about)
        .exists()
    )


def is_adult(person: User, day: date) -> bool:
    """Known to be eighteen or over on `day`. An unknown age counts as a minor's."""
    age = person.age_on(day)
    return age is not None and age >= ADULT
