"""AU-06 for printed codes: once only, not after their time, and looking claims nothing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal
from core.secrets import read_code
from credentials.models import ClaimCode, Credential
from credentials.selectors.claim_sheets import claim_sheets
from credentials.services.claiming import claim, end_sheet, make_sheet, print_sheet, working_code
from credentials.services.club_badges import ClubBadgeDesign, hide, make, withdraw
from credentials.views import claim as claim_view
from people.models import Consent, User
from people.services import consents
from people.services.personal_accounts import forget_waiting_accounts
from tests.asking import ask, client_of
from tests.credentials.designs import HELPING, payloads
from tests.factories import ClubFactory, MembershipFactory

WRONG = "CODE_WRONG"
PRINT = """mutation($group: ID!, $badge: ID!, $count: Int!) {
  printClaimCodes(groupId: $group, achievementId: $badge, count: $count) { printUrl errors { code } } }"""


@pytest.fixture
def badge(club, leader):
    return make(club, design=HELPING, actor=leader)


@pytest.fixture
def sheet(badge, club, leader):
    context = {"place": "Skwer", "from": "2026-11-21"}
    return make_sheet(badge, club, 3, note="Dzięki!", context=context, actor=leader)


def refused(code, user, now=None) -> str:
    before = Credential.objects.count()
    with pytest.raises(Refusal) as refusal:
        claim(code, user=user, now=now or timezone.now())
    assert Credential.objects.count() == before
    return refusal.value.code


def test_au_06_a_code_gives_its_badge_once(sheet, pa1, pb, leader, club):
    done = claim(sheet.codes[0].lower().replace("-", " "), user=pa1, now=timezone.now())
    credential = done.credential
    assert (done.new, credential.recipient, credential.note) == (True, pa1, "Dzięki!")
    assert credential.context == {"place": "Skwer", "from": "2026-11-21"}
    assert (credential.batch.actor, credential.batch.group) == (leader, club)
    assert refused(sheet.codes[0], pb) == WRONG
    assert refused(sheet.codes[0], pa1) == WRONG
    told = Activity.objects.get(fact="credentials.BadgeClaimed")
    assert told.about["credential_id"] == str(credential.pk)


@pytest.mark.parametrize(("days", "works"), [(-1, True), (89, True), (90, False), (91, False)])
def test_au_06_a_code_ends_after_ninety_days(sheet, pa1, days, works):
    moment = ClaimCode.objects.first().created_at + timedelta(days=days, seconds=1)
    if works:
        assert claim(sheet.codes[0], user=pa1, now=moment).new
    else:
        assert refused(sheet.codes[0], pa1, moment) == WRONG


def test_au_06_an_ended_sheet_and_made_up_codes_look_the_same(sheet, pa1):
    assert end_sheet(sheet.id, now=timezone.now()) == 3
    for code in (sheet.codes[0], "0000-0000-0000", "", "x", "K7QW", "ł" * 12, "A" * 5000):
        assert refused(code, pa1) == WRONG


END = "mutation($group: ID!, $sheet: ID!) { endClaimSheet(groupId: $group, sheetId: $sheet) { ended errors { code } } }"
SHEETS = "query($group: ID!) { claimSheets(groupId: $group) { id badgeName open printed } }"


def test_a_sheet_that_was_never_printed_is_found_again_and_ended(sheet, badge, club, leader, pa1):
    make_sheet(badge, club, 2, actor=leader)
    print_sheet(sheet.id, now=timezone.now())
    claim(sheet.codes[0], user=pa1, now=timezone.now())

    found = ask(leader, SHEETS, group=club.pk).data
    assert [(one["open"], one["printed"]) for one in found] == [(2, False), (2, True)]
    assert {one["badgeName"] for one in found} == {HELPING.name}

    assert ask(leader, END, group=club.pk, sheet=found[0]["id"]).data == {"ended": 2, "errors": []}
    assert ask(leader, END, group=club.pk, sheet=found[0]["id"]).data["ended"] == 0
    assert [one["id"] for one in ask(leader, SHEETS, group=club.pk).data] == [str(sheet.id)]


def test_a_sheet_of_another_club_is_not_there(sheet, leader):
    other = ClubFactory().group
    MembershipFactory(group=other, user=leader, role="leader")

    assert ask(leader, END, group=other.pk, sheet=sheet.id).code == "NOT_FOUND"
    assert ClaimCode.objects.exclude(ended_at=None).count() == 0


def test_sheets_take_the_same_statements(sheet, badge, club, leader, django_assert_num_queries):
    make_sheet(badge, club, 2, actor=leader)
    with django_assert_num_queries(2):
        assert len(claim_sheets(club, timezone.now())) == 2


def test_who_has_the_badge_keeps_the_code_for_somebody_else(sheet, pa1, pb):
    claim(sheet.codes[0], user=pa1, now=timezone.now())
    again = claim(sheet.codes[1], user=pa1, now=timezone.now())
    assert again.new is False
    assert claim(sheet.codes[1], user=pb, now=timezone.now()).new


@pytest.mark.parametrize("end", [lambda badge, leader: withdraw(badge, actor=leader, now=timezone.now()),
                                 lambda badge, leader: hide(badge, now=timezone.now())])  # fmt: skip
def test_a_badge_put_away_or_reported_gives_nothing(end, badge, sheet, leader, pa1):
    end(badge, leader)
    assert refused(sheet.codes[0], pa1) == WRONG


def test_only_digests_are_kept(sheet):
    row = ClaimCode.objects.order_by("id").first()
    kept = repr({field.name: getattr(row, field.name) for field in row._meta.concrete_fields})
    assert all(read_code(code) not in kept and code not in kept for code in sheet.codes)
    assert len({*sheet.codes}) == 3
    assert all(len(read_code(code)) == 12 for code in sheet.codes)


def test_a_sheet_has_its_limits(badge, club, leader):
    for count in (0, 41):
        with pytest.raises(Refusal) as refusal:
            make_sheet(badge, club, count, actor=leader)
        assert refusal.value.code == "CODE_COUNT"
    club.parent = None
    club.save()
    make_sheet(badge, club, 30, actor=leader)
    with pytest.raises(Refusal) as refusal:
        make_sheet(badge, club, 1, actor=leader)
    assert refusal.value.code == "TOO_MANY_CODES"


def test_looking_claims_nothing_and_says_what_it_is(sheet, client, pa1):
    path = f"/c/{sheet.codes[0]}"
    for browser in (client, client_of(pa1)):
        page = browser.get(path)
        text = page.content.decode()
        assert (page.status_code, page["Cache-Control"], page["X-Robots-Tag"]) == (
            200, "private, no-store", "noindex, nofollow",
        )  # fmt: skip
        assert "Pomocna dłoń" in text
        assert "Klub Rozmów" in text
    assert client.post(path).status_code == 200
    assert not Credential.objects.exists()


def test_a_tap_takes_it_and_the_link_then_shows_it_to_them_alone(sheet, pa1, pb):
    browser, path = client_of(pa1), f"/c/{sheet.codes[0]}"
    taken = browser.post(path)
    assert (taken.status_code, taken["Location"]) == (302, path)
    assert Credential.objects.get().recipient == pa1
    assert f"/app/badges/{Credential.objects.get().pk}" in browser.get(path).content.decode()
    assert client_of(pb).get(path).status_code == 404
    assert client_of(pb).post(path).status_code == 404


def test_wrong_codes_are_counted_and_slowed_but_right_ones_never(sheet, client, monkeypatch):
    monkeypatch.setattr(claim_view.by_network, "limit", 3)
    answers = [client.get(f"/c/0000-0000-000{n}") for n in range(5)]
    assert [answer.status_code for answer in answers] == [404] * 5
    assert [answer.headers.get("X-Slow-Down") for answer in answers] == [None, None, None, "1", "1"]
    assert client.get(f"/c/{sheet.codes[0]}").headers.get("X-Slow-Down") is None


def test_typing_leads_to_the_same_page(sheet, client):
    assert client.get("/c/").status_code == 200
    answer = client.post("/c/", {"code": sheet.codes[0].lower()})
    assert (answer.status_code, answer["Location"]) == (302, f"/c/{sheet.codes[0]}")
    assert client.post("/c/", {"code": "???"}).status_code == 422


def account(**fields: str) -> dict[str, str]:
    form = {
        "given_name": "Ola",
        "username": "ola.z.parku",
        "password": "sto gawronów na dachu",
        "born_on": "2000-02-29",
    }
    return form | fields


def test_an_account_of_ones_own_and_then_the_badge(sheet, client):
    path = f"/c/{sheet.codes[0]}"
    made = client.post(f"{path}/account", account(next=path))
    assert made.status_code == 302
    user = User.objects.get(username="ola.z.parku")
    assert (user.kind, user.is_active, user.email) == ("personal", True, "")
    assert not Credential.objects.exists()
    assert client.post(path).status_code == 302
    assert Credential.objects.get().recipient == user


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"born_on": ""}, "born_on"), ({"born_on": "2030-01-01"}, "born_on"), ({"born_on": "2000-13-40"}, "born_on"),
     ({"password": "haslo"}, "password"), ({"given_name": "…"}, "given_name"), ({"username": ""}, "username")],
)  # fmt: skip
def test_a_wrong_field_makes_no_account(sheet, client, fields, field):
    answer = client.post(f"/c/{sheet.codes[0]}/account", account(**fields))
    assert answer.status_code == 422
    assert f'id="{field}"' in answer.content.decode()
    assert "sto gawronów" not in answer.content.decode()
    assert not User.objects.filter(kind="personal", username="ola.z.parku").exists()


@pytest.fixture
def young_account(sheet, client):
    """Somebody of 13 made an account; the page with the guardian's link."""
    born = date(timezone.localdate().year - 13, 1, 1).isoformat()
    return client.post(f"/c/{sheet.codes[0]}/account", account(born_on=born))


