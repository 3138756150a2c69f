"""Who reads which figures, and what leaves as a file."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from people.enums import Role
from tests.asking import client_of
from tests.cms.figures.conftest import give
from tests.factories import GroupFactory, IssuerFactory, MembershipFactory, UserFactory

TERM = "?term=2026-1"


@pytest.fixture
def far_issuer(db):
    return IssuerFactory(slug="fundacja", group=GroupFactory(kind="org", name="Fundacja"))


@pytest.fixture
def speaker(far_issuer):
    """Speaks for an issuer of another organisation."""
    user = UserFactory(username="speaker")
    MembershipFactory(group=far_issuer.group, user=user, role=Role.LEADER)
    return user


def status(user, address):
    return client_of(user).get(address).status_code


ADDRESSES = ("school", "issuer", "far")


@pytest.fixture
def addresses(school_a, issuer, far_issuer):
    return {
        "school": f"/figures/school/{school_a.pk}",
        "issuer": f"/figures/issuer/{issuer.pk}",
        "far": f"/figures/issuer/{far_issuer.pk}",
    }


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("stranger", (302, 302, 302)),
        ("pa1", (404, 404, 404)),
        ("teacher", (404, 404, 404)),
        ("teacher_b", (404, 404, 404)),
        ("leader", (404, 404, 404)),
        ("editor", (404, 404, 404)),
        ("operator", (404, 404, 404)),
        ("coordinator", (200, 200, 404)),
        ("speaker", (404, 404, 200)),
    ],
)
def test_ac_01_figures_are_for_those_who_steer(who, expected, addresses, request):
    person = request.getfixturevalue(who)

    for form in ("/", ".csv", ".xlsx"):
        assert tuple(status(person, addresses[one] + form) for one in ADDRESSES) == expected


@pytest.mark.parametrize(
    ("who", "expected"), [("operator", 200), ("editor", 404), ("coordinator", 302), ("stranger", 302)]
)
def test_ac_07_the_portals_figures_are_for_the_operator(who, expected, school_a, request):
    person = request.getfixturevalue(who)

    assert [status(person, f"/cms/figures{form}") for form in ("/", ".csv", ".xlsx")] == [expected] * 3


def test_the_operator_is_led_to_the_portals_figures(operator):
    assert 'href="/cms/figures/"' in client_of(operator).get("/figures/").content.decode()


def test_who_steers_nothing_finds_nothing_and_others_their_own(
    coordinator, speaker, teacher, issuer, school_a
):
    page = client_of(coordinator).get("/figures/").content.decode()

    assert f"/figures/school/{school_a.pk}/" in page
    assert f"/figures/issuer/{issuer.pk}/" in page
    assert status(teacher, "/figures/") == 404
    assert client_of(speaker).get("/figures/").content.decode().count('href="/figures/') == 1


def test_nobody_keeps_figures_and_no_search_engine_finds_them(coordinator, addresses):
    for form in ("/", ".csv"):
        answer = client_of(coordinator).get(addresses["school"] + form)
        assert answer["X-Robots-Tag"] == "noindex"
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_no_name_of_a_student_stands_on_the_page_or_in_a_file(lesson, coordinator, addresses):
    give(lesson.debate, lesson.group, lesson.students)

    for form in ("/", ".csv"):
        text = client_of(coordinator).get(addresses["school"] + form + TERM).content.decode()
        assert "20" in text
        assert not any(one.family_name in text or one.username in text for one in lesson.students)


def rows_of(answer):
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_both_files_hold_what_the_page_shows(lesson, coordinator, addresses):
    give(lesson.debate, lesson.group, lesson.students)
    give(lesson.petition, lesson.group, lesson.students[:3])
    browser = client_of(coordinator)
    browser.cookies["django_language"] = "en"
    asked = {"HTTP_ACCEPT_LANGUAGE": "en"}

    table = rows_of(browser.get(addresses["school"] + ".csv" + TERM, **asked))
    sheet = load_workbook(
        io.BytesIO(browser.get(addresses["school"] + ".xlsx" + TERM, **asked).content)
    ).active

    assert table[1][1:] == ["Everything", "23", "23", "100", "23", "100", "up to 5 minutes", "0"]
    # Three of petycja: two lines of which one is small are not told apart, and no line gives it away.
    assert not [row for row in table if row[0] in ("By kind", "By development path") and row[2] == "3"]
    written = [["" if one is None else str(one) for one in row] for row in sheet.iter_rows(values_only=True)]
    assert written == [row + [""] * (9 - len(row)) for row in table]


def test_tx_02_the_name_of_a_school_is_text_in_both_files(lesson, coordinator, addresses, school_a):
    school_a.name = '=HYPERLINK("https://evil.example")'
    school_a.save()
    give(lesson.debate, lesson.group, lesson.students)
    browser = client_of(coordinator)

    first = rows_of(browser.get(addresses["school"] + ".csv" + TERM))[1][0]
    cell = load_workbook(io.BytesIO(browser.get(addresses["school"] + ".xlsx" + TERM).content)).active["A2"]

    assert first.startswith("'=HYPERLINK")
    assert (cell.data_type, cell.value[:10]) == ("s", "=HYPERLINK")
    page = browser.get(addresses["school"] + "/" + TERM)
    assert page.status_code == 200


def test_files_end_after_sixty_in_a_quarter_of_an_hour(coordinator, addresses, monkeypatch):
    from cms.figures import views

    monkeypatch.setattr(views.exports, "limit", 2)

    assert [status(coordinator, addresses["school"] + ".csv") for _time in range(3)] == [200, 200, 429]


def test_a_form_that_does_not_exist_is_not_there(coordinator, addresses):
    assert status(coordinator, addresses["school"] + ".pdf") == 404


def test_the_operator_finds_figures_in_the_menu_and_an_editor_does_not(operator, editor):
    assert '"/cms/figures/"' in client_of(operator).get("/cms/").content.decode()
    assert '"/cms/figures/"' not in client_of(editor).get("/cms/").content.decode()


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_the_page_speaks_three_languages(language, lesson, coordinator, addresses):
    give(lesson.debate, lesson.group, lesson.students)
    browser = client_of(coordinator)

    page = browser.get(addresses["school"] + "/" + TERM, HTTP_ACCEPT_LANGUAGE=language).content.decode()

    heading = {"pl": "Jak to liczymy", "en": "How this is counted", "uk": "Як ми це рахуємо"}[language]
    assert heading in page
