"""Validating many months in one act: all of those ticked, or none."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from perenne.domain.hours.actions import validate_sheets
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.values import Hours
from perenne.web.hours.list.listing import asked_in, listing

LONGEST = 18  # digits of a number of the database


@page(act="sheet.validate")
@require_POST
def validate(request: Visit) -> HttpResponse:
    """Each is validated as it was read: its number goes with the moment of its declaration."""
    seen = _ticked(request.POST.getlist("sheet"))
    asked, moment = asked_in(request.POST), now()
    try:
        counted = validate_sheets(sheet_ids=seen, by=request.actor, now=moment, seen=seen)
    except Refused as refusal:
        context = listing(asked, request.actor, ticked=seen)
        return render(request, "hours/list/page.html", {**context, "refusal": str(refusal)})
    messages.success(request, _said(len(seen), Hours(counted)))
    kept = urlencode({"vue": asked.view, **asked.kept})
    return redirect(f"{reverse('hours:sheets')}?{kept}")


def _ticked(values: list[str]) -> dict[int, str]:
    """By sheet, what it was when it was shown; what no page of ours wrote is left out."""
    found = {}
    for value in values:
        number, _dot, stamp = value.partition(".")
        if number.isdecimal() and number.isascii() and len(number) <= LONGEST:
            found[int(number)] = stamp
    return found


def _said(number: int, counted: Hours) -> str:
    what = "Un relevé est validé" if number == 1 else f"{number} relevés sont validés"
    return f"{what} : {counted} comptées sur leurs engagements."
