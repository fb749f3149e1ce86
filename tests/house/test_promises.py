"""What the code says of itself is kept: tasks exist, silences name their reason, nothing waits."""

import ast
import re
from io import BytesIO
from tokenize import COMMENT, tokenize

from procrastinate.contrib.django import app

from tests.house.places import BUILT, CODE, HOUSE, at_fault, named

SILENCE = re.compile(r"#\s*(?:noqa|type:\s*ignore|ruff:\s*noqa)\b.*", re.IGNORECASE)
CODED = re.compile(r"#\s*(?:(?:ruff: )?noqa: [A-Z]+[0-9]|type: ignore\[[a-z])")
LATER = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|\bNotImplemented\b|\bNotImplementedError\(")
SOURCES = [*CODE, *sorted(HOUSE.rglob("*.html")), *sorted(HOUSE.rglob("*.js"))]


def enqueued():
    """Each name that some code gives to `enqueue`; None when it is not written there."""
    for path in BUILT:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and "enqueue" in ast.dump(node.func):
                yield named(path), getattr(node.args[0], "value", None)


def test_every_task_that_is_asked_for_exists():
    asked = list(enqueued())
    assert asked
    assert [(path, name) for path, name in asked if name not in app.tasks] == []


def comments(path):
    with BytesIO(path.read_bytes()) as file:
        return [token.string for token in tokenize(file.readline) if token.type == COMMENT]


def blunt(path):
    """Silences that name no rule."""
    silences = [found[0] for comment in comments(path) if (found := SILENCE.search(comment))]
    return [silence for silence in silences if not CODED.search(silence)]


def postponed(path):
    return [line for line in path.read_text().splitlines() if LATER.search(line)]


def test_a_rule_is_silenced_by_its_code_only():
    assert at_fault(CODE, blunt) == {}


def test_nothing_is_left_for_later():
    assert at_fault(SOURCES, postponed) == {}
