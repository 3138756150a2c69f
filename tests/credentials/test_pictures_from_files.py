"""A picture drawn elsewhere becomes a badge's picture: taken in safely, seen by its issuer alone until it is published,
credited wherever the badge goes.
"""

from __future__ import annotations

import io
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from PIL import Image, ImageDraw

from core.refusals import Refusal
from credentials.art.drawn_elsewhere import DrawnElsewhere
from credentials.art.legibility import hints_of
from credentials.files.squares import squared
from credentials.models import AchievementDraft, Credential, PictureFile
from credentials.open_badges.baking import extract_png, extract_svg
from credentials.selectors.drafts import draft_changes, draft_view
from credentials.services import drafting
from credentials.services.awarding import award
from credentials.services.composing import achievement_json
from credentials.services.forms import png_with_badge, svg_with_badge
from credentials.services.issuing import issue_batch
from credentials.services.picturing import forget_unused_pictures, picture_of_file
from credentials.services.uploading import store_upload
from tests.asking import ask, client_of
from tests.credentials.test_describing import COMPLETE, begun, codes_of, published, saved
from tests.factories import IssuerFactory, three

ADD = """mutation ($d: ID!, $u: ID!, $r: Int!) { addBadgePicture(draftId: $d, uploadId: $u, revision: $r) {
  draft { revision pictureHints drawing description { art { picture author licence shape } artAlt { pl } }
  checklist { code done required } } errors { code field } } }"""
CREDIT = {"author": "Iga Kanarek", "licence": "cc_by"}


def emblem(form: str = "PNG", size: tuple[int, int] = (600, 600), ink: str = "#d4213d", **options) -> bytes:
    """A red ring with a dark heart on a clear ground, as somebody would draw it elsewhere."""
    image = Image.new("RGBA", size)
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, size[0] - 10, size[1] - 10), fill=ink)
    draw.ellipse((size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4), fill="#ffffff")
    out = io.BytesIO()
    (image.convert("RGB") if form == "JPEG" else image).save(out, form, **options)
    return out.getvalue()


@pytest.fixture
def draft(issuer, coordinator) -> AchievementDraft:
    return saved(begun(issuer, coordinator), coordinator, **COMPLETE)


def with_picture(draft, person, content=None, **said):
    row = picture_of_file(draft.achievement.issuer, content or emblem(), actor=person)
    return saved(
        draft, person, art={"picture": row.digest, **CREDIT, **said}, art_alt=three("Czerwony pierścień")
    )


