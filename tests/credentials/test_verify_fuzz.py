"""`/verify/` against made-up input: nothing but a clear verdict comes out, and nothing forged is ever green (CR-01)."""

from __future__ import annotations

import base64
import copy
import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credentials.open_badges.baking import bake_png, bake_svg, compact_json
from credentials.open_badges.compact_jws import sign_jws
from credentials.open_badges.findings import Answer
from credentials.open_badges.verification import Overall
from tests.credentials.open_badges.conftest import (  # noqa: F401
    achievement,
    award,
    badge,
    issuer,
    png,
    school,
    unsigned,
    world,
)

FUZZ = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
GREEN = (Overall.VALID, Overall.VALID_UNKNOWN_ISSUER)
# Fetching is another test's: here no address leads anywhere.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False) | WORDS
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@context",
                    "@id",
                    "@type",
                    "@value",
                    "@list",
                    "@graph",
                    "@included",
                    "id",
                    "type",
                    "x",
                    "proof",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def paths_of(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            found += paths_of(part, (*path, key))
    return found


def replaced(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    document = copy.deepcopy(document)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return document


def is_clear(verdict) -> bool:
    findings = (verdict.unchanged, verdict.issued_by_known, verdict.still_valid)
    explained = verdict.unchanged.answer is Answer.YES or bool(verdict.unchanged.reason)
    return verdict.overall in Overall and explained and all(finding.answer in Answer for finding in findings)


@FUZZ
@given(data=st.data(), value=VALUES)
def test_cr_01_any_part_of_a_badge_may_be_anything(world, badge, data, value):
    path = data.draw(st.sampled_from(paths_of(badge)))
    forged = replaced(badge, path, value)
    verdict = world.verify(json.dumps(forged).encode())

    assert is_clear(verdict)
    # A type may stand alone or in an array, and what is said twice may be said once: then it says the same.
    assert verdict.overall not in GREEN or flat(forged) == flat(badge)


def flat(document: Any) -> str:
    """What a document says, whether in arrays of one or without, and without the creator's own type, which is the issuer's."""
    if isinstance(document, dict):
        if set(document) <= {"id", "type"} and document.get("id", "").startswith("did:"):
            return json.dumps(document["id"])
        return "{" + ",".join(f"{key}:{flat(part)}" for key, part in sorted(document.items())) + "}"
    if isinstance(document, list):
        return flat(document[0]) if len(document) == 1 else "[" + ",".join(map(flat, document)) + "]"
    return json.dumps(document)


@FUZZ
@given(data=st.data(), value=VALUES)
def test_cr_01_any_claim_and_header_of_a_token_may_be_anything(world, school, unsigned, data, value):
    header, payload, signature = sign_jws(unsigned, school.key, f"{school.method}-jwk").split(b".")
    parts = [json.loads(base64.urlsafe_b64decode(part + b"==")) for part in (header, payload)]
    which = data.draw(st.sampled_from([0, 1]))
    forged = replaced(parts[which], data.draw(st.sampled_from(paths_of(parts[which]))), value)
    parts[which] = forged
    spelled = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts]
    verdict = world.verify(b".".join([*spelled, signature]))

    assert is_clear(verdict)
    assert verdict.overall not in GREEN


@FUZZ
@given(
    header=st.dictionaries(
        st.sampled_from(["alg", "kid", "jwk", "jku", "x5u", "x5c", "crit", "typ", "b64"]), VALUES
    )
)
def test_cr_01_a_made_up_header_is_never_green(world, school, unsigned, header):
    payload = base64.urlsafe_b64encode(compact_json({**unsigned, "iss": school.did}).encode()).rstrip(b"=")
    first = base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=")
    verdict = world.verify(b".".join([first, payload, b"c2lnbmVk"]))

    assert is_clear(verdict)
    assert verdict.overall not in GREEN


@FUZZ
@given(
    place=st.floats(0, 1, exclude_max=True),
    junk=st.binary(min_size=1, max_size=30),
    form=st.sampled_from(["png", "svg"]),
)
def test_cr_01_a_picture_with_junk_in_it_is_read_or_refused(world, badge, png, place, junk, form):
    text = compact_json(badge)
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"
    baked = bake_png(png, text) if form == "png" else bake_svg(svg, text)
    position = int(place * len(baked))
    verdict = world.verify(baked[:position] + junk + baked[position + len(junk) :])

    assert is_clear(verdict)
    assert verdict.overall not in GREEN or verdict.document == badge


@pytest.mark.django_db
@settings(FUZZ, max_examples=40)
@given(
    content=st.binary(max_size=300)
    | st.builds(lambda value: json.dumps(value).encode(), VALUES)
    | st.builds(
        lambda *parts: b".".join(parts), *[st.from_regex(rb"[A-Za-z0-9_-]{1,40}", fullmatch=True)] * 3
    )
    | st.builds(lambda tail: b"%PDF-1.7\n" + tail, st.binary(max_size=100)),
    as_file=st.booleans(),
)
def test_any_upload_gets_a_clear_verdict(client, content, as_file):
    form = {"file": SimpleUploadedFile("badge", content)} if as_file else {"badge": content.decode("latin-1")}
    answer = client.post("/verify/", form)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "verdict-valid" not in page
    assert re.search(r'class="verdict verdict-(bad|unsure)"|plain-notice', page)


def test_a_header_that_says_a_thing_twice_is_refused(world, school, unsigned):
    header, payload, _ = sign_jws(unsigned, school.key, f"{school.method}-jwk").split(b".")
    twice = base64.urlsafe_b64decode(header + b"==").replace(
        b'{"alg":"EdDSA"', b'{"alg":"none","alg":"EdDSA"'
    )
    signed = base64.urlsafe_b64encode(twice).rstrip(b"=") + b"." + payload
    token = signed + b"." + base64.urlsafe_b64encode(school.key.sign(signed)).rstrip(b"=")
    verdict = world.verify(token)

    assert (verdict.overall, verdict.unchanged.reason) == (Overall.NOT_VALID, "duplicate_member")


@pytest.mark.parametrize(
    "spell",
    [
        lambda part: part + b"=",
        lambda part: part + b"+/",
        lambda part: part + b".x",
        lambda part: part + b"\x00",
    ],
)
def test_a_token_is_spelled_in_one_way(world, school, unsigned, spell):
    token = sign_jws(unsigned, school.key, f"{school.method}-jwk")

    assert world.verify(token).overall == Overall.VALID
    assert world.verify(spell(token)).overall == Overall.NOT_VALID
