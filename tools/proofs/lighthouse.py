"""Lighthouse, installed by npm in a folder that dies with the proof, and what it says of a page."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

PACKAGE = "lighthouse@12"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = (
    "first-contentful-paint", "largest-contentful-paint", "total-blocking-time",
    "cumulative-layout-shift",
)  # fmt: skip
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
RUNS = 3
"""Of which the median is kept: one run says little on a machine that does something else."""
TRIES = 3
"""A browser that does not start, or closes on its own, is no fault of the page."""
PATIENCE = 180  # seconds for npm, or for one run


class MissingError(Exception):
    """Something that the proof cannot do without is not on this machine."""


@dataclass(frozen=True, slots=True)
class Program:
    command: str
    chromium: str


@dataclass(frozen=True, slots=True)
class Report:
    """`scores` of 100 by category; `times` as Lighthouse writes them; `troubles` in its words."""

    scores: dict[str, int]
    times: tuple[str, ...]
    troubles: tuple[str, ...]


def installed(folder: Path) -> Program:
    """MissingError, with a sentence, when Node.js, a browser or the registry is not there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not node or not npm:
        raise MissingError("Lighthouse needs node and npm (Debian: apt install npm).")
    if not chromium:
        raise MissingError("Lighthouse needs chromium (Debian: apt install chromium).")
    asked = (npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent",
             "--prefix", str(folder), PACKAGE)  # fmt: skip
    answer = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603
    if answer.returncode:
        raise MissingError(f"npm could not install {PACKAGE}: {answer.stderr.strip()[-300:]}")
    return Program(str(folder / "node_modules" / ".bin" / "lighthouse"), chromium)


def looked_at(program: Program, url: str) -> Report:
    """The median of a few runs, on an emulated telephone with a slow network and processor."""
    runs = [_run(program, url) for _ in range(RUNS)]
    scores = {
        name: round(median(run["categories"][name]["score"] * 100 for run in runs))
        for name in CATEGORIES
    }
    middle = sorted(runs, key=lambda run: run["categories"]["performance"]["score"])[RUNS // 2]
    times = tuple(middle["audits"][name]["displayValue"].replace("\u00a0", " ") for name in TIMES)
    return Report(scores, times, tuple(_troubles(middle)))


def _run(program: Program, url: str) -> dict[str, Any]:
    asked = (program.command, url, "--output=json", "--quiet", f"--chrome-flags={FLAGS}",
             "--form-factor=mobile", f"--only-categories={','.join(CATEGORIES)}")  # fmt: skip
    around = {"CHROME_PATH": program.chromium, "PATH": "/usr/local/bin:/usr/bin:/bin",
              "HOME": str(Path(program.command).parents[2])}  # fmt: skip
    for left in reversed(range(TRIES)):
        answer = subprocess.run(  # noqa: S603 - what npm has just installed
            asked, capture_output=True, text=True, timeout=PATIENCE, check=False, env=around
        )
        if answer.returncode == 0:
            report: dict[str, Any] = json.loads(answer.stdout)
            return report
        print(f"    {answer.stderr.strip()[-200:]} ({left} tries left)", flush=True)
    raise MissingError(f"Lighthouse could not look at {url}.")


def _troubles(report: dict[str, Any]) -> list[str]:
    """Every audit that costs something, with the category that it lowers."""
    told = []
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            score = audit.get("score")
            if score is not None and score < 1 and (reference["weight"] or _saves(audit)):
                value = audit.get("displayValue", "")
                told.append(f"{name}: {audit['title']} ({score:.2f}) {value}".rstrip())
    return told


def _saves(audit: dict[str, Any]) -> bool:
    return bool(audit.get("details", {}).get("overallSavingsMs"))
