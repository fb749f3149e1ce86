"""One month of one contract, whole: for its company, its facilitator and the coordination."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.hours.queries import sheet_card
from perenne.kit.pages import Visit, page
from perenne.web.hours.discuss.form import MessageForm


@page(act="sheet.view")
def sheet(request: Visit, sheet_id: int) -> HttpResponse:
    card = sheet_card(sheet_id, seen_by=request.actor, on=localdate())
    context = {"card": card, "form": MessageForm()}
    return render(request, "hours/sheet/page.html", context)
