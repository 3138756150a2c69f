"""Putting a presentation page together: it begins with a suggestion, and the learner changes what they like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.enums import CredentialState, ShownName
from credentials.models import Credential, Evidence
from credentials.selectors.sharing_age import decides_alone
from people.audiences import for_user
from people.enums import ConsentPurpose
from people.models import User
from people.services.consents import lapse
from portfolio.domain_events import PresentationChanged
from portfolio.enums import Look, PageFor
from portfolio.models import OwnSkill, PresentationPage, PresentedBadge
from portfolio.selectors.presentations import showable_evidence, suggested
from portfolio.services.showing import ask_again

DAYS = (30, 90, 365)
LABEL, HEADLINE, ABOUT = 60, 120, 1000
SUGGESTED = 12
_limits = settings.KOTYLION_LIMITS


@dataclass(frozen=True)
class Changes:
    """What is to be different; None leaves it as it is. `badges` are in the order in which they are shown."""

    label: str | None = None
    headline: str | None = None
    about: str | None = None
    shown_name: str | None = None
    look: str | None = None
    with_outcomes: bool | None = None
    with_languages: bool | None = None
    days: int | None = None
    badges: Sequence[Credential] | None = None
    evidence: Sequence[Evidence] | None = None
    skills: Sequence[OwnSkill] | None = None


@transaction.atomic
def compose(owner: User, purpose: str, *, now: datetime) -> PresentationPage:
    """A new page that nobody sees yet, with the newest badges on it. Raises Refusal PAGE_FOR or TOO_MANY_PAGES."""
    if purpose not in PageFor.values:
        raise Refusal("PAGE_FOR", _("Choose whom the page is for."), "purpose")
    User.objects.select_for_update().get(pk=owner.pk)
    if PresentationPage.objects.filter(owner=owner).count() >= _limits["presentation_pages"]:
        raise Refusal(
            "TOO_MANY_PAGES",
            ngettext_lazy(
                "You have %(most)d page already. Delete it first.",
                "You have %(most)d pages already. Delete one first.",
                "most",
            ),
            most=_limits["presentation_pages"],
        )
    page = PresentationPage.objects.create(
        owner=owner,
        label=str(PageFor(purpose).label),
        language=get_language() or settings.LANGUAGE_CODE,
        shown_name=ShownName.NICKNAME if owner.nickname else ShownName.INITIALS,
    )
    _put_on(page, suggested(owner, now, most=SUGGESTED))
    _tell(page)
    return page


@transaction.atomic
def change(page: PresentationPage, changes: Changes, *, now: datetime) -> PresentationPage:
    """Change what is given. An open page shows it at once; a guardian's word was about what stood there before, so
    below 16 the page closes and has to be agreed to again.

    Raises Refusal SHOWN_NAME, NICKNAME_MISSING, FULL_NAME_LATER, LOOK, DAYS, TOO_MANY_BADGES, NOT_SIGNED_YET,
    NOT_ON_A_PAGE, or TEXT_… about a field.
    """
    page = PresentationPage.objects.select_for_update(of=("self",)).select_related("owner").get(pk=page.pk)
    _write(page, changes)
    _choose(page, changes, now)
    page.save()
    if changes.badges is not None:
        _put_on(page, changes.badges)
    if changes.badges is not None or changes.evidence is not None:
        _attach(page, changes.evidence)
    if changes.skills is not None:
        _say(page, changes.skills)
    ask_again(page, now=now)
    _tell(page)
    return page


@transaction.atomic
def delete(page: PresentationPage) -> None:
    """Forget a page: what was chosen, its words, its link and its counter."""
    _tell(page)
    lapse(page.owner, ConsentPurpose.PRESENTATION, page.pk)
    page.delete()


def _write(page: PresentationPage, changes: Changes) -> None:
    if changes.label is not None:
        page.label = clean_text(changes.label, limit=LABEL, multiline=False, field="label", required=True)
    if changes.headline is not None:
        page.headline = clean_text(changes.headline, limit=HEADLINE, multiline=False, field="headline")
        page.language = get_language() or page.language
    if changes.about is not None:
        page.about = clean_text(changes.about, limit=ABOUT, field="about")
        page.language = get_language() or page.language


def _choose(page: PresentationPage, changes: Changes, now: datetime) -> None:
    if changes.shown_name is not None:
        page.shown_name = _checked_name(page.owner, changes.shown_name, now)
    if changes.look is not None:
        if changes.look not in Look.values:
            raise Refusal("LOOK", _("Choose one of the looks."), "look")
        page.look = changes.look
    if changes.with_outcomes is not None:
        page.with_outcomes = changes.with_outcomes
    if changes.with_languages is not None:
        page.with_languages = changes.with_languages
    if changes.days is not None:
        if changes.days not in DAYS:
            raise Refusal("DAYS", _("Choose how long the page is open: 30, 90 or 365 days."), "days")
        page.days = changes.days
        if page.digest is not None:
            page.expires_at = now + timedelta(days=changes.days)


def _checked_name(owner: User, choice: str, now: datetime) -> str:
    if choice not in ShownName.values:
        raise Refusal("SHOWN_NAME", _("Choose how your name is shown."), "shown_name")
    if choice == ShownName.NICKNAME and not owner.nickname:
        raise Refusal(
            "NICKNAME_MISSING", _("You have no nickname yet. Choose one in your settings."), "shown_name"
        )
    if choice == ShownName.FULL and not decides_alone(owner, now):
        raise Refusal("FULL_NAME_LATER", _("Your full name can stand on a page from 16 on."), "shown_name")
    return choice


def _put_on(page: PresentationPage, badges: Sequence[Credential]) -> None:
    if len(badges) > _limits["presentation_badges"]:
        raise Refusal(
            "TOO_MANY_BADGES",
            ngettext_lazy(
                "At most %(most)d badge fits on a page.", "At most %(most)d badges fit on a page.", "most"
            ),
            "badge_ids",
            most=_limits["presentation_badges"],
        )
    on_it = set(page.presented.values_list("credential_id", flat=True))
    for one in badges:
        # What was signed when it was chosen may stay, whatever happened since: the page itself shows what is valid.
        if one.recipient_id != page.owner_id or (one.state != CredentialState.HELD and one.pk not in on_it):
            raise Refusal(
                "NOT_SIGNED_YET", _("This badge is not signed yet. Add it a little later."), "badge_ids"
            )
    page.presented.all().delete()
    PresentedBadge.objects.bulk_create(
        PresentedBadge(page=page, credential=one, position=at) for at, one in enumerate(badges)
    )


def _attach(page: PresentationPage, pieces: Sequence[Evidence] | None) -> None:
    """Only work of the badges on the page stays on it."""
    chosen = page.presented.values_list("credential_id", flat=True)
    allowed = showable_evidence(page.owner, chosen)
    if pieces is None:
        page.evidence.set(allowed.filter(pk__in=page.evidence.values("pk")))
        return
    wanted = {piece.pk for piece in pieces}
    if len(wanted) > _limits["presentation_evidence"] or allowed.filter(pk__in=wanted).count() != len(wanted):
        raise Refusal("NOT_ON_A_PAGE", _("This work cannot stand on a page."), "evidence_ids")
    page.evidence.set(pieces)


def _say(page: PresentationPage, skills: Sequence[OwnSkill]) -> None:
    """Only one's own words, and none that were reported."""
    if any(one.person_id != page.owner_id or one.hidden_at is not None for one in skills):
        raise Refusal("NOT_ON_A_PAGE", _("These words cannot stand on a page."), "skill_ids")
    page.skills.set(skills)


def _tell(page: PresentationPage) -> None:
    emit(PresentationChanged(page_id=page.pk), actor=page.owner, audience=for_user(page.owner_id))
