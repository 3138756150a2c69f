"""What a description must say before it may call itself *microcredential*. Pure.

Council Recommendation 2022/C 243/02, Annex I: the mandatory elements that belong to a definition. Those that
belong to a person (identity of the learner, date of issue) come with the credential.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

LANGUAGES = ("pl", "en", "uk")


class Description(Protocol):
    """What is read of an achievement version."""

    name: Mapping[str, str]
    learning_outcomes: Sequence[Mapping[str, Any]]
    workload_hours: Decimal | None
    framework_reference: Mapping[str, Any] | None
    assessment_methods: Sequence[str]
    participation_form: str
    quality_assurance: Mapping[str, str]


class AwardingBody(Protocol):
    """What is read of an issuer."""

    name: Mapping[str, str]
    country: str


@dataclass(frozen=True)
class Missing:
    """An element that is not there. `why` is the English sentence of the catalogue: why it is asked."""

    code: str
    why: str


def _(text: str) -> str:
    """Marks a sentence for the catalogues."""
    return text


Holds = Callable[[Description, AwardingBody | None], bool]


def _in_every_language(words: Mapping[str, str]) -> bool:
    return all(words.get(language, "").strip() for language in LANGUAGES)


def _has_outcomes(version: Description, issuer: AwardingBody | None) -> bool:
    outcomes = version.learning_outcomes
    return bool(outcomes) and all(
        _in_every_language(outcome["text"]) and outcome.get("criteria") for outcome in outcomes
    )


def _has_level(version: Description, issuer: AwardingBody | None) -> bool:
    reference = version.framework_reference or {}
    return bool(reference.get("pqf") and reference.get("eqf"))


_ELEMENTS: tuple[tuple[str, str, Holds], ...] = (
    ("TITLE", _("Everybody has to be able to read in their language what it is called."),
     lambda version, issuer: _in_every_language(version.name)),
    ("COUNTRY", _("Abroad it says whose rules the issuer follows."),
     lambda version, issuer: issuer is not None and len(issuer.country) == 2),
    ("AWARDING_BODY", _("Somebody has to answer for it by name."),
     lambda version, issuer: issuer is not None and _in_every_language(issuer.name)),
    ("LEARNING_OUTCOMES", _("They say what the person can do, and the criteria say how that was checked."),
     _has_outcomes),
    ("WORKLOAD", _("Hours tell a weekend from a semester."),
     lambda version, issuer: bool(version.workload_hours)),
    ("LEVEL", _("An indicative level of the frameworks makes it comparable abroad."), _has_level),
    ("ASSESSMENT", _("The reader wants to know how it was assessed."),
     lambda version, issuer: bool(version.assessment_methods)),
    ("PARTICIPATION", _("In person or online makes a difference to who can take part."),
     lambda version, issuer: bool(version.participation_form)),
    ("QUALITY_ASSURANCE", _("It says who looks after fairness and takes complaints."),
     lambda version, issuer: _in_every_language(version.quality_assurance)),
)  # fmt: skip


def elements() -> tuple[tuple[str, str, Holds], ...]:
    """Each element: its code, why it is asked (the English sentence of the catalogue), and whether it is there."""
    return _ELEMENTS


def missing(version: Description, issuer: AwardingBody | None) -> list[Missing]:
    """The elements of the nine that are not filled, in the order of the recommendation."""
    return [Missing(code, why) for code, why, holds in _ELEMENTS if not holds(version, issuer)]
