"""Lines become purchases batch after batch; a run that died is simply run again."""

from datetime import timedelta

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from perenne.domain.programming import tasks
from perenne.domain.programming.actions import (
    forget_programme,
    match_headings,
    screen_left_behind,
    screen_programme,
    screening,
)
from perenne.domain.programming.actions.receiving import MOST_LINES_AT_ONCE
from perenne.domain.programming.actions.screening import LINES_IN_A_BATCH
from perenne.domain.programming.factories import (
    PASSER_BY,
    TODAY,
    file_of_purchases,
    new_programme,
    received,
)
from perenne.domain.programming.models import PlannedPurchase, Programme, SourceLine
from perenne.domain.programming.queries import headings_to_match, programme_card
from perenne.domain.programming.queries.screening import Screening
from perenne.domain.programming.states import ProgrammeState
from perenne.domain.programming.tests.layouts import ODD
from perenne.kit.actors import HOUSE
from perenne.kit.files.keeping import keep
from perenne.kit.files.uses import Use
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.tenancy.current import WORKER

LONG = MOST_LINES_AT_ONCE + 100
SEVERAL_BATCHES = 2 * LINES_IN_A_BATCH + 100


class Died(Exception):  # noqa: N818 - it is no error of ours
    """The process is killed between two batches."""


def reading(number_of_lines):
    """A programme whose lines are still to be read: the headings are one of them."""
    file = keep(file_of_purchases(number_of_lines - 1), "programme.csv", Use.PROGRAMME)
    return new_programme(PASSER_BY, file=file, state=ProgrammeState.READING)


def meanwhile(monkeypatch, after, happens):
    """`happens` comes once, when so many lines have been screened."""
    lines_of = Screening.lines_of

    def interrupted(self, programme):
        for number, line in enumerate(lines_of(self, programme), start=1):
            if number == after:
                monkeypatch.undo()
                happens()
            yield line

    monkeypatch.setattr(Screening, "lines_of", interrupted)


def screen(programme, by=HOUSE):
    screen_programme(programme_id=programme.pk, by=by, today=TODAY)


@pytest.mark.django_db
def test_a_run_that_died_is_run_again_and_no_line_is_twice(monkeypatch):
    programme = reading(SEVERAL_BATCHES)

    def die():
        raise Died

    meanwhile(monkeypatch, SEVERAL_BATCHES - 10, die)
    with pytest.raises(Died):
        screen(programme)
    programme.refresh_from_db()
    assert (programme.state, programme.lines_read) == (
        ProgrammeState.READING,
        2 * LINES_IN_A_BATCH,
    )

    assert screen_left_behind(by=HOUSE, today=TODAY) == 0  # it may be under way
    assert screen_left_behind(by=HOUSE, today=TODAY + timedelta(1)) == 1
    programme.refresh_from_db()
    assert programme.state == ProgrammeState.DRAFT
    assert programme.lines_read == programme.lines_total == SEVERAL_BATCHES
    assert programme.lines.count() == SEVERAL_BATCHES
    assert programme.purchases.count() == SEVERAL_BATCHES - 1


@pytest.mark.django_db
def test_a_run_overtaken_by_another_stops_and_leaves_the_other_whole(monkeypatch):
    programme = reading(SEVERAL_BATCHES)
    meanwhile(monkeypatch, SEVERAL_BATCHES - 10, lambda: screen(programme))
    with pytest.raises(Refused):
        screen(programme)
    programme.refresh_from_db()
    assert programme.state == ProgrammeState.DRAFT
    assert programme.lines.count() == programme.lines_read == SEVERAL_BATCHES


@pytest.mark.django_db
def test_a_run_that_starts_again_under_another_stops_it(monkeypatch):
    programme = reading(SEVERAL_BATCHES)
    seen = []

    def start_again():
        SourceLine.objects.all().delete()
        Programme.objects.update(lines_read=0)
        seen.append(programme.pk)

    meanwhile(monkeypatch, SEVERAL_BATCHES - 10, start_again)
    with pytest.raises(Refused, match="a été reprise"):
        screen(programme)
    assert seen == [programme.pk]
    assert not PlannedPurchase.objects.exists()


