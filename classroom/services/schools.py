"""The first school of an empty portal, and its place among the issuers (answers.md 4)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from credentials.models import Issuer
from people.enums import Role
from people.models import School
from people.services.invitations import invite
from people.services.schools import make_school


@dataclass(frozen=True)
class Started:
    """`secret` opens `/j/<secret>` once, for the coordinator."""

    school: School
    is_new: bool
    secret: str


@transaction.atomic
def start_school(
    *,
    name: str,
    register_number: str,
    school_type: str,
    town: str = "",
    given_name: str = "",
    family_name: str = "",
) -> Started:
    """Make the school, or find it by its register number, and invite its coordinator.

    Its issuer stands as a draft: it may award digital badges at its own school, and microcredentials once it
    is accredited.
    """
    school, is_new = make_school(
        name=name, register_number=register_number, school_type=school_type, town=town
    )
    if not Issuer.objects.filter(group=school.group).exists():
        issuer = Issuer.objects.create(slug=school.slug, name={"pl": school.name}, group=school.group)
        issuer.may_award.add(school.group)
    secret = invite(
        school.group, Role.COORDINATOR, actor=None, given_name=given_name, family_name=family_name
    )
    return Started(school, is_new, secret)
