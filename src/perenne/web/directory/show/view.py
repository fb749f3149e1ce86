"""A structure as everybody reads it; whom to write to, and lists to keep it in, once signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.directory.actions import (
    hide_structure,
    make_list,
    save_structure,
    show_structure,
)
from perenne.domain.directory.queries.lists import lists_of
from perenne.domain.directory.queries.structures import structure_card
from perenne.domain.hirings.queries import clauses_done
from perenne.domain.promises.queries import free_hours
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in
from perenne.kit.refusals import NotFound, Refused
from perenne.web.directory.show.form import KeepForm
from perenne.web.directory.show.telling import left, told


@page(act="structure.view", visitors=True)
def show(request: Visit, structure_id: int) -> HttpResponse:
    card = structure_card(structure_id, seen_by=request.actor, on=localdate())
    is_seated, done = request.seat is not None, clauses_done(card.siret)
    lists = lists_of(request.actor, holding=card.id) if is_seated else ()
    free = free_hours([card.id], on=localdate()).get(card.id)
    context = {
        "card": card,
        "done": done,
        **told(card, done),
        **left(card, free),
        "kept_in": [one for one in lists if one.holds],
        "keeping": KeepForm(lists),
        "keep_url": reverse("directory:keep", args=[card.id]),
        "is_seated": is_seated,
        "is_known": request.actor.person_id is not None,
        "may_publish": request.actor.role is Role.COORDINATION,
        "frame": "design/desk.html" if is_seated else "design/site.html",
    }
    return render(request, "directory/show/page.html", context)


@page(act="saved_list.fill")
@require_POST
def keep(request: Visit, structure_id: int) -> HttpResponse:
    """In the list that was chosen, or in a new one that was named."""
    structure_card(structure_id, seen_by=request.actor, on=localdate())
    name, chosen = request.POST.get("nom", "").strip(), request.POST.get("liste", "")
    try:
        list_id = make_list(name=name, by=request.actor) if name else key_in(chosen)
        save_structure(list_id=list_id, structure_id=structure_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La structure est dans votre liste.")
    return redirect("directory:show", structure_id)


@page(act="structure.hide")
@require_POST
def publish(request: Visit, structure_id: int) -> HttpResponse:
    """Hidden from the directory, or shown in it again; by the coordination."""
    if request.actor.role is not Role.COORDINATION:
        raise NotFound(structure_id)
    card = structure_card(structure_id, seen_by=request.actor, on=localdate())
    move = show_structure if card.is_hidden else hide_structure
    try:
        move(structure_id=structure_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("directory:show", structure_id)
