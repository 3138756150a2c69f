"""`/events.geojson?bbox=W,S,E,N&zoom=6&…`: what the map shows of a box, for any site and with no cookie."""

from __future__ import annotations

import math
from hashlib import sha256

import orjson
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.geojson import CONTENT_TYPE, feature_collection
from events.grid import Bounds
from events.map_filters import MapFilter, filter_from
from events.map_layers import layer_names, points_of
from events.selectors.map_points import MOST_POINTS, MapAnswer, map_answer, soonest_points
from events.selectors.public_events import EVENTS, SECONDS

# Around Poland, when no box is asked for.
HOME = Bounds(13.9, 48.9, 24.3, 55.0)
USUAL_ZOOM, HIGHEST_ZOOM = 6, 18
KEPT = f"public, max-age={SECONDS}"


@require_safe
def geojson(request: HttpRequest) -> HttpResponse:
    """Clusters or points by the filters of the list; with `as=points` the 200 that begin soonest.

    A language by `lang`, since the answer may be kept by anybody.
    """
    language = request.GET.get("lang", "")
    language = language if language in ("pl", "en", "uk") else "pl"
    now = timezone.now()
    with translation.override(language):
        asked = filter_from(dict(request.GET.lists()), timezone.localdate(now))
        bounds, notes = _box(request.GET.get("bbox", ""))
        points = request.GET.get("as") == "points"
        zoom = 0 if points else _zoom(request.GET.get("zoom", ""))
        body = _answer(bounds, zoom, asked, _layers(request), notes, language)
    response = HttpResponse(body, content_type=CONTENT_TYPE)
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponseNotModified()
    response["ETag"] = tag
    response["Cache-Control"] = KEPT
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _answer(
    bounds: Bounds, zoom: int, asked: MapFilter, layers: tuple[str, ...], notes: list[str], language: str
) -> bytes:
    edges = ",".join(f"{edge:.3f}" for edge in (bounds.west, bounds.south, bounds.east, bounds.north))
    notes = [*(str(part.why) for part in asked.ignored), *notes]
    question = f"{language}|{edges}|{zoom}|{','.join(layers)}|{asked.query()}|{'|'.join(notes)}"
    key = f"events:geojson:{EVENTS.now()}:{sha256(question.encode()).hexdigest()}"
    known: bytes | None = caches["answers"].get(key)
    if known is not None:
        return known
    answer = MapAnswer((), (), 0)
    if "events" in layers:
        now = timezone.now()
        answer = map_answer(bounds, zoom, asked, now) if zoom else soonest_points(bounds, asked, now)
    others = {name: points_of(name, bounds, MOST_POINTS) for name in layers if name != "events"}
    body = orjson.dumps(feature_collection(answer, others, notes))
    caches["answers"].set(key, body, SECONDS)
    return body


def _layers(request: HttpRequest) -> tuple[str, ...]:
    known = ("events", *layer_names())
    wanted = request.GET.get("layers", "")[:100].split(",")
    return tuple(name for name in known if name in wanted) or ("events",)


def _zoom(asked: str) -> int:
    return (
        min(int(asked), HIGHEST_ZOOM)
        if asked.isascii() and asked.isdecimal() and len(asked) < 3
        else USUAL_ZOOM
    )


def _box(asked: str) -> tuple[Bounds, list[str]]:
    """`west,south,east,north` in degrees; Poland with a note for anything else."""
    if not asked:
        return HOME, []
    try:
        west, south, east, north = (float(part) for part in asked[:200].split(","))
    except ValueError:
        west = south = east = north = math.nan
    if -180 <= west < east <= 180 and -90 <= south < north <= 90:
        return Bounds(west, south, east, north), []
    return HOME, [_("The box is four numbers: west, south, east, north. All of Poland is shown instead.")]
