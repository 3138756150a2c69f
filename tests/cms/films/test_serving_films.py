"""A film leaves in ranges of bytes, always as a film; its captions leave as captions."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from cms.films import views
from cms.films.ranges import OutsideTheFile, asked_range
from cms.services.films import forget_files
from tests.cms.page_factories import SAMPLES, FilmFactory

pytestmark = pytest.mark.django_db
MP4 = (SAMPLES / "vote.mp4").read_bytes()
SIZE = len(MP4)


@pytest.fixture
def film(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return FilmFactory()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("bytes=0-", (0, 99)),
        ("bytes=0-0", (0, 0)),
        ("bytes=99-", (99, 99)),
        ("bytes=10-19", (10, 19)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-500", (0, 99)),
        (" bytes=5-6 ", (5, 6)),
        *((nonsense, None) for nonsense in (
            "", "bytes=", "bytes=-", "bytes=9-5", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", "bytes=+1-2",
            "bytes=0x0-1", "bytes=1_0-20", "bytes= 0-1", "bytes=٣-٤", "bytes=0-" + "9" * 400,
        )),
    ],
)  # fmt: skip
def test_a_range_is_read_as_rfc_9110_says(written, expected):
    assert asked_range(written, 100) == expected


@pytest.mark.parametrize(("written", "size"), [("bytes=100-", 100), ("bytes=-0", 100), ("bytes=0-", 0)])
def test_a_range_outside_the_file(written, size):
    with pytest.raises(OutsideTheFile):
        asked_range(written, size)


def test_the_whole_film_and_its_headers(client, film):
    answer = client.get(film.address)
    assert answer.status_code == 200
    assert answer.getvalue() == MP4
    assert answer["Content-Type"] == "video/mp4"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Length"] == str(SIZE)
    assert answer["Content-Disposition"] == "inline"
    assert "Set-Cookie" not in answer
    head = client.head(film.address)
    assert (head.status_code, head["Content-Length"], head.content) == (200, str(SIZE), b"")
    assert client.get(film.address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_parts_of_a_film(client, film, monkeypatch):
    def part(written, **more):
        return client.get(film.address, headers={"range": written, **more})

    answer = part("bytes=10-19")
    assert (answer.status_code, answer.getvalue()) == (206, MP4[10:20])
    assert answer["Content-Range"] == f"bytes 10-19/{SIZE}"
    assert answer["Content-Length"] == "10"
    assert answer["Content-Type"] == "video/mp4"
    last = part("bytes=-1")
    assert last.getvalue() == MP4[-1:]
    whole = part("bytes=0-1,5-6")
    assert (whole.status_code, whole.getvalue()) == (200, MP4)
    outside = part(f"bytes={SIZE}-")
    assert (outside.status_code, outside["Content-Range"], outside.content) == (416, f"bytes */{SIZE}", b"")

    monkeypatch.setattr(views, "MOST_BYTES", 4000)
    answers = [part(f"bytes={start}-") for start in (0, 4000, 8000)]
    assert [one["Content-Range"] for one in answers] == [
        f"bytes 0-3999/{SIZE}", f"bytes 4000-7999/{SIZE}", f"bytes 8000-{SIZE - 1}/{SIZE}",
    ]  # fmt: skip
    assert b"".join(one.getvalue() for one in answers) == MP4

    same = part("bytes=0-3", **{"if-range": answer["ETag"]})
    assert (same.status_code, same.getvalue()) == (206, MP4[:4])
    other = part("bytes=0-3", **{"if-range": '"other"'})
    assert (other.status_code, other.getvalue()) == (200, MP4)


def test_up_02_only_films_leave_by_their_addresses(client, film):
    beside = settings.MEDIA_ROOT / "films" / ("0" * 32 + ".mp4")
    beside.write_bytes(MP4)
    name = film.address.removesuffix(".mp4")
    for path in (
        "/cms-media/films/" + "0" * 32 + ".mp4", f"{name}.webm", f"{name}.html", name, f"{name}-en.vtt",
        f"{name}.mp4/", f"{name}-de.vtt", "/cms-media/films/../images/x.webp", "/cms-media/films/",
    ):  # fmt: skip
        assert client.get(path, follow=True).status_code == 404, path
    assert client.post(film.address).status_code == 405


def test_up_02_captions_leave_as_captions(client, film):
    answer = client.get(film.captions_address("pl"))
    assert answer.content.decode() == film.captions_pl
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_film_taken_away_is_gone_at_once_and_from_the_disk_within_a_day(client, film):
    address, path = film.address, settings.MEDIA_ROOT / film.file.name
    kept = FilmFactory()
    film.delete()
    assert client.get(address).status_code == 404
    assert forget_files(timezone.now()) == 0
    assert forget_files(timezone.now() + timedelta(days=1, minutes=1)) == 1
    assert not path.exists()
    assert client.get(kept.address).getvalue() == MP4
