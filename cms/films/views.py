"""`/cms-media/films/…`: a film of an editor's own in ranges of bytes, and its captions."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from whitenoise.responders import SlicedFile  # type: ignore[import-untyped]

from cms.enums import FilmKind
from cms.films.ranges import OutsideTheFile, asked_range
from cms.models import Film
from cms.models.films import FOLDER

# More is asked for again, when it is needed (RFC 9110 §15.3.7 lets a server send less than was asked for): a film
# that somebody leaves after ten seconds costs them two megabytes, not forty.
MOST_BYTES = 2 * 1024 * 1024


@require_safe
def film(request: HttpRequest, name: str, ending: str) -> HttpResponseBase:
    """The film, or the range of it that was asked for."""
    found = get_object_or_404(Film, file=f"{FOLDER}/{name}.{ending}")
    try:
        size = found.file.size
    except FileNotFoundError as error:
        raise Http404 from error
    tag = f'"{name}-{size:x}"'
    if unchanged := get_conditional_response(request, etag=tag):
        return unchanged
    # What somebody already has a part of may have become another film (§13.1.5).
    in_parts = request.method == "GET" and request.headers.get("If-Range", tag) == tag
    try:
        asked = asked_range(request.headers.get("Range", ""), size) if in_parts else None
    except OutsideTheFile:
        return HttpResponse(
            status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"}
        )
    response: HttpResponseBase
    if request.method == "HEAD":
        response, length = HttpResponse(), size
    elif asked is None:
        response, length = FileResponse(found.file.open("rb")), size
    else:
        first, last = asked[0], min(asked[1], asked[0] + MOST_BYTES - 1)
        part = SlicedFile(found.file.open("rb"), first, last)
        response, length = FileResponse(part, status=206), last - first + 1
        response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    response.headers["Content-Type"] = FilmKind(found.kind).content_type
    response.headers["Content-Length"] = str(length)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "public, max-age=86400"
    response.headers["Content-Disposition"] = "inline"
    return response


@require_safe
def captions(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """The captions of a film in one language, as they are now."""
    found = get_object_or_404(Film, file__in=[f"{FOLDER}/{name}.{kind}" for kind in FilmKind.values])
    text = found.captions_in(language)
    if not text:
        raise Http404
    response = HttpResponse(text, content_type="text/vtt; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
