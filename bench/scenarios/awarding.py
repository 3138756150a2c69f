"""A badge for a class of 30 through GraphQL, from request to commit; the same rows by the driver and by Django."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from bench.measuring import Row, in_turn, row
from bench.phones import Phone
from bench.population import BADGES_EACH, FRESH, Population
from bench.world import World
from core.models import Activity, Delivery
from credentials.models import Achievement, AwardBatch, Credential
from people.enums import Role
from people.models import Group, Membership, User

MOST_STATEMENTS = 15
WARM_UP = 2


def run(world: World) -> list[Row]:
    people, sizes = world.people, world.sizes
    large = _class_of(people, sizes.many)
    teacher = people.teacher_of(people.groups[0])
    class_ids = [student.pk for student in people.students[people.groups[0]]]
    statements = {
        how_many: _statements(people, large, how_many) for how_many in sorted({1, len(class_ids), sizes.many})
    }
    rounds = min(sizes.rounds, FRESH - WARM_UP)
    ours, one, bulk, raw = in_turn(
        awarding(people, people.groups[0], class_ids),
        awarding(people, people.groups[1], [people.students[people.groups[1]][0].pk]),
        _by_bulk_inserts(people, teacher, class_ids),
        _by_driver(people, teacher, class_ids, rounds + WARM_UP),
        rounds=rounds,
        warm_up=WARM_UP,
    )
    _give_history(people, people.groups[2], sizes.history - BADGES_EACH)
    rich_ids = [student.pk for student in people.students[people.groups[2]]]
    poor, rich = in_turn(
        awarding(people, large, _ids(large)[: len(rich_ids)]),
        awarding(people, people.groups[2], rich_ids),
        rounds=rounds,
    )
    told = ", ".join(f"{sql} SQL for {how_many}" for how_many, sql in statements.items())
    level = len(set(statements.values())) == 1
    growth = rich.cpu_median / poor.cpu_median
    return [
        row(
            "award", f"{len(class_ids)} people, floor: the driver", ours, raw, goal="≤ 45 ms, ≤ 15 SQL",
            met=ours.median <= 45 and level and max(statements.values()) <= MOST_STATEMENTS, counted=f"({told})",
        ),
        row("award", f"{len(class_ids)} people, floor: bulk_create", ours, bulk, goal="≤ 45 ms", met=ours.median <= 45),
        row("award", "one person", one, goal="≤ 15 ms", met=one.median <= 15),
        row(
            "award", f"people with {sizes.history} badges, floor: with none", rich, poor, goal="≤ 1.3 × with none",
            met=growth <= 1.3, counted=f"({growth:.2f} ×)",
        ),
    ]  # fmt: skip


def awarding(people: Population, group: Group, ids: Sequence[UUID]) -> Callable[[], None]:
    """The act on `group`, each time with a badge that nobody in it has; checks that everybody got it."""
    Credential.objects.filter(achievement__in=people.fresh, recipient_id__in=ids).update(state="cancelled")
    phone = Phone(people.teacher_of(group) if group in people.groups else people.teachers[0])
    badges = cycle(people.fresh)

    def act() -> None:
        badge = next(badges)
        done = phone.ask(
            "AwardBadge", groupId=group.pk, achievementId=badge.pk, studentIds=list(ids), key=uuid4()
        )
        if done["awardBadge"]["people"] != len(ids):
            raise RuntimeError(done)

    return act


def _statements(people: Population, group: Group, how_many: int) -> int:
    ids, badge = _ids(group)[:how_many], people.fresh[0]
    Credential.objects.filter(achievement=badge, recipient_id__in=ids).update(state="cancelled")
    counted = Phone(people.teachers[0]).statements(
        "AwardBadge", groupId=group.pk, achievementId=badge.pk, studentIds=ids, key=uuid4()
    )
    assert Credential.objects.living().filter(achievement=badge, recipient_id__in=ids).count() == how_many
    return counted


def _ids(group: Group) -> list[UUID]:
    return list(
        Membership.objects.filter(group=group, role=Role.STUDENT)
        .order_by("id")
        .values_list("user_id", flat=True)
    )


def _class_of(people: Population, size: int) -> Group:
    """One more class with `size` people who have no badge at all."""
    group = Group.objects.create(kind=people.groups[0].kind, name="1Z", parent=people.school.group)
    students = User.objects.bulk_create(
        User(username=f"large-{n}", given_name="Ola", family_name=f"Duża{n}", password="!")
        for n in range(size)
    )
    Membership.objects.bulk_create(
        [
            Membership(group=group, user=people.teachers[0], role=Role.TEACHER),
            *(Membership(group=group, user=student, role=Role.STUDENT) for student in students),
        ]
    )
    return group


def _give_history(people: Population, group: Group, how_many: int) -> None:
    held = set(
        Credential.objects.filter(recipient=people.students[group][0]).values_list(
            "achievement_id", flat=True
        )
    )
    others = [badge for badge in people.badges[:-FRESH] if badge.pk not in held][: max(0, how_many)]
    batch = AwardBatch.objects.create(
        version=others[0].current_version, group=group, actor=people.teachers[0], undo_until=timezone.now()
    )
    ids = [student.pk for student in people.students[group]]
    Credential.objects.bulk_create(draft for badge in others for draft in _drafts(batch, badge, ids))


def _drafts(
    batch: AwardBatch, badge: Achievement, ids: Sequence[UUID], state: str = "held"
) -> list[Credential]:
    return [
        Credential(
            batch=batch, version=badge.current_version, achievement=badge, recipient_id=pk, state=state,
            celebrated_at=timezone.now(),
        )
        for pk in ids
    ]  # fmt: skip


def _by_bulk_inserts(people: Population, teacher: User, ids: Sequence[UUID]) -> Callable[[], None]:
    group, badge = people.groups[0], people.badges[0]

    def write() -> None:
        with transaction.atomic():
            batch = AwardBatch.objects.create(
                version=badge.current_version, group=group, actor=teacher, undo_until=timezone.now()
            )
            Credential.objects.bulk_create(_drafts(batch, badge, ids, "cancelled"))
            activity = Activity.objects.create(fact="bench", about={}, actor_id=teacher.pk)
            Delivery.objects.bulk_create(Delivery(activity=activity, recipient_id=pk) for pk in ids)

    return write


def _by_driver(people: Population, teacher: User, ids: Sequence[UUID], rounds: int) -> Callable[[], None]:
    """The rows that Django would write, ready as the driver takes them, put in by it in one transaction."""
    prepared = iter([_rows(people, teacher, ids) for _ in range(rounds)])

    def write() -> None:
        with transaction.atomic():
            cursor = connection.cursor().cursor
            for text, values in next(prepared):
                cursor.executemany(text, values)

    return write


def _rows(people: Population, teacher: User, ids: Sequence[UUID]) -> list[tuple[str, list[list[Any]]]]:
    badge, now = people.badges[0], timezone.now()
    batch = AwardBatch(version=badge.current_version, group=people.groups[0], actor=teacher, undo_until=now)
    activity = Activity(fact="bench", about={}, actor_id=teacher.pk)
    tables: list[list[Model]] = [
        [batch],
        [*_drafts(batch, badge, ids, "cancelled")],
        [activity],
        [Delivery(activity=activity, recipient_id=pk) for pk in ids],
    ]
    return [(_insert_of(type(rows[0])), [_values(one) for one in rows]) for rows in tables]


def _insert_of(model: type[Model]) -> str:
    names = [field.column for field in model._meta.concrete_fields]
    return (
        f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"
    )


def _values(one: Model) -> list[Any]:
    return [
        field.get_db_prep_save(field.pre_save(one, True), connection) for field in one._meta.concrete_fields
    ]
