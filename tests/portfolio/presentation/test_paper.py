"""The page as a PDF: the same words for the same readers, gone when the page is gone."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from credentials.models import Credential, Evidence
from credentials.services.uploading import store_upload
from people.models import User
from portfolio.models import OwnSkill, PresentationPage, SpokenLanguage
from portfolio.presentation_links import path_of, secret_of
from portfolio.services.composing import Changes, change
from portfolio.services.showing import open_page, withdraw_page
from tests.asking import client_of


@pytest.fixture
def path(draft: PresentationPage) -> str:
    draft = open_page(draft, now=timezone.now())
    return f"{path_of(secret_of(draft.pk, draft.link))}.pdf"


def text_of(answer) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


def test_a_stranger_keeps_what_they_read(path: str, draft: PresentationPage, learner: User) -> None:
    SpokenLanguage.objects.create(person=learner, code="uk", level="b2")
    skill = OwnSkill.objects.create(person=learner, text="Gram na bębnach 😀", area="dialogue")
    words = "Debaty\n\n#panic() <b>i</b> petycje"
    change(draft, Changes(about=words, skills=[skill], with_languages=True), now=timezone.now())
    answer = Client().get(path)
    text = text_of(answer)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    for said in ("U.K.", "#panic() <b>i</b> petycje", "Gram na bębnach", "ukraiński", "2 odznaki"):
        assert said in text, said
    for secret in (learner.family_name, learner.username, "2B"):
        assert secret not in text + answer["Content-Disposition"], secret


def test_pr_01_the_file_is_named_neutrally_and_tagged(path: str) -> None:
    answer = Client(headers={"accept-language": "uk"}).get(path)
    assert answer["Content-Disposition"] == f'attachment; filename="badges-{timezone.now():%Y-%m-%d}.pdf"'
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        with pdf.open_metadata() as said:
            assert (said["pdfuaid:part"], said["pdfaid:part"]) == ("1", "3")
        assert str(pdf.Root.Lang) == "uk"
        assert str(pdf.docinfo["/Title"]) == "U.K."


def test_a_photo_is_on_it_in_the_size_of_the_paper(
    path: str, draft: PresentationPage, badges: list[Credential], learner: User, settings, tmp_path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    photo = BytesIO()
    Image.effect_noise((2000, 1500), 90).save(photo, "JPEG")
    upload = store_upload(learner, key=uuid4(), content=photo.getvalue())
    piece = Evidence.objects.create(owner=learner, kind="photo", upload=upload)
    badges[0].evidence.add(piece)
    change(draft, Changes(evidence=[piece]), now=timezone.now())
    content = Client().get(path).content
    (picture,) = [
        one for page in PdfReader(BytesIO(content)).pages for one in page.images if one.name.endswith("jpg")
    ]
    assert picture.image is not None
    assert max(picture.image.size) == 720
    assert len(content) < 600_000


def test_a_page_that_is_gone_prints_nothing(path: str, draft: PresentationPage) -> None:
    PresentationPage.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(path).status_code == 404
    withdraw_page(draft, now=timezone.now())
    assert Client().get(path).status_code == 404


def test_its_owner_prints_a_draft_without_a_code_and_nobody_else_does(
    draft: PresentationPage, learner: User, teacher: User
) -> None:
    own = client_of(learner).get(f"/p/preview/{draft.pk}.pdf")
    assert "2 odznaki" in text_of(own)
    assert "Zeskanuj" not in text_of(own)
    for other in (Client(), client_of(teacher)):
        assert other.get(f"/p/preview/{draft.pk}.pdf").status_code == 404


def test_printing_is_no_view(path: str, draft: PresentationPage) -> None:
    Client().get(path)
    draft.refresh_from_db()
    assert draft.views == 0
