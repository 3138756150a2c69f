"""AC-05: in an act with several ids each is checked against every other, not only the first."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from clubs.services import badges
from credentials.models import AwardRequest, IssuerMember
from credentials.services.awarding import award
from credentials.services.claiming import make_sheet
from credentials.services.collecting import Piece
from credentials.services.drafting import begin
from credentials.services.uploading import store_upload
from events.models import EventTeam, TeamTask
from paths.services.assigning import assign_path
from paths.services.working import hand_in
from people.models import Group, User
from portfolio.models import OwnSkill
from tests.architecture.test_permissions import document
from tests.architecture.world import World
from tests.architecture.world_of_clubs import DESIGN, OF_A_CLUB
from tests.asking import ask
from tests.conftest import ClassOf
from tests.factories import (
    AchievementFactory,
    ClubFactory,
    EventFactory,
    IssuerFactory,
    LearningPathFactory,
    PresentationPageFactory,
    StepFactory,
)
from tests.security.canaries import picture_with
from tests.security.documents import MUTATIONS
from tests.security.rows import row_hash

IDS = {name: [a for a in one.args if a.endswith(("Id", "Ids"))] for name, one in MUTATIONS.items()}
WITH_SEVERAL = {name: ids for name, ids in IDS.items() if len(ids) >= 2}
PAIRS = [(name, argument) for name, ids in sorted(WITH_SEVERAL.items()) for argument in ids]
# By a person who may do the act: what is a student's own is done by the student, what is a club's by its leader.
BY_STUDENT = {"withdrawEvidence", "nominate", "thank", "askContact", "changePresentation"}
OF_AN_ISSUER = {
    "changeIssuerMember", "removeIssuerMember", "decideAwardRequest", "letGroupAward", "endGroupAwarding",
}  # fmt: skip
REFUSED = {
    "NOT_FOUND", "STEP_NOT_ON_PATH", "NOT_A_CHOICE", "ACHIEVEMENT_NOT_AWARDABLE", "NOT_A_MEMBER",
    "NOT_BY_NOMINATION", "NO_NOMINATIONS", "NOBODY_THERE", "NOT_YOUR_NAME",
    "NOT_TO_COPY", "PICTURE_MISSING",
}  # fmt: skip


def actor_of(name: str, world: World) -> User:
    if name in BY_STUDENT:
        return world.class_2b.students[0]
    if name in ("endorseBadge", "copyBadge", "addBadgePicture") or name in OF_AN_ISSUER:
        return User.objects.get(username="coordinator-a")
    return User.objects.get(username="leader-k") if name in OF_A_CLUB else world.class_2b.teacher


@pytest.fixture
def elsewhere(world, class_2c: ClassOf, class_1a: ClassOf, everybody: None) -> dict[str, list[Any]]:
    """For each kind of id: one from the class next door and one from another school, where there is one."""
    assign_path(world.path.path, class_2c.group, actor=class_2c.teacher)
    assign_path(world.path.path, class_1a.group, actor=class_1a.teacher)
    foreign = IssuerFactory(slug="lo-b", group=class_1a.group.parent)
    foreign.may_award.add(class_1a.group.parent)
    other_path = LearningPathFactory(slug="inna", visibility="group", owner_group=class_1a.group.parent)
    step = StepFactory(path=other_path)
    # The first of 1A asks to be let into the club, so the club may name them.
    others = [class_2c.students[0], class_1a.students[1]]
    next_door = EventFactory(group=class_2c.group, starts_at=world.events.event.starts_at)
    team = EventTeam.objects.create(event=next_door, name="Rysie", position=1)
    task = TeamTask.objects.create(event=next_door, position=1, title="Znajdź most")
    of_club = ClubFactory(name="Klub obok", parent=class_1a.group.parent, slug="klub-obok")
    badge = badges.make_badge(of_club, DESIGN, actor=class_1a.teacher, now=timezone.now())
    upload = store_upload(class_2c.teacher, key=uuid4(), content=picture_with("cudze"))
    in_k = world.clubs.member
    mate, stranger = world.class_2b.students[1], class_1a.students[1]
    awarded = award(world.path.debate, [mate], actor=world.class_2b.teacher, group=world.class_2b.group)
    work = hand_in(world.path.of(mate), world.path.task, [Piece("text", text="cudze")], actor=mate)
    own_badge = world.credential.pk
    written = begin(foreign, kind="digital_badge", name="Obcy szkic", language="pl", actor=class_1a.teacher)
    of_gatherings = {
        "groupId": [of_club.pk, class_2c.group.pk],
        "byGroupId": [class_2c.group.pk, of_club.pk, class_1a.group.parent_id],
        "achievementId": [badge.pk, AchievementFactory(slug="cudza", issuer=foreign).pk],
        "userId": [other.pk for other in others],
        "userIds": [[in_k.pk, other.pk] for other in others],
        "eventId": [next_door.pk, EventFactory(group=of_club.group).pk],
        "teamId": [team.pk],
        "taskId": [task.pk],
        "issuerId": [foreign.pk],
        "sourceId": [badge.pk, uuid4()],
        "placeId": [class_2c.group.pk, foreign.pk, of_club.group_id],
        "pictureId": [upload.pk],
        "uploadId": [upload.pk],
        "draftId": [written.pk],
        "sheetId": [make_sheet(badge, of_club.group, 1, actor=class_1a.teacher).id, uuid4()],
        "personId": [stranger.pk, class_2c.teacher.pk],
        "presentationPageId": [PresentationPageFactory(owner=mate).pk],
        "badgeIds": [[own_badge, awarded.credentials[0].pk]],
        "evidenceIds": [[work.evidence.get().pk]],
        "memberId": [IssuerMember.objects.create(issuer=foreign, user=class_1a.teacher).pk],
        "awardRequestId": [AwardRequest.objects.create(issuer=foreign, group=of_club.group).pk],
        # Any public issuer may be asked; a class of one's own school is one's own.
        "askToAward.issuerId": [IssuerFactory(slug="w-szkicu", standing="draft").pk],
        "letGroupAward.groupId": [of_club.pk, class_1a.group.pk],
        "skillIds": [[OwnSkill.objects.create(person=mate, text="Cudze", area="other").pk]],
    }
    return {
        **of_gatherings,
        "groupId of a class": [class_2c.group.pk, class_1a.group.pk],
        "studentId": [other.pk for other in others],
        "studentIds": [[world.class_2b.students[0].pk, other.pk] for other in others],
        "enrollmentId": [world.path.of(other).pk for other in others],
        "achievementId of a class": [AchievementFactory(slug="obca", issuer=foreign).pk],
        "pathId": [other_path.pk],
        "stepId": [step.pk],
        "evidenceId": [uuid4()],
    }


@pytest.mark.parametrize(("name", "argument"), PAIRS)
def test_ac_05_each_id_in_turn_from_elsewhere_refuses_the_whole_act(name, argument, world, elsewhere):
    actor = actor_of(name, world)
    if name == "askForVouch":
        world.clubs.vouch.delete()
        Group.objects.filter(pk=world.clubs.club.pk).update(parent=None)
    text, given = document("mutation", name)
    if argument not in given:
        text, given = with_argument(name, text, argument), [*given, argument]
    right = world.variables(given, name)
    before = row_hash()
    of_a_class = name not in OF_A_CLUB and f"{argument} of a class" in elsewhere and name != "endorseBadge"
    usual = elsewhere[f"{argument} of a class" if of_a_class else argument]
    for wrong in elsewhere.get(f"{name}.{argument}", usual):
        reply = ask(actor, text, **{**right, argument: wrong})

        assert reply.code in REFUSED, reply.body
        assert row_hash() == before


def with_argument(name: str, text: str, argument: str) -> str:
    """The same document with one more variable (an optional list of ids)."""
    heads, calls = (
        f"(${argument}: {MUTATIONS[name].args[argument].type}, $",
        f"{name}({argument}: ${argument}, ",
    )
    return text.replace("($", heads, 1).replace(f"{name}(", calls, 1)


@pytest.mark.parametrize("whose", ["pc", "pb", "pa2", "teacher"])
def test_ac_05_the_upload_of_somebody_else_is_no_evidence(whose, world, request):
    other = request.getfixturevalue(whose)
    upload = store_upload(other, key=uuid4(), content=b"%PDF-1.7 cudze")
    world.path.task.evidence_kinds = ["pdf"]
    world.path.task.save()
    before = row_hash()

    reply = ask(
        world.class_2b.students[0],
        "mutation($e: ID!, $s: ID!, $u: ID!) { handIn(enrollmentId: $e, stepId: $s, "
        'evidence: [{kind: "pdf", uploadId: $u}]) { errors { code } } }',
        e=world.enrollment.pk,
        s=world.path.task.pk,
        u=upload.pk,
    )

    assert reply.code == "UPLOAD_MISSING"
    assert row_hash() == before
