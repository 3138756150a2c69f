"""A corrected or renewed badge takes the place of the earlier one; its learner sees one badge with its history."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import Delivery
from credentials.enums import CredentialState
from credentials.models import AwardBatch, Credential, Evidence, IssuedDocument, StackReview
from credentials.selectors.badges import shelf_page
from credentials.services.awarding import undo
from credentials.services.expiring import tell_of_ends
from credentials.services.issuing import issue_due
from credentials.services.reissuing import renew
from credentials.services.sharing import share, withdraw_shares
from credentials.validity import months_later
from tests.asking import ask
from tests.factories import AchievementFactory, MembershipFactory, StudentFactory, three

CORRECT = """mutation ($id: ID!, $reason: String!, $on: Date, $place: String, $newest: Boolean) {
  correctCredential(credentialId: $id, reason: $reason, awardedOn: $on, place: $place, newest: $newest) {
    credential { id state place history { kind line words } } errors { code field } } }"""
RENEW = """mutation ($group: ID!, $badge: ID!, $people: [ID!]!) {
  renewBadges(groupId: $group, achievementId: $badge, studentIds: $people) {
    batchId people errors { code field } } }"""
DUE = "query ($group: ID!) { renewable(groupId: $group) { badgeName people { name over } } }"
NOTICES = "{ studentHome { notices { line } } }"


@pytest.fixture
def given(stack, pa1) -> Credential:
    stack.give(stack.debate, pa1)
    stack.sign_all()
    mine = stack.of(pa1, stack.debate)
    mine.evidence.add(Evidence.objects.create(owner=pa1, kind="text", text="Moja praca"))
    return mine


@pytest.fixture
def due(stack, yearly, pa1, pa2) -> list[Credential]:
    """Given a year ago all but a month: it ends in 30 days."""
    stack.give(yearly, pa1, pa2)
    stack.sign_all()
    began = timezone.now() - timedelta(days=335)
    Credential.objects.update(
        awarded_at=began, valid_until=timezone.now() + timedelta(days=30), celebrated_at=began
    )
    return [stack.of(person, yearly) for person in (pa1, pa2)]


def lines(person) -> list[str]:
    return [one["line"] for one in ask(person, NOTICES).data["notices"]]


def test_a_correction_is_a_new_award_that_names_the_old(given, teacher, pa1, stack):
    day = timezone.localdate() - timedelta(days=3)
    seen = ask(teacher, CORRECT, id=given.pk, reason="Zły dzień", on=day.isoformat(), place="Sala 12").data[
        "credential"
    ]

    new = Credential.objects.living().get(recipient=pa1)
    given.refresh_from_db()
    assert (seen["id"], seen["place"]) == (str(new.pk), "Sala 12")
    assert (new.corrects, timezone.localdate(new.awarded_at), new.celebrated_at is None) == (
        given,
        day,
        False,
    )
    assert (given.state, given.revocation_kind, given.replaced_at is None) == ("revoked", "corrected", False)
    assert list(new.evidence.all()) == list(given.evidence.all())
    assert [line["kind"] for line in seen["history"]] == ["awarded", "revoked", "corrected"]
    assert lines(pa1) == [
        "Twoja odznaka „Odznaka debata” została poprawiona. W jej miejscu jest już właściwa."
    ]
    assert [one.id for one in shelf_page(pa1, limit=10).items] == [new.pk]
    assert issue_due(timezone.now() + timedelta(seconds=1)) == 1
    assert str(given.pk) in bytes(IssuedDocument.objects.get(credential=new).body).decode()


def test_a_corrected_part_leaves_the_larger_badge_alone(stack, teacher, pa1):
    stack.give(stack.debate, pa1)
    stack.give(stack.petition, pa1)
    stack.sign_all()
    mine = stack.of(pa1, stack.debate)
    ask(
        teacher,
        CORRECT,
        id=mine.pk,
        reason="Zły dzień",
        on=(timezone.localdate() - timedelta(days=1)).isoformat(),
    )
    assert stack.has(pa1, stack.larger)
    assert not StackReview.objects.exists()
    assert AwardBatch.objects.filter(version=stack.larger.current_version).count() == 1


def test_a_correction_may_take_the_description_as_it_is_now(given, teacher, stack, pa1):
    version = stack.debate.versions.create(
        number=2, published_at=timezone.now(), digest="1" * 64, name=three("Debata po poprawce"),
        description=three("Opis"), art=stack.debate.current_version.art,
    )  # fmt: skip
    type(stack.debate).objects.filter(pk=stack.debate.pk).update(current_version=version)
    ask(teacher, CORRECT, id=given.pk, reason="Literówka w nazwie", newest=True)
    assert Credential.objects.living().get(recipient=pa1).version == version


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"reason": "Zły dzień"}, "NOTHING_CHANGED"),
        ({"reason": " ", "place": "Sala 3"}, "TEXT_EMPTY"),
        ({"reason": "Zły dzień", "on": "2099-01-01"}, "AWARDED_ON"),
    ],
)
def test_a_correction_that_says_nothing_changes_nothing(given, teacher, said, code):
    assert ask(teacher, CORRECT, id=given.pk, **said).code == code
    assert Credential.objects.get().state == "held"


def test_a_corrected_badge_cannot_be_corrected_again_but_its_successor_can(given, teacher, pa1):
    ask(teacher, CORRECT, id=given.pk, reason="Zła sala", place="Sala 3")
    assert ask(teacher, CORRECT, id=given.pk, reason="Zła sala", place="Sala 4").code == "NOT_CORRECTABLE"
    new = Credential.objects.living().get(recipient=pa1)
    assert (
        ask(teacher, CORRECT, id=new.pk, reason="Zła sala", place="Sala 4").data["credential"]["place"]
        == "Sala 4"
    )


def test_a_link_to_the_old_one_leads_on_to_the_new(given, teacher, pa1, client):
    link = share(given, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now())
    path = link.address.removeprefix("http://localhost:8000")
    ask(teacher, CORRECT, id=given.pk, reason="Zła sala", place="Sala 3")
    issue_due(timezone.now() + timedelta(seconds=1))
    new = Credential.objects.living().get(recipient=pa1)
    led = path.replace(str(given.pk), str(new.pk))

    old_page = client.get(path).content.decode()
    assert "verdict-bad" in old_page
    assert f'href="{led}"' in old_page
    assert "verdict-valid" in client.get(led).content.decode()
    assert client.get(led.replace("?", ".json?")).status_code == 200
    withdraw_shares(new, owner=pa1, now=timezone.now())
    assert (client.get(path).status_code, client.get(led).status_code) == (404, 404)


@pytest.mark.parametrize("who", ["pa1", "teacher_c", "teacher_b", "leader", "editor", "operator"])
def test_ac_01_nobody_else_corrects_it(given, who, request):
    assert (
        ask(request.getfixturevalue(who), CORRECT, id=given.pk, reason="Zła sala", place="X").code
        == "NOT_FOUND"
    )


def test_two_taps_renew_it_for_several_people(due, teacher, class_2b, yearly, pa1, pa2):
    [listed] = ask(teacher, DUE, group=class_2b.group.pk).data
    assert [one["over"] for one in listed["people"]] == [False, False]
    people = [str(pa1.pk), str(pa2.pk), str(class_2b.students[2].pk)]
    done = ask(teacher, RENEW, group=class_2b.group.pk, badge=yearly.pk, people=people).data
    assert done["people"] == 2

    new = Credential.objects.living().get(recipient=pa1)
    # Who renews early loses no day of the old time.
    assert new.valid_until == months_later(due[0].valid_until, 12)
    assert (new.renews, new.celebrated_at is None) == (due[0], False)
    assert lines(pa1)[0].startswith(
        "Twoja odznaka „Odznaka pierwsza-pomoc” została odnowiona i jest ważna do"
    )
    assert [one.id for one in shelf_page(pa1, limit=10).items] == [new.pk]
    assert ask(teacher, DUE, group=class_2b.group.pk).data == []
    again = ask(teacher, RENEW, group=class_2b.group.pk, badge=yearly.pk, people=people).data
    assert (again["batchId"], again["people"]) == (None, 0)


def test_an_expired_badge_is_renewed_from_today(due, teacher, class_2b, yearly, pa1):
    Credential.objects.update(valid_until=timezone.now() - timedelta(days=40))
    now = timezone.now()
    renew(yearly, [pa1], actor=teacher, group=class_2b.group, now=now)
    assert Credential.objects.living().get(recipient=pa1).valid_until == months_later(now, 12)


def test_an_undone_renewal_leaves_the_old_one_as_it_was(due, teacher, class_2b, yearly, pa1):
    batch = renew(yearly, [pa1], actor=teacher, group=class_2b.group, now=timezone.now())
    undo(batch, actor=teacher, now=timezone.now())
    assert Credential.objects.living().get(recipient=pa1) == due[0]
    assert Credential.objects.get(batch=batch).state == CredentialState.CANCELLED


@pytest.mark.parametrize(
    ("who", "people", "code"),
    [("teacher_c", "pa1", "NOT_FOUND"), ("coordinator", "pa1", "NOT_FOUND"), ("teacher", "pc", "NOT_FOUND")],
)
def test_ac_05_renewing_stays_in_the_group(due, class_2b, class_2c, yearly, who, people, code, request):
    actor, person = request.getfixturevalue(who), request.getfixturevalue(people)
    assert ask(actor, RENEW, group=class_2b.group.pk, badge=yearly.pk, people=[str(person.pk)]).code == code
    assert Credential.objects.count() == 2


def test_what_may_not_be_awarded_any_more_cannot_be_renewed(due, teacher, class_2b, yearly, pa1):
    type(yearly).objects.filter(pk=yearly.pk).update(withdrawn_at=timezone.now())
    reply = ask(teacher, RENEW, group=class_2b.group.pk, badge=yearly.pk, people=[str(pa1.pk)])
    assert reply.code == "ACHIEVEMENT_NOT_AWARDABLE"
    assert ask(teacher, DUE, group=class_2b.group.pk).data == []


@pytest.mark.parametrize("size", [1, 30])
def test_renewing_costs_the_same_for_one_and_for_a_class(stack, yearly, class_2b, teacher, size):
    people = StudentFactory.create_batch(size)
    for person in people:
        MembershipFactory(group=class_2b.group, user=person)
    stack.give(yearly, *people)
    Credential.objects.update(state="held", valid_until=timezone.now() + timedelta(days=5))
    with CaptureQueriesContext(connection) as queries:
        renew(yearly, people, actor=teacher, group=class_2b.group, now=timezone.now())
    assert len(queries) == 13
    assert Credential.objects.filter(renews__isnull=False).count() == size


def test_the_learner_hears_60_and_14_days_before_once_each(due, pa1):
    now = timezone.now()
    assert [tell_of_ends(now), tell_of_ends(now)] == [2, 0]
    assert lines(pa1) == ["Twoja odznaka „Odznaka pierwsza-pomoc” jest ważna jeszcze 30 dni. Poproś o odnowienie osobę, od której ją masz."]  # fmt: skip
    later = now + timedelta(days=17)
    assert [tell_of_ends(later), tell_of_ends(later)] == [2, 0]
    assert tell_of_ends(now + timedelta(days=31)) == 0
    assert Delivery.objects.filter(recipient=pa1, activity__fact="credentials.CredentialExpires").count() == 2


def test_nobody_hears_of_a_badge_that_was_renewed(due, teacher, class_2b, yearly, pa1, pa2):
    renew(yearly, [pa1, pa2], actor=teacher, group=class_2b.group, now=timezone.now())
    assert tell_of_ends(timezone.now()) == 0


def test_an_expired_badge_is_expired_everywhere(due, pa1, client, stack):
    Credential.objects.update(valid_until=timezone.now() - timedelta(seconds=5))
    AwardBatch.objects.update(created_at=timezone.now() - timedelta(days=365))
    mine = due[0]
    shelf = ask(pa1, "{ myBadges(limit: 5) { items { state } } }").data
    assert shelf["items"] == [{"state": "expired"}]
    story = ask(pa1, "query ($id: ID!) { badgeStory(id: $id) { history { kind } } }", id=mine.pk).data
    assert [line["kind"] for line in story["history"]] == ["awarded", "expired"]
    larger = AchievementFactory(
        issuer=stack.larger.issuer, version={"requires": {"all_of": ["pierwsza-pomoc"]}}
    )
    begun = ask(pa1, "{ largerBadges { name } }").data
    assert begun == []
    assert not stack.has(pa1, larger)
