"""Every act on a programme, a purchase or a clause leaves a line, in the name of who did it."""

from dataclasses import fields

import pytest

from perenne.domain.clauses.actions import (
    approve_clause,
    calibrate_clause,
    comment_clause,
    drop_clause,
    open_clause,
    resolve_comment,
    send_clause_back,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.factories import MILLION, TERMS, new_clause, purchase_for
from perenne.domain.clauses.policy import CLAUSE_GRANTS
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.actions import Identity
from perenne.domain.organisations.factories import new_actor
from perenne.domain.people.factories import PASSWORD
from perenne.domain.programming.actions import (
    Newcomer,
    correct_purchase,
    forget_abandoned,
    forget_programme,
    keep_purchase,
    leave_purchase_aside,
    match_headings,
    screen_programme,
    send_as_new_buyer,
    send_programme,
    take_purchase_back,
)
from perenne.domain.programming.actions.correcting import Correction
from perenne.domain.programming.factories import (
    PASSER_BY,
    PURCHASE,
    TODAY,
    file_of_purchases,
    new_programme,
    new_purchase,
    received,
)
from perenne.domain.programming.policy import BUNDLE_GRANTS
from perenne.domain.programming.policy import GRANTS as PROGRAMMING_GRANTS
from perenne.domain.programming.queries import headings_to_match
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.programming.tests.layouts import ODD
from perenne.kit.actors import HOUSE, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db
SAID = Correction(**{field.name: getattr(PURCHASE, field.name) for field in fields(Correction)})


def receive(buyer, _):
    received(file_of_purchases(1), by=buyer)
    return buyer


def match(buyer, _):
    programme_id = received(ODD, by=buyer)
    ((sheet, doubt),) = headings_to_match(programme_id, seen_by=buyer).doubts
    answers = {sheet: {str(doubt.index): ""}}
    match_headings(programme_id=programme_id, answers=answers, by=buyer, today=TODAY)
    return buyer


def screen(buyer, _):
    programme = new_programme(buyer, state=ProgrammeState.READING)
    screen_programme(programme_id=programme.pk, by=HOUSE, today=TODAY)
    return HOUSE


def send(buyer, _):
    send_programme(programme_id=new_programme(buyer).pk, by=buyer, today=TODAY)
    return buyer


def send_as_newcomer(*_):
    newcomer = Newcomer("Camille", "c@exemple.test", "", PASSWORD, Identity("Ville"))
    programme_id = new_programme(PASSER_BY).pk
    return send_as_new_buyer(
        programme_id=programme_id, newcomer=newcomer, by=PASSER_BY, today=TODAY
    )


def forget(buyer, _):
    forget_programme(programme_id=new_programme(buyer).pk, by=buyer)
    return buyer


def sweep(*_):
    new_programme(PASSER_BY)
    forget_abandoned(by=HOUSE, today=TODAY.replace(year=2099))
    return HOUSE


def correct(_, facilitator):
    purchase = purchase_for(facilitator)
    correct_purchase(purchase_id=purchase.pk, correction=SAID, by=facilitator, today=TODAY)
    return facilitator


def keep(_, facilitator):
    keep_purchase(purchase_id=purchase_for(facilitator).pk, by=facilitator)
    return facilitator


def leave_aside(_, facilitator):
    purchase_id = purchase_for(facilitator).pk
    leave_purchase_aside(purchase_id=purchase_id, reason="Trop court.", by=facilitator)
    return facilitator


def take_back(buyer, facilitator):
    programme = new_programme(buyer, state=ProgrammeState.SENT)
    aside = new_purchase(programme, facilitator=facilitator, state=PurchaseState.LEFT_ASIDE)
    take_purchase_back(purchase_id=aside.pk, by=facilitator)
    return facilitator


def open_(_, facilitator):
    open_clause(purchase_id=purchase_for(facilitator).pk, by=facilitator)
    return facilitator


def calibrate(_, facilitator):
    clause_id = new_clause(facilitator).pk
    calibrate_clause(clause_id=clause_id, hypotheses=MILLION, by=facilitator, on=TODAY)
    return facilitator


def word(_, facilitator):
    clause = new_clause(facilitator, state=ClauseState.CALIBRATED)
    word_clause(clause_id=clause.pk, terms=TERMS, by=facilitator)
    return facilitator


def submit(_, facilitator):
    clause = new_clause(facilitator, state=ClauseState.WORDED)
    submit_clause(clause_id=clause.pk, by=facilitator, on=TODAY)
    return facilitator


def send_back(buyer, facilitator):
    clause = new_clause(facilitator, buyer=buyer, state=ClauseState.SUBMITTED)
    send_clause_back(clause_id=clause.pk, reason="Volume trop haut.", by=buyer)
    return buyer


def approve(buyer, facilitator):
    clause = new_clause(facilitator, buyer=buyer, state=ClauseState.SUBMITTED)
    approve_clause(clause_id=clause.pk, number=1, by=buyer, on=TODAY)
    return buyer


def drop(_, facilitator):
    clause = new_clause(facilitator, state=ClauseState.CALIBRATED)
    drop_clause(clause_id=clause.pk, reason="Besoin abandonné.", by=facilitator)
    return facilitator


def comment(buyer, facilitator):
    clause = new_clause(facilitator, buyer=buyer, state=ClauseState.SUBMITTED)
    comment_clause(clause_id=clause.pk, piece="ccap", text="Et les délais ?", by=buyer)
    return buyer


def resolve(buyer, facilitator):
    clause = new_clause(facilitator, buyer=buyer, state=ClauseState.WORDED)
    said = comment_clause(clause_id=clause.pk, piece="", text="Et les délais ?", by=buyer)
    resolve_comment(clause_id=clause.pk, thread_id=said, by=facilitator, on=TODAY)
    return facilitator


ACTS = [
    ("programme.receive", receive),
    ("programme.match_headings", match),
    ("programme.screen", screen),
    ("programme.send", send),
    ("programme.send", send_as_newcomer),
    ("programme.forget", forget),
    ("programme.forget", sweep),
    ("purchase.correct", correct),
    ("purchase.keep", keep),
    ("purchase.leave_aside", leave_aside),
    ("purchase.take_back", take_back),
    ("clause.open", open_),
    ("clause.calibrate", calibrate),
    ("clause.word", word),
    ("clause.submit", submit),
    ("clause.send_back", send_back),
    ("clause.approve", approve),
    ("clause.drop", drop),
    ("clause.comment", comment),
    ("clause.resolve", resolve),
]
WITH_ITS_CONSULTATION = {"clause.publish", "clause.draft_again"}
WITH_ITS_CONTRACT = {"clause.start", "clause.close"}
WRITES_NOTHING = {"programme.view", "purchase.view", "clause.view", "clause.take_away"}
WITH_ITS_PROGRAMME = {"purchase.hand_over"}
SAID_OF_ITS_FILE = {"programme.take_source"}
OF_PROGRAMMING = {
    "pairing.view", "pairing.confirm", "pairing.separate", "pairing.join", "programme.compare",
    "programme.report", "purchase.hide", "purchase.show", "purchase.follow", "purchase.reassign",
    "purchase.cover", "purchase.give_back", "purchase.justify",
}  # fmt: skip
SAID_ELSEWHERE = set(BUNDLE_GRANTS) | OF_PROGRAMMING
"""In the tests of programming."""


@pytest.mark.parametrize(("act", "perform"), ACTS, ids=[done.__name__ for _, done in ACTS])
def test_an_act_leaves_one_line_in_the_name_of_who_did_it(act, perform):
    actor = perform(new_actor(Role.BUYER), new_actor(Role.FACILITATOR))
    entry = Entry.objects.get(act=act)
    assert (entry.person_id, entry.organisation_id) == (actor.person_id, actor.organisation_id)
    assert entry.subject_type.startswith(("programming.", "clauses."))
    assert entry.subject_id not in {"", "None"}


def test_no_act_that_changes_anything_is_missing_from_this_list():
    granted = {*CLAUSE_GRANTS, *PROGRAMMING_GRANTS} - WRITES_NOTHING
    said = {act for act, _ in ACTS} - {"clause.open", "clause.resolve"}
    elsewhere = WITH_ITS_PROGRAMME | WITH_ITS_CONSULTATION | WITH_ITS_CONTRACT | SAID_ELSEWHERE
    assert granted - elsewhere - SAID_OF_ITS_FILE == said


def test_what_is_refused_leaves_no_line():
    purchase = purchase_for(new_actor(Role.FACILITATOR))
    with pytest.raises(Refused):
        keep_purchase(purchase_id=purchase.pk, by=new_actor(Role.FACILITATOR))
    assert not Entry.objects.exists()


def test_a_line_holds_no_personal_value():
    send_as_newcomer()
    facts = " ".join(str(entry.facts) for entry in Entry.objects.all())
    assert "Camille" not in facts
    assert "@" not in facts
    assert PASSWORD not in facts
