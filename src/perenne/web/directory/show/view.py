"""A structure as everybody reads it; whom to write to, and lists to keep it in, once signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.done import clauses_done
from perenne.domain.directory.actions import (
    hide_structure,
    make_list,
    save_structure,
    show_structure,
)
from perenne.domain.directory.policy import STRUCTURES
from perenne.domain.directory.queries.lists import lists_of
from perenne.domain.directory.queries.structures import structure_card
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in
from perenne.kit.refusals import Refused
from django.views.decorators.http import require_POST


@page(act="structure.view", visitors=True)
def show(request: Visit, structure_id: int) -> HttpResponse:
    card = structure_card(structure_id, seen_by=request.actor, on=localdate())
    is_seated = request.seat is not None
    context = {
        "card": card,
        "done": clauses_done(card.organisation_id),
        "lists": lists_of(request.actor, holding=card.id) if is_seated else (),
        "is_seated": is_seated,
        "frame": "design/desk.html" if is_seated else "design/site.html",
    }
    return render(request, "directory/show/page.html", context)
