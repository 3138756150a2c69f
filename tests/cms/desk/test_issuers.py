"""Deciding about issuers on the desk: who may, criterion by criterion, with reasons; and what the audit says."""

import pytest
from django.conf import settings

from core.models import Activity
from credentials.enums import IssuerApplicationState, Standing
from credentials.issuer_criteria import REQUIRED
from credentials.models import Issuer, IssuerApplication, IssuerMember, IssuerStanding
from tests.architecture.world import FIXTURES, ROLES
from tests.asking import client_of
from tests.credentials.issuers.conftest import accredited, application, founder, sent  # noqa: F401

pytestmark = pytest.mark.django_db
AGREED = {"agreement_number": "ORE/1", "agreement_from": "2026-01-01", "agreement_until": "2099-12-31"}
TICKED = {f"met-{code}": "on" for code in REQUIRED}


@pytest.fixture
def desk(client, operator):
    client.force_login(operator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def path_of(issuer):
    return f"/cms/desk/issuers/{issuer.pk}/"


def test_ac_07_an_issuer_is_read_by_its_coordinator_and_decided_by_the_operator_alone(
    issuer, class_2b, class_2c, class_1a, leader, coordinator, editor, operator, request
):
    for role in ROLES:
        browser = client_of(request.getfixturevalue(FIXTURES[role]))
        read = browser.get(path_of(issuer)).status_code
        asked = browser.post(path_of(issuer), {"act": "suspend", "reason": "x"}).status_code
        expected = {"V": (302, 302), "CO": (200, 404), "AD": (200, 302)}.get(role, (404, 404))
        assert (role, read, asked) == (role, *expected)
    assert Issuer.objects.get(pk=issuer.pk).standing == Standing.SUSPENDED
    assert IssuerStanding.objects.count() == 1


def test_what_waits_stands_first_and_is_accredited_criterion_by_criterion(desk, issuer, sent):
    assert "Waits for a decision: 1" in desk.get("/cms/desk/").content.decode()
    listed = desk.get("/cms/desk/issuers/").content.decode()
    assert listed.count("Waits for a decision") == 1
    assert listed.index(path_of(sent.issuer)) < listed.index(path_of(issuer))
    page = desk.get(path_of(sent.issuer)).content.decode()
    assert "Under what name and in which register is the organisation entered?" in page
    assert "Odpowiedź: identity" in page

    refused = desk.post(
        path_of(sent.issuer), {"act": "accept", **AGREED, "met-identity": "on", "note-minors": "Gdzie?"}
    )
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "Tick every criterion of access and every horizontal one first" in text
    assert 'name="met-identity" checked' in text
    assert 'value="Gdzie?"' in text
    assert IssuerApplication.objects.get().state == IssuerApplicationState.SENT
    assert desk.post(path_of(sent.issuer), {"act": "keep", "met-identity": "on"}).status_code == 302
    assert IssuerApplication.objects.get().review["identity"]["met"] is True
    assert desk.post(path_of(sent.issuer), {"act": "accept", **AGREED, **TICKED}).status_code == 302

    found = Issuer.objects.get(pk=sent.issuer.pk)
    assert (found.standing, found.agreement_number) == (Standing.ACCREDITED, "ORE/1")
    assert "Waits for a decision" not in desk.get("/cms/desk/issuers/").content.decode()
    audit = desk.get("/cms/desk/audit/?fact=credentials.IssuerStandingChanged").content.decode()
    assert "(operator)" in audit


@pytest.mark.parametrize(
    ("act", "given", "state"),
    [
        ("more", {"reason": "Kto ocenia?"}, "more_asked"),
        ("refuse", {"reason": "Brak kryteriów"}, "refused"),
        ("more", {}, "sent"),
        ("refuse", {"reason": "  "}, "sent"),
        ("accept", {**TICKED, **AGREED, "agreement_until": ""}, "sent"),
        ("accept", {**TICKED, **AGREED, "agreement_number": " "}, "sent"),
        ("accept", {**TICKED, **AGREED, "agreement_until": "2020-01-01"}, "sent"),
    ],
)
def test_every_decision_has_its_reasons(act, given, state, desk, sent):
    answer = desk.post(path_of(sent.issuer), {"act": act, **given})

    assert answer.status_code == (422 if state == "sent" else 302)
    assert IssuerApplication.objects.get().state == state


def test_suspended_lifted_and_withdrawn_with_reasons(desk, accredited):
    for act, reason, standing in (
        ("suspend", "", "accredited"),
        ("suspend", "Skargi", "suspended"),
        ("suspend", "Skargi", "suspended"),
        ("lift", "Wyjaśnione", "accredited"),
        ("withdraw", "Rezygnacja", "withdrawn"),
        ("accept", "", "withdrawn"),
    ):
        desk.post(path_of(accredited), {"act": act, "reason": reason})
        assert Issuer.objects.get().standing == standing
    assert desk.post(path_of(accredited), {"act": "delete"}).status_code == 404
    text = desk.get(path_of(accredited)).content.decode()
    assert (
        text.index("The accreditation was withdrawn")
        < text.index("The suspension was lifted")
        < text.index("Skargi")
    )


def test_an_operator_who_belongs_to_an_issuer_reads_and_does_not_decide(desk, operator, sent):
    IssuerMember.objects.create(issuer=sent.issuer, user=operator, may_define=True)

    page = desk.get(path_of(sent.issuer)).content.decode()
    assert "somebody else decides about it" in page
    assert 'name="act"' not in page
    assert desk.post(path_of(sent.issuer), {"act": "accept", **AGREED, **TICKED}).status_code == 404
    assert Issuer.objects.get().standing == Standing.APPLIED


def test_what_is_still_being_written_is_not_read_by_the_operator(desk, application):
    IssuerApplication.objects.update(answers={"identity": {"text": "Kanarek", "link": ""}})
    assert "Kanarek" not in desk.get(path_of(application.issuer)).content.decode()


def test_hostile_words_of_an_applicant_stay_words(desk, sent):
    IssuerApplication.objects.update(answers={"identity": {"text": "<script>alert(1)</script>", "link": ""}})
    page = desk.get(path_of(sent.issuer)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_each_decision_is_one_line_of_the_record(desk, accredited, operator):
    before = Activity.objects.filter(actor=operator).count()
    desk.post(path_of(accredited), {"act": "suspend", "reason": "Skargi"})
    assert Activity.objects.filter(actor=operator).count() == before + 1


def test_a_refusal_leads_to_the_field_that_it_is_about(desk, sent):
    given = {"act": "accept", **TICKED, **AGREED, "agreement_until": ""}
    text = desk.post(f"/cms/desk/issuers/{sent.issuer.pk}/", given).content.decode()
    assert '<a href="#agreement_until">' in text
    assert 'id="agreement_until"' in text
