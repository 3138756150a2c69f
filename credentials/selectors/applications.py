"""Reading applications: where one may apply, one's own, and those one assesses, the longest waiting first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from core.access import visible
from core.translated import in_language
from credentials.enums import LearnerApplicationDecision, LearnerApplicationState
from credentials.issuer_standing import issuers_in_good_standing
from credentials.models import (
    Achievement,
    ApplicationDesk,
    Evidence,
    LearnerApplication,
    LearnerApplicationReview,
)
from credentials.scales import Scale
from credentials.selectors.badges import OutcomeText, issuer_name, outcomes_of
from credentials.selectors.evidence import assessed_by
from credentials.selectors.evidence_views import EvidenceView, evidence_view
from credentials.selectors.issuer_people import issuers_worked_for
from people.models import Membership, User
from people.selectors.groups import groups_led_by

Person = User | AnonymousUser
MOST_DESKS, MOST_APPLICATIONS = 12, 50


def assessed_desks(user: Person) -> Q:
    """A condition over desks: those whose applications the person answers."""
    return Q(group__in=groups_led_by(user)) | Q(
        group=None, achievement__issuer__in=issuers_worked_for(user, "may_award")
    )


@visible(ApplicationDesk)
def desks_visible_to(user: Person) -> QuerySet[ApplicationDesk]:
    """Where one may apply, and where one assesses."""
    if user.is_anonymous or not user.is_active:
        return ApplicationDesk.objects.none()
    member = Membership.objects.current().filter(user=user.pk, group=OuterRef("group"))
    may_apply = Q(closed_at=None) & (
        Exists(member) | Q(issuers_in_good_standing("achievement__issuer__"), group=None)
    )
    return ApplicationDesk.objects.filter(may_apply | assessed_desks(user)).select_related(
        "achievement__current_version", "achievement__issuer", "achievement__club", "group"
    )


@visible(LearnerApplication)
def applications_visible_to(user: Person) -> QuerySet[LearnerApplication]:
    """One's own, and those one assesses."""
    if user.is_anonymous or not user.is_active:
        return LearnerApplication.objects.none()
    return LearnerApplication.objects.filter(Q(applicant=user) | _assessed(user)).select_related(
        "desk__achievement__issuer",
        "desk__achievement__current_version",
        "desk__achievement__club",
        "desk__group",
        "applicant",
    )


def _assessed(user: Person) -> Q:
    """Nobody answers their own; what the learner took back is theirs alone again."""
    desks = ApplicationDesk.objects.filter(assessed_desks(user))
    return Q(desk__in=desks) & ~Q(applicant_id=user.pk) & ~Q(state=LearnerApplicationState.WITHDRAWN)


@assessed_by
def evidence_of_applications(user: Person) -> Q:
    """The pieces handed in with applications that one assesses."""
    found = LearnerApplication.objects.filter(_assessed(user))
    return Q(learner_applications__in=found, withdrawn_at=None, purged_at=None)


@dataclass(frozen=True)
class AnswerView:
    """One answer of an assessor."""

    decision: str
    label: str
    hint: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ApplicationView:
    """An application with everything beside it that is needed to judge it."""

    id: UUID
    achievement: Achievement
    badge_name: str
    place_name: str
    mine: bool
    applicant_name: str
    state: str
    state_label: str
    statement: str
    created_at: datetime
    waiting_since: datetime
    evidence: tuple[EvidenceView, ...]
    answers: tuple[AnswerView, ...]
    outcomes: tuple[OutcomeText, ...]
    assessor_note: str
    # For the assessor: the scale on which a grade may be given.
    result_scale: Scale | None
    credential_id: UUID | None


@dataclass(frozen=True)
class DeskView:
    """Where one may apply for a badge, who will read it, and the application one has made for it last."""

    id: UUID
    achievement: Achievement
    badge_name: str
    place_name: str
    who_reads: str
    outcomes: tuple[OutcomeText, ...]
    open: bool
    mine: UUID | None


def application_views(found: QuerySet[LearnerApplication], viewer: User) -> tuple[ApplicationView, ...]:
    """Three queries at any number."""
    rows = found.prefetch_related(
        Prefetch("evidence", queryset=Evidence.objects.filter(withdrawn_at=None).select_related("upload")),
        Prefetch("reviews", queryset=LearnerApplicationReview.objects.select_related("reviewer")),
    )
    return tuple(_view(one, viewer) for one in rows)


