"""The typeface that pages load: small, whole for French, under a name that is free."""

import io
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from fontTools.ttLib import TTFont

from perenne.web.design.fonts import FAMILY_NAMES, NAME
from perenne.web.design.made import FONTS

FRENCH = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’“”–—…€°²→\u00a0\u202f"


@pytest.mark.parametrize("name", FONTS)
def test_a_weight_is_small_and_writes_french(name):
    served = Path(find(f"design/fonts/{Path(name).stem}.woff2")).read_bytes()
    font = TTFont(io.BytesIO(served))
    names = {record.nameID: str(record) for record in font["name"].names}
    print(f"{name}: {len(served)} bytes, {font['maxp'].numGlyphs} glyphs, {names[4]}")
    assert len(served) < 20_000
    assert {ord(letter) for letter in FRENCH} <= font.getBestCmap().keys()
    assert all(names[number].startswith(NAME.split()[0]) for number in names.keys() & FAMILY_NAMES)
    assert "OFL" in names[14] or "Open Font License" in names[13]


def test_a_font_that_nobody_asks_for_is_not_made():
    assert find("design/fonts/ExtraLight.woff2") is None
