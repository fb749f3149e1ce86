"""A body says when it answers: its public card shows it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.coverage import actions, queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.web.coverage.hours.form import HoursForm


@page(act="hours.say")
def say_hours(request: Visit, body_id: int) -> HttpResponse:
    body = queries.body_to_say_hours_for(body_id, seen_by=request.actor)
    form = HoursForm(request.POST or None, initial={"hours": queries.hours_of(body_id)})
    back = "coverage:list" if request.actor.role is Role.COORDINATION else "coverage:mine"
    if form.is_valid():
        hours = form.cleaned_data["hours"]
        actions.say_hours(facilitator_id=body_id, hours=hours, by=request.actor)
        messages.success(request, "Les horaires sont enregistrés : la fiche publique les montre.")
        return redirect(back)
    context = {"form": form, "body": body, "back": back}
    return render(request, "coverage/hours/page.html", context)
