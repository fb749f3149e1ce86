"""Fourteen segments: what is planned in each, what has a clause, what is owed and done."""

import pytest
from django.urls import reverse

from perenne.domain.assessments.queries.boards import segment_lines
from perenne.domain.hours.actions import validate_sheets
from perenne.domain.hours.models import Sheet
from perenne.domain.programming.models import PlannedPurchase
from perenne.rules.segments import Segment
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("boards:segments")


def test_each_hour_is_in_one_segment_and_one_column(client_of, committee, board):
    commitment, _party = board
    bought = PlannedPurchase.objects.filter(pk=commitment.clause.purchase_id)
    assert bought.update(segment=Segment.WORKS.value) == 1
    declared = Sheet.objects.get(state="declared")
    by = committee.facilitator
    validate_sheets(sheet_ids=[declared.pk], by=by, now=declared.declared_at)
    lines = {line.code: line for line in segment_lines(seen_by=committee.coordination)}
    assert set(lines) - {""} == {one.value for one in Segment}
    planned = list(PlannedPurchase.objects.values_list("segment", "minutes"))
    assert sum(line.planned.minutes for line in lines.values()) == sum(m or 0 for _, m in planned)
    works = lines[Segment.WORKS.value]
    assert (works.commitments, works.owed.minutes) == (1, 240_000)
    assert works.done.minutes == sum(line.done.minutes for line in lines.values()) == 6_000
    page = client_of(by).get(URL)
    assert "4 000 h dues" in text_of(page)
    assert tree_of(page).xpath("//main//*[name()='svg']")
    other = client_of(committee.other_facilitator).get(URL)
    assert "Aucun achat encore" in text_of(other)
