"""Every contract of a file comes out once, whatever its shape; what is wrong with it is said."""

import json
from copy import deepcopy

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from jsonschema import Draft7Validator

from perenne.kit.decp import read, record_of
from perenne.kit.decp.child import lines_of
from perenne.kit.decp.items import Item, Kind, Source
from perenne.kit.decp.schema import SCHEMA
from perenne.kit.decp.tests.makers import (
    BUYER,
    HOLDER,
    OTHER,
    SAMPLES,
    act,
    as_xml,
    change,
    contract,
    file_of,
    in_pieces,
    of_xml,
)
from perenne.kit.refusals import Refused

OFFICIAL = {kind: Draft7Validator({**SCHEMA, **{"$ref": f"#/definitions/{kind.value}",
    "required": [], "properties": {}}}) for kind in Kind}  # fmt: skip


def records_in(content, source=Source.JSON, size=262_144):
    """Without a process of its own: what the child says, understood."""
    *lines, last = list(lines_of(in_pieces(content, size)))
    assert "over" in last, last
    assert lines[0] == {"source": source.value}
    assert last["over"] == len(lines) - 1
    return [
        record_of(Item(one["n"], one["kind"], one["raw"], one["trouble"]), source)
        for one in json.loads(json.dumps(lines[1:]))
    ], last["notes"]


def said_of(record):
    return {(one.field, one.value): one.sentence for one in record.anomalies}


@pytest.mark.parametrize(
    ("name", "contracts", "concessions", "anomalies"),
    [
        ("concessions", 0, 2, 2),
        ("marches_avec_modifications", 2, 0, 7),
        ("marches_concessions", 2, 2, 11),
    ],
)
def test_official_examples_are_read_whole_and_what_is_odd_in_them_is_told(
    name, contracts, concessions, anomalies
):
    (path,) = [one for one in SAMPLES if one.stem == name]
    whole = json.loads(path.read_bytes())["marches"]
    with path.open("rb") as file:
        reading = read(file)
        records = list(reading.records)
    kinds = [record.kind for record in records]
    assert (kinds.count(Kind.CONTRACT), kinds.count(Kind.CONCESSION)) == (contracts, concessions)
    assert sorted(one["id"] for many in whole.values() for one in many) == sorted(
        record.id for record in records
    )
    assert all(record.is_matchable and record.cents and record.holders for record in records)
    assert sum(len(record.anomalies) for record in records) == anomalies
    print(f"{name}: {len(records)} contracts in, {len(records)} out, {anomalies} anomalies told")
    for record in records:
        for one in record.anomalies:
            print(f"  n° {record.position} {one.field} = {one.value!r}: {one.sentence}")


def test_a_contract_is_read_to_the_cent_and_to_the_day():
    whole = contract(
        modifications=[change(2, montant=1300000.1, dateNotificationModification="2026-10-01"),
                       change(1, dureeMois=60)],
        actesSousTraitance=[act()],
        modificationsActesSousTraitance=[{"modificationActeSousTraitance": {
            "id": 1, "montant": 60000, "dateNotificationModificationSousTraitance": "2026-06-01",
            "datePublicationDonnees": "2026-06-02"}}],
    )  # fmt: skip
    (record,), _ = records_in(file_of(whole))
    assert record.anomalies == ()
    assert (record.buyer, record.id, record.year) == (BUYER, "2026-0001", 2026)
    assert (record.cents, record.months) == (98_000_050, 48)
    assert (record.last_change.number, record.last_change.cents) == (2, 130_000_010)
    assert (record.acts[0].cents, record.acts[0].subcontractor.siret) == (6_000_000, OTHER)
    assert record.holders[0].siret == HOLDER
    assert record.social == ("Clause sociale",)
    assert record.raw == whole


