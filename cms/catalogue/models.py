from __future__ import annotations

from django.db import models

from cms.catalogue.enums import EntryKind, Field, Form, Price, Workload
from core.translated import TranslatedField
from events.enums import Voivodeship

# Everything by which the catalogue is filtered.
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


class Combination(models.Model):
    """One value for each facet. Fifty thousand entries share some hundreds of combinations: each bears the number of
    its own, so that filtering and counting read one small number of an entry. None is ever changed.
    """

    kind = models.CharField(max_length=16, choices=EntryKind)
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

    class Meta:
        constraints = [models.UniqueConstraint(fields=FACETS, name="catalogue_each_combination_once")]

    def __str__(self) -> str:
        return " ".join(str(value) for name in FACETS if (value := getattr(self, name)))


class CatalogueEntry(models.Model):
    """A public thing as the catalogue lists it: copied from the room that keeps it, so that one index answers.

    The copy is a hint and the room is the truth: what a page is about to show is asked for again
    (`selectors.still_public`). `title_words` and `words` are folded stems (`cms.search.words`); migration 0002 keeps
    the full-text index of the database beside them. Every order has an index with the combination in it: a page is
    found by walking one, and no row is fetched for that.
    """

    combination = models.ForeignKey(Combination, models.PROTECT, related_name="entries", db_index=False)
    # The combination's, for whoever shows the entry.
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

    title_words = models.TextField(blank=True)
    words = models.TextField(blank=True)
    # Where its kind stands in the list, then its name in each language's alphabet.
    rank = models.PositiveSmallIntegerField()
    order_pl = models.CharField(max_length=60)
    order_en = models.CharField(max_length=60)
    order_uk = models.CharField(max_length=60)

    class Meta:
        indexes = [
            models.Index(fields=["path"], name="catalogue_path"),
            models.Index(fields=["combination"], name="catalogue_by_combination"),
            models.Index(fields=["rank", "order_pl", "id", "combination"], name="catalogue_kind_pl"),
            models.Index(fields=["rank", "order_en", "id", "combination"], name="catalogue_kind_en"),
            models.Index(fields=["rank", "order_uk", "id", "combination"], name="catalogue_kind_uk"),
            models.Index(fields=["order_pl", "id", "combination"], name="catalogue_name_pl"),
            models.Index(fields=["order_en", "id", "combination"], name="catalogue_name_en"),
            models.Index(fields=["order_uk", "id", "combination"], name="catalogue_name_uk"),
            models.Index(fields=["-published_at", "id", "combination"], name="catalogue_newest_first"),
            models.Index(
                fields=["hours", "order_pl", "order_en", "order_uk", "id", "combination"],
                name="catalogue_shortest_first", condition=models.Q(hours__isnull=False),
            ),
            models.Index(
                fields=["ends_at", "id", "combination"], name="catalogue_soonest_first",
                condition=models.Q(ends_at__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"
