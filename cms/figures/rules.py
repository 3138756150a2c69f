"""Who may read figures: a school's its coordinator, an issuer's those who speak for it, the portal's the operator."""

from __future__ import annotations

import rules

from credentials.models import Issuer
from people.enums import Role
from people.models import Membership, School, User
from people.selectors.groups import coordinates

SEE_SCHOOL_FIGURES = "cms.see_school_figures"
SEE_ISSUER_FIGURES = "cms.see_issuer_figures"
SEE_PORTAL_FIGURES = "cms.see_portal_figures"
# Whoever speaks for the school or organisation behind an issuer (credentials.selectors.endorsers).
STAFF_ROLES = (Role.COORDINATOR, Role.LEADER)


@rules.predicate
def coordinates_school(user: User, school: School | None) -> bool:
    return school is not None and coordinates(user, school.group)


@rules.predicate
def works_for_issuer(user: User, issuer: Issuer | None) -> bool:
    """Also while the issuer is suspended: what it gave stays given."""
    if issuer is None or issuer.group_id is None or user.is_anonymous or not user.is_active:
        return False
    staff = Membership.objects.current().filter(user=user.pk, group=issuer.group_id, role__in=STAFF_ROLES)
    return staff.exists()


@rules.predicate
def runs_the_portal(user: User) -> bool:
    return bool(user.is_active and user.is_superuser)


rules.add_perm(SEE_SCHOOL_FIGURES, coordinates_school)
rules.add_perm(SEE_ISSUER_FIGURES, works_for_issuer)
rules.add_perm(SEE_PORTAL_FIGURES, runs_the_portal)
