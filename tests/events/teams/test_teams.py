"""Team events: tasks of sub-teams, a shared screen without persons and places, a badge for each when all is done."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from credentials.models import AwardBatch, Credential
from events.models import Event, EventTeam, TeamTask
from events.services import teams as services
from tests.asking import ask, client_of
from tests.factories import AchievementFactory, EventFactory

pytestmark = pytest.mark.django_db

BOARD = (
    "board { myTeamId mayManage tasks { id title details } teams { id name finished doneTaskIds members { name } }"
    " achievement { id } people { id } screenUrl } errors { code field }"
)
SET_UP = (
    "mutation S($e: ID!, $t: [EventTeamInput!]!, $k: [TeamTaskInput!]!, $a: ID)"
    " { setUpTeams(eventId: $e, teams: $t, tasks: $k, achievementId: $a) { " + BOARD + " } }"
)
DONE = (
    "mutation D($e: ID!, $t: ID!, $k: ID!) { completeTeamTask(eventId: $e, teamId: $t, taskId: $k) { "
    + BOARD
    + " } }"
)
UNDO = (
    "mutation U($e: ID!, $t: ID!, $k: ID!) { undoTeamTask(eventId: $e, teamId: $t, taskId: $k) { "
    + BOARD
    + " } }"
)
READ = "query R($e: ID!) { teamBoard(eventId: $e) { myTeamId mayManage people { id } teams { name members { name } } } }"


@pytest.fixture
def game(class_2b) -> Event:
    now = timezone.now()
    return EventFactory(
        group=class_2b.group,
        kind="city_game",
        starts_at=now,
        ends_at=now + timedelta(hours=3),
        created_by=class_2b.teacher,
    )


@pytest.fixture
def badge(issuer):
    return AchievementFactory(slug="gra-miejska", issuer=issuer)


@pytest.fixture
def board(game, class_2b, teacher, badge):
    one, two, _three = class_2b.students
    reply = ask(
        teacher, SET_UP, e=game.pk, a=badge.pk,
        t=[{"name": "Żubry", "userIds": [one.pk]}, {"name": "Bociany", "userIds": [two.pk]}],
        k=[{"title": "Znajdź ratusz"}, {"title": "Zapytaj mieszkańca", "details": "O ławki"}],
    )  # fmt: skip
    assert reply.code is None, reply.body
    return reply.data["board"]


def complete(person, game, team, task):
    return ask(person, DONE, e=game.pk, t=team["id"], k=task["id"])


def test_teams_are_set_up_at_once(board, class_2b, badge):
    assert [team["name"] for team in board["teams"]] == ["Żubry", "Bociany"]
    assert [task["title"] for task in board["tasks"]] == ["Znajdź ratusz", "Zapytaj mieszkańca"]
    assert board["achievement"]["id"] == str(badge.pk)
    assert len(board["people"]) == 3


def test_a_team_that_finishes_brings_each_member_the_badge(game, board, pa1, pa2, badge):
    zubry = board["teams"][0]
    first = complete(pa1, game, zubry, board["tasks"][0]).data["board"]
    assert not first["teams"][0]["finished"]
    last = complete(pa1, game, zubry, board["tasks"][1]).data["board"]

    assert last["teams"][0]["finished"]
    assert [one.recipient for one in Credential.objects.living()] == [pa1]
    assert Credential.objects.get().context["activity"] == game.title["pl"]
    assert AwardBatch.objects.get().actor == game.created_by


def test_the_same_task_again_changes_nothing(game, board, pa1):
    for _ in range(2):
        reply = complete(pa1, game, board["teams"][0], board["tasks"][0])

    assert reply.data["board"]["teams"][0]["doneTaskIds"] == [board["tasks"][0]["id"]]


def test_only_the_team_and_who_leads_tick_for_it(game, board, pa1, pa2, pc, teacher):
    bociany, task = board["teams"][1], board["tasks"][0]

    assert [complete(who, game, bociany, task).code for who in (pa1, pc)] == ["NOT_FOUND", "NOT_FOUND"]
    assert not services.TeamTaskCompletion.objects.exists()
    assert [complete(who, game, bociany, task).code for who in (pa2, teacher)] == [None, None]


def test_a_mistake_is_undone_with_its_badge(game, board, pa1):
    zubry = board["teams"][0]
    for task in board["tasks"]:
        complete(pa1, game, zubry, task)
    undone = ask(pa1, UNDO, e=game.pk, t=zubry["id"], k=board["tasks"][1]["id"]).data["board"]

    assert (undone["teams"][0]["finished"], Credential.objects.living().count()) == (False, 0)
    complete(pa1, game, zubry, board["tasks"][1])
    assert Credential.objects.living().count() == 1


def test_after_ten_minutes_the_badge_stays(game, board, pa1):
    zubry = board["teams"][0]
    for task in board["tasks"]:
        complete(pa1, game, zubry, task)
    AwardBatch.objects.update(undo_until=timezone.now())
    ask(pa1, UNDO, e=game.pk, t=zubry["id"], k=board["tasks"][1]["id"])
    complete(pa1, game, zubry, board["tasks"][1])

    assert Credential.objects.living().count() == AwardBatch.objects.count() == 1


def test_names_are_told_to_the_team_and_to_who_leads(game, board, pa1, pa2, teacher):
    def seen(who):
        return [[one["name"] for one in team["members"]] for team in ask(who, READ, e=game.pk).data["teams"]]

    assert seen(teacher) == [[pa1.get_full_name()], [pa2.get_full_name()]]
    assert seen(pa1) == [[f"{pa1.given_name} {pa1.family_name[0]}."], []]
    assert ask(pa1, READ, e=game.pk).data["people"] == []


def test_the_shared_screen_has_no_person_and_keeps_its_order(game, board, pa1, pa2, teacher):
    for task in board["tasks"]:
        complete(pa2, game, board["teams"][1], task)
    page = client_of(teacher).get(f"/events/{game.pk}/teams").content.decode()
    now = json.loads(client_of(teacher).get(f"/events/{game.pk}/teams.json").content)

    assert not {pa1.family_name, pa2.family_name} & set(page.split())
    assert [(team["name"], team["done"], team["of"], team["finished"]) for team in now["teams"]] == [
        ("Żubry", 0, 2, False), ("Bociany", 2, 2, True),
    ]  # fmt: skip


def test_what_stays_keeps_what_was_done(game, board, class_2b, teacher, pa1):
    zubry, task = board["teams"][0], board["tasks"][0]
    complete(pa1, game, zubry, task)
    again = ask(
        teacher, SET_UP, e=game.pk,
        t=[{"name": "Bociany", "userIds": []}, {"id": zubry["id"], "name": "Rysie", "userIds": [pa1.pk]}],
        k=[{"title": "Nowe na początku"}, {"id": task["id"], "title": "Znajdź ratusz!"}],
    ).data["board"]  # fmt: skip

    assert [(team["name"], team["doneTaskIds"]) for team in again["teams"]] == [
        ("Bociany", []), ("Rysie", [task["id"]]),
    ]  # fmt: skip
    assert [one["title"] for one in again["tasks"]] == ["Nowe na początku", "Znajdź ratusz!"]
    assert again["achievement"] is None


@pytest.mark.parametrize(
    ("teams", "tasks", "code"),
    [
        ([("A", [0]), ("B", [0])], ["x"], "IN_TWO_TEAMS"),
        ([("A", []), ("A", [])], ["x"], "NAME_TWICE"),
        ([("A", ["stranger"])], ["x"], "NOT_HERE"),
        ([("", [])], ["x"], "TEXT_EMPTY"),
        ([("A", [])], ["x" * 121], "TEXT_TOO_LONG"),
        ([(f"T{n}", []) for n in range(31)], ["x"], "HOW_MANY"),
        ([("A", [])], ["x"] * 31, "HOW_MANY"),
    ],
)
def test_what_cannot_be_set_up_changes_nothing(game, class_2b, teacher, pc, teams, tasks, code):
    people = [*class_2b.students]
    sent = [
        {"name": name, "userIds": [pc.pk if who == "stranger" else people[who].pk for who in members]}
        for name, members in teams
    ]

    assert ask(teacher, SET_UP, e=game.pk, t=sent, k=[{"title": one} for one in tasks]).code == code
    assert not EventTeam.objects.exists()
    assert not TeamTask.objects.exists()


def test_a_badge_of_somebody_else_is_refused(game, teacher):
    other = AchievementFactory(slug="obca")

    assert ask(teacher, SET_UP, e=game.pk, t=[], k=[], a=other.pk).code == "ACHIEVEMENT_NOT_AWARDABLE"


def test_tx_01_a_hostile_team_name_is_text(game, teacher):
    hostile = "<img src=x onerror=alert(1)>"
    ask(teacher, SET_UP, e=game.pk, t=[{"name": hostile, "userIds": []}], k=[{"title": "x"}])
    page = client_of(teacher).get(f"/events/{game.pk}/teams").content.decode()

    assert hostile not in page
    assert "&lt;img src=x" in page


@pytest.mark.django_db(transaction=True)
def test_two_last_tasks_at_once_finish_the_team_once(game, board, pa1):
    team = EventTeam.objects.get(name="Żubry")
    start = Barrier(2)

    def tick(task) -> None:
        start.wait(30)
        try:
            services.complete_team_task(game, team, task, actor=pa1)
        finally:
            connections.close_all()

    game.refresh_from_db()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(tick, TeamTask.objects.filter(event=game)))

    team.refresh_from_db()
    assert team.finished_at is not None
    assert Credential.objects.living().count() == AwardBatch.objects.count() == 1
