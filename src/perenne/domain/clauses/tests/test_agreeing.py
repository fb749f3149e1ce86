"""A version is frozen, read, commented, approved, sent back; what is frozen stays so."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from perenne.domain.clauses.actions import (
    answer_comment,
    approve_clause,
    comment_clause,
    grade_criterion,
    prepare_again,
    publish_consultation,
    resolve_comment,
    send_clause_back,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.factories import TERMS, new_clause
from perenne.domain.clauses.models import Clause, ClauseVersion
from perenne.domain.clauses.queries import (
    clause_card,
    clauses_of,
    pieces_of,
    publication_of,
    redline,
    threads_of,
    versions_of,
)
from perenne.domain.clauses.states import ClauseState
from perenne.domain.procurement.actions import find_lot_unsuccessful
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.procurement.models import Lot
from perenne.domain.procurement.states import LotState
from perenne.domain.programming.factories import TODAY
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.criterion import default_grid
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula, Tariff
from perenne.values import Euros, Share

DEARER = replace(TERMS, penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(80)))


@pytest.fixture
def submitted(facilitator, buyer):
    return new_clause(facilitator, buyer=buyer, state=ClauseState.SUBMITTED)


def sql(statement, *arguments):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, arguments)


def state_of(clause):
    return Clause.objects.values_list("state", flat=True).get(pk=clause.pk)


def second_version(clause, facilitator, buyer, terms=DEARER):
    send_clause_back(clause_id=clause.pk, reason="Pénalité trop basse.", by=buyer)
    word_clause(clause_id=clause.pk, terms=terms, by=facilitator)
    return submit_clause(clause_id=clause.pk, by=facilitator, on=TODAY)


def test_a_submission_freezes_the_terms_and_every_text(submitted, facilitator, buyer):
    (version,) = versions_of(submitted.pk, seen_by=buyer)
    assert (version.number, version.organisation) == (1, "Plateforme Nord")
    kept = ClauseVersion.objects.get(clause=submitted)
    assert kept.terms["penalty_cents"] == 5_000
    assert [piece["code"] for piece in kept.texts] == [
        "notice", "rc", "ccap", "cctp", "ae", "suivi", "publics",
    ]  # fmt: skip
    with pytest.raises(Refused):
        word_clause(clause_id=submitted.pk, terms=DEARER, by=facilitator)


def test_what_was_submitted_is_given_back_as_it_was_even_if_the_rules_change(
    submitted, facilitator, monkeypatch
):
    before = pieces_of(clause_card(submitted.pk, seen_by=facilitator))
    monkeypatch.setattr("perenne.domain.clauses.queries.wording.pieces_for", lambda terms: ())
    assert pieces_of(clause_card(submitted.pk, seen_by=facilitator)) == before


def test_two_versions_are_compared_term_by_term_and_word_by_word(submitted, facilitator, buyer):
    assert second_version(submitted, facilitator, buyer) == 2
    found = redline(submitted.pk, 1, 2, seen_by=buyer)
    (term,) = found.terms
    assert (term.label, term.before, term.after) == (
        "Pénalité par heure non réalisée", "50\u00a0€", "80\u00a0€",
    )  # fmt: skip
    changed = {piece.code: piece.paragraphs for piece in found.pieces if piece.paragraphs}
    assert set(changed) == {"ccap"}
    runs = [(run.kind, run.text) for run in changed["ccap"][0] if run.kind != "same"]
    assert runs == [("gone", "50"), ("added", "80")]
    for wrong in ((1, 1), (1, 3)):
        with pytest.raises(NotFound):
            redline(submitted.pk, *wrong, seen_by=buyer)


def test_the_buyer_approves_the_version_that_it_read_and_consents_by_it(
    submitted, facilitator, buyer
):
    second_version(submitted, facilitator, buyer)
    with pytest.raises(Refused, match="Une version 2 a été soumise"):
        approve_clause(clause_id=submitted.pk, number=1, by=buyer, on=TODAY)
    approve_clause(clause_id=submitted.pk, number=2, by=buyer, on=TODAY)
    row = Clause.objects.get(pk=submitted.pk)
    assert (row.state, row.approved_on, row.consent_on, row.consent_by_id) == (
        ClauseState.APPROVED, TODAY, TODAY, buyer.organisation_id,
    )  # fmt: skip
    send_clause_back(clause_id=submitted.pk, reason="Oubli d’un lot.", by=buyer)
    row.refresh_from_db()
    assert (row.approved_on, row.consent_on, row.consent_by_id) == (None, None, None)


def test_a_clause_goes_back_with_a_reason_that_opens_a_thread(submitted, buyer, facilitator):
    with pytest.raises(Refused, match="Dites pourquoi"):
        send_clause_back(clause_id=submitted.pk, reason=" ", by=buyer)
    assert state_of(submitted) == ClauseState.SUBMITTED
    send_clause_back(clause_id=submitted.pk, reason="Trop d’heures.", by=buyer)
    (thread,) = threads_of(submitted.pk, seen_by=facilitator)
    assert (thread.first.text, thread.first.organisation) == ("Trop d’heures.", "Ville de Meaux")


def test_threads_are_answered_closed_and_counted(submitted, buyer, facilitator):
    said = comment_clause(clause_id=submitted.pk, piece="ccap", text=" Et ? ", by=buyer)
    answer_comment(clause_id=submitted.pk, thread_id=said, text="Voici.", by=facilitator)
    (row,) = clauses_of(seen_by=buyer).items
    assert (row.open_comments, row.number, row.may_approve) == (1, 1, True)
    resolve_comment(clause_id=submitted.pk, thread_id=said, by=buyer, on=TODAY)
    (thread,) = threads_of(submitted.pk, seen_by=buyer)
    assert [one.text for one in (thread.first, *thread.answers)] == ["Et ?", "Voici."]
    assert thread.resolved_on == TODAY
    assert clauses_of(seen_by=buyer).items[0].open_comments == 0
    for thread_id in (said, 0):
        with pytest.raises(Refused, match="n’existe plus"):
            answer_comment(clause_id=submitted.pk, thread_id=thread_id, text="Non.", by=buyer)
    with pytest.raises(Refused, match="Choisissez une pièce"):
        comment_clause(clause_id=submitted.pk, piece="facture", text="Et ?", by=buyer)


def test_what_cannot_be_done_is_not_submitted(facilitator):
    clause = new_clause(facilitator, state=ClauseState.CALIBRATED)
    asked = replace(TERMS, requirements={"weekly_hours": 40})
    word_clause(clause_id=clause.pk, terms=asked, by=facilitator)
    with pytest.raises(Refused, match="dépassent la durée légale"):
        submit_clause(clause_id=clause.pk, by=facilitator, on=TODAY)


def test_a_grid_belongs_to_a_clause_with_a_criterion(facilitator):
    clause = new_clause(facilitator, state=ClauseState.WORDED)
    with pytest.raises(Refused, match="ne comporte pas de critère"):
        grade_criterion(clause_id=clause.pk, grid=default_grid(), by=facilitator)
    noted = replace(
        TERMS, basis=LegalBasis.CONDITION_AND_CRITERION, criterion_weight=Share.percent(10)
    )
    word_clause(clause_id=clause.pk, terms=noted, by=facilitator)
    grade_criterion(clause_id=clause.pk, grid=default_grid(), by=facilitator)
    card = clause_card(clause.pk, seen_by=facilitator)
    assert card.criterion == default_grid()
    frame = next(piece for piece in pieces_of(card) if piece.code == "critere")
    assert "Combien d’heures d’insertion proposez-vous" in frame.as_text()


FROZEN = ["submitted", "approved", "published", "in_execution", "closed"]
CHANGES = [
    "UPDATE clauses_clause SET due_minutes = due_minutes + 60 WHERE id = %s",
    "UPDATE clauses_clause SET penalty_cents = 1 WHERE id = %s",
    "UPDATE clauses_clause SET globalisation = 'refused' WHERE id = %s",
    "UPDATE clauses_clause SET statement_day = 1 WHERE id = %s",
    "INSERT INTO clauses_qualityrequirement (clause_id, kind, quantity) VALUES (%s, 'training', 7)",
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("state", FROZEN)
def test_the_database_refuses_any_change_of_frozen_terms(facilitator, state, change):
    clause = new_clause(facilitator, state=ClauseState(state))
    with pytest.raises(DatabaseError, match="frozen"):
        sql(change, clause.pk)


@pytest.mark.parametrize("state", ["published", "in_execution", "closed"])
def test_the_database_keeps_the_consent_once_published(facilitator, state):
    clause = new_clause(facilitator, state=ClauseState(state))
    with pytest.raises(DatabaseError, match="frozen"):
        sql("UPDATE clauses_clause SET consent_on = '2020-01-01' WHERE id = %s", clause.pk)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE clauses_clauseversion SET terms = '{}' WHERE clause_id = %s",
        "DELETE FROM clauses_clauseversion WHERE clause_id = %s",
    ],
)
def test_the_database_never_changes_a_version(submitted, change):
    with pytest.raises(DatabaseError, match="never changed"):
        sql(change, submitted.pk)


@pytest.fixture
def consultation(facilitator, buyer):
    return new_consultation(buyer=buyer, facilitator=facilitator)


def clause_on(consultation, facilitator, buyer, state):
    """A clause of a purchase that has become a lot of the consultation."""
    clause = new_clause(facilitator, buyer=buyer, state=state)
    new_lot(consultation, purchase=clause.purchase)
    return clause


def test_a_consultation_is_published_with_its_clauses_or_not_at_all(
    consultation, facilitator, buyer
):
    ready = clause_on(consultation, facilitator, buyer, ClauseState.APPROVED)
    late = clause_on(consultation, facilitator, buyer, ClauseState.SUBMITTED)
    new_lot(consultation, number="9")
    assert publication_of(consultation.pk, seen_by=facilitator).is_held_back
    with pytest.raises(Refused, match="Soumise à l’acheteur"):
        publish_consultation(consultation_id=consultation.pk, on=TODAY, by=facilitator)
    assert {state_of(ready), *Lot.objects.values_list("state", flat=True)} == {
        ClauseState.APPROVED, LotState.PREPARED,
    }  # fmt: skip
    approve_clause(clause_id=late.pk, number=1, by=buyer, on=TODAY)
    publish_consultation(consultation_id=consultation.pk, on=TODAY, by=buyer)
    assert {state_of(ready), state_of(late)} == {ClauseState.PUBLISHED}
    assert set(Lot.objects.values_list("state", flat=True)) == {LotState.PUBLISHED}
    assert Clause.objects.get(pk=ready.pk).lot.consultation_id == consultation.pk


def test_a_clause_that_was_dropped_holds_nothing_back(consultation, facilitator, buyer):
    dropped = clause_on(consultation, facilitator, buyer, ClauseState.DROPPED)
    publish_consultation(consultation_id=consultation.pk, on=TODAY, by=buyer)
    assert state_of(dropped) == ClauseState.DROPPED


def test_a_lot_without_an_award_is_prepared_again_with_its_clause(consultation, facilitator, buyer):
    clause = clause_on(consultation, facilitator, buyer, ClauseState.APPROVED)
    publish_consultation(consultation_id=consultation.pk, on=TODAY, by=buyer)
    lot = Lot.objects.get()
    find_lot_unsuccessful(lot_id=lot.pk, reason="Aucune offre reçue.", by=buyer)
    assert state_of(clause) == ClauseState.PUBLISHED
    prepare_again(lot_id=lot.pk, by=buyer)
    assert state_of(clause) == ClauseState.WORDED
    word_clause(clause_id=clause.pk, terms=DEARER, by=facilitator)
    assert submit_clause(clause_id=clause.pk, by=facilitator, on=TODAY) == 2
