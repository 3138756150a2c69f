"""Badges on the phone: the shelf, one badge, its celebration and its links."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from credentials.models import Credential, Share
from credentials.selectors.badges import shelf_page
from credentials.services.awarding import award
from tests.asking import ask

SHELF = """query ($limit: Int) { myBadges(limit: $limit) { next items {
  id name kind state signed awardedBy groupName note celebrated maySharePublicly jsonUrl pngUrl
  art { svgUrl alt outlineUrl } criteria { text criteria } shares { id } } } }"""
BADGE = "query ($id: ID!) { badge(id: $id) { id name jsonUrl shares { shownName } } }"
ACHIEVEMENT = "query ($id: ID!) { achievement(id: $id) { slug name assessorNote requiresText publicUrl } }"
CELEBRATED = (
    """mutation ($id: ID!) { markCelebrated(credentialId: $id) { badge { celebrated } errors { code } } }"""
)
SHARE = """mutation ($id: ID!, $name: String!, $days: Int!) {
  shareBadge(credentialId: $id, shownName: $name, withPlace: false, days: $days) {
    url badge { shares { shownName } } errors { code field } } }"""
WITHDRAW = """mutation ($id: ID!) { withdrawShares(credentialId: $id) { badge { shares { id } } errors { code
} } }
"""


def test_a_badge_is_on_the_shelf_the_moment_it_is_awarded(awarded, pa1, teacher):
    page = ask(pa1, SHELF, limit=10).data
    assert page["next"] is None
    [badge] = page["items"]
    assert (badge["state"], badge["signed"], badge["celebrated"]) == ("awarded", False, False)
    assert (badge["awardedBy"], badge["groupName"]) == (teacher.get_full_name(), "2B")
    assert (badge["jsonUrl"], badge["maySharePublicly"]) == ("", False)
    assert badge["art"]["svgUrl"] == "/media/badges/1.digital_badge.circle.indigo.chats-circle.band.svg"


def test_a_signed_badge_has_its_documents(held, pa1):
    [badge] = ask(pa1, SHELF, limit=10).data["items"]
    assert (badge["state"], badge["signed"], badge["maySharePublicly"]) == ("held", True, True)
    assert badge["jsonUrl"] == f"/credentials/{badge['id']}.json"


def test_the_shelf_costs_the_same_at_one_and_at_thirty(seed, class_2b, teacher, pa1, club):
    costs = []
    for slugs in (["debata"], [slug for slug in seed if not slug.startswith("klub-")]):
        for slug in slugs:
            award(seed[slug], [pa1], actor=teacher, group=class_2b.group)
        with CaptureQueriesContext(connection) as queries:
            assert [badge.shares for badge in shelf_page(pa1, limit=60).items] == [()] * len(slugs)
        costs.append(len(queries))
    assert costs == [3, 3]


def test_the_shelf_has_pages(seed, class_2b, teacher, pa1):
    for slug in ("debata", "petycja", "rozwiazuje-spory"):
        award(seed[slug], [pa1], actor=teacher, group=class_2b.group)
    first = shelf_page(pa1, limit=2)
    second = shelf_page(pa1, limit=2, after=first.next)
    assert [badge.name["pl"] if isinstance(badge.name, dict) else badge.name for badge in second.items] == [
        "Debatuję z szacunkiem"
    ]
    assert second.next is None


def test_the_celebration_is_owed_until_it_was_seen(awarded, pa1):
    mine = Credential.objects.get(recipient=pa1)
    assert ask(pa1, CELEBRATED, id=mine.pk).data == {"badge": {"celebrated": True}, "errors": []}
    first = Credential.objects.get(pk=mine.pk).celebrated_at
    ask(pa1, CELEBRATED, id=mine.pk)
    assert Credential.objects.get(pk=mine.pk).celebrated_at == first


@pytest.mark.parametrize("who", ["pa2", "pc", "pb", "teacher_c", "teacher_b", "leader", "editor", "stranger"])
def test_ac_02_a_badge_is_nobody_elses(who, request, held, pa1):
    mine = Credential.objects.get(recipient=pa1)
    other = request.getfixturevalue(who)
    made_up = "00000000-0000-4000-8000-000000000000"
    answer, unknown = ask(other, BADGE, id=mine.pk), ask(other, BADGE, id=made_up)
    assert answer.data is None
    assert (answer.status, answer.code) == (unknown.status, unknown.code)
    refusal = "NOT_FOUND" if other.is_authenticated else "NOT_SIGNED_IN"
    assert ask(other, CELEBRATED, id=mine.pk).code == refusal
    assert ask(other, SHARE, id=mine.pk, name="initials", days=7).code == refusal
    assert Credential.objects.get(pk=mine.pk).celebrated_at is None
    assert not Share.objects.exists()


def test_the_teacher_sees_the_badge_without_links_and_documents(held, pa1, teacher):
    mine = Credential.objects.get(recipient=pa1)
    ask(pa1, SHARE, id=mine.pk, name="initials", days=7)
    seen = ask(teacher, BADGE, id=mine.pk).data
    assert (seen["id"], seen["jsonUrl"], seen["shares"]) == (str(mine.pk), "", [])


def test_sharing_and_withdrawing(held, pa1):
    mine = Credential.objects.get(recipient=pa1)
    shared = ask(pa1, SHARE, id=mine.pk, name="initials", days=30).data
    assert shared["badge"]["shares"] == [{"shownName": "initials"}]
    secret = shared["url"].partition("?key=")[2]
    assert len(secret) >= 22
    stored = Share.objects.get()
    assert secret not in stored.digest
    assert stored.expires_at - timezone.now() > timedelta(days=29)
    assert ask(pa1, WITHDRAW, id=mine.pk).data == {"badge": {"shares": []}, "errors": []}


@pytest.mark.parametrize(
    "born, name, days, code",
    [
        (date(2012, 1, 1), "initials", 7, "SHARE_NEEDS_GUARDIAN"),
        (None, "initials", 7, "SHARE_NEEDS_GUARDIAN"),
        (date(2009, 3, 1), "nickname", 7, "NICKNAME_MISSING"),
        (date(2009, 3, 1), "everything", 7, "SHOWN_NAME"),
        (date(2009, 3, 1), "initials", 3650, "DAYS"),
    ],
)
def test_what_cannot_be_shared(held, pa1, born, name, days, code):
    pa1.born_on = born
    pa1.save()
    mine = Credential.objects.get(recipient=pa1)
    assert ask(pa1, SHARE, id=mine.pk, name=name, days=days).code == code
    assert not Share.objects.exists()


def test_nothing_is_shared_before_it_is_signed(awarded, pa1):
    mine = Credential.objects.get(recipient=pa1)
    assert ask(pa1, SHARE, id=mine.pk, name="initials", days=7).code == "NOT_SIGNED_YET"


def test_pr_02_a_new_badge_is_private(held, pa1, client):
    mine = Credential.objects.get(recipient=pa1)
    assert not Share.objects.exists()
    assert client.get(f"/credentials/{mine.pk}").status_code == 404


def test_only_those_who_lead_read_the_note_for_assessors(seed, pa1, teacher):
    wanted = seed["debata"].pk
    assert ask(pa1, ACHIEVEMENT, id=wanted).data["assessorNote"] == ""
    assert "poglądy" in ask(teacher, ACHIEVEMENT, id=wanted).data["assessorNote"]
    composite = ask(pa1, ACHIEVEMENT, id=seed["aktywnosc-obywatelska-4"].pk).data
    assert "Zespołowy projekt obywatelski" in composite["requiresText"]