@pytest.mark.parametrize(
    ("said", "field", "value", "words"),
    [
        ({"dureeMois": "NC"}, "dureeMois", "NC", "n’est pas un nombre entier"),
        ({"procedure": "MAPA"}, "procedure", "MAPA", "pas dans la liste officielle"),
        ({"montant": None}, "montant", "", "obligatoire manque"),
        ({"montant": 0}, "montant", "0", "inférieur au minimum"),
        ({"objet": "x" * 1001}, "objet", "x" * 59 + "…", "plus que les 1000 admis"),
        ({"id": "2026-0001-lot-0001"}, "id", "2026-0001-lot-0001", "plus que les 16"),
        ({"codeCPV": "9091"}, "codeCPV", "9091", "pas dans la forme attendue"),
        ({"acheteur": {"id": "21770284400011"}}, "acheteur.id", "21770284400011", "clé"),
        ({"dateNotification": "02/03/2026"}, "dateNotification", "02/03/2026", "AAAA-MM-JJ"),
        ({"dateNotification": "2026-02-31"}, "dateNotification", "2026-02-31", "calendrier"),
        ({"datePublicationDonnees": "2026-01-01"}, "datePublicationDonnees", "2026-01-01",
         "avant la notification (02/03/2026)"),
        ({"considerationsSociales": {"considerationSociale":
            ["Clause sociale", "Pas de considération sociale"]}}, "considerationsSociales",
         "Clause sociale ; Pas de considération sociale", "doit être seule"),
        ({"modifications": [change(dateNotificationModification="2025-01-01")]},
         "modifications[1].dateNotificationModification", "2025-01-01", "avant la notification"),
        ({"modifications": [change(), change(montant=7)]}, "modifications", "1",
         "Deux modifications portent le numéro 1"),
        ({"actesSousTraitance": [act(), act(montant=7)]}, "actesSousTraitance", "1", "Deux actes"),
        ({"modificationsActesSousTraitance": [{"modificationActeSousTraitance": {
            "id": 9, "dateNotificationModificationSousTraitance": "2026-06-01",
            "datePublicationDonnees": "2026-06-02"}}]}, "modificationsActesSousTraitance", "9",
         "Aucun acte de sous-traitance"),
        ({"lot": 3}, "lot", "3", "n’existe pas dans le format"),
        ({"origineFrance": 0.6, "origineUE": 0.5}, "origineFrance", "0.6", "dépasse"),
        ({"tauxAvance": 0.3}, "tauxAvance", "0.3", "aucune avance"),
    ],
)  # fmt: skip
def test_each_anomaly_is_a_french_sentence_with_its_field_and_value(said, field, value, words):
    (record,), _ = records_in(file_of(contract(**said)))
    assert words in said_of(record)[field, value]
    assert record.is_matchable


def test_what_cannot_be_read_is_none_and_the_rest_of_the_contract_stays():
    (record,), _ = records_in(file_of(contract(dureeMois="NC", montant="1 234,50")))
    assert (record.months, record.cents) == (None, 123_450)
    assert record.raw["dureeMois"] == "NC"


def test_the_old_flat_format_is_read_and_says_nothing_of_social_considerations():
    old = {
        "_type": "Marché", "uid": "x", "id": "20170000000001", "nature": "Marché",
        "acheteur": {"id": BUYER, "nom": "Ville"}, "objet": "Travaux", "codeCPV": "45000000-7",
        "procedure": "Procédure adaptée", "formePrix": "Ferme", "dureeMois": 12, "montant": 100,
        "lieuExecution": {"code": "77", "typeCode": "Code département", "nom": "S"},
        "dateNotification": "2018-01-05", "datePublicationDonnees": "2018-02-01",
        "titulaires": [{"typeIdentifiant": "SIRET", "id": HOLDER, "denominationSociale": "ACME"}],
        "modifications": [{"id": 1, "dureeMois": 14, "dateNotificationModification": "2018-05-01",
                           "datePublicationDonneesModification": "2018-06-01"}],
    }  # fmt: skip
    concession = {**old, "_type": "Contrat de concession", "autoriteConcedante": {"id": BUYER}}
    records, _ = records_in(json.dumps({"marches": [old, concession]}).encode())
    assert [record.kind for record in records] == [Kind.CONTRACT, Kind.CONCESSION]
    first = records[0]
    assert (first.is_old, first.buyer, first.holders[0].name) == (True, BUYER, "ACME")
    assert first.last_change.months == 14
    assert [one.field for one in first.anomalies] == ["considerationsSociales"]


