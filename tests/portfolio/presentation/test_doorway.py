"""`/p/<secret>` for strangers, and the preview for the learner alone."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from credentials.models import Credential, Evidence
from credentials.services.uploading import store_upload
from people.models import User
from portfolio.models import PresentationPage
from portfolio.presentation_links import path_of, secret_of
from portfolio.services.composing import Changes, change
from portfolio.services.showing import open_page, withdraw_page
from tests.asking import client_of
from tests.conftest import ClassOf

PDF = b"%PDF-1.7 praca"


@pytest.fixture
def path(draft: PresentationPage) -> str:
    draft = open_page(draft, now=timezone.now())
    return path_of(secret_of(draft.pk, draft.link))


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("language, word", [("pl", "2 odznaki"), ("en", "2 badges"), ("uk", "2 бейджі")])
def test_a_stranger_reads_it_in_their_language(path: str, language: str, word: str) -> None:
    answer = Client(headers={"accept-language": language}).get(path)
    assert (answer.status_code, answer["Content-Language"]) == (200, language)
    assert word in text_of(answer)


def test_pr_01_it_says_initials_and_no_more(path: str, learner: User) -> None:
    # The secret of the link is letters by chance, and may well spell the name of a class.
    shown = Client().get(path).content.decode().replace(path.rstrip("/").rpartition("/")[2], "")
    assert "U.K." in shown
    for secret in (learner.given_name, learner.family_name, str(learner.pk), learner.username, "2B", "Anna"):
        assert secret not in shown, secret


def test_op_04_nothing_keeps_or_finds_it(path: str) -> None:
    answer = Client().get(path)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()
    assert path not in Client().get("/sitemap.xml").content.decode()


def test_au_06_unknown_withdrawn_and_expired_are_one_answer(path: str, draft: PresentationPage) -> None:
    unknown = Client().get(f"/p/{'0' * 32}")
    assert Client().get(path).status_code == 200

    PresentationPage.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    expired = Client().get(path)
    withdraw_page(draft, now=timezone.now())
    withdrawn = Client().get(path)

    def told(answer) -> tuple[int, str]:
        # The language switch comes back to the address that was asked for; every answer has a number of its own.
        return answer.status_code, re.sub(r"/p/\w{32}| · [\w-]+</p>", "", answer.content.decode())

    assert told(expired) == told(withdrawn) == told(unknown)
    assert unknown.status_code == 404


def test_views_are_counted_without_whose(path: str, learner: User) -> None:
    Client().get(path)
    Client(headers={"user-agent": "Mozilla/5.0 (Linux; Android 14)"}).get(path)
    for uncounted in (client_of(learner), Client(headers={"user-agent": "WhatsApp/2"})):
        uncounted.get(path)
    Client().head(path)
    Client(headers={"sec-purpose": "prefetch"}).get(path)

    assert PresentationPage.objects.get().views == 2


def test_a_badge_on_it_can_be_checked_and_no_other(
    path: str, draft: PresentationPage, badges: list[Credential]
) -> None:
    change(draft, Changes(badges=[badges[0]]), now=timezone.now())

    shown = Client(headers={"accept-language": "pl"}).get(f"{path}/badges/{badges[0].pk}")
    assert (shown.status_code, "Ta odznaka jest prawdziwa i ważna." in text_of(shown)) == (200, True)
    assert ("U.K." in text_of(shown), "Kanarek" in text_of(shown)) == (True, False)
    assert Client().get(f"{path}/badges/{badges[1].pk}").status_code == 404
    assert Client().get(f"/credentials/{badges[0].pk}").status_code == 404


def test_a_file_on_it_opens_with_the_page_and_closes_with_it(
    path: str, draft: PresentationPage, learner: User, badges: list[Credential], settings, tmp_path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    upload = store_upload(learner, key=uuid4(), content=PDF)
    piece = Evidence.objects.create(owner=learner, kind="pdf", upload=upload)
    badges[0].evidence.add(piece)
    address = f"{path}/work/{piece.pk}"
    assert Client().get(address).status_code == 404

    change(draft, Changes(evidence=[piece]), now=timezone.now())
    found = Client().get(address)
    assert (found.content, found["Content-Disposition"].split(";")[0], found["Cache-Control"]) == (
        PDF,
        "attachment",
        "private, no-store",
    )
    assert Client().get(f"/media/{upload.pk}").status_code == 404

    withdraw_page(draft, now=timezone.now())
    assert Client().get(address).status_code == 404


def test_tx_01_hostile_words_are_text(
    path: str, draft: PresentationPage, work: Evidence, learner: User
) -> None:
    script = "<script>alert(1)</script>"
    User.objects.filter(pk=learner.pk).update(nickname="<img src=x onerror=alert(1)>")
    draft.owner.refresh_from_db()
    Evidence.objects.filter(pk=work.pk).update(text=script)
    change(
        draft,
        Changes(headline=script, about=script, shown_name="nickname", evidence=[work]),
        now=timezone.now(),
    )

    shown = Client().get(path).content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3


def test_only_the_learner_previews_and_sees_what_a_stranger_would(
    path: str, draft: PresentationPage, learner: User, class_2b: ClassOf, badges: list[Credential]
) -> None:
    preview = f"/p/preview/{draft.pk}"
    seen = client_of(learner).get(preview)
    stranger = Client().get(path)

    def inside(answer) -> str:
        main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
        assert main is not None
        screen = re.sub(r'<p class="fine presentation-address">.*?</p>\n', "", main.group())
        return re.sub(r"\n+", "\n", re.sub(r"/p/(preview/[\w-]+|\w+)", "/p/", screen))

    assert inside(seen) == inside(stranger)
    assert "frame-ancestors 'self'" in seen["Content-Security-Policy"]
    assert client_of(learner).get(f"{preview}/badges/{badges[0].pk}").status_code == 200
    for other in (class_2b.teacher, class_2b.students[1], None):
        assert client_of(other).get(preview).status_code == 404


@pytest.mark.parametrize("how_many", [1, 2])
def test_the_page_costs_the_same_at_any_number(
    how_many: int, path: str, draft: PresentationPage, badges: list[Credential], django_assert_num_queries
) -> None:
    change(draft, Changes(badges=badges[:how_many]), now=timezone.now())
    visitor = Client()
    visitor.get(path)
    # The page with its owner, its badges, their work, own words, the view.
    with django_assert_num_queries(5):
        visitor.get(path)
