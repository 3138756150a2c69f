"""Taking a badge back: by whom, why, told to its learner, who may answer; final (CR-07)."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from core.refusals import Refusal
from credentials.enums import RevocationKind
from credentials.models import Credential, IssuedDocument
from credentials.services.awarding import award
from credentials.services.issuing import issue_due
from credentials.services.revoking import revoke
from credentials.services.sharing import share
from credentials.services.tokens import token_of
from people.enums import GroupKind, Role
from people.models import Group, Report
from people.services.reports import appeal, decide
from tests.asking import ask
from tests.factories import AchievementFactory, IssuerFactory, MembershipFactory, UserFactory

REVOKE = """mutation ($id: ID!, $kind: String!, $reason: String!) {
  revokeCredential(credentialId: $id, kind: $kind, reason: $reason) {
    credential { state revocation mayRevoke history { kind line words } kinds { code } } errors { code field } } }"""
FIND = "query ($search: String) { answeredCredentials(search: $search) { items { id learner state } } }"
STORY = "query ($id: ID!) { badgeStory(id: $id) { revocation history { kind words } countsFor { name } } }"
NOTICES = "{ studentHome { notices { line } } }"


@pytest.fixture
def given(stack, pa1) -> Credential:
    stack.give(stack.debate, pa1)
    stack.sign_all()
    return stack.of(pa1, stack.debate)


def test_who_gave_it_revokes_it_with_a_reason(given, teacher):
    reply = ask(teacher, REVOKE, id=given.pk, kind="wrong_person", reason=" To była praca Oli. ").data
    seen = reply["credential"]
    assert (seen["state"], seen["revocation"], seen["mayRevoke"]) == (
        "revoked",
        "Była przeznaczona dla kogoś innego.",
        False,
    )
    assert [line["kind"] for line in seen["history"]] == ["awarded", "revoked"]
    assert {one["code"] for one in seen["kinds"]} == {"mistake", "wrong_person", "not_met", "own_wish"}
    given.refresh_from_db()
    assert (given.revocation_reason, given.revoked_by) == ("To była praca Oli.", teacher)


@pytest.mark.parametrize(
    ("kind", "reason", "code"),
    [
        ("mistake", " ", "TEXT_EMPTY"),
        ("because", "Pomyłka", "REVOCATION_KIND"),
        ("mistake", "a" * 501, "TEXT_TOO_LONG"),
    ],
)
def test_without_a_reason_nothing_is_revoked(given, teacher, kind, reason, code):
    assert ask(teacher, REVOKE, id=given.pk, kind=kind, reason=reason).code == code
    given.refresh_from_db()
    assert (given.state, given.revoked_at) == ("held", None)


@pytest.mark.parametrize("who", ["pa1", "pa2", "teacher_c", "teacher_b", "leader", "editor", "operator"])
def test_ac_01_nobody_else_revokes_it(given, who, request):
    assert (
        ask(request.getfixturevalue(who), REVOKE, id=given.pk, kind="mistake", reason="Tak").code
        == "NOT_FOUND"
    )
    assert Credential.objects.get(pk=given.pk).state == "held"


def test_a_teacher_who_no_longer_teaches_there_revokes_nothing(given, teacher):
    teacher.memberships.update(left_at=timezone.now())
    assert ask(teacher, REVOKE, id=given.pk, kind="mistake", reason="Tak").code == "NOT_FOUND"


def test_the_coordinator_finds_and_revokes_what_was_given_in_the_school(given, coordinator, pa1):
    [found] = ask(coordinator, FIND, search="Uczeń01").data["items"]
    assert (found["id"], found["state"]) == (str(given.pk), "held")
    assert (
        ask(coordinator, REVOKE, id=given.pk, kind="mistake", reason="Pomyłka").data["credential"]["state"]
        == "revoked"
    )


def test_a_learner_finds_none_of_it(given, pa1):
    assert ask(pa1, FIND).data == {"items": []}


def test_cr_07_every_form_is_revoked_and_the_list_signed_at_once(given, teacher):
    assert token_of(given.pk, now=timezone.now())
    now = timezone.now()
    revoke(given, actor=teacher, reason="Pomyłka", now=now)
    documents = IssuedDocument.objects.filter(credential=given).select_related("status_list")
    assert {(one.form, one.revoked) for one in documents} == {("ob3-di", True), ("ob3-jwt", True)}
    assert all(one.status_list.signed_at >= now for one in documents)


def test_the_learner_is_told_kindly_and_may_answer(given, teacher, pa1, operator):
    ask(teacher, REVOKE, id=given.pk, kind="not_met", reason="Brakuje głosu w debacie.")
    [notice] = ask(pa1, NOTICES).data["notices"]
    assert notice["line"].startswith("Twoja odznaka „Odznaka debata” została unieważniona.")
    story = ask(pa1, STORY, id=given.pk).data
    assert story["history"][-1] == {"kind": "revoked", "words": "Brakuje głosu w debacie."}
    decision = Report.objects.get()
    assert (decision.author, decision.decided_by, decision.decision_reason) == (
        pa1,
        teacher,
        "Brakuje głosu w debacie.",
    )

    appeal(decision, text="Mówiłam dwa razy.", actor=pa1)
    decide(decision, decision="kept", reason="Rzeczywiście", actor=operator)
    again = Credential.objects.living().get(recipient=pa1)
    assert (again.corrects, again.state, again.awarded_at) == (given, "awarded", given.awarded_at)
    assert issue_due(timezone.now() + timedelta(seconds=1)) == 1
    assert Credential.objects.get(pk=given.pk).state == "revoked"


def test_an_appeal_in_vain_changes_nothing(given, teacher, pa1, operator):
    revoke(given, actor=teacher, reason="Pomyłka", now=timezone.now())
    appeal(Report.objects.get(), text="Proszę sprawdzić", actor=pa1)
    decide(Report.objects.get(), decision="removed", reason="Sprawdzone", actor=operator)
    assert not Credential.objects.living().exists()


def test_pr_01_outside_only_the_kind_of_reason_is_read(given, teacher, pa1, client):
    link = share(given, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now())
    revoke(given, actor=teacher, reason="Sekret klasowy", kind=RevocationKind.NOT_MET, now=timezone.now())
    page = client.get(link.address.removeprefix("http://localhost:8000")).content.decode()
    assert "Okazało się, że wymagania nie były spełnione." in page
    assert "Sekret" not in page
    body = bytes(IssuedDocument.objects.get(credential=given).body)
    checked = client.post("/verify/", {"badge": body.decode()}).content.decode()
    assert "Okazało się, że wymagania nie były spełnione." in checked
    assert "Sekret" not in checked
    assert "revoked" not in json.loads(body)


def test_again_changes_nothing_and_an_undone_award_cannot_be_revoked(given, teacher, stack, pa2):
    revoke(given, actor=teacher, reason="Pomyłka", now=timezone.now())
    revoke(given, actor=teacher, reason="Inny powód", kind="not_met", now=timezone.now())
    given.refresh_from_db()
    assert (given.revocation_kind, given.revocation_reason) == ("mistake", "Pomyłka")
    undone = stack.of(pa2, stack.give(stack.debate, pa2).version.achievement)
    Credential.objects.filter(pk=undone.pk).update(state="cancelled")
    with pytest.raises(Refusal) as refusal:
        revoke(undone, actor=teacher, reason="Pomyłka", now=timezone.now())
    assert refusal.value.code == "NOT_REVOCABLE"


def test_pr_01_an_issuer_elsewhere_does_not_learn_who_learns_in_a_school(class_2b, teacher):
    house = Group.objects.create(kind=GroupKind.ORGANISATION, name="Fundacja")
    issuer = IssuerFactory(slug="fundacja", group=house)
    issuer.may_award.add(class_2b.group)
    badge = AchievementFactory(slug="z-fundacji", issuer=issuer)
    learner = class_2b.students[0]
    held = award(badge, [learner], actor=teacher, group=class_2b.group).credentials[0]
    awarder = UserFactory(username="z-fundacji")
    MembershipFactory(group=house, user=awarder, role=Role.LEADER)

    assert ask(awarder, FIND, search="").data["items"] == []
    assert ask(awarder, REVOKE, id=held.pk, kind="mistake", reason="Nie u nas.").code == "NOT_FOUND"
    assert [row["id"] for row in ask(teacher, FIND, search="").data["items"]] == [str(held.pk)]
