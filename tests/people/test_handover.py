"""From an account that the school runs to one's own: the history stays, the school keeps its class alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from classroom.selectors.class_rosters import class_roster
from classroom.services.students import rename_student, sign_out_student
from core.models import Activity
from core.refusals import Refusal
from credentials.models import Credential, IssuedDocument
from credentials.services.awarding import award
from credentials.services.issuing import issue_batch
from people.enums import AccountKind, ConsentPurpose
from people.models import Consent, Membership, SignInCard, User
from people.services import consents
from people.services.cards import issue_cards
from people.services.handover import ask_guardian, take_over
from people.services.memberships import leave
from people.services.sign_ins import Visitor
from tests.asking import client_of
from tests.factories import AchievementFactory
from tests.together import at_once

HERE = Visitor("192.0.2.1")
PASSWORD = "sto gawronów na dachu"


@pytest.fixture
def card(class_2b, teacher, pa1):
    return issue_cards(class_2b.group, [pa1], actor=teacher)[0]


@pytest.fixture
def held(class_2b, teacher, pa1, issuer):
    given = award(AchievementFactory(issuer=issuer), [pa1], actor=teacher, group=class_2b.group).credentials[
        0
    ]
    issue_batch(given.batch, now=timezone.now() + timedelta(minutes=11))
    return given


def take(user, card, **said) -> User:
    usual = {"pin": card.pin, "username": "ola.z.2b", "password": PASSWORD, "visitor": HERE}
    return take_over(user, **{**usual, **said})


def refused(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def young(user, years=14) -> None:
    user.born_on = timezone.localdate() - timedelta(days=366 * years)
    user.save()


def test_the_whole_history_stays_and_nothing_is_issued_anew(pa1, card, held, class_2b):
    before = list(IssuedDocument.objects.values_list("pk", "digest", "issued_at"))
    mine = take(pa1, card)
    assert (mine.pk, mine.kind, mine.username, mine.learner_number) == (
        pa1.pk, AccountKind.PERSONAL, "ola.z.2b", pa1.learner_number,
    )  # fmt: skip
    assert mine.check_password(PASSWORD)
    assert Credential.objects.get().recipient_id == pa1.pk
    assert list(IssuedDocument.objects.values_list("pk", "digest", "issued_at")) == before
    assert Membership.objects.current().filter(user=pa1, group=class_2b.group).exists()
    assert Activity.objects.get(fact="people.AccountTakenOver").actor_id == pa1.pk


def test_the_school_can_no_longer_open_or_change_it(pa1, card, teacher, class_2b):
    mine = take(pa1, card)
    assert not SignInCard.objects.filter(user=pa1, ended_at=None).exists()
    answer = client_of(teacher).post(f"/classes/{class_2b.group.pk}/cards/", {"students": [str(pa1.pk)]})
    assert answer.status_code == 404
    everybody = client_of(teacher).post(f"/classes/{class_2b.group.pk}/cards/")
    assert (everybody.status_code, pa1.family_name in everybody.content.decode()) == (200, False)
    assert (
        refused(
            lambda: rename_student(
                class_2b.group, mine, given_name="X", family_name="Y", born_on=None, actor=teacher
            )
        )
        == "OWN_ACCOUNT"
    )
    assert refused(lambda: sign_out_student(mine, actor=teacher)) == "OWN_ACCOUNT"
    (line,) = (one for one in class_roster(class_2b.group, class_2b.teacher).students if one.id == pa1.pk)
    assert (line.run_by_school, line.has_card) == (False, False)
    assert refused(lambda: take(mine, card)) == "OWN_ALREADY"


def test_who_has_left_keeps_the_badges_and_signs_in(pa1, card, held, class_2b, teacher, client):
    take(pa1, card)
    leave(class_2b.group, pa1, actor=teacher)
    assert client.login(username="ola.z.2b", password=PASSWORD)
    assert Credential.objects.living().filter(recipient=pa1).count() == 1


def test_who_left_before_can_still_take_it_over(pa1, card, held, class_2b, teacher):
    leave(class_2b.group, pa1, actor=teacher)
    assert take(pa1, card).kind == AccountKind.PERSONAL


def test_every_other_sign_in_ends(pa1, card):
    elsewhere = client_of(pa1)
    assert elsewhere.get("/account/take-over/").status_code == 200
    take(pa1, card)
    assert elsewhere.get("/account/take-over/").status_code == 302


@pytest.mark.parametrize(
    ("said", "code"),
    [({"pin": "000"}, "SIGN_IN_WRONG"), ({"pin": ""}, "SIGN_IN_WRONG"), ({"password": "haslo"}, "PASSWORD_WEAK"),
     ({"username": ""}, "TEXT_EMPTY"), ({"username": "TEACHER-2B"}, "USERNAME_TAKEN")],
)  # fmt: skip
def test_what_is_wrong_changes_nothing(pa1, card, said, code):
    assert refused(lambda: take(pa1, card, **said)) == code
    pa1.refresh_from_db()
    assert (pa1.kind, pa1.check_password(PASSWORD)) == (AccountKind.SCHOOL_MANAGED, False)
    assert SignInCard.objects.filter(user=pa1, ended_at=None).exists()


def test_au_01_a_pin_is_guessed_ten_times(pa1, card):
    for _try in range(11):
        assert refused(lambda: take(pa1, card, pin="x")) == "SIGN_IN_WRONG"
    assert refused(lambda: take(pa1, card)) == "SIGN_IN_WRONG"


@pytest.mark.parametrize("age", [14, None])
def test_too_young_or_of_unknown_age_a_guardian_agrees_first(pa1, card, age):
    pa1.born_on = None
    pa1.save()
    if age:
        young(pa1, age)
    assert refused(lambda: take(pa1, card)) == "GUARDIAN_FIRST"
    _consent, url = ask_guardian(pa1, "pl")
    secret = url.rpartition("/")[2]
    consents.answer(secret, agree=True, given_by="Anna Gawron")
    mine = take(pa1, card)
    assert (mine.kind, mine.is_active) == (AccountKind.PERSONAL, True)
    consents.withdraw(secret)
    mine.refresh_from_db()
    assert mine.is_active is False


def test_a_guardian_who_refuses_or_withdraws_before_changes_nothing(pa1, card):
    young(pa1)
    _consent, url = ask_guardian(pa1, "pl")
    consents.answer(url.rpartition("/")[2], agree=False, given_by="Anna Gawron")
    pa1.refresh_from_db()
    assert (pa1.is_active, Consent.objects.get().purpose) == (True, ConsentPurpose.HANDOVER)
    assert refused(lambda: take(pa1, card)) == "GUARDIAN_FIRST"


def test_the_operator_sets_the_age(pa1, card, settings):
    young(pa1, 14)
    settings.KOTYLION_LIMITS = {**settings.KOTYLION_LIMITS, "age_for_an_account": 13}
    assert take(pa1, card).kind == AccountKind.PERSONAL


def test_the_page_asks_and_then_signs_in(pa1, card):
    browser = client_of(pa1)
    page = browser.get("/account/take-over/")
    assert (page.status_code, 'name="pin"' in page.content.decode()) == (200, True)
    wrong = browser.post("/account/take-over/", {"pin": "1", "username": "ola.z.2b", "password": PASSWORD})
    assert (wrong.status_code, PASSWORD in wrong.content.decode()) == (422, False)
    done = browser.post(
        "/account/take-over/", {"pin": card.pin, "username": "ola.z.2b", "password": PASSWORD}
    )
    assert done.status_code == 302
    assert "ola.z.2b" in browser.get("/account/take-over/").content.decode()


def test_the_page_makes_a_link_for_the_guardian(pa1):
    young(pa1)
    browser = client_of(pa1)
    assert 'name="pin"' not in browser.get("/account/take-over/").content.decode()
    page = browser.post("/account/take-over/", {"ask": "1"})
    assert (page.status_code, "/consent/" in page.content.decode()) == (200, True)


@pytest.mark.django_db(transaction=True)
def test_of_two_taps_at_once_one_takes_it_over(pa1, card):
    def tap(_number: int) -> str:
        try:
            return take(User.objects.get(pk=pa1.pk), card).kind
        except Refusal as refusal:
            return refusal.code

    told = at_once(tap, 4)
    assert told.count(AccountKind.PERSONAL) == 1
    assert set(told) <= {AccountKind.PERSONAL, "OWN_ALREADY", "NO_CARD"}
    pa1.refresh_from_db()
    assert (pa1.sign_in_epoch, pa1.check_password(PASSWORD)) == (1, True)
    assert Activity.objects.filter(fact="people.AccountTakenOver").count() == 1
