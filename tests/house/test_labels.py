"""Every act that an action records is called something in French, in the history of its thing."""

import ast
import re

import pytest

from perenne.kit.journal.acts import facts, labels, sensitive_acts
from tests.house.places import BUILT, HOUSE, at_fault

ACT = re.compile(r"^[a-z_]+\.[a-z_]+$")
ANOTHER_WAY = re.compile(r"\b(Entry|Reading)(\(|\.objects\.(create|bulk_create|get_or_create))")
PASSING_NOTHING_ON = {"declare", "enqueue", "configure_task", "allows", "rows"}


def is_actions(path):
    return "domain" in path.parts and "actions" in {path.stem, path.parent.name}


def acts_in(source, *, whole):
    """What `record` is told; among actions, `whole`, what any call passes on to it too."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args or called(node) in PASSING_NOTHING_ON:
            continue
        if whole or called(node) == "record":
            said = getattr(node.args[0], "value", None)
            if isinstance(said, str) and ACT.match(said):
                yield said


def called(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


RECORDED = {act for path in BUILT for act in acts_in(path.read_text(), whole=is_actions(path))}


def test_actions_name_acts():
    assert {"clause.open", "programme.screen", "purchase.leave_aside", "journal.read"} <= RECORDED


@pytest.mark.parametrize("act", sorted(RECORDED))
def test_an_act_that_is_recorded_has_a_french_label(act):
    assert labels().get(act), f"say it in LABELS of the `events` of its app: {act}"


def test_what_is_told_of_an_act_is_told_of_one_that_exists():
    assert set(facts()) | set(sensitive_acts()) <= set(labels())


def test_a_planted_act_without_a_label_is_seen():
    planted = "def gaze():\n    record('clause.gaze', row, by=by)\n    enqueue('clauses.gaze')\n"
    assert set(acts_in(planted, whole=True)) == {"clause.gaze"}
    assert "clause.gaze" not in labels()


def writes_beside(path):
    text = path.read_text()
    return "kit.journal.models" in text and ANOTHER_WAY.search(text)


def test_the_journal_has_one_way_in():
    """An entry is written by `record`, a reading by `note_read`, and by nothing else."""
    others = [path for path in BUILT if path.parent != HOUSE / "kit" / "journal"]
    assert at_fault(others, writes_beside) == {}
