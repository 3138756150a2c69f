"""Badges of issuers in the editors' admin: who finds them, and writing a description there."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from credentials.models import AchievementDraft, PictureFile, Withdrawal
from credentials.services import drafting
from tests.asking import client_of
from tests.credentials.test_describing import COMPLETE, published, saved
from tests.credentials.test_pictures_from_files import emblem
from tests.factories import AchievementFactory, IssuerFactory

LIST = "/cms/desk/badges/"


@pytest.fixture
def draft(issuer, coordinator) -> AchievementDraft:
    draft = drafting.begin(issuer, kind="digital_badge", name="Debata", language="pl", actor=coordinator)
    return saved(draft, coordinator, **COMPLETE)


def form_of(browser, path, section):
    """The fields of the form of one section, as a browser would send them back."""
    html = browser.get(f"{path}?section={section}").content.decode()
    [form] = re.findall(r'<form method="post" class="desk-form"[^>]*>(.*?)</form>', html, re.S)[:1]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', form))
    fields |= dict(re.findall(r'<input id="([\w.]+)" name="[\w.]+"[^>]*?value="(.*?)"', form))
    fields |= dict(re.findall(r'<textarea id="([\w.]+)"[^>]*>(.*?)</textarea>', form, re.S))
    for name, options in re.findall(r'<select id="([\w.]+)"[^>]*>(.*?)</select>', form, re.S):
        fields[name] = (re.findall(r'value="([^"]*)" selected', options) or [""])[0]
    return {name: unescape(value) for name, value in fields.items() if name != "csrfmiddlewaretoken"}


def test_ac_07_an_editor_of_pages_and_strangers_find_nothing(draft, editor, teacher, pa1):
    path = f"{LIST}{draft.achievement_id}/"
    for who in (editor, teacher, pa1):
        for address in (LIST, path):
            assert client_of(who).get(address).status_code == 404
        assert client_of(who).post(path, {"act": "withdraw", "reason": "x"}).status_code == 404
    assert client_of(None).get(path).status_code == 302


def test_who_describes_for_an_issuer_finds_its_badges_alone(draft, coordinator, operator):
    other = AchievementFactory(slug="cudza", issuer=IssuerFactory(slug="fundacja"))
    mine, all_of_them = (client_of(who).get(LIST).content.decode() for who in (coordinator, operator))
    assert "Debata oksfordzka" in mine
    assert "Odznaka cudza" not in mine
    assert "Odznaka cudza" in all_of_them
    assert client_of(coordinator).get(f"{LIST}{other.pk}/").status_code == 404
    found = client_of(operator).get(LIST, {"q": "oksford", "state": "draft"}).content.decode()
    assert "Debata oksfordzka" in found
    assert "Odznaka cudza" not in found


@pytest.mark.parametrize(
    "section", ["general", "activities", "skills", "assessment", "workload", "evidence", "quality", "more"]
)
def test_saving_what_was_shown_changes_nothing(draft, operator, section):
    browser, path = client_of(operator), f"{LIST}{draft.achievement_id}/"
    form = form_of(browser, path, section)
    if section == "assessment":
        form["assessment_methods"] = "observation"
    answer = browser.post(path, {**form, "act": "save"})
    assert answer.status_code == 302
    assert AchievementDraft.objects.get().revision == draft.revision


def test_the_whole_description_can_be_written_here(draft, operator):
    browser, path = client_of(operator), f"{LIST}{draft.achievement_id}/"
    skills = form_of(browser, path, "skills") | {
        "learning_outcomes.0.text.uk": "Захищає тезу", "learning_outcomes.0.criteria.uk": "наводить три аргументи",
        "learning_outcomes.1.text.pl": "Słucha", "learning_outcomes.1.criteria.pl": "powtarza\nodpowiada",
    }  # fmt: skip
    activities = form_of(browser, path, "activities") | {
        "activities.0.name.pl": "Warsztat", "activities.0.type": "workshop",
        "activities.0.link": "https://przyklad.pl/",
    }  # fmt: skip
    more = form_of(browser, path, "more") | {
        "tags": "debata, spór",
        "cost_amount": "10,50",
        "school_types": "LO",
    }
    for form in (skills, activities, more):
        assert browser.post(path, {**form, "act": "save"}).status_code == 302

    kept = AchievementDraft.objects.get().description
    first, second = kept["learning_outcomes"]
    assert (first["text"]["uk"], first["criteria"][0]["uk"]) == ("Захищає тезу", "наводить три аргументи")
    assert first["id"] == draft.description["learning_outcomes"][0]["id"]
    assert (second["text"], second["criteria"]) == (
        {"pl": "Słucha"},
        [{"pl": "powtarza"}, {"pl": "odpowiada"}],
    )
    assert (kept["activities"][0]["name"], kept["activities"][0]["link"]) == (
        {"pl": "Warsztat"}, "https://przyklad.pl/"
    )  # fmt: skip
    assert (kept["tags"], kept["cost_amount"], kept["school_types"]) == (["debata", "spór"], "10.5", ["LO"])


def test_a_picture_from_a_file_and_a_scale_are_written_here_too(draft, operator):
    browser, path = client_of(operator), f"{LIST}{draft.achievement_id}/"
    shown = form_of(browser, path, "general")
    refused = browser.post(path, {**shown, "act": "save", "art.file": SimpleUploadedFile("x.png", b"<svg/>")})
    assert refused.status_code == 422
    sent = SimpleUploadedFile("godlo.gif", emblem(ink="#f4f4f4"))
    assert browser.post(path, {**shown, "act": "save", "art.file": sent}).status_code == 302
    page = browser.get(path).content.decode()
    assert "Na jasnym tle nie widać jego brzegu." in page

    rights = form_of(browser, path, "general") | {"art.author": "Iga Kanarek", "art.licence": "cc_by"}
    assert browser.post(path, {**rights, "act": "save"}).status_code == 302
    kept = AchievementDraft.objects.get()
    assert kept.description["art"] == {
        "picture": PictureFile.objects.get().digest, "author": "Iga Kanarek", "licence": "cc_by"
    }  # fmt: skip
    again = form_of(browser, path, "general")
    assert browser.post(path, {**again, "act": "save"}).status_code == 302
    assert AchievementDraft.objects.get().revision == kept.revision

    scale = form_of(browser, path, "assessment") | {
        "result_scale.kind": "grades", "result_scale.values": "2\n3\n4", "result_scale.required": "3",
    }  # fmt: skip
    assert browser.post(path, {**scale, "act": "save"}).status_code == 302
    written = AchievementDraft.objects.get().description["result_scale"]
    assert written == {"kind": "grades", "values": ["2", "3", "4"], "required": "3"}
    drawn = form_of(browser, path, "general") | {"art.designed": "on"}
    assert browser.post(path, {**drawn, "act": "save"}).status_code == 302
    assert AchievementDraft.objects.get().description["art"]["shape"] == "rosette"


def test_what_another_wrote_meanwhile_stays(draft, operator, coordinator):
    browser, path = client_of(operator), f"{LIST}{draft.achievement_id}/"
    form = form_of(browser, path, "general")
    saved(draft, coordinator, name={"pl": "Ich nazwa"}, description={"uk": "Їхній опис"})
    calm = browser.post(path, {**form, "name.en": "My name", "act": "save"})
    late = browser.post(path, {**form, "name.pl": "Moja nazwa", "act": "save"})

    assert (calm.status_code, late.status_code) == (302, 422)
    kept = AchievementDraft.objects.get().description
    assert (kept["name"]["pl"], kept["name"]["en"], kept["description"]["uk"]) == (
        "Ich nazwa", "My name", "Їхній опис"
    )  # fmt: skip


def test_withdrawn_restored_and_opened_again(draft, operator, coordinator):
    achievement = published(draft, coordinator).achievement
    browser, path = client_of(operator), f"{LIST}{achievement.pk}/"
    assert browser.post(path, {"act": "withdraw", "reason": ""}).status_code == 422
    assert browser.post(path, {"act": "withdraw", "reason": "Stara"}).status_code == 302
    assert browser.post(path, {"act": "restore"}).status_code == 302
    assert browser.post(path, {"act": "open"}).status_code == 302
    assert browser.post(path, {"act": "publish"}).status_code == 404
    assert Withdrawal.objects.get().restored_by == operator
    assert AchievementDraft.objects.get().edited_by == operator
    assert achievement.versions.count() == 1


def test_the_list_costs_the_same_for_many(draft, operator, issuer, coordinator):
    browser = client_of(operator)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(LIST).status_code == 200
        return len(asked)

    cost()
    one = cost()
    for n in range(10):
        drafting.begin(issuer, kind="digital_badge", name=f"Nowa {n}", language="pl", actor=coordinator)
    assert cost() == one
