"""`POST /uploads/` takes one file in; `/media/<uuid>` hands it out through the gate (cases UP-01 … UP-04)."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import as_uuid, may
from core.refusals import Refusal
from core.security_log import security_event
from core.throttling import Throttled
from credentials.enums import EvidenceKind
from credentials.models import Upload
from credentials.rules import VIEW_UPLOAD
from credentials.services.uploading import WORDS, store_upload
from credentials.views.answers import PRIVATE, not_here

# Opened as a page of its own, a file can neither run, load nor frame anything.
LOCKED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """One file, field `file`. The header `Idempotency-Key` (a UUID) makes a retry after a lost answer
    harmless.
    """
    if not request.user.is_authenticated:
        return _refused("UNAUTHENTICATED", _("Sign in first."), 401)
    key = as_uuid(request.headers.get("Idempotency-Key", ""))
    if key is None:
        return _refused(
            "KEY_MISSING", _("The file was sent without its key. Refresh the page and try again."), 400
        )
    files = [file for name in request.FILES for file in request.FILES.getlist(name)]
    if len(files) != 1:
        return _refused("ONE_FILE", _("Send one file at a time."), 400)
    if (files[0].size or 0) > settings.KOTYLION_LIMITS["upload_bytes"]:
        return _refused("FILE_TOO_LARGE", str(WORDS["FILE_TOO_LARGE"]), 413)
    try:
        stored = store_upload(request.user, key=key, content=files[0].read())
    except Throttled as refusal:
        answer = _refused(refusal.code, str(refusal), 429)
        answer["Retry-After"] = str(refusal.retry_after)
        return answer
    except Refusal as refusal:
        return _refused(refusal.code, str(refusal), 413 if refusal.code == "FILE_TOO_LARGE" else 422)
    return _answer({"id": str(stored.pk), "kind": stored.kind, "size": stored.size}, 201)


@require_safe
def media(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """The file, for its owner and for those who assess it. Missing and forbidden look the same."""
    found = (
        Upload.objects.select_related("evidence").filter(pk=upload_id).first()
        if request.user.is_authenticated
        else None
    )
    if found is None or not may(request.user, VIEW_UPLOAD, found):
        security_event(
            "access.refused", user=request.user, permission=VIEW_UPLOAD, model="credentials.Upload"
        )
        raise not_here()
    return file_answer(found)


def file_answer(found: Upload) -> HttpResponse:
    """The bytes of a file, locked up. The door has asked whether it may be seen."""
    try:
        with found.file.open("rb") as file:
            content = file.read()
    except FileNotFoundError as error:
        raise not_here() from error
    shown = "inline" if found.kind == EvidenceKind.PHOTO else "attachment"
    return HttpResponse(
        content,
        content_type=found.content_type,
        headers={
            "Cache-Control": PRIVATE,
            "Content-Disposition": f'{shown}; filename="{found.pk}"',
            "Content-Security-Policy": LOCKED,
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex, nofollow",
        },
    )


def _answer(body: dict[str, object], status: int) -> JsonResponse:
    return JsonResponse(body, status=status, headers={"Cache-Control": PRIVATE})


def _refused(code: str, message: str, status: int) -> JsonResponse:
    return _answer({"code": code, "message": message}, status)
