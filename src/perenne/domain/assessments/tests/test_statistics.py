"""What comes out of a quarter and of a year, what stays hidden, what is never counted twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from perenne.domain.assessments import actions
from perenne.domain.assessments.models import Statistics
from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.statistics import statistics_editions
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work, validate
from perenne.domain.hours.models import Allocation
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.models import PlannedPurchase
from perenne.kit.actors import HOUSE, Role
from perenne.kit.refusals import Refused
from perenne.values import Period

pytestmark = pytest.mark.django_db
TODAY = date(2027, 2, 20)
NOW = datetime(2027, 2, 20, tzinfo=UTC)
NEXT = (datetime(2027, 5, 20, tzinfo=UTC), date(2027, 5, 20))
COMPANIES = 4


def crew(segment, people):
    """One company, one contract, so many persons."""
    commitment = new_commitment(new_actor(Role.FACILITATOR), hours=10_000)
    PlannedPurchase.objects.filter(pk=commitment.clause.purchase_id).update(segment=segment)
    return [new_hiring(commitment=commitment) for _ in range(people)]


def worked(hirings, month, *, minutes=6_000, at):
    """Validated, and counted where it was worked."""
    sheet = new_sheet(hirings[0], month=month)
    works = [new_work(one, minutes=minutes, month=month, sheet=sheet) for one in hirings]
    validate(sheet)
    for work in works:
        Allocation.objects.create(
            work=work, commitment=sheet.commitment, minutes=minutes, made_at=at
        )


@pytest.fixture
def crews():
    found = [crew("works", 6) for _ in range(COMPANIES)] + [crew("cleaning", 2)]
    for hirings in found:
        worked(hirings, date(2026, 10, 1), at=NOW - timedelta(30))
    return found


def told(edition, table, period):
    return {one.codes: (one.minutes, one.persons) for one in edition.table(table, period)}


def test_a_quarter_comes_out_once_and_hides_few_persons_in_every_table(crews):
    coordination = new_actor(Role.COORDINATION)
    with pytest.raises(Refused):
        actions.publish_statistics(by=new_actor(Role.FACILITATOR), now=NOW, today=TODAY)
    with pytest.raises(Refused, match="45 jours"):
        actions.publish_now(by=coordination, now=NOW, today=date(2027, 2, 13))
    assert actions.publish_now(by=coordination, now=NOW, today=TODAY) == ("2026-T4",)
    assert actions.publish_statistics(by=HOUSE, now=NOW, today=TODAY) == ()
    (edition,) = statistics_editions()
    assert edition.year == "2026"
    people = 6 * COMPANIES + 2
    for period in ("2026-T4", "2026"):
        assert told(edition, "total", period) == {(): (people * 6_000, people)}
        assert told(edition, "segment", period) == {
            ("works",): (None, None), ("cleaning",): (None, None)
        }  # fmt: skip
        assert set(told(edition, "sex", period).values()) <= {(None, None), (156_000, 26)}
    assert all(it == (None, None) for it in told(edition, "segment_epci", "2026").values())
    year = Period(date(2026, 1, 1), date(2027, 1, 1))
    whole = bilan_of(Scope(ScopeKind.DEPARTMENT, "77"), year, seen_by=coordination, on=TODAY)
    assert whole.value("hours_done") == edition.total("2026").minutes
    assert whole.value("persons") == edition.total("2026").persons


def test_what_is_validated_late_is_counted_once_in_the_next_edition(crews):
    actions.publish_statistics(by=HOUSE, now=NOW, today=TODAY)
    before = Statistics.objects.get().content
    worked(crews[0], date(2026, 11, 1), minutes=600, at=NOW + timedelta(1))
    for hirings in crews[:COMPANIES]:
        worked(hirings, date(2027, 1, 1), minutes=1_200, at=NOW + timedelta(40))
    worked(crews[1], date(2027, 4, 1), minutes=60, at=NOW + timedelta(50))
    assert actions.publish_statistics(by=HOUSE, now=NEXT[0], today=NEXT[1]) == ("2027-T1",)
    last, first = statistics_editions()
    assert first.total("2026-T4").minutes == 26 * 6_000
    assert Statistics.objects.get(quarter="2026-T4").content == before
    assert told(last, "total", "2027-T1") == {(): (24 * 1_200 + 6 * 600, 24)}
    assert told(last, "segment", "2027-T1") == {("works",): (24 * 1_200 + 6 * 600, 24)}


def test_a_quarter_without_enough_persons_says_nothing_of_them(crews):
    Statistics.objects.create(quarter="2026-T4", made_on=TODAY, until=NOW, content={}, behind={})
    worked(crews[-1], date(2027, 1, 1), minutes=777, at=NOW + timedelta(40))
    actions.publish_statistics(by=HOUSE, now=NEXT[0], today=NEXT[1])
    content = Statistics.objects.get(quarter="2027-T1").content
    assert {tuple(it[1:]) for it in content["figures"]} == {(None, None)}
    assert "777" not in str(content)
    assert "1554" not in str(content)
