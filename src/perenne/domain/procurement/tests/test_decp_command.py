"""`./run manage decp FILE` says what becomes of every contract, and applies when told to."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Role
from perenne.kit.decp.tests.makers import BUYER, SAMPLES, contract, file_of

pytestmark = pytest.mark.django_db


def told(path, *options):
    out = StringIO()
    call_command("decp", str(path), *options, stdout=out)
    return out.getvalue()


def test_every_contract_of_the_official_examples_is_told():
    for path in SAMPLES:
        said = told(path)
        assert f"{path.name} : " in said
        assert "Hors de votre périmètre" in said


def test_a_file_is_applied_when_asked_and_twice_changes_nothing(tmp_path):
    new_actor(Role.COORDINATION)
    new_actor(Role.BUYER, siret=BUYER)
    path = tmp_path / "decp.json"
    path.write_bytes(file_of(contract(), contract(id="2", dureeMois="NC")))
    assert "n’est pas un nombre entier" in told(path)
    assert not Contract.objects.exists()
    first = json.loads(told(path, "--apply", "--json"))
    assert first["applied"] == {"created": 1, "updated": 0, "kept_aside": 1}
    again = json.loads(told(path, "--apply", "--json"))
    assert again["applied"] == {"created": 0, "updated": 0, "kept_aside": 2}


def test_a_file_that_is_not_there_or_says_nothing_is_refused_in_french(tmp_path):
    empty = tmp_path / "x.json"
    empty.write_text("{}")
    for path, words in ((tmp_path / "no.json", "n’existe pas"), (empty, "Aucun contrat")):
        with pytest.raises(CommandError, match=words):
            told(path)
