"""Team events: sub-teams with tasks, progress, and a badge for each member when a team has done them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import CharField, F
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.models import Achievement, AwardBatch
from credentials.selectors.achievements import awardable_in
from credentials.services import awarding
from events.check_in_window import takes_place
from events.domain_events import AttendanceRewarded, EventChanged, TeamFinished, TeamTaskDone
from events.models import Event, EventTeam, EventTeamMember, TeamTask, TeamTaskCompletion
from events.selectors.teams import people_for_teams
from events.services.attendance_badges import context_of
from people.audiences import for_staff, group_topic, user_topic
from people.models import User

MOST_TEAMS, MOST_TASKS, MOST_MEMBERS = 30, 30, 30
NAME_LETTERS, TITLE_LETTERS, DETAILS_LETTERS = 60, 120, 1000
OUT_OF_THE_WAY = 1000


@dataclass(frozen=True)
class TaskDraft:
    """A task as it should be; `id` keeps one that is there."""

    title: str
    details: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class TeamDraft:
    name: str
    members: tuple[UUID, ...]
    id: UUID | None = None


@transaction.atomic
def set_up_teams(
    event: Event,
    tasks: Sequence[TaskDraft],
    teams: Sequence[TeamDraft],
    *,
    achievement_id: UUID | None,
    actor: User,
) -> None:
    """Make teams and tasks what these lists say. What has been done by teams and for tasks that stay, stays.

    Raises Refusal HOW_MANY, TEXT_*, NAME_TWICE, IN_TWO_TEAMS, NOT_HERE or ACHIEVEMENT_NOT_AWARDABLE.
    """
    if not takes_place(event):
        raise Refusal("EVENT_CANCELLED", _("This event does not take place."))
    _check_sizes(tasks, teams)
    Event.objects.filter(pk=event.pk).update(team_achievement=_badge(event, achievement_id))
    _write_tasks(event, tasks)
    _write_teams(event, teams)
    emit(EventChanged(event_id=event.pk), actor=actor, audience=_audience(event, ()))


@transaction.atomic
def complete_team_task(event: Event, team: EventTeam, task: TeamTask, *, actor: User) -> None:
    """A team has done a task; again changes nothing. The last one finishes it and brings its members the badge."""
    if not takes_place(event):
        raise Refusal("EVENT_CANCELLED", _("This event does not take place."))
    # The row is held, so that two last tasks at the same moment finish the team once.
    team = EventTeam.objects.select_for_update().get(pk=team.pk)
    _done, new = TeamTaskCompletion.objects.get_or_create(team=team, task=task, defaults={"done_by": actor})
    if not new:
        return
    members = list(User.objects.active().filter(event_teams__team=team))
    heard = _audience(event, [person.pk for person in members])
    emit(TeamTaskDone(event_id=event.pk, team_id=team.pk), actor=actor, audience=heard)
    tasks = TeamTask.objects.filter(event=event).count()
    if team.finished_at is not None or team.completions.count() < tasks:
        return
    team.finished_at = timezone.now()
    team.batch = _award(event, members)
    team.save(update_fields=["finished_at", "batch"])
    emit(TeamFinished(event_id=event.pk, team_id=team.pk), actor=actor, audience=heard)


@transaction.atomic
def undo_team_task(event: Event, team: EventTeam, task: TeamTask, *, actor: User, now: datetime) -> None:
    """A tick that was a mistake. The badge that it brought goes with it within its ten minutes, and stays after."""
    team = (
        EventTeam.objects.select_for_update(of=("self",))
        .select_related("batch__group", "batch__version")
        .get(pk=team.pk)
    )
    deleted, _rows = TeamTaskCompletion.objects.filter(team=team, task=task).delete()
    if not deleted:
        return
    batch = team.batch
    if batch is not None and batch.cancelled_at is None and batch.undo_until > now:
        awarding.undo(batch, actor=actor, now=now)
    EventTeam.objects.filter(pk=team.pk).update(finished_at=None, batch=None)
    members = EventTeamMember.objects.filter(team=team).values_list("user_id", flat=True)
    emit(
        TeamTaskDone(event_id=event.pk, team_id=team.pk),
        actor=actor,
        audience=_audience(event, list(members)),
    )


def _award(event: Event, members: Sequence[User]) -> AwardBatch | None:
    """One act for the whole team, in the name of who planned. A badge that fell meanwhile stops no game."""
    if event.team_achievement is None or event.group is None or not members:
        return None
    language = event.created_by.language if event.created_by else "pl"
    try:
        awarded = awarding.award(
            event.team_achievement, members, actor=event.created_by, group=event.group,
            context=context_of(event, language), language=language,
        )  # fmt: skip
    except Refusal:
        return None
    if awarded.batch is not None:
        fact = AttendanceRewarded(event_id=event.pk, batch_id=awarded.batch.pk)
        emit(fact, actor=event.created_by, audience=for_staff(event.group.pk))
    return awarded.batch


def _badge(event: Event, achievement_id: UUID | None) -> Achievement | None:
    if achievement_id is None:
        return None
    badge = awardable_in(event.group).filter(pk=achievement_id).first() if event.group else None
    if badge is None:
        raise Refusal(
            "ACHIEVEMENT_NOT_AWARDABLE", _("This badge cannot be awarded by this group."), "achievement_id"
        )
    return badge


def _check_sizes(tasks: Sequence[TaskDraft], teams: Sequence[TeamDraft]) -> None:
    too_many = len(tasks) > MOST_TASKS or len(teams) > MOST_TEAMS
    if too_many or any(len(team.members) > MOST_MEMBERS for team in teams):
        raise Refusal(
            "HOW_MANY", _("At most %(teams)d teams with %(tasks)d tasks."), teams=MOST_TEAMS, tasks=MOST_TASKS
        )
    placed = [person for team in teams for person in dict.fromkeys(team.members)]
    if len(placed) != len(set(placed)):
        raise Refusal("IN_TWO_TEAMS", _("Each person is in one team."), "teams")


def _write_tasks(event: Event, drafts: Sequence[TaskDraft]) -> None:
    known = {row.pk: row for row in TeamTask.objects.filter(event=event)}
    kept = {draft.id for draft in drafts if draft.id in known}
    TeamTask.objects.filter(event=event).exclude(pk__in=kept).delete()
    # Positions are unique, so everybody steps aside first.
    TeamTask.objects.filter(event=event).update(position=F("position") + OUT_OF_THE_WAY)
    rows = [known[draft.id] if draft.id in known else TeamTask(event=event) for draft in drafts]
    for position, (draft, row) in enumerate(zip(drafts, rows, strict=True), start=1):
        row.position = position
        row.title = clean_text(
            draft.title, limit=TITLE_LETTERS, multiline=False, field="tasks", required=True
        )
        row.details = clean_text(draft.details, limit=DETAILS_LETTERS, field="tasks")
    _save(TeamTask, rows, ["position", "title", "details"])


def _write_teams(event: Event, drafts: Sequence[TeamDraft]) -> None:
    names = [
        clean_text(one.name, limit=NAME_LETTERS, multiline=False, field="teams", required=True)
        for one in drafts
    ]
    if len(set(names)) != len(names):
        raise Refusal("NAME_TWICE", _("Two teams have the same name."), "teams")
    wanted = {person for draft in drafts for person in draft.members}
    allowed = set(people_for_teams(event).filter(pk__in=wanted).values_list("pk", flat=True))
    if wanted - allowed:
        raise Refusal("NOT_HERE", _("Somebody in a team neither belongs here nor signed up."), "teams")
    known = {row.pk: row for row in EventTeam.objects.filter(event=event)}
    kept = {draft.id for draft in drafts if draft.id in known}
    EventTeam.objects.filter(event=event).exclude(pk__in=kept).delete()
    # Names may change places: nobody's stands in the way.
    EventTeam.objects.filter(pk__in=kept).update(name=Cast("pk", CharField()))
    EventTeamMember.objects.filter(event=event).delete()
    rows = [known[draft.id] if draft.id in known else EventTeam(event=event) for draft in drafts]
    for position, (row, name) in enumerate(zip(rows, names, strict=True), start=1):
        row.name, row.position = name, position
    _save(EventTeam, rows, ["position", "name"])
    EventTeamMember.objects.bulk_create(
        EventTeamMember(event=event, team=row, user_id=person)
        for draft, row in zip(drafts, rows, strict=True)
        for person in dict.fromkeys(draft.members)
    )


def _save(model: type[TeamTask] | type[EventTeam], rows: Sequence[Any], fields: Sequence[str]) -> None:
    """Two statements, however many rows: one for the new ones, one for those that stay."""
    new = [row for row in rows if row._state.adding]
    kept = {row.pk: row for row in rows if not row._state.adding}
    model._default_manager.bulk_create(new)
    model._default_manager.bulk_update(kept.values(), fields)


def _audience(event: Event, members: Sequence[UUID]) -> Audience:
    """What a team has done is nobody's alone: the whole group may hear of it."""
    topics = tuple(user_topic(pk) for pk in members)
    if event.group_id is not None:
        topics += (group_topic(event.group_id),)
    return Audience(topics=topics, scope=event.group_id)
