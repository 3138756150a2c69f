"""A badge that is given with a grade: the scale is public, the grade is the learner's."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.refusals import Refusal
from credentials.grade_words import result_in_words
from credentials.models import Achievement, AchievementVersion, Credential, IssuedDocument
from credentials.scales import NotOnScale, Scale
from credentials.selectors.achievement_pages import short_facts
from credentials.services import drafting, reissuing
from credentials.services.awarding import award
from credentials.services.composing import achievement_json
from credentials.services.defining import digest_of
from credentials.services.full_documents import full_document, full_token
from credentials.services.issuing import issue_batch
from credentials.services.revoking import revoke
from credentials.services.sharing import share
from tests.asking import ask, client_of
from tests.credentials.test_describing import COMPLETE, begun, codes_of, published, saved

SCHOOL = {"kind": "grades", "values": ["2", "3", "4", "5"], "required": "3"}
AWARD = """mutation ($g: ID!, $a: ID!, $s: [ID!]!, $r: [StudentResult!]) {
  awardBadge(groupId: $g, achievementId: $a, studentIds: $s, results: $r) { people errors { code field } } }"""
SHELF = "{ myBadges { items { result shares { withResult } } } }"


@pytest.fixture
def graded(issuer, coordinator, class_2b) -> Achievement:
    issuer.may_award.add(class_2b.group)
    draft = saved(begun(issuer, coordinator), coordinator, **COMPLETE, result_scale=SCHOOL)
    return published(draft, coordinator).achievement


@pytest.fixture
def held(graded, class_2b) -> Credential:
    [student] = class_2b.students[:1]
    [credential] = award(
        graded, [student], actor=class_2b.teacher, group=class_2b.group, note="Dobra obrona",
        context={"place": "Sala 12"}, results={student.pk: "4"},
    ).credentials  # fmt: skip
    issue_batch(credential.batch, now=timezone.now() + timedelta(minutes=11))
    return Credential.objects.get(pk=credential.pk)


def test_a_teacher_gives_grades_on_the_scale(graded, class_2b):
    first, second = (one.pk for one in class_2b.students[:2])

    def given(**grades: str) -> list[dict[str, str]]:
        rows = [
            {"studentId": str(pk), "value": value}
            for pk, value in zip((first, second), grades.values(), strict=True)
        ]
        variables = {"g": class_2b.group.pk, "a": graded.pk, "s": [first, second], "r": rows}
        return ask(class_2b.teacher, AWARD, **variables).data["errors"]

    assert given(a="4", b="") == [{"code": "RESULT_MISSING", "field": "results"}]
    assert given(a="4", b="6") == [{"code": "RESULT_UNKNOWN", "field": "results"}]
    assert given(a="4", b="2") == [{"code": "RESULT_TOO_LOW", "field": "results"}]
    assert not Credential.objects.exists()
    assert given(a="4", b="5") == []
    assert dict(Credential.objects.values_list("recipient", "result")) == {first: "4", second: "5"}


def test_a_badge_without_a_scale_takes_no_grade(issuer, coordinator, class_2b):
    issuer.may_award.add(class_2b.group)
    plain = published(saved(begun(issuer, coordinator), coordinator, **COMPLETE), coordinator).achievement
    rows = [{"studentId": str(class_2b.students[0].pk), "value": "5"}]
    told = ask(class_2b.teacher, AWARD, g=class_2b.group.pk, a=plain.pk, s=[class_2b.students[0].pk], r=rows)
    assert told.data["errors"] == [{"code": "RESULT_UNKNOWN", "field": "results"}]


def test_the_scale_is_public_and_the_grade_is_not(held, graded, class_2b):
    described = achievement_json(graded.current_version, "pl")["resultDescription"]
    assert described == [{
        "id": f"{achievement_json(graded.current_version, 'pl')['id']}#result", "type": ["ResultDescription"],
        "name": "Ocena", "resultType": "Result", "allowedValue": ["2", "3", "4", "5"], "requiredValue": "3",
    }]  # fmt: skip
    assert ("Oceny", "2, 3, 4, 5. Wymagane co najmniej 3.") in short_facts(graded.current_version)
    body = json.loads(bytes(IssuedDocument.objects.get(credential=held).body))
    assert "result" not in body["credentialSubject"]
    assert "Dobra obrona" not in json.dumps(body, ensure_ascii=False)


def test_pr_02_a_link_shows_the_grade_only_as_the_learner_chose(held, class_2b):
    owner, now = held.recipient, timezone.now()
    owner.born_on = now.date().replace(year=now.year - 17)
    owner.save()

    def page(**chosen: Any) -> str:
        made = share(held, owner=owner, shown_name="initials", with_place=False, days=7, now=now, **chosen)
        return (
            client_of(None)
            .get(made.address.split("//")[1].partition("/")[2].join(("/", "")))
            .content.decode()
        )

    assert "4 (2–5)" not in page()
    assert "<dt>Ocena</dt><dd>4 (2–5)</dd>" in page(with_result=True)
    [badge] = ask(owner, SHELF).data["items"]
    assert badge["result"] == "4 (2–5)"
    assert sorted(one["withResult"] for one in badge["shares"]) == [False, True]
    assert "4 (2–5)" in client_of(class_2b.teacher).get(f"/credentials/{held.pk}").content.decode()


def test_the_full_badge_is_for_its_owner_alone(held, class_2b, teacher):
    path = f"/credentials/{held.pk}.json?form=full"
    assert client_of(None).get(path).status_code == 404
    assert client_of(class_2b.students[1]).get(path).status_code == 404
    assert client_of(class_2b.teacher).get(path).status_code == 404
    subject = client_of(held.recipient).get(path).json()["credentialSubject"]
    assert subject["result"] == [{
        "type": ["Result"], "resultDescription": f"{subject['achievement']['id']}#result", "value": "4",
    }]  # fmt: skip
    narrative = subject["achievement"]["criteria"]["narrative"]
    assert all(words in narrative for words in ("Ocena: 4", "Dobra obrona", "Sala 12"))
    names = [one["identityHash"] for one in subject["identifier"] if not one["hashed"]]
    assert names == [held.recipient.get_full_name()]
    # Asked again: the same bytes, and one row.
    assert full_document(held.pk, now=timezone.now()) == full_document(held.pk, now=timezone.now())
    assert IssuedDocument.objects.filter(credential=held, form="ob3-full").count() == 1


def test_the_full_badge_as_a_token_is_for_its_owner_alone(held, class_2b):
    path = f"/credentials/{held.pk}.jwt?form=full"
    for stranger in (None, class_2b.students[1], class_2b.teacher):
        assert client_of(stranger).get(path).status_code == 404
    answer = client_of(held.recipient).get(path)
    claims = json.loads(urlsafe_b64decode(answer.content.split(b".")[1] + b"=="))
    full = client_of(held.recipient).get(f"/credentials/{held.pk}.json?form=full").json()
    own = ("proof", "credentialStatus")
    assert {name: claims[name] for name in full if name not in own} == {
        name: value for name, value in full.items() if name not in own
    }
    assert claims["credentialSubject"]["result"][0]["value"] == "4"
    assert answer["Content-Type"] == "application/vc+jwt"
    # The one for publishing is another, and says neither.
    published = client_of(held.recipient).get(f"/credentials/{held.pk}.jwt").content
    assert b'"result":' not in urlsafe_b64decode(published.split(b".")[1] + b"==")
    assert IssuedDocument.objects.filter(credential=held).values("status_index").distinct().count() == 4


def test_pr_02_a_link_opens_no_full_form(held):
    owner, now = held.recipient, timezone.now()
    owner.born_on = now.date().replace(year=now.year - 17)
    owner.save()
    made = share(held, owner=owner, shown_name="initials", with_place=False, days=7, now=now)
    key = made.address.partition("?")[2]
    for form in ("json", "jwt", "png", "svg"):
        answers = [
            client_of(None).get(f"/credentials/{held.pk}.{form}?{key}{full}") for full in ("", "&form=full")
        ]
        assert [one.status_code for one in answers] == [200, 404]


def test_revoking_reaches_the_full_badge(held):
    full_document(held.pk, now=timezone.now())
    full_token(held.pk, now=timezone.now())
    revoke(held, actor=None, reason="Pomyłka", now=timezone.now())
    assert set(IssuedDocument.objects.filter(credential=held).values_list("revoked", flat=True)) == {True}


def test_versions_of_before_keep_their_digest(issuer, coordinator):
    version = published(saved(begun(issuer, coordinator), coordinator, **COMPLETE), coordinator)
    before = version.digest
    version.result_scale = SCHOOL
    assert (digest_of(AchievementVersion.objects.get()), digest_of(version) == before) == (before, False)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ({"kind": "percent", "required": "60,0"}, {"kind": "percent", "required": "60"}),
        (
            {"kind": "points", "least": "0", "most": "40,5"},
            {"kind": "points", "least": "0", "most": "40.5", "required": None},
        ),
        ({"kind": ""}, None),
    ],
)
def test_scales_that_can_be_written(issuer, coordinator, written, kept):
    draft = saved(begun(issuer, coordinator), coordinator, result_scale=written)
    assert draft.description.get("result_scale") == kept


@pytest.mark.parametrize(
    "written",
    [
        {"kind": "grades", "values": ["5"]},
        {"kind": "grades", "values": ["5", "5"]},
        {"kind": "grades", "values": [str(n) for n in range(13)]},
        {"kind": "grades", "values": ["a", "b"], "required": "c"},
        {"kind": "points", "least": "10", "most": "10"},
        {"kind": "points", "least": "0", "most": "NaN"},
        {"kind": "percent", "required": "120"},
        {"kind": "stars"},
    ],
)
def test_scales_that_nobody_could_use(issuer, coordinator, written):
    draft = begun(issuer, coordinator)
    assert codes_of(lambda: saved(draft, coordinator, result_scale=written)) == {"SCALE_IMPOSSIBLE"}


def test_values_as_people_write_them():
    points = Scale.from_json({"kind": "points", "least": "0", "most": "50"})
    percent = Scale.from_json({"kind": "percent", "required": "60"})
    assert points is not None
    assert percent is not None
    assert [points.read("12,5"), percent.read("85 %")] == ["12.5", "85"]
    assert [percent.reaches("59.9"), percent.reaches("60")] == [False, True]
    with pytest.raises(NotOnScale):
        points.read("-1")
    kept = {"kind": "points", "least": "0", "most": "50"}
    assert [result_in_words(kept, "12.5"), result_in_words(None, ""), result_in_words({"kind": "percent"}, "85")] == [
        "12,5 / 50", "", "85%"
    ]  # fmt: skip


def test_a_copy_takes_the_scale_along(graded, issuer, coordinator):
    copied = drafting.copy(graded, issuer, actor=coordinator)
    assert copied.description["result_scale"] == {**SCHOOL}


def test_a_correction_keeps_the_grade_or_puts_it_right(held, class_2b):
    now = timezone.now()
    moved = reissuing.correct(
        held,
        correction=reissuing.Correction(place="Sala 14"),
        reason="Inna sala",
        actor=class_2b.teacher,
        now=now,
    )
    assert moved.result == "4"
    wrong = reissuing.Correction(result="9")
    with pytest.raises(Refusal) as refused:
        reissuing.correct(moved, correction=wrong, reason="Ocena", actor=class_2b.teacher, now=now)
    assert refused.value.code == "RESULT_UNKNOWN"
    right = reissuing.correct(
        moved, correction=reissuing.Correction(result="5"), reason="Ocena", actor=class_2b.teacher, now=now
    )
    assert (right.result, right.corrects) == ("5", moved)
