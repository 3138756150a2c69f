"""Who may sit at the desk in the editors' admin: the operator, and who coordinates a school or an organisation."""

from __future__ import annotations

import rules

from cms.desk.selectors import badges_on_desk, coordinates_anything, issuers_on_desk, schools_on_desk
from credentials.models import Achievement, Issuer
from people.models import School, User

SEE_SCHOOLS = "cms.see_schools"
VIEW_SCHOOL = "cms.view_school_on_desk"
START_SCHOOL = "cms.start_school"
SEE_ISSUERS = "cms.see_issuers"
VIEW_ISSUER = "cms.view_issuer_on_desk"
SEE_BADGES = "cms.see_badges"
VIEW_BADGE = "cms.view_badge_on_desk"
SEE_AUDIT = "cms.see_audit"
CHECK_PORTAL = "cms.check_portal"
CHANGE_LOOK = "cms.change_look"


@rules.predicate
def runs_the_portal(user: User, person: User | None) -> bool:
    return person is not None and user.pk == person.pk and user.is_active and user.is_superuser


@rules.predicate
def coordinates(user: User, person: User | None) -> bool:
    return person is not None and user.pk == person.pk and coordinates_anything(user)


@rules.predicate
def has_school(user: User, school: School | None) -> bool:
    return school is not None and schools_on_desk(user).filter(pk=school.pk).exists()


@rules.predicate
def has_issuer(user: User, issuer: Issuer | None) -> bool:
    return issuer is not None and issuers_on_desk(user).filter(pk=issuer.pk).exists()


@rules.predicate
def has_badge(user: User, badge: Achievement | None) -> bool:
    return badge is not None and badges_on_desk(user).filter(pk=badge.pk).exists()


rules.add_perm(SEE_SCHOOLS, runs_the_portal | coordinates)
rules.add_perm(VIEW_SCHOOL, has_school)
rules.add_perm(START_SCHOOL, runs_the_portal)
rules.add_perm(SEE_ISSUERS, runs_the_portal | coordinates)
rules.add_perm(VIEW_ISSUER, has_issuer)
rules.add_perm(SEE_BADGES, runs_the_portal | coordinates)
rules.add_perm(VIEW_BADGE, has_badge)
rules.add_perm(SEE_AUDIT, runs_the_portal | coordinates)
rules.add_perm(CHECK_PORTAL, runs_the_portal)
rules.add_perm(CHANGE_LOOK, runs_the_portal)
