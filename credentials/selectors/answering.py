"""Who answers for a credential after its award: who gave it, the school's coordinator, the issuer's people.

The issuer's people answer for what was given in their own house or to somebody outside any group. In a school that
awards their badges with their consent the school answers: who learns there is nobody's business elsewhere.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from core.access import visible
from credentials.enums import LIVING_STATES, CredentialState
from credentials.models import AnsweredCredential, Credential, StackReview
from credentials.selectors.issuer_people import issuers_worked_for, works_for
from people.enums import Role
from people.models import Membership, User
from people.selectors.groups import coordinates, groups_led_by, leads

# What was undone or declined is nobody's business any more.
ANSWERED_STATES = (*LIVING_STATES, CredentialState.REVOKED)


def _in_its_house(to: str = "") -> Q:
    """Given by the issuer's own organisation, or in no group."""
    group, house = f"{to}batch__group", F(f"{to}achievement__issuer__group")
    return Q(**{group: None}) | Q(**{group: house}) | Q(**{f"{group}__parent": house})


@visible(AnsweredCredential)
def answered_credentials(user: User | AnonymousUser) -> QuerySet[Credential]:
    """Credentials given in groups one leads now, by issuers one awards for, and in the school one coordinates."""
    if user.is_anonymous or not user.is_active:
        return AnsweredCredential.objects.none()
    coordinated = Membership.objects.current().filter(user=user.pk, role=Role.COORDINATOR)
    return AnsweredCredential.objects.filter(
        Q(batch__group__in=groups_led_by(user))
        | Q(_in_its_house(), achievement__issuer__in=issuers_worked_for(user, "may_award"))
        | Exists(coordinated.filter(group=OuterRef("batch__group")))
        | Exists(coordinated.filter(group=OuterRef("batch__group__parent"))),
        state__in=ANSWERED_STATES,
    ).select_related("achievement__issuer", "achievement__club__parent", "batch__group__parent", "version")


@visible(StackReview)
def reviews_visible_to(user: User | AnonymousUser) -> QuerySet[StackReview]:
    """Larger badges with a part that was taken back: of one's issuer, or given in the school one coordinates."""
    if user.is_anonymous or not user.is_active:
        return StackReview.objects.none()
    issuers = issuers_worked_for(user, "may_award")
    coordinated = Membership.objects.current().filter(user=user.pk, role=Role.COORDINATOR)
    return StackReview.objects.filter(
        Q(_in_its_house("credential__"), credential__achievement__issuer__in=issuers)
        | Exists(coordinated.filter(group=OuterRef("credential__batch__group")))
        | Exists(coordinated.filter(group=OuterRef("credential__batch__group__parent")))
    ).select_related(
        "credential__achievement__issuer", "credential__batch__group__parent", "credential__recipient",
        "credential__version", "part__version", "part__achievement",
    )  # fmt: skip


def answers_for(user: User, credential: Credential) -> bool:
    """The yes or no of `answered_credentials` about one row."""
    group = credential.batch.group
    here = group is not None and (leads(user, group) or coordinates(user, group))
    return credential.state in ANSWERED_STATES and (here or awards_for_its_issuer(user, credential))


def may_revoke(user: User, credential: Credential) -> bool:
    """Who gave it and still leads there, the issuer's awarders, the school's coordinator."""
    group = credential.batch.group
    if group is not None and coordinates(user, group):
        return True
    return may_correct(user, credential)


def may_correct(user: User, credential: Credential) -> bool:
    """Who gave it and still leads there, or awards for its issuer: correcting is awarding."""
    group = credential.batch.group
    gave = group is not None and credential.batch.actor_id == user.pk and leads(user, group)
    return gave or awards_for_its_issuer(user, credential)


def may_review(user: User, credential: Credential) -> bool:
    """The yes or no of `reviews_visible_to` about a larger badge."""
    group = credential.batch.group
    return (group is not None and coordinates(user, group)) or awards_for_its_issuer(user, credential)


def awards_for_its_issuer(user: User, credential: Credential) -> bool:
    """Whether the person awards for the issuer, and the credential was given in its house or in no group."""
    group, issuer = credential.batch.group, credential.achievement.issuer
    if issuer is None or (group is not None and issuer.group_id not in (group.pk, group.parent_id)):
        return False
    return works_for(user, issuer, "may_award")
