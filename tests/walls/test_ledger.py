"""What the tables of people, hirings and hours refuse, whoever writes (reliability, I1 to I10)."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now

from perenne.domain.clauses import factories as clauses
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_validated_work, new_work
from perenne.domain.hours.models import Allocation, Sheet, Work, WorkDay
from perenne.domain.participants.factories import new_participant, new_verdict
from perenne.rules.wording import Globalisation

pytestmark = pytest.mark.django_db
WHY = "Erreur de saisie."
FORBIDDEN = "42501"


def refused(write, *constraints):
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        write()
    said = caught.value.__cause__
    assert said.diag.constraint_name in constraints or said.sqlstate in constraints, said


def sql(order, *values):
    with connection.cursor() as cursor:
        cursor.execute(order, values)


def test_a_hiring_without_a_green_light_is_refused():
    refused(
        lambda: new_hiring(verdict=None, verified_on=None), "hiring_confirmed_has_the_green_light"
    )


def test_a_verdict_given_after_the_hiring_opens_nothing_before_its_day():
    refused(lambda: new_hiring(regularised_because=""), "hours_count_from_the_green_light_on")


def test_the_day_of_a_verdict_cannot_be_typed():
    person = new_participant()
    verdict = new_verdict(person)
    early = date(2026, 1, 2)

    refused(
        lambda: new_hiring(person, verdict=verdict, verified_on=early),
        "hiring_verdict_is_of_that_person_and_day",
    )
    refused(
        lambda: sql("UPDATE participants_verdict SET verified_at = '2026-01-02' WHERE id = %s",
                    verdict.pk),
        "verdict_is_written_once",
    )  # fmt: skip


def test_the_verdict_of_another_person_is_refused():
    other = new_verdict()

    refused(
        lambda: new_hiring(verdict=other, verified_on=other.verified_on),
        "hiring_verdict_is_of_that_person_and_day",
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"is_eligible": False, "ground": "", "starts_on": None, "ends_on": None},
        {"withdrawn_because": "Pièce fausse.", "withdrawn_at": "2026-11-01T00:00Z"},
        {"starts_on": date(2027, 1, 1)},
    ],
    ids=["no", "withdrawn", "other days"],
)
def test_a_verdict_that_says_no_or_other_days_opens_nothing(facts):
    person = new_participant()
    verdict = new_verdict(person, **facts)

    refused(
        lambda: new_hiring(person, verdict=verdict, verified_on=verdict.verified_on),
        "hiring_has_the_green_light",
    )


def test_a_person_is_eligible_once_at_a_time():
    person = new_participant()
    new_verdict(person)

    refused(lambda: new_verdict(person), "person_is_eligible_once_at_a_time")


def test_a_verdict_may_be_withdrawn_once_and_never_deleted():
    verdict = new_verdict()
    sql("UPDATE participants_verdict SET withdrawn_at = now(), withdrawn_because = %s"
        " WHERE id = %s", WHY, verdict.pk)  # fmt: skip

    refused(
        lambda: sql("UPDATE participants_verdict SET withdrawn_because = 'Autre motif'"
                    " WHERE id = %s", verdict.pk),
        "verdict_is_written_once",
    )  # fmt: skip
    refused(
        lambda: sql("DELETE FROM participants_verdict WHERE id = %s", verdict.pk),
        "verdict_is_written_once",
    )


def test_hours_before_the_green_light_are_refused():
    hiring = new_hiring(counts_from=date(2026, 11, 1))

    refused(lambda: new_work(hiring), "work_comes_after_the_green_light")


def test_a_validated_month_takes_corrections_only():
    work = new_validated_work()
    same = {name: getattr(work.hiring, name) for name in ("participant", "commitment", "verdict")}
    hiring = new_hiring(**same, verified_on=work.hiring.verified_on)

    refused(lambda: new_work(hiring, sheet=work.sheet), "validated_month_is_closed")
    refused(lambda: Work.objects.filter(pk=work.pk).update(minutes=1), "validated_month_is_closed")
    refused(work.delete, "validated_month_is_closed")
    refused(
        lambda: sql("UPDATE hours_sheet SET state = 'open' WHERE id = %s", work.sheet_id),
        "validated_month_is_closed",
        "keeps_to_its_moves",
    )
    correction = corrected(work, -600)
    assert Work.objects.get(pk=work.pk).net_minutes == work.minutes - 600
    refused(correction.delete, "validated_month_is_closed")


def test_a_correction_says_why_and_is_of_a_line_of_the_same_sheet():
    work, other = new_validated_work(), new_validated_work()

    refused(lambda: corrected(work, -600, reason=""), "correction_says_why")
    refused(lambda: corrected(work, -600, corrects=other), "correction_is_of_a_line")
    first = corrected(work, -600)
    refused(lambda: corrected(work, 60, corrects=first), "correction_is_of_a_line")


def test_no_minute_is_counted_twice():
    work = new_validated_work(minutes=6_000)
    home = work.hiring.commitment
    other = new_commitment()
    Allocation.objects.create(work=work, commitment=home, minutes=4_000)

    refused(
        lambda: Allocation.objects.create(work=work, commitment=other, minutes=2_001),
        "no_minute_is_counted_twice",
    )
    refused(lambda: corrected(work, -2_001), "no_minute_is_counted_twice")
    Allocation.objects.create(work=work, commitment=home, minutes=-4_000, reason=WHY)
    refused(
        lambda: Allocation.objects.create(work=work, commitment=home, minutes=-1, reason=WHY),
        "no_minute_is_counted_twice",
        "nothing_is_taken_back_that_was_not_given",
    )
    Allocation.objects.create(work=work, commitment=other, minutes=6_000)
    refused(
        lambda: Allocation.objects.create(work=work, commitment=home, minutes=-1, reason=WHY),
        "nothing_is_taken_back_that_was_not_given",
    )


def test_a_buyer_who_refuses_neither_gives_nor_takes(monkeypatch):
    work = new_validated_work()
    monkeypatch.setattr(
        clauses, "TERMS", replace(clauses.TERMS, globalisation=Globalisation.REFUSED)
    )
    closed = new_commitment()

    refused(
        lambda: Allocation.objects.create(work=work, commitment=closed, minutes=60),
        "globalisation_has_two_consents",
    )


def test_no_commitment_gets_more_than_it_owes():
    """As signed, or as the line says that it owed that day; of all lines of one writing."""
    work = new_validated_work(minutes=6_000)
    small = new_commitment(hours=10)

    def counted(*minutes, **owed):
        return lambda: Allocation.objects.bulk_create(
            Allocation(work=work, commitment=small, minutes=one, **owed) for one in minutes
        )

    refused(counted(300, 301), "no_commitment_gets_more_than_it_owes")
    counted(300, 300)()
    refused(counted(1), "no_commitment_gets_more_than_it_owes")
    refused(counted(1, owed_minutes=600), "no_commitment_gets_more_than_it_owes")
    counted(60, owed_minutes=660)()
    Allocation.objects.create(work=work, commitment=small, minutes=-30, reason=WHY)
    refused(counted(1, owed_minutes=500), "no_commitment_gets_more_than_it_owes")


def test_a_month_that_is_said_to_be_without_hours_has_none():
    work = new_work()

    refused(
        lambda: Sheet.objects.filter(pk=work.sheet_id).update(
            state="declared", declared_at=Now(), is_nil=True
        ),
        "sheet_without_hours_has_none",
    )


def test_hours_are_counted_once_validated():
    work = new_work()

    refused(
        lambda: Allocation.objects.create(work=work, commitment=work.hiring.commitment, minutes=60),
        "hours_are_counted_once_validated",
    )


def test_the_ledger_is_never_rewritten():
    work = new_validated_work()
    line = Allocation.objects.create(work=work, commitment=work.hiring.commitment, minutes=60)

    refused(lambda: Allocation.objects.filter(pk=line.pk).update(minutes=1), FORBIDDEN)
    refused(lambda: Allocation.objects.filter(pk=line.pk).delete(), FORBIDDEN)
    refused(
        lambda: sql("UPDATE hours_work SET allocated_minutes = 0 WHERE id = %s", work.pk),
        "counters_are_not_written",
    )
    refused(lambda: sql("UPDATE hours_balance SET minutes = 0"), FORBIDDEN)
    refused(lambda: sql("UPDATE hours_personday SET minutes = 0"), FORBIDDEN)


def test_nobody_works_more_than_a_day_in_a_day_nor_a_month_in_a_month():
    person = new_participant()
    verdict = new_verdict(person)
    here, there = (
        new_hiring(person, verdict=verdict, verified_on=verdict.verified_on) for _ in range(2)
    )
    one, two = new_work(here), new_work(there, minutes=30_000)
    day = date(2026, 10, 5)
    WorkDay.objects.create(work=one, participant=person, day=day, minutes=800)

    refused(
        lambda: WorkDay.objects.create(work=two, participant=person, day=day, minutes=641),
        "person_works_24_hours_a_day_at_most",
    )
    refused(
        lambda: WorkDay.objects.create(
            work=one, participant=person, day=date(2026, 11, 5), minutes=60
        ),
        "day_is_of_its_month",
    )
    third = new_hiring(person, verdict=verdict, verified_on=verdict.verified_on)
    refused(lambda: new_work(third, minutes=8_641), "person_works_744_hours_a_month_at_most")
    two.delete()
    assert new_work(third, minutes=8_641).pk


def corrected(work, minutes, *, corrects=None, reason=WHY):
    return Work.objects.create(
        sheet=work.sheet, hiring=work.hiring, participant=work.participant, month=work.month,
        minutes=minutes, corrects=corrects or work, reason=reason,
    )  # fmt: skip
