"""Verifiers that nobody here wrote; end-to-end tests against a running server use them as well."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3Verifier

from tests.interop.node import CONTEXTS, ask_node

#: DID or address of a status list → its document, as the verifier would fetch it.
Load = Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True)
class Outcome:
    """What the other implementation says. ``revoked`` is ``None`` when it never got as far as the list."""

    verified: bool
    revoked: bool | None
    errors: tuple[str, ...]


@pytest.fixture(scope="session")
def digitalbazaar_verify() -> Callable[[Mapping[str, Any], Load], Outcome]:
    """Verify a credential, its DID and its status with `@digitalbazaar/vc`; ``load`` is asked for both documents."""

    def verify(credential: Mapping[str, Any], load: Load) -> Outcome:
        issuer = credential["issuer"]
        addresses = [issuer["id"] if isinstance(issuer, Mapping) else issuer]
        if "credentialStatus" in credential:
            addresses.append(credential["credentialStatus"]["statusListCredential"])
        documents = {address: load(address) for address in addresses}
        [outcome] = ask_node("verify.mjs", [{"credential": credential, "documents": documents | CONTEXTS}])
        return Outcome(outcome["verified"], outcome["revoked"], tuple(outcome["errors"]))

    return verify


@pytest.fixture(scope="session")
def openbadgeslib_verify() -> Callable[[bytes, Load], Outcome]:
    """Verify a badge, as JSON, baked PNG or baked SVG, with `openbadgeslib`; it reads the picture itself."""

    def verify(badge: bytes, load: Load) -> Outcome:
        try:
            text = baked_text(badge)
            issuer = json.loads(text)["issuer"]["id"]

            def download(address: str) -> bytes:
                return json.dumps(load(issuer if address.endswith("/did.json") else address)).encode()

            verifier = OB3LdpVerifier.for_issuer_did(issuer)
            # It can check the signature of a list only as a JWT; the bit it reads all the same.
            verifier.verify(text, check_status=True, verify_status_list=False, download=download)
        except LibOpenBadgesException as error:
            return Outcome(False, "'revocation' is set" in str(error) or None, (str(error),))
        return Outcome(True, False, ())

    return verify


@pytest.fixture(scope="session")
def jose_verify() -> Callable[[str, str, Load], Mapping[str, Any]]:
    """Verify a VC-JWT of an issuer with `jose`: {verified, claims, error}."""

    def verify(token: str, issuer: str, load: Load) -> Mapping[str, Any]:
        request = {"token": token, "issuer": issuer, "didDocument": load(issuer)}
        [found] = ask_node("verify_token.mjs", [request])
        return found

    return verify


def baked_text(badge: bytes) -> str:
    """What a badge carries, as `openbadgeslib` reads it."""
    if badge.startswith(b"\x89PNG"):
        return OB3Verifier.extract_token_from_png(badge)
    if badge.startswith(b"<svg"):
        return OB3Verifier.extract_token_from_svg(badge)
    return badge.decode()
