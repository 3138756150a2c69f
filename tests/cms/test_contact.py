"""Writing to who runs the portal: kept first, mailed later, no machine gets in, and no editor reads it."""

import re
import time
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.utils import timezone

from cms.models import ContactMessage, ContactPage
from cms.services import contact
from cms.services.contact import BY_NETWORK, STAMP, forget_old
from cms.tasks import forget_messages, mail_waiting
from tests.cms.page_factories import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(pages, db, settings):
    settings.CONTACT_EMAIL = "sekretariat@lo-a.example"
    return ContactPage.objects.child_of(home("pl")).get()


def stamp(seconds: int) -> str:
    """As if the form had been opened so many seconds ago."""
    return signing.dumps(int(time.time()) - seconds, salt=STAMP)


def send(client, page, **changed):
    form = {
        "topic": "Coś nie działa", "name": "Ola", "email": "ola@example.org", "text": "Karta nie działa.", "website": "",
        "stamp": stamp(20),
    } | changed  # fmt: skip
    return client.post(page.path_here, form)


def test_a_message_is_kept_and_mailed(client, page, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client, page)
    assert page.thanks in answer.content.decode()
    kept = ContactMessage.objects.get()
    assert (kept.topic, kept.name, kept.email, kept.text, kept.language) == (
        "Coś nie działa", "Ola", "ola@example.org", "Karta nie działa.", "pl",
    )  # fmt: skip
    assert kept.mailed_at is not None
    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == (["sekretariat@lo-a.example"], ["ola@example.org"])
    assert sent.subject == "Wiadomość, Kotylion: Coś nie działa"
    assert "Karta nie działa." in sent.body


def test_nothing_is_lost_when_the_mail_fails(
    client, page, settings, monkeypatch, django_capture_on_commit_callbacks, operator
):
    # A port on which nobody listens: a real refusal of a real socket.
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with django_capture_on_commit_callbacks(execute=True):
        assert send(client, page).status_code == 200
    kept = ContactMessage.objects.get()
    assert (kept.mailed_at, kept.mail_tries) == (None, 1)
    client.force_login(operator)
    assert "Coś nie działa" in client.get("/cms/messages/").content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert mail_waiting() == 1
    assert mail_waiting() == 0
    assert len(mail.outbox) == 1
    assert ContactMessage.objects.get().mailed_at is not None


def test_without_an_address_to_mail_to_it_waits_at_the_desk(
    client, page, settings, django_capture_on_commit_callbacks
):
    settings.CONTACT_EMAIL = ""
    with django_capture_on_commit_callbacks(execute=True):
        send(client, page)
    assert ContactMessage.objects.get().mail_tries == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    "changed", [{"website": "https://spam.example"}, {"stamp": ""}, {"stamp": "made-up"}, {"stamp": 1}]
)
def test_a_machine_is_thanked_and_nothing_is_kept(client, page, changed):
    if isinstance(changed.get("stamp"), int):
        changed = {"stamp": stamp(changed["stamp"])}
    answer = send(client, page, **changed)
    assert page.thanks in answer.content.decode()
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"text": "http://a.pl http://b.pl http://c.pl"}, "text"),
        ({"text": "odwrócone \u202e pismo"}, "text"),
        ({"email": "ola"}, "email"),
        ({"topic": "Wymyślony"}, "topic"),
        ({"topic": ""}, "topic"),
        ({"name": "o" * 121}, "name"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(client, page, changed, field):
    answer = send(client, page, **changed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(rf'id="{field}-problem"', text)
    assert 'value="Ola"' in text or field == "name"
    assert not ContactMessage.objects.exists()


def test_a_form_that_lay_open_for_days_is_sent_again(client, page):
    answer = send(client, page, stamp=stamp(3 * 24 * 3600))
    assert answer.status_code == 422
    assert "Karta nie działa." in answer.content.decode()
    assert not ContactMessage.objects.exists()


def test_one_network_writes_twenty_an_hour(client, page):
    for _ in range(BY_NETWORK.limit):
        assert send(client, page).status_code == 200
    answer = send(client, page)
    assert answer.status_code == 429
    assert "Karta nie działa." in answer.content.decode()
    assert ContactMessage.objects.count() == BY_NETWORK.limit


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "Ola\r\nBcc: all@example.org"])
def test_tx_01_what_is_typed_is_text_everywhere(
    client, page, operator, payload, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(client, page, text=payload, name=payload)
    (sent,) = mail.outbox
    assert "\n" not in sent.subject
    assert sent.recipients() == ["sekretariat@lo-a.example"]
    assert "<script>" not in send(client, page, text=payload, email="x").content.decode().split("</head>")[1]
    client.force_login(operator)
    kept = ContactMessage.objects.get()
    for path in ("/cms/messages/", f"/cms/messages/edit/{kept.pk}/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("who", ["editor", "teacher", "leader", "coordinator"])
def test_ac_07_nobody_but_the_operator_reads_messages(client, page, request, who):
    kept = ContactMessage.objects.create(language="pl", text="Kanarek", name="Kanarek")
    client.force_login(request.getfixturevalue(who))
    for path in (
        "",
        f"edit/{kept.pk}/",
        f"delete/{kept.pk}/",
        f"history/{kept.pk}/",
        f"usage/{kept.pk}/",
        "new/",
    ):
        assert "Kanarek" not in client.get(f"/cms/messages/{path}", follow=True).content.decode()
    client.post(f"/cms/messages/delete/{kept.pk}/")
    assert ContactMessage.objects.filter(pk=kept.pk).exists()


def test_the_operator_ticks_a_message_and_cannot_rewrite_it(client, page, operator):
    kept = ContactMessage.objects.create(language="pl", text="Pytanie", name="Ola")
    client.force_login(operator)
    client.post(f"/cms/messages/edit/{kept.pk}/", {"answered_at": "2026-11-22 10:00", "text": "Inne"})
    kept.refresh_from_db()
    assert kept.answered_at is not None
    assert kept.answered_by == operator
    assert kept.text == "Pytanie"


def test_messages_are_forgotten_after_half_a_year(page, settings):
    now = timezone.now()
    old = ContactMessage.objects.create(language="pl", text="dawno", sent_at=now - timedelta(days=181))
    young = ContactMessage.objects.create(language="pl", text="niedawno", sent_at=now - timedelta(days=179))
    assert forget_messages() == 1
    assert list(ContactMessage.objects.values_list("pk", flat=True)) == [young.pk]
    assert old.pk != young.pk
    assert forget_old(now) == 0


def test_a_network_and_an_account_are_not_kept():
    kept = {field.name for field in ContactMessage._meta.get_fields()}
    assert kept == {
        "id", "language", "topic", "name", "email", "text", "sent_at", "mailed_at", "mail_tries", "answered_at",
        "answered_by",
    }  # fmt: skip
    assert contact.MOST_LINKS == 2
