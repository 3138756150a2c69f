from __future__ import annotations

from django.db import models

from cms.catalogue.enums import EntryKind, Field, Form, Price, Workload
from core.translated import TranslatedField
from events.enums import Voivodeship

# Everything by which the catalogue is filtered, in the order of its index.
FACETS = (
    "kind",
    "field",
    "price",
    "workload",
    "form",
    "level",
    "issuer",
    "voivodeship",
    "languages",
    "accessible",
)


class CatalogueEntry(models.Model):
    """A public thing as the catalogue lists it: copied from the room that keeps it, so that one index answers.

    The copy is a hint and the room is the truth: what a page is about to show is asked for again
    (`selectors.still_public`). `title_words` and `words` are folded stems (`cms.search.words`); migration 0002 keeps
    the full-text index of the database beside them.
    """

    kind = models.CharField(max_length=16, choices=EntryKind)
    object_id = models.UUIDField(unique=True)
    path = models.CharField(max_length=160)
    title = TranslatedField()
    summary = TranslatedField(blank=True)
    # Who answers for it: an issuer, a club, a school.
    by = TranslatedField(blank=True)
    # The picture of a badge, or nothing.
    picture = models.CharField(max_length=200, blank=True)
    # Where it stands on the ladder of trust (`credentials.selectors.trust.Rung`), for badges.
    rung = models.CharField(max_length=16, blank=True)
    town = models.CharField(max_length=80, blank=True)
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    # Of events.
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField()

    field = models.CharField(max_length=12, choices=Field, blank=True)
    price = models.CharField(max_length=4, choices=Price, blank=True)
    workload = models.CharField(max_length=8, choices=Workload, blank=True)
    form = models.CharField(max_length=10, choices=Form, blank=True)
    # The Polish Qualifications Framework's number, an indicative reference.
    level = models.CharField(max_length=1, blank=True)
    # The issuer's short name in addresses.
    issuer = models.SlugField(blank=True, db_index=False)
    voivodeship = models.CharField(max_length=24, choices=Voivodeship, blank=True)
    # Those it is described in: "en pl uk".
    languages = models.CharField(max_length=8, blank=True)
    accessible = models.BooleanField(default=False)

    title_words = models.TextField(blank=True)
    words = models.TextField(blank=True)
    # Where its kind stands in the list, then its name in each language's alphabet.
    rank = models.PositiveSmallIntegerField()
    order_pl = models.CharField(max_length=60)
    order_en = models.CharField(max_length=60)
    order_uk = models.CharField(max_length=60)

    class Meta:
        indexes = [
            models.Index(fields=list(FACETS), name="catalogue_facets"),
            models.Index(fields=["rank", "order_pl"], name="catalogue_by_kind_pl"),
            models.Index(fields=["rank", "order_en"], name="catalogue_by_kind_en"),
            models.Index(fields=["rank", "order_uk"], name="catalogue_by_kind_uk"),
            models.Index(fields=["-published_at"], name="catalogue_newest"),
            models.Index(
                fields=["hours", "order_pl", "order_en", "order_uk"], name="catalogue_shortest",
                condition=models.Q(hours__isnull=False),
            ),
            models.Index(
                fields=["ends_at"], name="catalogue_ended", condition=models.Q(ends_at__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"
