"""Reading reports: those in somebody's care, and what concerns what one wrote oneself."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.access import visible
from people.enums import VOUCHING_KINDS, Role
from people.models import Membership, Report, User
from people.selectors.groups import Person


def decides_reports(user: Person) -> bool:
    """Whether reports may come to this person: who coordinates a school or organisation, and the operator."""
    if user.is_anonymous or not user.is_active:
        return False
    return user.is_superuser or _coordinated(user).exists()


def reports_in_care_of(user: Person) -> QuerySet[Report]:
    """Reports this person may read and, unless they have decided already, decide.

    A coordinator's: those of their school or organisation. The operator's: those of nobody, those whose coordinator is
    missing or is the author, those past their deadline, and every appeal. Never what one wrote oneself.
    """
    if not decides_reports(user):
        return Report.objects.none()
    others = Report.objects.exclude(author_id=user.pk)
    mine = Q(responsible__in=_coordinated(user).values("group"))
    if user.is_superuser:
        someone_else = (
            Membership.objects.current()
            .filter(group=OuterRef("responsible"), role=Role.COORDINATOR, user__is_active=True)
            .exclude(user=Coalesce(OuterRef("author"), OuterRef("pk")))
        )
        late = Q(decided_at=None, due_at__lt=timezone.now())
        mine |= Q(responsible=None) | ~Exists(someone_else) | late | Q(appealed_at__isnull=False)
    return others.filter(mine)


@visible(Report)
def reports_visible_to(user: Person) -> QuerySet[Report]:
    """Those in one's care, and those about what one wrote oneself: who reported is told to neither."""
    if user.is_anonymous or not user.is_active:
        return Report.objects.none()
    return Report.objects.filter(
        Q(pk__in=reports_in_care_of(user).values("pk")) | Q(author_id=user.pk)
    ).select_related("author")


def report_queue(user: User, *, decided: bool) -> QuerySet[Report]:
    """What waits, the most urgent first; or what is decided, the latest first."""
    waits = Q(decided_at=None) | (Q(appealed_at__isnull=False) & Q(appeal_decided_at=None))
    found = reports_in_care_of(user).select_related("author")
    if decided:
        return found.exclude(waits).order_by("-decided_at", "id")
    # An appeal is for somebody else than who decided first.
    return (
        found.filter(waits)
        .exclude(appealed_at__isnull=False, decided_by=user.pk)
        .annotate(next_due=Coalesce("appeal_due_at", "due_at"))
        .order_by("next_due", "id")
    )


def decisions_about(user: User) -> QuerySet[Report]:
    """What became of what one wrote: hidden for now, taken down, or back again; the latest first."""
    concerns = Q(hidden_at__isnull=False) | Q(decided_at__isnull=False)
    return Report.objects.filter(concerns, author_id=user.pk).order_by("-created_at", "id")


def reports_of(kind: str, object_id: UUID) -> QuerySet[Report]:
    """Every report about one thing."""
    return Report.objects.filter(kind=kind, object_id=object_id)


def _coordinated(user: Person) -> QuerySet[Membership]:
    return Membership.objects.current().filter(
        user=user.pk,
        role=Role.COORDINATOR,
        group__kind__in=VOUCHING_KINDS,
        group__archived_at=None,
    )
