"""The first pages are made once, and never over an editor's words."""

import pytest
from django.conf import settings
from wagtail.models import Page, Site

from cms.models import HomePage, StandardPage
from cms.services.first_pages import make_first_pages

pytestmark = pytest.mark.django_db
KEYS = 25


def make():
    return make_first_pages(settings.CONTENT, portal_name="Kotylion")


def test_a_second_run_makes_nothing():
    assert make() == KEYS * 3
    assert make() == 0
    assert HomePage.objects.count() == 3
    assert Site.objects.get().root_page.specific == HomePage.objects.get(locale__language_code="pl")
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_an_editor_wrote_stays():
    make()
    page = StandardPage.objects.get(slug="dla-szkol")
    page.title = "Dla Waszej szkoły"
    page.save_revision().publish()
    StandardPage.objects.get(slug="jak-to-dziala").delete()
    make()
    assert StandardPage.objects.get(slug="dla-szkol").title == "Dla Waszej szkoły"
    assert not StandardPage.objects.filter(slug="jak-to-dziala").exists()


def test_before_there_are_pages_the_front_is_a_calm_404(client):
    answer = client.get("/", headers={"accept-language": "uk"})
    assert answer.status_code == 404
    assert '<html lang="uk">' in answer.content.decode()
