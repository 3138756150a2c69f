"""Letters of offers: sent once, tried again, two reminders, then quiet; nothing is lost when mail fails."""

import smtplib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from core.refusals import Refusal
from core.secrets import read_code
from credentials.models import Offer
from credentials.selectors.offerable import Place
from credentials.services import offering, taking
from credentials.services.offer_letters import _send, daytime, letter_for, mail_due, mail_round
from credentials.services.offer_secrets import address_of, code_of, secret_of
from tests.credentials.offering import after_undo, mailed, make_round, rows_of
from tests.factories import AchievementFactory, UserFactory

WARSAW = ZoneInfo("Europe/Warsaw")


@pytest.fixture
def wave(issuer, class_2b, teacher):
    return make_round(AchievementFactory(issuer=issuer), Place(class_2b.group, None), teacher)


def test_nothing_leaves_before_the_time_to_undo_is_over(wave):
    assert mail_due(wave.batch.undo_until - timedelta(seconds=1)) == 0
    assert mail.outbox == []
    assert mail_due(after_undo(wave)) == 2
    assert mail_due(after_undo(wave)) == 0
    assert [letter.to for letter in mail.outbox] == [["person1@example.org"], ["person2@example.org"]]
    assert {one.state for one in rows_of(wave)} == {"offered"}


def test_a_letter_says_what_from_whom_how_and_until_when(wave, issuer):
    one = mailed(wave)[0]
    letter = mail.outbox[0]
    for words in ("Osoba 1", issuer.name["pl"], "Dziękujemy!", address_of(one), code_of(one)):
        assert words in letter.body
    assert "person2@example.org" not in letter.message().as_string()
    assert "\n" not in letter.subject


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_letters_are_written_in_the_language_of_the_round(issuer, class_2b, teacher, language):
    wave = make_round(
        AchievementFactory(issuer=issuer), Place(class_2b.group, None), teacher, language=language
    )
    letter = letter_for(rows_of(wave)[0], reminder=False)
    assert wave.batch.version.name[language] in letter.body


def test_two_reminders_then_quiet(wave):
    mailed(wave)
    mail.outbox.clear()
    Offer.objects.filter(round=wave, position=2).delete()
    seen = []
    for day in range(1, 29):
        now = wave.send_at + timedelta(days=day)
        if mail_due(now):
            seen.append(day)
    one = rows_of(wave)[0]
    assert len(mail.outbox) == 2
    assert seen in ([3, 10], [3, 11], [4, 11], [4, 12])
    assert (one.reminded, one.mail_due_at, one.state) == (2, None, "offered")


@pytest.mark.parametrize("answer", ["take", "decline", "cancel"])
def test_who_has_answered_hears_nothing_more(wave, teacher, answer):
    one = mailed(wave)[0]
    now = after_undo(wave)
    match answer:
        case "take":
            taking.take(secret_of(one), user=UserFactory(), now=now)
        case "decline":
            taking.decline(secret_of(one), now=now)
        case "cancel":
            offering.cancel_one(one, actor=teacher, now=now)
    mail.outbox.clear()
    mail_due(now + timedelta(days=20))
    assert [letter.to for letter in mail.outbox] == [["person2@example.org"]]


class Broken(EmailBackend):
    """A mail server that is away."""

    error: Exception = ConnectionRefusedError()

    def send_messages(self, messages):
        raise type(self).error


