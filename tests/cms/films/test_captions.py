"""Captions are words and times; whatever else stands in the file goes, and what is no WebVTT is refused."""

import pytest
from django.core.exceptions import ValidationError

from cms.films.captions import clean_captions


def vtt(*cues, head="WEBVTT"):
    return "\n\n".join([head, *cues]) + "\n"


ONE = "00:00.000 --> 00:02.000\nDzień dobry."


def test_captions_are_written_anew_without_styles_notes_and_tags():
    written = vtt(
        "STYLE\n::cue { background: url(https://elsewhere.example/x) }",
        "NOTE dla redakcji",
        "pierwszy\n00:00.000 --> 00:02.000 align:start\n<v Ola>Dzień <b>dobry</b>.</v>",
        "00:01.500 --> 00:03.250\nA &lt;b&gt; &amp; c",
        head="WEBVTT - moja lekcja",
    )
    assert clean_captions(written.replace("\n", "\r\n")) == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:02.000\nDzień dobry.\n\n"
        "00:00:01.500 --> 00:00:03.250\nA &lt;b&gt; &amp; c\n"
    )


def test_captions_read_twice_stay_as_they_are():
    once = clean_captions(vtt(ONE, "00:02.000 --> 00:03.000\n&lt;script&gt;alert(1)&lt;/script&gt; 2 > 1"))
    assert "<" not in once.replace("-->", "")
    assert clean_captions(once) == once


def test_no_captions_are_none():
    assert clean_captions(" \n") == ""


@pytest.mark.parametrize(
    "written",
    [
        "<!doctype html><script>alert(1)</script>",
        "1\n00:00:00,000 --> 00:00:02,000\nSRT",
        "WEBVTT",
        vtt("00:00.000 --> 00:02.000\n<b></b>"),
        vtt("00:02.000 --> 00:01.000\nZa wcześnie"),
        vtt("00:05.000 --> 00:06.000\nPóźniej", ONE),
        vtt("00:00:00 --> 00:02\nBez ułamków"),
        vtt("00:00.000 --> 00:02.000\nUkryty\u202e znak"),
        vtt("00:00.000 --> 00:02.000\n" + "x" * 400),
        vtt(*[ONE] * 2001),
        vtt(ONE) + " " * 200_000 + "x",
    ],
    ids=range(11),
)
def test_up_02_what_is_no_webvtt_is_refused(written):
    with pytest.raises(ValidationError):
        clean_captions(written)
