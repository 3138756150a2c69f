"""Who works for an issuer and with what powers; where its badges may be awarded, with its consent."""

from datetime import date, timedelta

import pytest

from core.access import may
from core.emitting import Delivery
from credentials.issuer_rules import AWARD_FOR_ISSUER, DEFINE_FOR_ISSUER, MANAGE_ISSUER, WORK_FOR_ISSUER
from credentials.issuer_rules import DECIDE_ISSUER as DECIDE
from credentials.models import AwardRequest, Issuer, IssuerInvitation, IssuerMember
from credentials.selectors.achievements import awardable_in
from credentials.selectors.issuer_screens import issuer_people, issuer_places, my_issuers
from credentials.services import award_places, issuer_members
from credentials.services.issuer_members import Powers
from tests.asking import ask
from tests.credentials.issuers.conftest import NOW, refused
from tests.factories import AchievementFactory, ClubFactory, UserFactory

pytestmark = pytest.mark.django_db
DEFINES, AWARDS, MANAGES = Powers(may_define=True), Powers(may_award=True), Powers(manages=True)
RULES = (WORK_FOR_ISSUER, MANAGE_ISSUER, DEFINE_FOR_ISSUER, AWARD_FOR_ISSUER)
OPEN = "query($id: ID!) { issuerDesk(issuerId: $id) { row { name } manages } }"


def powers_of(user, issuer):
    return [may(user, rule, issuer) for rule in RULES]


def test_a_coordinator_may_everything_and_a_teacher_what_they_were_given(issuer, coordinator, teacher):
    assert powers_of(coordinator, issuer) == [True, True, True, True]
    assert powers_of(teacher, issuer) == [False, False, False, False]
    member = issuer_members.add_member(issuer, teacher.username.upper(), DEFINES, actor=coordinator)
    assert powers_of(teacher, issuer) == [True, False, True, False]
    issuer_members.change_member(issuer, member.pk, AWARDS, actor=coordinator)
    assert powers_of(teacher, issuer) == [True, False, False, True]
    issuer_members.remove_member(issuer, member.pk, actor=coordinator, now=NOW)
    assert powers_of(teacher, issuer) == [False, False, False, False]
    assert (
        Delivery.objects.filter(recipient=teacher, activity__fact="credentials.IssuerMemberChanged").count()
        == 3
    )


def test_who_belongs_to_the_school_behind_an_issuer_has_no_say_over_its_standing(issuer, operator, teacher):
    assert may(operator, DECIDE, issuer)
    IssuerMember.objects.create(issuer=issuer, user=operator, may_define=True)
    assert not may(operator, DECIDE, issuer)
    teacher.is_superuser = True
    assert not may(teacher, DECIDE, issuer)


def test_nobody_learns_who_is_here_by_trying_names(issuer, coordinator, pa1, founder):
    for name in (pa1.username, "nie-ma-takiego", founder.username):
        with refused("PERSON_UNKNOWN"):
            issuer_members.add_member(issuer, name, DEFINES, actor=coordinator)
    with refused("NO_POWER"):
        issuer_members.add_member(issuer, coordinator.username, Powers(), actor=coordinator)
    for _ in range(17):
        with refused("PERSON_UNKNOWN"):
            issuer_members.add_member(issuer, "x", DEFINES, actor=coordinator)
    with refused("RATE_LIMITED"):
        issuer_members.add_member(issuer, "x", DEFINES, actor=coordinator)
    assert not IssuerMember.objects.exists()


def test_au_06_a_link_works_once_for_somebody_grown_up(issuer, coordinator, founder, pa1):
    secret = issuer_members.invite(issuer, DEFINES, actor=coordinator, now=NOW)
    assert secret not in str(IssuerInvitation.objects.values())
    with refused("INVITATION_OVER"):
        issuer_members.accept_invitation(secret, actor=pa1, now=NOW)
    issuer_members.accept_invitation(secret, actor=founder, now=NOW)
    assert powers_of(founder, issuer) == [True, False, True, False]
    again = UserFactory(born_on=date(1990, 1, 1))
    for late in (secret, "made-up"):
        with refused("INVITATION_OVER"):
            issuer_members.accept_invitation(late, actor=again, now=NOW)
    old = issuer_members.invite(issuer, DEFINES, actor=coordinator, now=NOW)
    with refused("INVITATION_OVER"):
        issuer_members.accept_invitation(old, actor=again, now=NOW + timedelta(days=14))
    assert issuer_members.end_invitations(issuer, now=NOW) == 1
    with refused("INVITATION_OVER"):
        issuer_members.accept_invitation(old, actor=again, now=NOW)


