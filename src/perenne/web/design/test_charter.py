"""What the style sheets and scripts promise: small, layered, and nothing inline."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find

from perenne.web.design.made import IN_ORDER, JOINED

HERE = Path(__file__).parent
SHEETS = sorted((HERE / "static/design/css").glob("*.css"))
SCRIPTS = sorted((HERE / "static/design/js").glob("*.js"))
TEMPLATES = sorted(HERE.rglob("*.html"))
INLINE = re.compile(r"\sstyle=|\son\w+=|<script>|javascript:|hx-on|src=\"data:", re.IGNORECASE)
PAIR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)")


def luminance(colour):
    """Relative luminance (WCAG 2.2, definition of contrast ratio)."""
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def palette(theme):
    tokens = (HERE / "static/design/css/tokens.css").read_text()
    return {name: (light, dark)[theme == "dark"] for name, light, dark in PAIR.findall(tokens)}


def test_all_the_style_sheets_weigh_less_than_thirty_six_kilobytes():
    assert len(SHEETS) == 7
    assert sum(sheet.stat().st_size for sheet in SHEETS) < 36_000


def test_a_page_waits_for_one_file_that_holds_every_sheet_but_that_of_paper():
    served = Path(find(JOINED)).read_text()

    assert sorted(sheet.stem for sheet in SHEETS) == sorted([*IN_ORDER, "print"])
    assert all(sheet.read_text() in served for sheet in SHEETS if sheet.stem != "print")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_every_rule_stands_in_a_layer(sheet):
    outside = re.sub(r"/\*.*?\*/|@font-face \{[^}]*\}|@layer [a-z, ]+;", "", sheet.read_text())

    assert re.fullmatch(r"\s*@layer [a-z]+ \{.*\}\s*", outside, re.DOTALL)
    assert outside.count("{") == outside.count("}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "tint"])
@pytest.mark.parametrize("ink", ["ink", "ink-soft", "green", "ochre-ink", "error", "success"])
def test_every_ink_is_legible_on_every_ground(ink, ground, theme):
    colours = palette(theme)

    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on-green", "green"),
        ("on-green", "green-strong"),
        ("on-error", "error"),
        ("on-deep", "deep"),
        ("error", "error-tint"),
        ("success", "success-tint"),
        ("ochre-ink", "warning-tint"),
        ("info", "info-tint"),
        ("ink", "warning-tint"),
    ],
)
def test_every_pair_of_ink_and_ground_is_legible(ink, ground, theme):
    colours = palette(theme)

    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mark", ["focus", "rule-strong"])
def test_focus_and_the_edge_of_boxes_are_seen(mark, theme):
    colours = palette(theme)

    assert min(contrast(colours[mark], colours[g]) for g in ("paper", "surface", "tint")) >= 3


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_nothing_is_inline(template):
    assert not INLINE.search(template.read_text())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_scripts_are_short_and_evaluate_nothing(script):
    text = script.read_text()

    assert len(text.splitlines()) <= 70
    assert not re.search(r"\beval\(|innerHTML|new Function|\.style\b", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_every_template_says_what_it_is_for(template):
    assert "{% comment %}" in "".join(template.read_text().splitlines()[:2])


def test_every_component_of_the_readme_exists():
    from perenne.web.design.templatetags.ui import register  # noqa: PLC0415 - after django.setup

    named = set(re.findall(r"\{% (\w+)", (HERE / "README.md").read_text()))

    assert named - set(register.tags) <= {"extends", "load", "block", "endblock"} | {
        f"end{tag}" for tag in register.tags
    }
    assert set(register.tags) - named <= FRAME


FRAME = {"site_header", "site_footer", "desk_header", "desk_menu", "flash_messages"}
