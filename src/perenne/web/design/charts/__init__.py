"""Charts that everybody can read: a drawing, a sentence that says it, and its table.

Pure functions place integers in a frame; the template `design/charts/chart.html`, given `chart`,
shows the drawing (patterns and dashes beside colours), its legend and its figures.
"""

from perenne.web.design.charts.bars import Bar, bar_chart
from perenne.web.design.charts.chart import Chart, Stroke, Tone, Wording
from perenne.web.design.charts.lines import Band, Level, Marker, Series, line_chart
from perenne.web.design.charts.paper import svg_on_paper
from perenne.web.design.charts.shares import Stack, share_chart

__all__ = [
    "Band",
    "Bar",
    "Chart",
    "Level",
    "Marker",
    "Series",
    "Stack",
    "Stroke",
    "Tone",
    "Wording",
    "bar_chart",
    "line_chart",
    "share_chart",
    "svg_on_paper",
]
