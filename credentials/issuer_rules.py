"""Who may do what in an issuer's name, and who decides about issuers. Names are those of `credentials.rules`."""

from __future__ import annotations

import rules

from credentials.issuer_standing import is_shown
from credentials.models import Issuer
from credentials.selectors.endorsers import is_adult
from credentials.selectors.issuer_people import has_part_in, works_for
from people.models import Group, User
from people.selectors.groups import coordinates, leads

VIEW_ISSUER = "credentials.view_issuer"
WORK_FOR_ISSUER = "credentials.work_for_issuer"
MANAGE_ISSUER = "credentials.manage_issuer"
DEFINE_FOR_ISSUER = "credentials.define_for_issuer"
AWARD_FOR_ISSUER = "credentials.award_for_issuer"
START_ISSUER = "credentials.start_issuer"
SEE_OWN_ISSUERS = "credentials.see_own_issuers"
ASK_TO_AWARD = "credentials.ask_to_award"
DECIDE_ISSUER = "credentials.decide_issuer"


@rules.predicate
def is_public_issuer(user: User, issuer: Issuer | None) -> bool:
    return issuer is not None and user.is_active and not user.is_anonymous and is_shown(issuer)


@rules.predicate
def works_for_issuer(user: User, issuer: Issuer | None) -> bool:
    return works_for(user, issuer)


@rules.predicate
def manages_issuer(user: User, issuer: Issuer | None) -> bool:
    return works_for(user, issuer, "manages")


@rules.predicate
def defines_for_issuer(user: User, issuer: Issuer | None) -> bool:
    """Describes what can be earned; whether it may be published is a question of the issuer's standing."""
    return works_for(user, issuer, "may_define")


@rules.predicate
def awards_for_issuer(user: User, issuer: Issuer | None) -> bool:
    return works_for(user, issuer, "may_award")


@rules.predicate
def is_oneself(user: User, person: User | None) -> bool:
    return person is not None and user.is_active and user.pk == person.pk


@rules.predicate
def is_grown_up(user: User, person: User | None) -> bool:
    return is_adult(user)


@rules.predicate
def speaks_for_group(user: User, group: Group | None) -> bool:
    return group is not None and (leads(user, group) or coordinates(user, group))


@rules.predicate
def runs_the_portal(user: User, issuer: Issuer | None) -> bool:
    return issuer is not None and user.is_active and user.is_superuser


@rules.predicate
def has_no_part(user: User, issuer: Issuer | None) -> bool:
    """Nobody decides about an issuer in which they have a part."""
    return issuer is not None and not has_part_in(user, issuer)


rules.add_perm(VIEW_ISSUER, is_public_issuer | works_for_issuer)
rules.add_perm(WORK_FOR_ISSUER, works_for_issuer)
rules.add_perm(MANAGE_ISSUER, manages_issuer)
rules.add_perm(DEFINE_FOR_ISSUER, defines_for_issuer)
rules.add_perm(AWARD_FOR_ISSUER, awards_for_issuer)
rules.add_perm(SEE_OWN_ISSUERS, is_oneself)
rules.add_perm(START_ISSUER, is_oneself & is_grown_up)
rules.add_perm(ASK_TO_AWARD, speaks_for_group)
rules.add_perm(DECIDE_ISSUER, runs_the_portal & has_no_part)
