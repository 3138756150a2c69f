"""What a description still lacks before it can be published, and why it is asked: always in sight of who writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.translated import FALLBACK, LANGUAGES
from credentials.description_standard import elements
from credentials.descriptions.parts import PARTS, Form, Section
from credentials.enums import AchievementKind
from credentials.models import AchievementVersion, Issuer


@dataclass(frozen=True)
class Line:
    """`required`: without it nothing is published. `section` is where it is written; "": not in this editor."""

    code: str
    title: str
    why: str
    done: bool
    required: bool
    section: str


# The elements of 2022/C 243/02 by their codes: what they are called, and where they are written.
_ELEMENTS: Mapping[str, tuple[str | Promise, str]] = {
    "TITLE": (_("Name in three languages"), Section.GENERAL),
    "COUNTRY": (_("Country of the issuer"), ""),
    "AWARDING_BODY": (_("Who awards it"), ""),
    "LEARNING_OUTCOMES": (_("Skills and their criteria"), Section.SKILLS),
    "WORKLOAD": (_("Workload"), Section.WORKLOAD),
    "LEVEL": (_("Level of the frameworks"), Section.WORKLOAD),
    "ASSESSMENT": (_("Methods of assessment"), Section.ASSESSMENT),
    "PARTICIPATION": (_("Form of participation"), Section.WORKLOAD),
    "QUALITY_ASSURANCE": (_("Quality assurance"), Section.QUALITY),
}


def checklist(version: AchievementVersion, issuer: Issuer) -> tuple[Line, ...]:
    """What every badge needs, then what a microcredential needs, then what makes it better. No query."""
    lines = [*_every_badge(version)]
    if version.achievement.kind == AchievementKind.MICROCREDENTIAL:
        for code, why, holds in elements():
            title, section = _ELEMENTS[code]
            done = holds(version, issuer)
            lines.append(Line(code, str(title), gettext(why), done, required=True, section=section))
    return (*lines, *_better(version))


def _every_badge(version: AchievementVersion) -> Iterator[Line]:
    yield Line(
        "NAME", gettext("Name in Polish"), gettext("Polish stands where another language is missing."),
        bool(version.name.get(FALLBACK)), required=True, section=Section.GENERAL,
    )  # fmt: skip
    yield Line(
        "DESCRIPTION", gettext("Description in Polish"),
        gettext("Whoever meets the badge for the first time wants to know what it stands for."),
        bool(version.description.get(FALLBACK)), required=True, section=Section.GENERAL,
    )  # fmt: skip
    from_file = "picture" in version.art
    spoken = LANGUAGES if from_file else (FALLBACK,)
    in_three = gettext("Description of the picture in three languages")
    yield Line(
        "PICTURE_IN_WORDS", in_three if from_file else gettext("Description of the picture"),
        gettext("Some people hear the picture instead of seeing it."),
        all(version.art_alt.get(one) for one in spoken), required=True, section=Section.GENERAL,
    )  # fmt: skip
    if from_file:
        yield Line(
            "PICTURE_RIGHTS", gettext("Author and licence of the picture"),
            gettext("A picture from elsewhere belongs to somebody; a badge shows it for years, all over the world."),
            bool(version.art.get("author") and version.art.get("licence")), required=True, section=Section.GENERAL,
        )  # fmt: skip
    yield Line(
        "CRITERIA", gettext("What it is given for"),
        gettext("The standard of badges asks for criteria: skills, or how to earn it."),
        bool(version.learning_outcomes or version.how_to_earn.get(FALLBACK)), required=True, section=Section.SKILLS,
    )  # fmt: skip
    yield Line(
        "POLISH", gettext("Polish beside every other language"),
        gettext("Polish stands where another language is missing."),
        not polish_missing(version), required=True, section=Section.GENERAL,
    )  # fmt: skip


def _better(version: AchievementVersion) -> Iterator[Line]:
    yield Line(
        "HOW_TO_EARN", gettext("How to earn it"), gettext("A learner looks for the first step."),
        bool(version.how_to_earn), required=False, section=Section.WORKLOAD,
    )  # fmt: skip
    yield Line(
        "EVIDENCE", gettext("Types of evidence"), gettext("It says what to hand in."),
        bool(version.evidence_types), required=False, section=Section.EVIDENCE,
    )  # fmt: skip
    yield Line(
        "ACCESSIBILITY", gettext("Accessibility for special needs"),
        gettext("Somebody may need another way to the same goal."),
        bool(version.accessibility), required=False, section=Section.MORE,
    )  # fmt: skip
    yield Line(
        "LANGUAGES", gettext("Everything in three languages"),
        gettext("Whoever reads Ukrainian or English gets the same as whoever reads Polish."),
        not any(_untranslated(version)), required=False, section=Section.GENERAL,
    )  # fmt: skip


def polish_missing(version: AchievementVersion) -> list[str]:
    """The parts that say something in another language and nothing in Polish."""
    return list(dict.fromkeys(field for field, words in _texts(version) if words and not words.get(FALLBACK)))


def _untranslated(version: AchievementVersion) -> Iterator[str]:
    for field, words in _texts(version):
        if words and not all(words.get(language) for language in LANGUAGES):
            yield field


def _texts(version: AchievementVersion) -> Iterator[tuple[str, Mapping[str, str]]]:
    for field, part in PARTS.items():
        if part.form is Form.WORDS:
            yield field, getattr(version, field)
    for outcome in version.learning_outcomes:
        yield "learning_outcomes", outcome["text"]
        yield from (("learning_outcomes", one) for one in outcome["criteria"])
    for activity in version.activities:
        yield from (("activities", words) for words in activity.values() if isinstance(words, dict))
