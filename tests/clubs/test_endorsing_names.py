"""In whose name somebody may endorse a club badge: only where they coordinate (product.md, part 6)."""

from __future__ import annotations

from clubs.models import Club
from credentials.models import Achievement
from people.models import User
from tests.asking import ask

NAMES = "query($a: ID!) { clubBadge(achievementId: $a) { mayEndorse endorseAs { id name } } }"


def test_a_coordinator_may_speak_for_the_school(of_club: Club, coordinator: User, badge: Achievement) -> None:
    User.objects.filter(pk=coordinator.pk).update(born_on="1980-01-01")
    coordinator.refresh_from_db()
    seen = ask(coordinator, NAMES, a=badge.pk).data
    assert seen == {"mayEndorse": True, "endorseAs": [{"id": str(of_club.group.parent_id), "name": "LO A"}]}


def test_others_speak_for_themselves_alone(
    of_club: Club, leader: User, teacher: User, badge: Achievement
) -> None:
    assert ask(leader, NAMES, a=badge.pk).data["endorseAs"] == []
    assert ask(teacher, NAMES, a=badge.pk).data["endorseAs"] == []
