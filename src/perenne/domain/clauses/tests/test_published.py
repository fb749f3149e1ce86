"""What is published, beside our clauses; our contracts, written in the national format."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as some
from jsonschema import Draft7Validator

from perenne.domain.clauses.factories import new_clause
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.queries.comparing import social_due
from perenne.domain.clauses.queries.essential_data import contract_to_publish, contracts_to_publish
from perenne.domain.clauses.queries.published import (
    Gap,
    buyers_without_a_number,
    gaps_by_buyer,
    gaps_of,
)
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.actions.decp_answering import complete_publication
from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.actions.decp_receiving import read_decp
from perenne.domain.procurement.factories import (
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.models import Amendment, Contract, DecpComplement, DecpRecord
from perenne.domain.procurement.queries.decp_publishing import file_of
from perenne.domain.procurement.states import AWARDED
from perenne.kit.actors import Role
from perenne.kit.decp.schema import SCHEMA
from perenne.kit.decp.tests.makers import BUYER, HOLDER, OTHER, act, change, contract
from perenne.kit.decp.tests.makers import file_of as published_file
from perenne.kit.refusals import Refused
from perenne.rules.legal_bases import LegalBasis, ReservedTo

pytestmark = pytest.mark.django_db
TODAY, NOTIFIED = date(2026, 11, 26), date(2026, 3, 2)
SIGNED = {"notified_on": NOTIFIED, "starts_on": NOTIFIED, "signed_on": date(2026, 2, 20)}
SAME = {"amount_cents": 98_000_050, "months": 48, "reference": "2026-0001"}
OFFICIAL = Draft7Validator(dict(SCHEMA))


@pytest.fixture
def people():
    return {
        "coordination": new_actor(Role.COORDINATION),
        "facilitator": new_actor(Role.FACILITATOR),
        "buyer": new_actor(Role.BUYER, siret=BUYER, name="Ville de Meaux"),
    }


def new_followed(people, *, basis=LegalBasis.PERFORMANCE_CONDITION, weight=None, **facts):
    """A contract of the buyer, awarded from a lot whose clause is in execution."""
    who = {"buyer": people["buyer"], "facilitator": people["facilitator"]}
    lot = new_lot(new_consultation(**who), state=AWARDED)
    clause = new_clause(people["facilitator"], buyer=people["buyer"], state=ClauseState.WORDED)
    Clause.objects.filter(pk=clause.pk).update(
        lot=lot, basis=basis, criterion_weight_bp=weight,
        reserved_to=next(iter(ReservedTo)) if basis is LegalBasis.RESERVED_INCLUSION else "",
    )  # fmt: skip
    for state in ("submitted", "approved", "published", "in_execution"):
        Clause.objects.filter(pk=clause.pk).update(state=state, approved_on=TODAY)
    made = new_contract(lot=lot, **{**SIGNED, **SAME, "object": "Nettoyage", **facts})
    new_party(made, siret=HOLDER)
    return made


def publish(people, *contracts):
    file_id = read_decp([published_file(*contracts)], name="x", by=people["coordination"],
                        today=TODAY)  # fmt: skip
    apply_decp(file_id=file_id, by=people["coordination"], today=TODAY)


def social(*values):
    return {"considerationsSociales": {"considerationSociale": list(values)}}


def gaps(people, who="coordination", **asked):
    return [(one.gap, one.ours, one.theirs) for one in
            gaps_of(seen_by=people[who], on=TODAY, **asked)]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "said", "expected"),
    [
        ({}, {}, []),
        ({}, social("Pas de considération sociale"),
         [(Gap.UNFLAGGED, "Clause sociale", "Pas de considération sociale")]),
        ({}, social("Clause sociale", "Critère social"),
         [(Gap.MISMATCH, "Clause sociale", "Clause sociale et Critère social")]),
        ({"basis": LegalBasis.RESERVED_INCLUSION}, {},
         [(Gap.MISMATCH, "Marché réservé", "Clause sociale")]),
        ({"basis": LegalBasis.CONDITION_AND_CRITERION, "weight": 1000}, {},
         [(Gap.MISMATCH, "Clause sociale et Critère social", "Clause sociale")]),
        ({}, {"montant": 1_000_000},
         [(Gap.FACTS, "980\u202f000,50\u00a0€", "1\u202f000\u202f000\u00a0€")]),
        ({}, {"dureeMois": 36}, [(Gap.FACTS, "48 mois", "36 mois")]),
        ({"renewals": 1, "renewal_months": 12, "months": 36}, {}, []),
        ({}, {"titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": OTHER}}]},
         [(Gap.FACTS, "552 045 999 00869", "356 000 000 00048")]),
    ],
)  # fmt: skip
def test_what_is_published_wrong_about_a_clause_is_told(people, made, said, expected):
    new_followed(people, **made)
    publish(people, contract(**said))
    assert gaps(people) == expected
    assert gaps(people, "facilitator") == expected
    for one in gaps_of(seen_by=people["buyer"], on=TODAY):
        assert "2026-0001" in one.sentence
        assert one.sentence.startswith("Bonjour")


def test_a_clause_that_nobody_follows_is_told_with_its_amount(people):
    new_followed(people)
    publish(
        people,
        contract(),
        contract(id="alone", montant=5000, modifications=[change(montant=7000)]),
        contract(id="quiet", **social("Pas de considération sociale")),
        contract(id="there", acheteur={"id": OTHER}),
        contract(id="far", acheteur={"id": OTHER}, lieuExecution={"code": "13055",
                 "typeCode": "Code commune"}),
    )  # fmt: skip
    found = gaps_of(seen_by=people["coordination"], on=TODAY)
    assert [(one.gap, one.reference, one.amount.cents) for one in found] == [
        (Gap.UNFOLLOWED, "there", 98_000_050), (Gap.UNFOLLOWED, "alone", 700_000),
    ]  # fmt: skip
    first, second = gaps_by_buyer(seen_by=people["coordination"], on=TODAY)
    assert (first.buyer, first.unfollowed, first.unfollowed_amount.cents) == (
        "SIRET 356 000 000 00048", 1, 98_000_050,
    )  # fmt: skip
    assert (second.buyer, second.siret, second.total) == ("Ville de Meaux", BUYER, 1)
    assert [one.reference for one in gaps_of(seen_by=people["buyer"], on=TODAY)] == ["alone"]
    assert gaps(people, siret=OTHER) == [(Gap.UNFOLLOWED, "Aucune clause suivie", "Clause sociale")]


@pytest.mark.parametrize(
    ("notified", "amount", "late"),
    [
        (TODAY - timedelta(days=90), 90_000_00, True),
        (TODAY - timedelta(days=50), 90_000_00, False),
        (TODAY - timedelta(days=90), 39_000_00, False),
        (date(2023, 5, 1), 90_000_00, False),
    ],
)
def test_a_contract_not_published_two_months_after_its_notification_is_told(
    people, notified, amount, late
):
    new_followed(people, notified_on=notified, starts_on=notified, amount_cents=amount,
                 signed_on=None)  # fmt: skip
    assert [one[0] for one in gaps(people)] == ([Gap.UNPUBLISHED] if late else [])


def test_a_buyer_without_a_number_is_named_and_not_accused(people):
    Organisation.objects.filter(pk=people["buyer"].organisation_id).update(siret=None)
    new_followed(people)

    assert gaps(people) == []
    assert buyers_without_a_number(people["coordination"]) == ("Ville de Meaux",)


def test_the_number_of_queries_does_not_depend_on_the_number_of_contracts(people):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            gaps_by_buyer(seen_by=people["coordination"], on=TODAY)
            gaps_of(seen_by=people["coordination"], on=TODAY, siret=BUYER)
            contracts_to_publish(seen_by=people["coordination"], on=TODAY)
        return len(queries)

    for number in range(2):
        new_followed(people, reference=f"n{number}")
    publish(people, *(contract(id=f"n{number}") for number in range(3)))
    few = asked()
    for number in range(3, 9):
        new_followed(people, reference=f"n{number}")
    publish(people, *(contract(id=f"n{number}", dureeMois=7) for number in range(3, 20)))
    assert asked() == few
    print(f"crossing and export: {few} queries with 2 and with 8 clauses")


WHOLE = contract(
    techniques={"technique": ["Accord-cadre"]},
    modalitesExecution={"modaliteExecution": ["Bons de commande"]},
    modifications=[change(), change(2, dureeMois=60, montant=1_300_000.5)],
    actesSousTraitance=[act()],
    modificationsActesSousTraitance=[{"modificationActeSousTraitance": {
        "id": 1, "montant": 60000, "dateNotificationModificationSousTraitance": "2026-06-01",
        "datePublicationDonnees": "2026-06-02"}}],
    titulaires=[{"titulaire": {"typeIdentifiant": "SIRET", "id": HOLDER}},
                {"titulaire": {"typeIdentifiant": "TVA", "id": "BE0123456789"}}],
    origineUE=0.5, origineFrance=0.4, tauxAvance=0.05, attributionAvance=True,
)  # fmt: skip


def exported(people):
    ready = contracts_to_publish(seen_by=people["buyer"], on=TODAY)
    return file_of(ready)


def test_what_is_exported_is_what_was_imported_and_the_official_schema_accepts_it(people):
    """Import, export, import what was exported, export: the same."""
    publish(people, WHOLE, contract(id="simple", **social("Marché réservé")))
    first = exported(people)
    said = json.loads(first)
    OFFICIAL.validate(said)
    assert sorted(said["marches"]["marche"], key=lambda one: one["id"]) == [
        WHOLE, contract(id="simple", **social("Marché réservé")),
    ]  # fmt: skip
    for table in (DecpRecord, DecpComplement, Amendment):
        table.objects.all().delete()
    Contract.objects.get(reference="simple").parties.all().delete()
    Contract.objects.get(reference="2026-0001").parties.filter(principal__isnull=False).delete()
    Contract.objects.get(reference="2026-0001").parties.all().delete()
    Contract.objects.all().delete()
    file_id = read_decp([first], name="x", by=people["buyer"], today=TODAY)
    assert apply_decp(file_id=file_id, by=people["buyer"], today=TODAY)["created"] == 2
    assert exported(people) == first


def test_the_clause_says_what_is_published_of_it_and_nothing_is_invented(people):
    made = new_followed(people, basis=LegalBasis.CONDITION_AND_CRITERION, weight=1000)
    (card,) = contracts_to_publish(seen_by=people["buyer"], on=TODAY)
    assert not card.is_ready
    assert json.loads(file_of((card,))) == {"marches": {"marche": []}}
    assert "CCAG de référence" in card.missing
    assert set(card.fields) == set(contract()) - set(card.data)
    answers = {name: value for name, value in contract().items() if name in card.fields}
    complete_publication(contract_id=made.pk, answers=answers, by=people["buyer"])
    card = contract_to_publish(made.pk, seen_by=people["buyer"], on=TODAY)
    assert card.is_ready
    whole = json.loads(file_of((card,)))
    OFFICIAL.validate(whole)
    (said,) = whole["marches"]["marche"]
    assert said["considerationsSociales"] == {
        "considerationSociale": ["Clause sociale", "Critère social"]
    }
    assert (said["montant"], said["dureeMois"], said["datePublicationDonnees"]) == (
        980000.5, 48, "2026-11-26",
    )  # fmt: skip
    assert said["titulaires"] == [{"titulaire": {"typeIdentifiant": "SIRET", "id": HOLDER}}]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"ccag": "Travaux forcés"}, "CCAG de référence"),
        ({"offresRecues": 0}, "inférieur au minimum de 1"),
        ({"montant": 12}, "pas de ceux que l’on complète"),
        (social("Clause sociale", "Pas de considération sociale"), "ne se coche pas"),
    ],
)
def test_an_answer_that_the_schema_refuses_is_refused_in_french(people, answers, words):
    made = new_contract(buyer=people["buyer"], facilitator=people["facilitator"])
    with pytest.raises(Refused, match=words):
        complete_publication(contract_id=made.pk, answers=answers, by=people["buyer"])
    assert not DecpComplement.objects.exists()


@settings(max_examples=60)
@given(
    basis=some.sampled_from([None, *LegalBasis]),
    weight=some.none() | some.integers(1, 4000),
    kind=some.sampled_from(["local_authority", "hospital", "private"]),
)
def test_what_a_clause_publishes_is_in_the_official_list_and_never_says_the_contrary(
    basis, weight, kind
):
    clause = Clause(basis=basis or "", criterion_weight_bp=weight)
    values = social_due(clause, Organisation(buyer_kind=kind))
    allowed = SCHEMA["definitions"]["marche"]["definitions"]["considerationSocialeArray"]
    assert set(values) <= set(allowed["items"]["enum"])
    assert len(set(values)) == len(values)
    assert bool(values) is (kind != "private")
    if basis:
        assert "Pas de considération sociale" not in values
