"""Reading credentials and the acts that gave them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from core.access import visible
from credentials.enums import LIVING_STATES, CredentialState
from credentials.models import Achievement, AwardBatch, Credential, IssuedDocument
from credentials.selectors.issuer_people import issuers_worked_for
from people.models import User
from people.selectors.groups import groups_led_by

# What stands on a person's shelf: what they have, and what was taken back for good. An undone award is gone.
SHELF_STATES = (*LIVING_STATES, CredentialState.REVOKED)


@visible(Credential)
def credentials_visible_to(user: User | AnonymousUser) -> QuerySet[Credential]:
    """One's own, and those awarded in groups that one leads now."""
    if user.is_anonymous or not user.is_active:
        return Credential.objects.none()
    return Credential.objects.filter(Q(recipient=user) | Q(batch__group__in=groups_led_by(user)))


@visible(AwardBatch)
def batches_visible_to(user: User | AnonymousUser) -> QuerySet[AwardBatch]:
    """Acts of awarding in groups that one leads now, and those in the name of an issuer for which one awards."""
    if user.is_anonymous or not user.is_active:
        return AwardBatch.objects.none()
    of_issuers = Q(group=None, version__achievement__issuer__in=issuers_worked_for(user, "may_award"))
    return AwardBatch.objects.filter(Q(group__in=groups_led_by(user)) | of_issuers)


def occasions_of(user: User | AnonymousUser) -> QuerySet[AwardBatch]:
    """Acts of awarding whose picture the person may see: those that gave them a badge they still have, and those of
    groups they lead; none that was undone or whose words were reported.
    """
    if user.is_anonymous or not user.is_active:
        return AwardBatch.objects.none()
    mine = Credential.objects.living().filter(batch=OuterRef("pk"), recipient=user)
    return AwardBatch.objects.filter(
        Exists(mine) | Q(group__in=groups_led_by(user)), cancelled_at=None, words_hidden_at=None
    )


def as_badges(credentials: QuerySet[Credential]) -> QuerySet[Credential]:
    """With everything that a badge on a screen shows but its ladder of trust: two queries at any number."""
    signed = IssuedDocument.objects.signed().only("id", "credential_id", "issued_at")
    return credentials.select_related(
        "version",
        "achievement__issuer",
        "achievement__club__parent",
        "batch__group",
        "batch__actor",
        "recipient",
    ).prefetch_related(Prefetch("documents", queryset=signed, to_attr="signed_documents"))


def shelf_of(user: User) -> QuerySet[Credential]:
    """The badges of one person, the newest first; of one that was corrected or renewed what stands in its place."""
    mine = Credential.objects.filter(recipient=user, state__in=SHELF_STATES, replaced_at=None)
    return as_badges(mine).order_by("-awarded_at", "id")


def celebrations_of(user: User) -> QuerySet[Credential]:
    """Badges that their owner has not seen celebrated yet, the oldest first."""
    mine = Credential.objects.living().filter(recipient=user, celebrated_at=None)
    return as_badges(mine).order_by("awarded_at", "id")


def holders_among(achievement: Achievement, user_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these people have the achievement now."""
    living = Credential.objects.living().filter(achievement=achievement, recipient_id__in=list(user_ids))
    return set(living.values_list("recipient_id", flat=True))
