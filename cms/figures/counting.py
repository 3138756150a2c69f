"""Reading what the figures are made of: counts by achievement, place, term and time to claim, never one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
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
from credentials.enums import LIVING_STATES, CredentialState, OfferState
from credentials.models import Achievement, ClaimCode, Credential, Offer

MOST_SLOW = 5_000
GONE_STATES = [state for state in CredentialState if state not in LIVING_STATES]
# The group on top of the one in which a badge was given: a school, an organisation, or the group itself.
_TOP = Coalesce("batch__group__parent__parent", "batch__group__parent", "batch__group")
_CODE_TOP = Coalesce("group__parent__parent", "group__parent", "group")
_OFFER_TOP = Coalesce(
    "round__batch__group__parent__parent", "round__batch__group__parent", "round__batch__group"
)
# Letters that reached somebody who has not taken the badge.
UNTAKEN = (OfferState.OFFERED, OfferState.OPENED, OfferState.DECLINED, OfferState.EXPIRED)


class Way(StrEnum):
    """How a badge came to its owner, or waits for one."""

    DIRECT = "direct"
    CODE = "code"
    LETTER = "letter"


@dataclass(frozen=True)
class Counted:
    """`number` equal badges: offered in one term, below one place, claimed in the same step of waiting.

    `answer` is the state of letters and slips that did not bring a badge (`UNTAKEN`), and `list_id` the list on which
    their addresses stand, or the sheet of slips, each person once; both are empty for everything else.
    """

    term: SchoolTerm
    achievement: UUID
    kind: str
    place: UUID | None
    way: Way
    step: int
    number: int
    answer: str = ""
    list_id: UUID | None = None

    @property
    def is_open_code(self) -> bool:
        """A printed code of a club that nobody used yet."""
        return self.way == Way.CODE and self.step == WAITING and self.list_id is None

    @property
    def of_one_each(self) -> UUID:
        """Badges of one achievement belong to as many people, and letters to one list as well. Somebody who stands on
        several lists may have been sent one badge more than once.
        """
        return self.list_id or self.achievement


@dataclass(frozen=True)
class Slow:
    """A badge that was not held within the lesson, and whose it is."""

    term: SchoolTerm
    achievement: UUID
    kind: str
    place: UUID | None
    way: Way
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
    """Badges that people have now, printed codes nobody used yet, and letters that did not bring a badge.

    Three queries, however many badges.
    """
    given = (
        _with_steps(_living(scope, terms))
        .annotate(in_term=_term_at("awarded_at", terms), place=_TOP)
        .values_list("in_term", "achievement_id", "achievement__kind", "place", "way", "step")
        .annotate(number=Count("pk"))
        .order_by()
    )
    codes = (
        _open_codes(scope, terms)
        .annotate(in_term=_term_at("printed_at", terms), place=_CODE_TOP)
        .values_list("in_term", "achievement_id", "achievement__kind", "place")
        .annotate(number=Count("pk"))
        .order_by()
    )
    letters = (
        _untaken(scope, terms)
        .annotate(in_term=_term_at("offered_at", terms), place=_OFFER_TOP, way=_way_of_offers())
        .values_list(
            "way",
            "in_term",
            "round__batch__version__achievement",
            "round__batch__version__achievement__kind",
            "place",
            "state",
            "round",
        )
        .annotate(number=Count("pk"))
        .order_by()
    )
    return [
        *(
            Counted(terms[term], badge, kind, place, Way(way), step, number)
            for term, badge, kind, place, way, step, number in given
        ),
        *(
            Counted(terms[term], badge, kind, place, Way.CODE, WAITING, number)
            for term, badge, kind, place, number in codes
        ),
        *(
            Counted(terms[term], badge, kind, place, Way(way), WAITING, number, answer, wave)
            for way, term, badge, kind, place, answer, wave, number in letters
        ),
    ]


def behind(scope: Scope, term: SchoolTerm, badges: Iterable[Counted]) -> Behind:
    """How many people stand behind `badges`, all those of one term. One query."""
    by_outcome = {one.name: Count("pk", filter=Q(step__in=_steps_of(one))) for one in Outcome}
    by_person = _with_steps(_living(scope, [term])).values("recipient").annotate(**by_outcome).order_by()
    has: dict[str, Any] = {
        f"people_{one.name}": Sum(Case(When(**{f"{one.name}__gt": 0, "then": 1}), default=0))
        for one in Outcome
    }
    most: dict[str, Any] = {f"most_{one.name}": Max(one.name) for one in Outcome}
    found = by_person.aggregate(everybody=Count("recipient"), **has, **most)
    having = Behind(
        people={one: found[f"people_{one.name}"] or 0 for one in Outcome},
        most={one: found[f"most_{one.name}"] or 0 for one in Outcome},
        everybody=found["everybody"],
    )
    return with_waiting(having, badges)


def with_waiting(having: Behind, badges: Iterable[Counted]) -> Behind:
    """Those who have badges and those for whom one waits.

    Each open code is somebody of its own. Of letters only the longest list is sure to be about as many people, who may
    be the same as those with badges; and one person may stand on all lists.
    """
    codes, lists = 0, Counter[UUID]()
    for one in badges:
        if one.list_id is not None:
            lists[one.list_id] += one.number
        elif one.is_open_code:
            codes += one.number
    longest = max(lists.values(), default=0)
    not_yet = Outcome.NOT_YET
    return Behind(
        people={**having.people, not_yet: max(having.people[not_yet] + codes, longest)},
        most={**having.most, not_yet: having.most[not_yet] + len(lists)},
        everybody=max(having.everybody + codes, longest),
        at_least=bool(lists),
    )


def slow(scope: Scope, term: SchoolTerm) -> list[Slow]:
    """Badges of one term that were not held within the lesson: all while they are few. One query.

    Who is behind them is counted and forgotten: it tells how many people a small number is about.
    """
    rows = (
        _with_steps(_living(scope, [term]))
        .exclude(step__in=_steps_of(Outcome.WITHIN_LESSON))
        .annotate(place=_TOP)
        .values_list("achievement_id", "achievement__kind", "place", "way", "step", "recipient_id")
    )
    return [
        Slow(term, achievement, kind, place, Way(way), outcome_of(step), person)
        for achievement, kind, place, way, step, person in rows.order_by()[:MOST_SLOW]
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


def _untaken(scope: Scope, terms: Sequence[SchoolTerm]) -> QuerySet[Offer]:
    since, until = moment(terms[-1]), moment(terms[0].next)
    untaken = Offer.objects.filter(scope.offers, state__in=UNTAKEN)
    return untaken.filter(offered_at__gte=since, offered_at__lt=until)


def _with_steps(credentials: QuerySet[Credential]) -> QuerySet[Any]:
    """With the `way` it came and the `step` of waiting: from the offer (the code was printed, the first letter left, or
    the award) until the badge was in its owner's hands (the code was redeemed, the offer taken; or the badge was seen
    by its owner or signed, whichever came first).
    """
    signed = Case(When(state=CredentialState.HELD, then=F("batch__signed_at")))
    seen_or_signed = Coalesce(Least("celebrated_at", signed), "celebrated_at", signed)
    offered, taken = (
        Coalesce("claim_code__printed_at", "offer__offered_at", "offer__round__send_at", "awarded_at"),
        Coalesce("claim_code__claimed_at", "offer__ended_at", seen_or_signed),
    )
    way = Case(
        When(claim_code__isnull=False, then=Value(Way.CODE)),
        When(offer__isnull=False, then=_way_of_offers("offer__")),
        default=Value(Way.DIRECT),
    )
    steps = [When(waited__lte=wait.total_seconds(), then=number) for number, wait in enumerate(WAITS)]
    return credentials.alias(waited=SecondsBetween(offered, taken)).annotate(
        way=way,
        step=Case(
            *steps, When(waited__isnull=False, then=LONGER), default=WAITING, output_field=IntegerField()
        ),
    )


def _way_of_offers(to: str = "") -> Case:
    """On a slip of paper, or by letter."""
    return Case(When(**{f"{to}round__on_paper": True, "then": Value(Way.CODE)}), default=Value(Way.LETTER))


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
