"""“May I see it” and “show me what I may see” are married here, for the whole cast."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

from classroom.models import RosterImport
from clubs.models import Club, ClubBadge, Nomination, Vouch
from core.access import may, visible_models, visible_to
from credentials.models import (
    Achievement,
    AchievementDraft,
    AchievementVersion,
    AnsweredCredential,
    ApplicationDesk,
    AwardBatch,
    Credential,
    Endorsement,
    Evidence,
    Issuer,
    LearnerApplication,
    Offer,
    OfferRound,
    StackReview,
    Upload,
)
from credentials.services import awarding
from credentials.services.collecting import Piece
from events.models import CheckInCode, Event, LateClaim
from paths.models import Enrollment, LearningPath, PathAssignment, Submission
from paths.services import working
from people.models import Group, JoinRequest, Report, School, User
from portfolio.models import Contact, DataArchive, OwnSkill, PresentationPage
from tests.architecture.world_of_applications import make_application_world
from tests.architecture.world_of_clubs import make_club_world
from tests.architecture.world_of_drafts import make_draft_world
from tests.architecture.world_of_events import make_event_world
from tests.architecture.world_of_offers import make_offer_world
from tests.architecture.world_of_profiles import make_profile_world
from tests.factories import ClubFactory, EventFactory, GroupFactory, PresentationPageFactory
from tests.paths.conftest import small_path  # noqa: F401

CAST = (
    "pa1",
    "pa2",
    "pc",
    "pb",
    "teacher",
    "teacher_c",
    "teacher_b",
    "coordinator",
    "leader",
    "editor",
    "operator",
    "stranger",
)
VIEW = {
    Group: "people.view_group",
    School: "people.view_school",
    User: "people.view_user",
    LearningPath: "paths.view_learningpath",
    PathAssignment: "paths.view_pathassignment",
    Enrollment: "paths.view_enrollment",
    Submission: "paths.view_submission",
    Achievement: "credentials.view_achievement",
    AchievementDraft: "credentials.view_achievementdraft",
    Issuer: "credentials.view_issuer",
    Credential: "credentials.view_credential",
    AnsweredCredential: "credentials.answer_for",
    StackReview: "credentials.view_stackreview",
    Endorsement: "credentials.view_endorsement",
    ApplicationDesk: "credentials.view_applicationdesk",
    LearnerApplication: "credentials.view_learnerapplication",
    Offer: "credentials.view_offer",
    OfferRound: "credentials.view_offerround",
    Evidence: "credentials.view_evidence",
    Upload: "credentials.view_upload",
    RosterImport: "classroom.view_rosterimport",
    JoinRequest: "people.view_joinrequest",
    Report: "people.view_report",
    Club: "clubs.view_club",
    Vouch: "clubs.view_vouch",
    ClubBadge: "clubs.view_clubbadge",
    Nomination: "clubs.view_nomination",
    Event: "events.view_event",
    LateClaim: "events.view_lateclaim",
    CheckInCode: "events.view_checkincode",
    PresentationPage: "portfolio.view_presentationpage",
    Contact: "portfolio.view_contact",
    OwnSkill: "portfolio.view_ownskill",
    DataArchive: "portfolio.view_dataarchive",
}


@pytest.fixture
def a_busy_school(
    request, small_path, class_2b, class_2c, class_1a, club, leader, coordinator, operator, editor
):
    """Something of every kind: work with evidence, an award, three classes in two schools, a club."""
    teacher, student = class_2b.teacher, class_2b.students[0]
    working.hand_in(
        small_path.of(student), small_path.task, [Piece("text", text="Moja praca")], actor=student
    )
    for owner in (student, class_2b.students[1]):
        Upload.objects.create(
            owner=owner, key=uuid4(), kind="photo", content_type="image/webp", file="a", size=1
        )
    # A file that was handed in, and one that nothing has taken yet.
    Evidence.objects.filter(owner=student).update(upload=Upload.objects.get(owner=student))
    awarding.award(small_path.debate, class_2b.students[:2], actor=teacher, group=class_2b.group)
    for who in (teacher, coordinator, class_1a.teacher):
        RosterImport.objects.create(school=class_2b.group.parent.school, created_by=who)
    JoinRequest.objects.create(group=club, user=class_2b.students[1])
    make_club_world(class_2b.students[0])
    a_busy_calendar(class_2b, class_2c, club)
    for owner in (student, teacher):
        PresentationPageFactory(owner=owner)
    make_profile_world(class_2b)
    make_draft_world(small_path.petition, teacher)
    make_offer_world(small_path.debate, class_2b.group, teacher)
    make_application_world(class_2b.group, teacher, student)
    ClubFactory(parent=class_2b.group.parent, kind="parish_youth")
    ClubFactory(listed=True)
    for responsible, author in (
        (class_2b.group.parent, class_2b.students[0]),
        (None, coordinator),
        (None, operator),
    ):
        Report.objects.create(kind="clubs.Club", object_id=club.pk, snapshot="Klub", author=author, responsible=responsible, reason="other", due_at=timezone.now())  # fmt: skip
    awarding.award(small_path.petition, class_2c.students[:1], actor=class_2c.teacher, group=class_2c.group)
    given = Credential.objects.filter(achievement=small_path.debate).first()
    StackReview.objects.create(credential=given, part=given)


def a_busy_calendar(class_2b, class_2c, club):
    """Events of a class, a school, a club (vouched and not) and the portal, each kind of visibility, codes and claims."""
    make_event_world(class_2b)
    groups = (class_2b.group.parent, class_2c.group, club, GroupFactory(name="Klub bez poręczenia"), None)
    for group in groups:
        for visibility in ("public", "group", "invited"):
            event = EventFactory(group=group, visibility=visibility)
            LateClaim.objects.create(event=event, user=class_2b.students[0])
            CheckInCode.objects.create(
                event=event,
                digest=str(event.pk),
                valid_from=event.starts_at,
                valid_until=event.ends_at,
                cap=1,
            )
    EventFactory(group=class_2c.group, published_at=None)
    event.invited_people.add(class_2b.students[1])


@pytest.mark.parametrize("who", CAST)
def test_what_is_listed_is_what_the_rule_allows(who, a_busy_school, request):
    person = request.getfixturevalue(who)

    listed = {model.__name__: set(visible_to(person, model)) for model in VIEW}
    allowed = {
        model.__name__: {row for row in model.objects.all() if may(person, permission, row)}
        for model, permission in VIEW.items()
    }

    assert listed == allowed


def test_there_is_something_of_every_kind(a_busy_school):
    assert [model.__name__ for model in VIEW if not model.objects.exists()] == []


def test_every_model_with_a_selector_has_its_rule_here(db):
    assert visible_models() - {AwardBatch, AchievementVersion} == set(VIEW)
