"""Months of hours as the facilitator answers for them; their company reads and speaks."""

from perenne.domain.hours.actions import comment_sheet, dispute_sheet, validate_sheets
from perenne.domain.hours.models import Work
from perenne.domain.hours.tests.conftest import NOW, WHY
from perenne.rules.hours import DoubtCode
from perenne.web.hours.tests.months import Months

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
hours:sheets         -             302 302 200 200 200 200 200 200 200 200
hours:validate       -        POST 302 302 200 200 200 200 200 200 200 200
hours:sheet          declared      302 302 404 404 200 404 200 200 404 404
hours:sheet          disputed      302 302 404 404 200 404 200 200 404 404
hours:sheet          validated     302 302 404 404 200 404 200 200 404 404
hours:comment        disputed      302 302 404 404 200 404 404 200 404 404
hours:dispute        declared      302 302 404 404 200 404 404 404 404 404
hours:dispute        validated     302 302 404 404 404 404 404 404 404 404
hours:settle         disputed POST 302 302 404 404 302 404 302 302 404 404
hours:correct        work          302 302 404 404 200 404 404 404 404 404
hours:move           work          302 302 404 404 200 404 404 404 404 404
hours:checks         -             302 302 404 404 200 200 200 404 404 404
hours:check          code          302 302 404 404 404 404 200 404 404 404
history:sheet        validated     302 302 404 404 200 404 200 200 404 404
"""
EVERYBODYS = {"code"}
"""A check of the law: the setting of each committee is its own."""


def things(committee):
    declared, disputed, validated = (Months(committee) for _sheet in range(3))
    talked = disputed.declared(600, 600)
    dispute_sheet(sheet_id=talked.pk, reason=WHY, by=committee.facilitator)
    comment_sheet(sheet_id=talked.pk, text="Elle est revenue le 12.", by=committee.company)
    over = validated.declared(600, 600)
    validate_sheets(sheet_ids=[over.pk], by=committee.facilitator, now=NOW)
    return {
        "declared": [declared.declared(600, 600).pk],
        "disputed": [talked.pk],
        "validated": [over.pk],
        "work": [Work.objects.filter(sheet=over).order_by("pk").first().pk],
        "code": [DoubtCode.SUNDAY.value],
    }
