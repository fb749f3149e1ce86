"""The figures of a bilan."""

from datetime import date

import pytest

from perenne.domain.assessments.actions import audit_summaries, fold, sum_large_scopes
from perenne.domain.assessments.models import *
from perenne.domain.assessments.queries.bilans import bilan_of, scopes_for
from perenne.domain.hours.factories import new_validated_work
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, Role
from perenne.values import Period

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def test_every_scope_of_the_coordination_has_its_bilan():
    work = new_validated_work()
    coordination = new_actor(Role.COORDINATION)

    def all_():
        return [
            bilan_of(choice.scope, YEAR, seen_by=coordination, on=date(2026, 11, 1))
            for choice in scopes_for(coordination)
        ]

    one = all_()
    print(one[0])
    print(list(Touched.objects.values_list("person_id", "commitment_id")))
    print(fold(by=HOUSE), Fact.objects.count(), list(Standing.objects.values()))
    two = all_()
    assert one == two
    print(sum_large_scopes(by=HOUSE, least=1), SummedLine.objects.count())
    assert one == all_()
    print(audit_summaries(by=HOUSE))
    assert one == all_()
    new_validated_work()
    three = all_()
    fold(by=HOUSE)
    assert three == all_()
    print(audit_summaries(by=HOUSE))
    assert three == all_()
    assert three[0].value("hours_worked") == 12000
    assert 0
