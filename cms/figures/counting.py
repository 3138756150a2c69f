"""Reading what the figures are made of: counts by achievement, place, term and time to claim, never one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Max, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from cms.figures.school_terms import SchoolTerm
from cms.figures.scopes import Scope
from cms.figures.tallies import LONGER, WAITING, WAITS, Outcome, outcome_of
from cms.figures.withholding import Behind
from core.durations import SecondsBetween
from credentials.enums import LIVING_STATES, CredentialState
from credentials.models import Achievement, ClaimCode, Credential

MOST_SLOW = 5_000
GONE_STATES = [state for state in CredentialState if state not in LIVING_STATES]
# The group on top of the one in which a badge was given: a school, an organisation, or the group itself.
_TOP = Coalesce("batch__group__parent__parent", "batch__group__parent", "batch__group")
_CODE_TOP = Coalesce("group__parent__parent", "group__parent", "group")


@dataclass(frozen=True)
class Counted:
    """`number` equal badges: offered in one term, below one place, claimed in the same step of waiting. `is_code`: they
    are printed codes that nobody used yet.
    """

    term: SchoolTerm
    achievement: UUID
    kind: str
    place: UUID | None
    step: int
    number: int
    is_code: bool = False


@dataclass(frozen=True)
class Slow:
    """A badge that was not held within the lesson, and whose it is."""

    term: SchoolTerm
    achievement: UUID
    kind: str
    place: UUID | None
    outcome: Outcome
    person: UUID


@dataclass(frozen=True)
class Made:
    """An achievement that was made in a term."""

    term: SchoolTerm
    achievement: UUID
    kind: str
    place: UUID | None


def counted(scope: Scope, terms: Sequence[SchoolTerm]) -> list[Counted]:
    """Badges that people have now and printed codes nobody used yet. Two queries, however many badges."""
    given = (
        _with_steps(_living(scope, terms))
        .annotate(in_term=_term_at("awarded_at", terms), place=_TOP)
        .values_list("in_term", "achievement_id", "achievement__kind", "place", "step")
        .annotate(number=Count("pk"))
        .order_by()
    )
    codes = (
        _open_codes(scope, terms)
        .annotate(in_term=_term_at("printed_at", terms), place=_CODE_TOP, step=Value(WAITING))
        .values_list("in_term", "achievement_id", "achievement__kind", "place", "step")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return [
        Counted(terms[term], achievement, kind, place, step, number, is_code)
        for rows, is_code in ((given, False), (codes, True))
        for term, achievement, kind, place, step, number in rows
    ]


def behind(scope: Scope, term: SchoolTerm, waiting_codes: int) -> Behind:
    """How many people stand behind the badges of one term. One query; each open code is somebody of its own."""
    by_outcome = {one.name: Count("pk", filter=Q(step__in=_steps_of(one))) for one in Outcome}
    by_person = _with_steps(_living(scope, [term])).values("recipient").annotate(**by_outcome).order_by()
    has: dict[str, Any] = {
        f"people_{one.name}": Sum(Case(When(**{f"{one.name}__gt": 0, "then": 1}), default=0))
        for one in Outcome
    }
    most: dict[str, Any] = {f"most_{one.name}": Max(one.name) for one in Outcome}
    found = by_person.aggregate(everybody=Count("recipient"), **has, **most)
    people = {one: found[f"people_{one.name}"] or 0 for one in Outcome}
    people[Outcome.NOT_YET] += waiting_codes
    return Behind(
        people=people,
        most={one: found[f"most_{one.name}"] or 0 for one in Outcome},
        everybody=found["everybody"] + waiting_codes,
    )


def slow(scope: Scope, term: SchoolTerm) -> list[Slow]:
    """Badges of one term that were not held within the lesson: all while they are few. One query.

    Who is behind them is counted and forgotten: it tells how many people a small number is about.
    """
    rows = (
        _with_steps(_living(scope, [term]))
        .exclude(step__in=_steps_of(Outcome.WITHIN_LESSON))
        .annotate(place=_TOP)
        .values_list("achievement_id", "achievement__kind", "place", "step", "recipient_id")
    )
    return [
        Slow(term, achievement, kind, place, outcome_of(step), person)
        for achievement, kind, place, step, person in rows.order_by()[:MOST_SLOW]
    ]


def made(scope: Scope, terms: Sequence[SchoolTerm]) -> list[Made]:
    """Achievements published at least once, by the term in which they were made. One query."""
    since, until = moment(terms[-1]), moment(terms[0].next)
    rows = (
        Achievement.objects.filter(scope.achievements, current_version__isnull=False)
        .filter(created_at__gte=since, created_at__lt=until)
        .values_list("created_at", "pk", "kind", Coalesce("club__parent", "issuer__group"))
    )
    return [Made(_term_among(created, terms), pk, kind, place) for created, pk, kind, place in rows]


def moment(term: SchoolTerm) -> datetime:
    """Its first midnight here."""
    return timezone.make_aware(datetime.combine(term.first_day, time.min))


def _living(scope: Scope, terms: Sequence[SchoolTerm]) -> QuerySet[Credential]:
    since, until = moment(terms[-1]), moment(terms[0].next)
    # Not `living()`: the index of states would lead SQLite through everybody's badges.
    return Credential.objects.exclude(state__in=GONE_STATES).filter(
        scope.credentials, awarded_at__gte=since, awarded_at__lt=until
    )


def _open_codes(scope: Scope, terms: Sequence[SchoolTerm]) -> QuerySet[ClaimCode]:
    since, until = moment(terms[-1]), moment(terms[0].next)
    unused = ClaimCode.objects.filter(scope.codes, claimed_at=None, ended_at=None)
    return unused.filter(printed_at__gte=since, printed_at__lt=until)


def _with_steps(credentials: QuerySet[Credential]) -> QuerySet[Any]:
    """With the `step` of waiting: from the offer (the code was printed, or the award) until the badge was in its
    owner's hands (the code was redeemed; or the badge was seen by its owner or signed, whichever came first).
    """
    signed = Case(When(state=CredentialState.HELD, then=F("batch__signed_at")))
    seen_or_signed = Coalesce(Least("celebrated_at", signed), "celebrated_at", signed)
    offered, taken = (
        Coalesce("claim_code__printed_at", "awarded_at"),
        Coalesce("claim_code__claimed_at", seen_or_signed),
    )
    steps = [When(waited__lte=wait.total_seconds(), then=number) for number, wait in enumerate(WAITS)]
    return credentials.alias(waited=SecondsBetween(offered, taken)).annotate(
        step=Case(
            *steps, When(waited__isnull=False, then=LONGER), default=WAITING, output_field=IntegerField()
        )
    )


def _steps_of(outcome: Outcome) -> list[int]:
    return [step for step in range(WAITING + 1) if outcome_of(step) == outcome]


def _term_at(column: str, terms: Sequence[SchoolTerm]) -> Case:
    """The position among `terms`, which go from the latest to the earliest."""
    return Case(
        *(When(**{f"{column}__gte": moment(term), "then": number}) for number, term in enumerate(terms)),
        output_field=IntegerField(),
    )


def _term_among(at: datetime, terms: Sequence[SchoolTerm]) -> SchoolTerm:
    return next(term for term in terms if at >= moment(term))
