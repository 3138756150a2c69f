"""Reading one's profile, skills, contacts and data."""

from __future__ import annotations

from typing import Any

import graphene

from core.graphql import SELF, query_field
from people.models import Group
from people.rules import CHANGE_SELF
from portfolio import languages
from portfolio.enums import LanguageLevel
from portfolio.graphql import profile_types as types
from portfolio.rules import ASK_CONTACT
from portfolio.selectors import contacts, kept_data, profile, skills


class ProfileQueries:
    @query_field(graphene.NonNull(types.Profile), permission=CHANGE_SELF, target=SELF)
    def profile(info, target):
        """What the person has and says of themselves."""
        return profile.profile_of(target)

    @query_field(graphene.NonNull(types.LanguageChoices), permission=CHANGE_SELF, target=SELF)
    def language_choices(info, target):
        """Languages and levels to choose from."""
        return {
            "languages": [{"code": code, "label": name} for code, name in languages.in_order()],
            "levels": [{"code": level.value, "label": str(level.label)} for level in LanguageLevel],
        }

    @query_field(graphene.NonNull(types.SkillsMap), permission=CHANGE_SELF, target=SELF)
    def skills_map(info, target):
        """What the person can do, by area and by whose word stands behind it."""
        return skills.skills_map(target)

    @query_field(graphene.NonNull(types.Contacts), permission=CHANGE_SELF, target=SELF)
    def contacts(info, target):
        """Whom the person keeps, who asks, whom they asked."""
        return contacts.contacts_of(target)

    @query_field(graphene.NonNull(types.ContactFaces), permission=ASK_CONTACT, target=Group)
    def contact_faces(info: Any, target: Group) -> dict[str, Any]:
        """Whom of a class or a club the person is in they may ask."""
        return {"group_name": target.name, "faces": contacts.faces_in(info.context.user, target)}

    @query_field(graphene.NonNull(types.KeptData), permission=CHANGE_SELF, target=SELF)
    def kept_data(info, target):
        """What is kept about the person, and the archive of it."""
        return kept_data.kept_data(target)
