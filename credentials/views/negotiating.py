"""Which form of a thing an address answers with, by the `Accept` header and its q-values (RFC 9110 §12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.request import MediaType
from django.utils.cache import patch_vary_headers

JSON_LD = "application/ld+json"
CREDENTIAL = "application/vc+ld+json"
VC_JWT = "application/vc+jwt"

#: form → its media types, the first of each being the one it is served as unless another was asked for. VC Data Model
#: 2.0 §6.2 calls a credential `application/vc`; older readers ask by the other names.
TYPES: dict[str, tuple[str, ...]] = {
    "page": ("text/html", "application/xhtml+xml"),
    "json": (CREDENTIAL, "application/vc", JSON_LD, "application/json"),
    "linked": (JSON_LD, "application/json"),
    "jwt": (VC_JWT, "application/jwt"),
    "png": ("image/png",),
    "svg": ("image/svg+xml",),
    "pdf": ("application/pdf",),
}


@dataclass(frozen=True)
class Wanted:
    """A form, and the media type to serve it as."""

    form: str
    media_type: str


def wanted(request: HttpRequest, forms: Sequence[str]) -> Wanted | None:
    """What the asker likes best of `forms`; what is liked alike goes by the order of `forms`. None: nothing suits."""
    never = _refused(request)
    offered = {media_type: form for form in forms for media_type in TYPES[form] if media_type not in never}
    # Without a header, or with an empty one, anything suits.
    asked = request.headers.get("Accept", "").strip()
    best = request.get_preferred_type(list(offered)) if asked else next(iter(offered))
    return Wanted(offered[best], best) if best else None


def _refused(request: HttpRequest) -> set[str]:
    """The types that the asker rules out by name (`;q=0`), also beside `*/*`."""
    asked = map(MediaType, request.headers.get("Accept", "").split(","))
    return {f"{one.main_type}/{one.sub_type}" for one in asked if one.quality == 0}


def varies(response: HttpResponse) -> HttpResponse:
    """Marked as chosen by `Accept`."""
    patch_vary_headers(response, ["Accept"])
    return response


def none_suits(forms: Sequence[str]) -> HttpResponse:
    """406, with the media types that there are (RFC 9110 §15.5.7); the same for every address, there or not."""
    known = "\n".join(media_type for form in forms for media_type in TYPES[form])
    response = HttpResponse(f"{known}\n", status=406, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return varies(response)
