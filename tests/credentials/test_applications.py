""" "I can do this already": one at a time, read by the assessor alone, every answer once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.access import visible_to
from core.models import Activity, Delivery
from core.refusals import Refusal
from credentials.models import Credential, Evidence, LearnerApplication
from credentials.selectors.applications import (
    application_view,
    application_views,
    desks_for,
    own_applications,
    to_review,
)
from credentials.selectors.offerable import Place
from credentials.services import applications, awarding
from credentials.services.application_desks import close_desk, open_desk
from credentials.services.collecting import Piece
from credentials.ways_to_earn import ways_to_earn
from people.enums import Role
from people.selectors.notice_lines import notices
from tests.factories import AchievementFactory, MembershipFactory, UserFactory

WORK = [Piece("text", text="Prowadzę debaty od dwóch lat")]


@pytest.fixture
def desk(badge, place, teacher):
    return open_desk(place, badge, actor=teacher)


@pytest.fixture
def application(desk, pa1):
    return applications.apply(desk, "Umiem to", WORK, actor=pa1, now=timezone.now())


@pytest.fixture
def assessor(issuer):
    user = UserFactory(username="assessor")
    MembershipFactory(group=issuer.group, user=user, role=Role.COORDINATOR)
    return user


@pytest.fixture
def public_desk(badge, issuer, assessor):
    return open_desk(Place(None, issuer), badge, actor=assessor)


def refused(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def test_a_learner_applies_and_the_teacher_awards(application, pa1, teacher, badge, class_2b):
    now = timezone.now()
    given = applications.accept(application, "Dobra robota", actor=teacher, now=now)
    assert (given.recipient, given.achievement, given.note, given.batch.group) == (
        pa1, badge, "Dobra robota", class_2b.group,
    )  # fmt: skip
    assert [piece.text for piece in given.evidence.all()] == ["Prowadzę debaty od dwóch lat"]
    application.refresh_from_db()
    assert (application.state, application.credential) == ("accepted", given)
    assert Evidence.objects.get().keep_until == timezone.localdate(now) + timedelta(days=90)
    assert Activity.objects.filter(fact="credentials.ApplicationAnswered", actor_id=teacher.pk).count() == 1


def test_undoing_the_award_brings_the_application_back(
    application, teacher, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        given = applications.accept(application, "", actor=teacher, now=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        awarding.undo(given.batch, actor=teacher, now=timezone.now())
    application.refresh_from_db()
    assert (application.state, application.credential, application.decided_at) == ("handed_in", None, None)
    assert applications.accept(application, "", actor=teacher, now=timezone.now()).pk != given.pk


def test_more_is_asked_for_with_a_hint_and_handed_in_again(application, teacher, pa1):
    now = timezone.now()
    applications.ask_more(application, "Dodaj zdjęcie", actor=teacher, now=now)
    assert not to_review(teacher).exists()
    shown = application_view(application, pa1)
    assert (shown.state, shown.answers[0].hint, shown.answers[0].by) == (
        "more_asked", "Dodaj zdjęcie", teacher.get_full_name(),
    )  # fmt: skip
    applications.hand_in_more(
        application, "Jest zdjęcie", [Piece("link", url="example.org/1")], actor=pa1, now=now
    )
    assert [one.pk for one in to_review(teacher)] == [application.pk]
    assert application.evidence.count() == 2
    assert [line for line in notices_of(pa1) if "Dodaj" in line] == []


def notices_of(person) -> list[str]:
    return [
        notices.line_of(one.activity.fact, one.activity.about, person.pk)
        for one in Delivery.objects.filter(recipient=person).select_related("activity")
    ]


def test_not_yet_ends_it_and_the_learner_may_apply_again(application, desk, teacher, pa1):
    now = timezone.now()
    applications.not_yet(application, "Spróbuj po projekcie", actor=teacher, now=now)
    assert any(application.achievement.current_version.name["pl"] in line for line in notices_of(pa1))
    again = applications.apply(desk, "Teraz już", WORK, actor=pa1, now=now)
    assert (again.pk != application.pk, LearnerApplication.objects.count()) == (True, 2)


def test_one_open_application_for_a_badge(application, desk, pa1):
    assert (
        refused(lambda: applications.apply(desk, "Jeszcze raz", WORK, actor=pa1, now=timezone.now()))
        == "APPLIED_ALREADY"
    )
    assert (LearnerApplication.objects.count(), Evidence.objects.count()) == (1, 1)


def test_what_is_taken_back_is_deleted(application, pa1, teacher):
    applications.withdraw(application, actor=pa1, now=timezone.now())
    application.refresh_from_db()
    piece = Evidence.objects.get()
    assert (application.state, application.statement, piece.text, piece.withdrawn_at is not None) == (
        "withdrawn", "", "", True,
    )  # fmt: skip
    assert not visible_to(teacher, LearnerApplication).exists()
    assert visible_to(pa1, LearnerApplication).count() == 1


END = {
    "accept": lambda one, teacher, now: applications.accept(one, "", actor=teacher, now=now),
    "not_yet": lambda one, teacher, now: applications.not_yet(one, "Nie teraz", actor=teacher, now=now),
    "withdraw": lambda one, teacher, now: applications.withdraw(one, actor=one.applicant, now=now),
}


@pytest.mark.parametrize("end", END)
def test_what_is_over_changes_no_more(application, teacher, pa1, end):
    now = timezone.now()
    END[end](application, teacher, now)
    state, given = LearnerApplication.objects.get().state, Credential.objects.count()
    for act in END.values():
        assert refused(lambda act=act: act(application, teacher, now)) == "APPLICATION_OVER"
    assert (
        refused(lambda: applications.ask_more(application, "x", actor=teacher, now=now)) == "APPLICATION_OVER"
    )
    more = [Piece("text", text="x")]
    assert (
        refused(lambda: applications.hand_in_more(application, "x", more, actor=pa1, now=now))
        == "APPLICATION_OVER"
    )
    assert (LearnerApplication.objects.get().state, Credential.objects.count()) == (state, given)


def test_who_has_the_badge_or_sends_nothing_is_told(desk, pa1, pa2, badge, teacher, class_2b):
    now = timezone.now()
    awarding.award(badge, [pa1], actor=teacher, group=class_2b.group)
    assert refused(lambda: applications.apply(desk, "Mam", WORK, actor=pa1, now=now)) == "HAVE_IT"
    assert refused(lambda: applications.apply(desk, "Nic", [], actor=pa2, now=now)) == "NOTHING_HANDED_IN"
    assert (
        refused(lambda: applications.apply(desk, "Dużo", WORK * 11, actor=pa2, now=now)) == "TOO_MANY_PIECES"
    )
    close_desk(desk, actor=teacher, now=now)
    assert refused(lambda: applications.apply(desk, "Po", WORK, actor=pa2, now=now)) == "DESK_CLOSED"
    assert not LearnerApplication.objects.exists()


def test_a_desk_of_a_class_is_for_the_class(desk, badge, pa1, pb, pc):
    assert [one.id for one in desks_for(pa1, badge)] == [desk.pk]
    assert desks_for(pb, badge) == desks_for(pc, badge) == ()
    assert ways_to_earn(badge) == ()


def test_a_desk_of_an_issuer_is_for_everybody(public_desk, badge, issuer, pb, teacher, assessor):
    (shown,) = desks_for(pb, badge)
    assert shown.id == public_desk.pk
    assert [way.path for way in ways_to_earn(badge)] == [f"/app/applications/for/{badge.pk}"]
    one = applications.apply(public_desk, "Umiem", WORK, actor=pb, now=timezone.now())
    assert (list(to_review(assessor)), list(to_review(teacher))) == ([one], [])
    given = applications.accept(one, "", actor=assessor, now=timezone.now())
    assert (given.batch.group, given.recipient) == (None, pb)
    assert application_view(one, pb).answers[0].by == issuer.name["pl"]
    issuer.standing = "suspended"
    issuer.save()
    assert desks_for(pb, badge) == ()
    assert ways_to_earn(badge) == ()


def test_pr_02_a_minor_shows_work_to_an_issuer_when_a_guardian_agreed(public_desk, pb):
    pb.born_on = timezone.localdate() - timedelta(days=365 * 14)
    pb.save()
    now = timezone.now()
    assert (
        refused(lambda: applications.apply(public_desk, "Umiem", WORK, actor=pb, now=now)) == "GUARDIAN_FIRST"
    )
    assert not Evidence.objects.exists()


def test_nobody_answers_their_own(desk, badge, teacher):
    one = applications.apply(desk, "Ja też", WORK, actor=teacher, now=timezone.now())
    assert not to_review(teacher).exists()
    assert application_view(one, teacher).assessor_note == ""


def test_lists_take_the_same_statements(desk, class_2b, teacher, pa1, django_assert_num_queries):
    now = timezone.now()
    applications.apply(desk, "Umiem", WORK, actor=pa1, now=now)
    with django_assert_num_queries(3):
        assert len(application_views(to_review(teacher), teacher)) == 1
    for student in class_2b.students[1:]:
        applications.apply(desk, "Umiem", WORK, actor=student, now=now)
    with django_assert_num_queries(3):
        assert len(application_views(to_review(teacher), teacher)) == 3
    with django_assert_num_queries(3):
        assert len(application_views(own_applications(pa1), pa1)) == 1


def test_ten_applications_a_day(issuer, class_2b, teacher, pa1):
    now = timezone.now()
    for number in range(11):
        place = Place(class_2b.group, None)
        desk = open_desk(place, AchievementFactory(issuer=issuer), actor=teacher)
        if number == 10:
            assert (
                refused(lambda desk=desk: applications.apply(desk, "Umiem", WORK, actor=pa1, now=now))
                == "RATE_LIMITED"
            )
        else:
            applications.apply(desk, "Umiem", WORK, actor=pa1, now=now)
    assert LearnerApplication.objects.count() == 10
