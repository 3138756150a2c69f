"""An organisation asks to be an issuer: what it says, what is missing, and what a name alone never opens."""

import pytest

from core.emitting import Delivery
from core.refusals import Refusals
from credentials.enums import IssuerApplicationState, Standing
from credentials.issuer_criteria import REQUIRED
from credentials.models import Issuer, IssuerApplication, IssuerStanding
from credentials.services import accrediting, applying
from tests.asking import client_of
from tests.credentials.issuers.conftest import ALL_MET, ANSWERS, NOW, refused

pytestmark = pytest.mark.django_db


def test_a_new_organisation_begins_as_a_draft_that_nobody_else_sees(application, founder, client):
    issuer = application.issuer

    assert (issuer.slug, issuer.standing, issuer.group) == ("fundacja-zywa-wies", Standing.DRAFT, None)
    assert application.state == IssuerApplicationState.DRAFT
    assert list(issuer.members.values_list("user__username", "manages")) == [("zalozycielka", True)]
    assert client.get(f"/issuers/{issuer.slug}/").status_code == 404
    assert client_of(founder).get(f"/issuers/{issuer.slug}/").status_code == 404


def test_it_cannot_be_sent_before_everything_asked_is_answered(application, founder):
    with pytest.raises(Refusals) as caught:
        applying.send_application(application, actor=founder, now=NOW)

    assert [one.field for one in caught.value.refusals] == [
        *REQUIRED,
        "description",
        "quality_assurance",
        "email",
    ]
    assert Issuer.objects.get().standing == Standing.DRAFT
    assert not IssuerStanding.objects.exists()


def test_sending_is_a_dated_decision_and_closes_the_form(sent, founder):
    assert sent.state == IssuerApplicationState.SENT
    assert Issuer.objects.get().standing == Standing.APPLIED
    standing = IssuerStanding.objects.get()
    assert (standing.cause, standing.since, standing.decided_by) == (
        "application_sent", NOW.date(), founder,
    )  # fmt: skip
    with refused("APPLICATION_CLOSED"):
        applying.save_answers(sent, {"minors": {"text": "inaczej"}}, actor=founder)
    with refused("APPLICATION_CLOSED"):
        applying.send_application(sent, actor=founder, now=NOW)


def test_whoever_has_only_applied_stands_on_no_public_page(sent, client):
    """Otherwise anybody could put any name on a page by filling in a form."""
    assert client.get(f"/issuers/{sent.issuer.slug}/").status_code == 404


def test_an_application_is_taken_back_and_begun_again_with_its_answers(sent, founder):
    applying.withdraw_application(sent, actor=founder, now=NOW)

    assert sent.state == IssuerApplicationState.WITHDRAWN
    assert Issuer.objects.get().standing == Standing.DRAFT
    again = applying.begin_application(sent.issuer, founder)
    assert again.answers == ANSWERS
    assert applying.begin_application(sent.issuer, founder) == again
    applying.withdraw_application(sent, actor=founder, now=NOW)
    assert IssuerStanding.objects.count() == 2


def test_more_is_asked_and_the_form_is_open_again(sent, operator, founder):
    accrediting.ask_for_more(
        sent, {"minors": {"met": False, "note": "Gdzie?"}}, actor=operator, now=NOW, reason="Brak"
    )

    assert (sent.state, sent.reason) == (IssuerApplicationState.MORE_ASKED, "Brak")
    assert Issuer.objects.get().standing == Standing.APPLIED
    assert (
        Delivery.objects.filter(recipient=founder, activity__fact="credentials.IssuerMoreAsked").count() == 1
    )
    applying.save_answers(sent, {"minors": {"text": "Na stronie", "link": ""}}, actor=founder)
    applying.send_application(sent, actor=founder, now=NOW)
    assert IssuerApplication.objects.get().review["minors"] == {"met": False, "note": "Gdzie?"}


def test_an_answer_is_kept_as_plain_text_and_a_link_leads_to_the_web(application, founder):
    for link in ("javascript:alert(1)", "data:text/html,x", "//example.org", "example.org"):
        with refused("LINK_EXPECTED"):
            applying.save_answers(application, {"identity": {"text": "x", "link": link}}, actor=founder)
    with refused("CRITERION_UNKNOWN"):
        applying.save_answers(application, {"made_up": {"text": "x"}}, actor=founder)
    with refused("TEXT_CONTROL"):
        applying.save_answers(application, {"identity": {"text": "a\u202eb"}}, actor=founder)
    assert IssuerApplication.objects.get().answers == {}


def test_a_school_has_one_issuer_and_three_new_organisations_are_enough(school_a, coordinator, founder):
    applying.start_issuer(coordinator, name="LO A", group=school_a.group)
    with refused("ISSUER_EXISTS"):
        applying.start_issuer(coordinator, name="LO A", group=school_a.group)
    for _ in range(3):
        applying.start_issuer(founder, name="Fundacja")
    with refused("TOO_MANY_ISSUERS"):
        applying.start_issuer(founder, name="Fundacja")
    assert len(set(Issuer.objects.values_list("slug", flat=True))) == 4


def test_an_accredited_name_is_that_of_the_agreement(accredited, founder):
    with refused("NAME_FIXED"):
        applying.describe_issuer(accredited, {"name": {"pl": "Uniwersytet"}}, actor=founder)
    applying.describe_issuer(accredited, {"description": {"pl": "Nowy opis"}}, actor=founder)

    issuer = Issuer.objects.get()
    assert (issuer.name, issuer.description) == ({"pl": "Fundacja Żywa Wieś"}, {"pl": "Nowy opis"})


def test_an_accredited_issuer_applies_for_the_next_agreement_and_stays_accredited(
    accredited, founder, operator
):
    again = applying.begin_application(accredited, founder)
    applying.send_application(again, actor=founder, now=NOW)
    assert Issuer.objects.get().standing == Standing.ACCREDITED
    accrediting.refuse(again, ALL_MET, actor=operator, now=NOW, reason="Jeszcze nie")
    assert Issuer.objects.get().standing == Standing.ACCREDITED
