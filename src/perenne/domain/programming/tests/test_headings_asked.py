"""A doubtful heading is asked once to each buyer, and never again."""

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import match_headings
from perenne.domain.programming.factories import (
    OTHER_PASSER_BY,
    PASSER_BY,
    TODAY,
    csv_of,
    file_of_purchases,
    received,
)
from perenne.domain.programming.models import HeadingMemory, PlannedPurchase, Programme
from perenne.domain.programming.queries import headings_to_match
from perenne.domain.programming.states import ProgrammeState
from perenne.domain.programming.tests.layouts import ODD, ODD_HEADING
from perenne.kit.actors import Role
from perenne.kit.refusals import NotFound, Refused

pytestmark = pytest.mark.django_db
REMARKS, NO_USE = "notes", ""


@pytest.fixture
def buyer():
    return new_actor(Role.BUYER)


def answer(programme_id, column, *, by):
    """Say what the odd heading of this programme means."""
    ((sheet, doubt),) = headings_to_match(programme_id, seen_by=by).doubts
    match_headings(
        programme_id=programme_id, answers={sheet: {str(doubt.index): column}}, by=by, today=TODAY
    )


def state_of(programme_id):
    return Programme.objects.get(pk=programme_id).state


def test_a_doubt_is_asked_before_anything_is_screened(buyer):
    programme_id = received(ODD, by=buyer)
    assert state_of(programme_id) == ProgrammeState.ASKING
    assert not PlannedPurchase.objects.exists()

    ((_, doubt),) = headings_to_match(programme_id, seen_by=buyer).doubts
    assert doubt.heading_text == ODD_HEADING
    assert doubt.samples == ("110 000", "70 000")
    assert doubt.question.startswith("La colonne «\xa0Prévision\xa0» contient-elle")


@pytest.mark.parametrize(
    ("column", "amounts"),
    [
        (REMARKS, [12_000_000, 8_000_000]),
        (NO_USE, [12_000_000, 8_000_000]),
        ("amount", [11_000_000, 7_000_000]),
    ],
)
def test_the_answer_is_followed(buyer, column, amounts):
    programme_id = received(ODD, by=buyer)
    answer(programme_id, column, by=buyer)
    assert state_of(programme_id) == ProgrammeState.DRAFT
    assert list(PlannedPurchase.objects.values_list("amount_cents", flat=True)) == amounts


@pytest.mark.parametrize("column", [REMARKS, NO_USE])
def test_what_a_buyer_said_once_is_not_asked_again(buyer, column):
    answer(received(ODD, by=buyer), column, by=buyer)
    assert state_of(received(ODD, by=buyer)) == ProgrammeState.DRAFT


@pytest.mark.parametrize("column", [REMARKS, NO_USE])
def test_another_buyer_is_asked(buyer, column):
    answer(received(ODD, by=buyer), column, by=buyer)
    assert state_of(received(ODD, by=new_actor(Role.BUYER))) == ProgrammeState.ASKING


def test_the_memory_is_of_the_heading_whatever_its_case(buyer):
    answer(received(ODD, by=buyer), REMARKS, by=buyer)
    assert str(HeadingMemory.objects.get()) == "prevision = notes"
    shouted = ODD.replace(ODD_HEADING.encode("cp1252"), b"PREVISION")
    assert state_of(received(shouted, by=buyer)) == ProgrammeState.DRAFT


def test_a_visitor_is_not_remembered():
    answer(received(ODD, by=PASSER_BY), REMARKS, by=PASSER_BY)
    assert not HeadingMemory.objects.exists()
    assert state_of(received(ODD, by=PASSER_BY)) == ProgrammeState.ASKING


def test_answers_that_leave_no_purchase_are_refused_and_asked_again(buyer):
    content = csv_of(("Prévision", "Où"), ("110 000", "Meaux"), ("70 000", "Melun"))
    programme_id = received(content, by=buyer)
    ((sheet, doubt), *_) = headings_to_match(programme_id, seen_by=buyer).doubts
    with pytest.raises(Refused, match="Aucun achat n’a été trouvé"):
        match_headings(
            programme_id=programme_id,
            answers={sheet: {str(doubt.index): NO_USE}},
            by=buyer,
            today=TODAY,
        )
    assert state_of(programme_id) == ProgrammeState.ASKING
    assert not HeadingMemory.objects.exists()


def test_nobody_else_is_shown_the_question(buyer):
    programme_id = received(ODD, by=PASSER_BY)
    for stranger in (buyer, OTHER_PASSER_BY, new_actor(Role.COORDINATION)):
        with pytest.raises(NotFound):
            headings_to_match(programme_id, seen_by=stranger)
        with pytest.raises(Refused):
            match_headings(programme_id=programme_id, answers={}, by=stranger, today=TODAY)


def test_what_is_not_in_doubt_is_not_asked(buyer):
    programme_id = received(file_of_purchases(1), by=buyer)
    with pytest.raises(NotFound):
        headings_to_match(programme_id, seen_by=buyer)


@pytest.mark.parametrize(("column", "told"), [(NO_USE, True), (REMARKS, False), ("amount", False)])
def test_a_column_of_no_use_is_told_with_the_verdicts(buyer, column, told):
    programme_id = received(ODD, by=buyer)
    answer(programme_id, column, by=buyer)
    notes = " ".join(Programme.objects.get(pk=programme_id).notes)
    assert (f"«\xa0{ODD_HEADING}\xa0»" in notes) is told
