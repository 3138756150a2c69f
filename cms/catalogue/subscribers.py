"""What is published, changed, vouched for, reported or put away comes into the catalogue, or leaves it."""

from __future__ import annotations

from uuid import UUID

from clubs.domain_events import ClubArchived, ClubChanged, ClubRestored, ClubStarted, VouchDecided
from cms.catalogue.tasks import draw_messenger_picture, refresh_later
from core.emitting import on
from credentials.domain_events import (
    AchievementEndorsed,
    AchievementPublished,
    AchievementRestored,
    AchievementWithdrawn,
    EndorsementWithdrawn,
    IssuerDescribed,
    IssuerStandingChanged,
)
from credentials.models import Achievement
from events.domain_events import EventCancelled, EventChanged, EventMoved, EventPlanned
from events.models import Event
from people.domain_events import ContentReported, ReportDecided
from people.models import Report

MOST_OF_A_CLUB = 2000
MOST_OF_AN_ISSUER = 5000
# What may be reported, and the source that lists it.
_REPORTED = {"clubs.Club": "clubs", "clubs.ClubBadge": "achievements", "events.Event": "events"}


def an_achievement(
    fact: AchievementPublished
    | AchievementRestored
    | AchievementWithdrawn
    | AchievementEndorsed
    | EndorsementWithdrawn,
) -> None:
    refresh_later("achievements", [fact.achievement_id])


def draw_when_published(fact: AchievementPublished) -> None:
    draw_messenger_picture.enqueue(str(fact.achievement_id))


def an_event(fact: EventPlanned | EventMoved | EventChanged | EventCancelled) -> None:
    refresh_later("events", [fact.event_id])


def a_club(fact: ClubStarted | ClubChanged | ClubArchived | ClubRestored | VouchDecided) -> None:
    _club(fact.group_id)


def something_reported(fact: ContentReported | ReportDecided) -> None:
    report = Report.objects.filter(pk=fact.report_id).values_list("kind", "object_id").first()
    if report is None or report[0] not in _REPORTED:
        return
    if report[0] == "clubs.Club":
        _club(report[1])
    else:
        refresh_later(_REPORTED[report[0]], [report[1]])


def an_issuer(fact: IssuerDescribed | IssuerStandingChanged) -> None:
    """What is awarded in its name comes and goes with it."""
    refresh_later("issuers", [fact.issuer_id])
    awarded = Achievement.objects.filter(issuer=fact.issuer_id).values_list("pk", flat=True)
    refresh_later("achievements", awarded[:MOST_OF_AN_ISSUER])


def _club(group_id: UUID) -> None:
    """A club comes and goes with its badges and its events."""
    refresh_later("clubs", [group_id])
    badges = Achievement.objects.filter(club=group_id).values_list("pk", flat=True)
    refresh_later("achievements", badges[:MOST_OF_A_CLUB])
    refresh_later(
        "events", Event.objects.filter(group=group_id).values_list("pk", flat=True)[:MOST_OF_A_CLUB]
    )


on(AchievementPublished)(an_achievement)
on(AchievementPublished)(draw_when_published)
on(AchievementRestored)(an_achievement)
on(AchievementWithdrawn)(an_achievement)
on(AchievementEndorsed)(an_achievement)
on(EndorsementWithdrawn)(an_achievement)
on(IssuerDescribed)(an_issuer)
on(IssuerStandingChanged)(an_issuer)
on(EventPlanned)(an_event)
on(EventMoved)(an_event)
on(EventChanged)(an_event)
on(EventCancelled)(an_event)
on(ClubStarted)(a_club)
on(ClubChanged)(a_club)
on(ClubArchived)(a_club)
on(ClubRestored)(a_club)
on(VouchDecided)(a_club)
on(ContentReported)(something_reported)
on(ReportDecided)(something_reported)
