"""What was reported in a club: hidden at once, shown again when somebody has decided so."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from clubs.models import Club, ClubBadge, Nomination
from core.translated import in_language
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.services import club_badges
from events.selectors.public_events import forget_map
from people.models import Group, Membership, User


def words_of_club(club: Club) -> str:
    said = (club.group.name, club.purpose, club.meeting_time, club.responsible_adult, club.standards_url)
    return "\n".join(part for part in said if part)


def leader_of(group: Group) -> User | None:
    """Who has led it longest."""
    leading = Membership.objects.current().leading().filter(group=group).select_related("user")
    first = leading.order_by("joined_at", "pk").first()
    return first.user if first else None


def hide_club(club: Club) -> None:
    """Strangers find it no more and nobody new comes in; its members keep it."""
    Club.objects.filter(pk=club.pk, hidden_at=None).update(hidden_at=timezone.now())
    transaction.on_commit(forget_catalogue)
    transaction.on_commit(forget_map)


def show_club(club: Club) -> None:
    Club.objects.filter(pk=club.pk).update(hidden_at=None)
    transaction.on_commit(forget_catalogue)
    transaction.on_commit(forget_map)


def words_of_badge(badge: ClubBadge) -> str:
    version = badge.achievement.current_version
    if version is None:
        return ""
    criteria = [one for outcome in version.learning_outcomes for one in outcome["criteria"]]
    said = (in_language(version.name), in_language(version.description), *map(in_language, criteria))
    return "\n".join(dict.fromkeys(part for part in said if part))


def maker_of(badge: ClubBadge) -> User | None:
    club = badge.achievement.club
    return badge.created_by or (leader_of(club) if club else None)


def hide_badge(badge: ClubBadge) -> None:
    club_badges.hide(badge.achievement, now=timezone.now())


def show_badge(badge: ClubBadge) -> None:
    club_badges.show_again(badge.achievement)


def hide_nomination(nomination: Nomination) -> None:
    Nomination.objects.filter(pk=nomination.pk, hidden_at=None).update(hidden_at=timezone.now())


def show_nomination(nomination: Nomination) -> None:
    Nomination.objects.filter(pk=nomination.pk).update(hidden_at=None)
