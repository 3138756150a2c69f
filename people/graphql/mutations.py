"""What people do about themselves."""

from __future__ import annotations

import graphene

from core.graphql import SELF, Mutation, mutations
from people.graphql import types
from people.graphql.report_mutations import AppealDecision, AskConsent, DecideReport, Report
from people.rules import CHANGE_SELF
from people.selectors import oneself
from people.services import notices, own_settings, sign_ins


class AcknowledgeNotice(Mutation):
    """The plain notice of the first sign-in has been read."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    me = graphene.Field(types.Me)

    @classmethod
    def act(cls, actor, target):
        return {"me": oneself.me(notices.acknowledge_notice(target))}


class ChangeMySettings(Mutation):
    """Language, nickname, celebrations: what is left out stays as it is."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    class Input:
        language = graphene.String()
        nickname = graphene.String()
        celebrations = graphene.Boolean()

    me = graphene.Field(types.Me)

    @classmethod
    def act(cls, actor, target, *, language=None, nickname=None, celebrations=None):
        changed = own_settings.change_settings(
            target, language=language, nickname=nickname, celebrations=celebrations
        )
        return {"me": oneself.me(changed)}


class EndMySignIns(Mutation):
    """Ends every sign-in of the person on every device, this one too."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    @classmethod
    def act(cls, actor, target):
        sign_ins.end_sign_ins(target, actor=actor)


Mutations = mutations(
    AcknowledgeNotice, ChangeMySettings, EndMySignIns, AskConsent, Report, DecideReport, AppealDecision
)
