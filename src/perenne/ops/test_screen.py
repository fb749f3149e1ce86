"""`./run manage screen FILE`: the verdicts on anybody's own file, for a person or a program."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from perenne.domain.coverage.actions import Place, cover
from perenne.domain.organisations.actions import (
    Identity,
    register_coordination,
    register_facilitator,
)
from perenne.domain.people.actions import open_account
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.ops.demo.building import HERE, PROGRAMMES
from perenne.ops.demo.people import PASSWORD
from perenne.rules.needs import BuyerKind
from perenne.values import Hours

MEAUX = OfficialCommune(
    insee_code="77284", name="Meaux", department_code="77", postcodes=("77100",),
    epci_code="247700594", epci_name="CA du Pays de Meaux",
)  # fmt: skip
FILE = (
    "Objet;Montant HT;Durée;Lancement;Lieu\n"
    "Construction d’une école;4 200 000;18 mois;mars 2027;Meaux\n"
    "Nettoyage des locaux;à définir;48 mois;T3 2027;Lagny\n"
    "Total;4 200 000;;;\n"
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "programme.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def told(*arguments):
    out = io.StringIO()
    call_command("screen", *map(str, arguments), stdout=out)
    return out.getvalue()


def screened(*arguments):
    return json.loads(told(*arguments, "--json"))


@pytest.mark.django_db
class TestTheCommand:
    def test_a_program_reads_every_line_with_its_verdict(self, file):
        answer = screened(file)
        fates = ["set_aside", "kept", "kept", "set_aside"]
        assert [line["fate"] for line in answer["lines"]] == fates
        _, school, cleaning, total = answer["lines"]
        assert (school["number"], school["purchase"]["amount"]) == (2, "4200000")
        assert school["purchase"]["advice"] == "recommended"
        assert school["purchase"]["hours"] > 1_000
        assert school["purchase"]["launch_on"] == "2027-03-01"
        assert cleaning["purchase"]["amount"] is None
        assert cleaning["purchase"]["questions"]
        assert "purchase" not in total
        assert total["reason"]

    def test_the_summary_adds_up(self, file):
        answer = screened(file)
        summary = answer["summary"]
        assert summary["purchases"] + summary["set_aside"] == summary["lines"] == 4
        assert sum(summary["advice"].values()) == summary["purchases"]
        assert sum(summary["kinds"].values()) == summary["lines"]
        assert summary["amount"] == "4200000"

    def test_the_columns_that_were_understood_are_said(self, file):
        (headings,) = screened(file)["headings"]
        assert headings["row"] == 1
        assert sorted(headings["columns"].values()) == [0, 1, 2, 3, 4]
        assert headings["ignored"] == []

    @pytest.mark.parametrize("name", PROGRAMMES.values())
    def test_a_person_reads_a_block_for_each_line_and_the_total(self, name):
        text, answer = told(HERE / name), screened(HERE / name)
        for line in answer["lines"]:
            assert (line.get("purchase") or {"object": line["reason"]})["object"] in text
        summary = answer["summary"]
        assert f"{summary['lines']} lignes : {summary['purchases']} achats" in text
        assert f"{Hours.of(summary['recommended_hours'])} estimées" in text

    def test_one_is_not_several_and_thousands_are_parted(self, file):
        file.write_text("Objet;Montant HT\nConstruction d’une école;4200000\n")
        text = told(file)
        assert "2 lignes : 1 achat (0 à préciser), 1 mise de côté." in text
        assert "Clause recommandée, 3\u202f150\u00a0h" in text

    def test_the_kind_of_buyer_changes_the_duty(self, file):
        file.write_text("Objet;Montant HT\nConstruction d’une école;6 000 000\n")
        duties = {
            kind: screened(file, "--buyer", kind.value)["lines"][1]["purchase"]["duty"]
            for kind in BuyerKind
        }
        assert duties[BuyerKind.PRIVATE] != duties[BuyerKind.LOCAL_AUTHORITY]

    def test_a_place_gives_its_facilitator_and_the_reason(self, file):
        load_communes([MEAUX])
        account = open_account(email="f@x.example", full_name="F", password=PASSWORD)
        actor = register_facilitator(Identity(name="Emploi Meaux"), admin_id=account)
        coordination = register_coordination(Identity(name="Coordination"), admin_id=account)
        cover(
            facilitator_id=actor.organisation_id,
            place=Place(epci=MEAUX.epci_code),
            by=coordination,
        )
        school = screened(file)["lines"][1]["purchase"]
        assert school["facilitator"] == "Emploi Meaux"
        assert "Meaux" in school["routing"]

    def test_a_file_comes_by_the_standard_input_too(self, file, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
        piped, kept = screened("-"), screened(file)
        assert piped["summary"] == kept["summary"]
        assert {line["sheet"] for line in piped["lines"]} == {"Feuille 1"}


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_a_file_that_cannot_be_opened_is_said_in_french(tmp_path, name):
    with pytest.raises(CommandError, match=r"n’existe pas ou ne s’ouvre pas.*chemin\.$"):
        told(tmp_path / name)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "est vide"),
        (b"%PDF-1.7\n1 0 obj<<>>endobj", "pas un tableau"),
        (b"a", "aucun tableau"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "programme.xlsx"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        told(path)
