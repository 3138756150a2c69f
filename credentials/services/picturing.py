"""Pictures of badges that were drawn elsewhere: taken in, put into a draft, handed on with a copy, forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.security_log import security_event
from credentials.art.badge_art import ArtRefused
from credentials.art.drawn_elsewhere import DrawnElsewhere
from credentials.art.legibility import hints_of
from credentials.enums import OPEN_LICENCES, EvidenceKind
from credentials.files.photos import clean_photo
from credentials.files.recognising import recognise
from credentials.files.refused import FileRefused
from credentials.files.squares import as_png, squared
from credentials.models import AchievementDraft, AchievementVersion, Issuer, PictureFile, Upload
from credentials.services.uploading import WORDS, uploads_by_person
from people.models import User

WAITS_FOR = timedelta(days=1)
_WORDS = {
    **WORDS,
    "FILE_TYPE": _("This is no picture that can be taken: send a PNG, a JPEG or a WebP that does not move."),
    "FILE_TOO_SMALL": _("The picture is too small: one side needs at least 256 pixels."),
}


class PictureGone(ArtRefused, FileNotFoundError):
    """The file of a picture is not where it was stored."""


def picture_of_file(issuer: Issuer, content: bytes, *, actor: User) -> PictureFile:
    """Keep a picture of an issuer, made new from the pixels of a file. The same picture again answers the same row.

    Raises Refusal FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE, FILE_BROKEN, FILE_TOO_SMALL, or RATE_LIMITED.
    """
    uploads_by_person.take(str(actor.pk))
    limits = settings.KOTYLION_LIMITS
    try:
        if len(content) > limits["upload_bytes"]:
            raise FileRefused("FILE_TOO_LARGE")
        found = recognise(content)
        if found.kind != "photo":
            raise FileRefused("FILE_TYPE")
        picture = squared(
            clean_photo(content, found.content_type, most_pixels=limits["image_pixels"]).content
        )
    except FileRefused as refused:
        security_event("upload.refused", user=actor, code=refused.code)
        raise Refusal(refused.code, _WORDS[refused.code], "art") from refused
    drawn = as_png(picture)
    digest = sha256(drawn).hexdigest()
    known = PictureFile.objects.filter(issuer=issuer, digest=digest).first()
    if known is not None:
        return known
    row = PictureFile(issuer=issuer, digest=digest, hints=hints_of(picture), sent_by=actor)
    return _kept(row, drawn)


def picture_of_upload(issuer: Issuer, upload: Upload | None, *, actor: User) -> PictureFile:
    """The same of a photo that `actor` has sent to `/uploads/` before.

    Raises Refusal PICTURE_MISSING for anything else, and as `picture_of_file`.
    """
    if upload is None or upload.owner_id != actor.pk or upload.kind != EvidenceKind.PHOTO:
        raise Refusal("PICTURE_MISSING", _("The picture did not arrive. Add it again."), "art")
    with upload.file.open("rb") as file:
        content = file.read()
    return picture_of_file(issuer, content, actor=actor)


def in_draft(picture: PictureFile) -> dict[str, str]:
    """What a description says of a picture of which nobody has said yet whose it is."""
    return {"picture": picture.digest, "author": "", "licence": ""}


def check_picture(draft: AchievementDraft, art: Mapping[str, Any] | None) -> None:
    """A draft names pictures of its own issuer alone. Raises Refusal PICTURE_MISSING."""
    digest = (art or {}).get("picture")
    if digest and not PictureFile.objects.filter(issuer=draft.achievement.issuer_id, digest=digest).exists():
        raise Refusal("PICTURE_MISSING", _("The picture did not arrive. Add it again."), "art")


def hand_on(version: AchievementVersion, issuer: Issuer, *, actor: User) -> bool:
    """Let another issuer use a version's picture from elsewhere; one's own always, another's by its licence alone."""
    source = version.achievement.issuer
    if source is None:
        return False
    if source.pk == issuer.pk:
        return True
    picture = PictureFile.objects.filter(issuer=source, digest=version.art.get("picture", "")).first()
    if picture is None or version.art.get("licence") not in OPEN_LICENCES:
        return False
    PictureFile.objects.get_or_create(
        issuer=issuer, digest=picture.digest,
        defaults={"file": picture.file.name, "hints": picture.hints, "sent_by": actor},
    )  # fmt: skip
    return True


def stored_picture(art: DrawnElsewhere) -> bytes:
    """The PNG of 512 pixels. Raises PictureGone."""
    row = PictureFile.objects.filter(digest=art.digest).first()
    if row is None:
        raise PictureGone("no such picture")
    try:
        with row.file.open("rb") as file:
            content: bytes = file.read()
    except FileNotFoundError as error:
        raise PictureGone("no such picture") from error
    return content


def forget_unused_pictures(now: datetime) -> int:
    """Delete pictures that for a day neither a draft nor a version of their issuer uses. Answers how many."""
    old = list(PictureFile.objects.filter(created_at__lt=now - WAITS_FOR))
    if not old:
        return 0
    used = set(
        AchievementVersion.objects.filter(art__picture__isnull=False).values_list(
            "achievement__issuer_id", "art__picture"
        )
    ) | set(
        AchievementDraft.objects.filter(description__art__picture__isnull=False).values_list(
            "achievement__issuer_id", "description__art__picture"
        )
    )
    unused = [one for one in old if (one.issuer_id, one.digest) not in used]
    for one in unused:
        _remove(one)
    return len(unused)


def _kept(row: PictureFile, drawn: bytes) -> PictureFile:
    """Store the file unless it is there already: it is named by what is in it."""
    field = PictureFile._meta.get_field("file")
    name = field.generate_filename(row, "")
    storage = row.file.storage
    if not storage.exists(name):
        name = storage.save(name, ContentFile(drawn))
    row.file.name = name
    with transaction.atomic():
        kept, _created = PictureFile.objects.get_or_create(
            issuer=row.issuer, digest=row.digest,
            defaults={"file": name, "hints": row.hints, "sent_by": row.sent_by},
        )  # fmt: skip
    return kept


def _remove(picture: PictureFile) -> None:
    with transaction.atomic():
        PictureFile.objects.filter(pk=picture.pk).delete()
        if not PictureFile.objects.filter(file=picture.file.name).exists():
            transaction.on_commit(partial(picture.file.storage.delete, str(picture.file.name)))
