"""One’s dates, and the secret address at which a calendar reads them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from perenne.domain.notices import actions, queries
from perenne.kit.calendars import calendar_file
from perenne.kit.pages import Visit, page, public
from perenne.kit.refusals import Refused

ACTS = {
    "open": (
        actions.open_agenda,
        "Voici l’adresse de votre agenda ; une autre n’ouvre plus rien.",
    ),
    "close": (actions.close_agenda, "L’adresse de votre agenda est retirée."),
}
MOST = 40


@page(act="agenda.open")
def agenda(request: Visit) -> HttpResponse:
    asked = ACTS.get(request.POST.get("act", ""))
    if asked:
        act, said = asked
        try:
            act(by=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, said)
        return redirect("notices:agenda")
    dates = queries.agenda_of(request.actor.person_id or 0, on=localdate())
    context = {
        "dates": dates[:MOST],
        "others": len(dates) - len(dates[:MOST]),
        "address": queries.agenda_address(request.actor),
    }
    return render(request, "notices/agenda/page.html", context)


@public
def feed(_request: Visit, token: str) -> HttpResponse:
    """What a calendar program asks for, without an account: nobody is named in it."""
    person_id = queries.holder_of(token)
    if person_id is None:
        raise Http404
    dates = queries.agenda_of(person_id, on=localdate())
    return HttpResponse(
        calendar_file("Pérenne : mes échéances", dates, made_at=now()),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": 'inline; filename="perenne.ics"',
            "Cache-Control": "private, max-age=900",
        },
    )
