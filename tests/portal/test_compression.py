"""Answers in words leave compressed and a little longer by chance; a film leaves as it is."""

import gzip

import pytest

from tests.cms.page_factories import FilmFactory

pytestmark = pytest.mark.django_db
ASKED = {"accept-encoding": "gzip, deflate, br"}


def test_a_page_comes_compressed_to_who_asks_for_it(client, pages):
    plain = client.get("/verify/")
    packed = client.get("/verify/", headers=ASKED)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert b"<h1" in gzip.decompress(packed.content)


def test_op_04_lengths_tell_nothing_of_what_a_page_keeps(client, pages):
    assert len({len(client.get("/", headers=ASKED).content) for _ in range(12)}) > 1


def test_a_page_that_has_not_changed_is_not_sent_twice(client, pages):
    first = client.get("/", headers=ASKED)
    again = client.get("/", headers=ASKED | {"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_film_leaves_as_it_is(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    film = FilmFactory()
    answer = client.get(film.address, headers=ASKED | {"range": "bytes=0-9"})
    assert (answer.status_code, len(answer.getvalue())) == (206, 10)
    assert "Content-Encoding" not in answer