@pytest.fixture
def broken(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"


def test_a_lost_mail_server_loses_no_letter(wave, settings, broken):
    now = after_undo(wave)
    assert mail_due(now) == 0
    assert {one.state for one in rows_of(wave)} == {"waiting"}
    assert {one.mail_due_at for one in rows_of(wave)} == {now + timedelta(minutes=2)}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert mail_due(now + timedelta(minutes=1)) == 0
    assert mail_due(now + timedelta(minutes=3)) == 2
    assert [(one.state, one.mail_tries) for one in rows_of(wave)] == [("offered", 0)] * 2


def test_five_tries_then_a_person_decides(wave, settings, broken, teacher):
    now = after_undo(wave)
    for _try in range(5):
        now += timedelta(hours=1)
        mail_due(now)
    assert [(one.state, one.mail_due_at) for one in rows_of(wave)] == [("failed", None)] * 2
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    offering.send_again(rows_of(wave)[0], actor=teacher, now=now)
    assert mail_due(now) == 1
    assert [one.state for one in rows_of(wave)] == ["offered", "failed"]


def test_a_refused_recipient_is_said_at_once(wave, broken, monkeypatch):
    monkeypatch.setattr(Broken, "error", smtplib.SMTPRecipientsRefused({}))
    mail_due(after_undo(wave))
    assert {one.state for one in rows_of(wave)} == {"failed"}
    # Whoever hands the link over in another way still can.
    assert taking.take(secret_of(rows_of(wave)[0]), user=UserFactory(), now=after_undo(wave)).new


def test_a_portal_without_e_mail_says_so(wave, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert mail_due(after_undo(wave)) == 0
    assert {one.state for one in rows_of(wave)} == {"failed"}


def test_one_worker_takes_a_turn(wave):
    now = after_undo(wave)
    due = list(Offer.objects.due_for_mail(now))
    assert _send(due, now) == 2
    assert _send(due, now) == 0
    assert len(mail.outbox) == 2


def test_many_letters_leave_in_portions(issuer, class_2b, teacher):
    wave = make_round(AchievementFactory(issuer=issuer), Place(class_2b.group, None), teacher, count=120)
    assert mail_round(wave.pk, after_undo(wave)) == 120
    assert mail_round(wave.pk, after_undo(wave)) == 0
    assert len({letter.to[0] for letter in mail.outbox}) == 120


def test_reminders_come_by_day():
    night = datetime(2026, 11, 22, 23, 30, tzinfo=WARSAW)
    assert timezone.localtime(daytime(night)).strftime("%d %H:%M") == "23 09:00"
    early = datetime(2026, 11, 22, 5, 0, tzinfo=WARSAW)
    assert timezone.localtime(daytime(early)).strftime("%d %H:%M") == "22 09:00"
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=WARSAW)
    assert daytime(noon) == noon


def test_a_code_can_be_typed_with_mistakes_of_the_eye(wave):
    one = mailed(wave)[0]
    typed = code_of(one).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_code(typed) == read_code(code_of(one))
    assert taking.working_offer(typed, now=after_undo(wave)) == one


def test_a_letter_is_text_and_html_with_the_same_words(wave):
    Offer.objects.filter(round=wave, position=1).update(note="<b>Brawo</b>\ni dzięki")
    one = mailed(wave)[0]
    ((html, kind),) = mail.outbox[0].alternatives
    text = mail.outbox[0].body
    assert kind == "text/html"
    for words in ("Osoba 1", address_of(one), code_of(one), f"{address_of(one)}/quiet"):
        assert words in text
        assert words in html
    assert ("<b>Brawo</b>" in text, "&lt;b&gt;Brawo&lt;/b&gt;<br>i dzięki" in html) == (True, True)
    # No picture is fetched: nobody learns from a letter that it was opened.
    assert ("<img" in html, "http" in html.replace(address_of(one), "").replace("http://localhost:8000/c/", "")) == (
        False, False,
    )  # fmt: skip
    assert "\n\n\n" not in text


def test_no_more_letters_at_one_click_of_the_mail_program(wave, client, teacher):
    one = mailed(wave)[0]
    headers = mail.outbox[0].extra_headers
    path = headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert client.get(path).status_code == 200
    assert rows_of(wave)[0].quiet_at is None

    strict = Client(enforce_csrf_checks=True)
    for _click in range(2):
        assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    quiet = rows_of(wave)[0]
    assert (quiet.state, quiet.email, quiet.mail_due_at) == ("offered", "person1@example.org", None)
    with pytest.raises(Refusal) as refusal:
        offering.send_again(quiet, actor=teacher, now=after_undo(wave))
    assert refusal.value.code == "WANTS_NO_LETTERS"
    mail.outbox.clear()
    mail_due(after_undo(wave) + timedelta(days=20))
    assert [letter.to for letter in mail.outbox] == [["person2@example.org"]]
    # The badge waits all the same.
    assert taking.take(secret_of(one), user=UserFactory(), now=after_undo(wave)).new
    assert strict.post(path).status_code == 404


def test_who_asks_for_quiet_while_a_letter_is_on_its_way_has_it(wave, monkeypatch):
    one = mailed(wave)[0]
    now = wave.send_at + timedelta(days=5)
    send = EmailMultiAlternatives.send

    def and_meanwhile(self, *given):
        taking.quieten(one, now=now)
        return send(self, *given)

    Offer.objects.filter(pk=one.pk).update(mail_due_at=now)
    due = list(Offer.objects.filter(pk=one.pk))
    monkeypatch.setattr(EmailMultiAlternatives, "send", and_meanwhile)
    assert _send(due, now) == 1
    assert rows_of(wave)[0].mail_due_at is None


def test_the_first_letter_is_remembered(wave, teacher):
    first = mailed(wave)[0]
    offering.send_again(first, actor=teacher, now=after_undo(wave) + timedelta(days=1))
    mail_due(after_undo(wave) + timedelta(days=1))
    again = rows_of(wave)[0]
    assert (again.offered_at, again.mailed_at) == (after_undo(wave), after_undo(wave) + timedelta(days=1))
    offering.correct(again, "inna@example.org", actor=teacher, now=after_undo(wave) + timedelta(days=2))
    assert rows_of(wave)[0].offered_at is None
