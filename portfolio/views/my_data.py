"""`/my-data/<uuid>` hands out the archive of one's own data, to that person alone."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import NotFound, access
from core.server.bodies import Allowance, allow
from portfolio.models import DataArchive
from portfolio.rules import VIEW_ARCHIVE

allow("/my-data/", Allowance(answer_seconds=120.0))


@require_safe
def my_data(request: HttpRequest, archive_id: UUID) -> HttpResponseBase:
    """A ZIP that no cache keeps. Missing, not ready and somebody else's look the same."""
    try:
        archive = access(request.user, VIEW_ARCHIVE, DataArchive, archive_id)
        content = archive.file.open("rb")
    except (NotFound, FileNotFoundError, ValueError) as error:
        raise Http404 from error
    day = timezone.localdate(archive.asked_at).isoformat()
    response = FileResponse(
        content, as_attachment=True, filename=f"kotylion-{day}.zip", content_type="application/zip"
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
