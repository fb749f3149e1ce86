"""Legal categories (INSEE): the code that the register gives, and what it means."""

import csv
from functools import cache
from pathlib import Path


@cache
def natures() -> dict[str, str]:
    with (Path(__file__).parent / "natures.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["label"] for row in csv.DictReader(file, delimiter=";")}


NATURES = natures()


def nature_label(code: str) -> str:
    return NATURES.get(code, "")
