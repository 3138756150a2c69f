"""Below 16, with an account of one's own, into a club that is not the school's: a guardian's word first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from clubs.models import Club
from clubs.selectors.guardians import PendingClub, pending_clubs
from clubs.services.archiving import archive_club
from core.refusals import Refusal
from people.consent_texts import text_for
from people.enums import AccountKind, ConsentPurpose, Role
from people.models import Consent, JoinRequest, Membership, User
from people.notices import line_of
from people.selectors.joining import waiting_requests
from people.services import consents, joining
from tests.factories import MembershipFactory, UserFactory

CLUB = ConsentPurpose.CLUB


def aged(years: int, **more) -> User:
    born = timezone.localdate() - timedelta(days=366 * years)
    return UserFactory(kind=AccountKind.PERSONAL, born_on=born, given_name="Ola", **more)


@pytest.fixture
def ola(db) -> User:
    return aged(14)


def members(club: Club) -> set[User]:
    return {row.user for row in Membership.objects.current().filter(group=club.group, role=Role.MEMBER)}


def ask(ola: User, club: Club) -> str:
    """The secret of a link for the guardian."""
    text = text_for(ola, CLUB, club.pk)
    _consent, url = consents.ask_consent(ola, CLUB, club.pk, text=text, actor=ola, language="pl")
    return url.rsplit("/", 1)[1]


@pytest.fixture
def said(django_capture_on_commit_callbacks):
    """A guardian's answer with what follows from it after the commit."""

    def say(act, *args, **kwargs) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **kwargs)

    return say


def test_a_code_lets_in_with_the_guardians_word(of_club, ola, said):
    assert joining.join_by_code(of_club.group, ola) is None
    assert ola not in members(of_club)
    assert pending_clubs(ola) == (
        PendingClub(of_club.pk, of_club.group.name, needs_guardian=True, admitted=True),
    )

    said(consents.answer, ask(ola, of_club), agree=True, given_by="Anna Nowak")

    assert ola in members(of_club)
    assert pending_clubs(ola) == ()


def test_until_then_those_who_lead_see_nothing_of_her(of_club, ola):
    joining.join_by_code(of_club.group, ola)
    joining.join_by_code(of_club.group, ola)

    assert list(waiting_requests(of_club.group)) == []
    assert JoinRequest.objects.filter(user=ola).count() == 1


@pytest.mark.parametrize("guardian_first", [True, False])
def test_a_request_needs_both_words_in_any_order(guardian_first, of_club, leader, ola, said):
    request = joining.ask_to_join(of_club.group, user=ola)
    secret = ask(ola, of_club)
    acts = [
        lambda: said(consents.answer, secret, agree=True, given_by="Anna Nowak"),
        lambda: joining.decide_join(request, accept=True, actor=leader),
    ]
    for act in acts if guardian_first else reversed(acts):
        assert ola not in members(of_club)
        act()

    assert ola in members(of_club)


def test_accepted_by_the_leader_she_reads_what_is_missing(of_club, leader, ola):
    request = joining.ask_to_join(of_club.group, user=ola)

    assert joining.decide_join(request, accept=True, actor=leader).admitted_at is not None

    with override("en"):
        line = line_of("people.JoinAwaitsGuardian", {"group_id": str(of_club.pk)}, ola.pk)
    assert line == f"{of_club.group.name}: you are in as soon as your guardian agrees."


def test_a_refusal_ends_the_request(of_club, ola, said):
    joining.join_by_code(of_club.group, ola)

    said(consents.answer, ask(ola, of_club), agree=False, given_by="Anna Nowak")

    assert (members(of_club) & {ola}, pending_clubs(ola)) == (set(), ())


def test_taken_back_it_ends_the_membership(of_club, ola, said):
    joining.join_by_code(of_club.group, ola)
    secret = ask(ola, of_club)
    said(consents.answer, secret, agree=True, given_by="Anna Nowak")

    said(consents.withdraw, secret)

    assert ola not in members(of_club)


def test_a_word_about_another_club_opens_nothing(of_club, small_club, ola, said):
    joining.join_by_code(of_club.group, ola)
    Consent.objects.create(
        subject=ola, purpose=CLUB, about=small_club.pk, text="…", digest="x", given_by="Anna",
        given_at=timezone.now(), answer_until=timezone.now(),
    )  # fmt: skip

    with pytest.raises(Refusal) as refused:
        joining.add_member(of_club.group, ola, Role.MEMBER, actor=None)

    assert refused.value.code == "GUARDIAN_FIRST"


def test_a_club_that_closed_meanwhile_lets_nobody_in(of_club, leader, ola, said):
    joining.join_by_code(of_club.group, ola)
    secret = ask(ola, of_club)
    archive_club(of_club, actor=leader)

    said(consents.answer, secret, agree=True, given_by="Anna Nowak")

    assert (ola in members(of_club), JoinRequest.objects.get(user=ola).accepted) == (False, False)


def test_her_own_schools_club_an_older_person_and_a_schools_account_need_nobody(
    of_club, school_a, class_2b, ola
):
    MembershipFactory(group=class_2b.group, user=ola, role=Role.STUDENT)
    student = UserFactory(kind=AccountKind.SCHOOL_MANAGED)

    for person in (ola, aged(17), student):
        assert joining.join_by_code(of_club.group, person) is not None


def test_the_guardian_reads_what_the_club_is(of_club, ola):
    with pytest.raises(Refusal) as refused:
        text_for(ola, CLUB, of_club.pk)
    assert refused.value.code == "CONSENT_NOT_NEEDED"
    joining.join_by_code(of_club.group, ola)

    with override("en"):
        lines = text_for(ola, CLUB, of_club.pk).split("\n")

    assert lines[0] == f"I agree that Ola is a member of the club “{of_club.group.name}”."
    assert f"Who vouches for it: {of_club.group.parent.name}" in lines
    assert lines[-1].endswith("I can withdraw my consent at any time: the membership ends with it.")


def test_what_waits_takes_the_same_statements(of_club, small_club, ola, django_assert_num_queries):
    joining.join_by_code(of_club.group, ola)
    JoinRequest.objects.create(group=small_club.group, user=ola)

    with django_assert_num_queries(3):
        assert len(pending_clubs(ola)) == 2
