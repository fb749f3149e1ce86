"""A file of each official format: every row accounted for, twice nothing, own words kept."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from perenne.domain.directory.actions import (
    Area,
    Offer,
    Scope,
    apply_structures,
    describe_structure,
    drop_forgotten,
    try_structures,
)
from perenne.domain.directory.models import (
    Import,
    ImportedRow,
    Origin,
    Structure,
    StructureTrade,
)
from perenne.domain.directory.queries.imports import import_card, imported_rows
from perenne.domain.directory.queries.structures import structure_card
from perenne.domain.directory.states import ImportState, Outcome, StructureSource
from perenne.domain.directory.tests.conftest import (
    DATA_INCLUSION,
    DATED,
    FILES,
    MARCHE,
    NOW,
    TODAY,
    rows_of,
)
from perenne.domain.organisations.factories import new_actor, new_organisation, new_seat
from perenne.domain.organisations.models import Kind
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role
from perenne.kit.refusals import Refused
from perenne.kit.sheets import read
from perenne.kit.sheets.writing import Table, write_workbook
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Hours

ADDED, CHANGED, UNCHANGED, SET_ASIDE = Outcome


def fates(import_id):
    rows = ImportedRow.objects.filter(batch=import_id).order_by("line")
    return {row.line: (Outcome(row.outcome), row.reason) for row in rows}


def counted(import_id):
    return Counter(outcome for outcome, _ in fates(import_id).values())


def held():
    """Everything that the directory says, to see that nothing moved."""
    return (
        list(Structure.objects.order_by("pk").values()),
        sorted(StructureTrade.objects.values_list("structure_id", "trade")),
        sorted(Origin.objects.values_list("source", "key")),
    )


def test_every_row_of_le_marche_is_accounted_for(load, coordination):
    found = load(MARCHE)
    told = fates(found)
    print(f"{MARCHE}: {len(told)} rows, {dict(counted(found))}")
    assert list(told) == [2, 3, 4, 6, 7, 8, 9, 10, 11, 12]  # line 5 is blank
    assert [line for line, (fate, _) in told.items() if fate is ADDED] == [2, 3, 4, 11]
    asides = {line: why for line, (fate, why) in told.items() if fate is SET_ASIDE}
    assert asides[6] == "Hors des départements choisis : LYON (69)."
    assert asides[7].startswith("Numéro SIRET faux")
    assert asides[8] == "Type de structure inconnu : « XYZ »."
    assert asides[9] == "Le nom manque."
    assert asides[10] == "Même structure qu’à la ligne 2 de ce fichier."
    assert asides[12] == "Ni commune ni code postal : on ne sait pas où elle est."
    assert told[3] == (ADDED, "Adresse électronique d’une personne, non reprise.")
    kept = ImportedRow.objects.filter(batch=found)
    assert not kept.exclude(facts={}, email="", phone="").exists()
    assert import_card(found, seen_by=coordination).state is ImportState.APPLIED


def test_what_a_row_of_le_marche_says_is_told_on_the_card(load, coordination):
    load(MARCHE)
    row = Structure.objects.get(kind="ei")
    card = structure_card(row.pk, seen_by=coordination, on=TODAY)
    assert (card.name, card.brand, card.kind_short) == (
        "ATELIERS DE LA MARNE", "Les Ateliers", "EI",
    )  # fmt: skip
    assert (card.commune, card.postcode, card.phone) == ("Meaux", "77100", "01 60 00 00 01")
    assert [line.code for line in card.trades] == ["painting", "green_upkeep", "natural_areas"]
    assert card.qpv is True
    assert card.said_on == DATED
    assert card.email == "contact@ateliers.exemple.fr"
    assert structure_card(row.pk, seen_by=VISITOR, on=TODAY).email == ""
    etti = Structure.objects.get(kind="etti")
    assert (etti.email, etti.website, etti.modes) == (
        "", "https://www.interim.exemple.fr", ["lending"],
    )  # fmt: skip
    esat = Structure.objects.get(kind="esat")
    assert (esat.commune_id, esat.modes) == ("77445", ["service", "goods"])
    everything = str(held())
    assert not any(name in everything for name in ("Martin", "Durand", "durand"))


def test_the_same_file_as_a_workbook_changes_nothing_and_a_newer_one_only_what_differs(load):
    load(MARCHE)
    before = held()
    (sheet,) = read((FILES / MARCHE).read_bytes(), MARCHE).sheets
    heading, *rows = sheet.rows
    workbook = write_workbook([Table("Structures", heading, tuple(rows))])
    again = load("liste.xlsx", workbook)
    assert counted(again) == Counter({UNCHANGED: 4, SET_ASIDE: 6})
    assert held() == before
    moved = [[cell.replace("3 rue du Quai", "5 rue du Quai") for cell in row] for row in rows]
    newer = write_workbook([Table("Structures", heading, tuple(map(tuple, moved)))])
    later = load("liste.xlsx", newer, dated_on=DATED + timedelta(days=10))
    assert fates(later)[2] == (CHANGED, "Adresse.")
    assert counted(later)[UNCHANGED] == 3
    older = load(MARCHE, dated_on=DATED - timedelta(days=1))
    assert counted(older) == Counter({SET_ASIDE: 10})
    assert "plus ancien" in fates(older)[2][1]
    assert Structure.objects.get(kind="ei").address == "5 rue du Quai"


def test_every_row_of_data_inclusion_is_accounted_for_and_joins_the_other_file(load):
    load(MARCHE)
    found = load(DATA_INCLUSION)
    told = fates(found)
    print(f"{DATA_INCLUSION}: {len(told)} rows, {dict(counted(found))}")
    assert [fate for fate, _ in told.values()] == [
        CHANGED, ADDED, SET_ASIDE, SET_ASIDE, SET_ASIDE, SET_ASIDE, ADDED,
    ]  # fmt: skip
    assert told[1][1] == "Nom, adresse, position, présentation, réseaux."
    assert told[2][1] == "Adresse électronique d’une personne, non reprise."
    assert told[3][1] == "Ni structure d’insertion ni prescripteur : réseau caf."
    assert told[4][1].startswith("Aucun réseau porteur")
    assert told[5][1] == "Date de mise à jour illisible : « hier »."
    assert told[6][1].startswith("Dit le 15/09/2026 : plus ancien")
    joined = Structure.objects.get(kind="ei")
    assert (joined.latitude, joined.longitude) == (48_960_200, 2_878_500)
    assert (joined.source, joined.told_on) == (StructureSource.DATA_INCLUSION, date(2026, 11, 5))
    assert joined.about == "Peinture, entretien des berges. Écrire à ou au ."
    assert joined.origins.count() == 2
    assert Structure.objects.get(kind="mission_locale").email == ""
    before = held()
    lines = "\n".join(json.dumps(row) for row in rows_of(DATA_INCLUSION))
    again = load("structures.ndjson", f"{lines}\n[1, 2]\nabîmé\n".encode())
    assert held() == before
    assert counted(again) == Counter({UNCHANGED: 3, SET_ASIDE: 6})
    assert fates(again)[9][1].startswith("Ligne illisible")


def test_a_table_of_data_inclusion_says_the_same_as_its_json(load):
    load(DATA_INCLUSION)
    before = held()
    rows = rows_of(DATA_INCLUSION)
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    cells = tuple(tuple(_cell(row.get(name)) for name in names) for row in rows)
    again = load("structures.xlsx", write_workbook([Table("structures", names, cells)]))
    assert counted(again) == Counter({UNCHANGED: 4, SET_ASIDE: 3})
    assert held() == before


def _cell(value):
    return json.dumps(value) if isinstance(value, list) else None if value is None else str(value)


def test_what_the_structure_said_itself_is_never_written_over(load, coordination):
    siret = next(row["siret"] for row in rows_of(DATA_INCLUSION) if row["id"].endswith("--1"))
    organisation = new_organisation(Kind.INCLUSION_STRUCTURE, name="Les Ateliers", siret=siret)
    seat = new_seat(organisation, is_admin=True)
    load(MARCHE)
    row = Structure.objects.get(kind="ei")
    assert row.organisation_id == organisation.pk  # the same SIRET: one and the same
    its_own = Actor(Role.INCLUSION_STRUCTURE, seat.person_id, organisation.pk)
    offer = Offer({"painting": 300 * 60}, (Area(commune="77284"),), phone="01 99 99 99 99")
    describe_structure(structure_id=row.pk, offer=offer, by=its_own, today=TODAY)
    found = load(DATA_INCLUSION)
    assert fates(found)[1] == (
        CHANGED,
        "Nom, adresse, position, présentation, réseaux ; gardé tel que la structure l’a dit : "
        "site, adresse électronique, téléphone.",
    )
    card = structure_card(row.pk, seen_by=its_own, on=TODAY)
    assert (card.phone, card.email, card.website) == ("01 99 99 99 99", "", "")
    assert (card.commune, card.address) == ("Meaux", "3 rue du Quai Bâtiment B")
    assert [(one.code, one.hours) for one in card.trades] == [("painting", Hours.of(300))]
    again = load(MARCHE, dated_on=TODAY)
    assert "métiers" in fates(again)[2][1].partition("gardé")[2]
    assert StructureTrade.objects.filter(structure=row).count() == 1


def test_a_trial_writes_nothing_and_is_applied_or_forgotten(coordination):
    content = (FILES / MARCHE).read_bytes()
    scope = Scope(("77",), DATED)
    tried = [
        try_structures(content, MARCHE, scope=scope, by=coordination, today=TODAY) for _ in range(3)
    ]
    assert not Structure.objects.exists()
    assert import_card(tried[0], seen_by=coordination).to_write == 4
    apply_structures(import_id=tried[0], by=coordination, now=NOW)
    with pytest.raises(Refused):
        apply_structures(import_id=tried[0], by=coordination, now=NOW)
    apply_structures(import_id=tried[1], by=coordination, now=NOW)  # weighed against what is now
    assert counted(tried[1]) == Counter({UNCHANGED: 4, SET_ASIDE: 6})
    assert drop_forgotten(by=HOUSE, before=now() + timedelta(days=1)) == 1
    assert Import.objects.get(pk=tried[2]).state == ImportState.DROPPED
    assert not ImportedRow.objects.filter(batch=tried[2]).exclude(facts={}, email="").exists()
    asides = imported_rows(tried[1], seen_by=coordination, outcome=SET_ASIDE)
    assert asides.total == 6
    stranger = new_actor(Role.FACILITATOR)
    assert imported_rows(tried[1], seen_by=stranger).total == 0


def test_the_answer_of_the_api_and_other_departments_are_read_too(load):
    one = {
        "id": 7, "slug": "essonne", "name": "Les Essonniens", "kind": "AI", "siret": "",
        "presta_types": ["DISP"], "post_code": "91000", "city": "Évry-Courcouronnes",
        "sectors": [{"name": "Plomberie", "slug": "plomberie"}], "updated_at": "2026-10-02T08:00Z",
    }  # fmt: skip
    found = load(
        "api.json", json.dumps({"count": 1, "results": [one]}).encode(), departments=("77", "91")
    )
    assert counted(found) == Counter({ADDED: 1})
    row = Structure.objects.get()
    assert (row.commune_id, row.told_on) == ("91228", date(2026, 10, 2))
    assert [trade.trade for trade in row.trades.all()] == ["plumbing"]


def test_two_imports_applied_at_once_add_each_structure_once(real_commits):
    load_places()
    coordination = new_actor(Role.COORDINATION)
    content, scope = (FILES / MARCHE).read_bytes(), Scope(("77",), DATED)
    first, second = (
        try_structures(content, MARCHE, scope=scope, by=coordination, today=TODAY) for _ in range(2)
    )
    outcomes = at_once(
        *(
            lambda one=one: apply_structures(import_id=one, by=coordination, now=NOW)
            for one in (first, second, first)
        )
    )
    assert len(refusals(outcomes)) == 1
    assert sorted(counted(one)[ADDED] for one in (first, second)) == [0, 4]
    assert Structure.objects.count() == Origin.objects.count() == 4
