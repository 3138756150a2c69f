"""The parts of the description standard (credentials.md §2): how each is written, how long it may be, where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from credentials.enums import (
    AssessmentMethod,
    EvidenceType,
    IdentityCheck,
    ParticipationForm,
    PictureLicence,
    ScaleKind,
    Sensitivity,
)
from people.enums import SchoolType


class Form(StrEnum):
    """How a part is written and kept."""

    WORDS = "words"  # {"pl": …, "en": …, "uk": …}
    CODE = "code"
    CODES = "codes"
    NUMBER = "number"  # a decimal as text
    COUNT = "count"
    YES_OR_NO = "yes_or_no"
    OUTCOMES = "outcomes"
    ACTIVITIES = "activities"
    ART = "art"
    LEVEL = "level"
    REQUIREMENT = "requirement"
    TAGS = "tags"
    CURRICULUM = "curriculum"
    SCALE = "scale"


class Section(TextChoices):
    """The parts of the editor, in their order."""

    GENERAL = "general", _("General")
    ACTIVITIES = "activities", _("Learning activities")
    SKILLS = "skills", _("Skills")
    ASSESSMENT = "assessment", _("Assessment")
    WORKLOAD = "workload", _("Workload and way")
    EVIDENCE = "evidence", _("Evidence")
    QUALITY = "quality", _("Quality assurance")
    MORE = "more", _("Cost and access")


@dataclass(frozen=True)
class Part:
    """`limit`: letters of a text; `most`: how many of a list, the largest number, or places before the point."""

    form: Form
    section: Section
    label: str | Promise
    limit: int = 2000
    most: int = 12
    codes: type[TextChoices] | None = None


_W, _S = Form.WORDS, Section

PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "name": Part(_W, _S.GENERAL, _("Name"), limit=100),
        "description": Part(_W, _S.GENERAL, _("Description"), limit=1000),
        "art": Part(Form.ART, _S.GENERAL, _("Picture"), codes=PictureLicence),
        "art_alt": Part(_W, _S.GENERAL, _("Description of the picture"), limit=200),
        "activities": Part(Form.ACTIVITIES, _S.ACTIVITIES, _("Linked educational activities"), most=10),
        "learning_outcomes": Part(
            Form.OUTCOMES, _S.SKILLS, _("Skills and their criteria"), limit=300, most=10
        ),
        "assessment_methods": Part(
            Form.CODES, _S.ASSESSMENT, _("Methods of assessment"), codes=AssessmentMethod
        ),
        "identity_check": Part(Form.CODE, _S.ASSESSMENT, _("How the person is known"), codes=IdentityCheck),
        "result_scale": Part(Form.SCALE, _S.ASSESSMENT, _("Grades"), limit=40, codes=ScaleKind),
        "other_conditions": Part(_W, _S.ASSESSMENT, _("Other conditions")),
        "assessor_note": Part(_W, _S.ASSESSMENT, _("Note for those who assess")),
        "workload_hours": Part(Form.NUMBER, _S.WORKLOAD, _("Workload in hours"), most=5),
        "ects": Part(Form.NUMBER, _S.WORKLOAD, "ECTS", most=3),
        "participation_form": Part(
            Form.CODE, _S.WORKLOAD, _("Form of participation"), codes=ParticipationForm
        ),
        "participation_note": Part(_W, _S.WORKLOAD, _("About the form of participation")),
        "how_to_earn": Part(_W, _S.WORKLOAD, _("How to earn it")),
        "framework_reference": Part(Form.LEVEL, _S.WORKLOAD, _("Level of the frameworks"), most=8),
        "validity_months": Part(Form.COUNT, _S.WORKLOAD, _("Valid for months"), most=600),
        "requires": Part(Form.REQUIREMENT, _S.WORKLOAD, _("Badges required"), most=40),
        "evidence_types": Part(Form.CODES, _S.EVIDENCE, _("Types of evidence"), codes=EvidenceType),
        "team_evidence": Part(Form.YES_OR_NO, _S.EVIDENCE, _("One set of evidence for a team")),
        "sensitivity": Part(Form.CODE, _S.EVIDENCE, _("What evidence may reveal"), codes=Sensitivity),
        "feedback_examples": Part(_W, _S.EVIDENCE, _("Ready sentence of feedback"), limit=500),
        "quality_assurance": Part(_W, _S.QUALITY, _("Quality assurance")),
        "cost_amount": Part(Form.NUMBER, _S.MORE, _("Cost"), most=6),
        "accessibility": Part(_W, _S.MORE, _("Accessibility for special needs")),
        "tags": Part(Form.TAGS, _S.MORE, _("Tags"), limit=40, most=12),
        "school_types": Part(Form.CODES, _S.MORE, _("For which schools"), codes=SchoolType),
        "curriculum": Part(Form.CURRICULUM, _S.MORE, _("Curriculum of the subject"), most=20),
    }
)
