"""AC-07 and the side doors: who opens which page of the desk, declared for the whole cast."""

import pytest

from cms.desk.parts import PARTS
from cms.desk.policies import AUDIT, ISSUERS, LOOK, REPORTS, SCHOOLS, SELF_CHECK
from cms.desk.policy import RulesPolicy
from cms.desk.rules import VIEW_ISSUER, VIEW_SCHOOL
from cms.desk.selectors import issuers_on_desk, schools_on_desk
from cms.look.models import Look
from core.access import may
from credentials.models import Issuer
from people.enums import Role
from people.models import Membership, School
from tests.architecture.world import FIXTURES, ROLES
from tests.asking import client_of
from tests.factories import IssuerFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
BOTH, OPERATORS = ("CO", "AD"), ("AD",)
OPEN_TO = {
    "": BOTH,
    "schools/": BOTH,
    "issuers/": BOTH,
    "badges/": BOTH,
    "reports/": BOTH,
    "audit/": BOTH,
    "self-check/": OPERATORS,
    "look/": OPERATORS,
}
# Secondary addresses that admins of this kind tend to have: none of them is here.
SIDE_DOORS = (
    "schools/1/", "schools/edit/1/", "schools/results/", "schools/?export=csv", "issuers/usage/1/", "reports/history/1/",
    "audit/?export=xlsx", "audit/1/", "self-check/keys/", "look/history/", "look/preview/", "look/delete/", "bulk/",
)  # fmt: skip


@pytest.fixture
def cast(class_2b, class_2c, class_1a, leader, coordinator, editor, operator, request):
    return {role: request.getfixturevalue(FIXTURES[role]) for role in ROLES}


def test_ac_07_each_page_opens_to_whom_it_is_declared(cast):
    for part, roles in OPEN_TO.items():
        expected = {role: 302 if role == "V" else 200 if role in roles else 404 for role in ROLES}
        found = {
            role: client_of(person).get(f"/cms/desk/{part}").status_code for role, person in cast.items()
        }
        assert (part, found) == (part, expected)


def test_every_part_is_declared():
    assert {f"{part.name}/" for part in PARTS} | {""} == set(OPEN_TO)


def test_ac_07_nobody_writes_where_there_is_nothing_to_write(cast):
    for part, roles in OPEN_TO.items():
        allowed = 302 if part == "look/" else 405
        expected = {role: 302 if role == "V" else allowed if role in roles else 404 for role in ROLES}
        found = {
            role: client_of(person).post(f"/cms/desk/{part}", {"name": "X"}).status_code
            for role, person in cast.items()
        }
        assert (part, found) == (part, expected)
        assert Look.objects.count() == (1 if part == "look/" else 0)


def test_ac_07_no_side_door_opens(cast):
    """An export in the query gives the same page; every other address is none."""
    for role, person in cast.items():
        browser = client_of(person)
        for door in SIDE_DOORS:
            answer = browser.get(f"/cms/desk/{door}")
            if "?" in door and role in BOTH:
                assert answer["Content-Type"].startswith("text/html"), (role, door)
            else:
                assert answer.status_code in (302, 404), (role, door)


def test_a_stranger_is_led_to_the_sign_in_and_back(client):
    assert client.get("/cms/desk/audit/?day=2026-11-22")["Location"] == (
        "/sign-in/?next=/cms/desk/audit/%3Fday%3D2026-11-22"
    )


def test_a_coordinator_reaches_the_desk_and_no_other_part_of_the_admin(client, coordinator):
    client.force_login(coordinator)
    assert client.get("/cms/")["Location"] == "/cms/desk/"
    for path in (
        "pages/",
        "images/",
        "reports/site-history/",
        "account/",
        "choose-page/",
        "settings/cms/look/",
    ):
        assert client.get(f"/cms/{path}").status_code in (302, 404), path


def test_the_menu_shows_each_what_they_may_open(client, pages, coordinator, operator, editor):
    hrefs = {}
    for person in (coordinator, operator):
        client.force_login(person)
        text = client.get("/cms/desk/").content.decode()
        hrefs[person.username] = {part.name for part in PARTS if f'href="{part.address}"' in text}
    client.force_login(editor)
    assert "/cms/desk/" not in client.get("/cms/").content.decode()
    assert hrefs == {
        "coordinator-a": {"schools", "issuers", "badges", "reports", "audit"},
        "operator": {part.name for part in PARTS},
    }


def test_the_coordinator_of_a_school_that_was_left_has_no_desk(client, school_a, coordinator):
    Membership.objects.filter(user=coordinator).delete()
    client.force_login(coordinator)
    assert client.get("/cms/desk/schools/").status_code == 404


@pytest.mark.parametrize(
    "who", ["stranger", "pa1", "teacher", "coordinator", "other", "leader", "editor", "operator"]
)
def test_what_is_listed_is_what_the_rule_allows(who, school_a, school_b, issuer, class_2b, coordinator, leader, editor, operator, request):  # fmt: skip
    other = UserFactory(username="coordinator-b")
    MembershipFactory(group=school_b.group, user=other, role=Role.COORDINATOR)
    IssuerFactory(slug="lo-b", group=school_b.group)
    IssuerFactory(slug="nobodys")
    person = other if who == "other" else request.getfixturevalue(who)
    for listed, rule, model in (
        (schools_on_desk, VIEW_SCHOOL, School),
        (issuers_on_desk, VIEW_ISSUER, Issuer),
    ):
        assert set(listed(person)) == {row for row in model.objects.all() if may(person, rule, row)}
    expected = {"operator": 2, "coordinator": 1, "other": 1}.get(who, 0)
    assert len(schools_on_desk(person)) == expected
    assert len(issuers_on_desk(person)) == {"operator": 3, "coordinator": 1, "other": 1}.get(who, 0)


def test_an_action_without_a_rule_is_nobodys(operator, school_a):
    for policy in (SCHOOLS, ISSUERS, REPORTS, AUDIT, SELF_CHECK, LOOK):
        assert not any(
            policy.user_has_permission(operator, action) for action in ("edit", "delete", "publish")
        )
    assert not policy.user_has_permission(operator, "view")
    assert not RulesPolicy(School, {}).user_has_permission(operator, "change")
    assert SCHOOLS.user_has_permission_for_instance(operator, "view", school_a)
    assert list(SCHOOLS.instances_user_has_any_permission_for(operator, ["delete"])) == []


def test_ac_07_what_the_portal_does_not_use_is_in_no_menu_and_at_no_address(pages, operator):
    """Recommended results and words sought: the help searches by itself, so both would stay empty for ever."""
    browser = client_of(operator)
    assert "searchpicks" not in browser.get("/cms/").content.decode()
    for address in ("/cms/searchpicks/", "/cms/searchpicks/add/", "/cms/searchpicks/reports/search-terms/"):
        assert browser.get(address).status_code == 404
