"""Drafts that nobody sent do not stay, nor do their files; what is sent does."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import forget_abandoned, forget_programme
from perenne.domain.programming.actions.forgetting import DAYS_KEPT
from perenne.domain.programming.factories import (
    OTHER_PASSER_BY,
    PASSER_BY,
    TODAY,
    file_of_purchases,
    new_programme,
    received,
)
from perenne.domain.programming.models import PlannedPurchase, Programme, SourceLine
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import HOUSE, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db


def is_stored(place):
    return storages["private"].exists(place)


def test_a_draft_goes_with_its_lines_its_purchases_and_its_file(
    django_capture_on_commit_callbacks,
):
    programme = Programme.objects.get(pk=received(file_of_purchases(3), by=PASSER_BY))
    place = programme.file.place
    with django_capture_on_commit_callbacks(execute=True):
        forget_programme(programme_id=programme.pk, by=PASSER_BY)
        assert is_stored(place)  # an act that fails later has lost nothing

    assert not is_stored(place)
    for model in (Programme, SourceLine, PlannedPurchase, StoredFile):
        assert not model.objects.exists()


@pytest.mark.parametrize(
    "state", [ProgrammeState.ASKING, ProgrammeState.READING, ProgrammeState.DRAFT]
)
def test_a_buyer_forgets_a_draft_at_any_stage(state):
    buyer = new_actor(Role.BUYER)
    forget_programme(programme_id=new_programme(buyer, state=state).pk, by=buyer)
    assert not Programme.objects.exists()


def test_what_is_sent_is_never_forgotten():
    buyer = new_actor(Role.BUYER)
    programme = new_programme(buyer, state=ProgrammeState.SENT)
    for actor in (buyer, HOUSE, new_actor(Role.COORDINATION)):
        with pytest.raises(Refused):
            forget_programme(programme_id=programme.pk, by=actor)
    assert forget_abandoned(by=HOUSE, today=TODAY + timedelta(days=3_000)) == 0
    assert is_stored(programme.file.place)


def test_nobody_forgets_the_draft_of_another():
    programme = new_programme(PASSER_BY)
    for actor in (OTHER_PASSER_BY, new_actor(Role.BUYER), new_actor(Role.FACILITATOR)):
        with pytest.raises(Refused):
            forget_programme(programme_id=programme.pk, by=actor)
    assert Programme.objects.get() == programme


@pytest.mark.parametrize(
    ("days", "state", "is_kept"),
    [
        (0, ProgrammeState.DRAFT, True),
        (DAYS_KEPT, ProgrammeState.DRAFT, True),
        (DAYS_KEPT + 1, ProgrammeState.DRAFT, False),
        (DAYS_KEPT + 1, ProgrammeState.ASKING, False),
        (DAYS_KEPT + 1, ProgrammeState.READING, False),
    ],
)
def test_the_draft_of_a_visitor_stays_thirty_days(
    days, state, is_kept, django_capture_on_commit_callbacks
):
    programme = new_programme(PASSER_BY, received_on=TODAY, state=state)
    with django_capture_on_commit_callbacks(execute=True):
        forgotten = forget_abandoned(by=HOUSE, today=TODAY + timedelta(days=days))
    assert forgotten == (0 if is_kept else 1)
    assert Programme.objects.exists() == is_stored(programme.file.place) == is_kept


def test_the_draft_of_a_buyer_stays_until_they_say():
    new_programme(new_actor(Role.BUYER), received_on=TODAY)
    assert forget_abandoned(by=HOUSE, today=TODAY + timedelta(days=3_000)) == 0


def test_only_the_house_sweeps_the_drafts_of_everybody():
    new_programme(PASSER_BY, received_on=TODAY)
    late = TODAY + timedelta(days=99)
    assert forget_abandoned(by=new_actor(Role.COORDINATION), today=late) == 0
    assert forget_abandoned(by=OTHER_PASSER_BY, today=late) == 0
    assert Programme.objects.exists()
