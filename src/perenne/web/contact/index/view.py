"""Whom to write to: four doors, and the commune that says which facilitator."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.territories.queries import CommuneCard, gazetteer
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.contact.index.form import PlaceForm

UNKNOWN = (
    "Cette commune n’est pas reconnue ici : écrivez son nom entier, ou son code postal à cinq "
    "chiffres."
)


@public
def index(request: Visit) -> HttpResponse:
    asked = "lieu" in request.GET
    form = PlaceForm(request.GET if asked else None)
    choice: tuple[CommuneCard, ...] = ()
    if form.is_valid():
        choice = tuple(gazetteer(current_committee().upper()).candidates(form.cleaned_data["lieu"]))
        if len(choice) == 1:
            return redirect("contact:facilitator", choice[0].insee_code)
        if not choice:
            form.add_error("lieu", UNKNOWN)
    context = {
        "form": form,
        "choice": choice,
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return render(request, "contact/index/page.html", context)
