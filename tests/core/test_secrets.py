"""Secrets: enough bits, typed as people type, kept as digests."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken

from core.secret_files import secret_from_file
from core.secrets import (
    ALPHABET,
    derived_code,
    digest_matches,
    group_code,
    keyed_digest,
    new_code,
    new_secret,
    read_code,
    sealed,
    unsealed,
)


def test_a_secret_has_its_bits() -> None:
    for bits in (128, 160, 256):
        secret = new_secret(bits)
        assert len(base64.urlsafe_b64decode(secret + "==")) * 8 >= bits
    assert len({new_secret() for _ in range(1_000)}) == 1_000


def test_a_code_is_forty_bits_in_two_groups() -> None:
    codes = {new_code() for _ in range(1_000)}
    assert len(codes) == 1_000
    assert all(len(code) == 9 and code[4] == "-" for code in codes)
    assert {letter for code in codes for letter in code} - {"-"} == set(ALPHABET)
    assert len(read_code(new_code(9))) == 9
    with pytest.raises(ValueError, match="40"):
        new_code(7)


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("K7QW-3MZX", "K7QW3MZX"),
        (" k7qw 3mzx ", "K7QW3MZX"),
        ("k7qw–3mzx", "K7QW3MZX"),
        ("OIL0-1234", "01101234"),
        ("", ""),
        ("U234-5678", ""),
        ("'; DROP TABLE", ""),
        ("A" * 41, "A" * 40),
        ("\ud800\0", ""),
    ],
)
def test_a_code_is_read_as_people_type(typed: str, meant: str) -> None:
    assert read_code(typed) == meant


def test_what_is_printed_is_what_is_read() -> None:
    for _ in range(100):
        code = new_code()
        assert group_code(read_code(code.lower())) == code


def test_a_digest_depends_on_purpose_value_and_key(settings: object) -> None:
    digest = keyed_digest("card", "secret")
    assert len(digest) == 64
    assert digest == keyed_digest("card", "secret")
    assert digest_matches("card", "secret", digest)
    assert not digest_matches("card", "Secret", digest)
    assert not digest_matches("link", "secret", digest)
    assert not digest_matches("card", "secret", "żółw")
    settings.SECRET_DIGEST_KEY = "another"  # type: ignore[attr-defined]
    assert not digest_matches("card", "secret", digest)


def test_a_derived_code_is_the_same_again_and_another_for_another_row() -> None:
    code = derived_code("claim code", "row 1", 12)

    assert (code, len(read_code(code))) == (derived_code("claim code", "row 1", 12), 12)
    assert len({code, derived_code("claim code", "row 2", 12), derived_code("join code", "row 1", 12)}) == 3


def test_what_is_sealed_opens_with_its_purpose_and_key_alone(settings: object) -> None:
    kept = sealed("second factor", "JBSWY3DPEHPK3PXP")

    assert "JBSWY3DPEHPK3PXP" not in kept
    assert unsealed("second factor", kept) == "JBSWY3DPEHPK3PXP"
    with pytest.raises(InvalidToken):
        unsealed("another purpose", kept)
    settings.SECRET_DIGEST_KEY = "another"  # type: ignore[attr-defined]
    with pytest.raises(InvalidToken):
        unsealed("second factor", kept)


def test_a_computer_makes_its_secret_once(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret-key"
    secret = secret_from_file(path)
    assert len(secret) == 64
    assert secret_from_file(path) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret-key"]
