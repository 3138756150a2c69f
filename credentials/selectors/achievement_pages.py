"""Public words about achievements: a card in a list, and the whole description of a version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.translated import in_language
from credentials.addresses import public
from credentials.curriculum import titles
from credentials.descriptions.telling import scale_told
from credentials.enums import ActivityType, AssessmentMethod, EvidenceType, IdentityCheck, ParticipationForm
from credentials.issuer_standing import OVER
from credentials.models import Achievement, AchievementVersion, Lineage
from credentials.scales import Scale
from credentials.selectors.achievement_details import RequiredBadges, labels_of, required_badges
from credentials.selectors.badges import ArtView, OutcomeText, art_view, issuer_name, outcomes_of
from credentials.selectors.crediting import credit_of
from credentials.selectors.holding import holders_in_words, stacks_into
from credentials.selectors.issuer_history import StandingWords, standing_in_words
from credentials.selectors.linked_data import linked_data
from credentials.selectors.picture_files import licence_address, picture_credit
from credentials.selectors.trust import EndorsementLine, Ladder, endorsements_of, ladder, ladders
from credentials.selectors.version_history import WithdrawnTime, standing_withdrawal
from credentials.ways_to_earn import Way, ways_to_earn
from credentials.workload import hours_in_words, plainly
from people.enums import SchoolType


@dataclass(frozen=True)
class AchievementCard:
    path: str
    name: str
    description: str
    kind: str
    # Where it stands, in one or two words: "Endorsed club badge".
    kind_label: str
    issuer_name: str
    art: ArtView
    workload: str
    trust: Ladder


@dataclass(frozen=True)
class ActivityWords:
    name: str
    type: str
    description: str
    place: str
    organiser: str
    conditions: str
    date: str
    # An address on the web, or nothing.
    link: str


@dataclass(frozen=True)
class VersionPage:
    """A whole description in one language. `lines` are the short facts: label and value."""

    card: AchievementCard
    endorsements: tuple[EndorsementLine, ...]
    issuer_path: str
    # How its issuer stands, when nothing is awarded in its name any more.
    issuer_over: StandingWords | None
    number: int
    is_current: bool
    withdrawn: WithdrawnTime | None
    outcomes: tuple[OutcomeText, ...]
    how_to_earn: str
    requires: tuple[RequiredBadges, ...]
    activities: tuple[ActivityWords, ...]
    other_conditions: str
    accessibility: str
    quality_assurance: str
    lines: tuple[tuple[str, str], ...]
    curriculum: tuple[tuple[str, str], ...]
    level: str
    tags: tuple[str, ...]
    # Where anybody can see how to earn it; what it counts for; how many hold it, in bands and never fewer than five.
    ways: tuple[Way, ...]
    stacks_into: tuple[tuple[str, str], ...]
    holders: str
    published_at: datetime | None
    linked_data: dict[str, Any]
    picture: str
    # Whose badge it was made from, in words, and where that one is; both empty for most.
    credit: str = ""
    credit_path: str = ""
    # Whose picture it is and its licence, where it was drawn elsewhere; and where the text of that licence is.
    picture_credit: str = ""
    picture_licence: str = ""


def card(achievement: Achievement, version: AchievementVersion, trust: Ladder) -> AchievementCard:
    return AchievementCard(
        path=f"/achievements/{achievement.slug}/v{version.number}",
        name=in_language(version.name),
        description=in_language(version.description),
        kind=achievement.kind,
        kind_label=trust.label,
        issuer_name=issuer_name(achievement),
        art=art_view(achievement.kind, version),
        workload=hours_in_words(version.workload_hours),
        trust=trust,
    )


def cards(achievements: Iterable[Achievement]) -> tuple[AchievementCard, ...]:
    """Expects current version, issuer, club and its parent selected; one query when club badges are among them."""
    found = [one for one in achievements if one.current_version]
    standing = ladders(found)
    return tuple(card(one, one.current_version, standing[one.pk]) for one in found if one.current_version)


def version_page(version: AchievementVersion) -> VersionPage:
    """Expects achievement, issuer, club, its parent and current version selected. Six statements and what the rooms
    upstairs ask; the composites and the footer are remembered.
    """
    achievement = version.achievement
    awarded_now = achievement.withdrawn_at is None
    level = version.framework_reference
    return VersionPage(
        card=card(achievement, version, ladder(achievement)),
        endorsements=endorsements_of(achievement, AnonymousUser()),
        issuer_path=f"/issuers/{achievement.issuer.slug}/" if achievement.issuer else "",
        issuer_over=(
            standing_in_words(achievement.issuer)
            if achievement.issuer and achievement.issuer.standing in OVER
            else None
        ),
        number=version.number or 0,
        is_current=achievement.current_version_id == version.pk,
        withdrawn=standing_withdrawal(achievement),
        outcomes=outcomes_of(version),
        how_to_earn=in_language(version.how_to_earn),
        requires=required_badges(version),
        activities=tuple(_activity(one) for one in version.activities),
        other_conditions=in_language(version.other_conditions),
        accessibility=in_language(version.accessibility),
        quality_assurance=in_language(version.quality_assurance),
        lines=short_facts(version),
        curriculum=tuple(
            (code, in_language(titles()[code])) for code in version.curriculum if code in titles()
        ),
        level=f"PQF {level['pqf']} · EQF {level['eqf']}" if level else "",
        tags=tuple(version.tags),
        ways=ways_to_earn(achievement) if awarded_now else (),
        stacks_into=stacks_into(achievement.slug),
        holders=holders_in_words(achievement),
        published_at=version.published_at,
        linked_data=linked_data(version),
        picture=public(f"/achievements/{achievement.slug}/v{version.number}/picture.png"),
        picture_credit=picture_credit(version.art),
        picture_licence=licence_address(version.art),
        **_credit(achievement),
    )


def _credit(achievement: Achievement) -> dict[str, str]:
    lineage: Lineage | None = getattr(achievement, "lineage", None)
    if lineage is None:
        return {}
    source = lineage.source
    return {
        "credit": credit_of(source), "credit_path": f"/achievements/{source.achievement.slug}/v{source.number}"
    }  # fmt: skip


def short_facts(version: AchievementVersion) -> tuple[tuple[str, str], ...]:
    """Label and value of what a version says in a few words: workload, form, assessment, cost and the like."""
    months = version.validity_months
    form = ". ".join(
        filter(
            None,
            (
                *labels_of(ParticipationForm, [version.participation_form]),
                in_language(version.participation_note),
            ),
        )
    )
    lines = (
        (_("Workload"), hours_in_words(version.workload_hours)),
        ("ECTS", plainly(version.ects) if version.ects else ""),
        (_("Form of participation"), form),
        (_("Assessment"), ", ".join(labels_of(AssessmentMethod, version.assessment_methods))),
        (_("Grades"), scale_told(Scale.from_json(version.result_scale))),
        (_("Evidence"), ", ".join(labels_of(EvidenceType, version.evidence_types))),
        (_("Team"), _("A team may hand in one set of evidence") if version.team_evidence else ""),
        (_("Identity"), ", ".join(labels_of(IdentityCheck, [version.identity_check]))),
        (
            _("Cost"),
            f"{version.cost_amount} {version.cost_currency}" if version.cost_amount else _("Free of charge"),
        ),
        (_("Validity"), validity(months)),
        (_("For"), ", ".join(labels_of(SchoolType, version.school_types))),
    )
    return tuple((label, value) for label, value in lines if value)


def validity(months: int | None) -> str:
    """How long it is valid, in words."""
    if months is None:
        return _("No expiry date")
    return ngettext("%(months)d month", "%(months)d months", months) % {"months": months}


def _activity(activity: dict[str, object]) -> ActivityWords:
    def words(field: str) -> str:
        value = activity.get(field)
        return in_language(value) if isinstance(value, dict) else str(value or "")

    return ActivityWords(
        words("name"), "".join(labels_of(ActivityType, [str(activity.get("type", ""))])), words("description"),
        words("place"), words("organiser"), words("conditions"), words("date"), _web(words("link")),
    )  # fmt: skip


def _web(address: str) -> str:
    """An address that a link may lead to: of the web, and nothing else (TX-03)."""
    return address if address.startswith(("https://", "http://")) else ""
