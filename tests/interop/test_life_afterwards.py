"""What becomes of a badge, in every form that is downloaded, before verifiers that nobody here wrote: corrected, renewed,
grown out of smaller ones, endorsed. They say of each what they say of a badge that is sound, or of a revoked one.
"""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from credentials.models import AwardBatch, Credential
from credentials.open_badges.did import did_document_address
from credentials.services import endorsing
from credentials.services.formal_endorsing import endorse_formal
from credentials.services.forms import FORMS
from credentials.services.issuing import issue_due
from credentials.services.reissuing import Correction, correct, renew
from tests.credentials.afterwards.conftest import Stack, stack, yearly  # noqa: F401
from tests.factories import IssuerFactory
from tests.interop.spoiled import Form, Spoiled
from tests.interop.test_refusals import ACCEPTED, TABLE, VERIFIERS

Story = dict[tuple[Form, Any], Spoiled]
Fetch = Callable[[str], Any]
OLD = "before its correction"


@pytest.fixture
def early():
    """A moment ago, so that other clocks agree."""
    return timezone.now() - timedelta(seconds=5)


@pytest.fixture
def fetch(client) -> Fetch:
    def get(address: str) -> Any:
        url = did_document_address(address) if address.startswith("did:") else address
        return client.get(urlsplit(url).path).json()

    return get


def taken(credential: Credential, case: str) -> dict[tuple[Form, str], bytes]:
    """The four forms that verifiers read, as the owner downloads them."""
    forms: tuple[Form, ...] = ("json", "jwt", "png", "svg")
    return {(form, case): FORMS[form](credential.recipient, credential.pk) for form in forms}


def sign_now() -> None:
    AwardBatch.objects.filter(signed_at=None).update(undo_until=timezone.now() - timedelta(minutes=1))
    issue_due(timezone.now() - timedelta(seconds=5))


@pytest.fixture
def badges(stack: Stack, yearly, teacher, pa1, pa2, class_2b, early) -> dict[tuple[Form, str], bytes]:
    stack.give(stack.debate, pa1, pa2)
    stack.give(stack.petition, pa1)
    stack.give(yearly, pa1)
    Credential.objects.filter(achievement=yearly).update(valid_until=timezone.now() + timedelta(days=30))
    sign_now()
    found = taken(stack.of(pa1, stack.larger), "larger")
    found |= taken(stack.of(pa2, stack.debate), OLD)
    found |= taken(stack.of(pa1, yearly), "before its renewal")
    right = correct(
        stack.of(pa2, stack.debate), correction=Correction(place="Sala 12"), reason="Zła sala", actor=teacher, now=early
    )  # fmt: skip
    renew(yearly, [pa1], actor=teacher, group=class_2b.group, now=early)
    sign_now()
    return found | taken(right, "corrected") | taken(stack.of(pa1, yearly), "renewed")


def placed(badges: dict[tuple[Form, str], bytes], fetch: Fetch) -> Story:
    """Each beside what stands at the portal's own addresses."""
    [issuer] = {
        json.loads(badge)["issuer"]["id"] for (form, _), badge in badges.items() if form.endswith("json")
    }
    lists = {
        json.loads(badge)["credentialStatus"]["statusListCredential"]
        for (form, _), badge in badges.items()
        if form.endswith("json")
    }
    return {
        key: Spoiled(badge, issuer, documents, timezone.now(), issuer_is_known=True)
        for documents in [{address: fetch(address) for address in [issuer, *lists]}]
        for key, badge in badges.items()
    }


def differing(story: Story, *, revoked: str) -> Iterator[tuple[str, Form, str, str]]:
    """Where a verifier says something else than of any badge that is sound, or revoked."""
    for name, (ask, forms) in VERIFIERS.items():
        mine = {key: one for key, one in story.items() if key[0] in forms}
        for (form, case), said in ask(mine).items():
            expected = TABLE[name]["revoked" if case == revoked else "good"].split(" at index")[0]
            if said != expected if ACCEPTED in (said, expected) else expected not in said:
                yield name, form, case, said


def test_corrected_renewed_and_larger_badges(badges, fetch):
    assert list(differing(placed(badges, fetch), revoked=OLD)) == []


def test_an_endorsement_until_it_is_withdrawn(stack: Stack, fetch, early, teacher):
    museum = IssuerFactory(slug="muzeum")
    museum.members.create(user=teacher, manages=True)
    made = endorse_formal(stack.debate, issuer=museum, by=teacher, text="Tak uczymy.", now=early)
    badge = {("endorsement json", "endorsed"): bytes(made.signed.body)}

    assert list(differing(placed(badge, fetch), revoked="")) == []
    endorsing.withdraw(made, actor=teacher, now=early)
    assert list(differing(placed(badge, fetch), revoked="endorsed")) == []
    noticed = {name for name, *_ in differing(placed(badge, fetch), revoked="")}
    assert noticed == {"ours", "digitalbazaar", "verifier-core"}
