from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import Precision, Voivodeship


class Place(models.Model):
    """A spot where things happen: never where a person is. Degrees are WGS 84."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=200, blank=True)
    town = models.CharField(_("town"), max_length=80)
    voivodeship = models.CharField(_("voivodeship"), max_length=24, choices=Voivodeship, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    precision = models.CharField(max_length=12, choices=Precision, default=Precision.PLACE_APPROX)
    # Codes of `events.enums.Accessibility`.
    accessibility = models.JSONField(_("accessibility"), default=list, blank=True)
    # Who keeps it and may use it again; None for the portal's own.
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="places"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lat=None, lon=None)
                | models.Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
                name="a_place_is_on_the_globe",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.town}"
