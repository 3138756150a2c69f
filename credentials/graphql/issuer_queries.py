"""Reading issuers from within. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene

from core.graphql import SELF, query_field
from credentials import issuer_rules as rules
from credentials.graphql import issuer_types as types
from credentials.models import Issuer
from credentials.selectors import issuer_screens as screens
from people.models import Group


class IssuerQueries:
    @query_field(
        graphene.NonNull(types.MyIssuers),
        permission=rules.SEE_OWN_ISSUERS,
        target=SELF,
        description="Issuers for which the person works, and what could become one.",
    )
    def my_issuers(info, target):
        return screens.my_issuers(target)

    @query_field(
        types.IssuerDesk,
        permission=rules.WORK_FOR_ISSUER,
        target=Issuer,
        description="An issuer as its own people see it.",
    )
    def issuer_desk(info: Any, target: Issuer) -> Any:
        return screens.issuer_desk(target, info.context.user)

    @query_field(
        types.IssuerApplicationView,
        permission=rules.WORK_FOR_ISSUER,
        target=Issuer,
        description="The self-assessment: open, or the latest one; null before the first.",
    )
    def issuer_application(info, target):
        return screens.application_view(target)

    @query_field(
        types.IssuerPeople,
        permission=rules.WORK_FOR_ISSUER,
        target=Issuer,
        description="Who works for the issuer, and what they may do.",
    )
    def issuer_people(info: Any, target: Issuer) -> Any:
        return screens.issuer_people(target, info.context.user)

    @query_field(
        types.IssuerPlaces,
        permission=rules.WORK_FOR_ISSUER,
        target=Issuer,
        description="Where the issuer’s badges may be awarded, and who asks.",
    )
    def issuer_places(info, target):
        return screens.issuer_places(target)

    @query_field(
        types.IssuersToAsk,
        permission=rules.ASK_TO_AWARD,
        target=Group,
        description="Issuers that a group could ask whether it may award their badges.",
    )
    def issuers_to_ask(info, target):
        return screens.issuers_to_ask(target)
