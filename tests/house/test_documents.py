"""The generated documents say what the code says."""

import pytest

from perenne.ops.documents import generated
from tests.house.places import ROOT


@pytest.mark.parametrize("path", sorted(generated()))
def test_a_generated_document_is_up_to_date(path):
    committed = ROOT / path
    assert committed.exists(), "./run fix writes it"
    assert committed.read_text() == generated()[path], "./run fix writes it again"
