"""Languages and own skills stand on a page only when they were chosen, and never when they were reported."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone, translation

from people.consent_texts import text_for
from people.models import User
from portfolio.models import OwnSkill, PresentationPage, SpokenLanguage
from portfolio.presentation_links import path_of, secret_of
from portfolio.selectors.presentation_pages import presentation_of
from portfolio.services.composing import Changes, change
from portfolio.services.own_words import say_skill, speak_language, unsay_skill
from portfolio.services.showing import open_page
from tests.asking import ask
from tests.portfolio.presentation.test_composing import code_of
from tests.portfolio.presentation.test_guardian import agree, is_open, young_page  # noqa: F401

CHANGE = """mutation ($id: ID!, $skills: [ID!], $languages: Boolean) {
  changePresentation(presentationPageId: $id, skillIds: $skills, withLanguages: $languages) {
    presentation { withLanguages languages skills { id text chosen } } errors { code } } }"""


@pytest.fixture
def skill(learner: User) -> OwnSkill:
    return OwnSkill.objects.create(person=learner, text="Gram na bębnach", area="dialogue")


def test_pr_02_neither_stands_there_by_itself(
    draft: PresentationPage, learner: User, skill: OwnSkill
) -> None:
    SpokenLanguage.objects.create(person=learner, code="uk", level="b2")
    shown = presentation_of(draft, timezone.now())
    assert (shown.skills, shown.languages) == ((), ())


def test_the_learner_chooses_them(draft: PresentationPage, learner: User, skill: OwnSkill) -> None:
    SpokenLanguage.objects.create(person=learner, code="uk", level="b2")
    screen = ask(learner, CHANGE, id=draft.pk, skills=[skill.pk], languages=True).data["presentation"]
    assert screen["skills"] == [{"id": str(skill.pk), "text": "Gram na bębnach", "chosen": True}]
    assert screen["languages"] == ["ukraiński: płynnie (B2)"]
    page = open_page(PresentationPage.objects.get(pk=draft.pk), now=timezone.now())
    text = Client().get(path_of(secret_of(page.pk, page.link))).content.decode()
    assert "Gram na bębnach" in text
    assert "ukraiński – płynnie (B2)" in text


def test_ac_05_the_words_of_somebody_else_are_refused(
    draft: PresentationPage, learner: User, pa2: User
) -> None:
    foreign = OwnSkill.objects.create(person=pa2, text="Cudze", area="dialogue")
    assert ask(learner, CHANGE, id=draft.pk, skills=[foreign.pk]).code == "NOT_FOUND"
    assert draft.skills.count() == 0


def test_reported_words_are_read_by_nobody(draft: PresentationPage, skill: OwnSkill) -> None:
    change(draft, Changes(skills=[skill]), now=timezone.now())
    OwnSkill.objects.update(hidden_at=timezone.now())
    assert presentation_of(draft, timezone.now()).skills == ()
    skill.refresh_from_db()
    assert code_of(lambda: change(draft, Changes(skills=[skill]), now=timezone.now())) == "NOT_ON_A_PAGE"


def test_the_guardian_reads_them(young_page: PresentationPage) -> None:
    skill = say_skill(young_page.owner, text="Gram na bębnach", area="dialogue")
    speak_language(young_page.owner, code="uk", level="b2")
    change(young_page, Changes(skills=[skill], with_languages=True), now=timezone.now())
    with translation.override("en"):
        text = text_for(young_page.owner, "presentation", young_page.pk)
    assert "Languages: Ukrainian (fluently (B2))" in text
    assert "In their own words: “Gram na bębnach”" in text


def test_below_sixteen_another_language_closes_the_page(young_page: PresentationPage) -> None:
    change(young_page, Changes(with_languages=True), now=timezone.now())
    agree(young_page)
    open_page(young_page, now=timezone.now())
    assert is_open(young_page)
    speak_language(young_page.owner, code="de", level="a1")
    assert not is_open(young_page)


def test_below_sixteen_words_taken_back_close_the_page(young_page: PresentationPage) -> None:
    skill = say_skill(young_page.owner, text="Gram na bębnach", area="dialogue")
    change(young_page, Changes(skills=[skill]), now=timezone.now())
    agree(young_page)
    open_page(young_page, now=timezone.now())
    unsay_skill(skill)
    assert not is_open(young_page)
