"""An administrator has the reminders of the organisation sent to one box, or no more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.notices import actions, queries
from perenne.domain.notices.states import Rhythm
from perenne.kit.actors import Actor
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.notices.prefer.form import RhythmForm


@page(act="notice.open_inbox")
def inbox(request: Visit) -> HttpResponse:
    now = queries.preference_of(request.actor)
    if not now.may_choose_inbox:
        raise NotFound
    closing = request.POST.get("act") == "close"
    said = request.POST if request.method == "POST" and not closing else None
    form = RhythmForm(said, initial={"rhythm": Rhythm.DAILY.value, "hour": now.hour})
    if closing or form.is_valid():
        try:
            _done(form, request.actor, closing=closing)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "C’est noté pour votre organisme.")
            return redirect("notices:mine")
    return render(request, "notices/inbox/page.html", {"form": form, "preference": now})


def _done(form: RhythmForm, actor: Actor, *, closing: bool) -> None:
    if closing:
        actions.close_inbox(by=actor)
    else:
        actions.open_inbox(**form.said, by=actor)
