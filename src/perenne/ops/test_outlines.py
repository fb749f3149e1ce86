"""The loader of outlines, on small files of ours in the three layouts that it reads."""

import csv
import io
import json
import lzma
import struct

import pytest
from django.core.management import CommandError, call_command

from perenne.domain.territories.factories import load_places
from perenne.domain.territories.queries import outlines_mark, outlines_of

pytestmark = pytest.mark.django_db
DEGREES = [[2.0, 48.0], [2.00004, 48.0], [2.1, 48.0], [2.1, 48.1], [2.0, 48.0]]
RING = ((20_000, 480_000), (21_000, 480_000), (21_000, 481_000), (20_000, 480_000))


def run(path, *options):
    out = io.StringIO()
    call_command("load_outlines", path, "--source", "IGN, essai", *options, stdout=out)
    return out.getvalue()


def packed(rows, path):
    with lzma.open(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([("code", "type", "geometry"), *rows])
    return path


def multipolygon(kind=6):
    ring = struct.pack("<I", len(DEGREES)) + b"".join(struct.pack("<dd", *p) for p in DEGREES)
    return (struct.pack("<BII", 1, kind, 1) + struct.pack("<BII", 1, 3, 1) + ring).hex()


@pytest.fixture
def files(tmp_path):
    load_places()
    one, two = [DEGREES], [[DEGREES], [DEGREES]]
    shapes = [
        {"properties": {"code": code}, "geometry": {"type": kind, "coordinates": drawn}}
        for code, kind, drawn in (
            ("77284", "Polygon", one), ("77288", "MultiPolygon", two), ("91228", "Polygon", one),
        )
    ]  # fmt: skip
    geojson = tmp_path / "communes-100m.geojson"
    geojson.write_text(json.dumps({"features": shapes}), encoding="utf-8")
    rows = [
        ("77284", "COM", multipolygon()),
        ("77999", "COMD", multipolygon()),
        ("77288", "COM", "\\N"),
    ]  # fmt: skip
    return {"geojson": geojson, "lzma": packed(rows, tmp_path / "communes.csv.lzma")}


def test_a_published_geojson_is_read_and_points_that_fall_together_are_one(files):
    said = run(files["geojson"], "--department", "77")
    assert "2 lues, 2 ajoutées" in said
    assert outlines_of("77") == {"77284": (RING,), "77288": (RING, RING)}
    assert outlines_mark("77")[1] == ("IGN, essai",)
    assert "1 écartées" in run(files["geojson"])


def test_the_file_of_the_package_gives_the_same_shape(files):
    before = csv.field_size_limit()
    assert "1 lues, 1 ajoutées" in run(files["lzma"])
    assert outlines_of("77") == {"77284": (RING,)}
    assert csv.field_size_limit() == before


def test_what_is_written_as_our_csv_is_read_again(files, tmp_path):
    ours = tmp_path / "contours.csv"
    run(files["geojson"], "--department", "77", "--write", ours)
    assert outlines_of("77") == {}
    assert "2 lues, 2 ajoutées" in run(ours)
    assert outlines_of("77") == {"77284": (RING,), "77288": (RING, RING)}
    assert "2 inchangées" in run(files["geojson"], "--department", "77")


@pytest.mark.parametrize("name", ["absent.geojson", "a.geojson", "a.csv.lzma", "b.csv.lzma"])
def test_a_file_that_is_none_of_them_is_refused_with_a_sentence(tmp_path, name):
    path = tmp_path / name
    if name.startswith("a."):
        path.write_text("rien", encoding="utf-8")
    if name.startswith("b."):
        packed([("77284", "COM", multipolygon(kind=5))], path)
    with pytest.raises(CommandError, match="ne se lisent pas"):
        run(path)
