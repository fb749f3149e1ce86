"""One list of structures: read, renamed, emptied, dropped; given as a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.directory.actions import drop_list, rename_list, take_out
from perenne.domain.directory.queries.lists import list_card
from perenne.domain.directory.queries.search import Order, Search, structures_found
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.directory.kept.columns import KEPT
from perenne.web.directory.lists.form import NameForm
from perenne.web.lists.answer import listed


@page(act="saved_list.view")
@listed(KEPT)
def kept(request: Visit, list_id: int) -> HttpResponse:
    card = list_card(list_id, seen_by=request.actor)
    search = Search(list_id=list_id, order=Order.NAME)
    found = structures_found(search, seen_by=request.actor, on=localdate(), number=request.number)
    context = {"list": card, "page": found, "form": NameForm(initial={"nom": card.name})}
    return TemplateResponse(request, "directory/kept/page.html", context)


@page(act="saved_list.rename")
@require_POST
def rename(request: Visit, list_id: int) -> HttpResponse:
    list_card(list_id, seen_by=request.actor)
    try:
        rename_list(list_id=list_id, name=request.POST.get("nom", ""), by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("directory:kept", list_id)


@page(act="saved_list.drop")
@require_POST
def drop(request: Visit, list_id: int) -> HttpResponse:
    list_card(list_id, seen_by=request.actor)
    try:
        drop_list(list_id=list_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("directory:lists")


@page(act="saved_list.fill")
@require_POST
def take(request: Visit, list_id: int, structure_id: int) -> HttpResponse:
    list_card(list_id, seen_by=request.actor)
    try:
        take_out(list_id=list_id, structure_id=structure_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("directory:kept", list_id)
