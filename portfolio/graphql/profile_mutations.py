"""What a person does about their profile, contacts and data."""

from __future__ import annotations

import graphene

from core.access import NotFound, as_uuid
from core.graphql import SELF, Mutation
from people.models import Group
from people.rules import CHANGE_SELF
from portfolio.graphql import profile_types as types
from portfolio.models import Contact, OwnSkill
from portfolio.rules import ANSWER_CONTACT, ASK_CONTACT, REMOVE_CONTACT, VIEW_OWN_SKILL
from portfolio.services import archiving, contacts, own_words


class SpeakLanguage(Mutation):
    """Say that one speaks a language, or correct how well."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    class Input:
        code = graphene.String(required=True)
        level = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, code, level):
        own_words.speak_language(target, code=code, level=level)


class ForgetLanguage(Mutation):
    """Take a language off the profile."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    class Input:
        code = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, code):
        own_words.forget_language(target, code=code)


class SaySkill(Mutation):
    """Add a skill in one's own words."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    class Input:
        text = graphene.String(required=True)
        area = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, text, area):
        own_words.say_skill(target, text=text, area=area)


class UnsaySkill(Mutation):
    """Delete one's own words."""

    class Meta:
        permission = VIEW_OWN_SKILL
        target = OwnSkill
        target_argument = "skill_id"

    @classmethod
    def act(cls, actor, target):
        own_words.unsay_skill(target)


class AskContact(Mutation):
    """Say that one would like to keep somebody of a class or club as a contact."""

    class Meta:
        permission = ASK_CONTACT
        target = Group

    class Input:
        person_id = graphene.ID(required=True)

    @classmethod
    def act(cls, actor, target, *, person_id):
        key = as_uuid(person_id)
        if key is None:
            raise NotFound
        contacts.ask_contact(actor, key, group=target)


class AnswerContact(Mutation):
    """Agree to keep somebody, or not; who asked is never told of a no."""

    class Meta:
        permission = ANSWER_CONTACT
        target = Contact

    class Input:
        agree = graphene.Boolean(required=True)

    @classmethod
    def act(cls, actor, target, *, agree):
        contacts.answer_contact(target, agree=agree, actor=actor)


class RemoveContact(Mutation):
    """End a contact for both, or take back a wish."""

    class Meta:
        permission = REMOVE_CONTACT
        target = Contact

    @classmethod
    def act(cls, actor, target):
        contacts.remove_contact(target, actor=actor)


class CollectMyData(Mutation):
    """Let everything that is kept about the person be gathered into one file."""

    class Meta:
        permission = CHANGE_SELF
        target = SELF

    archive = graphene.Field(types.DataArchiveView)

    @classmethod
    def act(cls, actor, target):
        return {"archive": archiving.ask_for_data(target)}


PROFILE_MUTATIONS = (
    SpeakLanguage,
    ForgetLanguage,
    SaySkill,
    UnsaySkill,
    AskContact,
    AnswerContact,
    RemoveContact,
    CollectMyData,
)
