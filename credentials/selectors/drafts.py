"""One draft as its editor shows it: every part, the checklist, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.descriptions.checklist import Line, checklist
from credentials.descriptions.difference import Change, differences
from credentials.descriptions.parts import PARTS
from credentials.descriptions.versions import description_of, value_of, version_of
from credentials.enums import AchievementKind
from credentials.issuer_standing import refusal_of
from credentials.models import Achievement, AchievementDraft, AchievementVersion, Issuer, Lineage
from credentials.pictures import drawing_path
from credentials.selectors.achievements import catalogue
from credentials.selectors.badges import issuer_name
from credentials.selectors.crediting import credit_of
from credentials.selectors.defining import (
    DefiningIssuer,
    defining_issuer,
    named_like,
)
from credentials.selectors.issuer_people import works_for
from credentials.selectors.picture_files import picture_hints
from credentials.stacking import Requirement
from people.models import User

MOST_FOUND = 20


@dataclass(frozen=True)
class BadgeName:
    """A badge that may be required, by its short name."""

    id: UUID
    slug: str
    name: str
    kind: str
    issuer_name: str


@dataclass(frozen=True)
class DraftView:
    """`number` is the one publishing will give; `obstacle` says why this person cannot publish now, "" if they can."""

    id: UUID
    achievement_id: UUID
    issuer: DefiningIssuer
    kind: str
    kind_label: str
    revision: int
    edited_at: datetime
    edited_by: str
    description: dict[str, Any]
    checklist: tuple[Line, ...]
    number: int
    published: bool
    drawing: str
    preview: str
    credit: str
    obstacle: str
    # What may be hard to see of a picture from a file where it is small, in words.
    picture_hints: tuple[str, ...] = ()


def draft_view(draft: AchievementDraft, reader: User) -> DraftView:
    """Expects achievement, issuer and current version selected. Three statements at most."""
    achievement = draft.achievement
    issuer = issuer_of(achievement)
    version = version_of(achievement, draft.description)
    source = Lineage.objects.filter(achievement=achievement).select_related(
        "source__achievement__issuer", "source__achievement__club"
    )
    lineage = source.first()
    return DraftView(
        id=draft.pk,
        achievement_id=achievement.pk,
        issuer=defining_issuer(issuer),
        kind=achievement.kind,
        kind_label=str(AchievementKind(achievement.kind).label),
        revision=draft.revision,
        edited_at=draft.edited_at,
        edited_by=draft.edited_by.get_full_name() if draft.edited_by else "",
        description=draft.description,
        checklist=checklist(version, issuer),
        number=next_number(achievement),
        published=achievement.current_version_id is not None,
        drawing=drawing_path(achievement.kind, version.art),
        preview=f"/achievements/drafts/{draft.pk}",
        credit=credit_of(lineage.source) if lineage else "",
        obstacle=_obstacle(achievement, issuer, reader),
        picture_hints=picture_hints(issuer.pk, version.art),
    )


def draft_changes(draft: AchievementDraft) -> tuple[Change, ...]:
    """What publishing would change in what stands now; everything, for the first version."""
    current = draft.achievement.current_version
    before = description_of(current) if current else {}
    after = {name: value_of(draft.description, name) for name in PARTS}
    return differences(
        before, after, names=required_by(before, after), drawn=partial(drawing_path, draft.achievement.kind)
    )


def preview_of(draft: AchievementDraft) -> AchievementVersion:
    """The unsaved version that the draft would become, with the number it would get."""
    version = version_of(draft.achievement, draft.description)
    version.number = next_number(draft.achievement)
    return version


def next_number(achievement: Achievement) -> int:
    current = achievement.current_version
    if current is None:
        return 1
    last: int | None = achievement.versions.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def issuer_of(achievement: Achievement) -> Issuer:
    """Who answers for a formal badge; a club's badge has no draft."""
    if achievement.issuer is None:
        raise ValueError("a club badge is designed in its club")
    return achievement.issuer


def requirable(words: str, *, besides: Achievement) -> tuple[BadgeName, ...]:
    """Public badges of issuers that may be required, by their name; one statement."""
    return _found(catalogue().exclude(pk=besides.pk), words)


def copyable(words: str) -> tuple[BadgeName, ...]:
    """Public badges of issuers from which somebody may begin; one statement."""
    return _found(catalogue(), words)


def _found(rows: QuerySet[Achievement], words: str) -> tuple[BadgeName, ...]:
    found = rows.filter(club=None)
    return tuple(_named(row) for row in (found.filter(named_like(words)) if words else found)[:MOST_FOUND])


def required_of(description: Mapping[str, Any]) -> tuple[BadgeName, ...]:
    """The badges that a description requires; one statement, or none."""
    slugs = _slugs(description.get("requires"))
    if not slugs:
        return ()
    rows = Achievement.objects.filter(slug__in=slugs).select_related("current_version", "issuer", "club")
    return tuple(_named(row) for row in rows.order_by("slug"))


def required_by(*descriptions: Mapping[str, Any]) -> dict[str, str]:
    """Names of the required badges by their slug; one statement, or none."""
    slugs = {slug for one in descriptions for slug in _slugs(one.get("requires"))}
    if not slugs:
        return {}
    rows = Achievement.objects.filter(slug__in=slugs, current_version__isnull=False)
    names = rows.values_list("slug", "current_version__name")
    return {slug: in_language(name) for slug, name in names}


def _slugs(requires: Mapping[str, Any] | None) -> frozenset[str]:
    try:
        requirement = Requirement.from_json(requires)
    except ValueError:
        return frozenset()
    return requirement.slugs if requirement else frozenset()


def _named(row: Achievement) -> BadgeName:
    words = row.current_version.name if row.current_version else {}
    return BadgeName(row.pk, row.slug, in_language(words) or row.slug, row.kind, issuer_name(row))


def _obstacle(achievement: Achievement, issuer: Issuer, reader: User) -> str:
    refusal = refusal_of(issuer, achievement.kind)
    if refusal is not None:
        return str(refusal)
    return "" if works_for(reader, issuer, "may_define") else _("People of the issuer publish it.")