@pytest.mark.django_db
def test_a_programme_forgotten_while_it_is_read_stays_forgotten(monkeypatch):
    programme = reading(SEVERAL_BATCHES)
    meanwhile(
        monkeypatch,
        SEVERAL_BATCHES - 10,
        lambda: forget_programme(programme_id=programme.pk, by=PASSER_BY),
    )
    with pytest.raises(Refused, match="Vous ne pouvez pas"):
        screen(programme)
    assert not Programme.objects.exists()
    assert not SourceLine.objects.exists()


@pytest.mark.django_db
def test_what_is_screened_is_not_screened_again():
    programme = new_programme(PASSER_BY, state=ProgrammeState.DRAFT)
    with pytest.raises(Refused):
        screen(programme)


@pytest.mark.django_db
def test_the_number_of_queries_grows_by_the_batch_not_by_the_line(django_assert_max_num_queries):
    programme = reading(SEVERAL_BATCHES)
    with django_assert_max_num_queries(60):
        screen(programme)


@pytest.mark.django_db
def test_a_short_file_is_screened_at_once():
    received(file_of_purchases(3), by=PASSER_BY)
    assert Programme.objects.get().state == ProgrammeState.DRAFT
    assert waiting_jobs() == []


@pytest.mark.slow
def test_a_long_file_is_screened_by_a_job_that_shows_its_progress(real_commits, monkeypatch):
    programme_id = received(file_of_purchases(LONG - 1), by=PASSER_BY)
    card = programme_card(programme_id, seen_by=PASSER_BY)
    assert (card.state, card.lines_read, card.lines_total) == (ProgrammeState.READING, 0, LONG)
    assert waiting_jobs() == ["programming.screen_programme"]

    progress = []
    keep_batch = screening._keep

    def watched(programme, batch, by):
        keep_batch(programme, batch, by)
        progress.append(programme_card(programme_id, seen_by=PASSER_BY).lines_read)

    monkeypatch.setattr(screening, "_keep", watched)
    work_off_the_queue(monkeypatch)

    assert progress == [*range(LINES_IN_A_BATCH, LONG, LINES_IN_A_BATCH), LONG]
    card = programme_card(programme_id, seen_by=PASSER_BY)
    assert (card.state, card.counts.purchases) == (ProgrammeState.DRAFT, LONG - 1)
    assert waiting_jobs() == []
    numbers = dict(Entry.objects.values_list("act", "correlation"))
    assert numbers["programme.receive"] == ""
    assert numbers["programme.screen"].startswith("job ")


@pytest.mark.slow
def test_a_long_file_whose_headings_were_asked_waits_for_a_job_too(real_commits, monkeypatch):
    headings, *purchases = ODD.splitlines()
    programme_id = received(b"\r\n".join([headings, *purchases * LONG]), by=PASSER_BY)
    ((sheet, doubt),) = headings_to_match(programme_id, seen_by=PASSER_BY).doubts
    assert waiting_jobs() == []

    answers = {sheet: {str(doubt.index): ""}}
    match_headings(programme_id=programme_id, answers=answers, by=PASSER_BY, today=TODAY)
    assert Programme.objects.get().state == ProgrammeState.READING
    assert waiting_jobs() == ["programming.screen_programme"]


@pytest.mark.django_db
def test_the_tasks_act_for_the_house():
    programme = reading(3)
    tasks.screen_programme(str(programme.pk))
    programme.refresh_from_db()
    assert programme.state == ProgrammeState.DRAFT

    Programme.objects.update(received_on=TODAY.replace(year=2020))
    tasks.forget_abandoned()
    assert not Programme.objects.exists()


def test_forgetting_is_planned_every_night():
    planned = [each.task.name for each in app.periodic_registry.periodic_tasks.values()]
    assert "programming.forget_abandoned" in planned


def waiting_jobs():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs WHERE status = 'todo'")
        return [name for (name,) in cursor.fetchall()]


def work_off_the_queue(monkeypatch):
    """One worker, with its own connections, until nothing is left to do."""
    monkeypatch.setenv("PGOPTIONS", WORKER)
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, listen_notify=False, install_signal_handlers=False)
