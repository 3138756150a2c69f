"""The skills map of one person: outcomes of the badges they have and their own words, by area. Two queries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.curriculum import alignments
from credentials.enums import AchievementKind
from credentials.models import Credential
from people.models import User
from portfolio.enums import SkillLayer
from portfolio.models import OwnSkill
from portfolio.skill_areas import AreaMarks, Skill, Term, area_of, counts_by_area, growth

MOST_SKILLS = 400
MOST_BADGES = 150
LAYER_OF_KIND = {
    AchievementKind.MICROCREDENTIAL: SkillLayer.FORMAL,
    AchievementKind.DIGITAL_BADGE: SkillLayer.SCHOOL,
    AchievementKind.CLUB_BADGE: SkillLayer.CLUB,
}


@dataclass(frozen=True)
class Reference:
    """A place in somebody else's framework: a requirement of the curriculum, or a concept of ESCO."""

    code: str
    title: str
    url: str
    framework: str


@dataclass(frozen=True)
class AreaView:
    """`counts` go along the layers of the map."""

    code: str
    name: str
    counts: tuple[int, ...]
    esco: tuple[Reference, ...]


@dataclass(frozen=True)
class TermView:
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class SkillView:
    """One thing the person can do. `badge_id` and `badge_name` say what shows it; own words have an `id` instead."""

    id: UUID | None
    text: str
    area: str
    layer: str
    since: datetime
    badge_id: UUID | None
    badge_name: str
    curriculum: tuple[str, ...]


@dataclass(frozen=True)
class SkillsMap:
    """Areas with at least one skill, in the order of the catalogue; `terms` from the first skill until now."""

    layers: tuple[str, ...]
    areas: tuple[AreaView, ...]
    terms: tuple[TermView, ...]
    skills: tuple[SkillView, ...]
    curriculum: tuple[Reference, ...]


@cache
def area_catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Every area of `content/skill_areas.json`, by its code."""
    read = json.loads((settings.CONTENT / "skill_areas.json").read_text("utf-8"))
    return {area["code"]: area for area in read["areas"]}


@cache
def area_marks() -> tuple[AreaMarks, ...]:
    """What speaks for each area, in the order of the catalogue."""
    return tuple(
        AreaMarks(code, frozenset(area["tags"]), frozenset(area["curriculum"]))
        for code, area in area_catalogue().items()
    )


def skills_map(user: User) -> SkillsMap:
    """Only what stands now: nothing revoked, expired, or hidden because it was reported."""
    skills = _of_badges(user) + _own(user)
    skills.sort(key=lambda one: (one.since, one.text), reverse=True)
    skills = skills[:MOST_SKILLS]
    layers = tuple(layer.value for layer in SkillLayer)
    plain = [Skill(one.area, one.layer, timezone.localdate(one.since)) for one in skills]
    counted = counts_by_area(plain, tuple(area_catalogue()), layers)
    language = get_language() or "pl"
    codes = sorted({code for one in skills for code in one.curriculum})
    return SkillsMap(
        layers=layers,
        areas=tuple(_area(code, counts) for code, counts in counted.items() if any(counts)),
        terms=tuple(
            TermView(term_label(one.term), one.new) for one in growth(plain, layers, timezone.localdate())
        ),
        skills=tuple(skills),
        curriculum=tuple(
            Reference(one.code, one.name, one.url, one.framework) for one in alignments(codes, language)
        ),
    )


def term_label(term: Term) -> str:
    """ "2026/27, term 1"."""
    return _("%(year)s, term %(half)d") % {
        "year": f"{term.year}/{(term.year + 1) % 100:02d}",
        "half": term.half,
    }


def _area(code: str, counts: tuple[int, ...]) -> AreaView:
    area = area_catalogue()[code]
    esco = tuple(Reference("", in_language(one["title"]), one["uri"], "ESCO") for one in area["esco"])
    return AreaView(code, in_language(area["name"]), counts, esco)


def _of_badges(user: User) -> list[SkillView]:
    held = (
        Credential.objects.living()
        .valid_at(timezone.now())
        .filter(recipient=user, achievement__hidden_at=None)
        .select_related("version", "achievement")
        .only(
            "awarded_at",
            "achievement__kind",
            "version__name",
            "version__tags",
            "version__curriculum",
            "version__learning_outcomes",
        )
        .order_by("-awarded_at", "id")[:MOST_BADGES]
    )
    found = []
    for one in held:
        version = one.version
        area = area_of(version.tags, version.curriculum, area_marks())
        layer = LAYER_OF_KIND[AchievementKind(one.achievement.kind)]
        name, codes = in_language(version.name), tuple(version.curriculum)
        found += [
            SkillView(None, in_language(outcome["text"]), area, layer, one.awarded_at, one.pk, name, codes)
            for outcome in version.learning_outcomes
        ]
    return found


def _own(user: User) -> list[SkillView]:
    known = area_catalogue()
    return [
        SkillView(
            row.pk,
            row.text,
            row.area if row.area in known else "other",
            SkillLayer.OWN,
            row.created_at,
            None,
            "",
            (),
        )
        for row in OwnSkill.objects.filter(person=user).order_by("-created_at", "id")
    ]
