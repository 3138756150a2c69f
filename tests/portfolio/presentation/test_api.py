"""A presentation page through GraphQL, as the phone composes it."""

from __future__ import annotations

import pytest

from credentials.models import Credential, Evidence
from people.models import User
from portfolio.models import PresentationPage
from tests.asking import ask, client_of
from tests.conftest import ClassOf

SCREEN = """presentation { card { id label state badges views } headline shownName look days url qrSvg needsGuardian
  approved names { code name possible } looks { code } choices { id name chosen work { id glimpse chosen } } }"""
COMPOSE = f"mutation($purpose: String!) {{ composePresentation(purpose: $purpose) {{ {SCREEN} errors {{ code }} }} }}"
CHANGE = f"""mutation($id: ID!, $badges: [ID!], $work: [ID!], $headline: String, $look: String) {{
  changePresentation(presentationPageId: $id, badgeIds: $badges, evidenceIds: $work, headline: $headline, look: $look)
  {{ {SCREEN} errors {{ code field }} }} }}"""
OPEN = f"mutation($id: ID!) {{ openPresentation(presentationPageId: $id) {{ {SCREEN} errors {{ code }} }} }}"
WITHDRAW = (
    f"mutation($id: ID!) {{ withdrawPresentation(presentationPageId: $id) {{ {SCREEN} errors {{ code }} }} }}"
)
DELETE = "mutation($id: ID!) { deletePresentation(presentationPageId: $id) { errors { code } } }"
LIST = "{ myPresentations { id label state stateLabel openUntil views badges } }"


def test_compose_share_and_take_down(badges: list[Credential], work: Evidence, learner: User) -> None:
    made = ask(learner, COMPOSE, purpose="university").data["presentation"]
    page = made["card"]["id"]
    assert (made["card"]["state"], made["card"]["badges"], made["url"]) == ("draft", 2, "")
    assert [one["possible"] for one in made["names"]] == [True, False, True]

    changed = ask(
        learner,
        CHANGE,
        id=page,
        badges=[badges[0].pk],
        work=[work.pk],
        headline="Debaty i petycje",
        look="night",
    ).data["presentation"]
    assert [(one["name"], one["chosen"]) for one in changed["choices"]] == [
        ("Odznaka debata", True),
        ("Odznaka petycja", False),
    ]
    assert changed["choices"][0]["work"] == [
        {"id": str(work.pk), "glimpse": "Moja petycja o ławki", "chosen": True}
    ]

    opened = ask(learner, OPEN, id=page).data["presentation"]
    assert (opened["card"]["state"], opened["qrSvg"].startswith("<svg")) == ("open", True)
    path = opened["url"][opened["url"].index("/p/") :]
    assert client_of(None).get(path).status_code == 200

    listed = ask(learner, LIST).data
    assert [(one["state"], one["views"]) for one in listed] == [("open", 1)]

    assert ask(learner, WITHDRAW, id=page).data["presentation"]["url"] == ""
    assert client_of(None).get(path).status_code == 404
    assert ask(learner, DELETE, id=page).data == {"errors": []}
    assert not PresentationPage.objects.exists()


@pytest.mark.parametrize("document", [CHANGE, OPEN, WITHDRAW, DELETE])
def test_nobody_else_reaches_it(document: str, draft: PresentationPage, class_2b: ClassOf) -> None:
    before = PresentationPage.objects.values().get()
    for person in (class_2b.teacher, class_2b.students[1]):
        assert ask(person, document, id=draft.pk).code == "NOT_FOUND"
    assert PresentationPage.objects.values().get() == before


def test_somebody_elses_badge_cannot_be_put_on(
    draft: PresentationPage, learner: User, class_2b: ClassOf
) -> None:
    theirs = Credential.objects.filter(recipient=learner).first()
    other = ask(class_2b.students[1], COMPOSE, purpose="job").data["presentation"]["card"]["id"]
    assert ask(class_2b.students[1], CHANGE, id=other, badges=[theirs.pk]).code == "NOT_FOUND"


@pytest.mark.parametrize("how_many", [1, 2])
def test_the_screen_costs_the_same_at_any_number(
    how_many: int,
    badges: list[Credential],
    draft: PresentationPage,
    work: Evidence,
    django_assert_num_queries,
) -> None:
    from django.utils import timezone

    from portfolio.selectors.presentation_screens import presentation_screen

    draft.presented.filter(position__gte=how_many).delete()
    # Places, badges, chosen work, work, its badges, languages, chosen words, words.
    with django_assert_num_queries(8):
        presentation_screen(draft, timezone.now())
