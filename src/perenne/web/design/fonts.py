"""The typeface cut down to what French pages write: some 20 kB a weight instead of 290.

The wheel holds whole fonts; fontTools keeps the letters below and writes WOFF2. The licence
(SIL OFL) reserves the name « Source » to the whole font: what is cut has another one.
"""

import io
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Perenne Sans"
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: names of all Europe
    *range(0x2010, 0x2028),  # dashes, quotation marks, dots
    0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
    0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
)  # fmt: skip
FAMILY_NAMES = {1: NAME, 3: NAME, 4: NAME, 6: NAME.replace(" ", ""), 16: NAME}
"""By the numbers that OpenType gives them; those of the copyright and the licence stay."""
KEPT_NAMES = (0, 2, 5, 13, 14, 17)


def cut(source: Path) -> bytes:
    """The font of this file, as WOFF2, with `LETTERS` alone."""
    options = subset.Options(
        flavor="woff2", layout_features=["kern", "liga", "locl", "mark", "ccmp", "tnum", "lnum"],
        name_IDs=[*KEPT_NAMES, *FAMILY_NAMES], name_languages=["*"], hinting=False,
        notdef_outline=True,
    )  # fmt: skip
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            record.string = FAMILY_NAMES[record.nameID]
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
