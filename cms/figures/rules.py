"""Who may read figures: a school's its coordinator, an issuer's those who speak for it, the portal's the operator."""

from __future__ import annotations

import rules

from credentials.models import Issuer
from credentials.selectors.issuer_people import works_for
from people.models import School, User
from people.selectors.groups import coordinates

SEE_SCHOOL_FIGURES = "cms.see_school_figures"
SEE_ISSUER_FIGURES = "cms.see_issuer_figures"
SEE_PORTAL_FIGURES = "cms.see_portal_figures"


@rules.predicate
def coordinates_school(user: User, school: School | None) -> bool:
    return school is not None and coordinates(user, school.group)


@rules.predicate
def works_for_issuer(user: User, issuer: Issuer | None) -> bool:
    """Also while the issuer is suspended: what it gave stays given."""
    return works_for(user, issuer)


@rules.predicate
def runs_the_portal(user: User) -> bool:
    return bool(user.is_active and user.is_superuser)


rules.add_perm(SEE_SCHOOL_FIGURES, coordinates_school)
rules.add_perm(SEE_ISSUER_FIGURES, works_for_issuer)
rules.add_perm(SEE_PORTAL_FIGURES, runs_the_portal)
