from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clubs.enums import SENSITIVE_KINDS, ClubKind, Joining, VouchState

# What a stranger may find: vouched for, wishes it, open, and membership reveals nothing.
FINDABLE = models.Q(
    group__archived_at=None, group__parent__isnull=False, hidden_at=None, listed=True
) & ~models.Q(kind__in=SENSITIVE_KINDS)


class ClubQuerySet(models.QuerySet["Club"]):
    def open(self) -> ClubQuerySet:
        return self.filter(group__archived_at=None, hidden_at=None)

    def vouched(self) -> ClubQuerySet:
        return self.filter(group__parent__isnull=False)

    def findable(self) -> ClubQuerySet:
        return self.filter(FINDABLE)


class Club(models.Model):
    """What is special about a group of kind *club*. Name, members, roles and archiving are the group's.

    The group's `parent` is the school or organisation that vouches for the leader; without one the club lives inside
    the safe limits of answers.md 30.
    """

    group = models.OneToOneField(
        "people.Group", primary_key=True, on_delete=models.CASCADE, related_name="club"
    )
    slug = models.SlugField(max_length=80, unique=True)
    purpose = models.CharField(_("purpose"), max_length=300)
    kind = models.CharField(_("kind"), max_length=24, choices=ClubKind, default=ClubKind.OTHER)
    joining = models.CharField(max_length=8, choices=Joining, default=Joining.CODE)
    # Whether strangers may find it; only with somebody who vouches.
    listed = models.BooleanField(default=False)
    meeting_place = models.ForeignKey(
        "events.Place", null=True, blank=True, on_delete=models.SET_NULL, related_name="clubs"
    )
    meeting_time = models.CharField(_("when it meets"), max_length=120, blank=True)
    responsible_adult = models.CharField(_("responsible adult"), max_length=120, blank=True)
    standards_url = models.URLField(_("standards of the protection of minors"), blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    # Name, purpose and town without capitals and marks over letters, for the search box.
    searchable = models.TextField(blank=True)

    objects = ClubQuerySet.as_manager()

    class Meta:
        verbose_name = _("club")
        verbose_name_plural = _("clubs")

    def __str__(self) -> str:
        return self.slug

    @property
    def is_sensitive(self) -> bool:
        return self.kind in SENSITIVE_KINDS

    @property
    def is_vouched(self) -> bool:
        return self.group.parent_id is not None

    @property
    def is_open(self) -> bool:
        return self.group.archived_at is None

    @property
    def is_findable(self) -> bool:
        """The same as `FINDABLE`, for a row at hand."""
        open_to_all = self.is_open and self.hidden_at is None and self.listed
        return open_to_all and self.is_vouched and not self.is_sensitive


class Vouch(models.Model):
    """A school or organisation was asked to answer for a club's leader, and what it said. The record stays."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="vouches")
    # The school's or organisation's group.
    by = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="vouches")
    state = models.CharField(max_length=10, choices=VouchState, default=VouchState.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["club"], condition=models.Q(state="asked"), name="a_club_asks_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"vouch {self.id}"


class ClubBadge(models.Model):
    """What is special about an achievement of kind *club badge*: nominations, the pool, its source.

    Archived (`withdrawn_at`) and hidden (`hidden_at`) stand on the achievement, where awarding asks for them.
    """

    achievement = models.OneToOneField(
        "credentials.Achievement", primary_key=True, on_delete=models.CASCADE, related_name="club_badge"
    )
    # Awarded at so many nominations by different members, after the leader's glance; None: not by nomination.
    nominations_needed = models.PositiveSmallIntegerField(null=True, blank=True)
    # In the pool from which other clubs may take, adapt and credit it.
    pooled_at = models.DateTimeField(null=True, blank=True)
    adapted_from = models.ForeignKey(
        "credentials.Achievement",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="adaptations",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["-pooled_at"],
                condition=models.Q(pooled_at__isnull=False),
                name="club_badges_in_the_pool",
            )
        ]

    def __str__(self) -> str:
        return f"club badge {self.achievement_id}"
