"""What every chart is made of: shapes already placed, a legend, a sentence, a table.

Shapes write themselves, attributes only for the sake of the CSP: a bilan has hundreds of them, and
a template takes fifteen times longer to say as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from html import escape

from django.utils.safestring import SafeString

from perenne.web.design.numbers import write_number

WIDTH = 640
"""Of the frame, in units of the drawing: a pixel where there is room for it."""
MARGIN = 4
NO_FIGURE = "–"


def grouped(value: int) -> str:
    """1200 → « 1 200 »."""
    return write_number(Decimal(value))


class Tone(Enum):
    """A colour of the charter with its pattern: one is enough to know which is which."""

    GREEN = ("green", "")
    OCHRE = ("ochre", "slant")
    INFO = ("info", "dots")
    GREY = ("rule-strong", "bars")
    ERROR = ("error", "cross")
    INK = ("ink", "slope")

    @property
    def ink(self) -> str:
        return self.value[0]

    @property
    def pattern(self) -> str:
        return self.value[1]

    @property
    def stroke(self) -> str:
        return f'stroke="var(--{self.ink})"'

    def fill(self, chart: str) -> str:
        """By the pattern that the drawing of this name defines, where the tone has one."""
        inside = f"url(#{chart}-{self.pattern})" if self.pattern else f"var(--{self.ink})"
        return f'fill="{inside}"'

    def defined(self, chart: str) -> str:
        """The pattern: what tells the parts apart without colours."""
        lines = PATTERNS.get(self.pattern)
        drawn = f'<path d="{lines}" {self.stroke} stroke-width="2"/>'
        if lines is None:
            drawn = f'<circle cx="4" cy="4" r="2" fill="var(--{self.ink})"/>'
        return (
            f'<pattern id="{chart}-{self.pattern}" width="8" height="8"'
            ' patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="var(--surface)"/>'
            f"{drawn}</pattern>"
        )


TONES = tuple(Tone)
PATTERNS = {
    "slant": "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "slope": "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "bars": "M2 0V8M6 0V8",
    "cross": "M0 0L8 8M0 8L8 0",
}
"""Their lines; dots have none."""


class Stroke(StrEnum):
    """The dashes of a line, as SVG writes them."""

    SOLID = ""
    DASHED = "10 6"
    DOTTED = "2 5"

    @property
    def dashes(self) -> str:
        return f' stroke-dasharray="{self.value}"' if self.value else ""


class Key(StrEnum):
    """What stands before a name in the legend."""

    LINE = "line"
    AREA = "area"
    DAY = "day"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Wording:
    """`id`: its name in the page, unique there. `write`: how a value is written; `unit`: how
    many make one (60 for minutes written in hours): the scale falls on whole units. `says`: the
    French sentence, when the caller knows better than the figures alone.
    """

    id: str
    title: str
    write: Callable[[int], str] = grouped
    unit: int = 1
    says: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A line, or an area when it is `closed`."""

    points: tuple[tuple[int, int], ...]
    tone: Tone
    stroke: Stroke = Stroke.SOLID
    closed: bool = False

    def svg(self, chart: str) -> str:
        drawn = " ".join(f"{x},{y}" for x, y in self.points)
        if self.closed:
            return f'<polygon points="{drawn}" {self.tone.fill(chart)} {self.tone.stroke}/>'
        return (
            f'<polyline points="{drawn}" fill="none" {self.tone.stroke}'
            f' stroke-width="3"{self.stroke.dashes}/>'
        )


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    tone: Tone

    def svg(self, chart: str) -> str:
        return (
            f'<rect x="{self.x}" y="{self.y}" width="{self.width}" height="{self.height}"'
            f" {self.tone.fill(chart)} {self.tone.stroke}/>"
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line of the scale."""

    x1: int
    y1: int
    x2: int
    y2: int
    stroke: Stroke = Stroke.SOLID
    is_strong: bool = False

    def svg(self, over_boxes: bool) -> str:
        at = f'<line x1="{self.x1}" y1="{self.y1}" x2="{self.x2}" y2="{self.y2}"'
        if not self.is_strong:
            return f'{at} stroke="var(--rule)"/>'
        around = f'{at} stroke="var(--surface)" stroke-width="6"/>' if over_boxes else ""
        return f'{around}{at} stroke="var(--ink)" stroke-width="2"{self.stroke.dashes}/>'


@dataclass(frozen=True, slots=True)
class Mark:
    """A triangle or a diamond, `x, y` at its middle."""

    x: int
    y: int
    shape: Key
    tone: Tone

    def svg(self) -> str:
        drawn = "M0 -10L10 8H-10Z" if self.shape is Key.TRIANGLE else "M0 -11L11 0L0 11L-11 0Z"
        return (
            f'<path d="{drawn}" transform="translate({self.x} {self.y})"'
            f' fill="var(--{self.tone.ink})" stroke="var(--surface)" stroke-width="2"/>'
        )


@dataclass(frozen=True, slots=True)
class Text:
    x: int
    y: int
    words: str
    anchor: str = "start"

    def svg(self) -> str:
        return (
            f'<text x="{self.x}" y="{self.y}" font-size="15" text-anchor="{self.anchor}"'
            f' fill="var(--ink)">{escape(self.words)}</text>'
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A line of the legend."""

    label: str
    key: Key
    tone: Tone
    stroke: Stroke = Stroke.SOLID


@dataclass(frozen=True, slots=True)
class Chart:
    """Ready to be shown: nothing is left to compute. Without shapes, the sentence stands alone."""

    id: str
    title: str
    says: str
    height: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rules: tuple[Rule, ...] = ()
    boxes: tuple[Box, ...] = ()
    paths: tuple[Path, ...] = ()
    marks: tuple[Mark, ...] = ()
    texts: tuple[Text, ...] = ()
    legend: tuple[Name, ...] = ()
    width: int = WIDTH

    @property
    def is_drawn(self) -> bool:
        return bool(self.boxes or self.paths)

    @property
    def tones(self) -> tuple[Tone, ...]:
        """Those whose pattern has to be defined."""
        shapes: tuple[Box | Path | Name, ...] = (*self.boxes, *self.paths, *self.legend)
        used = {it.tone for it in shapes}
        return tuple(tone for tone in TONES if tone in used and tone.pattern)

    @property
    def drawing(self) -> SafeString:
        """An SVG element: patterns, scale, shapes, words."""
        name, tones = escape(self.id), self.tones
        return SafeString("".join([
            f'<svg class="chart" viewBox="0 0 {self.width} {self.height}" role="img"',
            f' aria-labelledby="{name}-titre {name}-dit" xmlns="http://www.w3.org/2000/svg">',
            f'<title id="{name}-titre">{escape(self.title)}</title>',
            f'<desc id="{name}-dit">{escape(self.says)}</desc>',
            f"<defs>{''.join(it.defined(name) for it in tones)}</defs>" if tones else "",
            '<g aria-hidden="true">',
            *(it.svg(False) for it in self.rules if not it.is_strong),
            *(it.svg(name) for it in self.boxes),
            *(it.svg(name) for it in self.paths),
            *(it.svg(bool(self.boxes)) for it in self.rules if it.is_strong),
            *(it.svg() for it in self.marks),
            *(it.svg() for it in self.texts),
            "</g></svg>",
        ]))  # fmt: skip

    @property
    def told_rows(self) -> SafeString:
        """Rows of a table: the name of each line, and its figures."""
        return SafeString("".join(
            f'<tr><th scope="row">{escape(row[0])}</th>'
            + "".join(f'<td class="number">{escape(cell)}</td>' for cell in row[1:]) + "</tr>"
            for row in self.rows
        ))  # fmt: skip


def nothing_to_draw(wording: Wording) -> Chart:
    says = wording.says or "Aucune donnée à montrer pour le moment."
    return Chart(wording.id, wording.title, says, 0, (), ())


def placed(value: int, most: int, length: int) -> int:
    """Where a value falls on an axis of that length, in whole units, rounded half up."""
    return (2 * value * length + most) // (2 * most)


def scale(values: Iterable[int], unit: int) -> int:
    """The least round number of units above all of them: 1, 2, 4, 6, 8 or 10, then tens."""
    most = max(values, default=0)
    power = unit
    while most > 10 * power:
        power *= 10
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= most)


def never_negative(values: Iterable[int]) -> None:
    """ValueError when one of them is: these drawings start from nothing."""
    if min(values, default=0) < 0:
        raise ValueError("a chart draws no negative value")
