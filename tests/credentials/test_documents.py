"""What the portal issues: valid against the standard's schema, in the language of the award, golden."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from jsonschema import Draft201909Validator

from credentials.models import IssuedDocument
from credentials.open_badges.verification import Overall
from credentials.selectors.verdicts import judge
from credentials.services import signing
from credentials.services.awarding import award
from credentials.services.issuing import issue_due
from credentials.verdict_words import in_words
from tests.asking import ask

HERE = Path(__file__).parent
SCHEMA = HERE / "open_badges" / "data" / "ob_v3p0_achievementcredential_schema.json"


@pytest.fixture
def all_issued(seed, class_2b, teacher, pa1, club):
    """Every seeded achievement, really issued: documents by slug."""
    for achievement in seed.values():
        group = club if achievement.club_id else class_2b.group
        award(achievement, [pa1], actor=teacher, group=group)
    later = timezone.now() + timedelta(minutes=11)
    assert issue_due(later) == 30
    rows = IssuedDocument.objects.select_related("credential__achievement")
    return {row.credential.achievement.slug: (bytes(row.body), later) for row in rows}


def test_all_thirty_keep_to_the_schema_and_verify(all_issued):
    validator = Draft201909Validator(json.loads(SCHEMA.read_text("utf-8")))
    for body, later in all_issued.values():
        document = json.loads(body)
        assert [error.message for error in validator.iter_errors(document)] == []
        assert judge(body, now=later).overall == Overall.VALID
        assert "null" not in re.findall(r":(null)", body.decode())


def test_the_description_is_golden(all_issued):
    """The frozen words of one microcredential. `tests/credentials/golden_description.json` is looked at by
    people.
    """
    achievement = json.loads(all_issued["zespolowy-projekt"][0])["credentialSubject"]["achievement"]
    golden = json.loads((HERE / "golden_description.json").read_text("utf-8"))
    assert achievement == golden


def test_an_award_in_ukrainian_is_signed_in_ukrainian(debate, class_2b, teacher, pa1):
    award(debate, [pa1], actor=teacher, group=class_2b.group, language="uk")
    issue_due(timezone.now() + timedelta(minutes=11))
    document = json.loads(bytes(IssuedDocument.objects.get().body))
    assert document["name"] == "Дебатую з повагою"
    narrative = document["credentialSubject"]["achievement"]["criteria"]["narrative"]
    assert "## Методи оцінювання\n\n- Спостереження\n- Аналіз доказів" in narrative


def test_nothing_is_signed_in_a_request(debate, class_2b, teacher, pa1, monkeypatch):
    def sign(*arguments):
        raise AssertionError("signed inside a request")

    monkeypatch.setattr(signing, "sign_data_integrity", sign)
    award(debate, [pa1], actor=teacher, group=class_2b.group)
    assert ask(pa1, "{ myBadges { items { id signed } } }").data["items"][0]["signed"] is False


def test_signing_costs_a_constant_number_of_statements_a_batch(seed, class_2b, teacher):
    costs = []
    for slug, people in (("debata", class_2b.students[:1]), ("petycja", class_2b.students)):
        award(seed[slug], people, actor=teacher, group=class_2b.group)
        with CaptureQueriesContext(connection) as queries:
            issue_due(timezone.now() + timedelta(minutes=11))
        costs.append(len(queries))
    assert costs[1] <= costs[0]


@pytest.mark.parametrize("language, line", [("pl", "Ta odznaka jest prawdziwa i ważna."),
                                            ("en", "This badge is real and valid."),
                                            ("uk", "Цей бейдж справжній і дійсний.")])  # fmt: skip
def test_the_verdict_is_in_the_readers_language(all_issued, language, line):
    body, later = all_issued["debata"]
    with translation.override(language):
        assert str(in_words(judge(body, now=later)).line) == line
