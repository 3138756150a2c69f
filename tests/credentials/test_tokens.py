"""The VC-JWT of a badge and the drawing with the badge in it: made once, for whom the badge is shown, checked by us."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from credentials.enums import DocumentForm
from credentials.models import IssuedDocument
from credentials.open_badges.verification import Overall
from credentials.selectors.verdicts import judge
from credentials.services.awarding import award
from credentials.services.issuing import issue_due
from credentials.services.revoking import revoke
from credentials.services.sharing import share, withdraw_shares
from credentials.services.tokens import token_of
from tests.asking import client_of
from tests.factories import AchievementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(class_2b, teacher, pa1, issuer):
    done = award(AchievementFactory(issuer=issuer), [pa1], actor=teacher, group=class_2b.group)
    done.batch.undo_until = timezone.now() - timedelta(minutes=1)
    done.batch.save()
    issue_due(timezone.now())
    held = done.credentials[0]
    held.refresh_from_db()
    return held


def verdict(content: bytes) -> Overall:
    return judge(content, now=timezone.now() + timedelta(seconds=1)).overall


def test_the_token_is_made_once_and_is_valid_here(held):
    first = token_of(held.pk, now=timezone.now())

    assert token_of(held.pk, now=timezone.now() + timedelta(days=1)) == first
    assert verdict(first) == Overall.VALID
    assert IssuedDocument.objects.filter(credential=held).count() == 2


def test_nobody_has_a_token_of_what_nobody_holds(class_2b, teacher, pa1, issuer):
    done = award(AchievementFactory(issuer=issuer), [pa1], actor=teacher, group=class_2b.group)

    assert token_of(done.credentials[0].pk, now=timezone.now()) is None
    assert not IssuedDocument.objects.filter(form=DocumentForm.OB3_JWT).exists()


def test_cr_07_revoking_takes_both_representations_back(held, teacher):
    token = token_of(held.pk, now=timezone.now())
    revoke(held, actor=teacher, reason="Pomyłka", now=timezone.now())

    assert verdict(token) == Overall.REVOKED
    assert token_of(held.pk, now=timezone.now()) == token
    assert IssuedDocument.objects.filter(credential=held, revoked=True).count() == 2


def test_a_revoked_badge_gets_no_new_token(held, teacher):
    revoke(held, actor=teacher, reason="Pomyłka", now=timezone.now())

    assert token_of(held.pk, now=timezone.now()) is None


@pytest.mark.parametrize(("form", "content_type"), [("jwt", "application/vc+jwt"), ("svg", "image/svg+xml")])
def test_owner_and_who_has_the_link_download_it_and_nobody_else(held, pa1, pa2, client, form, content_type):
    address = f"/credentials/{held.pk}.{form}"
    link = share(held, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now()).address
    secret = link.partition("?")[2]
    answers = [client_of(pa1).get(address), client.get(f"{address}?{secret}")]

    assert [(one.status_code, one.headers["Content-Type"]) for one in answers] == [(200, content_type)] * 2
    assert answers[0].content == answers[1].content
    assert verdict(answers[0].content) == Overall.VALID
    assert "no-store" in answers[1].headers["Cache-Control"]
    assert [one.get(address).status_code for one in (client, client_of(pa2))] == [404, 404]
    withdraw_shares(held, owner=pa1, now=timezone.now())
    assert client.get(f"{address}?{secret}").status_code == 404


def test_the_verify_page_reads_both(held, pa1, client):
    for form in ("jwt", "svg"):
        content = client_of(pa1).get(f"/credentials/{held.pk}.{form}").content
        file = SimpleUploadedFile(f"odznaka.{form}", content)
        page = client.post("/verify/", {"file": file}).content.decode()
        assert "Ta odznaka jest prawdziwa i ważna." in page


def test_a_machine_asks_for_the_token_by_its_type(held, pa1):
    answer = client_of(pa1).get(f"/credentials/{held.pk}", headers={"accept": "application/vc+jwt"})

    assert answer.headers["Content-Type"] == "application/vc+jwt"
    assert verdict(answer.content) == Overall.VALID
