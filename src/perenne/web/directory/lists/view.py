"""« Mes listes »: those of the organisation, one open; made, renamed, emptied, dropped."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.directory.actions import drop_list, make_list, rename_list, take_out
from perenne.domain.directory.queries.lists import ListCard, list_card, lists_of
from perenne.domain.directory.queries.search import Order, Search, structures_found
from perenne.kit.pages import Visit, page
from perenne.kit.paging import Page, key_in
from perenne.kit.refusals import NotFound, Refused
from perenne.web.design.menu import MenuItem
from perenne.web.directory.free import with_free_hours
from perenne.web.directory.lists.columns import KEPT
from perenne.web.directory.lists.form import NameForm
from perenne.web.lists.answer import listed


@page(act="saved_list.view")
@listed(KEPT)
def lists(request: Visit) -> HttpResponse:
    """The one that the address names, else the first; a name that is sent makes a new one."""
    if request.seat is None:
        raise NotFound
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return to_list(make_list(name=form.cleaned_data["nom"], by=request.actor))
        except Refused as refusal:
            form.add_error("nom", str(refusal))
    cards, asked = lists_of(request.actor), key_in(request.GET.get("liste", ""))
    shown = next((card for card in cards if card.id == asked), cards[0] if cards else None)
    context = {
        "form": form,
        "list": shown,
        "renaming": NameForm(initial={"nom": shown.name}, prefix="autre") if shown else None,
        "tabs": tabs_of(cards, shown),
        "page": _structures(request, shown),
    }
    return TemplateResponse(request, "directory/lists/page.html", context)


@page(act="saved_list.rename")
@require_POST
def rename(request: Visit, list_id: int) -> HttpResponse:
    list_card(list_id, seen_by=request.actor)
    try:
        rename_list(list_id=list_id, name=request.POST.get("autre-nom", ""), by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return to_list(list_id)


@page(act="saved_list.drop")
@require_POST
def drop(request: Visit, list_id: int) -> HttpResponse:
    list_card(list_id, seen_by=request.actor)
    drop_list(list_id=list_id, by=request.actor)
    messages.success(request, "La liste est supprimée.")
    return redirect("directory:lists")


@page(act="saved_list.fill")
@require_POST
def take(request: Visit, list_id: int, structure_id: int) -> HttpResponse:
    list_card(list_id, seen_by=request.actor)
    take_out(list_id=list_id, structure_id=structure_id, by=request.actor)
    return to_list(list_id)


def to_list(list_id: int) -> HttpResponse:
    return redirect(f"{reverse('directory:lists')}?liste={list_id}")


def tabs_of(cards: tuple[ListCard, ...], shown: ListCard | None) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(card.name, f"?liste={card.id}", current=card is shown, count=card.number)
        for card in cards
    )


def _structures(request: Visit, shown: ListCard | None) -> object:
    if shown is None:
        return Page([], 1, 1, 0)
    search, on = Search(list_id=shown.id, order=Order.NAME), localdate()
    found = structures_found(search, seen_by=request.actor, on=on, number=request.number)
    return with_free_hours(found, on=on)
