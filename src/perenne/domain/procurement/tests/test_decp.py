"""Files of published contracts: every contract has a fate, ours are made, twice changes nothing."""

import json
from collections import Counter
from datetime import date

import pytest

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.actions.decp_receiving import SentDecp, read_decp, receive_decp
from perenne.domain.procurement.factories import new_contract, new_party
from perenne.domain.procurement.models import (
    Amendment,
    Contract,
    DecpComplement,
    DecpFile,
    DecpRecord,
    Party,
)
from perenne.domain.procurement.models.decp import Fate
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.kit.actors import COMMAND, VISITOR, Role
from perenne.kit.decp.tests.makers import (
    BUYER,
    HOLDER,
    OTHER,
    SAMPLES,
    act,
    change,
    contract,
    file_of,
)
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
MEAUX = OfficialCommune("77284", "Meaux", "77", ("77100",), "200072130", "CA du Pays de Meaux")
TABLES = (Contract, Party, Amendment, DecpComplement)
FAR = {"lieuExecution": {"code": "13055", "typeCode": "Code commune"}}
SOMEBODY = {"acheteur": {"id": OTHER}}


@pytest.fixture
def people():
    load_communes([MEAUX])
    coordination = new_actor(Role.COORDINATION)
    facilitator = new_actor(Role.FACILITATOR)
    new_coverage(facilitator, commune_id="77284")
    buyer = new_actor(Role.BUYER, siret=BUYER, commune_id="77284")
    return {"coordination": coordination, "facilitator": facilitator, "buyer": buyer}


def read_as(by, *contracts, **others):
    return read_decp([file_of(*contracts, **others)], name="decp.json", by=by, today=TODAY)


def fates_of(file_id):
    return [row.fate for row in DecpRecord.objects.filter(file_id=file_id).order_by("position")]


def world():
    """Everything that the import may touch beside its own files."""
    return [list(table.objects.order_by("pk").values()) for table in TABLES]


def test_every_contract_of_a_file_has_one_fate(people):
    mine = new_contract(buyer=people["buyer"], reference="ours",
                        notified_on=date(2026, 3, 2), starts_on=date(2026, 3, 2))  # fmt: skip
    file_id = read_as(
        people["facilitator"],
        contract(),
        contract(id="ours"),
        contract(id="there", **SOMEBODY),
        contract(id="far", **SOMEBODY, **FAR),
        contract(objet="again"),
        contract(id=None),
        contract(acheteur={"id": "NC"}),
        contract(id="x" * 20),
        contract(id="empty", montant=None, dureeMois="NC"),
        contract(id="ours", dateNotification="2024-01-01"),
        "rien",
        **{"contrat-concession": [{"id": "c", "autoriteConcedante": {"id": BUYER}}]},
    )
    assert fates_of(file_id) == [
        Fate.NEW, Fate.UPDATED, Fate.ELSEWHERE, Fate.OUTSIDE, Fate.TWICE, Fate.BAD, Fate.BAD,
        Fate.BAD, Fate.BAD, Fate.BAD, Fate.BAD, Fate.CONCESSION,
    ]  # fmt: skip
    rows = list(DecpRecord.objects.filter(file_id=file_id).order_by("position"))
    assert "contrat n° 1" in rows[4].reason
    assert "pas de numéro" in rows[5].reason
    assert "SIRET" in rows[6].reason
    assert rows[8].reason == "Il manque, pour créer le marché : le montant, la durée."
    assert "notifié en 2026" in rows[9].reason
    assert "pas un contrat" in rows[10].reason
    assert (rows[1].contract_id, rows[3].raw) == (mine.pk, None)
    assert Contract.objects.count() == 1, "reading changes nothing"
    assert not DecpRecord.objects.filter(is_current=True).exists()


def test_a_contract_is_made_as_it_was_published(people):
    whole = contract(
        modifications=[change(), change(2, dureeMois=60, dateNotificationModification="2026-10-01"),
                       change(3, dateNotificationModification="2020-01-01")],
        actesSousTraitance=[act(), act(2, montant=7000)],
        techniques={"technique": ["Accord-cadre"]},
        titulaires=[{"titulaire": {"typeIdentifiant": "SIRET", "id": HOLDER}},
                    {"titulaire": {"typeIdentifiant": "TVA", "id": "BE0123456789"}}],
        typeGroupementOperateurs="Solidaire",
    )  # fmt: skip
    called = contract(id="called", idAccordCadre="2026-0001")
    file_id = read_as(people["facilitator"], whole, called)
    done = apply_decp(file_id=file_id, by=people["facilitator"], today=TODAY)
    assert done == {"created": 2, "updated": 0, "kept_aside": 0}
    made, order = Contract.objects.order_by("pk")
    assert (made.buyer_id, made.facilitator_id) == (
        people["buyer"].organisation_id, people["facilitator"].organisation_id,
    )  # fmt: skip
    assert (made.state, made.form, made.liability, made.amount_cents, made.months) == (
        "notified", "framework", "joint", 98_000_050, 48,
    )  # fmt: skip
    assert (order.form, order.framework_id) == ("called_from", made.pk)
    assert list(Amendment.objects.filter(contract=made).values_list("number", "months")) == [
        (1, None), (2, 60),
    ]  # fmt: skip
    lead, sub = Party.objects.filter(contract=made)
    assert (lead.role, lead.siret, lead.name) == ("lead", HOLDER, "SIRET 552 045 999 00869")
    assert (sub.role, sub.siret, sub.amount_cents, sub.principal) == (
        "subcontractor", OTHER, 5_700_000, lead,
    )  # fmt: skip
    assert set(Entry.objects.values_list("act", flat=True)) >= {"decp.apply", "contract.import"}


