"""What the phone reads of one's profile, skills, contacts and data. Values are those of `portfolio.selectors`."""

from __future__ import annotations

import graphene
from django.urls import reverse

from core.graphql import WITH_PARENT, NodeType, few
from core.translated import in_language
from credentials.graphql.types import Badge
from people.graphql.types import Choice
from portfolio.enums import SkillLayer
from portfolio.selectors.contacts import MOST_CONTACTS, MOST_FACES, MOST_WAITING
from portfolio.selectors.profile import MOST_NEWEST
from portfolio.selectors.skills import MOST_SKILLS, area_catalogue
from portfolio.skill_areas import MOST_TERMS


class HeldBadges(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    kind = graphene.String(required=True)
    label = graphene.String(required=True)
    count = graphene.Int(required=True)


class SpokenLanguage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    name = graphene.String(required=True)
    level = graphene.String(required=True)
    level_label = graphene.String(required=True)


class Profile(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    held = few(HeldBadges, most=3, description="Living badges by kind.")
    newest = few(Badge, most=MOST_NEWEST)
    languages = few(SpokenLanguage, most=12)
    asking = graphene.Int(required=True, description="How many people wait for an answer.")


class LanguageChoices(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    languages = few(Choice, most=60)
    levels = few(Choice, most=10)


class SkillReference(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    title = graphene.String(required=True)
    url = graphene.String(required=True)
    framework = graphene.String(required=True)


class SkillLayerView(NodeType):
    class Meta:
        visible_to = WITH_PARENT
        name = "SkillLayer"

    code = graphene.String(required=True)
    label = graphene.String(required=True)


class SkillArea(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    name = graphene.String(required=True)
    counts = graphene.List(
        graphene.NonNull(graphene.Int), required=True, description="Along the layers of the map."
    )
    esco = few(SkillReference, most=4)


class SkillTerm(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    label = graphene.String(required=True)
    counts = graphene.List(
        graphene.NonNull(graphene.Int),
        required=True,
        description="What was new, along the layers of the map.",
    )


class SkillLine(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(description="Of one's own words alone.")
    text = graphene.String(required=True)
    area = graphene.String(required=True)
    layer = graphene.String(required=True)
    since = graphene.DateTime(required=True)
    badge_id = graphene.ID()
    badge_name = graphene.String(required=True)
    curriculum = graphene.List(graphene.NonNull(graphene.String), required=True)


class SkillsMap(NodeType):
    """For the person alone: nothing here is compared with anybody."""

    class Meta:
        visible_to = WITH_PARENT

    layers = few(SkillLayerView, most=4)
    areas = few(SkillArea, most=20)
    terms = few(SkillTerm, most=MOST_TERMS)
    skills = few(SkillLine, most=MOST_SKILLS)
    curriculum = few(SkillReference, most=100)
    all_areas = few(Choice, most=20, description="Where own words may stand.")

    @staticmethod
    def resolve_layers(root, info):
        return [{"code": layer.value, "label": str(layer.label)} for layer in SkillLayer]

    @staticmethod
    def resolve_all_areas(root, info):
        return [{"code": code, "label": in_language(area["name"])} for code, area in area_catalogue().items()]


class ContactView(NodeType):
    class Meta:
        visible_to = WITH_PARENT
        name = "Contact"

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    group_name = graphene.String(required=True)
    since = graphene.DateTime(required=True)


class Contacts(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    kept = few(ContactView, most=MOST_CONTACTS)
    asking = few(ContactView, most=MOST_CONTACTS, description="Who asks; declining is never told.")
    waiting = few(ContactView, most=MOST_WAITING, description="Whom the person has asked.")


class ContactFace(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    asked = graphene.Boolean(required=True)


class ContactFaces(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_name = graphene.String(required=True)
    faces = few(ContactFace, most=MOST_FACES)


class DataArchiveView(NodeType):
    class Meta:
        visible_to = WITH_PARENT
        name = "DataArchive"

    id = graphene.ID(required=True)
    asked_at = graphene.DateTime(required=True)
    done = graphene.Int(required=True)
    parts = graphene.Int(required=True)
    ready = graphene.Boolean(required=True)
    size = graphene.Float(required=True, description="In bytes.")
    kept_until = graphene.DateTime(required=True)
    url = graphene.String(required=True)

    @staticmethod
    def resolve_ready(root, info):
        return root.made_at is not None

    @staticmethod
    def resolve_url(root, info):
        return reverse("my-data", args=[root.pk]) if root.made_at else ""


class KeptData(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    topics = few(Choice, most=20)
    archive = graphene.Field(DataArchiveView)
    ask = graphene.List(graphene.NonNull(graphene.String), required=True)
