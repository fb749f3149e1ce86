"""The months of a company: what waits first, what was declared, and one opened before its day."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.hours import actions
from perenne.domain.hours.queries import months_of, months_to_open
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.french import month_in_full
from perenne.web.hours.statements.columns import STATEMENTS
from perenne.web.lists.answer import listed


@page(act="statement.open")
@listed(STATEMENTS)
def statements(request: Visit) -> HttpResponse:
    """The month that ended is opened by whoever comes first, when the night has not done it."""
    today = localdate()
    if actions.open_months_of(by=request.actor, on=today):
        return redirect("hours:statements")
    found = months_of(seen_by=request.actor, page=request.number)
    others = months_to_open(seen_by=request.actor, on=today)
    context = {
        "page": found,
        "rows": [(row, month_in_full(row.month)) for row in found.items],
        "waiting": sum(row.to_declare + row.disputed for row in found.items),
        "others": [(f"{month:%Y-%m}", month_in_full(month)) for month in others],
        "several": len({row.siret for row in found.items}) > 1,
    }
    return TemplateResponse(request, "hours/statements/page.html", context)


@page(act="statement.open")
def open_month(request: Visit) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        month = date.fromisoformat(f"{request.POST.get('month', '')}-01")
    except ValueError as strange:
        raise NotFound(request.POST.get("month", "")) from strange
    try:
        opened = actions.open_month_of(month=month, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("hours:statements")
    return redirect("hours:statement", opened)
