"""The map's answer as GeoJSON (RFC 7946): coordinates are longitude and latitude of WGS 84, right to a metre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.translated import FALLBACK, in_language
from events.enums import EventKind
from events.grid import Bounds
from events.map_layers import LayerPoint
from events.selectors.map_points import Cluster, MapAnswer, MapPoint

CONTENT_TYPE = "application/geo+json"
DIGITS = 5


def feature_collection(
    answer: MapAnswer, layers: Mapping[str, Iterable[LayerPoint]], notes: Iterable[str]
) -> dict[str, Any]:
    """One collection in the active language; `total` and `notes` are foreign members (RFC 7946 §6.1)."""
    features = point_features(answer.points)
    features += [cluster_feature(cluster) for cluster in answer.clusters]
    features += [layer_feature(name, point) for name, points in layers.items() for point in points]
    return {
        "type": "FeatureCollection",
        "features": features,
        "total": answer.total,
        "notes": [str(note) for note in notes],
    }


def point_features(points: Iterable[MapPoint]) -> list[dict[str, Any]]:
    """What is the same for all of them, language, time zone and words for kinds, is looked up once."""
    language, here = get_language() or FALLBACK, timezone.get_current_timezone()
    kinds = {kind.value: str(kind.label) for kind in EventKind}
    return [_point_feature(point, language, here, kinds) for point in points]


def _point_feature(point: MapPoint, language: str, here: tzinfo, kinds: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": str(point.id),
        "geometry": _point(point.lat, point.lon),
        "properties": {
            "layer": "events",
            "title": in_language(point.title, language),
            "kind": point.kind,
            "kindLabel": kinds[point.kind],
            "form": point.form,
            "startsAt": point.starts_at.astimezone(here).isoformat(),
            "endsAt": point.ends_at.astimezone(here).isoformat(),
            "place": point.place,
            "town": point.town,
            "precision": point.precision,
            "url": f"/events/{point.slug}",
        },
    }


def cluster_feature(cluster: Cluster) -> dict[str, Any]:
    """A square with its number; `name` is what a button on it says, for the ear as well."""
    words = ngettext("%(count)d event", "%(count)d events", cluster.count) % {"count": cluster.count}
    return {
        "type": "Feature",
        "bbox": _box(cluster.bounds),
        "geometry": _point(cluster.lat, cluster.lon),
        "properties": {
            "layer": "events",
            "cluster": True,
            "count": cluster.count,
            "name": _("%(events)s, area: %(town)s") % {"events": words, "town": cluster.near},
        },
    }


def layer_feature(name: str, point: LayerPoint) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": point.key,
        "geometry": _point(point.lat, point.lon),
        "properties": {"layer": name, "title": point.title, "line": point.line, "url": point.address},
    }


def _point(lat: float, lon: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [round(lon, DIGITS), round(lat, DIGITS)]}


def _box(bounds: Bounds) -> list[float]:
    return [round(edge, DIGITS) for edge in (bounds.west, bounds.south, bounds.east, bounds.north)]
