"""Files from strangers: judged by content, made new from pixels, handed out through the gate."""

import io
import resource
import struct
import subprocess
import sys
import zlib
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from credentials.files.photos import LONGEST_SIDE, clean_photo
from credentials.files.recognising import recognise
from credentials.files.refused import FileRefused
from credentials.models import Evidence, Upload
from credentials.rules import may_assess_evidence
from credentials.services.uploading import uploads_by_person
from tests.asking import client_of

CANARY = b"cnry-PA1-7f3a"
MOST = 25_000_000


@pytest.fixture(autouse=True)
def fresh_files(settings, tmp_path, pa1):
    settings.MEDIA_ROOT = tmp_path
    uploads_by_person.forget(str(pa1.pk))


def picture(form="PNG", size=(40, 30), **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, form, **options)
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width: int, height: int, depth: int, colour: int, *between: bytes) -> bytes:
    """A PNG of that many pixels, all the same, in a few kilobytes."""
    row = b"\0" + b"\0" * (width * depth * {0: 1, 2: 3, 6: 4}[colour] // 8 + 1)
    packer, packed = zlib.compressobj(9), b""
    for _ in range(height):
        packed += packer.compress(row)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"".join(
        [b"\x89PNG\r\n\x1a\n", header, *between, chunk(b"IDAT", packed + packer.flush()), chunk(b"IEND", b"")]
    )


def send(client, content: bytes, name="photo.png", key=None, kind="image/png"):
    return client.post(
        "/uploads/",
        {"file": SimpleUploadedFile(name, content, kind)},
        headers={"Idempotency-Key": str(key or uuid4())},
    )


def refusal(content: bytes) -> str:
    try:
        clean_photo(content, recognise(content).content_type, most_pixels=MOST)
    except FileRefused as refused:
        return refused.code
    return "taken"


BOMBS = {
    "13000 x 13000, one bit": (lambda: bomb(13_000, 13_000, 1, 0), "FILE_TOO_LARGE"),
    "9000 x 9000, RGBA": (lambda: bomb(9_000, 9_000, 8, 6), "FILE_TOO_LARGE"),
    "moving": (lambda: bomb(8, 8, 8, 2, chunk(b"acTL", struct.pack(">II", 300, 0))), "FILE_TYPE"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_up_01_bombs_are_refused_from_the_header(name):
    make, code = BOMBS[name]
    content = make()
    before = resource.getrusage(resource.RUSAGE_SELF)
    assert refusal(content) == code
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < 0.5
    assert after.ru_maxrss - before.ru_maxrss < 100_000


def test_up_01_a_text_block_of_200_mb_never_reaches_a_decoder(tmp_path):
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"a" * 1_000_000) for _ in range(200)) + packer.flush()
    content = bomb(8, 8, 8, 2, chunk(b"zTXt", b"Comment\0\0" + packed))
    path = tmp_path / "bomb.png"
    path.write_bytes(content)
    program = (
        "import resource, sys; from credentials.files.photos import clean_photo;"
        "content = open(sys.argv[1], 'rb').read(); before = resource.getrusage(resource.RUSAGE_SELF);"
        "clean_photo(content, 'image/png', most_pixels=25_000_000);"
        "after = resource.getrusage(resource.RUSAGE_SELF);"
        "print(after.ru_maxrss - before.ru_maxrss, after.ru_utime - before.ru_utime)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    memory, seconds = map(float, done.stdout.split())
    assert (memory < 100_000, seconds < 0.5) == (True, True)


def test_up_01_a_gif_of_300_frames_is_not_even_opened():
    frames = [Image.new("P", (20, 20), n % 256) for n in range(300)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert refusal(out.getvalue()) == "FILE_TYPE"


def test_up_01_a_moving_webp_is_refused():
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    assert refusal(out.getvalue()) == "FILE_TYPE"


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg><foreignObject/></svg>',
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"GIF89a/*\x01\x01=1;*/alert(1)",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"8BPS\0\x01" + b"\0" * 40,
        b"II*\0" + b"\0" * 40,
        b"MM\0*" + b"\0" * 40,
        b"PK\x03\x04" + b"\0" * 40,
        b"MZ" + b"\0" * 60,
        b"\xff\xfb",
        b"\xff\xff\xff\xff" * 20,
        b"a",
    ],
)
def test_up_02_what_is_not_one_of_ours_is_refused_whatever_its_name(pa1, content):
    answer = send(client_of(pa1), content)
    assert (answer.status_code, answer.json()["code"]) == (422, "FILE_TYPE")
    assert answer.json()["message"]
    assert not Upload.objects.exists()


def test_up_02_an_empty_file_and_a_torn_one_are_refused(pa1):
    assert send(client_of(pa1), b"").json()["code"] in {"FILE_EMPTY", "ONE_FILE"}
    assert send(client_of(pa1), picture()[:60]).json()["code"] == "FILE_BROKEN"
    assert send(client_of(pa1), b"\xff\xd8\xff" + b"\0" * 500).json()["code"] == "FILE_BROKEN"
    assert not Upload.objects.exists()


def loaded_jpeg() -> bytes:
    """A photo on its side, with GPS, a serial number, a thumbnail, a profile, XMP and a comment."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0xA431] = CANARY.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 13.0, 47.0)
    exif[0x010E] = CANARY.decode()
    return picture(
        "JPEG", (400, 200), exif=exif.tobytes() + CANARY, icc_profile=CANARY * 20, xmp=b"<x>" + CANARY + b"</x>",
        comment=CANARY,
    )  # fmt: skip


def test_up_03_nothing_of_the_file_survives_but_its_pixels(pa1):
    content = loaded_jpeg() + CANARY
    assert content.count(CANARY) > 5
    answer = send(client_of(pa1), content, "IMG_1234.jpg")
    assert answer.status_code == 201

    served = client_of(pa1).get(f"/media/{answer.json()['id']}")
    assert CANARY not in served.content
    assert b"Exif" not in served.content
    assert b"ICC_PROFILE" not in served.content
    with Image.open(io.BytesIO(served.content)) as clean:
        assert (clean.format, clean.size) == ("JPEG", (200, 400))
        assert not clean.getexif()
        assert set(clean.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


def test_up_03_a_png_keeps_no_words_either(pa1):
    words = PngInfo()
    words.add_text("Author", CANARY.decode())
    words.add_itxt("XML:com.adobe.xmp", CANARY.decode())
    answer = send(client_of(pa1), picture("PNG", pnginfo=words) + CANARY)
    served = client_of(pa1).get(f"/media/{answer.json()['id']}").content
    assert CANARY not in served
    assert Image.open(io.BytesIO(served)).format == "PNG"


def test_a_big_photo_is_kept_at_a_sensible_size():
    photo = clean_photo(picture("JPEG", (5000, 4000)), "image/jpeg", most_pixels=MOST)
    with Image.open(io.BytesIO(photo.content)) as clean:
        assert max(clean.size) == LONGEST_SIDE


@pytest.mark.parametrize("pixels, taken", [((5000, 4999), True), ((5000, 5000), True), ((5001, 5000), False)])
def test_the_limit_of_25_megapixels(pixels, taken):
    content = picture("PNG", pixels)
    if taken:
        assert clean_photo(content, "image/png", most_pixels=MOST).content
    else:
        assert refusal(content) == "FILE_TOO_LARGE"


@pytest.mark.parametrize("more, status", [(-1, 201), (0, 201), (1, 413)])
def test_the_limit_of_5_mb(pa1, settings, more, status):
    size = settings.KOTYLION_LIMITS["upload_bytes"] + more
    answer = send(client_of(pa1), b"%PDF-1.7\n" + b"0" * (size - 9), "praca.pdf")
    assert answer.status_code == status
    assert Upload.objects.count() == (status == 201)


@pytest.mark.parametrize(
    "content, kind, content_type",
    [
        (b"%PDF-1.7 praca", "pdf", "application/pdf"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "audio", "audio/mp4"),
        (b"OggS\0\x02" + b"\0" * 40, "audio", "audio/ogg"),
        (
            b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm",
            "audio",
            "audio/webm",
        ),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio", "audio/wav"),
        (b"ID3\x04\0\0\0\0\0\0", "audio", "audio/mpeg"),
        (b"\xff\xfb\x90\x64" + b"\0" * 40, "audio", "audio/mpeg"),
        (b"\xff\xf1\x50\x80" + b"\0" * 40, "audio", "audio/aac"),
    ],
)
def test_other_kinds_are_stored_as_they_are_and_only_downloaded(pa1, content, kind, content_type):
    answer = send(client_of(pa1), content, "x.bin", kind="text/html")
    assert answer.json()["kind"] == kind
    served = client_of(pa1).get(f"/media/{answer.json()['id']}")
    assert (served.content, served["Content-Type"]) == (content, content_type)
    assert served["Content-Disposition"].startswith("attachment")
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in served["Content-Security-Policy"]


def test_the_same_key_again_is_the_same_file(pa1):
    key = uuid4()
    first, second = send(client_of(pa1), picture(), key=key), send(client_of(pa1), picture("JPEG"), key=key)
    assert first.json() == second.json()
    assert Upload.objects.count() == 1


def test_who_may_send(pa1, stranger):
    assert send(client_of(stranger), picture()).status_code == 401
    answer = client_of(pa1).post("/uploads/", {"file": SimpleUploadedFile("a.png", picture())})
    assert (answer.status_code, answer.json()["code"]) == (400, "KEY_MISSING")
    assert client_of(pa1).get("/uploads/").status_code == 405
    strict = client_of(pa1)
    strict.handler.enforce_csrf_checks = True
    assert send(strict, picture()).status_code == 403
    assert not Upload.objects.exists()


def test_sixty_an_hour_are_enough(pa1, monkeypatch):
    monkeypatch.setattr(uploads_by_person, "limit", 2)
    statuses = [send(client_of(pa1), b"%PDF-1.7").status_code for _ in range(3)]
    assert statuses == [201, 201, 429]
    assert Upload.objects.count() == 2


@pytest.mark.parametrize(
    "who", ["stranger", "pa2", "pc", "pb", "teacher", "teacher_c", "teacher_b", "leader", "editor"]
)
def test_up_04_a_photo_is_its_owners_alone(pa1, who, request):
    upload_id = send(client_of(pa1), picture()).json()["id"]
    mine = client_of(pa1).get(f"/media/{upload_id}")
    assert (mine.status_code, mine["Cache-Control"]) == (200, "private, no-store")
    other = client_of(request.getfixturevalue(who))
    refused, made_up = other.get(f"/media/{upload_id}"), other.get(f"/media/{uuid4()}")
    assert (refused.status_code, len(refused.content)) == (made_up.status_code, len(made_up.content))
    assert refused.status_code == 404


def test_up_04_assessors_read_what_was_handed_in_until_it_is_withdrawn(pa1, teacher, monkeypatch):
    monkeypatch.setattr(may_assess_evidence, "_answers", [lambda user, evidence: user == teacher])
    upload = Upload.objects.get(pk=send(client_of(pa1), picture()).json()["id"])
    assert client_of(teacher).get(f"/media/{upload.pk}").status_code == 404
    evidence = Evidence.objects.create(owner=pa1, kind="photo", upload=upload)
    assert client_of(teacher).get(f"/media/{upload.pk}").status_code == 200
    evidence.withdrawn_at = evidence.created_at
    evidence.save()
    assert client_of(teacher).get(f"/media/{upload.pk}").status_code == 404


def test_up_04_a_lost_file_is_simply_not_there(pa1):
    upload = Upload.objects.get(pk=send(client_of(pa1), picture()).json()["id"])
    upload.file.storage.delete(upload.file.name)
    assert client_of(pa1).get(f"/media/{upload.pk}").status_code == 404
