"""The loaders of places, on small files of ours in the official layouts."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from perenne.domain.coverage.actions import Place, cover
from perenne.domain.organisations.actions import (
    Identity,
    register_coordination,
    register_facilitator,
)
from perenne.domain.people.actions import open_account
from perenne.domain.territories.queries import communes, departments, gazetteer, qpvs_in
from perenne.ops.demo.people import PASSWORD

pytestmark = pytest.mark.django_db
SPACE = "\u00a0"

ETALAB = [
    {"code": "77316", "nom": "Moret-Loing-et-Orvanne", "departement": "77",
     "type": "commune-actuelle", "codesPostaux": ["77250"], "population": 12_500},
    {"code": "77166", "nom": "Écuelles", "type": "commune-deleguee", "chefLieu": "77316"},
    {"code": "93066", "nom": "Saint-Denis", "departement": "93", "type": "commune-actuelle",
     "codesPostaux": ["93200", "93210"], "population": 150_000},
    {"code": "93000", "nom": "", "departement": "93", "type": "commune-actuelle"},
    {"code": "93999", "nom": "Lieu-dit", "departement": "93", "type": "hameau"},
]  # fmt: skip
EPCI = [
    {"code": "247700032", "nom": "CC Moret Seine et Loing", "membres": [{"code": "77316"},
     {"code": "89999"}]},
    {"code": "200054781", "nom": "Métropole d’essai", "membres": [{"code": "93066"}]},
]  # fmt: skip
INSEE = (
    "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
    "COM,97411,04,974,974,9741,0,SAINT DENIS,Saint-Denis,Saint-Denis,97499,\n"
    "COM,2A004,94,2A,2A,2A1,1,AJACCIO,Ajaccio,Ajaccio,2A99,\n"
    "COMD,77166,,,,,1,ECUELLES,Écuelles,Écuelles,,97411\n"
)
MOVES = (
    "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,"
    "TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n"
    "32,2015-01-01,COM,77491,0,VENEUX,Veneux,Veneux-les-Sablons,COM,77900,0,X,X,Premier nom\n"
    "32,2016-01-01,COM,77900,0,X,X,Premier nom,COM,77316,0,Y,Y,Moret-Loing-et-Orvanne\n"
    "10,2017-01-01,COM,77316,0,Y,Y,Orvanne,COM,77316,0,Y,Y,Moret-Loing-et-Orvanne\n"
    "31,1970-01-01,COM,77316,0,Y,Y,Moret,COM,93066,0,Z,Z,Saint-Denis\n"
    "31,1971-01-01,COM,77901,0,A,A,Tourne,COM,77902,0,B,B,En rond\n"
    "31,1972-01-01,COM,77902,0,B,B,En rond,COM,77901,0,A,A,Tourne\n"
    "31,1970-01-01,COM,93990,0,V,V,Village,COM,93066,0,Z,Z,Saint-Denis\n"
)
QPV = (
    "code_qp;lib_qp;insee_dep;insee_com;lib_com\n"
    "QN077XXM;Quartier inventé;77;77316;Moret-Loing-et-Orvanne\n"
    "QN093XXM;Quartier à cheval;93;93066, 77316;Saint-Denis, Moret\n"
    "QN093XX;Code trop court;93;93066;Saint-Denis\n"
    "QN075XXM;Ailleurs;75;75056;Paris\n"
)


def run(command, *arguments):
    out = io.StringIO()
    call_command(command, *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def etalab(file):
    return file("communes.json", ETALAB)


def test_every_row_of_communes_is_accounted_for(etalab):
    assert run("load_communes", etalab) == (
        f"communes.json, communes{SPACE}: 4 lues, 2 ajoutées, 0 modifiées, 0 inchangées, "
        "2 écartées.\n"
        f"  écartées, code ou nom illisible{SPACE}: 1 (93000)\n"
        f"  écartées, genre inconnu{SPACE}: hameau{SPACE}: 1 (93999 Lieu-dit)\n"
        f"communes.json, anciens noms{SPACE}: 1 lues, 1 ajoutées, 0 modifiées, 0 inchangées, "
        "0 écartées.\n"
    )
    said = {commune.name: (commune.postcodes, commune.population) for commune in communes()}
    assert said["Saint-Denis"] == (("93200", "93210"), 150_000)
    assert gazetteer("77").commune_in("Écuelles").insee_code == "77316"


def test_loading_again_changes_nothing_and_says_so(etalab):
    run("load_communes", etalab)
    before = communes()
    again = run("load_communes", etalab)
    assert "4 lues, 0 ajoutées, 0 modifiées, 2 inchangées, 2 écartées" in again
    assert communes() == before


def test_a_dry_run_says_the_same_and_writes_nothing(etalab):
    said = run("load_communes", etalab, "--dry-run")
    assert "2 ajoutées" in said
    assert said.endswith(f"Essai à blanc{SPACE}: rien n’est écrit.\n")
    assert communes() == ()


def test_one_departement_may_be_asked_for(etalab, file):
    said = run("load_communes", etalab, "--department", "93")
    assert f"écartées, hors des départements demandés{SPACE}: 1 (77316" in said
    assert [commune.department_code for commune in communes()] == ["93"]
    members = run("load_epci", file("epci.json", EPCI), "--department", "93")
    assert f"aucun membre dans ces départements{SPACE}: 1 (247700032" in members
    assert [commune.epci_name for commune in communes()] == ["Métropole d’essai"]


def test_a_departement_across_an_epci_leaves_the_other_members_aside(etalab, file):
    run("load_communes", etalab)
    said = run("load_epci", file("epci.json", EPCI), "--department", "77")
    assert "3 lues, 1 ajoutées" in said
    assert "89999, membre de CC Moret Seine et Loing" in said


def test_the_list_of_insee_is_read_too_with_codes_of_corsica_and_overseas(file):
    said = run("load_communes", file("v_commune_2026.csv", INSEE))
    assert "communes\u00a0: 2 lues, 2 ajoutées" in said
    assert {(c.insee_code, c.department_code) for c in communes()} == {
        ("97411", "974"), ("2A004", "2A"),
    }  # fmt: skip


def test_what_insee_does_not_say_is_kept(etalab, file):
    run("load_communes", etalab)
    run("load_communes", file("insee.csv", "TYPECOM,COM,DEP,LIBELLE\nCOM,93066,93,Saint-Denis\n"))
    (saint_denis,) = (commune for commune in communes() if commune.insee_code == "93066")
    assert saint_denis.postcodes == ("93200", "93210")


def test_our_own_csv_gives_postcodes_epci_and_population(file):
    rows = "insee_code;name;postcodes;epci_code;epci_name;population\n77284;Meaux;77100;247700594;CA du Pays de Meaux;56659\n"  # noqa: E501
    run("load_communes", file("communes.csv", rows))
    (meaux,) = communes()
    assert (meaux.epci_name, meaux.postcodes, meaux.population) == (
        "CA du Pays de Meaux", ("77100",), 56_659,
    )  # fmt: skip


def test_members_of_unknown_communes_are_set_aside(etalab, file):
    run("load_communes", etalab)
    said = run("load_epci", file("epci.json", EPCI))
    assert "3 lues, 2 ajoutées, 0 modifiées, 0 inchangées, 1 écartées" in said
    assert "commune inconnue ici : chargez d’abord" in said


def test_old_codes_are_followed_to_a_commune_of_today(etalab, file):
    run("load_communes", etalab)
    path = file("v_mvt_commune_2026.csv", MOVES)
    said = run("load_old_names", path, "--department", "77")
    assert "7 lues, 2 ajoutées, 0 modifiées, 0 inchangées, 5 écartées" in said
    for reason, count in (
        ("mouvement qui ne change pas le code d’une commune", 1),
        ("ce code est aujourd’hui celui d’une commune", 1),
        ("commune inconnue ici : chargez d’abord les communes de son département", 2),
        ("hors des départements demandés", 1),
    ):
        assert f"écartées, {reason}{SPACE}: {count} (" in said
    places = gazetteer("77")
    assert places.commune_in("Veneux-les-Sablons").insee_code == "77316"
    assert places.by_insee["77491"].insee_code == "77316"
    assert "2 inchangées" in run("load_old_names", path, "--department", "77")


def test_quartiers_are_read_in_the_columns_of_the_national_list(etalab, file):
    run("load_communes", etalab)
    said = run("load_qpv", file("qpv.csv", QPV))
    assert "4 lues, 2 ajoutées, 0 modifiées, 0 inchangées, 2 écartées" in said
    assert f"écartées, code, nom ou commune illisible{SPACE}: 1 (QN093XX" in said
    assert [(q.code, q.generation) for q in qpvs_in("77316")] == [
        ("QN077XXM", 2024), ("QN093XXM", 2024),
    ]  # fmt: skip
    only = run("load_qpv", file("qpv.csv", QPV), "--department", "77", "--dry-run")
    assert f"hors des départements demandés{SPACE}: 1 (QN075XXM" in only


def test_departements_come_with_their_article(file):
    rows = [{"code": "45", "nom": "Loiret", "typeLiaison": 2}, {"code": "00", "nom": "X"}]
    said = run("load_departments", file("departements.json", rows))
    assert "2 lues, 1 ajoutées" in said
    assert "article illisible" in said
    assert departments()[0].of == "du Loiret"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("communes.json", "{", "ce n’est pas du JSON lisible"),
        ("communes.json", "{}", "une liste d’objets est attendue"),
        ("communes.csv", "COM;NOM\n1;2\n", "il manque la colonne nom ou LIBELLE"),
        ("communes.csv", "COM;LIBELLE\n", "ce fichier est vide"),
    ],
)
def test_a_file_that_is_something_else_is_refused_with_a_sentence(file, name, content, sentence):
    with pytest.raises(CommandError, match=sentence):
        run("load_communes", file(name, content))


def test_a_file_that_does_not_open_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "latin.csv").write_bytes("COM;LIBELLE\n1;Évry".encode("latin-1"))
    for name in ("nothing.csv", "latin.csv"):
        with pytest.raises(CommandError, match="ne s’ouvre pas"):
            run("load_communes", tmp_path / name)


class TestRoutes:
    @pytest.fixture
    def bodies(self, etalab, file):
        run("load_communes", etalab)
        run("load_epci", file("epci.json", EPCI))
        account = open_account(email="a@x.example", full_name="A", password=PASSWORD)
        coordination = register_coordination(Identity(name="Coordination"), admin_id=account)
        north = register_facilitator(Identity(name="Plateforme Nord"), admin_id=account)
        register_facilitator(Identity(name="Plateforme Sud"), admin_id=account)
        cover(facilitator_id=north.organisation_id, place=Place(epci="247700032"), by=coordination)
        return north

    def test_it_counts_communes_by_how_they_are_covered(self, bodies):
        said = run("routes", "--on", "2027-03-01", "--list")
        assert said.startswith("Au 01/03/2027, en ")
        assert "Communes résolues avec leur raison : 1 / 1" in said
        assert "Par l’intercommunalité : 1" in said
        assert "Plateforme Nord : 1" in said
        assert "Orphelines : 0" in said
        assert "Plateforme Nord couvre CC Moret Seine et Loing." in said

    def test_a_simulated_absence_says_what_moves_and_to_whom(self, bodies):
        said = run("routes", "--absent", "nord", "--on", "2027-03-01")
        assert "Si Plateforme Nord était absent ce jour-là" in said
        assert "Communes réorientées : 1\n  vers Coordination : 1" in said
        backed = run("routes", "--absent", bodies.organisation_id, "--backup", "sud")
        assert "vers Plateforme Sud : 1" in backed
        assert "prend la suite" in backed
        assert "Communes réorientées : 0" in run("routes", "--absent", "sud")

    def test_a_name_that_fits_several_bodies_is_asked_again(self, bodies):
        with pytest.raises(CommandError, match="précisez l’organisme parmi"):
            run("routes", "--absent", "plateforme")

    def test_without_communes_it_says_what_to_load(self):
        with pytest.raises(CommandError, match="load_communes"):
            run("routes")
