"""The hours of each quarter as bars. Everything is text: French numbers keep their spaces."""

from dataclasses import dataclass

from perenne.rules.french import NARROW

WIDTH, HEIGHT, FOOT, HEAD, GAP = 640, 200, 24, 22, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """`is_hidden`: an outline of a fixed height, which tells nothing of the figure."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    said: str
    said_y: str
    quarter: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Chart:
    width: str
    height: str
    foot: str
    bars: tuple[Bar, ...]
    words: str


def hours_said(hours: int | None) -> str:
    return "s." if hours is None else f"{hours:,}".replace(",", NARROW)


def quarter_said(quarter: str) -> str:
    """« T1 2027 »."""
    year, _, number = quarter.partition("-")
    return f"{number}\u00a0{year}"


def chart_of(quarters: tuple[str, ...], hours: tuple[int | None, ...]) -> Chart:
    most = max((one for one in hours if one), default=0) or 1
    step = WIDTH // max(len(quarters), 1)
    bars = tuple(
        _bar(number, step, quarter, value, most)
        for number, (quarter, value) in enumerate(zip(quarters, hours, strict=True))
    )
    words = ", ".join(
        f"{bar.quarter} : {'non diffusé' if bar.is_hidden else f'{bar.said} h'}" for bar in bars
    )
    return Chart(str(WIDTH), str(HEIGHT), str(HEIGHT - 6), bars, words)


def _bar(number: int, step: int, quarter: str, hours: int | None, most: int) -> Bar:
    room = HEIGHT - FOOT - HEAD
    height = 12 if hours is None else max(room * hours // most, 1 if hours else 0)
    top, left = HEIGHT - FOOT - height, number * step + GAP // 2
    return Bar(
        x=str(left),
        y=str(top),
        width=str(step - GAP),
        height=str(height),
        middle=str(left + (step - GAP) // 2),
        said=hours_said(hours),
        said_y=str(top - 6),
        quarter=quarter_said(quarter),
        is_hidden=hours is None,
    )
