"""Reading achievements: what somebody may see, what a group may award, what the public may browse."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from credentials.enums import AchievementKind, Standing
from credentials.issuer_standing import shown_issuers
from credentials.models import Achievement, AchievementVersion, Issuer
from credentials.openness import public_club
from credentials.selectors.issuer_people import issuers_worked_for
from people.enums import GroupKind
from people.models import Group, Membership, User

# A microcredential needs an accredited issuer; a digital badge any issuer that still stands.
STANDING_FOR_BADGES = (Standing.DRAFT, Standing.APPLIED, Standing.ACCREDITED)


@visible(Achievement)
def achievements_visible_to(user: User | AnonymousUser) -> QuerySet[Achievement]:
    """Published achievements of issuers, of clubs that are public, and of the person's own clubs. What was reported
    only those see who lead the club.
    """
    if user.is_anonymous or not user.is_active:
        return Achievement.objects.none()
    described = Achievement.objects.filter(current_version__isnull=False)
    described = described.select_related("current_version", "issuer", "club__parent")
    mine = Membership.objects.current().filter(user_id=user.pk, group=OuterRef("club"))
    open_to_them = Q(club=None) | public_club() | Exists(mine)
    return described.filter(Q(hidden_at=None) & open_to_them | Exists(mine.leading()))


def public_achievements() -> QuerySet[Achievement]:
    """What has a page for everybody, also when it is not awarded any more: of issuers, and of clubs that are public."""
    described = Achievement.objects.filter(current_version__isnull=False, hidden_at=None)
    return described.filter(Q(club=None) | public_club())


def is_public_badge(achievement: Achievement) -> bool:
    """Whether strangers read its page now."""
    return public_achievements().filter(pk=achievement.pk).exists()


@visible(AchievementVersion)
def versions_visible_to(user: User | AnonymousUser) -> QuerySet[AchievementVersion]:
    """Published versions of the achievements that the person may see."""
    return AchievementVersion.objects.published().filter(achievement__in=achievements_visible_to(user))


@visible(Issuer)
def issuers_visible_to(user: User | AnonymousUser) -> QuerySet[Issuer]:
    """Issuers with a public page, and those for which the person works."""
    if user.is_anonymous or not user.is_active:
        return Issuer.objects.none()
    own = issuers_worked_for(user).values("pk")
    return Issuer.objects.filter(shown_issuers() | Q(pk__in=own))


def lineage(group: Group) -> QuerySet[Group]:
    """The group, its parent and its parent's parent: a sub-team, its class, the school."""
    return Group.objects.filter(Q(pk=group.pk) | Q(children=group.pk) | Q(children__children=group.pk))


def awardable_in(group: Group) -> QuerySet[Achievement]:
    """Achievements that those who lead `group` may award there, with version and issuer.

    A class awards what its school may. A club does not: that a school vouches for its leader makes nobody an assessor,
    so an issuer has to name the club itself.
    """
    above = Group.objects.filter(pk=group.pk) if group.kind == GroupKind.CLUB else lineage(group)
    named = Issuer.may_award.through.objects.filter(issuer=OuterRef("issuer"), group__in=above)
    by_issuer = Q(issuer__group__in=above) | Exists(named)
    return (
        Achievement.objects.published()
        .filter(
            Q(kind=AchievementKind.CLUB_BADGE, club=group)
            | Q(by_issuer, kind=AchievementKind.DIGITAL_BADGE, issuer__standing__in=STANDING_FOR_BADGES)
            | Q(by_issuer, kind=AchievementKind.MICROCREDENTIAL, issuer__standing=Standing.ACCREDITED)
        )
        .select_related("current_version", "issuer", "club")
    )


def catalogue() -> QuerySet[Achievement]:
    """What the public may browse, by slug: published, not withdrawn, and somebody answers for it."""
    return (
        Achievement.objects.published()
        .filter(
            Q(issuer__standing__in=(Standing.APPLIED, Standing.ACCREDITED))
            | Q(public_club(), kind=AchievementKind.CLUB_BADGE, club__archived_at=None)
        )
        .select_related("current_version", "issuer", "club__parent")
        .order_by("slug")
    )
