"""AC-04: who does not teach 2B changes nothing in it, with the real ids of everything in it in hand."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from credentials.models import Upload
from tests.architecture.test_permissions import asked, declared, document
from tests.architecture.world import FIXTURES
from tests.asking import ask, client_of
from tests.security.rows import row_hash

OUTSIDERS = ["TB", "TC", "PB", "PC", "LK", "ED", "AD", "V"]


@pytest.mark.parametrize("role", OUTSIDERS)
def test_ac_04_nobody_from_elsewhere_changes_anything_in_2b(role, world, request):
    person = request.getfixturevalue(FIXTURES[role])
    table = declared()
    before = row_hash()
    tried = 0
    for operation in asked():
        if operation.kind != "mutation" or table[operation.name][role] == "yes":
            continue
        text, given = document(operation.kind, operation.name)
        reply = ask(person, text, **world.variables(given, operation.name))
        assert reply.code in ("NOT_FOUND", "NOT_SIGNED_IN"), (operation.name, reply.body)
        tried += 1

    assert row_hash() == before
    assert tried >= 25


@pytest.mark.parametrize("role", OUTSIDERS)
def test_ac_04_the_pages_refuse_them_too(role, world, canaried_files, request):
    person = request.getfixturevalue(FIXTURES[role])
    browser = client_of(person)
    group, school = world.class_2b.group, world.class_2b.group.parent.school
    before = row_hash()

    answers = [
        browser.post(f"/classes/{group.pk}/cards/"),
        browser.post(f"/classes/{group.pk}/cards/", {"students": [world.class_2b.students[0].pk]}),
        browser.post("/rosters/", {"groupId": group.pk, "text": "Nowak Anna"}),
        browser.get(f"/credentials/{world.credential.pk}"),
        browser.get(f"/credentials/{world.credential.pk}.json"),
        browser.get(f"/credentials/{world.credential.pk}.png"),
        *(browser.get(f"/media/{upload.pk}") for upload in canaried_files),
    ]
    if role != "TC":  # a colleague may bring a list to the school, and makes a class of their own with it
        answers.append(browser.post("/rosters/", {"schoolId": school.pk, "text": "Nowak Anna"}))

    assert {answer.status_code for answer in answers} <= {302, 401, 404}
    assert all(
        answer.headers["Location"].startswith("/sign-in/") for answer in answers if answer.status_code == 302
    )
    assert row_hash() == before


@pytest.fixture
def canaried_files(world) -> list[Upload]:
    student = client_of(world.class_2b.students[0])
    sent = student.post(
        "/uploads/",
        {"file": SimpleUploadedFile("praca.pdf", b"%PDF-1.7 praca", "application/pdf")},
        headers={"Idempotency-Key": str(uuid4())},
    )
    assert sent.status_code == 201
    return list(Upload.objects.all())


def test_ac_04_the_hash_sees_every_change(world):
    before = row_hash()
    student = world.class_2b.students[0]
    student.celebrations = not student.celebrations
    student.save()
    assert row_hash() != before
