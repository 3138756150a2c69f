from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from core.translated import TranslatedField
from events.enums import DateBasis, EventForm, EventKind, SignUpMode, Visibility, Voivodeship
from events.grid import FINEST


class EventSeries(models.Model):
    """The rule of events that come back: every `interval_weeks` weeks until `until`, but not on `exceptions`.

    Every meeting is an Event of its own, so that it can be moved or called off by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="event_series"
    )
    interval_weeks = models.PositiveSmallIntegerField(default=1)
    until = models.DateField()
    # ISO dates on which it does not take place.
    exceptions = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"series {self.id}"


class EventQuerySet(models.QuerySet["Event"]):
    def shown(self) -> EventQuerySet:
        """Announced, and not taken down after a report. Cancelled ones stay: people have to learn of it."""
        return self.filter(published_at__isnull=False, hidden_at=None)

    def open_to_the_public(self) -> EventQuerySet:
        return self.shown().filter(visibility=Visibility.PUBLIC)

    def coming(self, now: datetime) -> EventQuerySet:
        return self.filter(ends_at__gte=now)


# From a cell to the square of zoom 10 that holds it.
SQUARE_BITS = 2 * (FINEST - 10)
_PUBLIC = Q(visibility=Visibility.PUBLIC, published_at__isnull=False, hidden_at__isnull=True)


class Event(models.Model):
    """Something that happens at a time: of a class, a team, a club, a school, an issuer or the portal itself."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=24, choices=EventKind)
    title = TranslatedField(_("title"))
    description = TranslatedField(_("description"), blank=True)
    # Shown when there is neither a group nor an issuer behind it.
    organiser_name = TranslatedField(_("organiser"), blank=True)
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    issuer = models.ForeignKey(
        "credentials.Issuer", null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    series = models.ForeignKey(
        EventSeries, null=True, blank=True, on_delete=models.CASCADE, related_name="events"
    )
    form = models.CharField(_("form"), max_length=10, choices=EventForm, default=EventForm.IN_PERSON)
    place = models.ForeignKey(
        "events.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    # For those who signed up alone.
    online_url = models.URLField(_("address of the meeting"), blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    date_basis = models.CharField(max_length=12, choices=DateBasis, default=DateBasis.CONFIRMED)
    recurrence_note = models.CharField(max_length=120, blank=True)
    visibility = models.CharField(
        _("who may see it"), max_length=8, choices=Visibility, default=Visibility.GROUP
    )
    invited_groups = models.ManyToManyField("people.Group", related_name="invitations_to_events", blank=True)
    invited_people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="invitations_to_events", blank=True
    )
    age_min = models.PositiveSmallIntegerField(_("from the age of"), null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(_("to the age of"), null=True, blank=True)
    needs_consent = models.BooleanField(_("minors need a guardian’s consent"), default=False)
    sign_up = models.CharField(max_length=5, choices=SignUpMode, default=SignUpMode.NONE)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    # Check-in is open between these; by default half an hour before the start until the end.
    check_in_from = models.DateTimeField(null=True, blank=True)
    check_in_until = models.DateTimeField(null=True, blank=True)
    # What the rotating code and the four digits are derived from; it never leaves the server.
    check_in_secret = models.BinaryField(max_length=32, default=bytes)
    curriculum = models.JSONField(_("curriculum codes"), default=list, blank=True)
    # Every member of a sub-team that finishes its tasks gets this.
    team_achievement = models.ForeignKey(
        "credentials.Achievement", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Badges that fit what happens there, shown with it; who awards them is another matter.
    related_badges = models.ManyToManyField("credentials.Achievement", related_name="+", blank=True)
    # Of the place, copied here so that a list or a box on the map is one index; None when it is online.
    town = models.CharField(max_length=80, blank=True)
    voivodeship = models.CharField(max_length=24, choices=Voivodeship, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    # The square of the grid (events/grid.py) it lies in, for clusters; None when it has no place.
    cell = models.BigIntegerField(null=True, blank=True)
    # Title, words, town and organiser without diacritics and capitals, for the search box.
    searchable = models.TextField(blank=True)
    # The square of zoom 10 (24 km) it stands in on the public map; None when it does not stand there.
    map_square = models.GeneratedField(
        expression=Case(
            When(_PUBLIC & Q(cancelled_at__isnull=True), then=F("cell").bitrightshift(SQUARE_BITS))
        ),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    # When it begins, if the public list has it.
    listed_from = models.GeneratedField(
        expression=Case(When(_PUBLIC, then=F("starts_at"))),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
    )
    is_demo = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    # RFC 5545 SEQUENCE: how often time, place or state were changed.
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancellation_reason = models.CharField(max_length=200, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="an_event_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(group=None) | Q(issuer=None), name="an_event_has_one_host"),
        ]
        indexes = [
            models.Index(fields=["group", "starts_at"], name="events_of_a_group"),
            models.Index(fields=["visibility", "ends_at", "id"], name="events_by_their_end"),
            # The map and the list read these alone, at any number of events (bench `map`).
            models.Index(
                fields=[
                    "map_square",
                    "cell",
                    "ends_at",
                    "starts_at",
                    "kind",
                    "group",
                    "lat",
                    "lon",
                    "voivodeship",
                ],
                name="public_events_on_the_map",
            ),
            models.Index(fields=["listed_from", "ends_at", "group"], name="public_events_by_time"),
        ]

    def __str__(self) -> str:
        return self.slug
