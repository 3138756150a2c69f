"""AC-06: nobody raises themselves by sending more than a form asks for."""

from __future__ import annotations

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from graphql import get_named_type, is_input_object_type

from credentials.models import Upload
from people.enums import Role
from people.models import Membership, School, User
from people.services.invitations import invite
from tests.architecture.test_permissions import asked, document
from tests.asking import ask, client_of
from tests.security.documents import MUTATIONS
from tests.security.rows import row_hash

NEVER = frozenset(
    {"role", "isStaff", "isSuperuser", "points", "awardedBy", "verified", "kind", "actorId", "ownerId"}
)
# Acts whose very matter it is: what sort of club or badge is begun, what is reported, what a member may do from now on.
ASKED_FOR = {
    "startClub": {"kind"},
    "beginBadge": {"kind"},
    "revokeCredential": {"kind"},
    "report": {"kind"},
    "setMemberRole": {"role"},
}
FAMOUS = ("role", "isStaff", "schoolId", "points", "awardedBy", "verified")


def test_ac_06_no_act_declares_a_field_that_is_not_for_the_asker_to_say():
    for name, one in MUTATIONS.items():
        assert NEVER & set(one.args) == ASKED_FOR.get(name, set()), name
        for argument in one.args.values():
            inside = get_named_type(argument.type)
            if is_input_object_type(inside):
                # A piece of evidence, a club and an event say of what kind they are; nothing else is named so.
                assert not (NEVER - {"kind"}) & set(inside.fields), (name, inside.name)


def test_ac_06_every_act_refuses_the_famous_fields_and_changes_nothing(world, pa1):
    before = row_hash()
    for operation in asked():
        if operation.kind != "mutation":
            continue
        text, given = document("mutation", operation.name)
        extra = ", ".join(f"{name}: true" for name in FAMOUS if name not in MUTATIONS[operation.name].args)
        wrong = text.replace(f"{operation.name}(", f"{operation.name}({extra}, ", 1)
        if not given:
            wrong = text.replace(operation.name, f"{operation.name}({extra})", 1)
        assert ask(pa1, wrong, **world.variables(given, operation.name)).code == "BAD_QUERY", operation.name

    assert row_hash() == before


def test_ac_06_a_piece_of_evidence_takes_no_owner(world, pa1, pa2):
    before = row_hash()
    for extra in ("ownerId", "verified", "sensitivity", "keepUntil", *FAMOUS):
        reply = ask(
            pa1,
            "mutation($e: ID!, $s: ID!, $p: [EvidenceInput!]!) "
            "{ handIn(enrollmentId: $e, stepId: $s, evidence: $p) { errors { code } } }",
            e=world.enrollment.pk,
            s=world.path.task.pk,
            p=[{"kind": "text", "text": "Moja praca", extra: str(pa2.pk)}],
        )
        assert reply.code == "BAD_VARIABLES", extra
    assert row_hash() == before


def test_ac_06_an_upload_belongs_to_who_sends_it(pa1, pa2):
    sent = client_of(pa1).post(
        "/uploads/",
        {
            "file": SimpleUploadedFile("praca.pdf", b"%PDF-1.7 praca", "application/pdf"),
            "owner": str(pa2.pk), "ownerId": str(pa2.pk), "kind": "photo", "verified": "1",
        },
        headers={"Idempotency-Key": str(uuid4())},
    )  # fmt: skip
    assert sent.status_code == 201
    assert [(one.owner_id, one.kind) for one in Upload.objects.all()] == [(pa1.pk, "pdf")]


def test_ac_06_an_invitation_gives_the_role_it_was_made_for(school_a: School, coordinator: User):
    secret = invite(school_a.group, Role.TEACHER, actor=coordinator)
    answer = Client().post(
        f"/j/{secret}",
        {
            "given_name": "Ewa", "family_name": "Nowa", "username": "ewa.nowa", "password": "kornik drukarz 44",
            "role": "coordinator", "is_staff": "1", "is_superuser": "1", "isStaff": "true", "kind": "school_managed",
        },
    )  # fmt: skip
    assert answer.status_code == 302
    made = User.objects.get(username="ewa.nowa")
    assert (made.is_staff, made.is_superuser) == (False, False)
    assert set(Membership.objects.filter(user=made).values_list("role", flat=True)) == {Role.TEACHER}
