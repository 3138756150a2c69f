"""A translation reaches readers through a second editor: with its newest sentences, at the hour of its source."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.models import StandardPage
from cms.services.editors import make_editor
from cms.services.translating import has_newer_words, translation_of
from cms.tasks import publish_due
from tests.asking import client_of
from tests.cms.page_factories import StandardPageFactory, home

pytestmark = pytest.mark.django_db
PUBLISH_NOW = {"publish_translations": "on"}


@pytest.fixture
def first(pages, db):
    return make_editor("first-editor", "correct horse battery")


@pytest.fixture
def second(pages, db):
    return make_editor("second-editor", "correct horse battery")


@pytest.fixture
def chief(pages, db):
    return make_editor("chief", "correct horse battery", publishes=True)


def translate(editor, page):
    """Through the form of the admin, into English."""
    english = Locale.objects.get(language_code="en")
    client_of(editor).post(f"/cms/localize/submit/page/{page.pk}/", {"locales": [english.pk]})
    return page.get_translation(english)


def say(translated, source_words, words):
    """One sentence translated, as the admin keeps it."""
    translation = Translation.objects.get(
        source__object_id=translated.translation_key, target_locale=translated.locale
    )
    segment = StringSegment.objects.get(source=translation.source, string__data=source_words)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={"data": words},
    )


def ask(editor, page):
    return client_of(editor).post(f"/cms/pages/{page.pk}/ask/")


def approve(editor, page):
    page = StandardPage.objects.get(pk=page.pk)
    state = page.current_workflow_task_state
    client_of(editor).post(f"/cms/pages/workflow/action/{page.pk}/approve/{state.pk}/", {"comment": ""})


def council(**fields):
    return StandardPageFactory(
        parent=home("pl"), title="Rada", slug="rada", body=[("heading", "Kto tam jest")], **fields
    )


def test_readers_get_the_newest_sentences_after_a_second_editor(first, second, client):
    translated = translate(first, council())
    # The source is out, and yet nobody reads Polish sentences below /en/.
    assert client.get("/en/rada/").status_code == 404
    say(translated, "Rada", "The council")
    say(translated, "Kto tam jest", "Who is in it")
    asked = client_of(first).get(f"/cms/pages/{translated.pk}/ask/").content.decode()
    assert re.findall(r"(\d+) z (\d+) zdań", asked) == [("1", "3")]
    ask(first, translated)
    approve(second, translated)
    text = client.get("/en/rada/").content.decode()
    assert "<h1>The council</h1>" in text
    assert "Who is in it" in text


def test_what_is_out_changes_after_approval_alone(first, second, client):
    translated = translate(first, council())
    say(translated, "Rada", "The council")
    ask(first, translated)
    approve(second, translated)
    page = StandardPage.objects.get(pk=translated.pk)
    assert not has_newer_words(page)
    assert ask(first, page).status_code in (302, 403)
    assert page.current_workflow_state is None
    say(translated, "Rada", "The school council")
    assert has_newer_words(StandardPage.objects.get(pk=translated.pk))
    ask(first, translated)
    assert "<h1>The council</h1>" in client.get("/en/rada/").content.decode()
    approve(second, translated)
    assert "<h1>The school council</h1>" in client.get("/en/rada/").content.decode()


def test_a_translation_comes_out_at_the_hour_of_its_source(first, second, client):
    page = council(published=False)
    translated = translate(first, page)
    # The hour is set after the translation was begun.
    page.go_live_at = timezone.now() + timedelta(hours=2)
    page.expire_at = timezone.now() + timedelta(hours=5)
    page.save_revision(user=first)
    for one in (page, translated):
        ask(first, one)
        approve(second, one)
    publish_due()
    assert [client.get(path).status_code for path in ("/rada/", "/en/rada/")] == [404, 404]
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        publish_due()
        assert [client.get(path).status_code for path in ("/rada/", "/en/rada/")] == [200, 200]
    with time_machine.travel(timezone.now() + timedelta(hours=6), tick=False):
        publish_due()
        assert [client.get(path).status_code for path in ("/rada/", "/en/rada/")] == [404, 404]


@pytest.mark.parametrize(("who", "status"), [("first", 404), ("chief", 200)])
def test_new_sentences_are_published_at_once_by_publishers_alone(
    first, chief, client, request, django_capture_on_commit_callbacks, who, status
):
    translated = translate(first, council())
    source = translation_of(translated).source
    editor = client_of(request.getfixturevalue(who))
    assert ("Opublikuj" in editor.get(f"/cms/localize/update/{source.pk}/").content.decode()) is (
        who == "chief"
    )
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/cms/localize/update/{source.pk}/", PUBLISH_NOW)
    assert client.get("/en/rada/").status_code == status


def test_an_editor_does_not_put_the_source_in_the_place_of_a_translation(first, chief, client):
    translated = translate(first, council())
    address = f"/cms/localize/page/{translated.pk}/convert_to_alias/"
    assert client_of(first).post(address).status_code == 302
    translated.refresh_from_db()
    assert translated.alias_of_id is None
    client_of(chief).post(address)
    assert client.get("/en/rada/").status_code == 200


def test_an_editor_makes_no_menu_by_translating_one(first, pages):
    from cms.models import Menu

    menu = Menu.objects.get(locale__language_code="pl")
    Menu.objects.filter(locale__language_code="en").delete()
    english = Locale.objects.get(language_code="en")
    client_of(first).post(f"/cms/localize/submit/snippet/cms/menu/{menu.pk}/", {"locales": [english.pk]})
    assert not Menu.objects.filter(locale=english).exists()


def test_the_screen_of_a_translation_leads_to_a_second_editor_until_one_is_asked(first, pages):
    page = StandardPageFactory(parent=home("pl"), title="Rada", slug="rada", lead="Kto w niej jest.")
    translated = translate(first, page)
    screen, leads = f"/cms/pages/{translated.pk}/edit/", f'data-ask="/cms/pages/{translated.pk}/ask/"'
    assert leads in client_of(first).get(screen).content.decode()
    ask(first, translated)
    assert leads not in client_of(first).get(screen).content.decode()


def test_asking_for_what_readers_have_already_is_answered_in_words(chief, pages):
    page = StandardPageFactory(parent=home("pl"), title="Rada", slug="rada", lead="Kto w niej jest.")
    assert page.live
    page.save_revision().publish()
    answer = client_of(chief).post(f"/cms/pages/{page.pk}/ask/", follow=True)
    assert "Nie ma tu nic nowego" in answer.content.decode()
    page.refresh_from_db()
    assert not page.workflow_in_progress
