"""Every transition of an issuer's standing and every refusal; and what a suspension does to badges."""

from datetime import date, timedelta

import pytest

from core.emitting import Delivery
from credentials.enums import CredentialState, IssuerApplicationState, Standing
from credentials.models import Credential, Issuer, IssuerMember, IssuerStanding
from credentials.selectors.catalogue_pages import CATALOGUE
from credentials.services import accrediting, agreements, applying, defining
from credentials.services.awarding import award
from credentials.services.standings import Agreement
from tests.credentials.issuers.conftest import AGREEMENT, ALL_MET, NOW, refused
from tests.factories import AchievementFactory, UserFactory

pytestmark = pytest.mark.django_db


def row_of(issuer):
    return Issuer.objects.get(pk=issuer.pk)


def causes():
    return list(IssuerStanding.objects.order_by("created_at").values_list("cause", flat=True))


def test_accepting_accredits_with_an_agreement_and_dates(accredited, founder, operator):
    issuer = row_of(accredited)

    assert (issuer.standing, issuer.agreement_number, issuer.agreement_until) == (
        Standing.ACCREDITED, "ORE/2026/7", date(2028, 10, 31),
    )  # fmt: skip
    decision = IssuerStanding.objects.get(cause="accepted")
    assert (decision.decided_by, decision.agreement_number, decision.since) == (
        operator,
        "ORE/2026/7",
        NOW.date(),
    )
    facts = Delivery.objects.filter(recipient=founder, activity__fact="credentials.IssuerStandingChanged")
    assert facts.count() == 2


@pytest.mark.parametrize(
    ("agreement", "code"),
    [
        (Agreement("", AGREEMENT.starts_on, AGREEMENT.ends_on), "TEXT_EMPTY"),
        (Agreement("1", date(2026, 12, 1), AGREEMENT.ends_on), "AGREEMENT_DATES"),
        (Agreement("1", AGREEMENT.starts_on, NOW.date()), "AGREEMENT_DATES"),
        (Agreement("1", date(2028, 1, 1), date(2027, 1, 1)), "AGREEMENT_DATES"),
    ],
)
def test_nobody_is_accredited_without_an_agreement_that_runs(sent, operator, agreement, code):
    with refused(code):
        accrediting.accept(sent, agreement, ALL_MET, actor=operator, now=NOW)

    assert row_of(sent.issuer).standing == Standing.APPLIED


def test_nobody_is_accredited_while_a_criterion_is_not_met(sent, operator):
    with refused("CRITERIA_NOT_MET") as caught:
        accrediting.accept(sent, AGREEMENT, ALL_MET | {"minors": {"met": False}}, actor=operator, now=NOW)

    assert caught.value.field == "minors"
    sent.refresh_from_db()
    assert (sent.state, sent.review) == (IssuerApplicationState.SENT, {})
    accrediting.keep_review(sent, ALL_MET | {"demand": {"met": False, "note": "?"}}, actor=operator)
    accrediting.accept(sent, AGREEMENT, {}, actor=operator, now=NOW)
    assert row_of(sent.issuer).standing == Standing.ACCREDITED


def test_a_refusal_has_reasons_and_leaves_a_draft(sent, operator):
    with refused("TEXT_EMPTY"):
        accrediting.refuse(sent, {}, actor=operator, now=NOW, reason=" ")
    accrediting.refuse(sent, {}, actor=operator, now=NOW, reason="Nie wiadomo, kto ocenia")

    assert row_of(sent.issuer).standing == Standing.DRAFT
    assert IssuerStanding.objects.get(cause="refused").reason == "Nie wiadomo, kto ocenia"
    with refused("NOT_SENT"):
        accrediting.accept(sent, AGREEMENT, ALL_MET, actor=operator, now=NOW)


def test_who_belongs_to_an_issuer_never_decides_about_it(sent, operator):
    IssuerMember.objects.create(issuer=sent.issuer, user=operator, may_award=True)

    for act in (
        lambda: accrediting.accept(sent, AGREEMENT, ALL_MET, actor=operator, now=NOW),
        lambda: accrediting.refuse(sent, {}, actor=operator, now=NOW, reason="x"),
        lambda: accrediting.ask_for_more(sent, {}, actor=operator, now=NOW, reason="x"),
        lambda: accrediting.keep_review(sent, {}, actor=operator),
        lambda: accrediting.suspend(sent.issuer, actor=operator, now=NOW, reason="x"),
        lambda: accrediting.withdraw_accreditation(sent.issuer, actor=operator, now=NOW, reason="x"),
    ):
        with refused("OWN_ISSUER"):
            act()
    assert causes() == ["application_sent"]


