"""Something of every kind in 2B, so that every operation has a real target to be tried on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from classroom.models import RosterImport
from credentials.models import AwardBatch, Credential, StackReview
from credentials.services import awarding
from credentials.services.collecting import Piece
from paths.models import Enrollment, Submission
from paths.services import working
from people.models import Report, User
from portfolio.models import PresentationPage
from tests.architecture.world_of_applications import ApplicationWorld, make_application_world
from tests.architecture.world_of_clubs import ClubWorld, make_club_world
from tests.architecture.world_of_drafts import DraftWorld, make_draft_world
from tests.architecture.world_of_events import EventWorld, make_event_world
from tests.architecture.world_of_issuers import IssuerWorld, make_issuer_world
from tests.architecture.world_of_offers import OfferWorld, make_offer_world
from tests.architecture.world_of_profiles import ProfileWorld, make_profile_world
from tests.conftest import ClassOf

ROLES = ("V", "PA1", "PA2", "PC", "PB", "TA", "TC", "TB", "CO", "LK", "ED", "AD")
FIXTURES = {
    "V": "stranger", "PA1": "pa1", "PA2": "pa2", "PC": "pc", "PB": "pb", "TA": "teacher", "TC": "teacher_c",
    "TB": "teacher_b", "CO": "coordinator", "LK": "leader", "ED": "editor", "AD": "operator",
}  # fmt: skip


@dataclass
class World:
    """The targets: PA1's enrollment, work and badge, their class, an import of their teacher."""

    class_2b: ClassOf
    path: Any
    enrollment: Enrollment
    submission: Submission
    batch: AwardBatch
    credential: Credential
    roster: RosterImport
    report: Report
    clubs: ClubWorld
    events: EventWorld
    presentation: PresentationPage
    profiles: ProfileWorld
    issuers: IssuerWorld
    drafts: DraftWorld
    offers: OfferWorld
    applications: ApplicationWorld

    def variables(self, names: list[str], operation: str) -> dict[str, Any]:
        """A value for each argument of an operation."""
        student = self.class_2b.students[0]
        step = {
            "chooseAction": self.path.choice_1,
            "proposeTopic": self.path.choice_1,
            "confirmStep": self.path.read,
        }
        values = {
            "groupId": self.class_2b.group.pk, "schoolId": self.class_2b.group.parent.school.pk,
            "studentId": student.pk, "studentIds": [student.pk], "achievementId": self.path.petition.pk,
            "enrollmentId": self.enrollment.pk, "stepId": step.get(operation, self.path.task).pk,
            "submissionId": self.submission.pk, "evidenceId": self.submission.evidence.get().pk,
            "batchId": self.batch.pk, "credentialId": self.credential.pk, "importId": self.roster.pk,
            "assignmentId": self.path.assignment.pk, "pathId": self.path.path.pk, "evidence": [],
            "noticeIds": [uuid4()], "note": "", "hint": "Dodaj źródło", "topic": "Ławki", "name": "2X",
            "students": "Nowak Anna", "givenName": "Ola", "familyName": "Nowak", "mapping": {}, "shownName": "initials",
            "withPlace": False, "days": 30, "language": "pl", "limit": 5,
            "purpose": "sharing", "kind": "credentials.Credential", "objectId": self.credential.pk, "reason": "other",
            "presentationPageId": self.presentation.pk, "reportId": self.report.pk, "decision": "kept", "text": "Proszę spojrzeć jeszcze raz",
        }  # fmt: skip
        values["id"] = {
            "questMap": self.enrollment.pk, "badge": self.credential.pk, "badgeStory": self.credential.pk, "answeredCredential": self.credential.pk,
            "achievement": self.path.petition.pk,
            "rosterImport": self.roster.pk,
        }.get(operation)  # fmt: skip
        if operation == "composePresentation":
            values["purpose"] = "university"
        values["reviewId"] = StackReview.objects.get().pk
        values |= self.clubs.variables(operation)
        values |= self.events.variables(operation)
        values |= self.profiles.variables()
        values |= self.issuers.variables()
        values |= self.drafts.variables(operation)
        values |= self.offers.variables()
        values |= self.applications.variables()
        return {name: values[name] for name in names if name in values}


def make_world(class_2b: ClassOf, small_path: Any) -> World:
    teacher, student = class_2b.teacher, class_2b.students[0]
    enrollment = small_path.of(student)
    working.hand_in(enrollment, small_path.task, [Piece("text", text="Moja praca")], actor=student)
    awarded = awarding.award(small_path.debate, [student], actor=teacher, group=class_2b.group)
    assert awarded.batch is not None
    mine = awarded.credentials[0]
    StackReview.objects.create(credential=mine, part=mine)
    roster = RosterImport.objects.create(school=class_2b.group.parent.school, created_by=teacher)
    return World(
        class_2b,
        small_path,
        enrollment,
        Submission.objects.get(),
        awarded.batch,
        awarded.credentials[0],
        roster,
        a_report(student, class_2b),
        make_club_world(student),
        make_event_world(class_2b),
        PresentationPage.objects.create(owner=student, label="Na studia", headline="Lubię debaty"),
        make_profile_world(class_2b),
        make_issuer_world(class_2b),
        make_draft_world(small_path.petition, teacher),
        make_offer_world(small_path.debate, class_2b.group, teacher),
        make_application_world(class_2b.group, teacher, student),
    )


def a_report(author: User, class_2b: ClassOf) -> Report:
    """Something of PA1's was reported and taken down; the coordinator of school A has it in care."""
    return Report.objects.create(
        kind="clubs.Nomination",
        object_id=uuid4(),
        snapshot="Bo tak",
        author=author,
        responsible=class_2b.group.parent,
        reason="other",
        due_at=timezone.now() + timedelta(days=7),
    )
