"""What PA1 says of themselves, a wish of PA2 to keep them as a contact, and an archive of their data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from people.models import User
from portfolio.models import Contact, DataArchive, OwnSkill
from tests.conftest import ClassOf


@dataclass
class ProfileWorld:
    skill: OwnSkill
    wish: Contact
    archive: DataArchive
    third: User

    def variables(self) -> dict[str, Any]:
        return {
            "skillId": self.skill.pk, "contactId": self.wish.pk, "personId": self.third.pk, "agree": True,
            "level": "b1", "area": "other",
        }  # fmt: skip


def make_profile_world(class_2b: ClassOf) -> ProfileWorld:
    pa1, pa2, third = class_2b.students[:3]
    now = timezone.now()
    return ProfileWorld(
        skill=OwnSkill.objects.create(person=pa1, text="Gram na skrzypcach", area="heritage"),
        wish=Contact.objects.create(asker=pa2, asked=pa1, asked_at=now),
        archive=DataArchive.objects.create(person=pa1, asked_at=now, parts=1),
        third=third,
    )
