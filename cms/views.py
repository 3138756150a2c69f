"""What the public face answers besides its pages."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

# What is only for people signed in, or changes something. Shared badges say `noindex` themselves, so a robot may look.
CLOSED_TO_ROBOTS = (
    "/app/",
    "/cms/",
    "/graphql/",
    "/sign-in/",
    "/s/",
    "/j/",
    "/uploads/",
    "/rosters/",
    "/classes/",
    "/figures/",
)
PICTURE_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED_TO_ROBOTS)]
    lines.append(f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml")
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture that an editor put on a page: one file of one folder, never the private uploads beside it."""
    path = settings.MEDIA_ROOT / "images" / name
    kind = PICTURE_TYPES.get(path.suffix.lower())
    folder = (settings.MEDIA_ROOT / "images").resolve()
    if kind is None or not path.is_file() or path.resolve().parent != folder:
        raise Http404
    is_known = get_image_model().get_rendition_model().objects.filter(file=f"images/{name}").exists()
    if not is_known:
        raise Http404
    response = FileResponse(path.open("rb"), content_type=kind)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def closed(request: HttpRequest) -> HttpResponse:
    """Parts of the admin that this portal does not use."""
    raise Http404