def link_in(page) -> str:
    return page.context["consent_url"].rpartition("/")[2]


def test_below_16_it_opens_when_a_guardian_agrees(young_account, sheet, client):
    user, path = User.objects.get(username="ola.z.parku"), f"/c/{sheet.codes[0]}"
    assert (young_account.status_code, user.is_active) == (200, False)
    assert not client.login(username=user.username, password="sto gawronów na dachu")
    assert client.get(f"/consent/{link_in(young_account)}").status_code == 200
    consents.answer(link_in(young_account), agree=True, given_by="Anna Gawron")
    user.refresh_from_db()
    assert user.is_active
    # Neither the waiting nor the agreement used the code up.
    assert client_of(user).post(path).status_code == 302
    consents.withdraw(link_in(young_account))
    user.refresh_from_db()
    assert not user.is_active


def test_who_lost_the_guardians_link_gets_a_new_one_with_the_same_password(young_account, sheet, client):
    def again(**said):
        return client.post(f"/c/{sheet.codes[0]}/account", account(born_on="2001-01-01", **said))

    second = again()
    assert (second.status_code, link_in(second) != link_in(young_account)) == (200, True)
    assert client.get(f"/consent/{link_in(young_account)}").status_code == 404
    # Neither a date of birth that says sixteen nor another password opens anything.
    assert not User.objects.get(username="ola.z.parku").is_active
    wrong = [again(password="sto wróbli na dachu") for _try in range(11)]
    assert {answer.context["refusal"].code for answer in wrong[:10]} == {"USERNAME_TAKEN"}
    assert (wrong[10].context["refusal"].code, again().context["refusal"].code) == ("RATE_LIMITED",) * 2
    consents.answer(link_in(second), agree=True, given_by="Anna Gawron")
    assert User.objects.get(username="ola.z.parku").is_active