def test_suspended_lifted_withdrawn_and_accredited_again(accredited, operator, founder):
    day = NOW + timedelta(days=1)
    accrediting.suspend(accredited, actor=operator, now=day, reason="Skargi")
    with refused("STANDING_CHANGED"):
        accrediting.suspend(accredited, actor=operator, now=day, reason="Jeszcze raz")
    with refused("ISSUER_SUSPENDED"):
        applying.begin_application(accredited, founder)
    accrediting.lift_suspension(accredited, actor=operator, now=day, reason="Wyjaśnione")
    accrediting.withdraw_accreditation(accredited, actor=operator, now=day, reason="Rezygnacja")
    with refused("STANDING_CHANGED"):
        accrediting.lift_suspension(accredited, actor=operator, now=day, reason="x")
    again = applying.send_application(applying.begin_application(accredited, founder), actor=founder, now=day)
    assert row_of(accredited).standing == Standing.WITHDRAWN
    accrediting.accept(again, AGREEMENT, ALL_MET, actor=operator, now=day)

    assert row_of(accredited).standing == Standing.ACCREDITED
    assert causes() == [
        "application_sent", "accepted", "suspended", "lifted", "withdrawn", "application_sent", "accepted",
    ]  # fmt: skip


def test_nobody_remembers_a_standing_that_is_not_committed_yet(
    accredited, operator, django_capture_on_commit_callbacks
):
    """Who reads between the two would keep the badges of a suspended issuer for a minute."""
    before = CATALOGUE.now()
    with django_capture_on_commit_callbacks(execute=True):
        accrediting.suspend(accredited, actor=operator, now=NOW, reason="Skargi")
        assert CATALOGUE.now() == before
    assert CATALOGUE.now() != before


@pytest.mark.parametrize("act", [accrediting.suspend, accrediting.withdraw_accreditation])
def test_what_is_taken_away_is_explained(act, accredited, operator):
    with refused("TEXT_EMPTY"):
        act(accredited, actor=operator, now=NOW, reason="")
    assert row_of(accredited).standing == Standing.ACCREDITED


def test_an_agreement_warns_once_two_months_before_and_then_ends(accredited, founder):
    end = AGREEMENT.ends_on - NOW.date()
    assert agreements.warn_of_endings(NOW + end - timedelta(days=61)) == 0
    assert agreements.warn_of_endings(NOW + end - timedelta(days=60)) == 1
    assert agreements.warn_of_endings(NOW + end - timedelta(days=59)) == 0
    told = Delivery.objects.filter(recipient=founder, activity__fact="credentials.IssuerAgreementEnding")
    assert told.count() == 1
    assert agreements.end_agreements(NOW + end) == 0
    assert row_of(accredited).standing == Standing.ACCREDITED
    assert agreements.end_agreements(NOW + end + timedelta(days=1)) == 1
    assert agreements.end_agreements(NOW + end + timedelta(days=2)) == 0
    assert row_of(accredited).standing == Standing.WITHDRAWN
    assert causes()[-1] == "agreement_ended"


def test_a_suspension_cannot_be_lifted_past_the_end_of_the_agreement(accredited, operator):
    accrediting.suspend(accredited, actor=operator, now=NOW, reason="Skargi")
    with refused("AGREEMENT_OVER"):
        accrediting.lift_suspension(accredited, actor=operator, now=NOW + timedelta(days=1000), reason="x")


def test_a_suspended_issuer_publishes_and_awards_nothing_and_what_is_held_stays(issuer, class_2b, operator):
    micro = AchievementFactory(slug="mikro", kind="microcredential", issuer=issuer)
    badge = AchievementFactory(slug="odznaka", issuer=issuer)
    held = award(micro, class_2b.students[:1], actor=class_2b.teacher, group=class_2b.group).credentials[0]
    accrediting.suspend(issuer, actor=operator, now=NOW, reason="Skargi")

    for one in (micro, badge):
        with refused("ISSUER_SUSPENDED"):
            award(one, class_2b.students[1:2], actor=class_2b.teacher, group=class_2b.group)
    draft = defining.create_draft(
        slug="nowa", kind="digital_badge", issuer=row_of(issuer), name={"pl": "Nowa"}, description={"pl": "Opis"},
        art={"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"},
    )  # fmt: skip
    with refused("ISSUER_SUSPENDED"):
        defining.publish(draft, actor=None, now=NOW)
    held.refresh_from_db()
    assert (held.state, held.issuer_standing) == (CredentialState.AWARDED, Standing.ACCREDITED)
    assert Credential.objects.count() == 1


def test_an_organisation_that_nobody_has_looked_at_publishes_nothing(sent):
    draft = defining.create_draft(
        slug="nowa", kind="digital_badge", issuer=sent.issuer, name={"pl": "Nowa"}, description={"pl": "Opis"},
        art={"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"},
    )  # fmt: skip
    with refused("NOT_ACCREDITED"):
        defining.publish(draft, actor=None, now=NOW)


def test_a_coordinator_hears_of_what_is_decided_about_their_school(issuer, coordinator, operator):
    other = UserFactory(username="nikt")
    accrediting.suspend(issuer, actor=operator, now=NOW, reason="Skargi")

    told = Delivery.objects.filter(activity__fact="credentials.IssuerStandingChanged")
    assert [one.recipient for one in told] == [coordinator]
    assert other.pk not in {one.recipient_id for one in told}
