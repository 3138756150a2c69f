"""Contacts: between two people who know each other, agreed by both, seen by nobody else (PR-02, PR-05)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.access import NotFound, may
from core.models import Activity, Delivery
from core.refusals import Refusal
from core.throttling import Throttled
from people.enums import AccountKind, Role
from people.models import Membership
from people.notices import line_of
from portfolio.models import Contact
from portfolio.models.contact import WAITS
from portfolio.rules import ANSWER_CONTACT, REMOVE_CONTACT, VIEW_CONTACT
from portfolio.selectors import contacts as selectors
from portfolio.selectors.contacts import contacts_of, faces_in
from portfolio.services.contacts import answer_contact, ask_contact, forget_old_wishes, remove_contact
from tests.asking import ask
from tests.factories import MembershipFactory, StudentFactory, UserFactory


@pytest.fixture
def agreed(class_2b, pa1, pa2) -> Contact:
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    return answer_contact(wish, agree=True, actor=pa2)


def names(rows) -> list[str]:
    return [row.name for row in rows]


def test_two_classmates_keep_each_other_after_both_agreed(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)

    assert names(contacts_of(pa1).waiting) == ["Uczeń02 K."]
    assert names(contacts_of(pa2).asking) == ["Uczeń01 K."]
    assert contacts_of(pa2).kept == ()

    answer_contact(wish, agree=True, actor=pa2)

    assert [(row.name, row.group_name) for row in contacts_of(pa1).kept] == [("Uczeń02 K.", "2B")]
    assert names(contacts_of(pa2).kept) == ["Uczeń01 K."]
    assert contacts_of(pa1).waiting == contacts_of(pa2).asking == ()


def test_asking_who_asked_already_is_agreeing(class_2b, pa1, pa2):
    ask_contact(pa1, pa2.pk, group=class_2b.group)

    assert ask_contact(pa2, pa1.pk, group=class_2b.group).agreed_at is not None
    assert Contact.objects.count() == 1


def test_pr_05_who_asked_never_learns_of_a_no(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    before = contacts_of(pa1), faces_in(pa1, class_2b.group)
    told = set(Delivery.objects.values_list("recipient__username", flat=True))

    answer_contact(wish, agree=False, actor=pa2)

    assert (contacts_of(pa1), faces_in(pa1, class_2b.group)) == before
    assert set(Delivery.objects.values_list("recipient__username", flat=True)) == told == {pa2.username}
    assert contacts_of(pa2).asking == ()


def test_pr_05_a_no_lasts_though_the_asker_asks_again(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    answer_contact(wish, agree=False, actor=pa2)
    remove_contact(wish, actor=pa1)

    again = ask_contact(pa1, pa2.pk, group=class_2b.group)

    assert again.pk == wish.pk
    assert names(contacts_of(pa1).waiting) == ["Uczeń02 K."]
    assert contacts_of(pa2).asking == ()
    assert not may(pa2, ANSWER_CONTACT, again)


def test_who_said_no_may_change_their_mind(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    answer_contact(wish, agree=False, actor=pa2)

    ask_contact(pa2, pa1.pk, group=class_2b.group)

    assert names(contacts_of(pa1).asking) == ["Uczeń02 K."]
    answer_contact(Contact.objects.get(asker=pa2), agree=True, actor=pa1)
    assert names(contacts_of(pa2).kept) == ["Uczeń01 K."]
    assert Contact.objects.count() == 1


def test_a_wish_that_nobody_answers_or_declines_ends_alike(class_2b, pa1, pa2):
    third = class_2b.students[2]
    declined = ask_contact(pa1, pa2.pk, group=class_2b.group)
    ask_contact(pa1, third.pk, group=class_2b.group)
    answer_contact(declined, agree=False, actor=pa2)
    assert len(contacts_of(pa1).waiting) == 2

    Contact.objects.update(asked_at=timezone.now() - WAITS)

    assert contacts_of(pa1).waiting == ()
    assert [face.asked for face in faces_in(pa1, class_2b.group)] == [False, False]


def test_either_ends_it_for_both_and_nobody_is_told(agreed, pa1, pa2):
    before = Delivery.objects.count()

    remove_contact(agreed, actor=pa2)

    assert contacts_of(pa1).kept == contacts_of(pa2).kept == ()
    assert Delivery.objects.count() == before
    assert not Contact.objects.exists()


def test_pr_02_nobody_else_sees_a_contact_not_even_the_teacher(
    agreed, teacher, class_2b, pc, coordinator, operator
):
    for other in (teacher, class_2b.students[2], pc, coordinator, operator):
        assert not may(other, VIEW_CONTACT, agreed)
        assert not may(other, REMOVE_CONTACT, agreed)
        assert contacts_of(other) == selectors.Contacts((), (), ())


def test_pr_05_a_teacher_may_not_ask_students(class_2b, teacher, pa1):
    assert faces_in(teacher, class_2b.group) == ()
    assert names(faces_in(pa1, class_2b.group)) == ["Uczeń02 K.", "Uczeń03 K."]
    with pytest.raises(NotFound):
        ask_contact(teacher, pa1.pk, group=class_2b.group)
    assert not Contact.objects.exists()


def test_pr_05_a_grown_up_and_a_minor_of_one_club_may_not_ask_each_other(in_club, grown_up, leader, pa1, pc):
    assert names(faces_in(pa1, in_club)) == ["Uczeń01"]
    assert faces_in(grown_up, in_club) == ()
    for adult in (grown_up, leader):
        with pytest.raises(NotFound):
            ask_contact(adult, pa1.pk, group=in_club)
        with pytest.raises(NotFound):
            ask_contact(pa1, adult.pk, group=in_club)


def test_pr_05_an_unknown_age_is_nobodys_age(in_club, pa1):
    unknown = UserFactory(given_name="Ktoś", kind=AccountKind.PERSONAL)
    other = UserFactory(given_name="Inny", kind=AccountKind.PERSONAL)
    for user in (unknown, other):
        MembershipFactory(group=in_club, user=user, role=Role.MEMBER)

    assert "Ktoś" not in names(faces_in(pa1, in_club))
    assert faces_in(unknown, in_club) == ()


def test_classmates_of_eighteen_and_seventeen_keep_each_other_while_they_share_a_class(
    agreed, class_2b, pa1, pa2
):
    pa1.born_on = date(2000, 1, 1)
    pa1.save()
    assert names(contacts_of(pa1).kept) == ["Uczeń02 K."]

    Membership.objects.filter(user=pa1).update(left_at=timezone.now())

    assert contacts_of(pa1).kept == contacts_of(pa2).kept == ()
    assert not may(pa2, VIEW_CONTACT, agreed)


def test_people_of_one_age_stay_contacts_when_they_part(agreed, pa1, pa2):
    Membership.objects.filter(user=pa1).update(left_at=timezone.now())

    assert [(row.name, row.group_name) for row in contacts_of(pa2).kept] == [("Uczeń01", "")]


def test_a_wish_ends_when_two_people_part(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    Membership.objects.filter(user=pa1).update(left_at=timezone.now())

    assert contacts_of(pa2).asking == ()
    assert not may(pa2, ANSWER_CONTACT, wish)


def test_pr_05_somebody_of_another_class_or_school_cannot_be_asked(class_2b, pa1, pc, pb):
    for other in (pc, pb):
        with pytest.raises(NotFound):
            ask_contact(pa1, other.pk, group=class_2b.group)
    assert not Contact.objects.exists()


def test_a_school_itself_is_no_place_to_meet(school_a, teacher):
    assert faces_in(teacher, school_a.group) == ()


def test_a_nickname_stands_for_the_name(class_2b, pa1, pa2):
    pa2.nickname = "Sowa"
    pa2.save()

    assert names(faces_in(pa1, class_2b.group)) == ["Sowa", "Uczeń03 K."]


def test_asking_is_counted(class_2b, pa1, settings):
    settings.KOTYLION_LIMITS = {**settings.KOTYLION_LIMITS, "contacts_asked_a_day": 1}
    ask_contact(pa1, class_2b.students[1].pk, group=class_2b.group)

    with pytest.raises(Throttled):
        ask_contact(pa1, class_2b.students[2].pk, group=class_2b.group)
    assert Contact.objects.count() == 1


def test_there_is_an_end_to_contacts(class_2b, agreed, pa1, monkeypatch):
    monkeypatch.setattr("portfolio.services.contacts.MOST_CONTACTS", 1)

    with pytest.raises(Refusal) as refused:
        ask_contact(pa1, class_2b.students[2].pk, group=class_2b.group)
    assert refused.value.code == "CONTACTS_FULL"


def test_an_answer_is_given_once(class_2b, agreed, pa2):
    with pytest.raises(Refusal) as refused:
        answer_contact(agreed, agree=False, actor=pa2)
    assert refused.value.code == "ALREADY_ANSWERED"


def test_old_wishes_are_forgotten_and_contacts_kept(class_2b, agreed, pa1):
    ask_contact(pa1, class_2b.students[2].pk, group=class_2b.group)
    Contact.objects.update(asked_at=timezone.now() - timedelta(days=400))

    assert forget_old_wishes(timezone.now()) == 1
    assert list(Contact.objects.all()) == [agreed]


def test_a_calm_line_tells_who_was_asked_until_it_is_answered(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    about = {"contact_id": str(wish.pk)}
    asked, agreed = "portfolio.ContactAsked", "portfolio.ContactAgreed"

    assert line_of(asked, about, pa2.pk).startswith("Uczeń01 K. ")
    assert line_of(asked, about, pa1.pk) == line_of(agreed, about, pa1.pk) == ""

    answer_contact(wish, agree=True, actor=pa2)

    assert line_of(asked, about, pa2.pk) == ""
    assert line_of(agreed, about, pa1.pk).startswith("Uczeń02 K. ")


def test_the_record_names_no_person(class_2b, pa1, pa2):
    wish = ask_contact(pa1, pa2.pk, group=class_2b.group)
    answer_contact(wish, agree=False, actor=pa2)

    rows = Activity.objects.filter(fact__startswith="portfolio.").order_by("created_at")
    assert [(row.fact, row.scope) for row in rows] == [
        ("portfolio.ContactAsked", None),
        ("portfolio.ContactsChanged", None),
    ]


@pytest.mark.parametrize("many", [1, 6])
def test_contacts_cost_the_same_for_one_and_for_six(class_2b, pa1, many, django_assert_num_queries):
    for at in range(many):
        friend = StudentFactory(username=f"friend-{at}", given_name="Iga")
        MembershipFactory(group=class_2b.group, user=friend)
        Contact.objects.create(asker=pa1, asked=friend, asked_at=timezone.now(), agreed_at=timezone.now())

    with django_assert_num_queries(2):
        found = contacts_of(pa1)
    with django_assert_num_queries(2):
        faces = faces_in(pa1, class_2b.group)
    assert (len(found.kept), len(faces)) == (many, 2)


def test_the_phone_asks_answers_and_removes(class_2b, pa1, pa2):
    group = class_2b.group.pk
    asking = "mutation M($groupId: ID!, $personId: ID!) { askContact(groupId: $groupId, personId: $personId) { errors { code } } }"
    assert ask(pa1, asking, groupId=group, personId=pa2.pk).data == {"errors": []}

    seen = ask(pa2, "{ contacts { asking { id name groupName } kept { id } } profile { asking } }").body[
        "data"
    ]
    assert seen["profile"] == {"asking": 1}
    (wish,) = seen["contacts"]["asking"]
    assert (wish["name"], wish["groupName"]) == ("Uczeń01 K.", "2B")

    answer = "mutation M($contactId: ID!) { answerContact(contactId: $contactId, agree: true) { errors { code } } }"
    assert ask(pa1, answer, contactId=wish["id"]).code == "NOT_FOUND"
    assert ask(pa2, answer, contactId=wish["id"]).data == {"errors": []}
    remove = "mutation M($contactId: ID!) { removeContact(contactId: $contactId) { errors { code } } }"
    assert ask(pa2, remove, contactId=wish["id"]).data == {"errors": []}
    assert not Contact.objects.exists()