def test_somebody_always_manages_an_issuer_of_its_own(application, founder, teacher):
    issuer = application.issuer
    mine = issuer.members.get()
    with refused("LAST_MANAGER"):
        issuer_members.remove_member(issuer, mine.pk, actor=founder, now=NOW)
    with refused("LAST_MANAGER"):
        issuer_members.change_member(issuer, mine.pk, DEFINES, actor=founder)
    issuer_members.add_member(issuer, teacher.username, MANAGES, actor=founder)
    issuer_members.remove_member(issuer, mine.pk, actor=founder, now=NOW)
    assert my_issuers(founder).issuers == ()
    assert [one.name for one in issuer_people(issuer, teacher).people] == [teacher.get_full_name()]


def test_ac_02_a_draft_of_somebody_else_looks_like_nothing(application, founder, coordinator, operator):
    assert ask(founder, OPEN, id=application.issuer.pk).data["manages"] is True
    for other in (coordinator, operator):
        assert ask(other, OPEN, id=application.issuer.pk).code == "NOT_FOUND"


def test_a_club_awards_badges_of_an_issuer_that_agreed(issuer, coordinator, leader, club):
    badge = AchievementFactory(slug="debata", issuer=issuer)
    assert badge not in awardable_in(club)
    award_places.ask_to_award(issuer, club, actor=leader, note="Prowadzimy debaty")
    award_places.ask_to_award(issuer, club, actor=leader)
    request = AwardRequest.objects.get()
    assert [one.note for one in issuer_places(issuer).requests] == ["Prowadzimy debaty"]
    award_places.decide_request(issuer, request.pk, granted=True, actor=coordinator, now=NOW)
    assert badge in awardable_in(club)
    assert (
        Delivery.objects.filter(recipient=leader, activity__fact="credentials.AwardingDecided").count() == 1
    )
    with refused("REQUEST_GONE"):
        award_places.decide_request(issuer, request.pk, granted=False, actor=coordinator, now=NOW)
    with refused("ALREADY_ALLOWED"):
        award_places.ask_to_award(issuer, club, actor=leader)
    award_places.end_awarding(issuer, club, actor=coordinator)
    assert badge not in awardable_in(club)


def test_a_request_that_is_declined_opens_nothing_and_may_be_made_again(issuer, coordinator, leader, club):
    request = award_places.ask_to_award(issuer, club, actor=leader)
    award_places.decide_request(issuer, request.pk, granted=False, actor=coordinator, now=NOW)
    assert not issuer.may_award.filter(pk=club.pk).exists()
    assert award_places.ask_to_award(issuer, club, actor=leader) != request


def test_only_groups_of_ones_own_are_let_in_without_asking(issuer, coordinator, club, class_1a):
    award_places.let_award(issuer, club, actor=coordinator)
    assert issuer.may_award.filter(pk=club.pk).exists()
    with refused("NOT_OWN_GROUP"):
        award_places.let_award(issuer, class_1a.group, actor=coordinator)
    other = ClubFactory(name="Obok", slug="obok").group
    with refused("ISSUER_NOT_FOUND"):
        award_places.ask_to_award(
            Issuer.objects.create(slug="szkic", name={"pl": "Szkic"}), other, actor=coordinator
        )


@pytest.mark.parametrize("read", [lambda issuer, _who: issuer_places(issuer), issuer_people])
def test_the_screens_cost_the_same_however_many_there_are(
    read, issuer, coordinator, django_assert_num_queries
):
    for number in range(6):
        IssuerMember.objects.create(issuer=issuer, user=UserFactory(), may_award=True)
        group = ClubFactory(name=f"K{number}", slug=f"k{number}", parent=issuer.group).group
        AwardRequest.objects.create(issuer=issuer, group=group)
    with django_assert_num_queries(3):
        read(issuer, coordinator)
