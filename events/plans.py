"""What somebody wants to plan, as the form says it; `checked` turns away what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal, Refusals
from core.text import clean_text
from credentials.models import Achievement
from events.enums import EventForm, EventKind, SignUpMode, Visibility
from events.models import Place
from events.place_plans import PlacePlan
from people.models import Group, User

MOST_DAYS = 14
MOST_YEARS = 5
MOST_PLACES = 100_000
OLDEST = 120


@dataclass(frozen=True)
class EventPlan:
    """One event, or the first of a series. Moments are aware; `repeat_*` are both given or none."""

    title: str
    starts_at: datetime
    ends_at: datetime
    kind: str = EventKind.MEETING
    description: str = ""
    form: str = EventForm.IN_PERSON
    place: Place | PlacePlan | None = None
    online_url: str = ""
    visibility: str = Visibility.GROUP
    sign_up: str = SignUpMode.NONE
    capacity: int | None = None
    age_min: int | None = None
    age_max: int | None = None
    needs_consent: bool = False
    invited_groups: Sequence[Group] = ()
    invited_people: Sequence[User] = ()
    repeat_weeks: int | None = None
    repeat_until: date | None = None
    repeat_exceptions: Sequence[date] = field(default_factory=tuple)
    achievement: Achievement | None = None
    badge_count: int = 1

    @property
    def repeats(self) -> bool:
        return self.repeat_weeks is not None or self.repeat_until is not None


def checked(plan: EventPlan, now: datetime) -> EventPlan:
    """The plan with clean texts. Raises Refusals with every field that is wrong."""
    wrong: list[Refusal] = list(_faults(plan, now))
    limit = settings.KOTYLION_LIMITS["text_characters"]
    texts: dict[str, str] = {}
    for name, most, lines, required in (
        ("title", 120, False, True),
        ("description", limit, True, False),
        ("online_url", 200, False, False),
    ):
        try:
            texts[name] = clean_text(
                getattr(plan, name) or "", limit=most, multiline=lines, field=name, required=required
            )
        except Refusal as refusal:
            wrong.append(refusal)
    if texts.get("online_url") and not _is_web_address(texts["online_url"]):
        wrong.append(Refusal("URL_INVALID", _("Write the whole address: https://…"), "online_url"))
    if wrong:
        raise Refusals(wrong)
    open_to_sign_up = plan.sign_up == SignUpMode.OPEN
    return replace(
        plan,
        title=texts["title"],
        description=texts["description"],
        online_url=texts["online_url"],
        capacity=plan.capacity if open_to_sign_up else None,
    )


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in text)


def _faults(plan: EventPlan, now: datetime) -> Iterator[Refusal]:
    yield from _unknown_words(plan)
    if plan.ends_at <= plan.starts_at:
        yield Refusal("ENDS_BEFORE_START", _("It has to end after it begins."), "ends_at")
    elif plan.ends_at - plan.starts_at > timedelta(days=MOST_DAYS):
        yield Refusal("TOO_LONG", _("One event takes at most two weeks."), "ends_at")
    elif plan.ends_at <= now:
        yield Refusal("EVENT_OVER", _("This time is over already."), "starts_at")
    if plan.starts_at > now + timedelta(days=366 * MOST_YEARS):
        yield Refusal("DATE_TOO_FAR", _("Choose a date within the next five years."), "starts_at")
    if plan.capacity is not None and not 1 <= plan.capacity <= MOST_PLACES:
        yield Refusal("CAPACITY_INVALID", _("Write how many people fit, or leave it empty."), "capacity")
    ages = [age for age in (plan.age_min, plan.age_max) if age is not None]
    if any(not 0 <= age <= OLDEST for age in ages) or ages != sorted(ages):
        yield Refusal("AGE_INVALID", _("Write ages in years, the lower one first."), "age_min")
    if plan.needs_consent and plan.sign_up != SignUpMode.OPEN:
        yield Refusal("CONSENT_NEEDS_SIGN_UP", _("Guardians agree at sign-up: open the sign-up."), "sign_up")
    if (plan.repeat_weeks is None) != (plan.repeat_until is None):
        yield Refusal("SERIES_INCOMPLETE", _("Say how often, and until when."), "repeat_until")
    if plan.repeat_weeks is not None and not 1 <= plan.repeat_weeks <= 12:
        yield Refusal("SERIES_INTERVAL", _("Repeat every 1 to 12 weeks."), "repeat_weeks")
    if plan.badge_count < 1:
        yield Refusal("BADGE_COUNT_INVALID", _("Ask for at least one meeting."), "badge_count")


def _unknown_words(plan: EventPlan) -> Iterator[Refusal]:
    words = (("kind", EventKind), ("form", EventForm), ("visibility", Visibility), ("sign_up", SignUpMode))
    for name, choices in words:
        if getattr(plan, name) not in choices.values:
            yield Refusal("CHOICE_UNKNOWN", _("Choose one of the list."), name)
