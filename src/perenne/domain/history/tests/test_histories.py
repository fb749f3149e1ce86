"""The history of a thing: in French, with the names of today, for who may see the thing."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.clauses.actions import (
    Volume,
    calibrate_clause,
    open_clause_on_lot,
    word_clause,
)
from perenne.domain.clauses.factories import MILLION, TERMS, new_clause, purchase_for
from perenne.domain.clauses.states import ClauseState
from perenne.domain.history.policy import SUBJECTS
from perenne.domain.history.queries import history_of, recent_history
from perenne.domain.history.queries.histories import LAST, ON_A_PAGE
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.people.factories import new_person
from perenne.domain.people.models import Person
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.programming.actions import (
    correct_purchase,
    forget_abandoned,
    leave_purchase_aside,
)
from perenne.domain.programming.actions.correcting import Correction
from perenne.domain.programming.factories import PASSER_BY, TODAY, new_programme
from perenne.kit.actors import HOUSE, Role
from perenne.kit.journal.acts import fields
from perenne.kit.journal.models import Entry
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound
from perenne.values import Euros, Hours

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator(db):
    actor = new_actor(Role.FACILITATOR, name="Plateforme Nord")
    Person.objects.filter(pk=actor.person_id).update(full_name="Inès Caron")
    return actor


def lines_on(subject, pk, by):
    return history_of(subject, pk, seen_by=by).page.items


def told(line):
    return [" ".join(str(change).split()) for change in line.changes]


def calibrate(clause, by, **said):
    calibrate_clause(
        clause_id=clause.pk, hypotheses=MILLION, volume=Volume(**said), by=by, on=TODAY
    )


def test_a_line_says_who_from_where_what_and_what_changed(facilitator):
    clause = new_clause(facilitator, state=ClauseState.CALIBRATED)
    reason = "Trois postes à temps plein."
    calibrate(clause, facilitator, due=Hours.of(900), reason=reason)
    last, first, opened = lines_on("clause", clause.pk, facilitator)
    assert (last.who, last.organisation, last.label) == (
        "Inès Caron",
        "Plateforme Nord",
        "Calibrer",
    )
    assert last.reason == reason
    assert told(last) == ["Volume dû : 833 h → 900 h", "Version : 1 → 2"]
    assert {"État : À calibrer → Calibrée", "Calibrée le : 23 novembre 2026"} <= set(told(first))
    assert opened.label == "Ouvrir la clause"
    assert {"Facilitateur : Plateforme Nord", "État : À calibrer"} <= set(told(opened))
    assert last.at > first.at > opened.at


def test_terms_are_told_by_their_labels(facilitator):
    clause = new_clause(facilitator, state=ClauseState.CALIBRATED)
    word_clause(clause_id=clause.pk, terms=TERMS, by=facilitator)
    line = lines_on("clause", clause.pk, facilitator)[0]
    assert {
        "État : Calibrée → Rédigée",
        "CCAG : CCAG-FCS",
        "Globalisation des heures : au cas par cas → acceptée",
        "Pénalité par heure non réalisée : 50 €",
    } <= set(told(line))


def test_a_correction_tells_money_days_and_what_follows_from_them(facilitator):
    purchase = purchase_for(facilitator)
    said = Correction("Nettoyage", Euros.of(1_000_000), 36, "90911200", None, "Meaux")
    correct_purchase(purchase_id=purchase.pk, correction=said, by=facilitator, today=TODAY)
    (line,) = lines_on("purchase", purchase.pk, new_actor(Role.COORDINATION))
    lines = told(line)
    assert "Montant HT : 600 000 € → 1 000 000 €" in lines
    assert "Durée : 48 mois → 36 mois" in lines
    assert "Lancement : 1er septembre 2027 → vide" in lines
    assert any(one == "Avis détaillé : modifié" for one in lines)


def test_a_reason_is_said_once(facilitator):
    purchase = purchase_for(facilitator)
    leave_purchase_aside(purchase_id=purchase.pk, reason="Trop court.", by=facilitator)
    (line,) = lines_on("purchase", purchase.pk, facilitator)
    assert (line.reason, told(line)) == ("Trop court.", ["État : Reçu → Écarté"])


def test_who_is_gone_is_said_so_in_every_line(facilitator):
    clause = new_clause(facilitator)
    coordination = new_actor(Role.COORDINATION)
    Seat.objects.filter(person_id=facilitator.person_id).update(person=new_person())
    Person.objects.filter(pk=facilitator.person_id).delete()
    assert lines_on("clause", clause.pk, coordination)[0].who == "personne effacée"


def test_a_name_is_that_of_today(facilitator):
    clause = new_clause(facilitator)
    Organisation.objects.filter(pk=facilitator.organisation_id).update(name="Plateforme Sud")
    (line,) = lines_on("clause", clause.pk, facilitator)
    assert line.organisation == "Plateforme Sud"
    assert "Facilitateur : Plateforme Sud" in told(line)


def test_the_service_and_a_visitor_have_their_words():
    programme = new_programme(PASSER_BY)
    record("programme.receive", programme, by=PASSER_BY)
    record("programme.screen", programme, by=HOUSE)
    lines = lines_on("programme", programme.pk, PASSER_BY)
    assert [line.who for line in lines] == ["le service", "un visiteur"]
    assert [line.organisation for line in lines] == ["", ""]


def test_the_key_of_a_visitor_is_told_to_nobody_and_kept_nowhere():
    programme = new_programme(PASSER_BY)
    record("programme.receive", programme, by=PASSER_BY)
    entry = Entry.objects.get()
    assert entry.changes["visitor_key"] == []
    assert PASSER_BY.visitor_key not in str(entry.changes)
    (line,) = lines_on("programme", programme.pk, PASSER_BY)
    assert all("visitor" not in change.label.lower() for change in line.changes)


def test_what_is_deleted_keeps_its_line_for_the_coordination_alone():
    programme = new_programme(PASSER_BY)
    forget_abandoned(by=HOUSE, today=TODAY.replace(year=2099))
    assert Entry.objects.get().subject_id == str(programme.pk)
    with pytest.raises(NotFound):
        history_of("programme", programme.pk, seen_by=PASSER_BY)


def test_who_may_not_see_the_thing_sees_nothing_of_its_history(facilitator):
    clause = new_clause(facilitator)
    buyer = new_actor(Role.BUYER)
    for stranger in (new_actor(Role.FACILITATOR), buyer, PASSER_BY, new_actor(Role.COMPANY)):
        with pytest.raises(NotFound):
            history_of("clause", clause.pk, seen_by=stranger)
        assert recent_history("clause", clause.pk, seen_by=stranger).lines == ()


@pytest.mark.parametrize("subject", sorted(SUBJECTS))
def test_nothing_is_found_of_what_does_not_exist(subject, facilitator):
    pk = uuid4() if subject == "programme" else 987_654
    with pytest.raises(NotFound):
        history_of(subject, pk, seen_by=facilitator)


def test_the_acts_of_a_thing_sift_its_lines(facilitator):
    clause = new_clause(facilitator, state=ClauseState.WORDED)
    whole = history_of("clause", clause.pk, seen_by=facilitator)
    assert dict(whole.acts) == {
        "clause.open": "Ouvrir la clause",
        "clause.calibrate": "Calibrer",
        "clause.word": "Choisir le fondement",
    }
    some = history_of("clause", clause.pk, seen_by=facilitator, act="clause.word")
    assert [line.act for line in some.page.items] == ["clause.word"]
    unknown = history_of("clause", clause.pk, seen_by=facilitator, act="purchase.keep")
    assert unknown.page.total == 3


def test_pages_hold_thirty_lines_and_the_last_five_are_the_newest(facilitator):
    clause = new_clause(facilitator)
    for turn in range(ON_A_PAGE):
        calibrate(clause, facilitator, due=Hours.of(100 + turn))
    first = history_of("clause", clause.pk, seen_by=facilitator).page
    last = history_of("clause", clause.pk, seen_by=facilitator, page=2).page
    assert (len(first.items), len(last.items), first.total) == (ON_A_PAGE, 1, ON_A_PAGE + 1)
    recent = recent_history("clause", clause.pk, seen_by=facilitator)
    assert [line.id for line in recent.lines] == [line.id for line in first.items[:LAST]]


@pytest.mark.parametrize(
    ("ask", "most"),
    [
        (lambda pk, by: recent_history("clause", pk, seen_by=by), 2),
        (lambda pk, by: history_of("clause", pk, seen_by=by), 5),
    ],
)
def test_it_asks_the_database_as_much_whatever_the_lines(facilitator, ask, most):
    few, many = new_clause(facilitator), new_clause(facilitator)
    for turn in range(12):
        calibrate(many, facilitator, due=Hours.of(100 + turn))
    asked = []
    for clause in (few, many):
        with CaptureQueriesContext(connection) as queries:
            ask(clause.pk, facilitator)
        asked.append(len(queries))
    assert asked == [most, most]


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS.keys())
def test_every_field_of_what_has_a_history_is_told_in_french(subject):
    told_fields = fields()[subject.type]
    columns = {
        field.attname
        for field in subject.policy.model._meta.concrete_fields
        if not field.primary_key and field.attname != "committee_id"
    }
    assert set(told_fields) == columns


def test_a_clause_on_a_lot_is_called_by_its_lot(facilitator):
    lot = new_lot(new_consultation(facilitator=facilitator), object="Gros œuvre")
    clause_id = open_clause_on_lot(lot_id=lot.pk, months=12, by=facilitator)
    assert history_of("clause", clause_id, seen_by=facilitator).title == "Gros œuvre"
