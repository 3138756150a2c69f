"""A badge for a class of 30 through GraphQL, from request to commit; the same rows by bulk inserts as the floor."""

from __future__ import annotations

from itertools import cycle

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.measuring import Row, in_turn, row
from bench.phones import Phone
from bench.population import populate
from core.models import Activity, Delivery
from credentials.models import AwardBatch, Credential

AWARD = """mutation Award($group: ID!, $badge: ID!, $students: [ID!]!) {
  awardBadge(groupId: $group, achievementId: $badge, studentIds: $students) { people errors { code } } }"""


def run() -> list[Row]:
    people = populate()
    fresh = people.badges[-10:]
    groups = cycle(people.groups)
    badges = cycle(fresh)
    counted: list[int] = []
    statements: dict[int, int] = {}

    def award(how_many: int) -> None:
        group = next(groups)
        badge = next(badges)
        students = [student.pk for student in people.students[group][:how_many]]
        Credential.objects.filter(achievement=badge, recipient_id__in=students).update(state="cancelled")
        phone = Phone(people.teachers[people.groups.index(group)])
        phone.client.get("/healthz")
        with CaptureQueriesContext(connection) as caught:
            answer = phone.ask(AWARD, group=group.pk, badge=badge.pk, students=students)["awardBadge"]
        statements[how_many] = len(caught)
        counted.append(answer["people"])
        assert answer["people"] == how_many, answer

    for how_many in (1, 30):
        award(how_many)

    group, teacher = people.groups[0], people.teachers[0]
    phone = Phone(teacher)
    ids = [student.pk for student in people.students[group]]
    turn = cycle(range(len(fresh)))

    def through_graphql() -> None:
        badge = fresh[next(turn)]
        phone.ask(AWARD, group=group.pk, badge=badge.pk, students=ids)

    def by_bulk_inserts() -> None:
        now = timezone.now()
        badge = fresh[0]
        with transaction.atomic():
            batch = AwardBatch.objects.create(version=badge.current_version, group=group, actor=teacher, undo_until=now)
            Credential.objects.bulk_create(
                Credential(
                    batch=batch, version=badge.current_version, achievement=badge, recipient_id=pk, state="cancelled"
                )
                for pk in ids
            )
            activity = Activity.objects.create(fact="bench", about={}, actor_id=teacher.pk)
            Delivery.objects.bulk_create(Delivery(activity=activity, recipient_id=pk) for pk in ids)

    # Ten fresh badges: ten rounds in which everybody is new.
    Credential.objects.filter(achievement__in=fresh).update(state="cancelled")
    ours, floor = in_turn(through_graphql, by_bulk_inserts, rounds=8, warm_up=2)
    most = max(statements.values())
    return [
        row(
            "award", "30 people", ours, floor, goal="≤ 45 ms, ≤ 15 SQL",
            met=ours.median <= 45 and statements[30] <= 15 and statements[1] == statements[30],
            counted=f"({statements[1]} SQL for 1, {statements[30]} for 30, at most {most})",
        )
    ]  # fmt: skip
