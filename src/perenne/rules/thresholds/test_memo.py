from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.law import Confidence
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.practice import USUAL
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import (
    ExceptionGround,
    Memo,
    NoMemo,
    Stance,
    duty,
    memo,
    memo_objection,
)
from perenne.rules.thresholds.memo import LEAST_REASON
from perenne.values import Euros

AVAILABLE = ExceptionGround.IMMEDIATELY_AVAILABLE
LINK = ExceptionGround.NO_SUFFICIENT_LINK
DIFFICULT = ExceptionGround.COMPETITION_OR_DIFFICULTY
SHORT = ExceptionGround.SHORT_WORKS
TOWN = BuyerKind.LOCAL_AUTHORITY
CONCESSION = ContractKind.CONCESSION
ENOUGH = "Le stock du fournisseur couvre tout le besoin sans pose ni réglage."


def owed(amount=9_000_000, *, kind=ContractKind.SUPPLIES, months=12, buyer=TOWN, defence=False):
    price = None if amount is None else Euros.of(amount)
    facts = Need("Achat", None, price, None, None, months, date(2026, 9, 1), buyer, kind, defence)
    return duty(facts, finding=find_segment("Achat", None))


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("facts", "ground", "said"),
    [
        ({"amount": None}, LINK, "complétez d’abord le montant et la nature"),
        ({"amount": 100_000}, LINK, "il n’y a rien à motiver"),
        ({"buyer": BuyerKind.PRIVATE}, LINK, "il n’y a rien à motiver"),
        ({"defence": True}, LINK, "il n’y a rien à motiver"),
        ({"kind": CONCESSION}, AVAILABLE, "pas ouvert à ce contrat (article L3114-2-1)"),
        ({"kind": CONCESSION, "months": 3}, SHORT, "(article L3114-2-1)"),
        ({"kind": ContractKind.WORKS, "months": 6}, SHORT, "(article L2112-2-1)"),
        ({"kind": ContractKind.SERVICES, "months": 3}, SHORT, "(article L2112-2-1)"),
    ],
)
def test_a_ground_that_cannot_serve_is_refused_with_the_reason(facts, ground, said):
    found = memo(owed(**facts), ground)
    assert isinstance(found, NoMemo)
    assert said in plain(found.reason)


def test_a_refused_ground_lists_those_that_are_open():
    found = plain(memo(owed(kind=CONCESSION), SHORT).reason)
    assert f"« {LINK.label} » ; « {DIFFICULT.label} »" in found
    assert AVAILABLE.label not in found
    assert found.endswith("ou prévoyez la condition.")


@pytest.mark.parametrize(
    ("facts", "ground", "asked", "then", "confidence"),
    [
        ({}, AVAILABLE, "sans adaptation", Stance.MAY, Confidence.LIKELY),
        ({}, LINK, "cycle de vie", Stance.MUST_NOT, Confidence.SURE),
        ({"kind": CONCESSION}, LINK, "cycle de vie", Stance.MUST_NOT, Confidence.SURE),
        ({"kind": CONCESSION}, DIFFICULT, "chiffres à l’appui", Stance.MAY, Confidence.SURE),
        (
            {"kind": ContractKind.WORKS, "months": 5},
            SHORT,
            "durée d’exécution prévue, en mois",
            Stance.MAY,
            Confidence.LIKELY,
        ),
    ],
)
def test_a_memo_asks_the_facts_of_its_ground(facts, ground, asked, then, confidence):
    found = memo(owed(**facts), ground)
    assert isinstance(found, Memo)
    assert (found.ground, found.then, found.confidence) == (ground, then, confidence)
    assert any(asked in question for question in found.questions)
    assert all(question.endswith("\u202f?") for question in found.questions)
    assert plain(found.title) == "Motif de l’absence de condition sociale ou relative à l’emploi"


def test_a_memo_of_a_contract_is_kept_with_it_and_no_document_is_imposed():
    found = memo(owed(), LINK)
    assert plain(found.basis) == (
        "Le marché atteint le seuil européen : l’article L2112-2-1 du Code de la commande publique "
        "demande une condition sociale ou relative à l’emploi et permet de s’en dispenser par un "
        "écrit motivé. Motif retenu : la condition n’aurait pas de lien suffisant avec l’objet du "
        "contrat."
    )
    assert "gardez-le au dossier du marché" in found.recorded
    assert "quand la procédure en demande un" in found.recorded
    assert [source.article for source in found.articles] == [
        "article L2112-2-1",
        "article R2184-1",
    ]
    assert "le facilitateur donne un avis, il ne signe pas" in found.signed
    assert found.remaining.startswith("Une condition sans lien avec l’objet serait irrégulière")


def test_a_memo_of_a_concession_is_recorded_by_any_fitting_means():
    found = memo(owed(kind=CONCESSION), LINK)
    assert found.basis.startswith("La concession atteint")
    assert "par tout moyen approprié" in found.recorded
    assert [source.article for source in found.articles] == ["article L3114-2-1"]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "Écrivez le motif"),
        (" \n\t ", "Écrivez le motif"),
        (AVAILABLE.label, "recopie la loi"),
        (AVAILABLE.label.upper() + " !", "recopie la loi"),
        (f"{AVAILABLE.label} : stock de 12 {'x' * 25}", "recopie la loi"),
        ("Le produit existe.", "trop court (18 caractères) : développez-le en 40 au moins"),
        ("a" * 39, "trop court (39 caractères)"),
        (f"{'a ' * 19}     a", "trop court (39 caractères)"),
    ],
)
def test_a_reason_that_says_nothing_is_refused(reason, said):
    assert said in plain(memo_objection(reason, AVAILABLE))


@pytest.mark.parametrize(
    "reason",
    [
        "a" * 40,
        ENOUGH,
        f"{AVAILABLE.label} : {ENOUGH}",
        f"{AVAILABLE.label} {'x' * 39}",
        LINK.label,
    ],
)
def test_a_reason_of_its_own_is_kept(reason):
    assert memo_objection(reason, AVAILABLE) is None


def test_the_least_length_is_the_committees_choice():
    strict = USUAL.choosing(LEAST_REASON, 200)
    assert "en 200 au moins" in plain(memo_objection(ENOUGH, LINK, practice=strict))
    lax = USUAL.choosing(LEAST_REASON, 20)
    assert memo_objection("Stock de vingt jours", LINK, practice=lax) is None


@given(some.text(max_size=60), some.sampled_from(ExceptionGround))
def test_a_reason_shorter_than_the_least_is_never_kept(reason, ground):
    found = memo_objection(reason, ground)
    if len(" ".join(reason.split())) < LEAST_REASON.value:
        assert found is not None
    else:
        assert found is None


@given(
    some.none() | some.integers(1, 10**8),
    some.sampled_from(ContractKind),
    some.none() | some.integers(1, 24),
    some.sampled_from(BuyerKind),
    some.sampled_from(ExceptionGround),
)
def test_a_memo_is_given_exactly_for_the_open_grounds(amount, kind, months, buyer, ground):
    due = owed(amount, kind=kind, months=months, buyer=buyer)
    assert isinstance(memo(due, ground), Memo) is (ground in due.exceptions)
