"""The spaces of a person: where they work, what they asked for, how to open another."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.http import require_POST

from perenne.domain.organisations.queries import requests_of, seats_of
from perenne.kit.pages import SEAT, Visit, page


@page(act="organisation.declare", visitors=True)
def mine(request: Visit) -> HttpResponse:
    if request.actor.person_id is None:
        return redirect_to_login(request.get_full_path(), resolve_url("account:login"))
    context = {
        "seats": seats_of(request.actor),
        "here": request.seat.id if request.seat else None,
        "requests": requests_of(request.actor),
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return render(request, "organisations/mine/page.html", context)


@page(act="seat.take")
@require_POST
def switch(request: Visit) -> HttpResponse:
    """Another seat of the same person, for the rest of the session."""
    asked = request.POST.get("seat", "")
    chosen = next((seat for seat in seats_of(request.actor) if str(seat.id) == asked), None)
    if chosen is None:
        messages.error(request, "Vous n’avez plus de place dans cet organisme.")
    else:
        request.session[SEAT] = chosen.id
        messages.success(request, f"Vous travaillez maintenant pour {chosen.organisation}.")
    return redirect("desks:today")
