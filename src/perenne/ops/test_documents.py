"""Documents that the code writes of itself."""

import io

import pytest
from django.core.management import call_command

from perenne.kit.actors import Role
from perenne.ops import documents
from perenne.ops.management.commands import documents as command


def grants():
    """Each row of the matrix of permissions: act → roles to which it may be granted."""
    lines = [line for line in documents.permissions().splitlines() if line.startswith("|")]
    heads = [cell.strip() for cell in lines[0].strip("|").split("|")][1:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return {
        row[0].strip("`"): {
            head for head, mark in zip(heads, row[1:], strict=True) if mark == "yes"
        }
        for row in rows
    }


def test_every_role_is_tried():
    assert set(documents.TRY) == set(Role)


@pytest.mark.parametrize(
    ("act", "roles"),
    [
        ("programme.receive", {"visitor", "buyer"}),
        ("programme.send", {"visitor", "buyer"}),
        ("programme.screen", {"visitor", "buyer", "house"}),
        ("purchase.keep", {"facilitator", "coordination"}),
        ("purchase.view", {"visitor", "buyer", "facilitator", "coordination"}),
    ],
)
def test_the_matrix_says_who_may_ever_do_it(act, roles):
    assert grants()[act] == roles


def test_each_machine_is_drawn():
    drawn = documents.states()
    assert {"docs/states/clauses.md", "docs/states/programming.md"} < set(drawn)
    assert drawn["docs/states/programming.md"].count("stateDiagram-v2") == 2
    assert "READING --> DRAFT: Analyser" in drawn["docs/states/programming.md"]


def test_the_command_writes_every_document_and_names_it(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "ROOT", tmp_path)
    out = io.StringIO()
    call_command("documents", stdout=out)
    written = {str(path.relative_to(tmp_path)): path.read_text() for path in tmp_path.rglob("*.md")}
    assert written == dict(documents.generated())
    assert out.getvalue().split() == list(documents.generated())
