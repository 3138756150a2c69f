"""School A's issuer with somebody who works for it, an application, and a club that asks to award its badges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credentials.models import AwardRequest, Issuer, IssuerApplication, IssuerMember
from tests.conftest import ClassOf
from tests.factories import ClubFactory, UserFactory


@dataclass
class IssuerWorld:
    issuer: Issuer
    member: IssuerMember
    request: AwardRequest

    def variables(self) -> dict[str, Any]:
        return {
            "issuerId": self.issuer.pk, "memberId": self.member.pk, "awardRequestId": self.request.pk, "granted": True,
            "username": "nikt-taki", "secret": "made-up", "answers": [], "issuer": {},
            "powers": {"manages": False, "mayDefine": False, "mayAward": True},
        }  # fmt: skip


def make_issuer_world(class_2b: ClassOf) -> IssuerWorld:
    issuer = Issuer.objects.get(group=class_2b.group.parent)
    issuer.may_award.add(class_2b.group)
    colleague = UserFactory(username="od-odznak")
    asking = ClubFactory(name="Klub pytający", parent=class_2b.group.parent, slug="klub-pytajacy")
    IssuerApplication.objects.create(issuer=issuer, started_by=colleague)
    return IssuerWorld(
        issuer,
        IssuerMember.objects.create(issuer=issuer, user=colleague, may_award=True),
        AwardRequest.objects.create(issuer=issuer, group=asking.group, asked_by=colleague),
    )
