"""Below 16 a guardian agrees to one page with what stands on it, and closes it again (product.md, part 5)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone, translation

from credentials.models import Achievement, Evidence
from people.consent_texts import text_for
from people.models import Consent, User
from people.services.consents import answer, ask_consent, withdraw
from people.services.own_settings import change_settings
from portfolio.models import PresentationPage
from portfolio.presentation_links import secret_of
from portfolio.selectors.presentation_pages import opened_by
from portfolio.services.composing import Changes, change, compose
from portfolio.services.showing import open_page
from tests.conftest import ClassOf
from tests.portfolio.presentation.conftest import give
from tests.portfolio.presentation.test_composing import code_of


@pytest.fixture
def young_page(young: User, achievements: list[Achievement], class_2b: ClassOf) -> PresentationPage:
    give(achievements[0], young, class_2b)
    return compose(young, "university", now=timezone.now())


def agree(draft: PresentationPage) -> str:
    """A guardian says yes. Answers the secret of their link."""
    text = text_for(draft.owner, "presentation", draft.pk)
    _, url = ask_consent(draft.owner, "presentation", draft.pk, text=text, actor=draft.owner, language="pl")
    secret = url.rpartition("/")[2]
    answer(secret, agree=True, given_by="Ewa Kanarek")
    return secret


def is_open(draft: PresentationPage) -> bool:
    row = PresentationPage.objects.get(pk=draft.pk)
    return opened_by(secret_of(row.pk, row.link), timezone.now()) is not None


def test_without_a_word_of_a_guardian_nothing_opens(young_page: PresentationPage) -> None:
    assert code_of(lambda: open_page(young_page, now=timezone.now())) == "NEEDS_GUARDIAN"
    assert not is_open(young_page)


def test_an_unknown_age_needs_a_guardian_too(young_page: PresentationPage, young: User) -> None:
    User.objects.filter(pk=young.pk).update(born_on=None)
    assert code_of(lambda: open_page(young_page, now=timezone.now())) == "NEEDS_GUARDIAN"


def test_the_guardian_reads_all_that_stands_on_the_page(young_page: PresentationPage) -> None:
    (badge,) = young_page.presented.all()
    piece = Evidence.objects.create(owner=young_page.owner, kind="text", text="Moja mowa o ławkach " * 9)
    badge.credential.evidence.add(piece)
    change(young_page, Changes(headline="Lubię debaty", evidence=[piece]), now=timezone.now())
    with translation.override("en"):
        text = text_for(young_page.owner, "presentation", young_page.pk)
    assert text.splitlines()[2:6] == [
        "The page calls its owner: U.K.",
        "Badges: Odznaka debata (en)",
        "Own work (Text): Moja mowa o ławkach Moja mowa o ławkach Moja mowa o …",
        "In their own words: “Lubię debaty”",
    ]


def test_agreed_it_opens_and_taken_back_it_closes_at_once(young_page: PresentationPage) -> None:
    link = agree(young_page)
    open_page(young_page, now=timezone.now())
    assert is_open(young_page)

    withdraw(link)
    assert not is_open(young_page)


def test_taking_back_closes_the_link_for_good(
    young_page: PresentationPage, django_capture_on_commit_callbacks
) -> None:
    link = agree(young_page)
    open_page(young_page, now=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(link)
    young_page.refresh_from_db()
    assert (young_page.digest, young_page.state(timezone.now())) == (None, "withdrawn")


def test_a_change_has_to_be_agreed_to_again(young_page: PresentationPage) -> None:
    agree(young_page)
    open_page(young_page, now=timezone.now())

    change(young_page, Changes(about="Coś nowego"), now=timezone.now())
    assert not is_open(young_page)
    assert code_of(lambda: open_page(young_page, now=timezone.now())) == "NEEDS_GUARDIAN"

    agree(young_page)
    open_page(young_page, now=timezone.now())
    assert is_open(young_page)


def test_another_nickname_has_to_be_agreed_to_again(
    young_page: PresentationPage, django_capture_on_commit_callbacks
) -> None:
    def call(nickname: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            change_settings(young_page.owner, nickname=nickname, celebrations=False)

    call("Sowa")
    change(young_page, Changes(shown_name="nickname"), now=timezone.now())
    agree(young_page)
    # Agreed to but not open yet.
    call("Puszczyk")
    assert code_of(lambda: open_page(young_page, now=timezone.now())) == "NEEDS_GUARDIAN"

    agree(young_page)
    open_page(young_page, now=timezone.now())
    call("Puszczyk")
    assert is_open(young_page)
    call("Coś, na co nikt się nie zgodził")
    assert not is_open(young_page)


def test_one_page_is_not_another(young_page: PresentationPage, young: User) -> None:
    agree(young_page)
    other = compose(young, "job", now=timezone.now())
    assert code_of(lambda: open_page(other, now=timezone.now())) == "NEEDS_GUARDIAN"


def test_consent_to_share_badges_opens_no_page(young_page: PresentationPage, young: User) -> None:
    Consent.objects.create(
        subject=young, purpose="sharing", text="Tak", digest="x" * 64, given_by="Ewa", given_at=timezone.now(),
        answer_until=timezone.now(),
    )  # fmt: skip
    assert code_of(lambda: open_page(young_page, now=timezone.now())) == "NEEDS_GUARDIAN"


def test_the_full_name_waits_until_16(young_page: PresentationPage) -> None:
    wanted = Changes(shown_name="full")
    assert code_of(lambda: change(young_page, wanted, now=timezone.now())) == "FULL_NAME_LATER"


def test_nobody_is_asked_about_an_empty_page(young: User) -> None:
    empty = compose(young, "job", now=timezone.now())
    assert code_of(lambda: text_for(young, "presentation", empty.pk)) == "NOTHING_TO_SHOW"
    change(empty, Changes(about="Prowadzę koło szachowe."), now=timezone.now())
    text = text_for(young, "presentation", empty.pk)
    assert "Prowadzę koło szachowe." in text
    assert "Odznaki:" not in text


@pytest.mark.parametrize("whose", ["of nobody", "of another"])
def test_nobody_is_asked_about_what_is_not_theirs(whose: str, young: User, draft: PresentationPage) -> None:
    about = draft.pk if whose == "of another" else None
    assert code_of(lambda: text_for(young, "presentation", about)) == "CONSENT_NOT_NEEDED"


def test_the_guardian_agrees_on_a_page_in_their_language(young_page: PresentationPage) -> None:
    text = text_for(young_page.owner, "presentation", young_page.pk)
    _, url = ask_consent(
        young_page.owner, "presentation", young_page.pk, text=text, actor=young_page.owner, language="pl"
    )
    shown = Client(headers={"accept-language": "uk"}).get(url[url.index("/consent/") :])
    assert (shown.status_code, "Odznaka debata (uk)" in shown.content.decode()) == (200, True)
