"""Codes derived from a secret and the time (RFC 6238 §4): the present step and the one before, no other."""

from datetime import date
from uuid import uuid4

import pytest

from events import rotating_codes as codes

EVENT, SECRET = uuid4(), b"k" * 32


def test_au_06_a_code_is_good_for_its_step_and_the_next_one():
    shown = codes.token(EVENT, SECRET, 100)

    assert [codes.is_token(shown, EVENT, SECRET, step) for step in (99, 100, 101, 102)] == [
        False,
        True,
        True,
        False,
    ]


def test_au_06_the_bounds_of_a_step_to_the_second():
    shown = codes.token(EVENT, SECRET, codes.step_at(3000))

    assert codes.is_token(shown, EVENT, SECRET, codes.step_at(3000))
    assert codes.is_token(shown, EVENT, SECRET, codes.step_at(3059))
    assert not codes.is_token(shown, EVENT, SECRET, codes.step_at(3060))
    assert not codes.is_token(shown, EVENT, SECRET, codes.step_at(2999))


def test_a_code_belongs_to_one_event_and_one_secret():
    shown = codes.token(EVENT, SECRET, 7)

    assert codes.event_of_token(shown) == EVENT
    assert not codes.is_token(shown, uuid4(), SECRET, 7)
    assert not codes.is_token(shown, EVENT, b"x" * 32, 7)


def test_an_event_without_a_secret_has_no_code():
    with pytest.raises(ValueError, match="no code"):
        codes.token(EVENT, b"", 7)
    with pytest.raises(ValueError, match="no digits"):
        codes.digits(b"", 7)
    assert not codes.is_token(codes.token(EVENT, SECRET, 7), EVENT, b"", 7)
    assert not codes.are_digits("0000", b"", 7)


def test_four_digits_of_a_derivation_of_their_own():
    shown = codes.digits(SECRET, 55)

    assert (len(shown), shown.isdigit()) == (4, True)
    assert [codes.are_digits(shown, SECRET, step) for step in (55, 56, 57)] == [True, True, False]


def test_digits_are_spread_over_all_ten_thousand():
    seen = {codes.digits(SECRET, step) for step in range(20_000)}

    assert len(seen) > 8_000


@pytest.mark.parametrize(
    "text", ["", "x" * 32, "ą" * 32, "A" * 31, "A" * 33, "AAAA-AAAA", "!" * 32, "\ud800" * 32]
)
def test_whatever_is_not_a_code_is_none(text):
    found = codes.event_of_token(text)

    assert found is None or not codes.is_token(text, found, SECRET, 1)


def test_a_persons_code_changes_at_midnight_and_keeps_its_first_half():
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    first, second = codes.personal_code(SECRET, monday), codes.personal_code(SECRET, tuesday)

    assert first[:8] == second[:8] == codes.personal_handle(SECRET)
    assert first != second
    assert codes.is_personal_code(first, SECRET, monday)
    assert not codes.is_personal_code(first, SECRET, tuesday)
