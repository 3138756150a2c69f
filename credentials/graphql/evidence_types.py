"""Pieces of evidence: as they are handed in and as they are read."""

from __future__ import annotations

import graphene

from core.access import as_uuid
from core.graphql import WITH_PARENT, NodeType
from credentials.services.collecting import Piece


class EvidenceInput(graphene.InputObjectType):
    kind = graphene.String(required=True)
    text = graphene.String()
    url = graphene.String()
    upload_id = graphene.ID()


def pieces_of(evidence, most):
    """What was sent as pieces, one more than `most` at the most, so that the service sees that it is too many."""
    return [
        Piece(one["kind"], one.get("text") or "", one.get("url") or "", as_uuid(one.get("upload_id")))
        for one in evidence[: most + 1]
    ]


class EvidenceView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    kind = graphene.String(required=True)
    text = graphene.String(required=True)
    url = graphene.String(required=True)
    media_url = graphene.String(required=True)
    size = graphene.Int(required=True)
    created_at = graphene.DateTime(required=True)
    purged = graphene.Boolean(required=True)