def test_once_open_the_form_answers_as_for_any_name(young_account, sheet, client):
    consents.answer(link_in(young_account), agree=True, given_by="Anna Gawron")
    answer = client.post(f"/c/{sheet.codes[0]}/account", account())
    assert (answer.status_code, answer.context["refusal"].code) == (422, "USERNAME_TAKEN")
    assert Consent.objects.count() == 1


def test_a_guardian_reads_what_happens_to_the_account(young_account, client):
    page = client.get(f"/consent/{link_in(young_account)}").content.decode()
    assert "konto pozostanie zamknięte" in page
    assert "lekcje, oceny" not in page


def test_refused_or_unanswered_it_never_opens_and_is_forgotten(young_account):
    consents.answer(link_in(young_account), agree=False, given_by="Anna Gawron")
    user = User.objects.get(username="ola.z.parku")
    assert not user.is_active
    assert forget_waiting_accounts(user.date_joined + timedelta(days=29)) == 0
    assert forget_waiting_accounts(user.date_joined + timedelta(days=31)) == 1
    assert not User.objects.filter(pk=user.pk).exists()
    assert not Consent.objects.exists()


def test_a_sheet_is_printed_once_by_who_leads(badge, club, leader, teacher, client):
    reply = ask(leader, PRINT, group=club.pk, badge=badge.pk, count=9)
    path = reply.data["printUrl"]
    assert client.get(path).status_code == 302
    assert client_of(teacher).post(path).status_code == 404
    browser = client_of(leader)
    assert "claim-slip" not in browser.get(path).content.decode()
    printed = browser.post(path).content.decode()
    assert printed.count('class="claim-slip"') == 9
    code = printed.partition('class="code">')[2].partition("<")[0]
    assert working_code(code, now=timezone.now()) is not None
    assert "claim-slip" not in browser.post(path).content.decode()
    assert print_sheet(ClaimCode.objects.first().sheet, now=timezone.now()) == []


def test_nobody_else_prints(badge, club, teacher, member, pa1):
    for person in (teacher, member, pa1, None):
        reply = ask(person, PRINT, group=club.pk, badge=badge.pk, count=1)
        assert reply.code in ("NOT_FOUND", "NOT_SIGNED_IN")
    assert not ClaimCode.objects.exists()


@pytest.mark.parametrize("payload", payloads())
def test_tx_01_a_hostile_slip_is_text_everywhere(payload, club, leader, client):
    club.name = payload
    club.save()
    badge = make(club, design=ClubBadgeDesign(payload, "tag", "mint", "heart"), actor=leader)
    sheet = make_sheet(badge, club, 1, note=payload, actor=leader)
    printed = client_of(leader).post(f"/codes/{sheet.id}/print").content.decode()
    shown = client.get(f"/c/{sheet.codes[0]}").content.decode()
    assert payload not in printed + shown
    assert "&lt;" in printed
