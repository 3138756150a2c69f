"""What a person says of themselves: languages and skills in their own words."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from people.audiences import for_user
from people.models import User
from portfolio import languages
from portfolio.domain_events import ProfileChanged
from portfolio.enums import LanguageLevel
from portfolio.models import OwnSkill, PresentationPage, SpokenLanguage
from portfolio.selectors.skills import area_catalogue
from portfolio.services.showing import ask_again

MOST_LANGUAGES = 12
MOST_OWN_SKILLS = 12
SKILL_LETTERS = 120


@transaction.atomic
def speak_language(person: User, *, code: str, level: str) -> SpokenLanguage:
    """Say that one speaks a language, or correct how well. Raises Refusal LANGUAGE, LEVEL, TOO_MANY_LANGUAGES."""
    if code not in languages.codes():
        raise Refusal("LANGUAGE", _("Choose a language from the list."), "code")
    if level not in LanguageLevel.values:
        raise Refusal("LEVEL", _("Choose how well you speak it."), "level")
    person = _locked(person)
    spoken = SpokenLanguage.objects.filter(person=person, code=code).first()
    if spoken is None:
        if SpokenLanguage.objects.filter(person=person).count() >= MOST_LANGUAGES:
            raise Refusal("TOO_MANY_LANGUAGES", _("Twelve languages fit here. Remove one first."), "code")
        spoken = SpokenLanguage(person=person, code=code)
    spoken.level = level
    spoken.save()
    _pages_say_something_else(person, with_languages=True)
    _changed(person)
    return spoken


@transaction.atomic
def forget_language(person: User, *, code: str) -> None:
    """Take a language off the profile. Nothing happens when it was not there."""
    gone, _of_each = SpokenLanguage.objects.filter(person=person, code=code).delete()
    if gone:
        _pages_say_something_else(person, with_languages=True)
    _changed(person)


@transaction.atomic
def say_skill(person: User, *, text: str, area: str) -> OwnSkill:
    """Add a skill in one's own words. Raises Refusal TEXT_…, AREA, TOO_MANY_SKILLS."""
    text = clean_text(text, limit=SKILL_LETTERS, multiline=False, field="text", required=True)
    if area not in area_catalogue():
        raise Refusal("AREA", _("Choose an area from the list."), "area")
    person = _locked(person)
    if OwnSkill.objects.filter(person=person).count() >= MOST_OWN_SKILLS:
        raise Refusal("TOO_MANY_SKILLS", _("Twelve skills in your own words fit here. Remove one first."))
    skill = OwnSkill.objects.create(person=person, text=text, area=area)
    _changed(person)
    return skill


@transaction.atomic
def unsay_skill(skill: OwnSkill) -> None:
    """Delete one's own words."""
    _pages_say_something_else(skill.person, skills=skill)
    OwnSkill.objects.filter(pk=skill.pk).delete()
    _changed(skill.person)


def _locked(person: User) -> User:
    """The person's row, so that two devices at once do not go over a limit."""
    return User.objects.select_for_update().get(pk=person.pk)


def _pages_say_something_else(person: User, **on_them: object) -> None:
    """What a guardian agreed to has changed with what stands on these pages."""
    for page in PresentationPage.objects.select_related("owner").filter(owner=person, **on_them):
        ask_again(page, now=timezone.now())


def _changed(person: User) -> None:
    emit(ProfileChanged(user_id=person.pk), actor=person, audience=for_user(person.pk))
