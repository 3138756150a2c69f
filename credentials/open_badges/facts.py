"""What a credential is made of, as plain values in one language: the language the award was frozen in.

The description follows the national description standard: general, issuer, linked activities, detailed,
supplementary, quality assurance. Empty texts and tuples mean *not given* and leave no trace in the document.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from .identity import identity_hash

Language = Literal["pl", "en", "uk"]
Kind = Literal["digital_badge", "microcredential", "club_badge"]


@dataclass(frozen=True)
class BadgeImage:
    """``address`` is a URL or a data URI; ``caption`` describes the picture in words."""

    address: str
    caption: str


@dataclass(frozen=True)
class IssuerProfile:
    """Who awards. ``id`` is a DID; ``standing`` is the issuer's standing at the time of issue, in words."""

    id: str
    name: str
    url: str = ""
    description: str = ""
    country_code: str = ""
    register_number: str = ""
    standing: str = ""


@dataclass(frozen=True)
class Skill:
    """A learning outcome with the criteria that show it."""

    text: str
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkedActivity:
    """An educational activity that belongs to the achievement."""

    name: str
    type: str = ""
    description: str = ""
    date: str = ""
    place: str = ""
    organiser: str = ""
    conditions: str = ""
    link: str = ""


@dataclass(frozen=True)
class Alignment:
    """A place in somebody else's framework, such as a requirement of the curriculum."""

    name: str
    url: str
    code: str = ""
    framework: str = ""
    description: str = ""


@dataclass(frozen=True)
class FrameworkReference:
    """Levels of the Polish and the European Qualifications Framework: indicative, never an awarded level."""

    pqf: int
    eqf: int


@dataclass(frozen=True)
class ResultScale:
    """How it is graded (ResultDescription). ``kind`` is one of OB 3.0's result types; values run from low to high."""

    name: str
    kind: Literal["Result", "Percent", "RawScore"]
    allowed: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    required: str = ""


@dataclass(frozen=True)
class AchievementDescription:
    """A published version of what can be earned. ``id`` is its address, ``…/achievements/<slug>/v<n>``.

    ``skills`` are learning outcomes; a club badge claims none and says in ``earned_for`` what people value.
    """

    id: str
    language: Language
    kind: Kind
    name: str
    description: str
    image: BadgeImage | None = None
    human_code: str = ""
    version: str = ""
    tags: tuple[str, ...] = ()
    cost: str = ""
    accessibility: str = ""
    activities: tuple[LinkedActivity, ...] = ()
    skills: tuple[Skill, ...] = ()
    earned_for: tuple[str, ...] = ()
    assessment_methods: tuple[str, ...] = ()
    identity_verification: str = ""
    other_conditions: str = ""
    workload_hours: Decimal | None = None
    ects: Decimal | None = None
    participation_form: str = ""
    how_to_earn: str = ""
    framework: FrameworkReference | None = None
    validity: str = ""
    evidence_types: tuple[str, ...] = ()
    quality_assurance: str = ""
    requires: tuple[str, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    result_scale: ResultScale | None = None


@dataclass(frozen=True)
class RecipientIdentity:
    """The learner: a DID of their wallet, or a random learner number that appears only as a salted hash.

    ``display_name`` is what the learner chose to be called in this document; it may be empty.
    """

    did: str = ""
    learner_number: str = field(default="", repr=False)
    salt: str = ""
    display_name: str = ""

    def __post_init__(self) -> None:
        if not self.did and not (self.learner_number and self.salt):
            raise ValueError("a recipient needs a DID, or a learner number and a salt")

    @property
    def hashed_number(self) -> str:
        """``sha256$…`` of the learner number, or empty."""
        return identity_hash(self.learner_number, self.salt) if self.learner_number else ""


@dataclass(frozen=True)
class EvidenceNote:
    """What was looked at, told in words; the work itself stays with the learner and the assessor."""

    name: str
    narrative: str = ""
    genre: str = ""
    url: str = ""


@dataclass(frozen=True)
class StatusEntry:
    """The place of one credential in a status list."""

    list_url: str
    index: int


@dataclass(frozen=True)
class AwardFacts:
    """That this person earned it. ``id`` is the credential's address; moments have a zone."""

    id: str
    awarded_at: datetime
    valid_from: datetime
    status: StatusEntry
    valid_until: datetime | None = None
    note: str = ""
    place: str = ""
    activity: str = ""
    activity_start: date | None = None
    activity_end: date | None = None
    grade: str = ""
    evidence: tuple[EvidenceNote, ...] = ()
    replaces: str = ""
