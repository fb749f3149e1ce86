"""Everything that was done in the committee, for its coordination."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from perenne.domain.history import actions
from perenne.domain.history.queries import alerts, journal_lines
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.web.history.journal.form import SieveForm


@page(act="journal.read")
def journal(request: Visit) -> HttpResponse:
    form = SieveForm(request.GET or None)
    number = number_in(request.GET.get("page", ""))
    found = journal_lines(form.sieve(), seen_by=request.actor, page=number)
    actions.note_journal_reading(by=request.actor, today=localdate())
    context = {
        "form": form,
        "page": found,
        "alerts": alerts(seen_by=request.actor, now=now()),
        "query": request.GET.urlencode(),
    }
    return render(request, "history/journal/page.html", context)
