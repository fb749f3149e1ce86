"""A person says how often they are reminded, and at what hour."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.notices import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.notices.prefer.form import RhythmForm


@page(act="notice.prefer")
def prefer(request: Visit) -> HttpResponse:
    now = queries.preference_of(request.actor)
    said = request.POST if request.method == "POST" else None
    form = RhythmForm(said, initial={"rhythm": now.rhythm.value, "hour": now.hour})
    if form.is_valid():
        try:
            actions.prefer(**form.said, by=request.actor)
        except Refused as refusal:
            form.add_error("hour", str(refusal))
        else:
            messages.success(request, "C’est noté : vos rappels viendront ainsi.")
            return redirect("notices:mine")
    return render(request, "notices/prefer/page.html", {"form": form})
