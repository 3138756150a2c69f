"""What readers can report of a learner's page: the page as a whole, or one skill in the learner's own words."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people import reporting
from people.enums import CLASS_KINDS, AccountKind
from people.models import Group, Membership, User
from portfolio.models import OwnSkill, PresentationPage
from portfolio.selectors.presentation_pages import is_open_to_strangers
from portfolio.selectors.presentations import said_on, showable, showable_evidence

PAGE, SKILL = "portfolio.PresentationPage", "portfolio.OwnSkill"


def _said(page: PresentationPage) -> str:
    """The learner's own words on it: what others wrote is reported elsewhere."""
    badges = showable(page.owner).filter(presented__page=page).values_list("pk", flat=True)
    work = showable_evidence(page.owner, badges).filter(pk__in=page.evidence.values("pk"))
    lines = [page.headline, page.about, *(one.text for one in said_on(page))]
    return "\n".join(filter(None, [*lines, *(piece.text or piece.url for piece in work)]))


def _school_of(person: User) -> Group | None:
    """Who runs the account answers for its words; the operator does for everybody else's."""
    if person.kind != AccountKind.SCHOOL_MANAGED:
        return None
    learns = Membership.objects.current().filter(
        user=person, group__kind__in=CLASS_KINDS, group__archived_at=None
    )
    first = learns.select_related("group__parent").order_by("pk").first()
    return first.group.parent if first else None


def _hide_page(page: PresentationPage) -> None:
    PresentationPage.objects.filter(pk=page.pk, hidden_at=None).update(hidden_at=timezone.now())


def _show_page(page: PresentationPage) -> None:
    PresentationPage.objects.filter(pk=page.pk).update(hidden_at=None)


def _hide_skill(skill: OwnSkill) -> None:
    OwnSkill.objects.filter(pk=skill.pk, hidden_at=None).update(hidden_at=timezone.now())


def _show_skill(skill: OwnSkill) -> None:
    OwnSkill.objects.filter(pk=skill.pk).update(hidden_at=None)


reporting.register(
    PAGE, label=_("Page about a person"), model=PresentationPage, snapshot=_said,
    author_of=lambda page: page.owner, responsible_of=lambda page: _school_of(page.owner), hide=_hide_page,
    restore=_show_page, open_to_strangers=lambda page: is_open_to_strangers(page, timezone.now()),
    parts_of=lambda page: [(SKILL, skill) for skill in said_on(page)],
)  # fmt: skip
reporting.register(
    SKILL, label=_("Skill in somebody’s own words"), model=OwnSkill, snapshot=lambda skill: skill.text,
    author_of=lambda skill: skill.person, responsible_of=lambda skill: _school_of(skill.person), hide=_hide_skill,
    restore=_show_skill,
)  # fmt: skip
