"""The ladder of trust, and who may lift a club badge on it."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.access import may, visible_to
from core.refusals import Refusal
from credentials.models import Achievement, Endorsement
from credentials.rules import ENDORSE, VIEW_ENDORSEMENT, WITHDRAW_ENDORSEMENT
from credentials.selectors.public_pages import words_of
from credentials.selectors.trust import endorsements_of, ladder, ladders
from credentials.services.club_badges import make
from credentials.services.endorsing import endorse, withdraw
from people import reporting
from people.enums import Role
from people.models import Group
from tests.credentials.designs import HELPING, payloads
from tests.credentials.marked import rung_marked_in
from tests.factories import AchievementFactory, MembershipFactory, UserFactory

NOBODY = AnonymousUser()


@pytest.fixture
def badge(club, leader):
    return make(club, design=HELPING, actor=leader)


@pytest.fixture
def neighbour(db):
    """A grown-up who works nowhere here."""
    return UserFactory(username="neighbour", given_name="Jan", family_name="Sąsiad", born_on=date(1980, 1, 1))


@pytest.fixture
def young(club, pa1):
    """A member under 18."""
    pa1.born_on = date(timezone.localdate().year - 15, 1, 1)
    pa1.save()
    MembershipFactory(group=club, user=pa1, role=Role.MEMBER)
    return pa1


def stands(badge) -> tuple[str, str]:
    badge = Achievement.objects.select_related("issuer", "club__parent").get(pk=badge.pk)
    found = ladder(badge, "en")
    return found.rung, found.line


def test_the_four_rungs(badge, issuer):
    digital = AchievementFactory(issuer=issuer)
    micro = AchievementFactory(issuer=issuer, kind="microcredential")
    with CaptureQueriesContext(connection) as queries:
        found = ladders(Achievement.objects.select_related("issuer", "club__parent"), "en")
    assert len(queries) == 2  # the achievements, and the endorsements of club badges
    assert {found[one.pk].rung for one in (badge, digital, micro)} == {
        "club_badge", "digital_badge", "microcredential",
    }  # fmt: skip
    assert [step.code for step in found[badge.pk].rungs] == [
        "club_badge", "endorsed", "digital_badge", "microcredential",
    ]  # fmt: skip
    assert found[digital.pk].line == "lo-a (en) answers for it."


def test_it_says_who_vouches_and_when_nobody_does(badge, club):
    assert stands(badge) == (
        "club_badge",
        "The club Klub Rozmów values this. LO A vouches for its leader; no issuer stands behind it.",
    )
    Group.objects.filter(pk=club.pk).update(parent=None)
    assert stands(badge) == (
        "club_badge", "The club Klub Rozmów values this. Nobody outside the club stands behind it.",
    )  # fmt: skip


def test_a_school_a_teacher_and_a_neighbour_lift_it(badge, coordinator, school_a, teacher_c, neighbour):
    endorse(badge, by=neighbour, text="Pomogli mi wnieść szafę.")
    endorse(badge, by=teacher_c)
    endorse(badge, by=coordinator, group=school_a.group, text="Znamy ten klub.")
    rung, line = stands(badge)
    assert rung == "endorsed"
    assert line == (
        "The club Klub Rozmów values this. LO A vouches for its leader and endorses the badge; "
        "no issuer stands behind it. Endorsed by: 2 people."
    )
    shown = endorsements_of(badge, neighbour)
    assert [(one.by, one.text, one.mine) for one in shown] == [
        ("LO A", "Znamy ten klub.", False),
        ("Anna Uczy-2c", "", False),
        ("J.S.", "Pomogli mi wnieść szafę.", True),
    ]


def test_a_club_does_not_lift_its_own_badge(badge, leader, member, young):
    with pytest.raises(Refusal) as refusal:
        endorse(badge, by=leader)
    assert refusal.value.code == "OWN_BADGE"
    endorse(badge, by=member, text="Zasłużone!")
    endorse(badge, by=young, text="Super")
    assert stands(badge)[0] == "club_badge"
    assert len(endorsements_of(badge, NOBODY)) == 2


def test_nobody_under_18_is_named(badge, young):
    young.nickname = "Kanarek"
    young.save()
    endorse(badge, by=young, text="Super")
    line = endorsements_of(badge, NOBODY)[0]
    assert (line.by, line.text) == ("członek klubu", "Super")


def test_a_student_of_unknown_age_is_a_minor(badge, pc):
    pc.born_on = None
    pc.save()
    assert not may(pc, ENDORSE, badge)
    with pytest.raises(Refusal) as refusal:
        endorse(badge, by=pc)
    assert refusal.value.code == "NOT_YOUR_NAME"


def test_who_may_endorse(badge, leader, member, young, pc, teacher, neighbour, coordinator):
    assert [may(one, ENDORSE, badge) for one in (member, young, teacher, neighbour, coordinator, pc, NOBODY)] == [
        True, True, True, True, True, False, False,
    ]  # fmt: skip


def test_a_badge_of_an_issuer_needs_no_endorsement(issuer, neighbour):
    digital = AchievementFactory(issuer=issuer)
    assert not may(neighbour, ENDORSE, digital)
    with pytest.raises(Refusal) as refusal:
        endorse(digital, by=neighbour)
    assert refusal.value.code == "NOT_A_CLUB_BADGE"


@pytest.mark.parametrize("who", ["teacher", "leader", "neighbour", "pa1"])
def test_only_the_coordinator_speaks_for_the_school(who, badge, school_a, issuer, request):
    person = request.getfixturevalue(who)
    for name in ({"group": school_a.group}, {"issuer": issuer}):
        with pytest.raises(Refusal) as refusal:
            endorse(badge, by=person, **name)
        assert refusal.value.code == "NOT_YOUR_NAME"
    assert not Endorsement.objects.exists()


def test_an_issuer_endorses_while_it_stands(badge, coordinator, issuer):
    endorse(badge, by=coordinator, issuer=issuer)
    assert stands(badge)[1].endswith("Endorsed by: lo-a (en).")
    issuer.standing = "suspended"
    issuer.save()
    with pytest.raises(Refusal):
        endorse(badge, by=coordinator, issuer=issuer, text="Dalej")


def test_the_same_again_changes_nothing_and_other_words_replace(badge, neighbour):
    first = endorse(badge, by=neighbour, text="Tak")
    assert endorse(badge, by=neighbour, text="Tak") == first
    endorse(badge, by=neighbour, text="Tak, bardzo")
    assert [one.text for one in Endorsement.objects.all()] == ["Tak, bardzo"]


def test_withdrawn_it_falls_back(badge, neighbour, member):
    mine = endorse(badge, by=neighbour)
    assert may(neighbour, WITHDRAW_ENDORSEMENT, mine)
    assert not may(member, WITHDRAW_ENDORSEMENT, mine)
    withdraw(mine, actor=neighbour, now=timezone.now())
    withdraw(mine, actor=neighbour, now=timezone.now())
    assert stands(badge)[0] == "club_badge"
    assert list(visible_to(neighbour, Endorsement)) == []
    assert endorse(badge, by=neighbour).pk != mine.pk


def test_reported_it_disappears_until_somebody_decides(
    badge, neighbour, member, django_capture_on_commit_callbacks
):
    mine = endorse(badge, by=neighbour, text="Brzydkie słowo")
    desk, row = reporting.seen_by(member, "credentials.Endorsement", mine.pk)
    assert (desk.snapshot(row), desk.author_of(row)) == ("Brzydkie słowo", neighbour)
    assert words_of(badge.current_version_id).endorsements != ()
    with django_capture_on_commit_callbacks(execute=True):
        desk.hide(row)
    mine.refresh_from_db()
    assert endorsements_of(badge, NOBODY) == ()
    # Also on pages of shared badges, which remember the words beside a badge.
    assert words_of(badge.current_version_id).endorsements == ()
    assert stands(badge)[0] == "club_badge"
    assert not may(member, VIEW_ENDORSEMENT, mine)
    with pytest.raises(Refusal) as refusal:
        endorse(badge, by=neighbour, text="Inne słowo")
    assert refusal.value.code == "ENDORSEMENT_HIDDEN"
    desk.restore(row)
    assert stands(badge)[0] == "endorsed"


@pytest.mark.parametrize("payload", payloads())
def test_tx_01_a_hostile_endorsement_is_text_on_the_page(payload, badge, neighbour, client):
    neighbour.nickname = payload[:40]
    neighbour.save()
    endorse(badge, by=neighbour, text=payload)
    text = client.get(f"/achievements/{badge.slug}/v1").content.decode()
    assert payload not in text
    assert payload[:40] not in text
    assert "&lt;" in text


def test_the_public_page_says_where_it_stands(badge, coordinator, school_a, client):
    endorse(badge, by=coordinator, group=school_a.group, text="Znamy ten klub.")
    text = client.get(f"/achievements/{badge.slug}/v1", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert rung_marked_in(text) == "Endorsed club badge"
    assert "LO A vouches for its leader" in text
    assert "Znamy ten klub." in text
    assert "What it is for" in text
    assert "What it confirms" not in text
