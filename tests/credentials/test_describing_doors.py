"""The editor's door: the phone's questions, the preview as everybody would see it, and what strangers find there."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from credentials.models import Achievement, AchievementDraft, AchievementVersion
from credentials.services import drafting, publishing
from tests.asking import ask, client_of
from tests.credentials.test_describing import COMPLETE, published, saved
from tests.factories import AchievementFactory, IssuerFactory

BEGIN = """mutation ($i: ID!, $k: String!, $n: String!) { beginBadge(issuerId: $i, kind: $k, name: $n) {
  draft { id revision kindLabel } errors { code field message } } }"""
SAVE = """mutation ($d: ID!, $r: Int!, $c: DescriptionInput!) { saveDraft(draftId: $d, revision: $r, changes: $c) {
  draft { revision checklist { code done required } description { name { pl uk } tags requires { allOf count someOf }
  learningOutcomes { text { pl } criteria { pl } } } } errors { code field } } }"""
PUBLISH = """mutation ($d: ID!, $r: Int!) { publishDraft(draftId: $d, revision: $r) {
  number path errors { code field } } }"""
DRAFT = """query ($d: ID!) { badgeDraft(draftId: $d) { revision drawing preview required { name issuerName }
  description { name { pl } art { shape } } checklist { title why } } editorChoices { parts { name } options { part code } } }"""
ROWS = """query ($i: ID!, $w: String, $s: String) { describedBadges(issuerId: $i, words: $w, state: $s) {
  next items { name state number lacking picture } } }"""
CHANGES = "query ($d: ID!) { draftChanges(draftId: $d) { part language pieces } }"
HISTORY = "query ($a: ID!) { badgeHistory(achievementId: $a) { versions { number awarded } withdrawn } }"
CAMEL = {
    "name": COMPLETE["name"], "description": COMPLETE["description"],
    "learningOutcomes": COMPLETE["learning_outcomes"], "workloadHours": "10",
    "frameworkReference": {"pqf": 4, "eqf": 4}, "assessmentMethods": ["observation"],
    "participationForm": "in_person", "qualityAssurance": COMPLETE["quality_assurance"],
}  # fmt: skip


@pytest.fixture
def draft(issuer, coordinator) -> AchievementDraft:
    return drafting.begin(issuer, kind="digital_badge", name="Debata", language="pl", actor=coordinator)


def test_from_the_phone_from_nothing_to_published(issuer, coordinator):
    begun = ask(coordinator, BEGIN, i=issuer.pk, k="microcredential", n="Debata").data["draft"]
    written = ask(coordinator, SAVE, d=begun["id"], r=begun["revision"], c=CAMEL).data
    assert written["errors"] == []
    assert not [line for line in written["draft"]["checklist"] if line["required"] and not line["done"]]
    [outcome] = written["draft"]["description"]["learningOutcomes"]
    assert (outcome["text"], outcome["criteria"]) == (
        {"pl": COMPLETE["learning_outcomes"][0]["text"]["pl"]},
        [{"pl": COMPLETE["learning_outcomes"][0]["criteria"][0]["pl"]}],
    )

    done = ask(coordinator, PUBLISH, d=begun["id"], r=2).data

    assert (done["number"], done["errors"]) == (1, [])
    page = client_of(None).get(done["path"])
    assert page.status_code == 200
    assert "Broni tezy" in page.content.decode()


def test_a_conflict_is_told_by_its_part(draft, coordinator, operator):
    ask(operator, SAVE, d=draft.pk, r=1, c={"name": {"pl": "Ich"}})
    late = ask(coordinator, SAVE, d=draft.pk, r=1, c={"name": {"pl": "Moja"}, "tags": ["x"]})
    assert late.data["errors"] == [{"code": "WRITTEN_MEANWHILE", "field": "name"}]
    wrong = ask(coordinator, SAVE, d=draft.pk, r=2, c={"workloadHours": "dużo", "identityCheck": "x"})
    assert {(one["code"], one["field"]) for one in wrong.data["errors"]} == {
        ("NUMBER_EXPECTED", "workloadHours"), ("CHOICE_UNKNOWN", "identityCheck")
    }  # fmt: skip


def test_who_runs_the_portal_helps_to_write_and_never_publishes(draft, operator, coordinator):
    assert ask(operator, SAVE, d=draft.pk, r=1, c={"tags": ["x"]}).data["errors"] == []
    assert ask(operator, PUBLISH, d=draft.pk, r=2).code == "NOT_FOUND"
    assert AchievementDraft.objects.get().edited_by == operator
    assert not AchievementVersion.objects.exists()


def test_ac_07_an_editor_of_pages_finds_no_drafts(draft, issuer, editor):
    for document, given in ((DRAFT, {"d": draft.pk}), (CHANGES, {"d": draft.pk}), (ROWS, {"i": issuer.pk})):
        assert ask(editor, document, **given).code == "NOT_FOUND"
    assert client_of(editor).get(f"/achievements/drafts/{draft.pk}").status_code == 404


def test_the_preview_is_the_public_page(draft, coordinator):
    path = f"/achievements/drafts/{draft.pk}"
    answer = client_of(coordinator).get(path)
    shown = answer.content.decode()
    assert "<h1>Debata</h1>" in shown
    assert "/achievements/drawings/1.digital_badge.rosette.indigo.star.none.svg" in shown
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("private, no-store", "noindex, nofollow")
    # The same template with the same sections as the page that will be published.
    version = published(saved(draft, coordinator, **COMPLETE), coordinator)
    draft = drafting.open_draft(version.achievement, actor=coordinator)
    real = client_of(None).get(f"/achievements/{version.achievement.slug}/v1").content.decode()
    preview = client_of(coordinator).get(f"/achievements/drafts/{draft.pk}").content.decode()
    headings = [line for line in real.splitlines() if "<h2" in line]
    assert headings == [line for line in preview.splitlines() if "<h2" in line]


@pytest.mark.parametrize(
    "key", ["1.club_badge.tag.teal.heart.none", "1.digital_badge.tag.teal.heart.none", "x"]
)
def test_only_formal_pictures_are_drawn_for_the_editor(coordinator, issuer, key):
    assert client_of(coordinator).get(f"/achievements/drawings/{key}.svg").status_code == 404


def test_a_copy_is_credited_in_public(issuer, coordinator):
    source = AchievementFactory(slug="cudza", issuer=IssuerFactory(slug="fundacja"))
    draft = saved(drafting.copy(source, issuer, actor=coordinator), coordinator, tags=["nowe"])
    path = f"/achievements/{published(draft, coordinator).achievement.slug}/v1"
    shown = client_of(None).get(path).content.decode()
    assert 'href="/achievements/cudza/v1"' in shown


def test_the_list_says_how_each_stands(draft, issuer, coordinator):
    second = published(saved(drafting.begin(issuer, kind="digital_badge", name="Petycja", language="pl",
                                            actor=coordinator), coordinator, **COMPLETE), coordinator)  # fmt: skip
    drafting.open_draft(second.achievement, actor=coordinator)
    rows = {one["name"]: one for one in ask(coordinator, ROWS, i=issuer.pk).data["items"]}
    assert {name: (row["state"], row["number"], row["lacking"]) for name, row in rows.items()} == {
        "Debata": ("draft", 0, 2), "Debata oksfordzka": ("changed", 1, 0)
    }  # fmt: skip
    for given, found in (
        ({"w": "oksford"}, 1),
        ({"s": "draft"}, 1),
        ({"s": "withdrawn"}, 0),
        ({"s": "x"}, 0),
    ):
        assert len(ask(coordinator, ROWS, i=issuer.pk, **given).data["items"]) == found


def test_what_the_screens_cost(draft, issuer, coordinator):
    browser = client_of(coordinator)

    def cost(document, **given) -> int:
        body = json.dumps({"query": document, "variables": given}, default=str)
        with CaptureQueriesContext(connection) as asked:
            answer = browser.post("/graphql/", body, content_type="application/json").json()
        assert "errors" not in answer
        return len(asked)

    first = cost(ROWS, i=issuer.pk)
    for n in range(10):
        drafting.begin(issuer, kind="digital_badge", name=f"Nowa {n}", language="pl", actor=coordinator)
    version = published(saved(draft, coordinator, **COMPLETE), coordinator)
    again = drafting.open_draft(version.achievement, actor=coordinator)

    assert (first, cost(ROWS, i=issuer.pk)) == (5, 5)
    assert cost(DRAFT, d=again.pk) == 7
    assert cost(CHANGES, d=again.pk) == 4
    assert cost(HISTORY, a=version.achievement_id) == 9
    assert Achievement.objects.count() == 11


def test_a_withdrawn_badge_says_since_when_and_why(draft, coordinator):
    achievement = published(saved(draft, coordinator, **COMPLETE), coordinator).achievement
    with override("uk"):
        publishing.withdraw(achievement, "Її замінює <нова>", actor=coordinator, now=timezone.now())
    path = f"/achievements/{achievement.slug}/v1"
    shown = client_of(None).get(path).content.decode()
    day = date_format(timezone.localdate(), "DATE_FORMAT")
    assert f"od {day}" in shown
    assert '<span lang="uk">Її замінює &lt;нова&gt;</span>' in shown
    assert '"creativeWorkStatus": "Withdrawn"' in shown.replace('":"', '": "')

    publishing.restore(achievement, actor=coordinator, now=timezone.now())
    assert "Її замінює" not in client_of(None).get(path).content.decode()
