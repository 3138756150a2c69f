"""Reading evidence and uploads. Assessors come in through `credentials.rules.may_assess_evidence`."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from core.access import visible
from credentials.models import Evidence, Upload
from people.models import User


@visible(Evidence)
def evidence_visible_to(user: User | AnonymousUser) -> QuerySet[Evidence]:
    """One's own. What assessors may read is decided piece by piece, from the work it was handed in with."""
    if user.is_anonymous or not user.is_active:
        return Evidence.objects.none()
    return Evidence.objects.filter(owner=user)


@visible(Upload)
def uploads_visible_to(user: User | AnonymousUser) -> QuerySet[Upload]:
    """One's own."""
    if user.is_anonymous or not user.is_active:
        return Upload.objects.none()
    return Upload.objects.filter(owner=user)
