"""Which presentation pages somebody may see, what can stand on one, and whether it may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.access import visible
from core.refusals import Refusal
from credentials.enums import AchievementKind, CredentialState, Sensitivity, ShownName
from credentials.models import Credential, Evidence
from credentials.openness import public_club
from credentials.selectors.sharing_age import decides_alone
from people.enums import ConsentPurpose
from people.models import User
from people.selectors.consents import stands
from portfolio.models import OwnSkill, PresentationPage

MOST_CHOICES = 100


@visible(PresentationPage)
def presentations_visible_to(user: User | AnonymousUser) -> QuerySet[PresentationPage]:
    """One's own."""
    if user.is_anonymous or not user.is_active:
        return PresentationPage.objects.none()
    return PresentationPage.objects.filter(owner=user)


def may_be_shown(page: PresentationPage, now: datetime) -> bool:
    """Old enough to decide alone, or a guardian has agreed to this very page. No query from 16 on, one below."""
    return decides_alone(page.owner, now) or stands(page.owner_id, ConsentPurpose.PRESENTATION, page.pk)


def showable(owner: User) -> QuerySet[Credential]:
    """What the learner can put on a page: signed badges that nobody has taken back or reported, the newest first."""
    held = Credential.objects.filter(
        recipient=owner, state=CredentialState.HELD, achievement__hidden_at__isnull=True
    )
    return held.order_by("-awarded_at", "id")


def suggested(owner: User, now: datetime, *, most: int) -> list[Credential]:
    """What a new page begins with: the newest, those assessed first. Badges whose subject or club may reveal belief or
    opinion wait to be chosen.
    """
    plain = (
        showable(owner)
        .filter(
            Q(valid_until=None) | Q(valid_until__gt=now),
            Q(achievement__club=None) | public_club("achievement__club"),
            version__sensitivity=Sensitivity.NORMAL,
        )
        .select_related("achievement")
    )
    strongest = list(AchievementKind)
    return sorted(plain[:most], key=lambda one: strongest.index(AchievementKind(one.achievement.kind)))


def showable_evidence(owner: User, credentials: Iterable[UUID]) -> QuerySet[Evidence]:
    """The learner's own work that these badges were awarded for: accepted, still kept, and never a sensitive piece
    (product.md, part 5).
    """
    return (
        Evidence.objects.kept()
        .filter(owner=owner, sensitivity=Sensitivity.NORMAL, credentials__in=list(credentials))
        .distinct()
    )


def said_on(page: PresentationPage) -> QuerySet[OwnSkill]:
    """The owner's own words on a page, but for those that were reported."""
    return page.skills.filter(hidden_at=None).order_by("created_at", "id")


def check_not_empty(page: PresentationPage) -> None:
    """Raises Refusal NOTHING_TO_SHOW where a stranger would find neither a word nor a badge."""
    said = page.headline or page.about or said_on(page).exists()
    if not said and not showable(page.owner).filter(presented__page=page).exists():
        raise Refusal("NOTHING_TO_SHOW", _("There is nothing on the page yet. Choose a badge first."))


def name_as(person: User, shown_name: str) -> str:
    """How strangers read the person's name."""
    match shown_name:
        case ShownName.FULL:
            return person.get_full_name()
        case ShownName.NICKNAME:
            return person.nickname or person.initials
    return person.initials
