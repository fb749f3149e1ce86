"""Asks what the doubtful columns are; only when the reading is not sure."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.programming import actions, queries
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.programming.match_headings.form import HeadingsForm


@page(act="programme.match_headings", visitors=True)
def match_headings(request: Visit, programme_id: UUID) -> HttpResponse:
    programme = queries.programme_card(programme_id, seen_by=request.actor)
    if programme.state is not ProgrammeState.ASKING:  # the button pressed twice, the way back
        return redirect("programming:show", programme_id)
    try:
        asked = queries.headings_to_match(programme_id, seen_by=request.actor)
    except Refused as why:  # infected, damaged, or in a storage that does not answer
        lost = {"programme": programme, "why": str(why)}
        return render(request, "programming/lost.html", lost)
    form = HeadingsForm(request.POST or None, asked=asked)
    if form.is_valid():
        try:
            actions.match_headings(
                programme_id=programme_id,
                answers=form.answers(),
                by=request.actor,
                today=localdate(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("programming:show", programme_id)
    return render(request, "programming/match_headings/page.html", {"form": form})
