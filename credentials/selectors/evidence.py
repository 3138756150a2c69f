"""Reading evidence and uploads: one's own, and what one assesses.

Only rooms upstairs know what evidence was handed in for, so they register which pieces somebody assesses
here, and the
yes or no about one piece in `credentials.rules.may_assess_evidence`; a test marries the two.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from credentials.models import Evidence, Upload
from credentials.selectors.credentials import occasions_of
from people.models import User

Assessed = Callable[[User | AnonymousUser], Q]
_assessed: list[Assessed] = []


def assessed_by(condition: Assessed) -> Assessed:
    """Register `condition(user) -> Q` over Evidence: what that person assesses. Usable as a decorator."""
    if condition not in _assessed:
        _assessed.append(condition)
    return condition


@visible(Evidence)
def evidence_visible_to(user: User | AnonymousUser) -> QuerySet[Evidence]:
    """One's own, and the pieces of work that one assesses."""
    if user.is_anonymous or not user.is_active:
        return Evidence.objects.none()
    condition = Q(owner=user)
    for assessed in _assessed:
        condition |= assessed(user)
    return Evidence.objects.filter(condition).distinct()


@visible(Upload)
def uploads_visible_to(user: User | AnonymousUser) -> QuerySet[Upload]:
    """One's own, the files of evidence that one may see, and the pictures of badges one got or gave."""
    if user.is_anonymous or not user.is_active:
        return Upload.objects.none()
    pictures = occasions_of(user).filter(picture=OuterRef("pk"))
    return Upload.objects.filter(Q(owner=user) | Q(evidence__in=evidence_visible_to(user)) | Exists(pictures))
