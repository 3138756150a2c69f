"""PR-06: whatever points to a person is in the map of what is kept about people, and no secret is in it."""

from __future__ import annotations

import re

from django.apps import apps
from django.db.models import Field

from people.data_map import kept_rows, left_out
from people.models import User

SECRET = re.compile(r"password|digest|secret|token|pin|recovery|session", re.IGNORECASE)
# What a person takes along of it is a checksum of a public document.
NOT_SECRET = {("credentials.issueddocument.credential.recipient", "digest")}


def pointing_to_people() -> set[tuple[str, str]]:
    return {
        (model._meta.label, field.name)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.related_model is User
    }


def mapped() -> set[tuple[str, str]]:
    direct = {(one.model._meta.label, one.person) for one in kept_rows() if "__" not in one.person}
    return direct | {(one.model._meta.label, one.person) for one in left_out()}


def test_pr_06_every_field_that_points_to_a_person_is_in_the_map():
    assert pointing_to_people() - mapped() == set()


def test_pr_06_the_map_names_only_what_is_there():
    assert mapped() - pointing_to_people() == {("people.User", "pk")}


def test_pr_06_no_secret_is_handed_out():
    found = {(one.name, column) for one in kept_rows() for column in one.columns if SECRET.search(column)}

    assert found == NOT_SECRET


def test_pr_06_every_row_of_the_map_can_be_read(pa1):
    read = {one.name: one.rows_of(pa1) for one in kept_rows()}

    assert read["people.user.pk"][0]["family_name"] == pa1.family_name
    assert [row["group__name"] for row in read["people.membership.user"]] == ["2B"]
    assert sum(len(rows) for rows in read.values()) == 2
