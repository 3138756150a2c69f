"""What the desk lists: schools without their people, issuers with their standing, and what has happened."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from core.models import Activity
from credentials.enums import IssuerApplicationState
from credentials.models import Achievement, Issuer, IssuerApplication, IssuerStanding
from credentials.selectors.defining import issuers_defined_by
from people.enums import VOUCHING_KINDS, GroupKind, Role
from people.models import Group, Membership, School, User

Person = User | AnonymousUser


def coordinates_anything(user: Person) -> bool:
    """Whether somebody coordinates a school or an organisation now."""
    return bool(user.is_active and not user.is_anonymous and _coordinated(user).exists())


def schools_on_desk(user: Person) -> QuerySet[School]:
    """Every school for the operator; for a coordinator their own. With how many open classes, and whether somebody
    coordinates it; nothing about who is in it.
    """
    rows = (
        School.objects.all() if _runs_the_portal(user) else School.objects.filter(group__in=_own_groups(user))
    )
    coordinator = Membership.objects.current().filter(
        group=OuterRef("group"), role=Role.COORDINATOR, user__is_active=True
    )
    open_classes = Q(group__children__kind=GroupKind.SCHOOL_CLASS, group__children__archived_at=None)
    return (
        rows.select_related("group")
        .annotate(
            classes=Count("group__children", filter=open_classes, distinct=True),
            has_coordinator=Exists(coordinator),
        )
        .order_by("name", "id")
    )


def issuers_on_desk(user: Person) -> QuerySet[Issuer]:
    """Every issuer for the operator; for a coordinator those of their school or organisation. `since` and `agreement`
    are those of the latest decision; those whose application waits for one come first.
    """
    rows = (
        Issuer.objects.all() if _runs_the_portal(user) else Issuer.objects.filter(group__in=_own_groups(user))
    )
    latest = IssuerStanding.objects.filter(issuer=OuterRef("pk")).order_by("-since", "-created_at")
    sent = IssuerApplication.objects.filter(issuer=OuterRef("pk"), state=IssuerApplicationState.SENT)
    published = Q(achievements__current_version__isnull=False)
    return (
        rows.select_related("group")
        .annotate(
            since=Subquery(latest.values("since")[:1]),
            agreement=Subquery(latest.values("agreement_number")[:1]),
            offers=Count("achievements", filter=published, distinct=True),
            waits=Exists(sent),
        )
        .order_by("-waits", "slug")
    )


def badges_on_desk(user: Person) -> QuerySet[Achievement]:
    """Every badge of every issuer for the operator, drafts too; for others those of the issuers they describe for."""
    rows = Achievement.objects.filter(issuer__isnull=False)
    if not _runs_the_portal(user):
        rows = rows.filter(issuer__in=issuers_defined_by(user))
    described = rows.filter(Q(current_version__isnull=False) | Q(draft__isnull=False))
    return described.select_related("issuer", "current_version", "draft").order_by("slug")


def activities_on_desk(user: Person) -> QuerySet[Activity]:
    """What has happened: everything for the operator; for a coordinator what stands in the feed of their school or
    organisation, its classes, teams and clubs. The latest first.
    """
    rows = Activity.objects.order_by("-created_at", "-id")
    if _runs_the_portal(user):
        return rows
    own = _own_groups(user)
    groups = Group.objects.filter(Q(pk__in=own) | Q(parent__in=own) | Q(parent__parent__in=own))
    return rows.filter(scope__in=groups.values("pk"))


def on_day(rows: QuerySet[Activity], day: date) -> QuerySet[Activity]:
    """Those of one day in the portal's own time zone."""
    starts = timezone.make_aware(datetime.combine(day, time.min))
    ends = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return rows.filter(created_at__gte=starts, created_at__lt=ends)


def staff_named_like(words: str) -> QuerySet[User]:
    """Adults who act in an office and whose name or user name holds `words`: staff of schools and organisations,
    editors and operators. Nobody else is named in the audit.
    """
    named = Q(username__icontains=words) | Q(family_name__icontains=words) | Q(given_name__icontains=words)
    return staff().filter(named)


def staff() -> QuerySet[User]:
    """Teachers and coordinators of schools and organisations, editors, operators."""
    office = Membership.objects.filter(
        user=OuterRef("pk"), role__in=[Role.TEACHER, Role.COORDINATOR], group__kind__in=VOUCHING_KINDS
    )
    return User.objects.filter(Q(is_staff=True) | Exists(office))


def _runs_the_portal(user: Person) -> bool:
    return bool(user.is_active and not user.is_anonymous and user.is_superuser)


def _coordinated(user: Person) -> QuerySet[Membership]:
    return Membership.objects.current().filter(
        user=user.pk, role=Role.COORDINATOR, group__kind__in=VOUCHING_KINDS, group__archived_at=None
    )


def _own_groups(user: Person) -> QuerySet[Any, Any]:
    """Ids of the groups a person coordinates; none for a stranger."""
    found = _coordinated(user) if user.is_active and not user.is_anonymous else Membership.objects.none()
    return found.values("group")
