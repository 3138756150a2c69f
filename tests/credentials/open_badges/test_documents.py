import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from credentials.open_badges import contexts
from credentials.open_badges.baking import compact_json
from credentials.open_badges.canonical import canonicalize
from credentials.open_badges.documents import build_credential
from credentials.open_badges.facts import AchievementDescription, RecipientIdentity
from credentials.open_badges.identity import matches_identity
from credentials.open_badges.narrative import WORDS

DATA = Path(__file__).parent / "data"
SCHEMA = json.loads((DATA / "ob_v3p0_achievementcredential_schema.json").read_text("utf-8"))


def test_document_is_the_golden_one(badge) -> None:
    golden = json.loads((DATA / "golden-credential.json").read_text("utf-8"))

    assert badge == golden


def test_document_is_valid_against_the_published_schema(badge) -> None:
    validator = jsonschema.Draft201909Validator(SCHEMA)

    assert list(validator.iter_errors(badge)) == []
    # The schema does say something of the badge, or the line above would prove nothing.
    nameless = badge | {"credentialSubject": badge["credentialSubject"] | {"achievement": {}}}
    assert [error.validator for error in validator.iter_errors(nameless)] != []


def test_document_means_the_same_under_both_versions_of_the_context(badge, monkeypatch) -> None:
    older = json.loads((DATA / "ob-v3p0-context-3.0.3-older.json").read_text("utf-8"))
    current = canonicalize({key: value for key, value in badge.items() if key != "proof"})
    addresses = {
        **{address: contexts.pinned_context(address) for address in contexts.PINNED},
        contexts.OPEN_BADGES: older,
    }

    def load_older(address: str, _options: object = None) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": address, "document": copy.deepcopy(addresses[address])}

    monkeypatch.setattr("credentials.open_badges.canonical.load_pinned", load_older)
    monkeypatch.setattr("credentials.open_badges.canonical._caches.resolved_contexts", {})

    assert canonicalize({key: value for key, value in badge.items() if key != "proof"}) == current
    assert current.count(b"\n") == 74


def test_document_holds_no_null_and_nothing_empty(badge) -> None:
    waiting: list[Any] = [badge]
    while waiting:
        value = waiting.pop()
        assert value not in (None, "", [], {})
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else []


def test_nothing_given_leaves_no_trace(issuer, award, school) -> None:
    bare = AchievementDescription("https://x.example/a/v1", "en", "digital_badge", "Helping hand", "Helped.")
    recipient = RecipientIdentity(did="did:key:z6MkfakeButOnlyAName")
    document = build_credential(
        replace(issuer, standing="", register_number="", country_code="", url=""),
        bare,
        recipient,
        replace(award, valid_until=None, evidence=(), note="", place="", activity="", grade=""),
    )

    achievement = document["credentialSubject"]["achievement"]
    assert "validUntil" not in document
    assert "evidence" not in document
    assert "identifier" not in document["credentialSubject"]
    assert document["credentialSubject"]["id"] == recipient.did
    assert achievement["criteria"] == {"id": "https://x.example/a/v1#criteria"}
    assert set(achievement) == {
        "id",
        "type",
        "achievementType",
        "name",
        "description",
        "inLanguage",
        "creator",
        "criteria",
    }


def test_recipient_stands_there_as_a_salted_hash(badge) -> None:
    hashed, named = badge["credentialSubject"]["identifier"]

    assert matches_identity(hashed["identityHash"], "u-58210", "f3b1")
    assert not matches_identity(hashed["identityHash"], "u-58211", "f3b1")
    assert "58210" not in compact_json(badge)
    assert named["identityHash"] == "Zofia W."


def test_recipient_needs_an_identity() -> None:
    with pytest.raises(ValueError, match="needs a DID"):
        RecipientIdentity(learner_number="u-1")


def test_narrative_keeps_the_order_of_the_description_standard(badge) -> None:
    narrative = badge["credentialSubject"]["achievement"]["criteria"]["narrative"]
    headings = [line.removeprefix("## ") for line in narrative.splitlines() if line.startswith("## ")]

    assert headings == [
        "Koszt",
        "Dostępność",
        "Wydawca",
        "Powiązane działania edukacyjne",
        "Efekty uczenia się i kryteria weryfikacji",
        "Metody oceniania",
        "Weryfikacja tożsamości",
        "Nakład pracy",
        "Forma udziału",
        "Jak zdobyć",
        "Odniesienie do PRK i ERK (orientacyjne)",
        "Okres ważności",
        "Rodzaje dowodów",
        "Zapewnianie jakości",
        "Okoliczności przyznania",
    ]
    assert "25 godz." in narrative


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_every_language_has_the_same_words_in_the_same_order(language) -> None:
    assert list(WORDS[language]) == list(WORDS["pl"])
    assert all(WORDS[language].values())


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_framework_level_is_said_to_be_indicative(issuer, achievement, award, language) -> None:
    recipient = RecipientIdentity(did="did:key:z6Mk")
    document = build_credential(issuer, replace(achievement, language=language), recipient, award)
    level = document["credentialSubject"]["achievement"]["alignment"][-1]

    assert level["targetCode"] == "EQF 4"
    assert {"pl": "orientacyjn", "en": "indicative", "uk": "рієнтовн"}[language] in level["targetName"]


def test_status_is_one_object_with_a_decimal_text_as_index(badge) -> None:
    assert badge["credentialStatus"] == {
        "id": "https://odznaki.example/status/1#4711",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "4711",
        "statusListCredential": "https://odznaki.example/status/1",
    }