def test_from_a_phone_to_a_published_badge_in_every_form(draft, coordinator, class_2b, issuer):
    upload = store_upload(coordinator, key=uuid4(), content=emblem())
    sent = ask(coordinator, ADD, d=draft.pk, u=upload.pk, r=draft.revision).data
    assert sent["errors"] == []
    assert sent["draft"]["pictureHints"] == []
    # Its plain description belonged to the rosette that was drawn here.
    assert sent["draft"]["description"]["artAlt"] == {"pl": ""}
    open_lines = {one["code"] for one in sent["draft"]["checklist"] if one["required"] and not one["done"]}
    assert open_lines == {"PICTURE_IN_WORDS", "PICTURE_RIGHTS"}

    draft = AchievementDraft.objects.get()
    assert codes_of(lambda: published(draft, coordinator)) == {
        "MISSING_PICTURE_IN_WORDS",
        "MISSING_PICTURE_RIGHTS",
    }
    version = published(
        saved(
            draft,
            coordinator,
            art={**draft.description["art"], **CREDIT},
            art_alt=three("Czerwony pierścień"),
        ),
        coordinator,
    )

    issuer.may_award.add(class_2b.group)
    [credential] = award(
        version.achievement, class_2b.students[:1], actor=class_2b.teacher, group=class_2b.group
    ).credentials
    issue_batch(credential.batch, now=timezone.now() + timedelta(minutes=11))
    body = bytes(Credential.objects.get(pk=credential.pk).documents.get().body)
    image = json.loads(body)["credentialSubject"]["achievement"]["image"]
    assert image["caption"] == f"{three('Czerwony pierścień')['pl']} (Iga Kanarek, CC BY 4.0)"
    assert image["id"].endswith(f"/media/badges/p.{version.art['picture']}@512.png")
    for baked in (extract_png(png_with_badge(version, body)), extract_svg(svg_with_badge(version, body))):
        assert json.loads(baked or "") == json.loads(body)
    page = client_of(None).get(f"/achievements/{version.achievement.slug}/v1").content.decode()
    assert 'rel="license noopener">Iga Kanarek, CC BY 4.0</a>' in page
    assert f"/media/badges/p.{version.art['picture']}.svg" in page


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_up_03_a_picture_is_made_new_from_its_pixels(issuer, coordinator, form):
    exif = Image.Exif()
    exif[0x010E] = "SEKRET"
    row = picture_of_file(issuer, emblem(form, (900, 600), exif=exif), actor=coordinator)
    with row.file.open("rb") as file:
        kept = file.read()
    with Image.open(io.BytesIO(kept)) as picture:
        assert (picture.format, picture.mode, picture.size, picture.info) == ("PNG", "RGBA", (512, 512), {})
        clear = picture.getpixel((256, 20))
    assert (clear[3], b"SEKRET" in kept) == (0, False)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FILE_EMPTY"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "FILE_TYPE"),
        (b"%PDF-1.7 ", "FILE_TYPE"),
        (emblem()[:300], "FILE_BROKEN"),
        (emblem(size=(200, 120)), "FILE_TOO_SMALL"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 5_242_881, "FILE_TOO_LARGE"),
    ],
)
def test_up_01_what_is_no_picture_is_not_taken(issuer, coordinator, content, code):
    with pytest.raises(Refusal) as refused:
        picture_of_file(issuer, content, actor=coordinator)
    assert (refused.value.code, PictureFile.objects.count()) == (code, 0)


def test_the_same_file_twice_is_one_picture(issuer, coordinator):
    first, second = (picture_of_file(issuer, emblem(), actor=coordinator) for _n in range(2))
    assert first == second
    assert first.file.name == f"pictures/{first.digest[:2]}/{first.digest}.png"


def test_pr_01_nobody_else_sees_a_picture_before_it_is_published(
    draft, coordinator, operator, teacher, issuer
):
    draft = with_picture(draft, coordinator)
    key = DrawnElsewhere(draft.description["art"]["picture"]).key
    own, public = f"/achievements/drawings/{key}.svg", f"/media/badges/{key}@96.png"
    stranger = IssuerFactory(slug="obcy").members.create(user=teacher, may_define=True).user
    seen = {name: client_of(one).get(own).status_code for name, one in
            (("own", coordinator), ("operator", operator), ("other issuer", stranger), ("visitor", None))}  # fmt: skip
    assert seen == {"own": 200, "operator": 200, "other issuer": 404, "visitor": 404}
    assert client_of(None).get(public).status_code == 404

    achievement = published(draft, coordinator).achievement
    assert [client_of(None).get(path).status_code for path in (public, own)] == [200, 200]
    answer = client_of(None).get(f"/media/badges/{key}.svg")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/svg+xml", "nosniff")
    assert "img-src data:" in answer["Content-Security-Policy"]
    assert b"<script" not in answer.content
    # Reported and hidden: from then on nobody new gets it.
    achievement.hidden_at = timezone.now()
    achievement.save()
    assert client_of(None).get(public).status_code == 404


def test_ac_01_a_draft_takes_nobody_elses_picture(draft, coordinator, teacher, class_2b):
    foreign = picture_of_file(IssuerFactory(slug="obcy"), emblem(ink="#00aa55"), actor=teacher)
    named = {"picture": foreign.digest, **CREDIT}
    assert codes_of(lambda: saved(draft, coordinator, art=named)) == {"PICTURE_MISSING"}
    upload = store_upload(class_2b.students[0], key=uuid4(), content=emblem())
    refused = ask(coordinator, ADD, d=draft.pk, u=upload.pk, r=draft.revision).data
    assert refused["errors"] == [{"code": "PICTURE_MISSING", "field": "art"}]
    for art in ({"picture": "../../etc/passwd"}, {"picture": foreign.digest.upper()}):
        assert codes_of(lambda art=art: saved(draft, coordinator, art=art)) == {"PICTURE_MISSING"}
    unknown = {**named, "licence": "mine"}
    assert codes_of(lambda: saved(draft, coordinator, art=unknown)) == {"CHOICE_UNKNOWN"}


