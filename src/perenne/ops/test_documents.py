"""Documents that the code writes of itself."""

import io

from django.core.management import call_command

from perenne.ops import documents
from perenne.ops.management.commands import documents as command


def test_each_machine_is_drawn():
    drawn = documents.states()
    assert {"docs/states/clauses.md", "docs/states/programming.md"} <= set(drawn)
    assert drawn["docs/states/programming.md"].count("stateDiagram-v2") == 2
    assert "READING --> DRAFT: Analyser" in drawn["docs/states/programming.md"]


def test_the_command_writes_every_document_and_names_it(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "ROOT", tmp_path)
    out = io.StringIO()
    call_command("documents", stdout=out)
    written = {str(path.relative_to(tmp_path)): path.read_text() for path in tmp_path.rglob("*.md")}
    assert written == dict(documents.generated())
    assert out.getvalue().split() == list(documents.generated())
