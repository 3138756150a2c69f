"""What people read and settle about themselves (security cases PR-02, AC-06)."""

from __future__ import annotations

import pytest

from people.models import School, User
from tests.asking import ask
from tests.conftest import ClassOf

ME = """{ me { id role givenName nickname language celebrations noticeSeen groups { name role schoolName }
  schools { name } maySharePublicly may } }"""


def test_the_role_of_everybody_in_the_cast(
    pa1: User, teacher: User, coordinator: User, leader: User, editor: User, operator: User
) -> None:
    for user, role in (
        (pa1, "student"), (teacher, "teacher"), (coordinator, "coordinator"), (leader, "leader"),
        (editor, "editor"), (operator, "operator"),
    ):  # fmt: skip
        assert ask(user, ME).data["role"] == role


def test_a_teacher_reads_their_class_and_school(teacher: User, school_a: School) -> None:
    me = ask(teacher, ME).data
    assert me["groups"] == [{"name": "2B", "role": "teacher", "schoolName": "LO A"}]
    assert me["schools"] == [{"name": "LO A"}]
    assert me["may"] == ["create_class", "assign_path", "award", "review"]


def test_a_stranger_is_nobody(db: None) -> None:
    reply = ask(None, ME)
    assert reply.body["data"] == {"me": None}
    assert reply.code == "NOT_SIGNED_IN"


def test_pr_02_a_new_student_shares_nothing_and_has_read_nothing(pb: User) -> None:
    me = ask(pb, ME).data
    assert (me["nickname"], me["noticeSeen"], me["may"], me["schools"]) == ("", False, [], [])
    User.objects.filter(pk=pb.pk).update(born_on=None)
    assert ask(pb, ME).data["maySharePublicly"] is False


def test_settings_change_what_is_given_and_leave_the_rest(pa1: User) -> None:
    change = """mutation($l: String, $n: String, $c: Boolean) {
      changeMySettings(language: $l, nickname: $n, celebrations: $c) {
        me { language nickname celebrations } errors { code field } } }"""
    assert ask(pa1, change, l="uk", n="  Ola ").data["me"] == {
        "language": "uk", "nickname": "Ola", "celebrations": True,
    }  # fmt: skip
    assert ask(pa1, change, c=False).data["me"] == {
        "language": "uk",
        "nickname": "Ola",
        "celebrations": False,
    }
    for wrong, code in (
        ({"l": "de"}, "LANGUAGE"),
        ({"n": "x" * 41}, "TEXT_TOO_LONG"),
        ({"n": "a\u202eb"}, "TEXT_CONTROL"),
    ):
        assert ask(pa1, change, **wrong).code == code
    pa1.refresh_from_db()
    assert (pa1.language, pa1.nickname) == ("uk", "Ola")


def test_the_notice_is_acknowledged_once(pa1: User) -> None:
    read = "mutation { acknowledgeNotice { me { noticeSeen } errors { code } } }"
    assert ask(pa1, read).data["me"] == {"noticeSeen": True}
    pa1.refresh_from_db()
    first = pa1.notice_seen_at
    ask(pa1, read)
    pa1.refresh_from_db()
    assert pa1.notice_seen_at == first


@pytest.mark.parametrize(
    "extra",
    ["role", "isStaff", "isSuperuser", "schoolId", "points", "awardedBy", "verified", "bornOn", "kind"],
)
def test_ac_06_fields_that_are_not_ones_to_set_are_unknown(pa1: User, extra: str) -> None:
    kept = [field.name for field in User._meta.concrete_fields if field.name != "last_login"]
    before = User.objects.values(*kept).get(pk=pa1.pk)
    reply = ask(pa1, f'mutation {{ changeMySettings(nickname: "x", {extra}: "1") {{ errors {{ code }} }} }}')
    assert reply.code == "BAD_QUERY", reply
    assert User.objects.values(*kept).get(pk=pa1.pk) == before


def test_the_owner_of_a_name_elsewhere_sees_no_class(class_2b: ClassOf, pb: User) -> None:
    assert [group["name"] for group in ask(pb, ME).data["groups"]] == ["1A"]
