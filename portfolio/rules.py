"""Who may do what with what a learner shows. The single law that every door obeys (architecture.md §3)."""

from __future__ import annotations

import rules

from people.models import Group, User
from people.rules import is_oneself
from people.selectors.groups import belongs_to
from portfolio.models import Contact, DataArchive, OwnSkill, PresentationPage
from portfolio.selectors.contacts import contacts_visible_to
from portfolio.selectors.meeting import MEETING_KINDS

VIEW_CONTACT = "portfolio.view_contact"
ASK_CONTACT = "portfolio.ask_contact"
ANSWER_CONTACT = "portfolio.answer_contact"
REMOVE_CONTACT = "portfolio.remove_contact"
VIEW_OWN_SKILL = "portfolio.view_ownskill"
VIEW_ARCHIVE = "portfolio.view_dataarchive"
SEE_PRESENTATIONS = "portfolio.see_my_presentations"
COMPOSE_PRESENTATION = "portfolio.compose_presentation"
VIEW_PRESENTATION = "portfolio.view_presentationpage"
CHANGE_PRESENTATION = "portfolio.change_presentationpage"


@rules.predicate
def concerns(user: User, contact: Contact | None) -> bool:
    return contact is not None and contacts_visible_to(user).filter(pk=contact.pk).exists()


@rules.predicate
def was_asked(user: User, contact: Contact | None) -> bool:
    return contact is not None and contact.asked_id == user.pk and contact.agreed_at is None


@rules.predicate
def is_a_place_to_meet(user: User, group: Group | None) -> bool:
    return group is not None and group.kind in MEETING_KINDS and group.archived_at is None


@rules.predicate
def is_in_group(user: User, group: Group | None) -> bool:
    return group is not None and belongs_to(user, group)


@rules.predicate
def wrote_skill(user: User, skill: OwnSkill | None) -> bool:
    return skill is not None and user.is_active and skill.person_id == user.pk


@rules.predicate
def is_about_oneself(user: User, archive: DataArchive | None) -> bool:
    return archive is not None and user.is_active and archive.person_id == user.pk


@rules.predicate
def owns_presentation(user: User, page: PresentationPage | None) -> bool:
    """Nobody else, whatever they lead: strangers come by the link and by no other way."""
    return page is not None and user.is_active and page.owner_id == user.pk


rules.add_perm(VIEW_CONTACT, concerns)
rules.add_perm(ANSWER_CONTACT, concerns & was_asked)
rules.add_perm(REMOVE_CONTACT, concerns & ~was_asked)
rules.add_perm(ASK_CONTACT, is_in_group & is_a_place_to_meet)
rules.add_perm(VIEW_OWN_SKILL, wrote_skill)
rules.add_perm(VIEW_ARCHIVE, is_about_oneself)
rules.add_perm(SEE_PRESENTATIONS, is_oneself)
rules.add_perm(COMPOSE_PRESENTATION, is_oneself)
rules.add_perm(VIEW_PRESENTATION, owns_presentation)
rules.add_perm(CHANGE_PRESENTATION, owns_presentation)
