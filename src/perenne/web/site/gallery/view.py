"""Every component with its states: what page authors look at, and what the checks visit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from perenne.kit.pages import public
from perenne.web.design.menu import Desk, MenuItem
from perenne.web.site.gallery.form import SampleForm

WRONG = {"subject": "", "email": "camille@", "amount": "environ 20", "rate": "140", "months": "12"}
DESK = Desk(
    organisation="Ville de Moissy-Cramayel",
    person="Camille Aubert",
    role="acheteuse",
    menu=(
        MenuItem("Aujourd’hui", "/bureau/", current=True),
        MenuItem("Programmation", "/programmation/", count=4),
        MenuItem("Contrats", "/contrats/"),
        MenuItem("Heures", "/heures/", count=12),
        MenuItem("Bilans", "/bilans/"),
    ),
)


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """`?cadre=bureau` shows the frame of the signed-in pages."""
    at_desk = request.GET.get("cadre") == "bureau"
    context = {
        "layout": "design/desk.html" if at_desk else "design/site.html",
        "form": SampleForm(),
        "wrong_form": SampleForm(WRONG, auto_id="wrong_%s"),
        "steps": ("Décrire le besoin", "Vérifier", "Envoyer"),
        "views": (
            MenuItem("Ensemble", "?", current=True),
            MenuItem("Lots", "?vue=lots", count=3),
            MenuItem("Journal", "?vue=journal"),
        ),
    }
    if at_desk:
        context["desk"] = DESK
    return render(request, "site/gallery/page.html", context)
