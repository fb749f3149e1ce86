"""Tables are touched in the domain only, and point down the tower only."""

import ast
import tomllib

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from tests.house.places import BUILT, HOUSE, ROOT, named

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
TOWER = PROJECT["tool"]["importlinter"]["contracts"][1]["layers"]
STOREY = {app: height for height, row in enumerate(reversed(TOWER), 1) for app in row.split(" | ")}
GROUND = {"tenancy": -1, "files": 0, "mails": 0, "journal": 0, "contenttypes": 0}
ASKING = {"web", "api", "ops", "config"}
TOUCHING = {"objects", "_default_manager", "get_model"}

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("perenne.")]
LINKS = [
    field for model in OUR_MODELS for field in model._meta.fields if isinstance(field, ForeignKey)
]


@pytest.mark.parametrize(
    "path", [p for p in BUILT if p.relative_to(HOUSE).parts[0] in ASKING], ids=named
)
def test_who_asks_never_touches_a_table(path):
    touched = [
        node.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in TOUCHING
    ]
    assert touched == []


@pytest.mark.parametrize("link", LINKS, ids=str)
def test_a_foreign_key_points_down_and_leaves_no_way_up(link):
    here, there = link.model._meta.app_label, link.related_model._meta.app_label
    if here != there:
        heights = STOREY | GROUND
        assert heights[there] < heights[here]
        assert link.remote_field.related_name == "+"
