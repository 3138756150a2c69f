"""What the people of an issuer see of it in the app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from core.translated import FALLBACK, LANGUAGES, in_language
from credentials.enums import OPEN_ISSUER_APPLICATIONS, IssuerApplicationState, Standing
from credentials.issuer_criteria import CRITERIA
from credentials.issuer_standing import is_shown, shown_issuers
from credentials.models import AwardRequest, Issuer, IssuerApplication, IssuerMember
from credentials.selectors.endorsers import groups_spoken_for, is_adult
from credentials.selectors.issuer_history import Decision, history, standing_in_words
from credentials.selectors.issuer_people import SPEAKING_ROLES, issuers_worked_for, works_for
from people.enums import LEADING_ROLES, VOUCHING_KINDS, GroupKind, Role
from people.models import Group, Membership, User

MOST_ISSUERS, MOST_GROUPS, MOST_PEOPLE, MOST_PLACES, MOST_REQUESTS, MOST_TO_ASK = 20, 50, 70, 50, 50, 100
# A team awards what its class may.
AWARDING_KINDS = (GroupKind.SCHOOL, GroupKind.SCHOOL_CLASS, GroupKind.CLUB, GroupKind.ORGANISATION)
WRITABLE = (IssuerApplicationState.DRAFT, IssuerApplicationState.MORE_ASKED)


@dataclass(frozen=True)
class Choice:
    code: str
    label: str


@dataclass(frozen=True)
class IssuerRow:
    """An issuer in a list. `tone` is good, warning, over or quiet; `application` an IssuerApplicationState or ""."""

    id: UUID
    name: str
    standing: str
    tone: str
    line: str
    application: str
    application_label: str


@dataclass(frozen=True)
class MyIssuers:
    """`groups` are schools and organisations that could apply; `may_start` an organisation new here; `leads` are groups
    of the person that could award badges of some issuer.
    """

    issuers: tuple[IssuerRow, ...]
    groups: tuple[Choice, ...]
    may_start: bool
    leads: tuple[Choice, ...]


@dataclass(frozen=True)
class Words:
    language: str
    name: str
    description: str
    quality_assurance: str


@dataclass(frozen=True)
class IssuerDesk:
    """`public_path` is empty while there is no public page."""

    row: IssuerRow
    more: str
    manages: bool
    may_define: bool
    may_award: bool
    may_apply: bool
    organisation: str
    words: tuple[Words, ...]
    url: str
    email: str
    name_fixed: bool
    agreement_number: str
    agreement_from: date | None
    agreement_until: date | None
    public_path: str
    figures_path: str
    history: tuple[Decision, ...]


@dataclass(frozen=True)
class Question:
    """One criterion in the form. `met` is None until somebody has looked at it."""

    code: str
    group: str
    group_label: str
    title: str
    question: str
    why: str
    required: bool
    answer: str
    link: str
    met: bool | None
    note: str


@dataclass(frozen=True)
class ApplicationView:
    id: UUID
    state: str
    state_label: str
    writable: bool
    reason: str
    written_in: str
    sent_at: datetime | None
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Colleague:
    """`id` of the membership; None for who coordinates the organisation and may do everything."""

    id: UUID | None
    name: str
    manages: bool
    may_define: bool
    may_award: bool
    is_me: bool


@dataclass(frozen=True)
class IssuerPeople:
    people: tuple[Colleague, ...]
    open_links: int


@dataclass(frozen=True)
class Place:
    id: UUID
    name: str
    kind_label: str
    allowed: bool


@dataclass(frozen=True)
class PlaceRequest:
    id: UUID
    group_name: str
    kind_label: str
    note: str
    asked_at: datetime


@dataclass(frozen=True)
class IssuerPlaces:
    """Where its badges may be awarded and, of its own organisation, where they could be; and who asks."""

    places: tuple[Place, ...]
    requests: tuple[PlaceRequest, ...]


@dataclass(frozen=True)
class IssuersToAsk:
    """For who leads a group: issuers that could let it award, and those it has asked or has."""

    issuers: tuple[Choice, ...]
    asked: tuple[str, ...]
    allowed: tuple[str, ...]


def my_issuers(user: User) -> MyIssuers:
    """Four queries and those about the person."""
    found = list(issuers_worked_for(user).order_by("slug")[:MOST_ISSUERS])
    states = _open_states([issuer.pk for issuer in found])
    free = groups_spoken_for(user).filter(issuers=None).order_by("name")[:MOST_GROUPS]
    leading = Membership.objects.current().filter(
        user=user, group=OuterRef("pk"), role__in=(*LEADING_ROLES, Role.COORDINATOR)
    )
    led = Group.objects.open().filter(Exists(leading), kind__in=AWARDING_KINDS).select_related("parent")
    return MyIssuers(
        leads=tuple(
            Choice(str(group.pk), _named(group)) for group in led.order_by("name", "id")[:MOST_GROUPS]
        ),
        issuers=tuple(_row(issuer, states.get(issuer.pk, "")) for issuer in found),
        groups=tuple(Choice(str(group.pk), group.name) for group in free),
        may_start=is_adult(user),
    )


def issuer_desk(issuer: Issuer, user: User) -> IssuerDesk:
    state = _open_states([issuer.pk]).get(issuer.pk, "")
    return IssuerDesk(
        row=_row(issuer, state),
        more=standing_in_words(issuer).more,
        manages=works_for(user, issuer, "manages"),
        may_define=works_for(user, issuer, "may_define"),
        may_award=works_for(user, issuer, "may_award"),
        may_apply=issuer.standing != Standing.SUSPENDED,
        organisation=issuer.group.name if issuer.group else "",
        words=tuple(
            Words(
                language,
                issuer.name.get(language, ""),
                issuer.description.get(language, ""),
                issuer.quality_assurance.get(language, ""),
            )
            for language in LANGUAGES
        ),
        url=issuer.url,
        email=issuer.email,
        name_fixed=issuer.standing not in (Standing.DRAFT, Standing.APPLIED),
        agreement_number=issuer.agreement_number,
        agreement_from=issuer.agreement_from,
        agreement_until=issuer.agreement_until,
        public_path=f"/issuers/{issuer.slug}/" if is_shown(issuer) else "",
        figures_path=f"/figures/issuer/{issuer.pk}/",
        history=history(issuer, public=False),
    )


def application_view(issuer: Issuer) -> ApplicationView | None:
    """The open application, else the latest one; None before the first. One query."""
    found = list(issuer.applications.order_by("-created_at")[:2])
    application = next((one for one in found if one.is_open), found[0] if found else None)
    if application is None:
        return None
    return ApplicationView(
        id=application.pk,
        state=application.state,
        state_label=str(IssuerApplicationState(application.state).label),
        writable=application.state in WRITABLE,
        reason=application.reason,
        written_in=application.written_in,
        sent_at=application.sent_at,
        questions=_questions(application),
    )


def issuer_people(issuer: Issuer, user: User) -> IssuerPeople:
    """Who works for it: coordinators of the organisation behind it first. Three queries."""
    members = IssuerMember.objects.current().filter(issuer=issuer).select_related("user")
    rows = list(members.order_by("-manages", "user__family_name", "user__given_name", "id")[:MOST_PEOPLE])
    known = {member.user_id for member in rows}
    speaking = Membership.objects.current().filter(group=issuer.group_id, role__in=SPEAKING_ROLES)
    speakers = [
        membership.user
        for membership in speaking.select_related("user").order_by("user__family_name", "id")[:MOST_PEOPLE]
        if issuer.group_id and membership.user_id not in known
    ]
    people = [
        Colleague(None, person.get_full_name() or person.username, True, True, True, person.pk == user.pk)
        for person in speakers
    ]
    people += [
        Colleague(
            member.pk,
            member.user.get_full_name() or member.user.username,
            member.manages,
            member.may_define,
            member.may_award,
            member.user_id == user.pk,
        )
        for member in rows
    ]
    return IssuerPeople(tuple(people[:MOST_PEOPLE]), issuer.invitations.working(timezone.now()).count())


def issuer_places(issuer: Issuer) -> IssuerPlaces:
    """Three queries."""
    allowed = list(issuer.may_award.select_related("parent").order_by("name", "id")[:MOST_PLACES])
    known = {group.pk for group in allowed}
    own: list[Group] = []
    if issuer.group_id:
        below = Group.objects.open().filter(
            parent=issuer.group_id, kind__in=(GroupKind.SCHOOL_CLASS, GroupKind.CLUB)
        )
        below = below.select_related("parent")
        own = [group for group in below.order_by("kind", "name", "id")[:MOST_PLACES] if group.pk not in known]
    # A class awards what its school may.
    whole = issuer.group_id in known
    places = [_place(group, True) for group in allowed]
    places += [_place(group, False) for group in own if not (whole and group.kind == GroupKind.SCHOOL_CLASS)]
    waiting = AwardRequest.objects.filter(issuer=issuer, decided_at=None).select_related("group__parent")
    requests = tuple(
        PlaceRequest(one.pk, _named(one.group), str(GroupKind(one.group.kind).label), one.note, one.asked_at)
        for one in waiting.order_by("asked_at")[:MOST_REQUESTS]
    )
    return IssuerPlaces(tuple(places[:MOST_PLACES]), requests)


def issuers_to_ask(group: Group) -> IssuersToAsk:
    """Accredited issuers by name, for who leads `group`. Three queries."""
    shown = Issuer.objects.filter(shown_issuers(), standing=Standing.ACCREDITED).exclude(group=group)
    asked = AwardRequest.objects.filter(group=group, decided_at=None).values_list("issuer", flat=True)
    return IssuersToAsk(
        tuple(
            Choice(str(issuer.pk), in_language(issuer.name))
            for issuer in shown.order_by("slug")[:MOST_TO_ASK]
        ),
        tuple(str(key) for key in asked[:MOST_TO_ASK]),
        tuple(str(key) for key in group.issuers_to_award_for.values_list("pk", flat=True)[:MOST_TO_ASK]),
    )


def _row(issuer: Issuer, state: str) -> IssuerRow:
    words = standing_in_words(issuer)
    return IssuerRow(
        id=issuer.pk,
        name=in_language(issuer.name) or issuer.name.get(FALLBACK, ""),
        standing=issuer.standing,
        tone=words.tone,
        line=words.line,
        application=state,
        application_label=str(IssuerApplicationState(state).label) if state else "",
    )


def _open_states(issuers: list[UUID]) -> Mapping[UUID, str]:
    rows = IssuerApplication.objects.filter(issuer__in=issuers, state__in=OPEN_ISSUER_APPLICATIONS)
    return dict(rows.values_list("issuer", "state"))


def _questions(application: IssuerApplication) -> tuple[Question, ...]:
    rows = []
    for one in CRITERIA:
        answer = application.answers.get(one.code) or {}
        found = application.review.get(one.code)
        rows.append(
            Question(
                code=one.code,
                group=one.group.value,
                group_label=str(one.group.label),
                title=str(one.title),
                question=str(one.question),
                why=str(one.why),
                required=one.is_required,
                answer=answer.get("text", ""),
                link=answer.get("link", ""),
                # Ticks are told with a decision, not while somebody is still looking.
                met=found.get("met") if found and application.decided_at else None,
                note=found.get("note", "") if found and application.decided_at else "",
            )
        )
    return tuple(rows)


def _place(group: Group, allowed: bool) -> Place:
    return Place(group.pk, _named(group), str(GroupKind(group.kind).label), allowed)


def _named(group: Group) -> str:
    if group.kind in VOUCHING_KINDS or group.parent is None:
        return group.name
    return f"{group.name}, {group.parent.name}"
