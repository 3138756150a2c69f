"""What the phone sends about clubs. What is left out stays as it is."""

from __future__ import annotations

import graphene

from events.graphql.mutations import PlaceInput


class ClubInput(graphene.InputObjectType):
    name = graphene.String()
    purpose = graphene.String()
    kind = graphene.String()
    joining = graphene.String()
    listed = graphene.Boolean()
    meeting_time = graphene.String()
    meeting_place = graphene.InputField(PlaceInput)
    responsible_adult = graphene.String()
    standards_url = graphene.String()


class ClubBadgeInput(graphene.InputObjectType):
    name = graphene.String(required=True)
    shape = graphene.String(required=True)
    palette = graphene.String(required=True)
    symbol = graphene.String(required=True)
    ribbon = graphene.String()
    criterion = graphene.String()
    description = graphene.String()
    nominations_needed = graphene.Int()
