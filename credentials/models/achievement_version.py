from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.translated import TranslatedField
from credentials.enums import Sensitivity


class AchievementVersionQuerySet(models.QuerySet["AchievementVersion"]):
    def published(self) -> AchievementVersionQuerySet:
        return self.exclude(number=None)


class AchievementVersion(models.Model):
    """The full description of an achievement (credentials.md §2), frozen when it is published.

    `number` is None while it is a draft; publishing gives the next number, fills `digest` and from then on
    the database itself refuses any change (trigger in the migrations). A credential points to a version.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    # General
    name = TranslatedField(_("name"))
    description = TranslatedField(_("description"))
    art = models.JSONField(_("picture"), help_text=_("Shape, palette, symbol and ribbon."))
    art_alt = TranslatedField(_("description of the picture"), blank=True)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    cost_amount = models.DecimalField(_("cost"), max_digits=8, decimal_places=2, default=0)
    cost_currency = models.CharField(max_length=3, default="PLN")
    accessibility = TranslatedField(_("accessibility for special needs"), blank=True)
    # A list of {name, type, description, date, place, organiser, conditions, link}; texts keyed by language.
    activities = models.JSONField(_("linked educational activities"), default=list, blank=True)

    # Detailed
    # A list of {id, text, criteria: [...]}; every text keyed by language.
    learning_outcomes = models.JSONField(_("learning outcomes"), default=list, blank=True)
    assessment_methods = models.JSONField(_("assessment methods"), default=list, blank=True)
    identity_check = models.CharField(_("identity verification"), max_length=40, blank=True)
    other_conditions = TranslatedField(_("other conditions"), blank=True)
    assessor_note = TranslatedField(_("note for the assessor"), blank=True)

    # Supplementary
    workload_hours = models.DecimalField(
        _("workload in hours"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    ects = models.DecimalField("ECTS", max_digits=4, decimal_places=1, null=True, blank=True)
    participation_form = models.CharField(_("form of participation"), max_length=20, blank=True)
    participation_note = TranslatedField(_("about the form of participation"), blank=True)
    how_to_earn = TranslatedField(_("how to obtain it"), blank=True)
    # {"pqf": 4, "eqf": 4, "status": "indicative"}: a hint, never an awarded level.
    framework_reference = models.JSONField(_("framework reference"), null=True, blank=True)
    validity_months = models.PositiveIntegerField(_("valid for months"), null=True, blank=True)
    evidence_types = models.JSONField(_("types of evidence"), default=list, blank=True)
    quality_assurance = TranslatedField(_("quality assurance"), blank=True)

    # For those who teach with it
    curriculum = models.JSONField(_("curriculum codes"), default=list, blank=True)
    school_types = models.JSONField(_("school types"), default=list, blank=True)
    sensitivity = models.CharField(max_length=30, choices=Sensitivity, default=Sensitivity.NORMAL)
    team_evidence = models.BooleanField(_("one set of evidence for a team"), default=False)
    # {"all_of": [slug], "min_of": {"count": n, "badges": [slug], "distinct": bool}}
    requires = models.JSONField(_("composite requirements"), null=True, blank=True)
    auto_rule = models.JSONField(_("automatic rule"), null=True, blank=True)
    # {"kind": "grades", "values": ["2", …]} from low to high, or {"kind": "percent" | "points", "least", "most"}; with
    # "required", the value without which it is not given, or None. Null: it is given without a grade.
    result_scale = models.JSONField(_("scale of grades"), null=True, blank=True)
    feedback_examples = TranslatedField(_("ready sentence of feedback"), blank=True)

    objects = AchievementVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("achievement version")
        verbose_name_plural = _("achievement versions")
        constraints = [
            models.UniqueConstraint(fields=["achievement", "number"], name="a_version_number_is_used_once"),
            models.UniqueConstraint(
                fields=["achievement"], condition=models.Q(number=None), name="an_achievement_has_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.achievement.slug} v{self.number or 'draft'}"
