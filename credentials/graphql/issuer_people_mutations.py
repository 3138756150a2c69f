"""The people of an issuer: added by user name or by a link, changed, let go."""

from __future__ import annotations

import graphene
from django.conf import settings
from django.utils import timezone

from core.access import NotFound, as_uuid
from core.graphql import SELF, Mutation
from credentials import issuer_rules as rules
from credentials.graphql import issuer_types as types
from credentials.models import Issuer
from credentials.selectors import issuer_screens as screens
from credentials.services import issuer_members


class PowersInput(graphene.InputObjectType):
    manages = graphene.Boolean(required=True)
    may_define = graphene.Boolean(required=True)
    may_award = graphene.Boolean(required=True)


class AddIssuerMember(Mutation):
    """Let somebody who works here work for the issuer, by user name."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        username = graphene.String(required=True)
        powers = graphene.Argument(PowersInput, required=True)

    people = graphene.Field(types.IssuerPeople)

    @classmethod
    def act(cls, actor, target, *, username, powers):
        issuer_members.add_member(target, username, issuer_members.Powers(**powers), actor=actor)
        return {"people": screens.issuer_people(target, actor)}


class InviteToIssuer(Mutation):
    """A link for one colleague. Its address is answered once."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        powers = graphene.Argument(PowersInput, required=True)

    url = graphene.String()
    people = graphene.Field(types.IssuerPeople)

    @classmethod
    def act(cls, actor, target, *, powers):
        secret = issuer_members.invite(
            target, issuer_members.Powers(**powers), actor=actor, now=timezone.now()
        )
        return {
            "url": f"{settings.PUBLIC_URL}/app/issuers/join/{secret}",
            "people": screens.issuer_people(target, actor),
        }


class EndIssuerInvitations(Mutation):
    """No link that was not used works any more."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    people = graphene.Field(types.IssuerPeople)

    @classmethod
    def act(cls, actor, target):
        issuer_members.end_invitations(target, now=timezone.now())
        return {"people": screens.issuer_people(target, actor)}


class JoinIssuer(Mutation):
    """Work for an issuer, by a link that somebody of it made."""

    class Meta:
        permission = rules.SEE_OWN_ISSUERS
        target = SELF

    class Input:
        secret = graphene.String(required=True)

    issuer = graphene.Field(types.IssuerDesk)

    @classmethod
    def act(cls, actor, target, *, secret):
        member = issuer_members.accept_invitation(secret, actor=actor, now=timezone.now())
        return {"issuer": screens.issuer_desk(member.issuer, actor)}


class ChangeIssuerMember(Mutation):
    """What a member may do from now on."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        member_id = graphene.ID(required=True)
        powers = graphene.Argument(PowersInput, required=True)

    people = graphene.Field(types.IssuerPeople)

    @classmethod
    def act(cls, actor, target, *, member_id, powers):
        key = _member(target, member_id)
        issuer_members.change_member(target, key, issuer_members.Powers(**powers), actor=actor)
        return {"people": screens.issuer_people(target, actor)}


class RemoveIssuerMember(Mutation):
    """Somebody does not work for the issuer any more."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        member_id = graphene.ID(required=True)

    people = graphene.Field(types.IssuerPeople)

    @classmethod
    def act(cls, actor, target, *, member_id):
        issuer_members.remove_member(target, _member(target, member_id), actor=actor, now=timezone.now())
        return {"people": screens.issuer_people(target, actor)}


class LeaveIssuer(Mutation):
    """One does not work for the issuer oneself any more."""

    class Meta:
        permission = rules.WORK_FOR_ISSUER
        target = Issuer

    left = graphene.Boolean()

    @classmethod
    def act(cls, actor, target):
        member = target.members.current().filter(user=actor).first()
        if member is not None:
            issuer_members.remove_member(target, member.pk, actor=actor, now=timezone.now())
        return {"left": member is not None}


def _member(issuer, member_id):
    """The id of a current member of this very issuer."""
    key = as_uuid(member_id)
    if key is None or not issuer.members.current().filter(pk=key).exists():
        raise NotFound
    return key
