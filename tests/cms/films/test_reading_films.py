"""What a file is, by its content: films that phones play, and everything that only says it is one."""

import struct
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from cms.films.reading import MOST_BYTES, take_film
from tests.cms.page_factories import SAMPLES

MP4 = (SAMPLES / "vote.mp4").read_bytes()
WEBM = (SAMPLES / "vote.webm").read_bytes()
HTML = b"<!doctype html><script>alert(1)</script>"


def take(content):
    return take_film(BytesIO(content), len(content))


def box(kind, content=b""):
    return struct.pack(">I4s", 8 + len(content), kind) + content


def with_box_in_the_index(extra):
    """The sample with one more box at the end of its index."""
    size, kind = struct.unpack(">I4s", MP4[32:40])
    assert kind == b"moov"
    return MP4[:32] + struct.pack(">I", size + len(extra)) + MP4[36 : 32 + size] + extra + MP4[32 + size :]


def refused(content):
    with pytest.raises(ValidationError) as caught:
        take(content)
    return caught.value.code


def test_a_film_is_known_by_its_content_and_says_how_long_it_is():
    assert (take(MP4).kind, take(MP4).seconds) == ("mp4", 3)
    assert (take(WEBM).kind, take(WEBM).seconds) == ("webm", 2)
    late_index = (SAMPLES / "late.mp4").read_bytes()
    assert (take(late_index).kind, take(late_index).seconds) == ("mp4", 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        HTML,
        b"\0\0\0\x18ftypmp42" + HTML,
        MP4[:32] + HTML,
        MP4[:-200],
        MP4 + HTML,
        WEBM[:40],
        b"\x1a\x45\xdf\xa3" + HTML,
        WEBM.replace(b"webm", b"mkv\0", 1),
        box(b"ftyp", b"isom") + box(b"mdat", HTML),
        box(b"ftyp", b"isom") + box(b"moov"),
        box(b"ftyp", b"isom") + struct.pack(">I4sQ", 1, b"moov", 2**63),
        box(b"ftyp", b"isom") + box(b"free") * 5_000,
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    ],
    ids=range(15),
)
def test_up_02_what_only_says_that_it_is_a_film_is_refused(content):
    assert refused(content) == "kind"


def test_a_coding_that_few_phones_play_is_named():
    content = (SAMPLES / "hevc.mp4").read_bytes()
    with pytest.raises(ValidationError, match="hvc1") as caught:
        take(content)
    assert caught.value.code == "coding"
    assert refused(WEBM.replace(b"V_VP8", b"V_FOO")) == "coding"


def test_a_film_without_a_picture_or_with_a_hidden_track_is_refused():
    assert refused(MP4.replace(b"vide", b"soun")) == "kind"
    # Positions: as GoPro, Google's camera motion, and drones (subtitles that nobody sees) write them.
    for kind in (b"meta", b"camm", b"sbtl", b"text", b"gpmd"):
        assert refused(MP4.replace(b"soun", kind)) == "besides"
    assert take(MP4.replace(b"soun", b"tmcd")).kind == "mp4"


def test_where_it_was_filmed_does_not_stay_in_it():
    place = b"+52.2297+021.0122/"
    file = BytesIO(with_box_in_the_index(box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7" + place))))
    before = file.getvalue()
    assert place in before
    assert take_film(file, len(before)).seconds == 3
    after = file.getvalue()
    assert place not in after
    assert b"udta" not in after
    assert len(after) == len(before)
    # Nor in what is called empty.
    file = BytesIO(with_box_in_the_index(box(b"free", place)))
    take_film(file, len(file.getvalue()))
    assert place not in file.getvalue()
    # The film itself is where it was.
    assert after[-5000:] == before[-5000:]
    assert take(after).seconds == 3


def test_a_film_has_a_size():
    with pytest.raises(ValidationError) as caught:
        take_film(BytesIO(MP4), MOST_BYTES + 1)
    assert caught.value.code == "large"
