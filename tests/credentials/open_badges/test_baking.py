import struct
import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from credentials.open_badges.baking import bake_png, bake_svg, compact_json, extract_png, extract_svg
from credentials.open_badges.structure import Unreadable

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>a &gt; b</title>'
    b'<path d="M0 0h9"/></svg>'
)


def itxt(text: bytes) -> bytes:
    content = b"iTXt" + text
    return struct.pack(">I", len(text)) + content + struct.pack(">I", zlib.crc32(content))


def test_png_carries_the_document_and_keeps_its_pixels(png, badge) -> None:
    text = compact_json(badge)
    baked = bake_png(png, text)

    assert extract_png(baked) == text
    assert baked.count(b"openbadgecredential") == 1
    assert len(baked) == len(png) + len(text.encode()) + 12 + 19 + 5
    assert Image.open(BytesIO(baked)).tobytes() == Image.open(BytesIO(png)).tobytes()


def test_baking_again_replaces(png) -> None:
    once = bake_png(png, '{"a":1}')

    assert bake_png(once, '{"b":2}') == bake_png(png, '{"b":2}')
    assert extract_png(png) is None


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).map(
        lambda text: f'{{"a":"{text}"}}'
    )
)
def test_any_text_comes_back_from_a_png(text) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + bytes(17) + b"\0\0\0\0IEND\xaeB`\x82"

    assert extract_png(bake_png(picture, text)) == text


def test_compressed_chunk_of_a_stranger_is_read_within_bounds(png) -> None:
    position = 33
    text = b"openbadgecredential\0\1\0\0\0" + zlib.compress(b'{"a":1}')
    assert extract_png(png[:position] + itxt(text) + png[position:]) == '{"a":1}'

    bomb = b"openbadgecredential\0\1\0\0\0" + zlib.compress(bytes(200_000_000), 1)
    with pytest.raises(Unreadable, match="too_large"):
        extract_png(png[:position] + itxt(bomb) + png[position:])


def test_up_01_png_with_a_huge_text_block_is_refused(png) -> None:
    text = b"openbadgecredential\0\0\0\0\0" + b"x" * 6_000_000
    with pytest.raises(Unreadable, match="too_large"):
        extract_png(png[:33] + itxt(text) + png[33:])


def test_badge_baked_twice_or_broken_is_refused(png) -> None:
    one = itxt(b"openbadgecredential\0\0\0\0\0{}")
    with pytest.raises(Unreadable, match="baked_twice"):
        extract_png(png[:33] + one + one + png[33:])
    with pytest.raises(Unreadable, match="baked_badly"):
        extract_png(png[:33] + one[:-1] + b"\0" + png[33:])
    with pytest.raises(Unreadable, match="not_png"):
        extract_png(png[:-4])
    with pytest.raises(Unreadable, match="not_png"):
        bake_png(b"GIF89a", "{}")


@given(st.binary(max_size=300))
def test_any_bytes_after_the_signature_are_read_or_refused(content) -> None:
    try:
        extract_png(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + content)
    except Unreadable:
        pass
    else:
        pytest.fail("a file without an end was taken for a PNG") if b"IEND" not in content else None


def test_svg_carries_the_document_directly_after_its_root(badge) -> None:
    text = compact_json(badge)
    baked = bake_svg(SVG, text)
    start = b'<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" xmlns="http://www.w3.org/2000/svg"'

    assert extract_svg(baked) == text
    assert baked.startswith(start + b' viewBox="0 0 9 9"><openbadges:credential><![CDATA[{')
    assert bake_svg(baked, '{"b":2}') == bake_svg(SVG, '{"b":2}')


def test_svg_carries_a_token_as_an_attribute() -> None:
    baked = bake_svg(SVG, "eyJh.eyJi.c2ln")

    assert b'<openbadges:credential verify="eyJh.eyJi.c2ln"/>' in baked
    assert extract_svg(baked) == "eyJh.eyJi.c2ln"
    assert extract_svg(bake_svg(baked, "eyJh.eyJi.xxxx")) == "eyJh.eyJi.xxxx"


def test_text_that_would_end_the_carrier_is_escaped() -> None:
    text = '{"a":"]]> </openbadges:credential> <https://x.example/>"}'
    baked = bake_svg(SVG, text)

    assert extract_svg(baked) == '{"a":"]]\\u003e \\u003c/openbadges:credential> <https://x.example/>"}'
    assert bake_svg(baked, "{}") == bake_svg(SVG, "{}")


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (b"<svg", "not_svg"),
        (b"<html/>", "not_svg"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "not_svg"),
        (b"<svg>" + b"<g>" * 300, "too_large"),
        (b"<svg>" + b" " * 6_000_000, "too_large"),
        (
            b'<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>{}</o:credential>'
            b"<o:credential>{}</o:credential></svg>",
            "baked_twice",
        ),
        (b'<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential/></svg>', "baked_badly"),
    ],
)
def test_up_02_hostile_svg_is_refused_unrendered(picture, code) -> None:
    with pytest.raises(Unreadable, match=code):
        extract_svg(picture)


def test_baking_costs_a_copy_and_no_encoding(png, badge) -> None:
    text = compact_json(badge)
    bake_png(png, text)
    start = time.thread_time()
    for _ in range(200):
        bake_png(png, text)
    baking = time.thread_time() - start
    picture = Image.open(BytesIO(png))
    start = time.thread_time()
    for _ in range(5):
        picture.save(BytesIO(), "PNG")
    encoding = time.thread_time() - start

    assert baking / 200 < encoding / 5 / 10
