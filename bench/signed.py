"""Badges of the population that are really signed and shared, for what reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from bench.population import Population
from bench.seeded import demo_achievements
from core.secrets import keyed_digest, new_secret
from credentials.models import AwardBatch, IssuedDocument, Share
from credentials.services import awarding
from credentials.services.issuing import issue_batch
from credentials.services.sharing import PURPOSE


@dataclass(frozen=True)
class SharedBadge:
    """A badge behind a link that works: `/credentials/<id>?key=<secret>`."""

    id: UUID
    document_id: UUID
    secret: str
    body: bytes


def shared_badges(people: Population, *, at: int = -1) -> list[SharedBadge]:
    """The last class of the population gets a rich badge, signed now, each with a link."""
    badge = demo_achievements(people.school)[at]
    group = people.groups[at]
    awarded = awarding.award(badge, people.students[group], actor=people.teachers[at], group=group)
    if awarded.batch is not None:
        AwardBatch.objects.filter(pk=awarded.batch.pk).update(
            undo_until=timezone.now() - timedelta(minutes=1)
        )
        issue_batch(AwardBatch.objects.get(pk=awarded.batch.pk), now=timezone.now())
    documents = IssuedDocument.objects.signed().filter(
        credential__achievement=badge, credential__recipient__in=people.students[group]
    )
    shared = [
        SharedBadge(one.credential_id, one.pk, new_secret(160), bytes(one.body))
        for one in documents.only("pk", "credential_id", "body")
    ]
    Share.objects.bulk_create(
        Share(
            credential_id=one.id,
            digest=keyed_digest(PURPOSE, one.secret),
            expires_at=timezone.now() + timedelta(days=7),
        )
        for one in shared
    )
    assert len(shared) == len(people.students[group])
    return shared
