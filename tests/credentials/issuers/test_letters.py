"""Letters about issuers: who runs the portal hears that somebody waits, an issuer hears what was decided; once, bounded."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from credentials.models import Issuer, IssuerLetter
from credentials.services import accrediting, agreements, applying
from credentials.services.issuer_letters import MOST_TRIES, mail_due, owe
from tests.credentials.issuers.conftest import AGREEMENT, ALL_MET, ANSWERS, NOW
from tests.factories import IssuerFactory

pytestmark = pytest.mark.django_db
AFTER = NOW + timedelta(hours=2)


@pytest.fixture(autouse=True)
def desk(settings):
    settings.CONTACT_EMAIL = "desk@example.org"


def letters():
    found = [(letter.to, letter.body) for letter in mail.outbox]
    mail.outbox.clear()
    return found


def test_who_runs_the_portal_hears_of_an_application_at_the_full_hour_and_once(sent, founder, settings):
    assert mail_due(NOW + timedelta(minutes=59)) == 0
    assert mail_due(NOW + timedelta(hours=1)) == 1
    assert mail_due(AFTER) == 0
    [(to, body)] = letters()
    assert to == ["desk@example.org"]
    assert "Fundacja Żywa Wieś" in body
    assert f"{settings.PUBLIC_URL}/cms/desk/issuers/" in body
    for own in (founder.given_name, founder.family_name, "biuro@example.org"):
        assert own not in body


def test_sending_and_taking_back_all_day_is_one_letter_an_hour_or_none(sent, founder):
    applying.withdraw_application(sent, actor=founder, now=NOW)
    for _again in range(3):
        application = applying.begin_application(Issuer.objects.get(), founder)
        applying.save_answers(application, ANSWERS, actor=founder)
        applying.send_application(application, actor=founder, now=NOW + timedelta(minutes=5))
        applying.withdraw_application(application, actor=founder, now=NOW + timedelta(minutes=6))
    assert mail_due(AFTER) == 0
    assert (mail.outbox, IssuerLetter.objects.count()) == ([], 0)


def test_many_applications_are_one_letter_that_names_ten(sent, founder):
    for number in range(11):
        issuer = IssuerFactory(name={"pl": f"Stowarzyszenie {number}"}, standing="applied")
        issuer.applications.create(state="sent", started_by=founder, sent_at=NOW + timedelta(minutes=number))
        owe(issuer, "application_sent", NOW)
    assert mail_due(AFTER) == 1
    [(_to, body)] = letters()
    assert body.count("Stowarzyszenie") == 9
    assert "Fundacja Żywa Wieś" in body
    assert "2" in body


@pytest.mark.parametrize(
    ("decide", "words"),
    [
        (lambda sent, by: accrediting.ask_for_more(sent, {}, actor=by, now=NOW, reason="Tajne"), "pytaniem"),
        (
            lambda sent, by: accrediting.refuse(sent, {}, actor=by, now=NOW, reason="Tajne"),
            "odmowa akredytacji",
        ),
    ],
)
def test_an_issuer_hears_what_was_decided_without_the_reasons(sent, operator, settings, decide, words):
    decide(sent, operator)
    assert mail_due(NOW) == 1
    [(to, body)] = letters()
    assert to == ["biuro@example.org"]
    assert words in body
    assert f"{settings.PUBLIC_URL}/app/issuers/{sent.issuer_id}" in body
    assert "Tajne" not in body
    # It waits no more, so the desk hears nothing.
    assert mail_due(AFTER) == 0


def test_an_issuer_hears_of_its_suspension_and_of_the_end_of_its_agreement(accredited, operator):
    mail_due(AFTER)
    letters()
    accrediting.suspend(accredited, actor=operator, now=AFTER, reason="Wyjaśniamy skargi.")
    accrediting.lift_suspension(accredited, actor=operator, now=AFTER, reason="Wyjaśnione.")
    assert mail_due(AFTER) == 2
    assert [to for to, _body in letters()] == [["biuro@example.org"]] * 2
    near = accredited.agreement_until
    agreements.warn_of_endings(NOW.replace(year=near.year, month=near.month, day=1))
    assert mail_due(NOW.replace(year=near.year)) == 1
    assert "31 października 2028" in letters()[0][1]


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_it_is_written_in_the_language_of_who_applied(sent, founder, operator, language):
    founder.language = language
    founder.save()
    accrediting.accept(sent, AGREEMENT, ALL_MET, actor=operator, now=NOW)
    mail_due(NOW)
    expected = {"pl": "ma akredytację", "en": "is accredited", "uk": "має акредитацію"}
    assert expected[language] in letters()[0][1]


def test_mail_that_fails_is_tried_again_and_given_up(sent, operator, monkeypatch):
    accrediting.refuse(sent, {}, actor=operator, now=NOW, reason="Nie")

    def broken(*_args):
        raise SMTPServerDisconnected

    with monkeypatch.context() as patched:
        patched.setattr(EmailBackend, "send_messages", broken)
        assert mail_due(NOW) == 0
        assert mail_due(NOW) == 0
        assert IssuerLetter.objects.get(kind="refused").tries == 1
    assert mail_due(NOW + timedelta(minutes=10)) == 1
    assert not IssuerLetter.objects.filter(kind="refused").exists()

    owe(sent.issuer, "refused", NOW)
    monkeypatch.setattr(EmailBackend, "send_messages", broken)
    for day in range(MOST_TRIES):
        assert IssuerLetter.objects.filter(kind="refused").exists()
        mail_due(NOW + timedelta(days=day))
    assert not IssuerLetter.objects.filter(kind="refused").exists()


@pytest.mark.parametrize("missing", ["email", "CONTACT_EMAIL", "EMAIL_BACKEND"])
def test_without_an_address_or_mail_nothing_waits(sent, operator, settings, missing):
    if missing == "email":
        sent.issuer.email = ""
        sent.issuer.save()
        accrediting.refuse(sent, {}, actor=operator, now=NOW, reason="Nie")
    elif missing == "CONTACT_EMAIL":
        settings.CONTACT_EMAIL = ""
    else:
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert mail_due(AFTER) == 0
    assert (mail.outbox, IssuerLetter.objects.count()) == ([], 0)
