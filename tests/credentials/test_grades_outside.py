"""A grade that comes with an offer or with the answer to an application: signed for its owner alone, as in class."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.refusals import Refusal
from credentials.models import Achievement, Credential, IssuedDocument, Offer, OfferRound
from credentials.outsiders import Outsider
from credentials.selectors.applications import application_view
from credentials.selectors.offerable import Place
from credentials.services import applications, offering, reissuing, taking
from credentials.services.application_desks import open_desk
from credentials.services.collecting import Piece
from credentials.services.full_documents import full_document
from credentials.services.issuing import issue_due
from people.models import User
from tests.asking import ask, client_of
from tests.credentials.offering import after_undo, code, link, mailed, rows_of
from tests.factories import AchievementFactory, UserFactory

SCALE = {"kind": "grades", "values": ["2", "3", "4", "5"], "required": "3"}
ROWS = "query ($id: ID!) { offers(roundId: $id) { position result state } }"
SLIPS = """mutation ($place: ID!, $badge: ID!, $result: String) {
  offerOnPaper(placeId: $place, achievementId: $badge, count: 2, days: 14, result: $result) {
    round { id } errors { code field } } }"""
UNDO = "mutation ($id: ID!) { undoAward(batchId: $id) { cancelled errors { code } } }"
ACCEPT = """mutation ($id: ID!, $result: String) {
  acceptApplication(applicationId: $id, result: $result) { batchId errors { code field } } }"""


@pytest.fixture
def badge(issuer) -> Achievement:
    return AchievementFactory(issuer=issuer, version={"result_scale": SCALE, "validity_months": 12})


@pytest.fixture
def holder(db) -> User:
    return UserFactory(username="outsider", given_name="Ola", family_name="Nowak")


def offered(badge: Achievement, place: Place, actor: User, *grades: str) -> OfferRound:
    rows = [Outsider(n, f"person{n}@example.org", grade=grade) for n, grade in enumerate(grades, start=1)]
    return offering.offer(
        badge, rows, place=place, actor=actor, key=uuid4(), note="", language="pl", send_at=None, days=14,
        now=timezone.now(),
    )  # fmt: skip


def test_the_grade_of_an_offer_moves_to_the_badge_and_into_the_full_one_alone(badge, place, teacher, holder):
    wave = offered(badge, place, teacher, "4", "5")
    (first, _) = mailed(wave)
    assert "4 (2" not in str(mail.outbox[0].message())
    assert "Ocena: <strong>4 (2–5)</strong>" in client_of(None).get(f"/o/{link(first)}").content.decode()
    given = taking.take(link(first), user=holder, now=after_undo(wave)).credential
    assert (given.result, list(Offer.objects.order_by("position").values_list("result", flat=True))) == (
        "4", ["", "5"],
    )  # fmt: skip
    assert [one["result"] for one in ask(teacher, ROWS, id=wave.pk).data] == ["", "5 (2–5)"]
    issue_due(after_undo(wave) + timedelta(seconds=1))
    published = json.loads(bytes(IssuedDocument.objects.get(credential=given).body))
    full = json.loads(full_document(given.pk, now=after_undo(wave)) or b"")
    assert "result" not in published["credentialSubject"]
    assert [one["value"] for one in full["credentialSubject"]["result"]] == ["4"]


@pytest.mark.parametrize(
    ("said", "refusal"), [("", "RESULT_MISSING"), ("6", "RESULT_UNKNOWN"), ("2", "RESULT_TOO_LOW")]
)
def test_nothing_is_offered_without_a_grade_that_is_enough(badge, place, teacher, said, refusal):
    with pytest.raises(Refusal) as refused:
        offered(badge, place, teacher, "4", said)
    assert (refused.value.code, OfferRound.objects.count()) == (refusal, 0)
    # Nor from the list that somebody brings: the row is shown, with what is wrong.
    fields = {"placeId": place.id, "placeKind": "group", "achievementId": badge.pk}
    told = client_of(teacher).post("/offers/", {**fields, "text": f"a@example.org; Ala; {said}"}).json()
    assert (told["ready"], told["leftOut"]) == (0, 1)
    good = client_of(teacher).post("/offers/", {**fields, "text": "a@example.org; Ala; 3"}).json()
    assert [(row["grade"], row["problem"]) for row in good["rows"]] == [("3 (2–5)", "")]


def test_a_badge_without_a_scale_is_offered_without_a_grade(issuer, place, teacher):
    plain = AchievementFactory(issuer=issuer)
    with pytest.raises(Refusal) as refused:
        offered(plain, place, teacher, "5")
    assert (refused.value.code, str(refused.value)) == (
        "RESULT_UNKNOWN",
        "Tę odznakę przyznaje się bez oceny.",
    )


ENDS = {
    "declined": lambda one, wave, who, now: taking.decline(link(one), now=now),
    "cancelled": lambda one, wave, who, now: offering.cancel_one(one, actor=who, now=now),
    "expired": lambda one, wave, who, now: offering.expire_due(wave.expires_at),
    "undone": lambda one, wave, who, now: offering.end_undone(wave.batch_id, now),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_was_said_of_somebody_goes_when_nobody_takes_the_badge(badge, place, teacher, end):
    wave = offered(badge, place, teacher, "4")
    Offer.objects.update(note="Ola świetnie pisze", evidence_url="https://example.org/ola")
    (one,) = mailed(wave)
    ENDS[end](one, wave, teacher, after_undo(wave))
    kept = Offer.objects.values_list("email", "name", "note", "evidence_url", "result").get()
    assert kept == ("", "", "", "", "")
    with pytest.raises(IntegrityError, match="an_answered_offer_keeps_no_grade"), transaction.atomic():
        Offer.objects.update(result="4")


def test_a_corrected_address_keeps_the_grade_and_a_slip_has_that_of_its_sheet(badge, place, teacher, holder):
    wave = offered(badge, place, teacher, "5")
    (one,) = mailed(wave)
    offering.correct(one, "ola@example.org", actor=teacher, now=after_undo(wave))
    assert Offer.objects.get().result == "5"

    about = {"place": place.id, "badge": badge.pk}
    assert ask(teacher, SLIPS, **about).data["errors"] == [{"code": "RESULT_MISSING", "field": "results"}]
    sheet = OfferRound.objects.get(pk=ask(teacher, SLIPS, **about, result="4").data["round"]["id"])
    # Two sheets with two grades look different, so each slip says its own.
    paper = client_of(teacher).post(f"/offers/{sheet.pk}/print").content.decode()
    assert paper.count("Ocena: <strong>4 (2–5)</strong>") == 2
    printed = rows_of(sheet)
    taken = [
        taking.take(code(one), user=user, now=timezone.now()).credential.result
        for one, user in zip(printed, (holder, UserFactory()), strict=True)
    ]
    assert (taken, {one.result for one in rows_of(sheet)}) == (["4", "4"], {""})


def test_a_list_with_grades_takes_as_many_statements(badge, place, teacher, django_assert_num_queries):
    """The same nine as without grades, for one and for thirty."""
    for count in (1, 30):
        with django_assert_num_queries(9):
            offered(badge, place, teacher, *["4"] * count)


@pytest.fixture(params=["class", "issuer"])
def application(request, badge, issuer, place, teacher, coordinator, pa1):
    """An application, and who answers it."""
    at = place if request.param == "class" else Place(None, issuer)
    pa1.born_on = timezone.localdate() - timedelta(days=17 * 366)
    pa1.save()
    assessor = teacher if request.param == "class" else coordinator
    desk = open_desk(at, badge, actor=assessor)
    made = applications.apply(desk, "Umiem", [Piece("text", text="x")], actor=pa1, now=timezone.now())
    return made, assessor


def test_the_answer_to_an_application_gives_a_grade(application, pa1):
    one, assessor = application
    scale = application_view(one, assessor).result_scale
    assert (scale and scale.values, application_view(one, pa1).result_scale) == (("2", "3", "4", "5"), None)
    for said, refusal in ((None, "RESULT_MISSING"), ("6", "RESULT_UNKNOWN"), ("2", "RESULT_TOO_LOW")):
        told = ask(assessor, ACCEPT, id=one.pk, result=said).data
        assert told["errors"] == [{"code": refusal, "field": "results"}]
    one.refresh_from_db()
    assert (one.state, Credential.objects.count()) == ("handed_in", 0)
    assert ask(assessor, ACCEPT, id=one.pk, result="5").data["errors"] == []
    assert Credential.objects.get().result == "5"


def test_an_answer_is_taken_back_within_ten_minutes_by_who_may_answer(
    application, pa1, teacher_c, leader, django_capture_on_commit_callbacks
):
    one, assessor = application
    batch = ask(assessor, ACCEPT, id=one.pk, result="5").data["batchId"]
    for stranger in (pa1, teacher_c, leader, None):
        assert ask(stranger, UNDO, id=batch).code in ("NOT_FOUND", "NOT_SIGNED_IN")
    with django_capture_on_commit_callbacks(execute=True):
        assert ask(assessor, UNDO, id=batch).data == {"cancelled": True, "errors": []}
    one.refresh_from_db()
    assert (one.state, Credential.objects.living().count()) == ("handed_in", 0)
    assert ask(assessor, ACCEPT, id=one.pk, result="4").data["errors"] == []
    assert Credential.objects.living().get().result == "4"


def test_a_renewal_and_a_correction_carry_it_on(badge, place, teacher, holder):
    (one,) = mailed(offered(badge, place, teacher, "4"))
    now = timezone.now() + timedelta(minutes=11)
    given = taking.take(link(one), user=holder, now=now).credential
    issue_due(now + timedelta(seconds=1))
    given.refresh_from_db()
    wrong = reissuing.Correction(result="5")
    right = reissuing.correct(given, correction=wrong, reason="Pomyłka", actor=teacher, now=now)
    assert right.result == "5"
    issue_due(now + timedelta(seconds=2))
    ending = now + timedelta(days=350)
    assert reissuing.renew_one(right, actor=teacher, now=ending).result == "5"