def test_a_picture_that_came_meanwhile_is_not_overwritten(draft, coordinator, operator):
    read = draft.revision
    with_picture(draft, operator)
    upload = store_upload(coordinator, key=uuid4(), content=emblem(ink="#1155cc"))
    late = ask(coordinator, ADD, d=draft.pk, u=upload.pk, r=read).data
    assert late["errors"] == [{"code": "WRITTEN_MEANWHILE", "field": "art"}]


def test_the_difference_shows_both_pictures(draft, coordinator):
    version = published(with_picture(draft, coordinator), coordinator)
    second = with_picture(
        drafting.open_draft(version.achievement, actor=coordinator), coordinator, emblem(ink="#1155cc")
    )
    [change] = draft_changes(second)
    before, after = version.art["picture"], second.description["art"]["picture"]
    assert change.pictures == (
        f"/achievements/drawings/p.{before}.svg",
        f"/achievements/drawings/p.{after}.svg",
    )
    assert [(one.mark, one.text) for one in change.pieces] == [("same", "Z pliku: Iga Kanarek, CC BY 4.0")]


@pytest.mark.parametrize(("licence", "goes_along"), [("cc_by", True), ("own", False), ("permission", False)])
def test_a_copy_takes_only_a_picture_that_it_may_use(
    draft, coordinator, issuer, teacher, licence, goes_along
):
    version = published(with_picture(draft, coordinator, licence=licence), coordinator)
    other = IssuerFactory(slug="fundacja")
    copied = drafting.copy(version.achievement, other, actor=teacher)
    assert ("picture" in copied.description["art"]) is goes_along
    assert drafting.copy(version.achievement, issuer, actor=coordinator).description["art"] == version.art
    if goes_along:
        assert copied.description["art"] == version.art
        linked = achievement_json(published(copied, teacher), "pl")
        assert linked["image"]["caption"].endswith("(Iga Kanarek, CC BY 4.0)")


def test_a_picture_that_nothing_uses_goes_after_a_day(
    draft, coordinator, issuer, django_capture_on_commit_callbacks
):
    used = published(with_picture(draft, coordinator), coordinator)
    waiting = begun(issuer, coordinator)
    row = picture_of_file(issuer, emblem(ink="#1155cc"), actor=coordinator)
    saved(waiting, coordinator, art={"picture": row.digest, **CREDIT})
    loose = picture_of_file(issuer, emblem(ink="#118833"), actor=coordinator)
    shared = picture_of_file(IssuerFactory(slug="obcy"), emblem(), actor=coordinator)
    now = timezone.now()

    with django_capture_on_commit_callbacks(execute=True):
        gone = [forget_unused_pictures(now + timedelta(hours=hours)) for hours in (23, 25, 25)]

    assert gone == [0, 2, 0]

    assert not loose.file.storage.exists(loose.file.name)
    # Another issuer's row named the same file.
    assert shared.file.storage.exists(shared.file.name)
    kept = set(PictureFile.objects.values_list("digest", flat=True))
    assert kept == {used.art["picture"], row.digest}


HINTED = {
    "a bold emblem": (emblem(), []),
    "pale on pale": (emblem(ink="#f4f4f4"), ["flat", "lost_on_light"]),
}


@pytest.mark.parametrize("name", HINTED)
def test_hints_tell_what_is_hard_to_see(name):
    content, hints = HINTED[name]
    assert hints_of(squared(content)) == hints


def test_fine_lines_are_told():
    image = Image.new("RGBA", (512, 512), "#ffffff")
    draw = ImageDraw.Draw(image)
    for at in range(0, 512, 8):
        draw.line((at, 0, at, 512), fill="#000000", width=3)
    assert "fine_detail" in hints_of(image)


def test_the_editor_sees_the_hints(draft, coordinator):
    draft = with_picture(draft, coordinator, emblem(ink="#f4f4f4"))
    assert len(draft_view(draft, coordinator).picture_hints) == 2
