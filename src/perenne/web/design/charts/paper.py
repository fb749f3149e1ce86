"""The same drawing out of a page: an SVG file by itself, for a PDF."""

import re

from perenne.web.design.charts.chart import Chart

INKS = {
    "green": "#175243",
    "ochre": "#bb780f",
    "info": "#235079",
    "rule": "#ddd6c6",
    "rule-strong": "#717e77",
    "error": "#a32619",
    "ink": "#1b2b26",
    "surface": "#ffffff",
}
"""Those of the light theme, as `tokens.css` says them."""
TOKEN = re.compile(r"var\(--([a-z-]+)\)")


def svg_on_paper(chart: Chart) -> str:
    """With literal colours, since nothing but a browser knows the tokens of the charter."""
    return TOKEN.sub(lambda token: INKS[token[1]], chart.drawing)
