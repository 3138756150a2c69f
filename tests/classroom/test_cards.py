"""Printing cards (answers.md 21–22)."""

from __future__ import annotations

from django.test import Client

from people.models import SignInCard, User
from people.services.cards import issue_cards
from tests.asking import client_of
from tests.conftest import ClassOf
from tests.factories import StudentFactory


def print_cards(user: User, class_of: ClassOf, *students: User):
    return client_of(user).post(
        f"/classes/{class_of.group.pk}/cards/", {"students": [str(one.pk) for one in students]}
    )


def test_a_teacher_prints_cards_and_a_sheet_of_pins_for_the_whole_class(
    teacher: User, class_2b: ClassOf
) -> None:
    page = print_cards(teacher, class_2b)
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "private, no-store"
    text = page.content.decode()
    assert text.count("<svg") - text.count("<svg", 0, text.index("sign-in-cards")) == 3
    assert text.count('class="pin numbers"') == 3
    for student in class_2b.students:
        assert text.count(student.family_name) == 2
    assert SignInCard.objects.filter(ended_at=None).count() == 3


def test_what_is_printed_opens_the_door_and_is_not_in_the_database(
    teacher: User, class_2b: ClassOf, pa1: User
) -> None:
    page = print_cards(teacher, class_2b, pa1)
    (card,) = page.context["cards"]
    row = SignInCard.objects.get(user=pa1)
    assert card["code"].replace("-", "") not in str(vars(row))
    phone = Client()
    sealed = phone.post("/sign-in/", {"code": card["code"]}).context["card"]
    assert phone.post("/sign-in/pin/", {"card": sealed, "pin": card["pin"]}).status_code == 302
    assert phone.session["_auth_user_id"] == str(pa1.pk)


def test_reissuing_one_card_leaves_the_others(teacher: User, class_2b: ClassOf, pa1: User, pa2: User) -> None:
    first = {card["user"].pk: card["code"] for card in print_cards(teacher, class_2b).context["cards"]}
    print_cards(teacher, class_2b, pa1)
    assert Client().post("/sign-in/", {"code": first[pa1.pk]}).status_code == 422
    assert Client().post("/sign-in/", {"code": first[pa2.pk]}).status_code == 200


def test_nobody_else_prints_cards(
    class_2b: ClassOf, teacher_c: User, teacher_b: User, pa1: User, leader: User, editor: User, operator: User
) -> None:
    for user in (teacher_c, teacher_b, pa1, leader, editor, operator):
        assert print_cards(user, class_2b).status_code == 404, user.username
    assert Client().post(f"/classes/{class_2b.group.pk}/cards/").status_code == 302
    assert SignInCard.objects.count() == 0


def test_the_coordinator_of_the_school_prints_cards(coordinator: User, class_2b: ClassOf) -> None:
    assert print_cards(coordinator, class_2b).status_code == 200


def test_ac_05_a_student_of_another_class_among_the_chosen_refuses_all(
    teacher: User, class_2b: ClassOf, pa1: User, pc: User
) -> None:
    assert print_cards(teacher, class_2b, pa1, pc).status_code == 404
    assert SignInCard.objects.count() == 0


def test_looking_prints_nothing(teacher: User, class_2b: ClassOf) -> None:
    assert client_of(teacher).get(f"/classes/{class_2b.group.pk}/cards/").status_code == 405
    assert SignInCard.objects.count() == 0


def test_the_same_number_of_statements_for_one_card_and_for_thirty(
    teacher: User, class_2b: ClassOf, pa1: User, django_assert_num_queries
) -> None:
    with django_assert_num_queries(5):
        issue_cards(class_2b.group, [pa1], actor=None)
    many = StudentFactory.create_batch(30)
    with django_assert_num_queries(5):
        issue_cards(class_2b.group, many, actor=None)
