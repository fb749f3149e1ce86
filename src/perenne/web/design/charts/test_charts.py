"""Charts: where things fall, what is said, what is refused, and nothing out of the frame."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from perenne.values import Hours
from perenne.web.design.charts import (
    Band,
    Bar,
    Level,
    Marker,
    Series,
    Stack,
    Wording,
    bar_chart,
    line_chart,
    share_chart,
    svg_on_paper,
)
from perenne.web.design.charts.chart import Key, scale
from perenne.web.design.charts.lines import FLOOR, TOP
from perenne.web.design.charts.shares import percents

JANUARY = date(2026, 1, 1)
HOURS = Wording("heures", "Heures", lambda minutes: str(Hours(minutes)), unit=60)
DAYS = st.integers(0, 4000).map(lambda days: JANUARY + timedelta(days))
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")
AMOUNTS = st.integers(0, 10**9)


def flat(said):
    """Without no-break spaces, however deep."""
    return said.translate(NO_BREAK) if isinstance(said, str) else tuple(map(flat, said))


@pytest.mark.parametrize(
    ("values", "unit", "most"),
    [
        ((), 1, 1),
        ((0,), 60, 60),
        ((1, 7), 1, 8),
        ((833 * 60,), 60, 1000 * 60),
        ((610 * 60 + 1,), 60, 800 * 60),
        ((100,), 1, 100),
        ((101,), 1, 200),
    ],
)
def test_the_scale_ends_on_a_round_number(values, unit, most):
    assert scale(values, unit) == most


def test_a_line_falls_where_its_days_and_values_say():
    points = ((JANUARY, 0), (JANUARY + timedelta(50), 50 * 60), (JANUARY + timedelta(100), 6000))
    chart = line_chart(HOURS, (Series("Réalisées", points),), today=JANUARY + timedelta(50))

    assert chart.paths[0].points == ((4, FLOOR), (320, (TOP + FLOOR) // 2), (636, TOP))
    assert flat(chart.says) == (
        "Réalisées : de 0 h (le 1er janvier 2026) à 100 h (le 11 avril 2026)."
    )
    assert [flat(text.words) for text in chart.texts] == [
        "100 h",
        "50 h",
        "janvier 2026",
        "avril 2026",
    ]
    assert flat(chart.rows[1]) == ("20 février 2026", "50 h")
    assert [name.key for name in chart.legend] == [Key.LINE, Key.DAY]


def test_a_bar_is_as_long_as_its_share_of_the_greatest_and_says_it():
    chart = bar_chart(
        Wording("b", "Structures"), (Bar("Une", 50, 100), Bar("Autre", 25)), columns=("S", "R", "A")
    )

    assert [box.width for box in chart.boxes] == [316, 158]
    assert chart.rules[0].x1 == 636
    assert flat(chart.rows) == (("Une", "50", "100"), ("Autre", "25", "–"))
    assert flat(chart.says) == "Le plus : Une, 50. Le moins : Autre, 25."


def test_shares_fill_the_bar_and_their_per_cents_make_a_hundred():
    chart = share_chart(
        Wording("s", "Personnes"),
        ("F", "H", "?"),
        (Stack("2026", (1, 1, 1)), Stack("2025", (0,) * 3)),
    )

    assert sum(box.width for box in chart.boxes) == 632
    assert flat(chart.rows[0]) == ("2026", "1 (34 %)", "1 (33 %)", "1 (33 %)", "3")
    assert flat(chart.rows[1]) == ("2025", "0 (0 %)", "0 (0 %)", "0 (0 %)", "0")
    assert flat(chart.says) == "F : 34 %, H : 33 %, ? : 33 %."


@pytest.mark.parametrize(
    "draw",
    [
        lambda: line_chart(HOURS, (Series("x", ((JANUARY, -1),)),)),
        lambda: line_chart(HOURS, (Series("x", ((JANUARY + timedelta(1), 1), (JANUARY, 1))),)),
        lambda: bar_chart(HOURS, (Bar("x", -1),)),
        lambda: share_chart(HOURS, ("a",), (Stack("x", (1, 2)),)),
        lambda: share_chart(HOURS, tuple("abcdefg"), ()),
        lambda: share_chart(HOURS, ("a",), (Stack("x", (-1,)),)),
    ],
)
def test_what_cannot_be_drawn_truly_is_refused(draw):
    with pytest.raises(ValueError, match=r"chart|line|name"):
        draw()


@pytest.mark.parametrize(
    "chart", [line_chart(HOURS, ()), bar_chart(HOURS, ()), share_chart(HOURS, ("a",), ())]
)
def test_without_figures_a_sentence_stands_alone(chart):
    page = render_to_string("design/charts/chart.html", {"chart": chart})

    assert "<svg" not in page
    assert "Aucune donnée à montrer" in page


@given(
    points=st.dictionaries(DAYS, AMOUNTS, min_size=2, max_size=12),
    band=st.dictionaries(DAYS, st.tuples(AMOUNTS, AMOUNTS), max_size=6),
    alerts=st.lists(st.tuples(DAYS, AMOUNTS), max_size=4),
)
def test_nothing_leaves_the_frame_and_order_is_kept(points, band, alerts):
    series = Series("Une", tuple(sorted(points.items())))
    ends = tuple((day, *sorted(two)) for day, two in sorted(band.items()))
    chart = line_chart(
        HOURS,
        (series,),
        band=Band("Peut-être", ends),
        markers=[Marker(day, value, "Alerte", Level.ALARM) for day, value in alerts],
    )
    line = chart.paths[-1].points

    every = [*(point for path in chart.paths for point in path.points)]
    every += [(mark.x, mark.y) for mark in chart.marks]
    assert all(4 <= x <= 636 and TOP <= y <= FLOOR for x, y in every)
    assert all(one[0] <= two[0] for one, two in pairwise(line))
    for (_, y), (_, value) in zip(line, series.points, strict=True):
        for (_, other_y), (_, other) in zip(line, series.points, strict=True):
            assert value >= other or y >= other_y
    assert len(chart.rows) == len({*points, *band, *(day for day, _ in alerts)})
    assert all(len(row) == len(chart.columns) for row in chart.rows)


@given(stacks=st.lists(st.lists(AMOUNTS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_bars_and_shares_stay_in_the_frame_and_lose_nothing(stacks):
    shares = share_chart(HOURS, ("a", "b", "c"), [Stack("x", tuple(one)) for one in stacks])
    bars = bar_chart(HOURS, [Bar("x", one[0], one[1]) for one in stacks])

    for chart in (shares, bars):
        assert all(box.x >= 4 and box.x + box.width <= 636 for box in chart.boxes)
        assert all(box.y >= 0 and box.y + box.height <= chart.height for box in chart.boxes)
    assert all(sum(percents(one)) == (100 if any(one) else 0) for one in stacks)


def test_the_page_holds_the_drawing_the_sentence_and_the_table():
    chart = share_chart(Wording("age", "Âges <x>"), ("a", "b"), (Stack("l", (1, 3)),))
    page = render_to_string("design/charts/chart.html", {"chart": chart})

    assert 'role="img" aria-labelledby="age-titre age-dit"' in page
    assert '<title id="age-titre">Âges &lt;x&gt;</title>' in page
    assert page.count(chart.says) == 2
    assert "<details" in page
    assert "1 (25 %)" in flat(page)
    assert "style=" not in page


def test_on_paper_no_colour_is_left_to_the_charter():
    chart = share_chart(Wording("age", "Âges"), ("a", "b"), (Stack("l", (1, 3)),))
    drawn = svg_on_paper(chart)

    assert "var(" not in drawn
    assert drawn.strip().startswith("<svg")
    assert "#175243" in drawn
