"""The golden cases of a table of law: one YAML for a table, examples and counter-examples."""

from pathlib import Path

import pytest
import yaml

import perenne.rules

FOLDER = Path(perenne.rules.__path__[0]) / "cases"
ANSWERS = {"oui": True, "non": False}


def read(name):
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))


def rows_of(table):
    """(code of the row, expected answer, facts) for each case of `cases/<table>.yaml`."""
    return [
        pytest.param(code, ANSWERS[answer], case, id=f"{code}-{answer}-{number}")
        for code, cases in read(table).items()
        for answer in ANSWERS
        for number, case in enumerate(cases[answer], 1)
    ]
