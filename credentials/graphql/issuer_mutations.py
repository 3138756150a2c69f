"""Applying to be an issuer, and where its badges may be awarded. Deciding is done on the desk."""

from __future__ import annotations

import graphene
from django.utils import timezone

from core.access import NotFound, access, as_uuid
from core.graphql import SELF, Mutation, mutations
from credentials import issuer_rules as rules
from credentials.graphql import issuer_types as types
from credentials.graphql.issuer_people_mutations import (
    AddIssuerMember,
    ChangeIssuerMember,
    EndIssuerInvitations,
    InviteToIssuer,
    JoinIssuer,
    LeaveIssuer,
    RemoveIssuerMember,
)
from credentials.models import Issuer
from credentials.selectors import issuer_screens as screens
from credentials.selectors.endorsers import groups_spoken_for
from credentials.services import applying, award_places
from people.models import Group


class WordsInput(graphene.InputObjectType):
    """One text in up to three languages; Polish is needed."""

    pl = graphene.String()
    en = graphene.String()
    uk = graphene.String()


class IssuerInput(graphene.InputObjectType):
    """What is left out stays as it is."""

    name = graphene.InputField(WordsInput)
    description = graphene.InputField(WordsInput)
    quality_assurance = graphene.InputField(WordsInput)
    url = graphene.String()
    email = graphene.String()


class AnswerInput(graphene.InputObjectType):
    code = graphene.String(required=True)
    text = graphene.String(required=True)
    link = graphene.String()


class StartIssuer(Mutation):
    """Begin to apply: for a school or organisation for which one speaks, or for one that is new here."""

    class Meta:
        permission = rules.START_ISSUER
        target = SELF

    class Input:
        name = graphene.String(required=True)
        organisation_id = graphene.ID()

    issuer = graphene.Field(types.IssuerDesk)

    @classmethod
    def act(cls, actor, target, *, name, organisation_id=None):
        group = None
        if organisation_id is not None:
            key = as_uuid(organisation_id)
            group = groups_spoken_for(actor).filter(pk=key).first() if key else None
            if group is None:
                raise NotFound
        application = applying.start_issuer(actor, name=name, group=group)
        return {"issuer": screens.issuer_desk(application.issuer, actor)}


class DescribeIssuer(Mutation):
    """Change what the issuer says about itself."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        issuer = graphene.Argument(IssuerInput, required=True)

    issuer = graphene.Field(types.IssuerDesk)

    @classmethod
    def act(cls, actor, target, *, issuer):
        applying.describe_issuer(target, issuer, actor=actor)
        return {"issuer": screens.issuer_desk(target, actor)}


class BeginIssuerApplication(Mutation):
    """Open the self-assessment, with the answers of the last one."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    application = graphene.Field(types.IssuerApplicationView)

    @classmethod
    def act(cls, actor, target):
        applying.begin_application(target, actor)
        return {"application": screens.application_view(target)}


class SaveIssuerAnswers(Mutation):
    """Keep answers; what is left out stays."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        answers = graphene.List(graphene.NonNull(AnswerInput), required=True)

    application = graphene.Field(types.IssuerApplicationView)

    @classmethod
    def act(cls, actor, target, *, answers):
        said = {one["code"]: {"text": one["text"], "link": one.get("link") or ""} for one in answers[:30]}
        applying.save_answers(applying.open_application(target), said, actor=actor)
        return {"application": screens.application_view(target)}


class SendIssuerApplication(Mutation):
    """Hand it to who decides."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    application = graphene.Field(types.IssuerApplicationView)

    @classmethod
    def act(cls, actor, target):
        applying.send_application(applying.open_application(target), actor=actor, now=timezone.now())
        return {"application": screens.application_view(target)}


class WithdrawIssuerApplication(Mutation):
    """Take it back before it is decided."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    application = graphene.Field(types.IssuerApplicationView)

    @classmethod
    def act(cls, actor, target):
        applying.withdraw_application(applying.open_application(target), actor=actor, now=timezone.now())
        return {"application": screens.application_view(target)}


class AskToAward(Mutation):
    """Ask an issuer whether a group that one leads may award its badges."""

    class Meta:
        permission = rules.ASK_TO_AWARD
        target = Group

    class Input:
        issuer_id = graphene.ID(required=True)
        note = graphene.String()

    issuers = graphene.Field(types.IssuersToAsk)

    @classmethod
    def act(cls, actor, target, *, issuer_id, note=""):
        issuer = access(actor, rules.VIEW_ISSUER, Issuer, issuer_id)
        award_places.ask_to_award(issuer, target, actor=actor, note=note or "")
        return {"issuers": screens.issuers_to_ask(target)}


class DecideAwardRequest(Mutation):
    """Agree that a group awards the issuer's badges, or not."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        award_request_id = graphene.ID(required=True)
        granted = graphene.Boolean(required=True)

    places = graphene.Field(types.IssuerPlaces)

    @classmethod
    def act(cls, actor, target, *, award_request_id, granted):
        key = as_uuid(award_request_id)
        if key is None or not target.award_requests.filter(pk=key).exists():
            raise NotFound
        award_places.decide_request(target, key, granted=granted, actor=actor, now=timezone.now())
        return {"places": screens.issuer_places(target)}


class LetGroupAward(Mutation):
    """A class or club of the issuer's own organisation awards its badges from now on."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        group_id = graphene.ID(required=True)

    places = graphene.Field(types.IssuerPlaces)

    @classmethod
    def act(cls, actor, target, *, group_id):
        key = as_uuid(group_id)
        group = Group.objects.open().filter(pk=key).first() if key else None
        if group is None or not award_places.is_own_group(target, group):
            raise NotFound
        award_places.let_award(target, group, actor=actor)
        return {"places": screens.issuer_places(target)}


class EndGroupAwarding(Mutation):
    """A group does not award the issuer's badges any more; what was given stays."""

    class Meta:
        permission = rules.MANAGE_ISSUER
        target = Issuer

    class Input:
        group_id = graphene.ID(required=True)

    places = graphene.Field(types.IssuerPlaces)

    @classmethod
    def act(cls, actor, target, *, group_id):
        key = as_uuid(group_id)
        group = target.may_award.filter(pk=key).first() if key else None
        if group is None:
            raise NotFound
        award_places.end_awarding(target, group, actor=actor)
        return {"places": screens.issuer_places(target)}


IssuerMutations = mutations(
    StartIssuer,
    DescribeIssuer,
    BeginIssuerApplication,
    SaveIssuerAnswers,
    SendIssuerApplication,
    WithdrawIssuerApplication,
    AddIssuerMember,
    InviteToIssuer,
    EndIssuerInvitations,
    JoinIssuer,
    ChangeIssuerMember,
    RemoveIssuerMember,
    LeaveIssuer,
    AskToAward,
    DecideAwardRequest,
    LetGroupAward,
    EndGroupAwarding,
)
