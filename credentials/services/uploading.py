"""Taking a file in: judged by content, cleaned, stored once for each key (cases UP-01 … UP-04)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.security_log import security_event
from core.throttling import Throttle
from credentials.files.photos import clean_photo
from credentials.files.recognising import recognise
from credentials.files.refused import FileRefused
from credentials.models import AwardBatch, Upload
from people.models import User

# Enough for a diligent afternoon, too little to fill a disk.
uploads_by_person = Throttle("uploads", limit=60, seconds=3600)
# An upload that no evidence took is forgotten after this.
WAITS_FOR = timedelta(days=1)

WORDS = {
    "FILE_EMPTY": _("The file is empty. Choose another one."),
    "FILE_TOO_LARGE": _(
        "The file is too large: at most 5 MB and 25 megapixels. Make it smaller and try again."
    ),
    "FILE_TYPE": _("This kind of file cannot be added. Send a photo, a PDF or a recording."),
    "FILE_BROKEN": _("The file cannot be opened. Save it again and try once more."),
}


def store_upload(owner: User, *, key: UUID, content: bytes) -> Upload:
    """Keep one file of `owner`. The same `key` again answers the same row and stores nothing.

    Raises Refusal FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE, FILE_BROKEN, or RATE_LIMITED.
    """
    known = Upload.objects.filter(owner=owner, key=key).first()
    if known is not None:
        return known
    uploads_by_person.take(str(owner.pk))
    try:
        kind, content_type, clean = _judged(content)
    except FileRefused as refused:
        security_event("upload.refused", user=owner, code=refused.code)
        raise Refusal(refused.code, WORDS[refused.code], "file") from refused
    upload = Upload(
        owner=owner, key=key, kind=kind, content_type=content_type, size=len(clean),
        digest=sha256(clean).hexdigest(),
    )  # fmt: skip
    upload.file.save(upload.id.hex, ContentFile(clean), save=False)
    try:
        with transaction.atomic():
            upload.save(force_insert=True)
    except IntegrityError:
        upload.file.delete(save=False)
        return Upload.objects.get(owner=owner, key=key)
    except Exception:
        upload.file.delete(save=False)
        raise
    return upload


def remove_upload(upload: Upload) -> None:
    """Delete the row, and its file once that is certain."""
    with transaction.atomic():
        transaction.on_commit(partial(upload.file.storage.delete, str(upload.file.name)))
        Upload.objects.filter(pk=upload.pk).delete()


def remove_forgotten_uploads(now: datetime) -> int:
    """Delete uploads that neither evidence nor an award took for a day, and files that lost their row in a crash.
    Answers how many.
    """
    with_award = AwardBatch.objects.filter(picture=OuterRef("pk"))
    forgotten = Upload.objects.filter(~Exists(with_award), evidence=None, created_at__lt=now - WAITS_FOR)
    removed = 0
    for upload in forgotten.iterator(chunk_size=200):
        remove_upload(upload)
        removed += 1
    return removed + _remove_orphans(now)


def _remove_orphans(now: datetime) -> int:
    removed = 0
    for folder in sorted((Path(settings.MEDIA_ROOT) / "uploads").glob("*")):
        files = {
            path.name: path
            for path in folder.iterdir()
            if path.stat().st_mtime < (now - WAITS_FOR).timestamp()
        }
        kept = set(
            Upload.objects.filter(file__in=[f"uploads/{folder.name}/{name}" for name in files]).values_list(
                "file", flat=True
            )
        )
        for name, path in files.items():
            if f"uploads/{folder.name}/{name}" not in kept:
                path.unlink(missing_ok=True)
                removed += 1
    return removed


def _judged(content: bytes) -> tuple[str, str, bytes]:
    """Kind of evidence, media type and the bytes to keep."""
    limits = settings.KOTYLION_LIMITS
    if len(content) > limits["upload_bytes"]:
        raise FileRefused("FILE_TOO_LARGE")
    found = recognise(content)
    if found.kind != "photo":
        return found.kind, found.content_type, content
    photo = clean_photo(content, found.content_type, most_pixels=limits["image_pixels"])
    return found.kind, photo.content_type, photo.content