def application_view(one: LearnerApplication, viewer: User) -> ApplicationView:
    (shown,) = application_views(applications_visible_to(viewer).filter(pk=one.pk), viewer)
    return shown


def to_review(user: User) -> QuerySet[LearnerApplication]:
    """What waits for this assessor, the oldest first."""
    waiting = applications_visible_to(user).filter(_assessed(user), state=LearnerApplicationState.HANDED_IN)
    return waiting.order_by("waiting_since", "id")


def own_applications(user: User) -> QuerySet[LearnerApplication]:
    """The person's own, the newest first."""
    return applications_visible_to(user).filter(applicant=user).order_by("-created_at", "id")


def desk_views(desks: QuerySet[ApplicationDesk], viewer: User) -> tuple[DeskView, ...]:
    """Two queries at any number."""
    found = list(desks[:MOST_DESKS])
    mine: dict[UUID, UUID] = dict(
        LearnerApplication.objects.filter(
            applicant=viewer, achievement__in=[desk.achievement_id for desk in found]
        )
        .exclude(state=LearnerApplicationState.WITHDRAWN)
        .order_by("created_at")
        .values_list("achievement_id", "pk")
    )
    return tuple(_desk_view(desk, mine.get(desk.achievement_id)) for desk in found)


def desks_of(user: User) -> QuerySet[ApplicationDesk]:
    """The open desks whose applications the person answers."""
    return desks_visible_to(user).filter(assessed_desks(user), closed_at=None).order_by("-opened_at", "id")


def desks_for(user: User, achievement: Achievement) -> tuple[DeskView, ...]:
    """Where this person may apply for the badge: the own class first."""
    open_ones = desks_visible_to(user).filter(achievement=achievement, closed_at=None)
    return desk_views(open_ones.order_by("group__name", "id"), user)


def place_name(desk: ApplicationDesk) -> str:
    return desk.group.name if desk.group is not None else issuer_name(desk.achievement)


def _desk_view(desk: ApplicationDesk, mine: UUID | None) -> DeskView:
    version = desk.achievement.current_version
    return DeskView(
        id=desk.pk,
        achievement=desk.achievement,
        badge_name=in_language(version.name) if version else "",
        place_name=place_name(desk),
        who_reads=_who_reads(desk),
        outcomes=outcomes_of(version) if version else (),
        open=desk.closed_at is None,
        mine=mine,
    )


def _who_reads(desk: ApplicationDesk) -> str:
    if desk.group is not None:
        return _("Only you and those who lead %(name)s read what you send.") % {"name": desk.group.name}
    return _(
        "Only you and the assessors of %(name)s read what you send. They see your first and last name."
    ) % {"name": issuer_name(desk.achievement)}


def _view(one: LearnerApplication, viewer: User) -> ApplicationView:
    desk, achievement = one.desk, one.desk.achievement
    version = achievement.current_version
    mine = one.applicant_id == viewer.pk
    # A learner hears an issuer's answer from the issuer, not from a person they do not know.
    by_issuer = "" if desk.group_id is not None else issuer_name(achievement)
    return ApplicationView(
        id=one.pk,
        achievement=achievement,
        badge_name=in_language(version.name) if version else "",
        place_name=place_name(desk),
        mine=mine,
        applicant_name="" if mine else one.applicant.get_full_name(),
        state=one.state,
        state_label=str(LearnerApplicationState(one.state).label),
        statement=one.statement,
        created_at=one.created_at,
        waiting_since=one.waiting_since,
        evidence=tuple(evidence_view(piece) for piece in one.evidence.all()),
        answers=tuple(_answer(answer, by_issuer) for answer in one.reviews.all()),
        outcomes=outcomes_of(version) if version else (),
        assessor_note=in_language(version.assessor_note) if version and not mine else "",
        result_scale=Scale.from_json(version.result_scale) if version and not mine else None,
        credential_id=one.credential_id if mine else None,
    )


def _answer(answer: LearnerApplicationReview, by_issuer: str) -> AnswerView:
    return AnswerView(
        answer.decision,
        str(LearnerApplicationDecision(answer.decision).label),
        answer.hint,
        by_issuer or (answer.reviewer.get_full_name() if answer.reviewer else ""),
        answer.created_at,
    )
