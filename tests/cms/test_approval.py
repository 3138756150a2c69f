"""A second pair of eyes, the hour of publishing, the preview in three languages, the translation beside the text."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale, Page, Workflow
from wagtail_localize.models import Translation, TranslationSource

from cms.models import SecondEditorTask, StandardPage
from cms.services.editors import make_editor
from cms.tasks import publish_due
from tests.asking import client_of
from tests.cms.page_factories import StandardPageFactory, home

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(pages, db):
    return make_editor("first-editor", "correct horse battery")


@pytest.fixture
def second(pages, db):
    return make_editor("second-editor", "correct horse battery")


@pytest.fixture
def draft(first):
    page = StandardPageFactory(parent=home("pl"), title="Rada uczniów", slug="rada-uczniow", published=False)
    page.save_revision(user=first)
    return page


def submit(user, page):
    page.get_workflow().start(page, user)
    return page.current_workflow_task_state


def act(user, page, action, state):
    return client_of(user).post(
        f"/cms/pages/workflow/action/{page.pk}/{action}/{state.pk}/", {"comment": "Popraw."}
    )


def test_there_is_one_workflow_and_it_asks_a_second_editor(pages):
    workflow = Workflow.objects.active().get()
    assert [type(task.specific) for task in workflow.tasks] == [SecondEditorTask]
    assert Page.objects.get(depth=1).get_workflow() == workflow
    assert {group.name for group in SecondEditorTask.objects.get().groups.all()} == {"Editors", "Publishers"}


def test_nobody_approves_what_they_wrote(first, draft):
    state = submit(first, draft)
    act(first, draft, "approve", state)
    draft.refresh_from_db()
    assert not draft.live
    assert list(state.task.specific.get_task_states_user_can_moderate(first)) == []


def test_a_second_editor_approves_and_visitors_see_it(first, second, draft, client):
    state = submit(first, draft)
    assert "Rada uczniów" in client_of(second).get("/cms/").content.decode()
    act(second, draft, "approve", state)
    assert "<h1>Rada uczniów</h1>" in client.get("/rada-uczniow/").content.decode()


def test_a_second_editor_asks_for_changes(first, second, draft, client):
    state = submit(first, draft)
    act(second, draft, "reject", state)
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Popraw.")
    assert client.get("/rada-uczniow/").status_code == 404


def test_who_corrects_a_page_has_written_it(first, second, draft):
    submit(first, draft)
    page = StandardPage.objects.get(pk=draft.pk)
    page.save_revision(user=second)
    page = StandardPage.objects.get(pk=draft.pk)
    task = page.current_workflow_task
    assert task.get_actions(page, second) == []
    assert task.get_actions(page, first) != []


@pytest.mark.parametrize("who", ["teacher", "pa1", "leader", "coordinator", "stranger"])
def test_ac_07_nobody_else_approves(first, draft, request, who):
    state = submit(first, draft)
    assert act(request.getfixturevalue(who), draft, "approve", state).status_code in (302, 403, 404)
    draft.refresh_from_db()
    assert not draft.live


def test_an_approved_page_waits_for_its_hour(first, second, draft, client):
    page = StandardPage.objects.get(pk=draft.pk)
    page.go_live_at = timezone.now() + timedelta(hours=2)
    page.save_revision(user=first)
    act(second, page, "approve", submit(first, page))
    publish_due()
    assert client.get("/rada-uczniow/").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        publish_due()
        assert client.get("/rada-uczniow/").status_code == 200


def test_a_page_goes_when_its_time_is_over(pages, client):
    page = StandardPageFactory(parent=home("pl"), slug="zapisy")
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    publish_due()
    assert client.get("/zapisy/").status_code == 404


def test_a_preview_speaks_the_language_of_the_page_and_of_its_translations(first, pages):
    page = StandardPage.objects.get(slug="dla-szkol")
    assert [mode for mode, _name in page.preview_modes] == ["", "en", "uk"]
    for mode, words in (
        ("", "<h1>Dla szkół</h1>"),
        ("en", "<h1>For schools</h1>"),
        ("uk", "<h1>Для шкіл</h1>"),
    ):
        answer = page.make_preview_request(preview_mode=mode)
        text = answer.content.decode()
        assert words in text
        assert f'<html lang="{mode or "pl"}">' in text
    assert [size["device_width"] for size in page.preview_sizes] == [360, 768, 1280]


def test_a_translation_stands_beside_the_text_and_a_second_editor_approves_it(first, second, client):
    page = StandardPageFactory(
        parent=home("pl"), title="Rada", slug="rada", body=[("heading", "Kto tam jest")]
    )
    source, _made = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(
        source=source, target_locale=Locale.objects.get(language_code="uk")
    )
    translation.save_target(user=first, publish=False)
    translated = page.get_translation(translation.target_locale)
    beside = client_of(first).get(f"/cms/pages/{translated.pk}/edit/")
    assert beside.status_code == 200
    assert "Kto tam jest" in beside.content.decode()
    ask = f"/cms/pages/{translated.pk}/ask/"
    assert client_of(first).get(ask).status_code == 200
    client_of(first).post(ask)
    translated = StandardPage.objects.get(pk=translated.pk)
    act(second, translated, "approve", translated.current_workflow_task_state)
    assert client.get(translated.path_here).status_code == 200
    assert translated.path_here.startswith("/uk/")


@pytest.mark.parametrize("who", ["teacher", "pa1", "stranger"])
def test_ac_07_nobody_else_asks_for_approval(draft, request, who):
    client_of(request.getfixturevalue(who)).post(f"/cms/pages/{draft.pk}/ask/")
    assert StandardPage.objects.get(pk=draft.pk).current_workflow_state is None


def test_the_command_of_wagtail_finds_nothing_more_to_do(pages, capsys):
    call_command("publish_scheduled", dryrun=True)
    assert "No objects to go live" in capsys.readouterr().out
