"""« Mes listes »: those of the organisation, and a new one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.directory.actions import make_list
from perenne.domain.directory.queries.lists import lists_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.directory.lists.form import NameForm


@page(act="saved_list.make")
def lists(request: Visit) -> HttpResponse:
    if request.seat is None:
        raise NotFound
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            list_id = make_list(name=form.cleaned_data["nom"], by=request.actor)
        except Refused as refusal:
            form.add_error("nom", str(refusal))
        else:
            return redirect("directory:kept", list_id)
    context = {"form": form, "lists": lists_of(request.actor)}
    return render(request, "directory/lists/page.html", context)
