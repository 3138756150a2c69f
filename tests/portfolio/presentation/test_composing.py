"""A learner puts a page together, opens it, takes it down and brings it back (issue 4, item 6)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from core.models import Activity
from core.refusals import Refusal
from credentials.models import Credential, Evidence
from people.models import User
from portfolio.models import PresentationPage
from portfolio.presentation_links import secret_of
from portfolio.selectors.presentation_pages import opened_by, presentation_of
from portfolio.services.composing import Changes, change, compose, delete
from portfolio.services.showing import open_page, withdraw_page
from tests.conftest import ClassOf
from tests.factories import AchievementFactory
from tests.portfolio.presentation.conftest import give


def code_of(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def names_on(draft: PresentationPage) -> list[str]:
    shown = presentation_of(PresentationPage.objects.select_related("owner").get(pk=draft.pk), timezone.now())
    return [badge.card.name for badge in shown.badges]


def opened(draft: PresentationPage) -> tuple[PresentationPage, str]:
    draft = open_page(draft, now=timezone.now())
    return draft, secret_of(draft.pk, draft.link)


def test_pr_02_a_new_page_is_seen_by_nobody(draft: PresentationPage) -> None:
    assert (draft.state(timezone.now()), draft.digest, draft.shown_name) == ("draft", None, "initials")
    assert opened_by(secret_of(draft.pk, draft.link), timezone.now()) is None
    assert names_on(draft) == ["Odznaka petycja", "Odznaka debata"]


def test_the_learners_own_name_of_it_is_in_their_language(badges: list[Credential], learner: User) -> None:
    with translation.override("pl"):
        page = compose(learner, "job", now=timezone.now())
    assert (page.label, page.language) == ("Do pracy", "pl")


def test_the_secret_has_160_bits_and_is_not_kept(draft: PresentationPage) -> None:
    draft, secret = opened(draft)

    row = PresentationPage.objects.filter(pk=draft.pk).values().get()
    assert (len(secret), secret in str(row)) == (32, False)
    assert opened_by(secret, timezone.now()) == draft
    assert opened_by(secret.lower(), timezone.now()) is None


def test_an_open_page_keeps_its_link_and_a_new_one_is_another(draft: PresentationPage) -> None:
    draft, first = opened(draft)
    assert opened(draft)[1] == first

    withdrawn = withdraw_page(draft, now=timezone.now())
    assert (withdrawn.state(timezone.now()), opened_by(first, timezone.now())) == ("withdrawn", None)

    _, second = opened(draft)
    assert second != first
    assert (opened_by(first, timezone.now()), opened_by(second, timezone.now())) == (None, draft)


def test_a_page_ends_by_itself(draft: PresentationPage) -> None:
    draft = change(draft, Changes(days=30), now=timezone.now())
    draft, secret = opened(draft)
    almost, after = timezone.now() + timedelta(days=29), timezone.now() + timedelta(days=31)

    assert (opened_by(secret, almost), opened_by(secret, after)) == (draft, None)
    assert draft.state(after) == "expired"


def test_a_closed_account_shows_nothing(draft: PresentationPage, learner: User) -> None:
    draft, secret = opened(draft)
    User.objects.filter(pk=learner.pk).update(is_active=False)
    assert opened_by(secret, timezone.now()) is None


def test_deleting_the_person_deletes_their_pages(db: None) -> None:
    owner = User.objects.create_user("na-chwile", born_on=timezone.localdate() - timedelta(days=8000))
    page = compose(owner, "other", now=timezone.now())
    owner.delete()
    assert not PresentationPage.objects.filter(pk=page.pk).exists()


def test_what_was_taken_back_or_reported_is_not_shown(
    draft: PresentationPage, badges: list[Credential]
) -> None:
    Credential.objects.filter(pk=badges[0].pk).update(state="revoked")
    assert names_on(draft) == ["Odznaka petycja"]

    badges[1].achievement.hidden_at = timezone.now()
    badges[1].achievement.save()
    assert names_on(draft) == []
    assert code_of(lambda: open_page(draft, now=timezone.now())) == "NOTHING_TO_SHOW"


def test_a_badge_that_is_over_says_so(draft: PresentationPage, badges: list[Credential]) -> None:
    Credential.objects.filter(pk=badges[0].pk).update(valid_until=timezone.now() - timedelta(days=1))
    shown = presentation_of(draft, timezone.now())
    assert [badge.expired for badge in shown.badges] == [False, True]


def test_badges_stand_in_the_order_of_the_learner(draft: PresentationPage, badges: list[Credential]) -> None:
    change(draft, Changes(badges=badges), now=timezone.now())
    assert names_on(draft) == ["Odznaka debata", "Odznaka petycja"]


def test_only_ones_own_signed_badges_can_be_chosen(
    draft: PresentationPage, learner: User, class_2b: ClassOf, issuer
) -> None:
    fresh = give(AchievementFactory(issuer=issuer), learner, class_2b, signed=False)
    foreign = give(AchievementFactory(issuer=issuer), class_2b.students[1], class_2b)

    for one in (fresh, foreign):
        assert (
            code_of(lambda one=one: change(draft, Changes(badges=[one]), now=timezone.now()))
            == "NOT_SIGNED_YET"
        )
    assert names_on(draft) == ["Odznaka petycja", "Odznaka debata"]


def test_accepted_work_can_stand_with_its_badge(
    draft: PresentationPage, badges: list[Credential], work: Evidence
) -> None:
    change(draft, Changes(evidence=[work]), now=timezone.now())
    shown = presentation_of(draft, timezone.now())
    assert [[piece.text for piece in badge.work] for badge in shown.badges] == [[], ["Moja petycja o ławki"]]

    change(draft, Changes(badges=[badges[1]]), now=timezone.now())
    assert not draft.evidence.exists()


@pytest.mark.parametrize(
    "sensitivity", ["may_reveal_opinions", "may_contain_image", "may_contain_third_party_data"]
)
def test_sensitive_work_never_stands_on_a_page(
    draft: PresentationPage, work: Evidence, sensitivity: str
) -> None:
    change(draft, Changes(evidence=[work]), now=timezone.now())
    Evidence.objects.update(sensitivity=sensitivity)

    assert [badge.work for badge in presentation_of(draft, timezone.now()).badges] == [(), ()]
    assert code_of(lambda: change(draft, Changes(evidence=[work]), now=timezone.now())) == "NOT_ON_A_PAGE"


def test_work_of_somebody_else_never_stands_on_a_page(
    draft: PresentationPage, badges: list[Credential], class_2b: ClassOf
) -> None:
    theirs = Evidence.objects.create(owner=class_2b.students[1], kind="text", text="Nie moje")
    badges[0].evidence.add(theirs)
    assert code_of(lambda: change(draft, Changes(evidence=[theirs]), now=timezone.now())) == "NOT_ON_A_PAGE"


def test_ten_pages_are_enough(learner: User) -> None:
    for _ in range(10):
        compose(learner, "other", now=timezone.now())
    assert code_of(lambda: compose(learner, "other", now=timezone.now())) == "TOO_MANY_PAGES"
    assert PresentationPage.objects.filter(owner=learner).count() == 10


@pytest.mark.parametrize(
    "changes, code",
    [
        (Changes(look="neon"), "LOOK"),
        (Changes(days=9999), "DAYS"),
        (Changes(shown_name="nickname"), "NICKNAME_MISSING"),
        (Changes(shown_name="whoever"), "SHOWN_NAME"),
        (Changes(label=" "), "TEXT_EMPTY"),
        (Changes(about="a" * 1001), "TEXT_TOO_LONG"),
        (Changes(headline="\u202eodwrócone"), "TEXT_CONTROL"),
    ],
)
def test_a_wrong_choice_changes_nothing(draft: PresentationPage, changes: Changes, code: str) -> None:
    before = PresentationPage.objects.values().get()
    assert code_of(lambda: change(draft, changes, now=timezone.now())) == code
    assert PresentationPage.objects.values().get() == before


def test_facts_reach_the_learner_alone(draft: PresentationPage, learner: User) -> None:
    draft, _ = opened(draft)
    withdraw_page(draft, now=timezone.now())
    delete(draft)
    facts = list(Activity.objects.filter(fact__startswith="portfolio.").values_list("fact", "scope"))
    assert facts == [
        ("portfolio.PresentationChanged", None),
        ("portfolio.PresentationOpened", None),
        ("portfolio.PresentationWithdrawn", None),
        ("portfolio.PresentationChanged", None),
    ]