def test_importing_twice_changes_nothing(people):
    contracts = [contract(id=f"n{n}", modifications=[change()], actesSousTraitance=[act()])
                 for n in range(5)]  # fmt: skip
    first = read_as(people["coordination"], *contracts, contract(id="there", **SOMEBODY))
    apply_decp(file_id=first, by=people["coordination"], today=TODAY)
    before, told = world(), Entry.objects.filter(act="contract.import").count()
    again = read_as(people["coordination"], *contracts, contract(id="there", **SOMEBODY))
    assert fates_of(again) == [Fate.KNOWN] * 5 + [Fate.ELSEWHERE]
    done = apply_decp(file_id=again, by=people["coordination"], today=TODAY)
    assert done == {"created": 0, "updated": 0, "kept_aside": 6}
    assert world() == before
    assert Entry.objects.filter(act="contract.import").count() == told
    assert DecpRecord.objects.filter(is_current=True).count() == 6
    with pytest.raises(Refused):
        apply_decp(file_id=again, by=people["coordination"], today=TODAY)


def test_a_republication_adds_what_is_new_and_corrects_only_what_came_from_publications(people):
    ours = new_contract(buyer=people["buyer"], reference="ours", amount_cents=5,
                        notified_on=date(2026, 3, 2), starts_on=date(2026, 3, 2))  # fmt: skip
    new_party(ours, siret=OTHER)
    first = read_as(people["coordination"], contract(), contract(id="ours"))
    apply_decp(file_id=first, by=people["coordination"], today=TODAY)
    later = contract(montant=990000, modifications=[change(titulaires=[
        {"titulaire": {"typeIdentifiant": "SIRET", "id": OTHER}}])])  # fmt: skip
    second = read_as(people["coordination"], later, contract(id="ours", modifications=[change()]))
    assert fates_of(second) == [Fate.UPDATED, Fate.UPDATED]
    done = apply_decp(file_id=second, by=people["coordination"], today=TODAY)
    assert done["updated"] == 2
    made = Contract.objects.get(reference="2026-0001")
    assert (made.amount_cents, Amendment.objects.filter(contract=made).count()) == (99_000_000, 1)
    assert list(Party.objects.filter(contract=made).values_list("siret", "role", "until")) == [
        (HOLDER, "co_contractor", date(2026, 9, 1)), (OTHER, "lead", None),
    ]  # fmt: skip
    ours.refresh_from_db()
    assert ours.amount_cents == 5
    assert Amendment.objects.filter(contract=ours).count() == 1
    assert Party.objects.filter(contract=ours).count() == 1


def test_a_buyer_imports_its_own_contracts_and_nobody_elses(people):
    other = new_actor(Role.BUYER, siret=OTHER)
    file_id = read_as(other, contract(), contract(id="mine", **SOMEBODY))
    assert fates_of(file_id) == [Fate.OUTSIDE, Fate.NEW]
    apply_decp(file_id=file_id, by=other, today=TODAY)
    assert list(Contract.objects.values_list("buyer_id", "reference")) == [
        (other.organisation_id, "mine")
    ]


@pytest.mark.parametrize("role", [Role.COMPANY, Role.PRESCRIBER, Role.INCLUSION_STRUCTURE])
def test_others_send_nothing(people, role):
    for who in (new_actor(role), VISITOR):
        with pytest.raises(Refused):
            read_as(who, contract())
    file_id = read_as(people["facilitator"], contract())
    with pytest.raises(Refused):
        apply_decp(file_id=file_id, by=people["buyer"], today=TODAY)
    assert DecpFile.objects.count() == 1


def test_the_official_examples_are_imported_whole(people):
    """Every contract accounted for, bad ones explained: what the issue asks to see."""
    Party.objects.all().delete()
    siret = "21750001630040"
    new_actor(Role.BUYER, siret=siret)
    for path in SAMPLES:
        whole = json.loads(path.read_bytes())["marches"]
        sent = SentDecp(path.read_bytes(), path.name, "application/json")
        file_id = receive_decp(sent, by=people["coordination"], today=TODAY)
        rows = list(DecpRecord.objects.filter(file_id=file_id).order_by("position"))
        assert (
            len(rows) == sum(map(len, whole.values())) == DecpFile.objects.get(pk=file_id).contracts
        )
        done = apply_decp(file_id=file_id, by=people["coordination"], today=TODAY)
        told = Counter(Fate(row.fate).label for row in rows)
        print(f"{path.name}: {len(rows)} contracts: {dict(told)}, applied {dict(done)}")
        for row in rows:
            for field, value, sentence in row.anomalies:
                print(f"  n° {row.position} {field} = {value!r}: {sentence}")
    assert StoredFile.objects.filter(use="decp", kind="json").count() == 3
    (made,) = Contract.objects.all()
    assert (made.reference, made.amount_cents, made.months) == ("TEST2022Bis", 57_500_000, 48)
    assert not Amendment.objects.exists(), "a modification before the notification is left aside"


def test_a_file_read_by_a_command_is_the_coordinations_to_apply(people):
    file_id = read_as(COMMAND, contract())
    apply_decp(file_id=file_id, by=people["coordination"], today=TODAY)
    assert Contract.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b'{"marches": {"marche": []}}', "Aucun contrat"),
        (b"%PDF-1.7\n1 0 obj", "abîmé"),
        (b"PK\x03\x04" + b"\x00" * 40, "abîmé"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><marches>&b;</marches>', "type de document"),
    ],
)
def test_a_file_that_is_none_is_refused_in_french_and_leaves_nothing(people, content, words):
    with pytest.raises(Refused, match=words):
        receive_decp(SentDecp(content, "x.json"), by=people["facilitator"], today=TODAY)
    assert not DecpFile.objects.exists()
    assert not StoredFile.objects.exists()
