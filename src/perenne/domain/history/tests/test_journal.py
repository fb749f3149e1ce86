"""The journal of the committee: its coordination reads it, and is known to have."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils.timezone import localdate, now

from perenne.domain.clauses.factories import new_clause
from perenne.domain.clauses.states import ClauseState
from perenne.domain.history.actions import (
    forget_readings,
    note_journal_export,
    note_journal_reading,
    send_heads,
)
from perenne.domain.history.queries import (
    Sieve,
    acts_known,
    alerts,
    journal_lines,
    lines_to_export,
)
from perenne.domain.history.queries import journal as journal_room
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Actor, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.chain import Witness, broken
from perenne.kit.journal.models import Entry
from perenne.kit.journal.reading import note_read
from perenne.kit.refusals import NotFound, Refused

TODAY = date(2026, 11, 26)


@pytest.fixture
def coordination(db):
    return new_actor(Role.COORDINATION)


@pytest.fixture
def worked(db):
    """Two facilitators: one clause worded, one opened."""
    north, south = (
        new_actor(Role.FACILITATOR, name=f"Plateforme {name}") for name in ("Nord", "Sud")
    )
    new_clause(north, state=ClauseState.WORDED)
    new_clause(south)
    return north, south


def acts(sieve, by):
    return sorted(line.act for line in journal_lines(sieve, seen_by=by).items)


@pytest.mark.django_db
def test_everything_is_in_it_newest_first(coordination, worked):
    lines = journal_lines(Sieve(), seen_by=coordination).items
    assert len(lines) == Entry.objects.count() == 6
    assert [line.id for line in lines] == sorted((line.id for line in lines), reverse=True)
    assert {line.subject for line in lines} == {"Clause", "Achat"}
    assert {line.address for line in lines} == {"history:clause", "history:purchase"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sieve", "found"),
    [
        (Sieve(act="clause.open"), ["clause.open", "clause.open"]),
        (Sieve(organisation="nord"), ["clause.calibrate", "clause.open", "clause.word",
                                      "purchase.keep"]),
        (Sieve(organisation="sud", act="clause.open"), ["clause.open"]),
        (Sieve(person="personne"), []),
        (Sieve(person="MARTIN", organisation="sud"), ["clause.open", "purchase.keep"]),
        (Sieve(act="x.y"), []),
        (Sieve(day=date(2020, 1, 1)), []),
    ],
)  # fmt: skip
def test_it_is_sifted_by_act_organisation_person_and_day(coordination, worked, sieve, found):
    assert acts(sieve, coordination) == found


@pytest.mark.django_db
def test_a_day_is_that_of_paris(coordination, worked):
    assert len(acts(Sieve(day=localdate()), coordination)) == 6
    assert acts(Sieve(day=localdate() - timedelta(days=1)), coordination) == []
    assert acts(Sieve(day=localdate() + timedelta(days=1)), coordination) == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted({*Role} - {Role.COORDINATION, Role.HOUSE, Role.COMMAND}))
def test_nobody_else_reads_it_nor_takes_it_away(role, worked):
    without_organisation = {Role.VISITOR: VISITOR, Role.WAITING: Actor(Role.WAITING, 1, 1)}
    actor = without_organisation.get(role) or new_actor(role)
    with pytest.raises(NotFound):
        journal_lines(Sieve(), seen_by=actor)
    with pytest.raises(NotFound):
        lines_to_export(Sieve(), seen_by=actor)
    with pytest.raises(Refused):
        note_journal_reading(by=actor, today=TODAY)
    assert alerts(seen_by=actor, now=now()) == ()


@pytest.mark.django_db
def test_reading_it_is_recorded_once_a_day_for_each_reader(coordination):
    other = new_actor(Role.COORDINATION)
    for reader in (coordination, coordination, other, coordination):
        note_journal_reading(by=reader, today=localdate())
    readers = Entry.objects.filter(act="journal.read").values_list("person_id", flat=True)
    assert sorted(readers) == sorted([coordination.person_id, other.person_id])
    note_journal_reading(by=coordination, today=localdate() + timedelta(days=1))
    assert Entry.objects.filter(act="journal.read").count() == 3


@pytest.mark.django_db
def test_each_export_is_recorded_with_its_size(coordination):
    for lines in (3, 4):
        note_journal_export(lines=lines, by=coordination)
    newest = journal_lines(Sieve(), seen_by=coordination).items[0]
    assert (newest.subject, newest.subject_id, newest.address) == ("Comité", "77", "")
    assert [str(change) for change in newest.changes] == ["Lignes exportées : 4"]
    assert Entry.objects.filter(act="journal.export").count() == 2


@pytest.mark.django_db
def test_a_file_too_long_is_refused_with_what_to_do(coordination, worked, monkeypatch):
    monkeypatch.setattr(journal_room, "MOST_EXPORTED", 5)
    with pytest.raises(Refused, match="choisissez un jour"):
        lines_to_export(Sieve(), seen_by=coordination)
    assert len(lines_to_export(Sieve(organisation="nord"), seen_by=coordination)) == 4


@pytest.mark.django_db
def test_who_opened_too_many_files_is_told_to_the_coordination(coordination):
    reader = new_actor(Role.COMPANY)
    for _ in range(101):
        note_read(StoredFile(), by=reader)
    (alert,) = alerts(seen_by=coordination, now=now())
    assert (alert.who, alert.files) == ("Camille Martin", 101)
    assert alerts(seen_by=coordination, now=now() + timedelta(days=8)) == ()


def test_every_act_known_has_a_label_of_its_own():
    labels = dict(acts_known())
    assert {"clause.open", "journal.read", "purchase.keep", "organisation.register"} <= set(labels)
    assert all(labels.values())


def test_the_heads_that_leave_at_night_prove_later_that_nothing_was_rewritten(
    real_commits, settings
):
    new_clause(new_actor(Role.FACILITATOR), state=ClauseState.CALIBRATED)
    assert send_heads(to=["temoin@exemple.test", "autre@exemple.test"], now=now()) == 2
    assert [sent.to for sent in mail.outbox] == [["temoin@exemple.test"], ["autre@exemple.test"]]
    assert mail.outbox[0].subject == f"Journal de Pérenne, comité 77, {localdate():%d/%m/%Y}"
    (line,) = [line for line in mail.outbox[0].body.splitlines() if line.startswith("77:")]
    witness = Witness.read(line.split()[0])
    assert (witness.committee, witness.seq) == ("77", Entry.objects.count())
    assert broken([witness]) == ()


@pytest.mark.django_db
def test_a_journal_without_an_entry_sends_nothing():
    assert send_heads(to=["temoin@exemple.test"], now=now()) == 0
    assert mail.outbox == []


@pytest.mark.django_db
def test_young_reads_are_kept(coordination):
    note_read(StoredFile(), by=coordination)
    assert forget_readings(now=now()) == 0
    assert forget_readings(now=now() - timedelta(days=300)) == 0
