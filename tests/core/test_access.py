"""The gate: missing, malformed and forbidden are one answer, and default is nothing."""

from __future__ import annotations

from uuid import uuid4

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from core.access import NotFound, access, access_all, as_uuid, may, visible, visible_to
from core.models import Receipt
from people.models import Group, User
from tests.conftest import ClassOf

VIEW = "people.view_group"
MANAGE = "people.manage_group"


def test_what_is_mine_is_found(teacher: User, class_2b: ClassOf) -> None:
    assert access(teacher, MANAGE, Group, class_2b.group.pk) == class_2b.group
    assert access(teacher, MANAGE, Group, str(class_2b.group.pk).upper()) == class_2b.group


def test_visible_is_not_yet_permitted(pa1: User, class_2b: ClassOf) -> None:
    assert access(pa1, VIEW, Group, class_2b.group.pk) == class_2b.group
    with pytest.raises(NotFound):
        access(pa1, MANAGE, Group, class_2b.group.pk)


@pytest.mark.parametrize(
    "id", [None, 1, "", "%%%", "1 OR 1=1", "9" * 5_000, "{b}", b"x", "\ud800", "\0" * 36]
)
def test_a_malformed_id_is_not_found(id: object, teacher: User) -> None:
    with pytest.raises(NotFound):
        access(teacher, VIEW, Group, id)


def test_a_foreign_and_a_missing_one_are_not_found(teacher: User, class_1a: ClassOf, operator: User) -> None:
    for id in (class_1a.group.pk, uuid4()):
        with pytest.raises(NotFound):
            access(teacher, VIEW, Group, id)
    with pytest.raises(NotFound):
        access(AnonymousUser(), VIEW, Group, class_1a.group.pk)


def test_someone_switched_off_may_nothing(teacher: User, class_2b: ClassOf) -> None:
    teacher.is_active = False
    assert not may(teacher, VIEW, class_2b.group)


def test_an_administrator_has_no_way_round_the_rules(operator: User, class_2b: ClassOf) -> None:
    assert may(operator, MANAGE, class_2b.group) == bool(rules.has_perm(MANAGE, operator, class_2b.group))


def test_many_are_found_in_order_or_not_at_all(
    coordinator: User, class_2b: ClassOf, class_2c: ClassOf, class_1a: ClassOf
) -> None:
    wanted = [class_2c.group.pk, class_2b.group.pk, class_2c.group.pk]
    assert access_all(coordinator, VIEW, Group, wanted) == [class_2c.group, class_2b.group]
    assert access_all(coordinator, VIEW, Group, []) == []
    for foreign in (class_1a.group.pk, uuid4(), "%%%"):
        with pytest.raises(NotFound):
            access_all(coordinator, VIEW, Group, [*wanted, foreign])


def test_default_is_nothing(teacher: User) -> None:
    with pytest.raises(LookupError):
        visible_to(teacher, Receipt)
    with pytest.raises(LookupError):
        may(teacher, "people.no_such_rule", teacher)
    with pytest.raises(LookupError):
        visible(Group)(lambda user: Group.objects.none())


def test_a_refusal_is_logged_without_what_was_sent(teacher: User, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NotFound):
        access(teacher, VIEW, Group, "cnry-typed")
    events = [record.getMessage() for record in caplog.records if record.name == "core.security"]
    assert len(events) == 1
    assert "access.refused" in events[0]
    assert "cnry" not in events[0]


def test_a_uuid_has_one_spelling() -> None:
    key = uuid4()
    assert as_uuid(str(key)) == as_uuid(str(key).upper()) == as_uuid(key) == key
    assert [as_uuid(other) for other in (key.hex, f"{{{key}}}", f"urn:uuid:{key}", key.int, key.bytes)] == [
        None
    ] * 5
