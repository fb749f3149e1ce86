"""What is checked of every page that a journey crosses, in both themes and at both widths."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page

from tests.house.places import ROOT

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PICTURES = ROOT / "docs" / "guide" / "pictures"
HEIGHT = {1280: 800, 320: 640}

RUN_AXE = """async (rules) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: rules }, resultTypes: ["violations"],
  });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} (${node.failureSummary})`));
}"""
TOO_WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120));
}"""

A_FEW_FRAMES = """() => new Promise((done) => {
  const next = (left) => left ? requestAnimationFrame(() => next(left - 1)) : done();
  next(4);
})"""
"""For what a page draws again when its width changes: its map."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One way to see a page: width in CSS pixels, colours of the device."""

    width: Literal[320, 1280]
    theme: Literal["light", "dark"]


DESK = Sight(1280, "light")
NIGHT = Sight(1280, "dark")
PHONE = Sight(320, "light")
PHONE_AT_NIGHT = Sight(320, "dark")
EVERY = bool(os.environ.get("PERENNE_PICTURES"))
"""`./run journeys` looks four times at each page; `./run test` at its two extremes."""
SIGHTS = (NIGHT, PHONE, PHONE_AT_NIGHT, DESK) if EVERY else (PHONE_AT_NIGHT, DESK)
"""The last one is the one that people go on with."""
SUFFIXES = {DESK: "", NIGHT: "-sombre", PHONE: "-320", PHONE_AT_NIGHT: "-320-sombre"}


def put_on(page: Page, sight: Sight) -> None:
    page.set_viewport_size({"width": sight.width, "height": HEIGHT[sight.width]})
    page.emulate_media(color_scheme=sight.theme, reduced_motion="reduce")
    page.evaluate(A_FEW_FRAMES)


def faults_of(page: Page, sight: Sight) -> list[str]:
    """What axe finds, and what sticks out on the right."""
    faults = page.evaluate(RUN_AXE, RULES)
    wide = [f"sticks out: {html}" for html in page.evaluate(TOO_WIDE)]
    return [f"{page.url}, {sight}: {fault}" for fault in faults + wide]


def take_picture(page: Page, name: str) -> None:
    """For the users' guide, and only when `./run journeys` asks for it."""
    if os.environ.get("PERENNE_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", caret="initial")
