"""What an organisation is asked before it may issue microcredentials: criteria of access, supplementary and horizontal
ones, each with the reason why it is asked. The same list is the self-assessment and the sheet of the decision.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
ANSWER_LETTERS, LINK_LETTERS, NOTE_LETTERS = 1500, 300, 500


class CriterionGroup(TextChoices):
    """Criteria of access and horizontal ones have to be met; supplementary ones speak for the issuer."""

    ACCESS = "access", _("Criteria of access")
    SUPPLEMENTARY = "supplementary", _("Supplementary criteria")
    HORIZONTAL = "horizontal", _("Horizontal criteria")


@dataclass(frozen=True)
class Criterion:
    """`title` is its name on the public page; `question` and `why` stand in the form."""

    code: str
    group: CriterionGroup
    title: Words
    question: Words
    why: Words

    @property
    def is_required(self) -> bool:
        return self.group != CriterionGroup.SUPPLEMENTARY


_ACCESS, _MORE, _ACROSS = CriterionGroup.ACCESS, CriterionGroup.SUPPLEMENTARY, CriterionGroup.HORIZONTAL

CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "identity", _ACCESS, _("Known by name and register"),
        _("Under what name and in which register is the organisation entered?"),
        _("Whoever reads a badge has to be able to find out who answers for it."),
    ),
    Criterion(
        "experience", _ACCESS, _("Experience in teaching"),
        _("What do you teach or train, for whom, and since when?"),
        _("An issuer recognises what it knows from its own work."),
    ),
    Criterion(
        "outcomes", _ACCESS, _("Learning outcomes described"),
        _("Who describes learning outcomes and criteria with you, and who checks the descriptions?"),
        _("A microcredential says what a person can do; without clear outcomes it says nothing."),
    ),
    Criterion(
        "assessment", _ACCESS, _("People who can assess"),
        _("Who assesses, and what prepares them for it?"),
        _("The worth of a badge is the worth of the judgement behind it."),
    ),
    Criterion(
        "quality", _ACCESS, _("Fairness and complaints"),
        _("Who looks after fairness, and what can somebody do who disagrees with a decision?"),
        _("A learner has to know whom to turn to."),
    ),
    Criterion(
        "records", _ACCESS, _("Records of decisions"),
        _("How do you keep evidence and records of decisions, and for how long?"),
        _("A decision that is questioned has to be explained."),
    ),
    Criterion(
        "demand", _MORE, _("Agreed with those who read badges"),
        _("With whom outside (employers, universities, local government) did you agree what is worth recognising?"),
        _("A badge is worth more when somebody outside asks for it."),
    ),
    Criterion(
        "feedback", _MORE, _("Learners are heard"),
        _("How do you ask learners for their opinion, and what has it changed?"),
        _("Those who learn notice first what does not work."),
    ),
    Criterion(
        "development", _MORE, _("Staff who keep learning"),
        _("How do the people who teach and assess keep learning?"),
        _("Assessing is a craft that needs practice and exchange."),
    ),
    Criterion(
        "outside_review", _MORE, _("Reviewed from outside"),
        _("Has anybody outside reviewed your quality (an inspection, an accreditation, a quality mark)?"),
        _("What somebody else has checked already need not be checked again."),
    ),
    Criterion(
        "accessibility", _ACROSS, _("Accessible to everybody"),
        _("How can people with disabilities take part and be assessed on equal terms?"),
        _("A badge that some people cannot reach is no fair badge."),
    ),
    Criterion(
        "equality", _ACROSS, _("Equal treatment"),
        _("How do you make sure that nobody is treated worse, also for lack of money or of Polish?"),
        _("Only what a person can do may count."),
    ),
    Criterion(
        "data_protection", _ACROSS, _("Personal data protected"),
        _("Who answers for personal data, and how are they told to people in plain words?"),
        _("Evidence of learning can reveal a lot about a person."),
    ),
    Criterion(
        "minors", _ACROSS, _("Minors protected"),
        _("What standards for the protection of minors do you keep, and where can they be read?"),
        _("Most learners here are under eighteen."),
    ),
)  # fmt: skip
BY_CODE = {one.code: one for one in CRITERIA}
REQUIRED = tuple(one.code for one in CRITERIA if one.is_required)
