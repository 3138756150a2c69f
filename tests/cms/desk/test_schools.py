"""A school on the desk and a new one: the link of its coordinator is shown once, to the operator alone."""

import re

import pytest
from django.conf import settings

from credentials.models import Issuer
from people.models import Invitation, School
from tests.architecture.world import FIXTURES, ROLES
from tests.asking import client_of

pytestmark = pytest.mark.django_db
NEW = {
    "name": "LO w Ełku",
    "register_number": "123456",
    "school_type": "LO",
    "town": "Ełk",
    "given_name": "Ewa",
}


@pytest.fixture
def desk(client, operator):
    client.force_login(operator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def test_ac_07_schools_are_made_by_the_operator_and_read_by_their_coordinator(
    school_a, class_2b, class_2c, class_1a, leader, coordinator, editor, operator, request
):
    for role in ROLES:
        browser = client_of(request.getfixturevalue(FIXTURES[role]))
        page = f"/cms/desk/schools/{school_a.pk}/"
        found = (
            browser.get(page).status_code,
            browser.post(page).status_code,
            browser.get("/cms/desk/schools/new/").status_code,
            browser.post("/cms/desk/schools/new/", {**NEW, "name": ""}).status_code,
        )
        expected = {"V": (302,) * 4, "CO": (200, 404, 404, 404), "AD": (200, 200, 200, 422)}
        assert (role, found) == (role, expected.get(role, (404,) * 4))
    assert School.objects.count() == 2
    assert Invitation.objects.count() == 1


def test_a_new_school_gets_an_issuer_and_a_link_that_works_once(desk, client):
    answer = desk.post("/cms/desk/schools/new/", NEW)

    text = answer.content.decode()
    (link,) = re.findall(rf"{settings.PUBLIC_URL}(/j/[\w-]+)", text)
    assert answer["Cache-Control"] == "private, no-store"
    school = School.objects.get()
    assert (school.name, school.town, Issuer.objects.get().group) == ("LO w Ełku", "Ełk", school.group)
    assert client_of(None).get(link).status_code == 200
    assert link not in desk.get(f"/cms/desk/schools/{school.pk}/").content.decode()
    again = desk.post("/cms/desk/schools/new/", NEW).content.decode()
    assert "was here already" in again
    assert School.objects.count() == 1


def test_a_wrong_number_is_said_beside_its_field(desk):
    answer = desk.post("/cms/desk/schools/new/", {**NEW, "register_number": "12-3"})
    assert answer.status_code == 422
    assert "A register number (RSPO) has digits only." in answer.content.decode()
    assert not School.objects.exists()


def test_a_school_tells_nothing_of_its_people(desk, school_a, class_2b, coordinator):
    text = desk.get(f"/cms/desk/schools/{school_a.pk}/").content.decode()
    assert "There is one" in text
    for word in ("Kanarek", "Uczy-2b", coordinator.username):
        assert word not in text
