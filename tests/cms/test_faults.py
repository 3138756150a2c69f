"""Links that lead nowhere and pictures nobody described are found without asking anybody outside."""

from datetime import date

import pytest
import time_machine
from django.utils.translation import gettext as _

from cms.editing.faults import faults_of_pages
from cms.models import Picture, StandardPage
from cms.services.editors import make_editor
from tests.asking import client_of
from tests.cms.page_factories import PictureFactory, StandardPageFactory, home

pytestmark = pytest.mark.django_db


def problems_of(title):
    return {(fault.concerns, fault.problem) for fault in faults_of_pages() if fault.where == title}


def test_the_first_pages_have_no_faults(pages):
    # The badges of the seed are not here; `tests/content` looks whether the pages name real ones.
    no_badge = _("There is no such badge to show.")
    found = [fault for fault in faults_of_pages() if fault.problem != no_badge]
    # Nobody but the operator knows whom to write to about accessibility.
    assert [(fault.concerns, fault.language) for fault in found] == [
        (_("Accessibility declaration"), language) for language in ("pl", "en", "uk")
    ]


@pytest.mark.parametrize(
    ("reviewed", "today", "faults"),
    [
        ("2026-11-21", "2027-03-31", 0),
        ("2026-11-21", "2027-04-01", 1),
        ("2027-01-02", "2027-04-01", 0),
    ],
)
def test_a_declaration_is_reviewed_every_year_until_the_end_of_march(
    pages, settings, reviewed, today, faults
):
    settings.CONTACT_EMAIL = "sekretariat@szkola.example"
    page = StandardPage.objects.get(slug="deklaracja-dostepnosci")
    page.body[0].value |= {
        "person": "Anna Nowak",
        "phone": "22 123 45 67",
        "reviewed_on": date.fromisoformat(reviewed),
    }
    page.save_revision().publish()
    with time_machine.travel(f"{today}T12:00:00+02:00", tick=False):
        assert len(problems_of("Deklaracja dostępności")) == faults


def test_every_kind_of_fault_is_found(pages, settings):
    settings.LANGUAGE_CODE = "pl"
    gone = StandardPageFactory(parent=home("pl"), title="Znikająca")
    hidden = StandardPageFactory(parent=home("pl"), title="Ukryta")
    hidden.unpublish()
    gone_pk = gone.pk
    body = [
        ("text", f'<p><a linktype="page" id="{gone_pk}">do zniknięcia</a> <a linktype="page" id="{hidden.pk}">do ukrytej</a>'
                 ' <a href="http://stary.example/">stary adres</a> <a href="/nie-ma/">nigdzie</a> <a href="/verify/">dobry</a></p>'),
        ("call", {"text": "x", "label": "przycisk", "page": gone, "address": ""}),
        ("call", {"text": "x", "label": "adres", "page": None, "address": "/achievements/nie-ma/"}),
        ("badges", {"title": "Rząd", "slugs": ["nie-ma-odznaki"]}),
        ("path", {"slug": "nie-ma-sciezki", "words": ""}),
    ]  # fmt: skip
    StandardPageFactory(parent=home("pl"), title="Z błędami", body=body)
    StandardPage.objects.get(pk=gone_pk).delete()
    found = {concerns for concerns, _problem in problems_of("Z błędami")}
    assert found == {
        "do zniknięcia", "do ukrytej", "stary adres", "nigdzie", "przycisk", "adres", "nie-ma-odznaki", "nie-ma-sciezki",
    }  # fmt: skip


def test_a_picture_that_came_before_its_rights_were_asked_for_is_found(pages):
    PictureFactory(title="Dawna")
    Picture.objects.filter(title="Dawna").update(author="")
    PictureFactory(title="Nowa")
    assert [fault.where for fault in faults_of_pages() if not fault.language] == ["Dawna"]


def test_an_editor_reads_the_report_and_nobody_else_does(pages, teacher, stranger):
    editor = make_editor("ed", "correct horse battery")
    assert client_of(editor).get("/cms/reports/faults/").status_code == 200
    assert client_of(teacher).get("/cms/reports/faults/").status_code == 302
    assert client_of(stranger).get("/cms/reports/faults/").status_code == 302
