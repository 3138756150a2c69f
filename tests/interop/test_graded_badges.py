"""The full badge of somebody who got a grade: valid by the standard's own schema, and for verifiers of others."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import timezone
from jsonschema import Draft201909Validator

from credentials.models import AchievementVersion, IssuedDocument
from credentials.open_badges.did import did_document_address
from credentials.services.awarding import award
from credentials.services.full_documents import full_document, full_token
from credentials.services.issuing import issue_batch
from credentials.services.revoking import revoke
from tests.credentials.test_describing import COMPLETE, begun, published, saved
from tests.interop.spoiled import SCHEMA

SCALES = (
    ({"kind": "grades", "values": ["2", "3", "4", "5"], "required": "3"}, "4"),
    ({"kind": "percent", "required": "60"}, "85"),
    ({"kind": "points", "least": "0", "most": "40"}, "32,5"),
)


@pytest.fixture
def load(client):
    def fetch(address: str) -> Any:
        url = did_document_address(address) if address.startswith("did:") else address
        return client.get(urlsplit(url).path).json()

    return fetch


@pytest.mark.parametrize(("scale", "grade"), SCALES)
def test_a_graded_badge_in_full(
    scale, grade, issuer, coordinator, class_2b, load, digitalbazaar_verify, openbadgeslib_verify, jose_verify
):
    issuer.may_award.add(class_2b.group)
    draft = saved(begun(issuer, coordinator), coordinator, **COMPLETE, result_scale=scale)
    achievement = published(draft, coordinator).achievement
    [student] = class_2b.students[:1]
    # A little earlier, so that other clocks agree.
    earlier = timezone.now() - timedelta(seconds=5)
    [credential] = award(
        achievement, [student], actor=class_2b.teacher, group=class_2b.group, results={student.pk: grade},
        awarded_at=earlier,
    ).credentials  # fmt: skip
    credential.batch.undo_until = earlier
    credential.batch.save()
    issue_batch(credential.batch, now=earlier)
    body = full_document(credential.pk, now=earlier)
    assert body is not None
    document = json.loads(body)

    [schema] = SCHEMA.values()
    assert [error.message for error in Draft201909Validator(schema).iter_errors(document)] == []
    subject = document["credentialSubject"]
    [described], [result] = subject["achievement"]["resultDescription"], subject["result"]
    assert result["resultDescription"] == described["id"]
    assert (digitalbazaar_verify(document, load).verified, openbadgeslib_verify(body, load).verified) == (
        True,
        True,
    )

    better = {**document, "credentialSubject": {**subject, "result": [{**result, "value": "100"}]}}
    assert not digitalbazaar_verify(better, load).verified
    token = (full_token(credential.pk, now=earlier) or b"").decode()
    claims = jose_verify(token, document["issuer"]["id"], load)["claims"]
    assert (claims["jti"], claims["credentialSubject"]) == (document["id"], subject)
    header, payload, signature = token.split(".")
    spoiled = f"{header}.{payload[:-2]}AA.{signature}"
    assert jose_verify(spoiled, document["issuer"]["id"], load)["verified"] is False
    revoke(credential, actor=None, reason="Pomyłka", now=timezone.now())
    assert digitalbazaar_verify(document, load).revoked
    assert IssuedDocument.objects.filter(credential=credential, revoked=True).count() == 3
    assert AchievementVersion.objects.get().result_scale["kind"] == scale["kind"]
    assert settings.PUBLIC_URL in described["id"]
