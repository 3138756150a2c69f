"""One policy for each part of the desk."""

from __future__ import annotations

from cms.desk.policy import RulesPolicy
from cms.desk.rules import (
    CHANGE_LOOK,
    CHECK_PORTAL,
    SEE_AUDIT,
    SEE_BADGES,
    SEE_ISSUERS,
    SEE_SCHOOLS,
    START_SCHOOL,
    VIEW_BADGE,
    VIEW_ISSUER,
    VIEW_SCHOOL,
)
from cms.desk.selectors import activities_on_desk, badges_on_desk, issuers_on_desk, schools_on_desk
from cms.look.models import Look
from core.models import Activity
from credentials.models import Achievement, Issuer
from people.models import Report, School
from people.rules import SEE_REPORT_QUEUE
from people.selectors.reports import reports_in_care_of

SCHOOLS = RulesPolicy(
    School, {"view": SEE_SCHOOLS, "add": START_SCHOOL}, instance_rule=VIEW_SCHOOL, listed=schools_on_desk
)
ISSUERS = RulesPolicy(Issuer, {"view": SEE_ISSUERS}, instance_rule=VIEW_ISSUER, listed=issuers_on_desk)
BADGES = RulesPolicy(Achievement, {"view": SEE_BADGES}, instance_rule=VIEW_BADGE, listed=badges_on_desk)
REPORTS = RulesPolicy(Report, {"view": SEE_REPORT_QUEUE}, listed=reports_in_care_of)
AUDIT = RulesPolicy(Activity, {"view": SEE_AUDIT}, listed=activities_on_desk)
SELF_CHECK = RulesPolicy(Activity, {"view": CHECK_PORTAL})
LOOK = RulesPolicy(Look, {"change": CHANGE_LOOK})
