"""What every chart is made of: shapes already placed, a legend, a sentence, a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum

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


TONES = tuple(Tone)


class Stroke(StrEnum):
    """The dashes of a line, as SVG writes them."""

    SOLID = ""
    DASHED = "10 6"
    DOTTED = "2 5"


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

    @property
    def drawn(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line of the scale."""

    x1: int
    y1: int
    x2: int
    y2: int
    stroke: Stroke = Stroke.SOLID
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A triangle or a diamond, `x, y` at its middle."""

    x: int
    y: int
    shape: Key
    tone: Tone


@dataclass(frozen=True, slots=True)
class Text:
    x: int
    y: int
    words: str
    anchor: str = "start"


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
        used = [it.tone for it in shapes]
        return tuple(tone for tone in TONES if tone in used and tone.pattern)


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
