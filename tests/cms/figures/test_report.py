"""What is counted: exact numbers of small worlds, and as many queries for one badge as for thousands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from bench.population import populate
from cms.figures.report import Line, report
from cms.figures.scopes import of_issuer, of_portal, of_school
from credentials.models import AwardBatch, ClaimCode, Credential, Issuer, Offer, OfferRound
from credentials.services.claiming import make_sheet, print_sheet
from tests.cms.figures.conftest import AUTUMN, SPRING, give, pupils
from tests.conftest import make_class
from tests.factories import (
    AchievementFactory,
    IssuerFactory,
    LearningPathFactory,
    SchoolFactory,
    StepFactory,
    UserFactory,
)

TODAY = date(2026, 11, 22)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def figures(school, wanted=""):
    return report(of_school(school), TODAY, wanted)


def test_a_badge_is_held_when_it_was_seen_or_signed_whichever_came_first(lesson, school_a):
    first, rest = lesson.students[:10], lesson.students[10:]
    give(lesson.debate, lesson.group, first, seen_after=timedelta(minutes=45))
    give(lesson.debate, lesson.group, rest[:5], seen_after=3 * DAY, signed_after=timedelta(minutes=10))
    give(lesson.debate, lesson.group, rest[5:], seen_after=HOUR, signed_after=None)

    found = figures(school_a)

    assert found.total == Line("First term 2026/2027", 0, 20, held=20, within_lesson=15, wait=2)
    assert (found.total.claim_rate, found.total.lesson_rate, found.people) == (100, 75, 20)


def test_what_was_neither_seen_nor_signed_is_not_held_yet(lesson, school_a):
    give(lesson.debate, lesson.group, lesson.students[:8])
    give(lesson.debate, lesson.group, lesson.students[8:], seen_after=None, state="awarded")

    assert figures(school_a).total == Line("First term 2026/2027", 0, 20, held=8, within_lesson=8, wait=0)


@pytest.mark.parametrize("state", ["revoked", "cancelled", "declined"])
def test_what_was_undone_or_revoked_is_not_counted(state, lesson, school_a):
    give(lesson.debate, lesson.group, lesson.students[:8])
    give(lesson.petition, lesson.group, lesson.students, state=state)

    assert figures(school_a).total.offered == 8


def test_printed_codes_are_offered_until_somebody_uses_them(leader, club, school_a, pa1, settings):
    badge = AchievementFactory(slug="rozmowca", kind="club_badge", issuer=None, club=club)
    sheet = make_sheet(badge, club, 12, actor=leader)
    printed = print_sheet(sheet.id, now=AUTUMN)
    batch = give(badge, club, [pa1, *pupils(club, 5, "claims")], at=AUTUMN + 2 * DAY, seen_after=timedelta(0))
    for code, credential in zip(printed, batch.credentials.all(), strict=False):
        claimed = {"claimed_at": AUTUMN + 2 * DAY, "credential": credential}
        ClaimCode.objects.filter(pk=code.pk).update(**claimed)
    ClaimCode.objects.filter(pk=printed[-1].pk).update(ended_at=AUTUMN)

    found = figures(school_a)

    # Six of the eleven that were not taken back were used, two days after they were printed.
    assert (found.total.offered, found.total.held, found.total.within_lesson, found.people) == (11, 6, 0, 11)
    assert found.total.wait == 5


def test_terms_are_told_apart_and_nothing_older_than_three_years_is_asked_for(lesson, school_a):
    give(lesson.debate, lesson.group, lesson.students[:6], at=SPRING)
    give(lesson.petition, lesson.group, lesson.students[:9])

    now, before = figures(school_a), figures(school_a, "2025-2")

    assert (now.total.offered, before.total.offered) == (9, 6)
    assert [line.label for line in now.by_term.lines] == [
        "First term 2026/2027",
        "Second term 2025/2026",
        "First term 2025/2026",
        "Second term 2024/2025",
        "First term 2024/2025",
        "Second term 2023/2024",
    ]
    assert figures(school_a, "2019-1") == now
    assert figures(school_a, "made-up") == now


def test_lines_by_kind_and_path(lesson, school_a):
    path = LearningPathFactory(slug="cztery")
    StepFactory(path=path, achievement=lesson.debate)
    give(lesson.debate, lesson.group, lesson.students)
    give(lesson.petition, lesson.group, lesson.students[:10], seen_after=HOUR)

    kinds, paths = figures(school_a).breakdowns

    assert [(line.label, line.offered, line.within_lesson) for line in kinds.lines] == [
        ("Microcredentials", 10, 0),
        ("Digital badges", 20, 20),
    ]
    assert [(line.label, line.offered) for line in paths.lines] == [("cztery (en)", 20), ("On no path", 10)]


def test_a_path_of_another_school_is_not_named(lesson, issuer, school_b):
    StepFactory(path=LearningPathFactory(slug="tajna", owner_group=school_b.group), achievement=lesson.debate)
    give(lesson.debate, lesson.group, lesson.students)

    labels = [line.label for line in report(of_issuer(issuer), TODAY).breakdowns[1].lines]

    assert labels == ["Paths of other schools"]


def test_three_students_have_no_figures(lesson, school_a):
    give(lesson.debate, lesson.group, lesson.students[:3])

    found = figures(school_a)

    assert (found.people, found.total, found.breakdowns) == (None, Line("First term 2026/2027", 0, None), ())
    assert found.by_term.lines[0].offered is None


def test_a_school_counts_its_own_and_an_issuer_what_it_answers_for(lesson, issuer, school_a, school_b):
    other = make_class(school_b, "1A", "far")
    far = pupils(other.group, 7, "far")
    give(lesson.debate, lesson.group, lesson.students)
    give(lesson.debate, other.group, far)
    give(AchievementFactory(slug="obca", issuer=IssuerFactory()), other.group, far)

    assert figures(school_a).total.offered == 20
    assert figures(school_b).total.offered == 14
    assert report(of_issuer(issuer), TODAY).total.offered == 27
    assert report(of_portal("Kotylion"), TODAY).total.offered == 34


def test_regions_are_those_of_the_schools_towns(lesson, issuer):
    elk, lublin = SchoolFactory(town="Ełk"), SchoolFactory(town="Lublin")
    for school, number in ((elk, 9), (lublin, 6)):
        group = make_class(school, "1A", school.slug).group
        give(lesson.debate, group, pupils(group, number, school.slug))

    regions = report(of_issuer(issuer), TODAY).breakdowns[2]

    assert [(line.label, line.offered) for line in regions.lines] == [
        ("lubelskie", 6),
        ("warmińsko-mazurskie", 9),
    ]


@pytest.fixture
def by_mail(lesson, teacher):
    """Forty letters of the autumn: twenty taken a day later, seven declined, six over, seven waiting."""
    batch = AwardBatch.objects.create(
        version=lesson.debate.current_version, group=lesson.group, created_at=AUTUMN, undo_until=AUTUMN,
        signed_at=AUTUMN,
    )  # fmt: skip
    wave = OfferRound.objects.create(batch=batch, send_at=AUTUMN, expires_at=AUTUMN + 30 * DAY)
    states = ["held"] * 20 + ["declined"] * 7 + ["expired"] * 6 + ["opened"] * 7
    holders = iter([UserFactory(username=f"outsider-{n}") for n in range(20)])
    for at, state in enumerate(states):
        one = Offer(
            round=wave, position=at, state=state, offered_at=AUTUMN, digest=str(at), code_digest=str(at)
        )
        if state == "held":
            one.ended_at = AUTUMN + timedelta(hours=20)
            one.credential = Credential.objects.create(
                batch=batch, version=batch.version, achievement=lesson.debate, recipient=next(holders),
                state="held", awarded_at=one.ended_at,
            )  # fmt: skip
        one.save()
    return wave


def test_letters_are_offered_whatever_became_of_them(by_mail, lesson, school_a):
    give(lesson.debate, lesson.group, lesson.students)

    found = figures(school_a)
    ways, letters = found.breakdowns[-2:]

    # Counted from the letter: twenty hours, not from the moment of taking.
    assert found.total == Line("First term 2026/2027", 0, 60, held=40, within_lesson=20, wait=0)
    assert (found.people, found.at_least) == (40, True)
    assert [(line.label, line.offered, line.held, line.wait) for line in ways.lines] == [
        ("Given in a group", 20, 20, 0),
        ("Offer by e-mail", 40, 20, 4),
    ]
    assert [(line.label, line.offered, line.created) for line in letters.lines] == [
        ("Took the badge", 20, None),
        ("No answer yet", 7, None),
        ("Said no", 7, None),
        ("Ran out unanswered", 6, None),
    ]


@pytest.mark.parametrize(
    ("declined", "expired", "labels"),
    [
        (3, 3, ["Took the badge", "No answer yet", "Said no, or ran out"]),
        (2, 0, []),
        (0, 6, ["Took the badge", "No answer yet", "Said no", "Ran out unanswered"]),
    ],
)
def test_few_answers_are_taken_together_or_not_told(by_mail, school_a, declined, expired, labels):
    for state, stays in (("declined", declined), ("expired", expired)):
        gone = by_mail.offers.filter(state=state).values_list("pk", flat=True)[stays:]
        Offer.objects.filter(pk__in=list(gone)).delete()

    found = figures(school_a)

    assert [line.label for one in found.breakdowns if one.code == "letters" for line in one.lines] == labels


def test_slips_stand_with_printed_codes(by_mail, lesson, school_a):
    OfferRound.objects.update(on_paper=True)
    give(lesson.debate, lesson.group, lesson.students)

    (ways,) = (one for one in figures(school_a).breakdowns if one.code in ("ways", "letters"))

    assert [(line.label, line.offered, line.held) for line in ways.lines] == [
        ("Given in a group", 20, 20),
        ("Printed codes", 40, 20),
    ]


def test_letters_that_reached_nobody_are_not_offered(by_mail, school_a):
    by_mail.offers.exclude(state="held").update(state="failed", offered_at=None)
    assert figures(school_a).total.offered == 20


def queries_of(scope):
    with CaptureQueriesContext(connection) as asked:
        report(scope(), timezone.localdate())
    return len(asked)


def test_as_many_queries_for_one_class_as_for_forty_in_three_schools(db):
    school = populate(classes=1, size=6, badges=12, seed=1).school
    issuer = Issuer.objects.get()
    scopes = (lambda: of_school(school), lambda: of_issuer(issuer), lambda: of_portal("x"))
    small = [queries_of(scope) for scope in scopes]
    for seed in (2, 3):
        populate(classes=20, size=6, badges=20, seed=seed)

    assert small == [queries_of(scope) for scope in scopes] == [9, 9, 9]


def test_a_school_is_read_by_its_own_awards_whatever_others_have(db):
    school = populate(classes=2, size=6, badges=12, seed=1).school
    populate(classes=6, size=6, badges=12, seed=2)
    with CaptureQueriesContext(connection) as asked:
        report(of_school(school), timezone.localdate())
    counting = next(one["sql"] for one in asked if 'AS "in_term"' in one["sql"])
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            pytest.skip("The plan is SQLite's.")
        cursor.execute(f"EXPLAIN QUERY PLAN {counting}")
        plan = " ".join(row[3] for row in cursor.fetchall())

    # By the group's awards to their badges; never through everybody's.
    assert "SEARCH credentials_credential USING INDEX credentials_credential_batch_id" in plan
    assert "(group_id=?)" in plan
    assert "SCAN" not in plan
