"""Issuers in good standing, and those that have applied."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from cms.catalogue.describing.source import Description, Source, register
from cms.catalogue.enums import EntryKind
from credentials.enums import Standing
from credentials.issuer_standing import issuers_in_good_standing
from credentials.models import Issuer


def listed_issuers() -> QuerySet[Issuer]:
    return Issuer.objects.filter(issuers_in_good_standing()).exclude(standing=Standing.DRAFT)


def describe(issuers: Iterable[Issuer]) -> list[Description]:
    return [
        Description(
            kind=EntryKind.ISSUER.value,
            object_id=issuer.pk,
            path=f"/issuers/{issuer.slug}/",
            title=issuer.name,
            summary=issuer.description,
            further=(issuer.quality_assurance,),
            published_at=issuer.created_at,
            issuer=issuer.slug,
        )
        for issuer in issuers
    ]


register(Source("issuers", (EntryKind.ISSUER,), listed_issuers, describe))