def test_the_xml_says_the_same_as_the_json():
    whole = contract(objet="Eau & gaz", modifications=[change(), change(2, montant=7)],
                     actesSousTraitance=[act()])  # fmt: skip
    xml = as_xml({"marche": [of_xml(whole), of_xml(contract(id="2"))]})
    (record, other), _ = records_in(f'<?xml version="1.0"?>{xml}'.encode(), Source.XML, size=11)
    assert (record.raw, record.anomalies, other.id) == (whole, (), "2")


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE x [<!ENTITY a "aaa">]><marches><marche><id>&a;</id></marche></marches>',
        "<a>" * 50 + "</a>" * 50,
        '{"marches": {"marche": []}}',
        '{"marches": "rien"}',
        "bonjour",
        "42",
        "<marches/>",
        "",
    ],
)
def test_a_file_without_a_contract_is_refused_in_french(content):
    with pytest.raises(Refused, match=r"national|imbriquées"):
        list(read([content.encode()]).records)


def test_a_broken_contract_costs_itself_and_a_file_cut_short_is_told():
    whole = json.dumps(contract())
    inside = [whole, '{"id":"a",}', "[1]", '"x"', "null", whole, '{"id":"cut']
    content = '{"marches":{"marche":[' + ",".join(inside)
    for size in (7, 64, 100_000):
        records, notes = records_in(content.encode(), size=size)
        assert [bool(record.raw) for record in records] == [
            True, False, False, False, False, True, False,
        ]  # fmt: skip
        assert all(record.anomalies for record in records if not record.raw)
        assert len(notes) == 1


JUNK = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20)
    | some.sampled_from(["NC", "Clause sociale", "2026-13-45", "\ud800", "\x00", 10**400, -1]),
    lambda inner: some.lists(inner, max_size=3)
    | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def places(value, path=()):
    yield path
    inside = {} if not isinstance(value, dict | list) else value
    for key, one in inside.items() if isinstance(inside, dict) else enumerate(inside):
        yield from places(one, (*path, key))


@some.composite
def mutated(draw):
    """One of the official files, of which up to four values were replaced, lost or doubled."""
    whole = json.loads(draw(some.sampled_from(SAMPLES)).read_bytes())
    for _ in range(draw(some.integers(1, 4))):
        paths = [one for one in places(whole) if len(one) > 1]
        if not paths:
            break
        path = draw(some.sampled_from(paths))
        parent = whole
        for step in path[:-1]:
            parent = parent[step]
        act = draw(some.sampled_from(["replace", "lose", "double"]))
        if act == "replace":
            parent[path[-1]] = draw(JUNK)
        elif act == "lose":
            del parent[path[-1]]
        elif isinstance(parent, list):
            parent.append(deepcopy(parent[path[-1]]))
    return whole


def expected(whole):
    """How many contracts a file has, by another way."""
    lists = whole["marches"]
    if isinstance(lists, list):
        return len(lists)
    found = 0
    for name in ("marche", "contrat-concession"):
        inside = lists.get(name) if isinstance(lists, dict) else None
        found += len(inside) if isinstance(inside, list) else isinstance(inside, dict)
    return found


@settings(max_examples=300)
@given(mutated(), some.sampled_from([5, 333, 262_144]))
@example({"marches": {"contrat-concession": [100.0, -1.5e-7, 12, True]}}, 1)
@example({"marches": {"contrat-concession": [100.0]}}, 5)
def test_any_mutation_of_an_official_file_is_accounted_for(whole, size):
    """As many come out as went in; what the official schema refuses is explained."""
    count = expected(whole)
    *lines, last = lines_of(in_pieces(json.dumps(whole).encode(), size))
    if count == 0:
        assert "refused" in last
        return
    assert (last["over"], len(lines) - 1) == (count, count)
    for line in lines[1:]:
        record = record_of(Item(line["n"], line["kind"], line["raw"], line["trouble"]))
        json.dumps(record.raw, allow_nan=False).encode()
        if line["raw"] is None or not OFFICIAL[record.kind].is_valid(line["raw"]):
            assert record.anomalies
            assert all(one.sentence.endswith(".") for one in record.anomalies)


@settings(max_examples=150)
@given(some.binary(max_size=300) | some.text(max_size=200).map(str.encode))
def test_no_bytes_bring_the_reader_down(noise):
    for content in (noise, b'{"marches":{"marche":[' + noise, b"<marches><marche>" + noise):
        lines = list(lines_of(in_pieces(content, 50)))
        assert {"over", "refused"} & set(lines[-1])
